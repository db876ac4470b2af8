/** What is asked in 推演 of an exam, as one object that can be kept: nothing in it is a result. Every change can be taken back. */
import { useCallback, useMemo, useState } from "preact/hooks";
import type { LineMove } from "../../shared/whatif/lines.ts";
import type { Question } from "../../shared/whatif/move.ts";
import type { Supposed } from "../../shared/whatif/scenario.ts";
import type { Limit } from "../../shared/whatif/window.ts";
import { changed, type History, redone, started, undone } from "./history.ts";

export interface Scenario {
  /** A school's code; `null`: everybody there is. */
  readonly unit: string | null;
  /** `null`: the first of what can be asked, the target missed by the fewest. */
  readonly question: Question | null;
  /** Another limit in place of the target in force. */
  readonly limit: Limit | null;
  /** Lines that lie elsewhere than in the exam. */
  readonly moves: readonly LineMove[];
  /** Choices of definitions that are made otherwise. */
  readonly choices: Supposed["choices"];
  /** What a plan has to keep to; `null`: no bound. */
  readonly schools: number | null;
  readonly pupils: number | null;
  readonly share: number | null;
}

export const START: Scenario = {
  unit: null,
  question: null,
  limit: null,
  moves: [],
  choices: [],
  schools: null,
  pupils: null,
  share: null,
};

export type AskedHistory = History<Scenario>;

export type Step =
  | { readonly step: "change"; readonly next: Partial<Scenario>; readonly dragging?: boolean }
  | { readonly step: "undo" | "redo" | "restore" };

export function begun(of: string): AskedHistory {
  return started(of, START);
}

export function stepped(history: AskedHistory, step: Step): AskedHistory {
  const { now } = history;
  switch (step.step) {
    case "change":
      return changed(history, { ...now, ...step.next }, step.dragging);
    case "undo":
      return undone(history);
    case "redo":
      return redone(history);
    case "restore":
      return isReal(now) ? history : changed({ ...history, dragging: false }, { ...now, moves: [], choices: [], limit: null });
  }
}

/** Nothing is supposed that is not so: what is shown are the real figures against the real target. */
export function isReal({ moves, choices, limit }: Scenario): boolean {
  return moves.length + choices.length === 0 && limit === null;
}

/** The choices with one more, in place of an earlier one of its option; none where it is the one in force. */
export function withChoice(choices: Supposed["choices"], made: Supposed["choices"][number], inForce: string): Supposed["choices"] {
  const others = choices.filter(({ option }) => option !== made.option);
  return made.choice === inForce ? others : [...others, made];
}

/** The moves with one more, in place of an earlier one of the same line; none where the line is back where the exam has it. */
export function withMove(moves: readonly LineMove[], move: LineMove, real: number): LineMove[] {
  const others = moves.filter((own) => !sameLine(own, move));
  return move.mark === real ? others : [...others, move];
}

function sameLine(a: LineMove, b: Omit<LineMove, "mark">): boolean {
  return a.stage === b.stage && a.grade === b.grade && a.subject === b.subject && a.line === b.line;
}

/** What is held above the tab, so that changing tabs loses nothing. */
export interface Held {
  readonly held: AskedHistory | null;
  hold(next: (now: AskedHistory | null) => AskedHistory): void;
}

export function useHeld(): Held {
  const [held, setHeld] = useState<AskedHistory | null>(null);
  return useMemo(() => ({ held, hold: setHeld }), [held]);
}

export interface Scenarios {
  readonly history: AskedHistory;
  readonly now: Scenario;
  take(step: Step): void;
  change(next: Partial<Scenario>, dragging?: boolean): void;
}

export function useScenario({ held, hold }: Held, of: string): Scenarios {
  const history = held?.of === of ? held : begun(of);
  const take = useCallback((step: Step) => hold((now) => stepped(now?.of === of ? now : begun(of), step)), [hold, of]);
  const change = useCallback((next: Partial<Scenario>, dragging = false) => take({ step: "change", next, dragging }), [take]);
  return { history, now: history.now, take, change };
}
