/** The inputs that are supposed otherwise, with the way back: kept while the page is open, so that changing tabs loses none. */
import { useState } from "preact/hooks";
import type { Verdict } from "../../shared/contract.ts";
import type { Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import type { InputChange } from "../../shared/whatif/inputs.ts";
import type { Lever } from "../../shared/whatif/levers.ts";
import { leversAt } from "../../shared/whatif/reach.ts";
import { changed, type History, redone, started, undone } from "../whatif/history.ts";
import type { WayBack } from "../whatif/steps-bar.tsx";

export interface Inputs {
  /** Whose figures are looked at: a school's code or the region's; `null`: where nothing was chosen. */
  readonly unit: string | null;
  readonly changes: readonly InputChange[];
}
export type InputsHistory = History<Inputs>;

const NONE: Inputs = { unit: null, changes: [] };
const held = new Map<string, InputsHistory>();

export interface Supposing {
  readonly history: InputsHistory;
  change(next: Partial<Inputs>): void;
  take(step: WayBack): void;
}

/** One history for each matter: whose figures, of which collection. */
export function useSupposed(of: string): Supposing {
  const [, redraw] = useState(0);
  const history = held.get(of) ?? begun(of);
  const hold = (next: InputsHistory) => {
    held.set(of, next);
    redraw((times) => times + 1);
  };
  return {
    history,
    change: (next) => hold(changed(history, { ...history.now, ...next })),
    take: (step) => hold(stepped(history, step)),
  };
}

export function begun(of: string): InputsHistory {
  return started(of, NONE);
}

/** 恢复 goes back to the real numbers and stays with the unit that is looked at; it is a change like another. */
export function stepped(history: InputsHistory, step: WayBack): InputsHistory {
  if (step === "restore") return changed(history, { ...history.now, changes: [] });
  return step === "undo" ? undone(history) : redone(history);
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
