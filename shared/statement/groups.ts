/**
 * Figures of a subject group and of a teacher: class slices added up by the 任课表. A group is everybody taught the subject, so the whole
 * grade counts where it was sent; a teacher is the sum of the classes taught, and where one of them was not sent on its own there is no sum.
 */
import type { ClassCoverage, Paper, SubmissionBody, Teaching } from "../contract.ts";
import { expected } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import { frequencyOf, type Part, placeKey, statesIn, talliesOf } from "../slice.ts";
import { subjectName } from "../subjects.ts";
import { SMALL_GROUP } from "../submission.ts";
import type { Tallies, Tally } from "../tally.ts";
import { gradeName } from "../template/words.ts";

/** What a group or a teacher comes to in some papers, and how many of the classes taught stand behind it. */
export interface Union {
  readonly tallies: Tallies;
  /** Papers in which there is anything to be read of them. */
  readonly papers: readonly Paper[];
  readonly coverage: ClassCoverage;
  /** Why nothing may be read from it; null where it is whole. */
  readonly why: Words | null;
}

export type Sent = Pick<SubmissionBody, "slices"> & { readonly teaching?: readonly Teaching[] | undefined };
type Class = Omit<Teaching, "teacher">;

/** 学科组: all classes of the papers' subject. */
export function groupUnion(sent: Sent, papers: readonly Paper[]): Union {
  const tallies = talliesOf({ definitions: "", slices: [...sent.slices] });
  const own = new Map([...tallies].filter(([key]) => papers.some((paper) => PARTS.some((part) => key === placeKey({ part, ...paper })))));
  const wholes = new Set(
    sent.slices.filter((one) => one.scores && one.class === null).map(({ stage, grade, subject }) => `${stage} ${grade} ${subject}`),
  );
  const taught = classesOf(sent, papers, null);
  const missing = taught.filter((one) => !wholes.has(`${one.stage} ${one.grade} ${one.subject}`) && !isSent(sent, one));
  return union(own, papers, taught, missing);
}

/** The classes of one teacher, by code. */
export function teacherUnion(sent: Sent, papers: readonly Paper[], teacher: string): Union {
  const taught = classesOf(sent, papers, teacher);
  const missing = taught.filter((one) => !isSent(sent, one));
  const mine = sent.slices.filter((slice) => taught.some((one) => isAbout(slice, one)));
  const tallies = talliesOf({ definitions: "", slices: mine });
  const theirs = papers.filter((paper) =>
    taught.some((one) => one.stage === paper.stage && one.grade === paper.grade && one.subject === paper.subject),
  );
  return union(tallies, theirs, taught, missing, { zh: `任课表中没有教师 ${teacher}`, en: `nobody is listed as teacher ${teacher}` });
}

const PARTS: readonly Part[] = ["scores", "pairs"];

/** Each class once, though two teachers may share it. */
function classesOf({ slices, teaching = [] }: Sent, papers: readonly Paper[], teacher: string | null): Class[] {
  const found = new Map<string, Class>();
  for (const paper of papers) {
    const listed = teaching.filter((one) => (teacher === null || one.teacher === teacher) && isOf(one, paper));
    const sent = teacher === null ? slices.flatMap((one) => (one.class !== null && isOf(one, paper) ? [one as Class] : [])) : [];
    for (const one of [...listed, ...sent])
      found.set(`${paper.stage} ${paper.grade} ${paper.subject} ${one.class}`, { ...placeOf(paper), class: one.class });
  }
  return [...found.values()];
}

const placeOf = ({ stage, grade, subject }: Paper) => ({ stage, grade, subject });

function isOf(one: { stage: string; grade: number | null; subject: string | null }, paper: Paper): boolean {
  return (
    one.stage === paper.stage &&
    one.grade === paper.grade &&
    one.subject !== null &&
    subjectName(one.subject) === subjectName(paper.subject)
  );
}

function isAbout(slice: SubmissionBody["slices"][number], one: Class): boolean {
  return slice.stage === one.stage && slice.grade === one.grade && slice.subject === one.subject && slice.class === one.class;
}

function isSent({ slices }: Sent, one: Class): boolean {
  return slices.some((slice) => slice.scores && isAbout(slice, one));
}

function union(tallies: Tallies, papers: readonly Paper[], taught: readonly Class[], missing: readonly Class[], nobody?: Words): Union {
  const names = missing.map((one) => `${gradeName(one, papers)}${one.class}班${one.subject}`);
  const coverage = { taught: taught.length, covered: taught.length - missing.length, missing: names };
  const sent = papers.filter((paper) => tallies.has(placeKey({ part: "scores", ...paper })));
  const why = taught.length === 0 && nobody ? nobody : (uncovered(coverage) ?? small(tallies, sent));
  return { tallies, papers: sent, coverage, why };
}

function uncovered({ taught, missing }: ClassCoverage): Words | null {
  if (missing.length === 0) return null;
  return {
    zh: `任教 ${taught} 个班次，其中 ${missing.length} 个没有单独的数据（不足 ${SMALL_GROUP} 人的班只随年级填报）：${missing.join("、")}`,
    en: `${missing.length} of ${taught} classes taught have no figures of their own (a class of fewer than ${SMALL_GROUP} is sent with its grade only): ${missing.join(", ")}`,
  };
}

function small(tallies: Tallies, papers: readonly Paper[]): Words | null {
  const few = papers.find((paper) => pupilsIn(tallies.get(placeKey({ part: "scores", ...paper })) as Tally, paper) < SMALL_GROUP);
  return few ? { zh: `不足 ${SMALL_GROUP} 人，不判定`, en: `fewer than ${SMALL_GROUP} pupils: not judged` } : null;
}

function pupilsIn(own: Tally, { grid }: Paper): number {
  return expected(statesIn(own, frequencyOf(own, grid)));
}
