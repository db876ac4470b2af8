/**
 * Moving lines on the real distributions: every rate of every unit that reads a line, before and after, exactly. Distributions are added up
 * once; a move then looks up two numbers a rate, so a county follows a line as it is dragged. Other choices go the same way.
 */
import type { Choice, Paper } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { changeSince, type Marks, marksOf, type PaperMarks, partOf, reading, shareOf } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Choose } from "../indicators/options.ts";
import { chooseBy, percentsIn, type Rules } from "../indicators/rules.ts";
import { reachingIn, uniformPercent } from "../marks/lowest.ts";
import { poolOf, type Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import type { Member, RollupInput } from "../rollup.ts";
import { countOf, lowestIn } from "../slice.ts";
import { sameSubjects } from "../subjects.ts";
import type { Tallies, Tally } from "../tally.ts";
import type { Fact } from "../target.ts";
import { type LineMove, movedPapers } from "./lines.ts";
import { papersAbout } from "./stand.ts";

/** Which rate is asked about: an indicator at its place. */
export interface Question {
  readonly indicator: string;
  readonly stage: Paper["stage"];
  readonly grade: number | null;
  readonly subject: string | null;
}

/** One rate of one unit; `null` where there is none, and `why` where it cannot be told at the other line. */
export interface MovedRate extends Question {
  readonly unit: string;
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly why: Words | null;
}

export interface Unit {
  readonly code: string;
  /** Of a school; the region's is told by whoever asks. */
  readonly name: string | null;
  readonly tallies: Tallies;
  readonly marks: Marks;
  readonly earlier: Marks | null;
  /** Whose all-subject counts it is made of, with the grades in which they are kept apart. */
  readonly behind: readonly Pick<Member, "name" | "apart">[];
}

export interface Prepared {
  readonly rules: Rules;
  readonly papers: readonly Paper[];
  /** The region first, then its schools. */
  readonly units: readonly Unit[];
}

export function prepareMoves(input: RollupInput): Prepared {
  return finish(preparing(input));
}

/** The same a school at a time, for who must not be kept waiting; of some papers only, where no others are asked about. */
export function* preparing(
  { rules, region, collection, sums, members, baseline }: RollupInput,
  papers: readonly Paper[] = collection.exam?.papers ?? [],
): Generator<undefined, Prepared> {
  const then = baseline?.collection.exam?.papers ?? [];
  const unit = (code: string, name: string | null, tallies: Tallies, base: Tallies | undefined, behind: Unit["behind"]): Unit => {
    const marks = marksOf(rules, tallies, papers);
    // Counts from the top are added up at the first line that is asked about: here, where nobody waits for them.
    for (const { reaching } of marks.values()) reaching(0);
    return { code, name, tallies, marks, behind, earlier: base ? marksOf(rules, base, then) : null };
  };
  const units = [unit(region, null, sums, baseline?.sums, members)];
  for (const member of members) {
    const { school, name, tallies, baseline: base } = member;
    units.push(unit(school, name, tallies, baseline ? base : undefined, [member]));
    yield;
  }
  return { rules, papers, units };
}

/** Runs what works in steps to its end at once. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * All rates that read a line, of the region and of each school; `only`: those of one indicator at its place. Refuses a line off its
 * paper's grid.
 */
export function moveLines(
  { rules, papers: all, units }: Prepared,
  moves: readonly LineMove[],
  choices: readonly Choice[] = rules.choices,
  only: Question | null = null,
): MovedRate[] {
  const asked = only && rules.definitions.find(({ id }) => id === only.indicator);
  if (only && !asked) return [];
  const definitions = asked ? [asked] : rules.definitions;
  const other: Rules = { ...rules, definitions, choices };
  const percents = percentsIn(other);
  const now = waysOf({ ...rules, definitions });
  const ways = { now, other: choices === rules.choices ? now : waysOf(other) };
  const moved = movedPapers(all, moves);
  const papers = asked && only ? papersAbout(asked, all, only) : all;
  const lines = papers.map((paper) => linesOf(moved[all.indexOf(paper)] as Paper, percents));
  const grades = gradesOf(
    papers,
    papers.map((paper) => moved[all.indexOf(paper)] as Paper),
  );
  return units.flatMap(({ code, tallies, marks: sent, earlier }) => {
    const marks: Marks = only ? new Map(papers.flatMap((paper) => pairOf(paper, sent.get(paper)))) : sent;
    const after = new Map(papers.flatMap((paper, at) => withLines(paper, marks.get(paper), lines[at] as PaperMarks["lines"])));
    return [
      ...paperRates(code, marks, after, ways),
      ...stageRates(code, marks, after, earlier, ways),
      ...grades.flatMap((grade) => jointRates(code, other, tallies, grade)),
    ];
  });
}

function pairOf(paper: Paper, own: PaperMarks | undefined): [Paper, PaperMarks][] {
  return own ? [[paper, own]] : [];
}

type Own = Pick<PaperMarks, "reaching" | "states" | "lines">;

function withLines(paper: Paper, own: PaperMarks | undefined, lines: PaperMarks["lines"]): [Paper, Own][] {
  return own ? [[paper, { reaching: own.reaching, states: own.states, lines: sameLines(own.lines, lines) ? own.lines : lines }]] : [];
}

function sameLines(a: PaperMarks["lines"], b: PaperMarks["lines"]): boolean {
  return a.pass === b.pass && a.excellent === b.excellent && a.low === b.low;
}

/** The definitions that read a line of papers, each with its choices looked up once. */
interface Way<D extends Definition = Definition> {
  readonly definition: D;
  readonly choose: Choose;
}
interface Ways {
  readonly paper: readonly Way[];
  readonly stage: readonly Way<ReturnType<typeof reading<"stage">>[number]>[];
}

function waysOf(rules: Rules): Ways {
  const chosen = <D extends Definition>(definition: D): Way<D> => {
    const choose = chooseBy(rules, definition);
    const known = new Map((definition.options ?? []).map(({ id }) => [id, choose(id)]));
    return { definition, choose: (id) => known.get(id) ?? "" };
  };
  return {
    paper: reading(rules, "paper")
      .filter(({ kind }) => kind.kind === "share")
      .map(chosen),
    stage: reading(rules, "stage").map(chosen),
  };
}

function paperRates(unit: string, marks: Marks, moved: ReadonlyMap<Paper, Own>, { now, other }: { now: Ways; other: Ways }): MovedRate[] {
  return [...marks].flatMap(([paper, own]) =>
    now.paper.flatMap(({ definition: { id, kind }, choose }, at): MovedRate[] => {
      if (kind.kind !== "share") return [];
      const { stage, grade, subject } = paper;
      const before = shareOf(own, kind.line, kind.side, choose) ?? null;
      const there = moved.get(paper) as Own;
      const still = now === other && there.lines === own.lines;
      const after = still ? before : (shareOf(there, kind.line, kind.side, (other.paper[at] as Way).choose) ?? null);
      return [{ unit, indicator: id, stage, grade, subject, before, after, why: null }];
    }),
  );
}

function stageRates(
  unit: string,
  marks: Marks,
  moved: ReadonlyMap<Paper, Own>,
  earlier: Marks | null,
  { now, other }: { now: Ways; other: Ways },
): MovedRate[] {
  return now.stage.flatMap(({ definition, choose }, at): MovedRate[] => {
    const stage = definition.stages[0] as Paper["stage"];
    const { line } = definition.reads;
    const pooled = (all: Iterable<readonly [Paper, Own]>, by: Choose) =>
      poolOf([...all].flatMap(([paper, one]) => (paper.stage === stage ? (shareOf(one, line, "reached", by) ?? []) : [])));
    if (![...marks.keys()].some((paper) => paper.stage === stage)) return [];
    const way = other.stage[at] as Way;
    const read = (all: Iterable<readonly [Paper, Own]>, by: Choose): Fact | null => {
      const rate = pooled(all, by);
      return (definition.kind.kind === "change" ? changeSince(rate, earlier ? pooled(earlier, by) : undefined) : rate) ?? null;
    };
    return [
      {
        unit,
        indicator: definition.id,
        stage,
        grade: null,
        subject: null,
        before: read(marks, choose),
        after: read(moved, way.choose),
        why: null,
      },
    ];
  });
}

/** The papers of a grade, and the per cent at which their pass lines lie now where one was moved. */
interface Grade {
  readonly stage: Paper["stage"];
  readonly grade: number;
  readonly subjects: readonly string[];
  /** `null` where no pass line was moved; `undefined` where the moved lines are not all at one whole per cent. */
  readonly percent: number | null | undefined;
}

function gradesOf(papers: readonly Paper[], moved: readonly Paper[]): Grade[] {
  const places = new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }]));
  return [...places.values()].map(({ stage, grade }) => {
    const of = (all: readonly Paper[]) => all.filter((paper) => paper.stage === stage && paper.grade === grade);
    const [before, after] = [of(papers), of(moved)];
    const still = before.every((paper, at) => linesOf(paper).pass === linesOf(after[at] as Paper).pass);
    return { stage, grade, subjects: before.map(({ subject }) => subject), percent: still ? null : uniformPercent(after) };
  });
}

