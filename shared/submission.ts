/**
 * What a schema cannot say about a submission: that it answers this collection, that its numbers agree with each other,
 * and that no class small enough to know its pupils is sent as a distribution of its own.
 */
import { countedAt, sameCounted } from "./collecting/apart.ts";
import { checkTeaching } from "./collecting/teaching.ts";
import type { CollectionBody, Pairs, Paper, SchoolBody, Scores, Slice, SubmissionBody } from "./contract.ts";
import { type Asked, checkEntered } from "./entered.ts";
import { type Finding, linesOf } from "./exam.ts";
import { personalNotes } from "./handin/notes.ts";
import { equipmentFault, RESOURCE_UNITS } from "./indicators/resources.ts";
import { onGrid } from "./kernel/decimal.ts";
import { sums } from "./kernel/frequency.ts";
import { ratio } from "./kernel/ratio.ts";
import { checkLowest, checkLowestBeside } from "./marks/lowest.ts";
import { expected } from "./marks/states.ts";
import type { Words } from "./refusal.ts";
import { isOfLowest, wholeAndClasses } from "./slice.ts";

/** A class of fewer pupils is sent with its grade; a school's figures from fewer go to its owner and the bureau only. */
export const SMALL_GROUP = 10;

/** Bytes of a canonical body. A school with six grades, eight subjects and twelve classes each sends about 860 kB; a stored row holds 2 MB. */
export const SUBMISSION_BYTES = 1_900_000;

/** What a county would hand in of these is what its schools do already: it would be counted twice. */
export const OF_SCHOOLS: Words = {
  zh: "考试和办学条件由学校填报，区县不能交。",
  en: "exams and resources are handed in by schools, not by the county",
};

type Say = (path: string, zh: string, en: string) => void;

/** Everything wrong with a submission, each with its place; empty when it can be taken. */
export function checkSubmission(
  body: SubmissionBody,
  collection: CollectionBody,
  unit: Pick<SchoolBody, "stages">,
  asked: Asked = { definitions: [], region: false },
): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  if (asked.region && collection.form !== "indicators") found.push({ at: "school", words: OF_SCHOOLS });
  body.slices.forEach((slice, at) => {
    const say: Say = (path, zh, en) => found.push({ at: path === "" ? `slices[${at}]` : `slices[${at}].${path}`, words: { zh, en } });
    const key = [slice.stage, slice.grade, slice.subject, slice.class].join("|");
    if (seen.has(key)) say("", "报了两次，分不清以哪一次为准。", "this slice is sent twice");
    seen.add(key);
    if (!unit.stages.includes(slice.stage)) say("stage", "学校没有这个学段。", "the school does not have this stage");
    if (collection.form === "indicators") checkEntered(slice, collection, asked, say);
    else if (slice.entered) say("entered", "这次采集不收单项指标。", "this collection takes no entered indicators");
    else if (collection.form === "exam") checkExamSlice(slice, collection.exam?.papers ?? [], say);
    else checkResourceSlice(slice, say);
  });
  if (body.teaching && collection.form !== "exam")
    found.push({ at: "teaching", words: { zh: "只有考试采集收任课表。", en: "only a collection of form exam takes who teaches what" } });
  else found.push(...checkTeaching(body));
  found.push(...personalNotes(body.notes));
  if (found.length === 0) checkClasses(body, found);
  if (found.length === 0) checkJointPupils(body, collection.exam?.papers ?? [], found);
  return found;
}

function checkResourceSlice(slice: Slice, say: Say): void {
  if (!slice.resources || slice.scores || slice.pairs || slice.joint)
    say("", "资源采集只收 resources。", "a collection of form resources takes resources only");
  if (slice.grade !== null || slice.subject !== null || slice.class !== null)
    say("", "资源按学段填报，不分年级、学科和班级。", "resources are of a stage: grade, subject and class are null");
  const { pupils = 0, amounts = {} } = slice.resources ?? {};
  const fault = equipmentFault(ratio(amounts["equipment.value"] ?? 0, RESOURCE_UNITS["equipment.value"].parts), pupils);
  if (fault) say("resources.amounts.equipment.value", `教学仪器设备值${fault.zh}`, `the value of teaching equipment ${fault.en}`);
}

