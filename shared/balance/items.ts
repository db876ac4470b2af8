/** The checklist beside the resources: the precondition, 15 items of government assurance, nine of quality, and recognition. */
import { clauseOf } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Outcome } from "../target.ts";
import type { BalanceGroup, BalanceItem } from "./result.ts";

/** What somebody has entered for an indicator, judged already. */
export interface EnteredItem {
  readonly value: number | null;
  readonly verdict: Outcome;
}
export type Entered = (definition: Definition) => EnteredItem | undefined;

/** The ids say where an item stands: gov.04.size is item 4 of 政府保障. */
const GROUPS: Readonly<Record<string, BalanceGroup>> = {
  pre: "precondition",
  gov: "assurance",
  qual: "quality",
  soc: "recognition",
};

export function itemsOf(definitions: readonly Definition[], entered: Entered): BalanceItem[] {
  const items = definitions.flatMap((definition) => itemOf(definition, entered) ?? []);
  return Object.values(GROUPS).flatMap((group) => items.filter((item) => item.group === group).sort((a, b) => a.item - b.item));
}

function itemOf(definition: Definition, entered: Entered): BalanceItem | undefined {
  const { id, family, version, names } = definition;
  const [stem = "", number] = id.split(".");
  const group = GROUPS[stem];
  if ((family !== "assurance" && family !== "quality") || !group) return undefined;
  const found = entered(definition);
  return {
    group,
    item: Number(number),
    indicator: id,
    version,
    names,
    clause: clauseOf(definition),
    state: found?.verdict ?? "not entered",
    value: found?.value ?? null,
  };
}