function jointRates(unit: string, rules: Rules, tallies: Tallies, { stage, grade, subjects, percent }: Grade): MovedRate[] {
  const own = partOf(tallies, "joint", { stage, grade });
  if (!own) return [];
  return reading(rules, "grade").flatMap((definition): MovedRate[] => {
    const { grade: asked, subjects: named } = definition.reads;
    if ((asked ?? grade) !== grade || !definition.stages.includes(stage) || (named !== null && !sameSubjects(named, subjects))) return [];
    const before = passingOf(own, countOf(own, "passed"));
    const { after, why } = percent === null ? { after: before, why: null } : passingAt(own, percent);
    return [{ unit, indicator: definition.id, stage, grade, subject: null, before, after, why }];
  });
}

function passingOf(own: Tally, numerator: number): Rate | null {
  const denominator = countOf(own, "pupils");
  return denominator === 0 ? null : { numerator, denominator };
}

const NOT_UNIFORM: Words = {
  zh: "各科及格线不是满分的同一整数百分比，全科合格率无法由人数推算",
  en: "the pass lines are not at one whole per cent of the full marks, so the all-subject rate cannot be told from counts",
};
const NOT_TOLD: Words = {
  zh: "有学校没有报各科最低得分率，换一条线的全科合格率无法推算",
  en: "some school did not tell what its pupils reach in every subject, so the all-subject rate at another line cannot be told",
};

/** 全科合格 at another line: pupils who reach so many per cent in every subject. Never a guess. */
export function passingAt(own: Tally, percent: number | undefined): { readonly after: Rate | null; readonly why: Words | null } {
  const lowest = lowestIn(own);
  if (percent === undefined) return { after: null, why: NOT_UNIFORM };
  if (!lowest) return { after: null, why: NOT_TOLD };
  return { after: passingOf(own, reachingIn(lowest, percent)), why: null };
}
