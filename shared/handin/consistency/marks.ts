/** Marks that are sound one by one and hardly right together, told from counts: of a template's columns as of whatever was handed in. */
import type { Collection, Paper, SubmissionBody } from "../../contract.ts";
import { LINE_WORDS, linesOf } from "../../exam.ts";
import type { Frequency } from "../../kernel/frequency.ts";
import { expected, STATES, type StateCounts } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import { frequencyOf, readKey, statesIn, talliesOf } from "../../slice.ts";
import { bySubjects } from "../../subjects.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import { heaped } from "./heap.ts";
import { outsideMany } from "./outside.ts";
import type { Settings } from "./settings.ts";

/** One subject of one grade. */
export interface Counted {
  readonly name: Words;
  readonly states: StateCounts;
  readonly marks: Frequency;
  readonly full: number;
  /** The lines to reach, each with its words. */
  readonly lines: readonly { readonly words: Words; readonly at: number }[];
}

/** A question about one of the subjects. */
export interface Odd<Own extends Counted> {
  readonly code: "marks-one-value" | "subjects-alike" | "absent-many" | "left-and-sat" | "marks-at-line" | "outside-many";
  readonly of: Own;
  readonly words: Words;
  /** The mark it is about, where it is about one. */
  readonly mark?: number;
}

/** Everybody who sat has the same mark. */
export function oneValue<Own extends Counted>(subjects: readonly Own[], { alikePupils }: Settings): Odd<Own>[] {
  return subjects.flatMap((of): Odd<Own>[] => {
    const { name, states, marks } = of;
    const [only, more] = marks;
    if (!only || more || states.sat < alikePupils) return [];
    const words = {
      zh: `${name.zh}实考的 ${states.sat} 人都是 ${only[0]} 分：请核对是不是没有录完或填错了；确实如此请说明。`,
      en: `all ${states.sat} who sat ${name.en} have ${only[0]}: see whether the marks were entered; if it is so, say so.`,
    };
    return [{ code: "marks-one-value", of, words }];
  });
}

/** More absent than there may be of those expected, while most sat another subject. */
export function mostlyAbsent<Own extends Counted>(subjects: readonly Own[], { absentShare, alikePupils }: Settings): Odd<Own>[] {
  const isMany = ({ states }: Own) =>
    expected(states) >= alikePupils && meets({ numerator: states.absent, denominator: expected(states) }, ">", absentShare);
  const other = subjects.find((one) => one.states.sat >= alikePupils && !isMany(one));
  if (!other) return [];
  return subjects.filter(isMany).map((of) => {
    const { name, states } = of;
    const all = expected(states);
    const words = {
      zh: `${name.zh}应考 ${all} 人，缺考 ${states.absent} 人，而${other.name.zh}有 ${other.states.sat} 人实考：请核对是不是还没有录成绩；确实缺考请说明。`,
      en: `${states.absent} of the ${all} expected are absent in ${name.en}, while ${other.states.sat} sat ${other.name.en}: see whether the marks are still to come; if they were absent, say so.`,
    };
    return { code: "absent-many", of, words };
  });
}

/** Two subjects of which every mark and every state has as many pupils: rarely chance. All alike in one subject is a question of its own. */
function alike(subjects: readonly Counted[], { alikePupils }: Settings): Odd<Counted>[] {
  const key = ({ states, marks }: Counted) => JSON.stringify([STATES.map((state) => states[state]), marks]);
  return subjects.flatMap((of, at): Odd<Counted>[] => {
    const twin = subjects.slice(0, at).find((other) => key(other) === key(of));
    if (!twin || of.marks.length < 2 || of.states.sat < alikePupils) return [];
    const words = {
      zh: `${of.name.zh}和${twin.name.zh}每个分数的人数都相同（${of.states.sat} 人实考）：请核对是不是一科的分数贴了两次。`,
      en: `${of.name.en} and ${twin.name.en} have as many pupils at every mark (${of.states.sat} sat): see whether one subject was pasted twice.`,
    };
    return [{ code: "subjects-alike", of, words }];
  });
}

