/** The figures of a unit, school or region alike, read from its tallies by the kinds of the catalogue. */
import type { CollectionBody, Figure, Paper, Stage } from "./contract.ts";
import { type Lines, linesOf } from "./exam.ts";
import { indicators } from "./indicators/index.ts";
import { type Definition, type PaperMarks, pool, readPaper } from "./indicators/kinds.ts";
import { atLeast, sums } from "./kernel/frequency.ts";
import { quotient } from "./kernel/quotient.ts";
import { type Regression, regressionOf, valueAddedOfMember } from "./members.ts";
import type { Rate } from "./rates.ts";
import type { Words } from "./refusal.ts";
import { countOf, frequencyOf, type Part, placeKey } from "./slice.ts";
import { sameSubjects } from "./subjects.ts";
import type { Tallies, Tally } from "./tally.ts";

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

/** A figure from what was read; without a value it says why. */
export function figureOf(definition: Definition, at: At, value: Rate | number | undefined, why: Words, pupils: number): Read {
  const rate = typeof value === "object" ? value : null;
  const figure: Figure = {
    indicator: definition.id,
    stage: at.stage,
    grade: at.grade ?? null,
    subject: at.subject ?? null,
    resource: null,
    value: rate ? quotient(rate.numerator, rate.denominator) : typeof value === "number" ? value : null,
    counts: rate ? { numerator: rate.numerator, denominator: rate.denominator } : null,
    interval: null,
    reading: definition.reading,
    estimate: definition.estimate,
    why: value === undefined ? why : null,
  };
  return { figure, pupils };
}

export function partOf(tallies: Tallies, part: Part, at: At): Tally | undefined {
  return tallies.get(placeKey({ part, stage: at.stage, grade: at.grade ?? null, subject: at.subject ?? null }));
}

/** The marks of each paper that a unit sent, read once for all its figures. */
export type Marks = ReadonlyMap<Paper, PaperMarks>;

export function marksOf(tallies: Tallies, papers: readonly Paper[]): Marks {
  const sent = papers.flatMap((paper): [Paper, PaperMarks][] => {
    const own = partOf(tallies, "scores", paper);
    if (!own) return [];
    const frequency = frequencyOf(own, paper.grid);
    return [[paper, { frequency, sums: sums(frequency, paper.grid), lines: linesOf(paper) }]];
  });
  return new Map(sent);
}

/** Mean, deviation and rates of each paper the unit sent. */
export function paperFigures(sent: Marks): Read[] {
  return [...sent].flatMap(([paper, marks]) =>
    ofOnePaper.map((definition) => figureOf(definition, paper, readPaper(definition.kind, marks), NOBODY, marks.sums.n)),
  );
}

const ofOnePaper = indicators.filter(({ kind }) => ["share", "mean", "deviation"].includes(kind.kind));

/** 全科合格率 of each grade the unit sent joint counts for. */
export function jointFigures(tallies: Tallies, papers: readonly Paper[]): Read[] {
  const grades = new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }]));
  return [...grades.values()].flatMap((at) => {
    const own = partOf(tallies, "joint", at);
    if (!own) return [];
    const rate = jointRate(own);
    const exam = indicators
      .filter(({ kind }) => kind.kind === "joint")
      .map((definition) => figureOf(definition, at, rate, NOBODY, countOf(own, "pupils")));
    return [...exam, ...graduateFigures(at, rate, papers, countOf(own, "pupils"))];
  });
}

function jointRate(own: Tally): Rate | undefined {
  return pool([{ numerator: countOf(own, "passed"), denominator: countOf(own, "pupils") }]);
}

/** Joint counts are over all papers of a grade, so a definition that names its subjects needs an exam of just those. */
function graduateFigures(at: { stage: Stage; grade: number }, rate: Rate | undefined, papers: readonly Paper[], pupils: number): Read[] {
  const subjects = papers.filter((paper) => paper.stage === at.stage && paper.grade === at.grade).map((paper) => paper.subject);
  return indicators.flatMap((definition) => {
    const { kind } = definition;
    if (kind.kind !== "graduates" || kind.grade !== at.grade || !definition.stages.includes(at.stage)) return [];
    if (kind.subjects === null || sameSubjects(kind.subjects, subjects)) return [figureOf(definition, at, rate, NOBODY, pupils)];
    const why = { zh: `本次考试不只是${kind.subjects.join("、")}三科`, en: `the exam's subjects are not just ${kind.subjects.join(", ")}` };
    return [figureOf(definition, at, undefined, why, pupils)];
  });
}

/** Rates pooled over all papers of a stage: counts are added, rates never averaged. */
export function pooledFigures(sent: Marks, baseline: Baseline | null): Read[] {
  const then = baseline && marksOf(baseline.tallies, baseline.collection.exam?.papers ?? []);
  return indicators.flatMap((definition) => {
    const { kind } = definition;
    if (kind.kind !== "pooled" && kind.kind !== "change") return [];
    const stage = definition.stages[0] as Stage;
    const now = pooled(sent, stage, kind.line);
    if (!now) return [];
    if (kind.kind === "pooled") return [figureOf(definition, { stage }, now.rate, NOBODY, now.least)];
    const earlier = then && pooled(then, stage, kind.line);
    const change = changeSince(now.rate, earlier?.rate);
    return [figureOf(definition, { stage }, change, NO_BASELINE, Math.min(now.least, earlier?.least ?? now.least))];
  });
}

/** An earlier, closed collection of the same unit. */
export interface Baseline {
  readonly tallies: Tallies;
  readonly collection: CollectionBody;
}

const NO_BASELINE: Words = {
  zh: "没有可比的基线采集（须已截止，且应填报的学校都已填报）",
  en: "no baseline collection to compare with (one that has closed, with every required school in it)",
};

function changeSince(now: Rate | undefined, then: Rate | null | undefined): number | undefined {
  if (!now || !then) return undefined;
  const [k, n, k0, n0] = [now.numerator, now.denominator, then.numerator, then.denominator].map(BigInt) as [bigint, bigint, bigint, bigint];
  return quotient(k * n0 - k0 * n, n * n0);
}

function pooled(sent: Marks, stage: Stage, line: keyof Lines) {
  const marks = [...sent].filter(([paper]) => paper.stage === stage).map(([, one]) => one);
  if (marks.length === 0) return undefined;
  const rates = marks.map(({ frequency, sums, lines }): Rate => ({ numerator: atLeast(frequency, lines[line]), denominator: sums.n }));
  return { rate: pool(rates), least: Math.min(...marks.map(({ sums }) => sums.n)) };
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
export function valueAddedFigures(tallies: Tallies, against: ReadonlyMap<Paper, Regression | undefined>): Read[] {
  const definition = indicators.find(({ kind }) => kind.kind === "valueAdded") as Definition;
  return [...against].flatMap(([paper, regression]) => {
    const own = partOf(tallies, "pairs", paper);
    if (!own) return [];
    const added = regression && valueAddedOfMember(own, regression);
    const why = regression
      ? { zh: "没有匹配的学生", en: "no matched pupils" }
      : { zh: "前测成绩没有差异，无法回归", en: "the marks before do not vary, so there is no regression" };
    const read = figureOf(definition, paper, added?.value, why, countOf(own, "matched"));
    return [{ ...read, figure: { ...read.figure, interval: added?.interval ?? null } }];
  });
}
