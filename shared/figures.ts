/** The figures of a unit, school or region alike, read from its tallies by the kinds of the definitions in force. */
import type { Apart } from "./collecting/apart.ts";
import type { CollectionBody, Figure, Paper, Stage } from "./contract.ts";
import { type Lines, linesOf } from "./exam.ts";
import { type Regression, regressionOf, valueAddedOfMember } from "./figures/members.ts";
import { numberOf } from "./indicators/compute.ts";
import type { Definition, Reads } from "./indicators/definition.ts";
import { denominatorOf } from "./indicators/kinds/share.ts";
import type { Choose } from "./indicators/options.ts";
import { chooseBy, percentsIn, type Rules, readingIdsOf } from "./indicators/rules.ts";
import { cumulative, deviation, type Frequency, mean, type Sums, sums } from "./kernel/frequency.ts";
import { poolOf, type Rate } from "./marks/rates.ts";
import type { StateCounts } from "./marks/states.ts";
import type { Words } from "./refusal.ts";
import { countOf, frequencyOf, type Part, placeKey, statesIn } from "./slice.ts";
import { sameSubjects } from "./subjects.ts";
import type { Tallies, Tally } from "./tally.ts";
import type { Fact } from "./target.ts";

/** A figure with how many pupils stand behind it: the smallest group it can be traced to. */
export interface Read {
  readonly figure: Figure;
  readonly pupils: number;
}

const NOBODY: Words = { zh: "没有人参加考试", en: "nobody sat" };

interface At {
  readonly stage: Stage;
  readonly grade?: number | null;
  readonly subject?: string | null;
}

/** A figure from what was read; without a value it says why. A rate keeps its counts. */
export function figureOf(rules: Rules, definition: Definition, at: At, fact: Fact | undefined, why: Words, pupils: number): Read {
  const counted =
    definition.unit === "rate" && typeof fact === "object" && typeof fact.numerator === "number" && typeof fact.denominator === "number";
  const figure: Figure = {
    indicator: definition.id,
    stage: at.stage,
    grade: at.grade ?? null,
    subject: at.subject ?? null,
    resource: null,
    value: fact === undefined ? null : numberOf(fact),
    counts: counted ? { numerator: Number(fact.numerator), denominator: Number(fact.denominator) } : null,
    interval: null,
    readings: readingIdsOf(rules, definition),
    estimate: definition.estimate ?? false,
    why: fact === undefined ? why : null,
  };
  return { figure, pupils };
}

/** The definitions that read from one part of what schools send. */
export function reading<From extends Reads["from"]>({ definitions }: Rules, from: From) {
  return definitions.filter((one): one is Definition & { reads: Extract<Reads, { from: From }> } => one.reads.from === from);
}

export function partOf(tallies: Tallies, part: Part, at: At): Tally | undefined {
  return tallies.get(placeKey({ part, stage: at.stage, grade: at.grade ?? null, subject: at.subject ?? null }));
}

/** What one paper's slice gives to be read: its marks, their exact sums, the states and the lines in force. */
export interface PaperMarks {
  readonly frequency: Frequency;
  /** How many reach a line. */
  readonly reaching: (line: number) => number;
  readonly sums: Sums;
  readonly states: StateCounts;
  readonly lines: Lines;
}

/** The marks of each paper that a unit sent, read once for all its figures. */
export type Marks = ReadonlyMap<Paper, PaperMarks>;

export function marksOf(rules: Rules, tallies: Tallies, papers: readonly Paper[]): Marks {
  const percents = percentsIn(rules);
  const sent = papers.flatMap((paper): [Paper, PaperMarks][] => {
    const own = partOf(tallies, "scores", paper);
    if (!own) return [];
    const frequency = frequencyOf(own, paper.grid);
    const lines = linesOf(paper, percents);
    return [
      [paper, { frequency, reaching: cumulative(frequency), sums: sums(frequency, paper.grid), states: statesIn(own, frequency), lines }],
    ];
  });
  return new Map(sent);
}

/** Mean, deviation and rates of each paper the unit sent. */
export function paperFigures(rules: Rules, sent: Marks): Read[] {
  const definitions = reading(rules, "paper");
  return [...sent].flatMap(([paper, marks]) =>
    definitions.map((definition) => {
      const fact = readPaper(definition, marks, chooseBy(rules, definition));
      return figureOf(rules, definition, paper, fact, NOBODY, marks.sums.n);
    }),
  );
}

/** Reads the kinds that need one paper's marks only; `undefined` when nobody is counted. */
function readPaper({ kind }: Definition, marks: PaperMarks, choose: Choose): Fact | undefined {
  if (kind.kind === "marks") return kind.of === "mean" ? mean(marks.sums) : deviation(marks.sums);
  if (kind.kind === "share") return shareOf(marks, kind.line, kind.side, choose);
  return undefined;
}

/** `undefined` when nobody is counted. */
export function shareOf(
  { reaching, states, lines }: Pick<PaperMarks, "reaching" | "states" | "lines">,
  line: keyof Lines,
  side: "reached" | "below",
  choose: Choose,
): Rate | undefined {
  const reached = reaching(lines[line]);
  const denominator = denominatorOf(states, choose);
  return denominator === 0 ? undefined : { numerator: side === "reached" ? reached : denominator - reached, denominator };
}