/** Of subjects with as many pupils in all, more have left in one: whoever left is expected in none. */
function leftApart(subjects: readonly Counted[]): Odd<Counted>[] {
  const pupils = ({ states }: Counted) => expected(states) + states.left;
  const most = Math.max(...subjects.map(pupils));
  const whole = subjects.filter((one) => pupils(one) === most);
  const [least] = [...whole].sort((a, b) => a.states.left - b.states.left);
  const [of] = [...whole].sort((a, b) => b.states.left - a.states.left);
  if (!least || !of || of.states.left === least.states.left) return [];
  const words = {
    zh: `${of.name.zh}转出 ${of.states.left} 人，${least.name.zh}转出 ${least.states.left} 人，两科学生数相同：转出的不算应考。请核对是不是缺考。`,
    en: `${of.states.left} have left in ${of.name.en} and ${least.states.left} in ${least.name.en}, of as many pupils: whoever left is not expected. See whether they were absent.`,
  };
  return [{ code: "left-and-sat", of, words }];
}

/** A subject of a school's grade, or of one of its classes. */
interface OfSchool extends Counted {
  readonly subject: string;
}

/** What is odd in the marks of a school, grade by grade; what its file was asked about already is not asked again. */
export function marks(held: Held, { exam }: Collection, settings: Settings): Noticed[] {
  const before = new Set(held.queries.map(({ code }) => code));
  const papers = exam?.papers ?? [];
  const grades = gradesOf(held.body, papers);
  const away = grades.flatMap((subjects) => mostlyAbsent(subjects, settings));
  // A subject that most of a grade missed is not told of each class again.
  const told = new Set(away.map(({ of }) => of.subject));
  return [
    ...grades.flatMap((subjects) => [
      ...oneValue(subjects, settings),
      ...alike(subjects, settings),
      ...leftApart(subjects),
      ...heaped(subjects, settings),
      ...outsideMany(subjects, settings),
    ]),
    ...away,
    ...classesAway(held.body, papers, settings).flatMap((subjects) =>
      mostlyAbsent(subjects, settings).filter(({ of }) => !told.has(of.subject)),
    ),
  ]
    .filter(({ code }) => !before.has(code))
    .map(({ code, words }) => ask(held, code, words));
}

/** Classes of which many are absent in a subject: of all of a county there are thousands, and few are worth adding up. */
function classesAway(body: SubmissionBody, papers: readonly Paper[], { absentShare }: Settings): OfSchool[][] {
  const names = new Set(
    body.slices.flatMap(({ class: name, scores }) => {
      const all = scores ? expected(scores.states) : 0;
      const away = all > 0 && meets({ numerator: scores?.states.absent ?? 0, denominator: all }, ">", absentShare);
      return away && name !== null ? [name] : [];
    }),
  );
  return [...names].flatMap((name) => gradesOf({ ...body, slices: body.slices.filter((one) => one.class === name) }, papers, name));
}

/** The subjects of each grade, as a whole or the sum of its classes, under names that say the grade too, and the class whose slices these are. */
function gradesOf(body: SubmissionBody, papers: readonly Paper[], name: string | null = null): OfSchool[][] {
  const grades = new Map<string, OfSchool[]>();
  for (const [key, own] of talliesOf(body)) {
    const { part, stage, grade, subject } = readKey(key);
    const paper = papers.find((one) => one.stage === stage && one.grade === grade && one.subject === subject);
    if (part !== "scores" || grade === null || subject === null || !paper) continue;
    const marks = frequencyOf(own, paper.grid);
    const about = placeWords({ stage, grade, subject: name === null ? subject : `${name} ${subject}` });
    const counted = { subject, name: about, states: statesIn(own, marks), marks, full: paper.full, lines: linesToReach(paper) };
    grades.set(`${stage} ${grade}`, [...(grades.get(`${stage} ${grade}`) ?? []), counted]);
  }
  const order = bySubjects([]);
  return [...grades.values()].map((subjects) => [...subjects].sort((a, b) => order(a.subject, b.subject)));
}

/** The pass and the excellent line of a paper, which marks may be lifted to. */
export function linesToReach(paper: Paper): Counted["lines"] {
  const { pass, excellent } = linesOf(paper);
  return [
    { words: LINE_WORDS.pass, at: pass },
    { words: LINE_WORDS.excellent, at: excellent },
  ];
}
