/**
 * 全科合格 is counted at the papers and pass lines of then. Whoever holds such counts under a set-up that may have moved since finds
 * here whether they still count: as they are, counted anew from what pupils reach in every subject, or not at all.
 */
import type { CollectionBody, Joint, Paper, Slice, Stage, SubmissionBody } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { reachingIn, uniformPercent } from "../marks/lowest.ts";
import type { Words } from "../refusal.ts";

type Counted = NonNullable<Joint["papers"]>;

/** A grade whose joint counts were made at other papers or lines than those in force, and cannot be made anew. */
export interface Apart {
  readonly stage: Stage;
  readonly grade: number;
}

/** The papers of one grade as joint counts name them: full mark and pass line of each subject, in marks. */
export function countedAt(papers: readonly Paper[]): Counted {
  return Object.fromEntries(papers.map((paper) => [paper.subject, { full: paper.full, pass: linesOf(paper).pass }]));
}

export function sameCounted(one: Counted, other: Counted): boolean {
  return sameFulls(one, other) && Object.keys(one).every((subject) => one[subject]?.pass === other[subject]?.pass);
}

function sameFulls(one: Counted, other: Counted): boolean {
  const subjects = Object.keys(one);
  return subjects.length === Object.keys(other).length && subjects.every((subject) => one[subject]?.full === other[subject]?.full);
}

/**
 * The counts at a grade's papers as they are now; `null` where they cannot be had. Counts that do not say what they were made at, and
 * cannot be made anew, are not believed.
 */
function jointNow(joint: Joint, papers: readonly Paper[]): Joint | null {
  const [then, now] = [joint.papers, countedAt(papers)];
  if (then && sameCounted(then, now)) return joint;
  const percent = then && !sameFulls(then, now) ? undefined : uniformPercent(papers);
  if (joint.lowest === undefined || percent === undefined) return null;
  return { ...joint, passed: reachingIn(joint.lowest, percent), papers: now };
}

/** A body as it counts in a collection, and the grades whose joint counts were left out of it. The same body where nothing moved. */
export function bodyNow(
  body: SubmissionBody,
  { exam }: CollectionBody,
): { readonly body: SubmissionBody; readonly apart: readonly Apart[] } {
  const apart = new Map<string, Apart>();
  const slices = body.slices.flatMap((slice): Slice[] => {
    const { joint, stage, grade } = slice;
    const papers = (exam?.papers ?? []).filter((paper) => paper.stage === stage && paper.grade === grade);
    // Of a grade without papers the checks tell.
    if (!joint || grade === null || papers.length === 0) return [slice];
    const now = jointNow(joint, papers);
    if (now) return [now === joint ? slice : { ...slice, joint: now }];
    apart.set(`${stage} ${grade}`, { stage, grade });
    return [];
  });
  const same = slices.length === body.slices.length && slices.every((slice, at) => slice === body.slices[at]);
  return { body: same ? body : { ...body, slices }, apart: [...apart.values()] };
}

/** Why a grade's 全科合格率 cannot be told, naming the units whose counts are of other lines; `null` where there are none. */
export function whyApart(
  units: readonly { readonly name: string; readonly apart?: readonly Apart[] | undefined }[],
  { stage, grade }: Apart,
): Words | null {
  const own = units.filter(({ apart = [] }) => apart.some((one) => one.stage === stage && one.grade === grade)).map(({ name }) => name);
  if (own.length === 0) return null;
  const more = own.length > 5 ? [`等 ${own.length} 所`, ` and ${own.length - 5} more`] : ["", ""];
  const [zh, en] = [own.slice(0, 5).join("、") + more[0], own.slice(0, 5).join(", ") + more[1]];
  return {
    zh: `${zh}的全科合格人数是按别的试卷或及格线数的，不能与现在的相加：请重新收原来的填报文件`,
    en: `the pupils who pass every subject at ${en} were counted at other papers or pass lines and do not add up with those of now: take the filled-in files again`,
  };
}
