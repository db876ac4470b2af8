/** The targets a region is judged by: one list, put as a whole. */
import type { Target, TargetBody } from "../shared/contract.ts";
import { whyUnjudged } from "../shared/indicators/compute.ts";
import type { Definition } from "../shared/indicators/definition.ts";
import { shipped } from "../shared/indicators/index.ts";
import { holdsForEach, type WorstKind } from "../shared/indicators/kinds/worst.ts";
import { impossible } from "../shared/indicators/limits.ts";
import { instant } from "../shared/moment.ts";
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

/** The list replaces the one before; who set a target and when stays with those that did not change. */
export function putTargets(act: Act, targets: TargetBody[]): { targets: Target[] } {
  const units = new Set([act.region.region, ...schoolCodes(act.sql)]);
  const faults = targets.flatMap((target, at) =>
    faultsOf(target, shipped.versionsOf(target.indicator).at(-1), units).map(
      ([key, words]): Fault => ({ at: `targets[${at}].${key}`, words }),
    ),
  );
  if (faults.length > 0) throw refuse("targets-invalid", faults);
  const before = new Map(allTargets(act.sql).map(({ by, at, ...body }) => [canonical(body), { by, at }]));
  const kept = targets.map((body): Target => ({ ...body, ...(before.get(canonical(body)) ?? { by: act.office, at: instant(act.now) }) }));
  act.sql.exec("DELETE FROM targets");
  act.sql.exec("INSERT INTO targets (position, body) SELECT key, value FROM json_each(?)", canonical(kept));
  record(act, "targets.put", `${kept.length} targets`, sha256(canonical(kept)));
  return { targets: kept };
}

export function allTargets(sql: SqlStorage): Target[] {
  return sql
    .exec<Row>("SELECT body FROM targets ORDER BY position")
    .toArray()
    .map(({ body }) => ({ ...BEFORE_DECISIONS, ...(JSON.parse(body) as Target) }));
}

/** Targets that were kept before they said who set them. */
const BEFORE_DECISIONS = { upTo: null, by: "", at: "" };

function faultsOf(target: TargetBody, indicator: Definition | undefined, units: ReadonlySet<string>): [key: keyof TargetBody, Words][] {
  if (!indicator) return [["indicator", { zh: "指标目录中没有这个指标。", en: "the catalogue has no such indicator" }]];
  if (indicator.id !== target.indicator)
    return [["indicator", { zh: `这是别名，请写 ${indicator.id}。`, en: `this is an alias: write ${indicator.id}` }]];
  if (indicator.judged === "open" || indicator.kind.kind === "event")
    return [["indicator", whyUnjudged(indicator) ?? { zh: "触发规则没有目标值。", en: "an event rule has no target" }]];
  const faults: [keyof TargetBody, Words][] = [];
  if (target.stage !== null && !indicator.stages.includes(target.stage)) {
    faults.push(["stage", { zh: "这个指标不用于该学段。", en: "the indicator is not for this stage" }]);
  }
  if (target.unit !== null && !units.has(target.unit)) {
    faults.push(["unit", { zh: "既不是本区划，也不是已登记的学校。", en: "neither this region nor a school registered in it" }]);
  }
  const words = impossible(indicator, target.value);
  if (words) faults.push(["value", words]);
  const end = target.upTo === null ? null : impossible(indicator, target.upTo);
  if (end) faults.push(["upTo", end]);
  if (indicator.kind.kind === "worst" && !holdsForEach(indicator.kind, target.operator, target.value))
    faults.push(["operator", onWorst(indicator.kind)]);
  if ((target.operator === "between") !== (target.upTo !== null) || (target.upTo !== null && target.upTo < target.value))
    faults.push([
      "upTo",
      { zh: "只有 between 有第二个数 upTo，且不小于 value。", en: "between, and only it, has a second number upTo, not below value" },
    ]);
  try {
    parsePeriod(target.period);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(["period", error.words]);
  }
  return faults;
}

/** Only one end of all units is known: a limit on the other would pass units outside it. */
function onWorst({ end }: WorstKind): Words {
  return end === "min"
    ? { zh: "这个指标按最小的一个判定，只能用 >= 或 >。", en: "it is judged on the smallest unit: only >= or > holds for all" }
    : {
        zh: "这个指标按最大的一个判定，只能用 <= 或 <（或 = 0）。",
        en: "it is judged on the largest unit: only <= or < (or = 0) holds for all",
      };
}
