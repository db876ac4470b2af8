/**
 * What somebody supposes, with the way back: every change can be undone and redone, and what is being dragged is one change, however many
 * places it passes. Of lines and of inputs alike.
 */

export interface History<State> {
  /** What it is about: a region, a collection, whose figures. Of another matter nothing is carried over. */
  readonly of: string;
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** Something is being dragged: what follows belongs to the same change. */
  readonly dragging: boolean;
}

export function started<State>(of: string, now: State): History<State> {
  return { of, past: [], now, future: [], dragging: false };
}

/** The state as it is to be; one that is as it was is no change. */
export function changed<State>(history: History<State>, next: State, dragging = false): History<State> {
  const { of, past, now } = history;
  // A drag begins with its first step: one that has gone nowhere has left nothing to go back to.
  if (same(now, next)) return history.dragging && !dragging ? { ...history, dragging } : history;
  return { of, past: history.dragging ? past : [...past, now], now: next, future: [], dragging };
}

export function undone<State>(history: History<State>): History<State> {
  const { of, past, now, future } = history;
  return past.length === 0
    ? history
    : { of, past: past.slice(0, -1), now: past.at(-1) as State, future: [now, ...future], dragging: false };
}

export function redone<State>(history: History<State>): History<State> {
  const { of, past, now, future } = history;
  return future.length === 0 ? history : { of, past: [...past, now], now: future[0] as State, future: future.slice(1), dragging: false };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