function checkExamSlice(slice: Slice, papers: readonly Paper[], say: Say): void {
  if (slice.resources) say("resources", "考试采集不收 resources。", "a collection of form exam takes no resources");
  if (slice.grade === null) {
    say("grade", "请写年级。", "name the grade");
    return;
  }
  if (slice.joint) checkJoint(slice, papers, say);
  if (!slice.scores && !slice.pairs) {
    if (!slice.joint) say("", "没有内容。", "this slice is empty");
    return;
  }
  const paper = papers.find((one) => one.stage === slice.stage && one.grade === slice.grade && one.subject === slice.subject);
  if (!paper) {
    say("subject", "这次考试没有这个学段、年级、学科的试卷。", "the exam has no paper of this stage, grade and subject");
    return;
  }
  if (slice.scores) checkScores(slice.scores, paper, slice.class !== null, say);
  if (slice.pairs) checkPairs(slice.pairs, paper, slice.scores, slice.class !== null, say);
}

function checkJoint({ joint, subject, scores, pairs, stage, grade, class: own }: Slice, papers: readonly Paper[], say: Say): void {
  if (!joint) return;
  if (subject !== null || scores || pairs)
    say(
      "joint",
      "全科计数不属于单个学科：subject 为 null，并且单独成为一项。",
      "joint counts belong to no single subject: subject is null, in a slice of their own",
    );
  const all = papers.filter((paper) => paper.stage === stage && paper.grade === grade);
  if (all.length === 0) say("joint", "这次考试没有这个年级的试卷。", "the exam has no paper of this grade");
  else if (joint.papers && !sameCounted(joint.papers, countedAt(all)))
    say(
      "joint.papers",
      "全科合格人数是按别的试卷或及格线数的，与现在的设置不同：请按现在的设置重新读取原来的成绩表。",
      "these pupils were counted at other papers or pass lines than the exam has now: read the marks again by the set-up of now",
    );
  if (joint.passed > joint.pupils) say("joint.passed", "合格人数多于学生数。", "more pupils passed than there are");
  if (own !== null && joint.pupils < SMALL_GROUP) say("joint", ...smallClass(joint.pupils));
}

function checkScores({ grid, counts, states }: Scores, paper: Paper, ofClass: boolean, say: Say): void {
  if (grid !== paper.grid) say("scores.grid", `本卷的分数格是 ${paper.grid}。`, `the paper's grid is ${paper.grid}`);
  const top = onGrid(paper.full, paper.grid) ?? 0;
  counts.forEach(([mark], at) => {
    if (mark > top)
      say(`scores.counts[${at}]`, `${mark / grid} 分超过满分 ${paper.full}。`, `mark ${mark / grid} is above the full mark ${paper.full}`);
    const before = counts[at - 1];
    if (before && before[0] >= mark) say(`scores.counts[${at}]`, "分数要从低到高，每个只列一次。", "marks ascend and each is listed once");
  });
  const sat = counts.reduce((n, [, pupils]) => n + pupils, 0);
  if (sat !== states.sat)
    say("scores.states.sat", `实考 ${states.sat} 人，但各分数共 ${sat} 人。`, `sat is ${states.sat}, but the counts add up to ${sat}`);
  if (ofClass && expected(states) < SMALL_GROUP) say("scores", ...smallClass(expected(states)));
}

function smallClass(pupils: number): [zh: string, en: string] {
  return [
    `班级只有 ${pupils} 人，少于 ${SMALL_GROUP} 人，请并入年级填报。`,
    `the class has ${pupils} pupils, fewer than ${SMALL_GROUP}: send it with its grade only`,
  ];
}

