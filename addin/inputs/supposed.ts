/** The inputs that are supposed otherwise: kept while the pane is open, so that changing tabs loses none. */
import { useState } from "preact/hooks";
import type { Verdict } from "../../shared/contract.ts";
import type { Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import type { InputChange } from "../../shared/whatif/inputs.ts";
import type { Lever } from "../../shared/whatif/levers.ts";
import { leversAt } from "../../shared/whatif/reach.ts";

const held = new Map<string, readonly InputChange[]>();
const NONE: readonly InputChange[] = [];

/** One list for each matter: whose figures, of which collection. */
export function useSupposed(of: string): [readonly InputChange[], (next: readonly InputChange[]) => void] {
  const [, redraw] = useState(0);
  const set = (next: readonly InputChange[]) => {
    held.set(of, next);
    redraw((times) => times + 1);
  };
  return [held.get(of) ?? NONE, set];
}

/** Changes of one number are one change; of none, none. */
export function merged(changes: readonly InputChange[], more: readonly InputChange[]): InputChange[] {
  const all = new Map<string, InputChange>();
  for (const one of [...changes, ...more]) {
    const key = JSON.stringify([one.unit, one.stage, one.indicator, one.name]);
    all.set(key, { ...one, by: one.by + (all.get(key)?.by ?? 0) });
  }
  return [...all.values()].filter(({ by }) => by !== 0);
}

/** A number that can be moved, with the indicator it belongs to. */
export interface Movable {
  readonly lever: Lever;
  readonly indicator: Words;
}

/** What can be moved of a unit, each number once. */
export function movablesOf(input: RollupInput, verdicts: readonly Verdict[]): Movable[] {
  const all = new Map<string, Movable>();
  for (const { indicator, unit, stage, operator, limit, upTo } of verdicts) {
    const definition = input.rules.definitions.find(({ id }) => id === indicator);
    if (!definition || definition.kind.kind === "worst" || definition.kind.kind === "checklist") continue;
    for (const lever of leversAt(input, definition, { unit, stage, limit: { operator, value: limit, upTo } })) {
      const key = JSON.stringify(lever.changes(1));
      if (!all.has(key)) all.set(key, { lever, indicator: definition.names });
    }
  }
  return [...all.values()];
}
