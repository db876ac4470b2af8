/** What a region chooses where definitions leave something open. */
import { checkChoices, decidedChoices } from "../shared/choices.ts";
import type { Choice, ChoiceBody } from "../shared/contract.ts";
import { instant } from "../shared/moment.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { refuse } from "./problem.ts";

interface Row extends Record<string, SqlStorageValue> {
  body: string;
}

/** The list replaces the one before; who chose and when stays with what did not change. */
export function putChoices(act: Act, choices: ChoiceBody[]): { choices: Choice[] } {
  const faults = checkChoices(choices);
  if (faults.length > 0) throw refuse("choices-invalid", faults);
  const kept = decidedChoices(allChoices(act.sql), choices, { by: act.office, at: instant(act.now) });
  act.sql.exec("DELETE FROM choices");
  act.sql.exec("INSERT INTO choices (position, body) SELECT key, value FROM json_each(?)", canonical(kept));
  record(act, "choices.put", `${kept.length} choices`, sha256(canonical(kept)));
  return { choices: kept };
}

export function allChoices(sql: SqlStorage): Choice[] {
  return sql
    .exec<Row>("SELECT body FROM choices ORDER BY position")
    .toArray()
    .map(({ body }) => JSON.parse(body) as Choice);
}
