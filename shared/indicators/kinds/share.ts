/** A share at a line: those at or above (or strictly below) a line of marks, of those who sat, or of whom the region chose. */
import { checkFull, checkLine, defaultLine, LINE_PERCENT, type Lines } from "../../exam.ts";
import { rateAtLeast, rateBelow } from "../../marks/rates.ts";
import type { StateCounts } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import type { ScoreColumn } from "../../scores.ts";
import { countOf } from "../../slice.ts";
import { type Tally, tally } from "../../tally.ts";
import type { Choose } from "../options.ts";
import { guarded, lineAndFull, marksIn, satAmong, stateWords } from "./guard.ts";
import { both, type Rule, SAT, totalOf } from "./rule.ts";

export interface ShareKind {
  readonly kind: "share";
  readonly line: keyof Lines;
  readonly side: "reached" | "below";
}

const LINE_NAMES: Readonly<Record<keyof Lines, Words>> = {
  pass: { zh: "及格线", en: "the pass line" },
  excellent: { zh: "优秀线", en: "the excellent line" },
  low: { zh: "低分线", en: "the low line" },
};

/** Per cent of the full mark at which a line lies where a paper does not set it: the region's choice, else the default. */
export function percentOf(line: keyof Lines, choose: Choose): number {
  const chosen = line === "excellent" ? choose("excellent-line") : line === "low" ? choose("low-line") : "";
  return chosen === "" ? LINE_PERCENT[line] : Number(chosen);
}

/** Of how many pupils the share is taken; who is not among those who sat does not reach a line. */
export function denominatorOf(states: Readonly<Partial<StateCounts>>, choose: Choose): number {
  const { sat = 0, absent = 0, deferred = 0, exempt = 0, misconduct = 0 } = states;
  const policy = choose("score-denominator");
  if (policy === "expected") return sat + absent + deferred + misconduct;
  if (policy === "registered") return sat + absent + deferred + misconduct + exempt;
  return sat;
}

const AWAY = ["absent", "deferred", "exempt", "misconduct"] as const;

function statesOf(sum: Tally): Partial<StateCounts> {
  return Object.fromEntries((["sat", ...AWAY] as const).map((state) => [state, countOf(sum, state)]));
}

/** Those who reached the line, or did not: who did not sit did not reach it, where they are counted at all. */
function numeratorOf({ side }: ShareKind, sum: Tally, choose: Choose): number {
  return side === "reached" ? countOf(sum, "reached") : denominatorOf(statesOf(sum), choose) - countOf(sum, "reached");
}

const POLICY_WORDS: Readonly<Record<string, Words>> = {
  sat: { zh: "实考人数", en: "pupils who sat" },
  expected: { zh: "应考人数（免考不计）", en: "pupils expected to sit (exempt left out)" },
  registered: { zh: "在籍人数", en: "pupils registered" },
};
const whom = (choose: Choose): Words => POLICY_WORDS[choose("score-denominator")] ?? (POLICY_WORDS.sat as Words);
const who = ({ line, side }: ShareKind): Words =>
  side === "reached"
    ? { zh: `分数 ≥ ${LINE_NAMES[line].zh}的人数`, en: `pupils at or above ${LINE_NAMES[line].en}` }
    : { zh: `分数 < ${LINE_NAMES[line].zh}的人数`, en: `pupils below ${LINE_NAMES[line].en}` };

export const share: Rule<ShareKind> = {
  inputs: ({ line }) => [
    { id: "scores", names: { zh: "分数", en: "scores" }, shape: "scores" },
    { id: "line", names: { zh: `${LINE_NAMES[line].zh}（分）`, en: `${LINE_NAMES[line].en}, in marks` }, shape: "amount", optional: true },
    { id: "full", names: { zh: "满分", en: "full mark" }, shape: "amount", optional: true },
    SAT,
  ],
  tally: (kind, [scores, ...rest], _, choose) => [tallyAt(kind, scores as ScoreColumn, rest as (number | undefined)[], choose)],
  reports: () => null,
  read: (kind, members, _, choose) => {
    const sum = totalOf(members);
    const denominator = denominatorOf(statesOf(sum), choose);
    return denominator === 0 ? undefined : { numerator: numeratorOf(kind, sum, choose), denominator };
  },
  words: (kind, choose) => both((language) => `${who(kind)[language]} ÷ ${whom(choose)[language]}`),
  filled: (kind, members, _, choose) => {
    const sum = totalOf(members);
    const [k, n] = [numeratorOf(kind, sum, choose), denominatorOf(statesOf(sum), choose)];
    return both((language) => `${who(kind)[language]} ${k} ÷ ${whom(choose)[language]} ${n}`);
  },
  native: ({ line, side }, [scores = "", own, full, sat], choose) => {
    const mark = own ?? `${full ?? 100}*${percentOf(line, choose)}%`;
    const states = awayStates(choose);
    const away = states.length > 0 ? [`SUMPRODUCT(COUNTIF(${scores},${stateWords(["zh", "en"], states)}))`] : [];
    const among = [sat ?? `COUNT(${scores})`, ...away].join("+");
    const reached = `COUNTIF(${scores},">="&${mark})`;
    const counted = away.length > 0 ? `(${among})` : among;
    const sound = [
      marksIn(scores, full ?? "100"),
      ...lineAndFull(own, full),
      ...satAmong(scores, sat),
      ...(sat ? [`${reached}<=${sat}`] : []),
    ];
    return guarded(sound, side === "reached" ? `${reached}/${counted}` : `(${among}-${reached})/${counted}`);
  },
};

/** The states that count towards the denominator beside those who sat, as cells write them. */
export function awayStates(choose: Choose): string[] {
  const policy = choose("score-denominator");
  if (policy === "expected") return ["缺考", "缓考", "违纪"];
  if (policy === "registered") return ["缺考", "缓考", "违纪", "免考"];
  return [];
}

/** The tally of a column at its line; zeros beyond the number who sat are blanks in disguise, as in PASSRATE. */
function tallyAt(kind: ShareKind, column: ScoreColumn, [line, full, sat]: readonly (number | undefined)[], choose: Choose): Tally {
  const top = checkFull(full ?? 100);
  const mark = line === undefined ? defaultLine(kind.line, top, percentOf(kind.line, choose)) : checkLine(kind.line, line, top);
  const away = AWAY.map((state) => [state, column.states[state]] as const);
  const { numerator, denominator } = rateAtLeast(column, mark, sat);
  // Refuses more blanks in disguise than there are zeros.
  if (sat !== undefined) rateBelow(column, mark, sat);
  return tally([["reached", numerator], ["sat", denominator], ...away]);
}
