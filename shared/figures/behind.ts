/**
 * The numbers behind a figure that stands already, as its kind tallies them, so that the sentence of EXPLAIN can be said of it too:
 * of a rate its counts, of marks their sums, of what was entered the numbers as they came.
 */
import type { Figure, Paper, SliceTotal } from "../contract.ts";
import { ENTERED_UNIT, enteredKey } from "../entered.ts";
import { type Lines, linesOf } from "../exam.ts";
import { partOf } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import { type LineUsed, lineWords } from "../indicators/explain.ts";
import { percentOf } from "../indicators/kinds/share.ts";
import type { Choose } from "../indicators/options.ts";
import { type Frequency, sums } from "../kernel/frequency.ts";
import { frequencyOf } from "../slice.ts";
import { type Tallies, type Tally, tally } from "../tally.ts";

/** What is at hand of a unit besides its figures. */
export interface AtHand {
  readonly papers: readonly Paper[];
  /** `null` where they are not at hand. */
  readonly tallies: Tallies | null;
  /** Distributions of whole papers, where the tallies themselves are not at hand. */
  readonly totals: readonly SliceTotal[];
}

export interface Behind {
  /** `null` where what is at hand does not tell the numbers. */
  readonly members: readonly Tally[] | null;
  readonly unit: bigint;
  readonly line: LineUsed | undefined;
}

/** A multiple of every grid of marks, and a power of ten, so that sums of marks are written as decimals. */
const MARKS = 1000n;

export function behind(definition: Definition, figure: Figure, choose: Choose, atHand: AtHand): Behind {
  const { kind, reads } = definition;
  const line = lineOf(definition, figure, choose, atHand.papers);
  const told = (own: Tally | undefined, unit = 1n): Behind => ({ members: own ? [own] : null, unit, line });
  if (reads.from === "entered") return told(atHand.tallies?.get(enteredKey(figure)) ?? ofCounts(definition, figure), ENTERED_UNIT);
  if (kind.kind === "marks") return told(marksBehind(figure, atHand), MARKS);
  if (reads.from === "resource" && kind.kind === "ratio") return told(resourceBehind(definition, figure, atHand), 100n);
  return told(ofCounts(definition, figure));
}

/** A rate's counts under the names of its kind. */
function ofCounts({ kind }: Definition, { counts }: Figure): Tally | undefined {
  if (!counts) return undefined;
  const { numerator: k, denominator: n } = counts;
  if (kind.kind === "share") return named({ reached: kind.side === "reached" ? k : n - k, sat: n });
  if (kind.kind === "joint") return named({ passed: k, pupils: n });
  if (kind.kind === "rate") return named({ of: k, among: n });
  return undefined;
}

const named = (numbers: Readonly<Record<string, number | bigint>>) => tally(Object.entries(numbers));

function marksBehind(figure: Figure, { papers, tallies, totals }: AtHand): Tally | undefined {
  const same = (one: Pick<Figure, "stage" | "grade" | "subject">) =>
    one.stage === figure.stage && one.grade === figure.grade && one.subject === figure.subject;
  const paper = papers.find(same);
  const own = tallies && partOf(tallies, "scores", figure);
  if (own && paper) return sumsBehind(frequencyOf(own, paper.grid), paper.grid);
  const scores = totals.find(same)?.scores;
  return (
    scores &&
    sumsBehind(
      scores.counts.map(([mark, pupils]) => [mark / scores.grid, pupils] as const),
      scores.grid,
    )
  );
}

function sumsBehind(frequency: Frequency, grid: number): Tally {
  const { n, sum, squares, parts } = sums(frequency, grid);
  const times = MARKS / parts;
  return named({ n, sum: sum * times, squares: squares * times * times });
}

/** What a school has, and the pupils who share it; not where its stages share it too, and nothing was split here. */
function resourceBehind({ kind, reads }: Definition, figure: Figure, { tallies }: AtHand): Tally | undefined {
  if (reads.from !== "resource" || kind.kind !== "ratio" || !tallies) return undefined;
  const sent = [...tallies].filter(([key]) => key.startsWith("resources|"));
  const own = tallies.get(`resources|${figure.stage}||`);
  const amount = own?.[reads.resource];
  if (!own || sent.length > 1) return undefined;
  return named({ top: amount ?? 0, bottom: own.pupils ?? 0 });
}

function lineOf({ kind, reads }: Definition, figure: Figure, choose: Choose, papers: readonly Paper[]): LineUsed | undefined {
  const name: keyof Lines | null =
    reads.from === "grade" ? "pass" : reads.from === "entered" ? null : kind.kind === "share" ? kind.line : null;
  if (name === null) return undefined;
  const about = papers.filter(
    ({ stage, grade, subject }) => stage === figure.stage && (figure.grade ?? grade) === grade && (figure.subject ?? subject) === subject,
  );
  if (about.length === 0) return undefined;
  const percent = percentOf(name, choose);
  const lines = about.map((paper) => linesOf(paper, { pass: percent, excellent: percent, low: percent })[name]);
  const typed = about.every((paper) => paper.lines[name] !== null);
  return {
    typed,
    words: lineWords(
      lines,
      about.map(({ full }) => full),
    ),
  };
}
