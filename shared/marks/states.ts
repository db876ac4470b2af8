/** What became of a pupil in an exam (architecture, section 2). 0 is a mark, so a zero is `sat`. */
export const STATES = ["sat", "absent", "deferred", "exempt", "misconduct", "left"] as const;
export type State = (typeof STATES)[number];

/** The words of each state, as bulletins head their columns. */
export const STATE_WORDS: Readonly<Record<State, { zh: string; en: string }>> = {
  sat: { zh: "实考", en: "sat" },
  absent: { zh: "缺考", en: "absent" },
  deferred: { zh: "缓考", en: "deferred" },
  exempt: { zh: "免考", en: "exempt" },
  misconduct: { zh: "违纪", en: "misconduct" },
  left: { zh: "转出", en: "left" },
};

/** What schools write in a score cell instead of a mark. `sat` is never written: a mark says it. */
const WRITTEN: Readonly<Record<Exclude<State, "sat">, readonly string[]>> = {
  absent: ["缺考", "缺", "absent"],
  deferred: ["缓考", "缓", "deferred"],
  exempt: ["免考", "免", "exempt"],
  misconduct: ["违纪", "作弊", "舞弊", "misconduct", "cheating", "cheated"],
  left: ["转出", "转学", "left", "transferred"],
};

const BY_WORD = new Map<string, State>(
  Object.entries(WRITTEN).flatMap(([state, written]) => written.map((word) => [word, state as State])),
);

/** The state a text stands for, or `undefined`. Spaces inside (缺　考, as lists are padded) do not matter. */
export function stateOf(text: string): State | undefined {
  return BY_WORD.get(text.toLowerCase().replace(/\s+/g, ""));
}

export type StateCounts = Record<State, number>;

export function noStates(): StateCounts {
  return { sat: 0, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
}

/** 应考: everybody but those who left. */
export function expected(states: StateCounts): number {
  return states.sat + states.absent + states.deferred + states.exempt + states.misconduct;
}
