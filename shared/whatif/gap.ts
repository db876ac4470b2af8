/**
 * How far a value is from its limit, in the indicator's own terms: percentage points and pupils, marks a head and marks in all, teachers.
 * Heads are the least whole number that settles it, found with the fractions that the verdict is found with.
 */
import type { Figure, Verdict } from "../contract.ts";
import { shownGap } from "../display.ts";
import { countedIn, countWords } from "../figures/counted.ts";
import type { Definition } from "../indicators/definition.ts";
import { decimal } from "../kernel/decimal.ts";
import type { Words } from "../refusal.ts";
import { longOf } from "../slice.ts";
import type { Tally } from "../tally.ts";
import { leastChange } from "./least.ts";
import { limitOn, windowOf } from "./window.ts";

type Judged = Pick<Verdict, "operator" | "limit" | "upTo" | "verdict" | "value" | "gap">;

/** The sum of the marks behind a mean, in 1/unit of a mark, and the parts of a mark that the paper knows. */
export interface MarksBehind {
  readonly own: Tally;
  readonly unit: bigint;
  readonly grid: number;
}

/** One short line beside a verdict; "" where there is nothing to say. Undecided: why. */
export function gapWords(
  verdict: Judged & Pick<Verdict, "reason">,
  definition: Definition,
  figure: Pick<Figure, "counts"> | null,
  marks?: MarksBehind,
): Words {
  const { operator, limit, upTo, value, gap, reason } = verdict;
  if (verdict.verdict === "undecided") return reason ?? NOTHING;
  // Yes and no are no distance apart.
  if (gap === null || definition.unit === "flag" || (operator === "between" && verdict.verdict === "met")) return NOTHING;
  // Between two ends, the distance is that from the end that was passed.
  const passed = upTo !== null && value !== null && value > limit ? value - upTo : gap;
  const away = awayWords(passed, definition);
  const heads = headsOf(verdict, definition, figure);
  if (verdict.verdict === "met") {
    if (gap === 0) return { zh: "正好达到", en: "exactly met" };
    return bracketed({ zh: `余 ${away.zh}`, en: `${away.en} to spare` }, heads);
  }
  return joined({ zh: `差 ${away.zh}`, en: `${away.en} short` }, heads ?? marksShort(verdict, marks));
}

/** Marks have no word of their own beside a value; how many are missing has one. */
function awayWords(gap: number, definition: Definition): Words {
  const { zh, en } = shownGap(gap, definition);
  return definition.unit === "mark" && !definition.measure ? { zh: `${zh} 分`, en: `${en} marks` } : { zh, en };
}

const NOTHING: Words = { zh: "", en: "" };

function joined(first: Words, second: Words | null): Words {
  return second ? { zh: `${first.zh}，${second.zh}`, en: `${first.en}, ${second.en}` } : first;
}

function bracketed(first: Words, second: Words | null): Words {
  return second ? { zh: `${first.zh}（${second.zh}）`, en: `${first.en} (${second.en})` } : first;
}

/** Of a rate: how many heads more, or fewer, settle it; of one that is met, how many may still go. */
function headsOf({ operator, limit, upTo, verdict }: Judged, definition: Definition, figure: Pick<Figure, "counts"> | null): Words | null {
  const counts = figure?.counts;
  const counted = counts && nounOf(definition);
  if (!counts || !counted || counts.denominator === 0) return null;
  const asked = { operator, value: limit, upTo };
  const { numerator: k, denominator: n } = counts;
  if (verdict === "met") {
    const window = windowOf(n, limitOn(asked));
    const spare = !window ? 0 : operator === ">=" || operator === ">" ? k - window.least : operator === "=" ? 0 : window.most - k;
    return spare > 0 ? counted.many(spare) : null;
  }
  const least = leastChange({ numerator: k, denominator: n, rise: n - k, fall: k }, asked);
  if (!least.possible) return { zh: "没有这样的整数人数", en: "no whole number of heads is that" };
  return least.change > 0 ? counted.more(least.change) : counted.fewer(-least.change);
}

interface Noun {
  many(n: number): Words;
  more(n: number): Words;
  fewer(n: number): Words;
}

/** Whom a rate counts: pupils, sittings where subjects are pooled, or what its definition names. */
function nounOf({ kind, reads }: Definition): Noun | null {
  if (kind.kind === "rate") {
    const { zh, en } = kind.of;
    return {
      many: (n) => ({ zh: `${zh} ${n}`, en: `${n}: ${en}` }),
      more: (n) => ({ zh: `${zh}还差 ${n}`, en: `${n} more needed: ${en}` }),
      fewer: (n) => ({ zh: `${zh}须少 ${n}`, en: `${n} fewer needed: ${en}` }),
    };
  }
  if (kind.kind !== "share" && kind.kind !== "joint") return null;
  const counted = (n: number) => countWords(n, countedIn({ kind, reads }));
  return {
    many: counted,
    more: (n) => ({ zh: `还差 ${counted(n).zh}`, en: `${counted(n).en} more needed` }),
    fewer: (n) => ({ zh: `须少 ${counted(n).zh}`, en: `${counted(n).en} fewer needed` }),
  };
}

/** The least marks in all that bring a mean to its limit, on the paper's grid. */
function marksShort({ operator, limit }: Judged, marks: MarksBehind | undefined): Words | null {
  if (!marks || operator !== ">=") return null;
  const { digits, places } = decimal(limit);
  const [n, sum, scale] = [longOf(marks.own, "n"), longOf(marks.own, "sum"), 10n ** BigInt(places)];
  // sum/unit + x/grid >= n * digits/scale, and x is whole
  const short = (n * digits * marks.unit - sum * scale) * BigInt(marks.grid);
  const per = scale * marks.unit;
  const least = short <= 0n ? 0n : (short + per - 1n) / per;
  if (least === 0n) return null;
  const all = Number((Number(least) / marks.grid).toPrecision(12));
  return { zh: `全体合计还差 ${all} 分`, en: `${all} marks in all` };
}
