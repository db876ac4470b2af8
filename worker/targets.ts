/** The targets a region is judged by: one list, put as a whole. */
import type { Target, TargetBody } from "../shared/contract.ts";
import { instant } from "../shared/moment.ts";
import { setTargets, targetFaults } from "../shared/targets.ts";
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
    targetFaults(target, units, targets.slice(0, at)).map(([key, words]): Fault => ({ at: `targets[${at}].${key}`, words })),
  );
  if (faults.length > 0) throw refuse("targets-invalid", faults);
  const kept = setTargets(allTargets(act.sql), targets, { by: act.office, at: instant(act.now) });
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
