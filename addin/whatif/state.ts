/**
 * What is asked in 推演, as one object that can be kept: nothing in it is a result. Every change can be taken back; a line that is being
 * dragged is one change, however many places it passes.
 */
import { useCallback, useMemo, useState } from "preact/hooks";
import type { LineMove } from "../../shared/whatif/lines.ts";
import type { Question } from "../../shared/whatif/move.ts";
import type { Limit } from "../../shared/whatif/window.ts";

export interface Scenario {
  /** A school's code; `null`: everybody there is. */
  readonly unit: string | null;
  /** `null`: the first of what can be asked, the target missed by the fewest. */
  readonly question: Question | null;
  /** Another limit in place of the target in force. */
  readonly limit: Limit | null;
  /** Lines that lie elsewhere than in the exam. */
  readonly moves: readonly LineMove[];
  /** What a plan has to keep to; `null`: no bound. */
  readonly schools: number | null;
  readonly pupils: number | null;
  readonly share: number | null;
}

export const START: Scenario = { unit: null, question: null, limit: null, moves: [], schools: null, pupils: null, share: null };

export interface History {
  /** What it is about: a region, a collection, whose figures. Of another matter nothing is carried over. */
  readonly of: string;
  readonly past: readonly Scenario[];
  readonly now: Scenario;
  readonly future: readonly Scenario[];
  /** A line is being dragged: what follows belongs to the same change. */
  readonly dragging: boolean;
}

export type Step =
  | { readonly step: "change"; readonly next: Partial<Scenario>; readonly dragging?: boolean }
  | { readonly step: "undo" | "redo" | "restore" };

export function begun(of: string): History {
  return { of, past: [], now: START, future: [], dragging: false };
}

export function stepped(history: History, step: Step): History {
  const { of, past, now, future } = history;
  switch (step.step) {
    case "change": {
      const next = { ...now, ...step.next };
      const dragging = step.dragging ?? false;
      // A drag begins with its first step: one that has gone nowhere has left nothing to go back to.
      if (same(now, next)) return history.dragging && !dragging ? { ...history, dragging } : history;
      return { of, past: history.dragging ? past : [...past, now], now: next, future: [], dragging };
    }
    case "undo": {
      const before = past.at(-1);
      return before ? { of, past: past.slice(0, -1), now: before, future: [now, ...future], dragging: false } : history;
    }
    case "redo": {
      const [next] = future;
      return next ? { of, past: [...past, now], now: next, future: future.slice(1), dragging: false } : history;
    }
    case "restore":
      return isReal(now) ? history : stepped({ ...history, dragging: false }, { step: "change", next: { moves: [], limit: null } });
  }
}

/** Nothing is supposed that is not so: what is shown are the real figures against the real target. */
export function isReal({ moves, limit }: Scenario): boolean {
  return moves.length === 0 && limit === null;
}

/** The moves with one more, in place of an earlier one of the same line; none where the line is back where the exam has it. */
export function withMove(moves: readonly LineMove[], move: LineMove, real: number): LineMove[] {
  const others = moves.filter((own) => !sameLine(own, move));
  return move.mark === real ? others : [...others, move];
}

function sameLine(a: LineMove, b: Omit<LineMove, "mark">): boolean {
  return a.stage === b.stage && a.grade === b.grade && a.subject === b.subject && a.line === b.line;
}

function same(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is held above the tab, so that changing tabs loses nothing. */
export interface Held {
  readonly held: History | null;
  hold(next: (now: History | null) => History): void;
}

export function useHeld(): Held {
  const [held, setHeld] = useState<History | null>(null);
  return useMemo(() => ({ held, hold: setHeld }), [held]);
}

export interface Scenarios {
  readonly history: History;
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
