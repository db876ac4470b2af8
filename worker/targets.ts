/** The targets a region is judged by: one list, put as a whole. */
import type { IndicatorView, Target } from "../shared/contract.ts";
import { catalogue } from "../shared/indicators/index.ts";
import { parsePeriod } from "../shared/period.ts";
import { Refusal, type Words } from "../shared/refusal.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { type Fault, refuse } from "./problem.ts";
import { schoolCodes } from "./schools.ts";

interface Row extends Record<string, SqlStorageValue> {
  body: string;
}

export function putTargets(act: Act, targets: Target[]): { targets: Target[] } {
  const units = new Set([act.region.region, ...schoolCodes(act.sql)]);
  const indicators = new Map(catalogue().map((indicator) => [indicator.id, indicator]));
  const faults = targets.flatMap((target, at) =>
    faultsOf(target, indicators.get(target.indicator), units).map(([key, words]): Fault => ({ at: `targets[${at}].${key}`, words })),
  );
  if (faults.length > 0) throw refuse("targets-invalid", faults);
  act.sql.exec("DELETE FROM targets");
  act.sql.exec("INSERT INTO targets (position, body) SELECT key, value FROM json_each(?)", canonical(targets));
  record(act, "targets.put", `${targets.length} targets`, sha256(canonical(targets)));
  return { targets };
}

export function allTargets(sql: SqlStorage): Target[] {
  return sql
    .exec<Row>("SELECT body FROM targets ORDER BY position")
    .toArray()
    .map(({ body }) => JSON.parse(body) as Target);
}

function faultsOf(target: Target, indicator: IndicatorView | undefined, units: ReadonlySet<string>): [key: keyof Target, Words][] {
  if (!indicator) return [["indicator", { zh: "指标目录中没有这个指标。", en: "the catalogue has no such indicator" }]];
  const faults: [keyof Target, Words][] = [];
  if (target.stage !== null && !indicator.stages.includes(target.stage)) {
    faults.push(["stage", { zh: "这个指标不用于该学段。", en: "the indicator is not for this stage" }]);
  }
  if (target.unit !== null && !units.has(target.unit)) {
    faults.push(["unit", { zh: "既不是本区划，也不是已登记的学校。", en: "neither this region nor a school registered in it" }]);
  }
  const words = outOfRange(indicator.unit, target.value);
  if (words) faults.push(["value", words]);
  try {
    parsePeriod(target.period);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(["period", error.words]);
  }
  return faults;
}

/** Rates are fractions, and differences of rates too. */
function outOfRange(unit: string, value: number): Words | undefined {
  if (unit === "rate" && (value < 0 || value > 1))
    return { zh: "比率写小数：95% 写 0.95，不写 95。", en: "a rate is a fraction: write 0.95, not 95" };
  if (unit === "points" && Math.abs(value) > 1)
    return { zh: "百分点写小数：5 个百分点写 0.05。", en: "percentage points are a fraction: write 0.05 for 5 points" };
  return undefined;
}