function checkPairs(pairs: Pairs, paper: Paper, scores: Scores | undefined, ofClass: boolean, say: Say): void {
  if (!paper.before) {
    say("pairs", "本卷没有规定前测。", "the paper names no earlier exam (before)");
    return;
  }
  if (pairs.grid.before !== paper.before.grid || pairs.grid.after !== paper.grid) {
    const grids = [paper.before.grid, paper.grid];
    say("pairs.grid", `分数格应为 before ${grids[0]}、after ${grids[1]}。`, `the grid is before ${grids[0]}, after ${grids[1]}`);
    return;
  }
  const [x, y, xx, yy, xy] = [pairs.before, pairs.after, pairs.before2, pairs.after2, pairs.product].map((value) => BigInt(value)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const n = BigInt(pairs.matched);
  const top = { before: BigInt(onGrid(paper.before.full, paper.before.grid) ?? 0), after: BigInt(onGrid(paper.full, paper.grid) ?? 0) };
  const impossible =
    x > n * top.before ||
    y > n * top.after ||
    xx > x * top.before ||
    yy > y * top.after ||
    n * xx < x * x ||
    n * yy < y * y ||
    (n * xy - x * y) ** 2n > (n * xx - x * x) * (n * yy - y * y);
  if (impossible) say("pairs", "这些和不可能来自 0 到满分之间的成绩。", "no marks between 0 and the full mark have these sums");
  if (scores && !impossible && pairs.matched === scores.states.sat) {
    const marks = sums(
      scores.counts.map(([mark, pupils]) => [mark, pupils] as const),
      1,
    );
    if (marks.sum !== y || marks.squares !== yy)
      say(
        "pairs.after",
        "实考学生全部匹配，后测之和却与各分数人数不符。",
        "everybody who sat is matched, yet the sums after are not those of the marks",
      );
  }
  if (scores && pairs.matched > scores.states.sat) say("pairs.matched", "匹配人数多于实考人数。", "more pupils are matched than sat");
  if (ofClass && pairs.matched + pairs.unmatched < SMALL_GROUP) say("pairs", ...smallClass(pairs.matched + pairs.unmatched));
}

/** Class slices lie inside the grade they belong to: no mark and no state may count more pupils than the grade has. */
function checkClasses(body: SubmissionBody, found: Finding[]): void {
  const { whole, classes } = wholeAndClasses(body);
  for (const [key, sum] of classes) {
    const grade = whole.get(key);
    const untold = grade?.own["lowest of"] === undefined;
    const more = (name: string) => !(untold && isOfLowest(name)) && (sum[name] ?? 0) > (grade?.own[name] ?? 0);
    if (grade && Object.keys(sum).some(more)) {
      found.push({
        at: `slices[${grade.at}]`,
        words: {
          zh: "有的分数或状态，各班合计的人数超过了全年级的。",
          en: "its classes add up to more than the grade (the slice with class null is the whole grade)",
        },
      });
    }
  }
}

/**
 * The joint counts against the subjects sent beside them: whoever is judged was expected in some subject,
 * and whoever passed reached the line of every subject or was exempt from it.
 */
function checkJointPupils(body: SubmissionBody, papers: readonly Paper[], found: Finding[]): void {
  body.slices.forEach(({ joint, stage, grade, class: own }, at) => {
    if (!joint) return;
    const say = (path: string, zh: string, en: string) => found.push({ at: `slices[${at}].joint.${path}`, words: { zh, en } });
    const beside = body.slices.filter((slice) => slice.scores && slice.stage === stage && slice.grade === grade && slice.class === own);
    const most = Math.max(...beside.map(({ scores }) => (scores ? expected(scores.states) : 0)));
    if (beside.length > 0 && joint.pupils > most)
      say("pupils", `全科学生数多于各科应考人数 ${most}。`, `more pupils than the ${most} that a subject expected`);
    const all = papers.filter((paper) => paper.stage === stage && paper.grade === grade);
    found.push(...checkLowest(joint, all, `slices[${at}].joint.lowest`));
    for (const { subject, scores } of beside) {
      const paper = all.find((one) => one.subject === subject);
      if (!paper || !scores) continue;
      if (joint.lowest) found.push(...checkLowestBeside(joint.lowest, scores, paper, `slices[${at}].joint.lowest`));
      const line = linesOf(paper).pass;
      const could = scores.states.exempt + scores.counts.reduce((n, [mark, pupils]) => (mark / scores.grid >= line ? n + pupils : n), 0);
      if (joint.passed > could)
        say(
          "passed",
          `全科合格 ${joint.passed} 人，但${subject}合格和免考的只有 ${could} 人。`,
          `${joint.passed} passed every subject, but only ${could} passed or were exempt in ${subject}`,
        );
    }
  });
}
