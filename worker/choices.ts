/** What a region chooses where definitions leave something open. */
import type { Choice, ChoiceBody } from "../shared/contract.ts";
import { shipped } from "../shared/indicators/index.ts";
import { instant } from "../shared/moment.ts";
import type { Words } from "../shared/refusal.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { type Fault, refuse } from "./problem.ts";

interface Row extends Record<string, SqlStorageValue> {
  body: string;
}

const OPTIONS = new Map(shipped.all.flatMap(({ options = [] }) => options.map((option) => [option.id, option] as const)));

/** The list replaces the one before; who chose and when stays with what did not change. */
export function putChoices(act: Act, choices: ChoiceBody[]): { choices: Choice[] } {
  const faults = choices.flatMap((one, at, all) => faultsOf(one, at, all));
  if (faults.length > 0) throw refuse("choices-invalid", faults);
  const before = allChoices(act.sql);
  const kept = choices.map((body): Choice => {
    const same = before.find(({ option, choice, why }) => option === body.option && choice === body.choice && why === body.why);
    return same ?? { ...body, by: act.office, at: instant(act.now) };
  });
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

function faultsOf({ option, choice }: ChoiceBody, at: number, all: readonly ChoiceBody[]): Fault[] {
  const fault = (key: string, words: Words): Fault => ({ at: `choices[${at}].${key}`, words });
  const known = OPTIONS.get(option);
  if (!known) return [fault("option", { zh: "没有这个可选项。", en: "no definition leaves this open" })];
  const found: Fault[] = [];
  if (all.findIndex((one) => one.option === option) < at)
    found.push(fault("option", { zh: "这个可选项出现两次。", en: "this option is chosen twice" }));
  if (!known.choices.some(({ id }) => id === choice)) {
    const ids = known.choices.map(({ id }) => id).join(", ");
    found.push(fault("choice", { zh: `应是 ${ids} 之一。`, en: `must be one of ${ids}` }));
  }
  return found;
}
