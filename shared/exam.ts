import type { CollectionBody, Paper } from "./contract.ts";
import { decimal, onGrid, times, toNumber } from "./kernel/decimal.ts";
import { invalid, Refusal, type Words } from "./refusal.ts";

/** The three lines every bulletin needs, in marks. */
export interface Lines {
  readonly pass: number;
  readonly excellent: number;
  readonly low: number;
}

/**
 * Default lines as per cent of the full mark. 60 % is firm; 85 % and 40 % are open readings
 * (80, 85 and 90 %, and 30 and 40 %, are all in use: guide C.8), so each exam may set its own.
 */
export const LINE_PERCENT: Readonly<Record<keyof Lines, number>> = { pass: 60, excellent: 85, low: 40 };

/** A default line: an exact share of the full mark. Where it falls between grid marks, the next grid mark reaches it. */
export function defaultLine(name: keyof Lines, full: number, percent = LINE_PERCENT[name]): number {
  return toNumber(times(decimal(full), { digits: BigInt(percent), places: 2 }));
}

export const LINE_WORDS: Readonly<Record<keyof Lines, Words>> = {
  pass: { zh: "及格线", en: "pass line" },
  excellent: { zh: "优秀线", en: "excellent line" },
  low: { zh: "低分线", en: "low line" },
};

/** What marks on a grid are: 整数, 0.5 分的倍数. */
export function gridWords(grid: number): string {
  return grid === 1 ? "整数" : `${1 / grid} 分的倍数`;
}

/**
 * Who is low has not passed, and who is excellent has: a low or an excellent line that is set in another order is a slip. Exams that pass at a
 * fifth of the full mark are real (A-levels), and the default of the low line says nothing against them.
 */
export function linesFault(paper: Paper): readonly [name: keyof Lines, words: Words] | null {
  const lines = linesOf(paper);
  const said = (name: keyof Lines, tongue: keyof Words) =>
    `${LINE_WORDS[name][tongue]} ${lines[name]}${paper.lines[name] === null ? { zh: "（没有填，按满分的百分比）", en: " (not set: a share of the full mark)" }[tongue] : ""}`;
  const above = (name: keyof Lines, other: keyof Lines): Words => ({
    zh: `${said(name, "zh")} 高于${said(other, "zh")}，请改。`,
    en: `the ${said(name, "en")} is above the ${said(other, "en")}: put it right`,
  });
  if (paper.lines.low !== null && lines.low > lines.pass) return ["low", above("low", "pass")];
  if (paper.lines.excellent !== null && lines.pass > lines.excellent) return ["excellent", above("pass", "excellent")];
  return null;
}

/** Refuses a line that is no mark between 0 and full, and one that looks like a share. */
export function checkLine(name: keyof Lines, line: number, full: number): number {
  const { zh, en } = LINE_WORDS[name];
  if (full > 1 && line > 0 && line < 1) {
    throw invalid(
      `${zh} ${line} 像是比例：请填分数，例如 ${defaultLine(name, full)}。`,
      `the ${en} ${line} looks like a share; lines are marks, for example ${defaultLine(name, full)}`,
    );
  }
  if (!(line >= 0 && line <= full)) {
    throw invalid(`${zh} ${line} 不在 0 到满分 ${full} 之间。`, `the ${en} ${line} is not between 0 and the full mark ${full}`);
  }
  return line;
}

/** Refuses a full mark that is not above 0. */
export function checkFull(full: number): number {
  if (!(full > 0)) throw invalid(`满分 ${full} 必须大于 0。`, `the full mark ${full} must be above 0`);
  return full;
}

/** The lines in force for a paper: those it sets, else the region's choice of percentages, else the defaults. */
export function linesOf(paper: Pick<Paper, "full" | "lines">, percent: Readonly<Record<keyof Lines, number>> = LINE_PERCENT): Lines {
  const line = (name: keyof Lines) => paper.lines[name] ?? defaultLine(name, paper.full, percent[name]);
  return { pass: line("pass"), excellent: line("excellent"), low: line("low") };
}

/** Something wrong in what was sent, with its place as a JSON path. */
export interface Finding {
  readonly at: string;
  readonly words: Words;
}

/** What is wrong with a collection's exam: papers named twice, lines off the grid or outside 0..full, a form without its exam. */
export function checkCollection(body: CollectionBody): Finding[] {
  const found: Finding[] = [];
  const say = (at: string, zh: string, en: string) => found.push({ at, words: { zh, en } });
  if (body.form === "exam" && body.exam === null)
    say("exam", "考试采集要写明 exam 及其 papers。", "a collection of form exam names its exam and papers");
  if ((body.form === "indicators") !== (body.indicators !== null))
    say("indicators", "单项指标采集（且只有它）要写明 indicators。", "a collection of form indicators, and only it, names its indicators");
  if (body.form !== "exam" && body.exam !== null) say("exam", "这种报表没有考试。", "this form has no exam");
  const seen = new Set<string>();
  body.exam?.papers.forEach((paper, at) => {
    const key = `${paper.stage} ${paper.grade} ${paper.subject}`;
    if (seen.has(key)) say(`exam.papers[${at}]`, `${key} 出现两次。`, `${key} is named twice`);
    seen.add(key);
    if (onGrid(paper.full, paper.grid) === undefined)
      say(`exam.papers[${at}].full`, `满分 ${paper.full} 不在分数格上。`, `the full mark ${paper.full} is off the grid`);
    if (paper.before && onGrid(paper.before.full, paper.before.grid) === undefined)
      say(
        `exam.papers[${at}].before.full`,
        `前测满分 ${paper.before.full} 不在分数格上。`,
        `the earlier full mark ${paper.before.full} is off its grid`,
      );
    for (const name of ["pass", "excellent", "low"] as const) {
      const line = paper.lines[name];
      if (line === null) continue;
      try {
        checkLine(name, line, paper.full);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        found.push({ at: `exam.papers[${at}].lines.${name}`, words: error.words });
        continue;
      }
      if (onGrid(line, paper.grid) === undefined) {
        say(
          `exam.papers[${at}].lines.${name}`,
          `${LINE_WORDS[name].zh} ${line} 不是卷面上能得到的分数：这张卷只有${gridWords(paper.grid)}的分数。`,
          `the ${LINE_WORDS[name].en} ${line} is no mark of the paper: its marks are on a grid of 1/${paper.grid}`,
        );
      }
    }
  });
  return found;
}
