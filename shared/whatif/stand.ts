/** Where a unit stands in a rate that pupils' marks decide, and who would have to rise for it to be better, nearest first. */
import type { Paper } from "../contract.ts";
import { type Marks, type PaperMarks, partOf, shareOf } from "../figures.ts";
import type { Definition } from "../indicators/definition.ts";
import { chooseBy, type Rules } from "../indicators/rules.ts";
import { reachingIn, uniformPercent } from "../marks/lowest.ts";
import type { Words } from "../refusal.ts";
import { countOf, lowestIn } from "../slice.ts";
import type { Tallies } from "../tally.ts";
import type { Standing } from "./least.ts";
import { rungsBelow } from "./nearest.ts";

/** Pupils who could rise, each with the same gap, in whole parts of the stand's measure. */
export interface Riser {
  readonly gap: number;
  readonly pupils: number;
  readonly grade: number;
  /** Of a paper: its subject and the mark. Over all subjects: no subject, the per cent or nothing. */
  readonly subject: string | null;
  readonly mark: number | null;
}

/** In what gaps are counted: 1/parts of a mark, one per cent of the full mark, or a pupil where nothing more is known. */
export type Measure = { readonly of: "marks"; readonly parts: number } | { readonly of: "percent" | "pupils" };

export interface Stand {
  readonly standing: Standing;
  readonly risers: readonly Riser[];
  /** Those who rise come into the numerator (1) or leave it (-1). */
  readonly sign: 1 | -1;
  readonly measure: Measure;
}

/** The papers a rate is about: one, or all of its stage or grade. */
export function papersAbout(
  { reads, stages }: Definition,
  papers: readonly Paper[],
  at: Pick<Paper, "stage"> & { grade: number | null; subject: string | null },
): Paper[] {
  if (reads.from === "stage") return papers.filter(({ stage }) => stage === stages[0]);
  const grade = papers.filter((paper) => paper.stage === at.stage && paper.grade === at.grade);
  return reads.from === "paper" ? grade.filter(({ subject }) => subject === at.subject) : grade;
}

/**
 * `null` where the unit sent nothing of it. `told`: whether the lowest marks are to be used, so that all units are measured alike; `moved`:
 * whether the papers' pass lines are others than those by which the passes of a grade were counted.
 */
export function standOf(
  rules: Rules,
  definition: Definition,
  about: readonly Paper[],
  unit: { marks: Marks; tallies: Tallies },
  told: boolean,
  moved = false,
): Stand | null {
  if (definition.reads.from === "grade") return jointStand(about, unit.tallies, told, moved);
  const { kind, reads } = definition;
  const line = reads.from === "stage" ? reads.line : kind.kind === "share" ? kind.line : null;
  if (line === null) return null;
  const side = kind.kind === "share" ? kind.side : "reached";
  const choose = chooseBy(rules, definition);
  const sent = about.flatMap((paper) => {
    const own = unit.marks.get(paper);
    const rate = own && shareOf(own, line, side, choose);
    return own && rate ? [{ paper, own, rate }] : [];
  });
  if (sent.length === 0) return null;
  const parts = partsOf(about);
  const risers = sent.flatMap(({ paper, own }) => risersOf(paper, own, own.lines[line], parts)).sort((a, b) => a.gap - b.gap);
  const sum = (of: (one: (typeof sent)[number]) => number) => sent.reduce((all, one) => all + of(one), 0);
  const [under, over] = [risers.reduce((all, { pupils }) => all + pupils, 0), sum(({ own }) => own.reaching(own.lines[line]))];
  const reached = side === "reached";
  const standing = {
    numerator: sum(({ rate }) => rate.numerator),
    denominator: sum(({ rate }) => rate.denominator),
    rise: reached ? under : over,
    fall: reached ? over : under,
    ...(reads.from === "stage" && { sittings: true }),
  };
  return { standing, risers, sign: reached ? 1 : -1, measure: { of: "marks", parts } };
}

/** A part of a mark in which the gaps of all papers are whole: 1000 is a multiple of every grid there is. */
function partsOf(papers: readonly Paper[]): number {
  const finest = Math.max(...papers.map(({ grid }) => grid));
  return papers.every(({ grid }) => finest % grid === 0) ? finest : 1000;
}

function risersOf({ grade, grid, subject }: Paper, { frequency }: PaperMarks, line: number, parts: number): Riser[] {
  return rungsBelow(frequency, line, grid).map(({ mark, gap, pupils }) => ({ gap: gap * (parts / grid), pupils, grade, subject, mark }));
}

/** By the lowest marks where they are told; else every pupil who did not pass is one, and nothing says how far away. */
function jointStand(about: readonly Paper[], tallies: Tallies, told: boolean, moved: boolean): Stand | null {
  const grade = about[0]?.grade ?? 0;
  const own = about[0] && partOf(tallies, "joint", { stage: about[0].stage, grade });
  if (!own) return null;
  const percent = told ? uniformPercent(about) : undefined;
  const lowest = percent === undefined ? undefined : lowestIn(own);
  const passed = moved && lowest && percent !== undefined ? reachingIn(lowest, percent) : countOf(own, "passed");
  const [numerator, denominator] = [passed, countOf(own, "pupils")];
  const risers =
    lowest && percent !== undefined
      ? lowest
          .filter(([reached]) => reached < percent)
          .map(([mark, pupils]): Riser => ({ gap: percent - mark, pupils, grade, subject: null, mark }))
          .reverse()
      : [{ gap: 1, pupils: denominator - numerator, grade, subject: null, mark: null }].filter(({ pupils }) => pupils > 0);
  const rise = risers.reduce((all, { pupils }) => all + pupils, 0);
  return { standing: { numerator, denominator, rise, fall: numerator }, risers, sign: 1, measure: { of: lowest ? "percent" : "pupils" } };
}

/** Why no pupil's marks decide an indicator; `null` where they do. */
export function whyNotByMarks({ reads, kind }: Definition): Words | null {
  const byLine =
    (reads.from === "paper" && kind.kind === "share") || (reads.from === "stage" && kind.kind === "share") || reads.from === "grade";
  return byLine
    ? null
    : { zh: "这个指标不是按分数线计的比率，不能按学生作方案。", en: "this is no rate at a line of marks, so there is no plan by pupils" };
}