/** 全科合格率 of each grade the unit sent joint counts for; `apart`: why those of a grade cannot be told. Counts are over all papers, so a definition that names its subjects needs just those. */
export function jointFigures(
  rules: Rules,
  tallies: Tallies,
  papers: readonly Paper[],
  apart: (grade: Apart) => Words | null = () => null,
): Read[] {
  const grades = new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }]));
  return [...grades.values()].flatMap((at) => {
    const own = partOf(tallies, "joint", at);
    const other = apart(at);
    if (!own && !other) return [];
    const pupils = countOf(own, "pupils");
    const rate = pupils === 0 || other ? undefined : { numerator: countOf(own, "passed"), denominator: pupils };
    const subjects = papers.filter(({ stage, grade }) => stage === at.stage && grade === at.grade).map(({ subject }) => subject);
    return reading(rules, "grade").flatMap((definition) => {
      const { grade, subjects: named } = definition.reads;
      if ((grade ?? at.grade) !== at.grade || !definition.stages.includes(at.stage)) return [];
      if (named === null || sameSubjects(named, subjects)) return [figureOf(rules, definition, at, rate, other ?? NOBODY, pupils)];
      const why = { zh: `本次考试不只是${named.join("、")}三科`, en: `the exam's subjects are not just ${named.join(", ")}` };
      return [figureOf(rules, definition, at, undefined, why, pupils)];
    });
  });
}

/** Rates pooled over all papers of a stage, and their changes: counts are added, rates never averaged. */
export function pooledFigures(rules: Rules, sent: Marks, baseline: Baseline | null): Read[] {
  const then = baseline && marksOf(rules, baseline.tallies, baseline.collection.exam?.papers ?? []);
  return reading(rules, "stage").flatMap((definition) => {
    const stage = definition.stages[0] as Stage;
    const choose = chooseBy(rules, definition);
    const now = pooled(sent, stage, definition.reads.line, choose);
    if (!now) return [];
    if (definition.kind.kind !== "change") return [figureOf(rules, definition, { stage }, now.rate, NOBODY, now.least)];
    const earlier = then && pooled(then, stage, definition.reads.line, choose);
    const fact = changeSince(now.rate, earlier?.rate);
    return [figureOf(rules, definition, { stage }, fact, NO_BASELINE, Math.min(now.least, earlier?.least ?? now.least))];
  });
}

/** An earlier, closed collection of the same unit. */
export interface Baseline {
  readonly tallies: Tallies;
  readonly collection: CollectionBody;
}

export const NO_BASELINE: Words = {
  zh: "没有可比的基线采集（须已截止，且应填报的学校都已填报）",
  en: "no baseline collection to compare with (one that has closed, with every required school in it)",
};

/** Exact, as a fraction of bigints: a difference of rates has no counts of people. */
export function changeSince(now: Rate | undefined, then: Rate | null | undefined): Fact | undefined {
  if (!now || !then) return undefined;
  const [k, n, k0, n0] = [now.numerator, now.denominator, then.numerator, then.denominator].map(BigInt) as [bigint, bigint, bigint, bigint];
  return { numerator: k * n0 - k0 * n, denominator: n * n0 };
}

function pooled(sent: Marks, stage: Stage, line: keyof Lines, choose: Choose) {
  const marks = [...sent].filter(([paper]) => paper.stage === stage).map(([, one]) => one);
  if (marks.length === 0) return undefined;
  const rates = marks.flatMap((one) => shareOf(one, line, "reached", choose) ?? []);
  return { rate: poolOf(rates), least: Math.min(...marks.map(({ sums }) => sums.n)) };
}

/** The region's regression of each paper that names an earlier exam. */
export function regressions(sums: Tallies, papers: readonly Paper[]): Map<Paper, Regression | undefined> {
  const withBefore = papers.filter((paper) => paper.before !== null && partOf(sums, "pairs", paper));
  return new Map(
    withBefore.map((paper) => [
      paper,
      regressionOf(partOf(sums, "pairs", paper) as Tally, { before: paper.before?.grid ?? 1, after: paper.grid }),
    ]),
  );
}

/** Value added of one school in each paper, with its interval. */
export function valueAddedFigures(rules: Rules, tallies: Tallies, against: ReadonlyMap<Paper, Regression | undefined>): Read[] {
  return reading(rules, "pairs").flatMap((definition) =>
    [...against].flatMap(([paper, regression]) => {
      const own = partOf(tallies, "pairs", paper);
      if (!own) return [];
      const added = regression && valueAddedOfMember(own, regression);
      const why = regression
        ? { zh: "没有匹配的学生", en: "no matched pupils" }
        : { zh: "前测成绩没有差异，无法回归", en: "the marks before do not vary, so there is no regression" };
      const read = figureOf(rules, definition, paper, added?.value, why, countOf(own, "matched"));
      return [{ ...read, figure: { ...read.figure, interval: added?.interval ?? null } }];
    }),
  );
}
