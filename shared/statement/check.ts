/** A statement against what is known: for each line the verdict, the gap in the indicator's own terms, and who answers for it. */
import type { CollectionBody, Figure, LineCheck, Paper, StatementBody, StatementLine } from "../contract.ts";
import { shownGap, shownLimit, shownValue } from "../display.ts";
import { figureOf } from "../figures.ts";
import { whyUnjudged } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Rules } from "../indicators/rules.ts";
import { poolOf } from "../marks/rates.ts";
import { contains, parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";
import { subjectName } from "../subjects.ts";
import { gradeName } from "../template/words.ts";
import { verdictOn } from "../verdicts.ts";
import { type Facts, papersOf } from "./facts.ts";
import { ownerOf } from "./parties.ts";

export interface Hearing {
  readonly school: string;
  readonly collection: CollectionBody;
  /** By the definitions that the lines name: rulesOfLines. */
  readonly rules: Rules;
  /** What a line is judged by. */
  readonly factsOf: (line: StatementLine) => Facts;
  /** Why a figure cannot be judged yet although it is there, e.g. value added while schools are missing. */
  readonly waits?: (definition: Definition, stage: StatementLine["stage"]) => Words | null;
}

export function checkStatement(body: StatementBody, hearing: Hearing): LineCheck[] {
  return body.lines.flatMap((line) => {
    const definition = hearing.rules.definitions.find(({ id }) => id === line.indicator);
    return definition ? [checkLine(body, line, definition, hearing)] : [];
  });
}

function checkLine(body: StatementBody, line: StatementLine, definition: Definition, hearing: Hearing): LineCheck {
  const facts = hearing.factsOf(line);
  const figure = figureFor(line, definition, facts, hearing);
  const why = outside(line, hearing) ?? facts.why ?? hearing.waits?.(definition, line.stage) ?? null;
  const { operator, value, upTo, source } = line;
  const same = {
    line: line.id,
    indicator: definition.id,
    version: definition.version,
    names: definition.names,
    counts: figure.counts,
    coverage: facts.coverage,
    owner: ownerOf(body, hearing.school),
    policy: definition.restricted ?? null,
  };
  if (operator === null || value === null) {
    const reason = whyUnjudged(definition) ?? WITHOUT_NUMBER;
    const shown = { limit: null, value: figure.value === null ? null : shownValue(figure.value, definition), gap: null };
    return { ...same, value: figure.value, verdict: "undecided", gap: null, needed: null, reason, shown };
  }
  const limit = { operator, value, upTo, source, origin: "region" } as const;
  // What may not be judged is not shown either: a sum of some of the classes is no figure of the teacher.
  const heard = facts.why ? { ...figure, value: null, counts: null, why: facts.why } : figure;
  const verdict = verdictOn(heard, limit, { rules: hearing.rules, unit: hearing.school, undecided: () => why });
  const shown = {
    limit: shownLimit(operator, value, upTo, definition),
    value: verdict.value === null ? null : shownValue(verdict.value, definition, [value, upTo ?? value]),
    gap: verdict.gap === null ? null : shownGap(verdict.gap, definition),
  };
  const { verdict: outcome, gap, needed, reason } = verdict;
  return { ...same, counts: heard.counts, value: verdict.value, verdict: outcome, gap, needed, reason, shown };
}

const WITHOUT_NUMBER: Words = { zh: "这一条没有数字目标，不判定", en: "the line has no number: not judged" };

/** The one figure of a line: where it is about several papers or grades, their counts together; never an average. */
function figureFor(line: StatementLine, definition: Definition, facts: Facts, { rules, collection }: Hearing): Figure {
  const found = facts.figures.filter((figure) => isAbout(figure, line));
  const lacking = (why: Words) => figureOf(rules, definition, line, undefined, why, 0).figure;
  const left = leftOut(line, definition, facts, collection);
  if (left) return lacking(left);
  const [first, ...others] = found;
  if (!first) return lacking(NO_DATA);
  if (others.length === 0) return first;
  const blank = found.find(({ value, why }) => value === null && why !== null);
  if (blank?.why) return lacking(blank.why);
  const pooled = poolOf(found.flatMap(({ counts }) => counts ?? []));
  if (!pooled || found.some(({ counts }) => counts === null)) return lacking(SEVERAL);
  return figureOf(rules, definition, line, pooled, NO_DATA, 0).figure;
}

function isAbout(figure: Figure, { indicator, stage, grade, subject }: StatementLine): boolean {
  return (
    figure.indicator === indicator &&
    figure.stage === stage &&
    // A pooled figure is of its stage; what narrowed it to a grade or subject are the papers it was read from.
    (grade === null || figure.grade === null || figure.grade === grade) &&
    (subject === null || figure.subject === null || subjectName(figure.subject) === subjectName(subject))
  );
}

const NO_DATA: Words = { zh: "没有这个指标的数据", en: "there is no data for the indicator" };
const SEVERAL: Words = {
  zh: "有几张试卷，均分等不能合并：请在目标中写明年级和学科",
  en: "there are several papers, and a mean of papers is none: name the grade and the subject in the line",
};

/** A rate of all papers, or of all grades, is not one of some: why it cannot be told while one is missing. */
function leftOut(line: StatementLine, { id, reads }: Definition, facts: Facts, { exam }: CollectionBody): Words | null {
  // Of a teacher's coverage the classes are the measure; a paper nobody there teaches is not theirs.
  if (facts.coverage !== null) return null;
  const asked = papersOf(line, exam?.papers ?? []);
  if (reads.from === "grade")
    return gradesLeftOut(
      asked.filter(({ grade }) => (reads.grade ?? grade) === grade),
      id,
      facts,
    );
  if (reads.from !== "paper" && reads.from !== "stage") return null;
  const absent = asked.filter((paper) => !facts.papers.some((one) => samePaper(one, paper)));
  if (absent.length === 0) return null;
  const zh = absent.map((paper) => gradeName(paper, asked) + subjectName(paper.subject)).join("、");
  const en = absent.map(({ grade, subject }) => `grade ${grade} ${subject}`).join(", ");
  return { zh: `缺${zh}的成绩`, en: `the marks are missing of ${en}` };
}

function gradesLeftOut(papers: readonly Paper[], id: string, { figures }: Facts): Words | null {
  const counted = (paper: Paper) =>
    figures.some(({ indicator, stage, grade }) => indicator === id && stage === paper.stage && grade === paper.grade);
  const absent = papers.filter((paper, at) => !counted(paper) && papers.findIndex(({ grade }) => grade === paper.grade) === at);
  if (absent.length === 0) return null;
  const zh = absent.map((paper) => gradeName(paper, papers)).join("、");
  return { zh: `缺${zh}的全科人数`, en: `all-subject counts are missing of grade ${absent.map(({ grade }) => grade).join(", ")}` };
}

function samePaper(a: Paper, b: Paper): boolean {
  return a.stage === b.stage && a.grade === b.grade && a.subject === b.subject;
}

/** A line of one period says nothing about a collection of another. */
function outside({ period }: StatementLine, { collection }: Hearing): Words | null {
  if (contains(parsePeriod(period), parsePeriod(collection.period))) return null;
  return {
    zh: `采集的周期 ${collection.period} 不在责任期 ${period} 内`,
    en: `the collection's period ${collection.period} lies outside the line's, ${period}`,
  };
}
