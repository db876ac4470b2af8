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
import { oddInClasses } from "./in-classes.ts";
import { outsideMany } from "./outside.ts";
import type { Settings } from "./settings.ts";

/** One subject of one grade, or of one of its classes. */
export interface Counted {
  readonly subject: string;
  readonly name: Words;
  readonly states: StateCounts;
  readonly marks: Frequency;
  readonly full: number;
  /** The lines to reach, each with its words. */
  readonly lines: readonly { readonly words: Words; readonly at: number }[];
}

/** A question about one of the subjects. */
export interface Odd<Own extends Counted> {
  readonly code:
    | "marks-one-value"
    | "subjects-alike"
    | "absent-many"
    | "left-and-sat"
    | "marks-at-line"
    | "outside-many"
    | "class-apart"
    | "class-rounded";
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

/** More absent, now or until a later day, than there may be of those expected, while most sat another subject. */
export function mostlyAbsent<Own extends Counted>(subjects: readonly Own[], { absentShare, alikePupils }: Settings): Odd<Own>[] {
  const away = ({ states }: Own) => states.absent + states.deferred;
  const isMany = (one: Own) =>
    expected(one.states) >= alikePupils && meets({ numerator: away(one), denominator: expected(one.states) }, ">", absentShare);
  const other = subjects.find((one) => one.states.sat >= alikePupils && !isMany(one));
  if (!other) return [];
  return subjects.filter(isMany).map((of) => {
    const { name, states } = of;
    const all = expected(states);
    const deferred = states.deferred > 0;
    const words = {
      zh: `${name.zh}应考 ${all} 人，缺考 ${states.absent} 人${deferred ? `、缓考 ${states.deferred} 人` : ""}，而${other.name.zh}有 ${other.states.sat} 人实考：请核对是不是还没有录成绩；确实${deferred ? "如此" : "缺考"}请说明。`,
      en: `${away(of)} of the ${all} expected are absent${deferred ? " or deferred" : ""} in ${name.en}, while ${other.states.sat} sat ${other.name.en}: see whether the marks are still to come; if they were absent, say so.`,
    };
    return { code: "absent-many", of, words };
  });
}

/**
 * Two subjects of which every mark and every state has as many pupils: rarely chance, the less so of `least` different marks. All alike in one
 * subject is a question of its own.
 */
export function alike<Own extends Counted>(subjects: readonly Own[], { alikePupils }: Settings, least = 2): Odd<Own>[] {
  const seen = new Map<string, Own>();
  return subjects.flatMap((of): Odd<Own>[] => {
    const key = JSON.stringify([STATES.map((state) => of.states[state]), of.marks]);
    const twin = seen.get(key);
    seen.set(key, twin ?? of);
    if (!twin || of.marks.length < least || of.states.sat < alikePupils) return [];
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

/** What is odd in the marks of a school, grade by grade; what its file was asked about already is not asked again. */
export function marks(held: Held, { exam }: Collection, settings: Settings): Noticed[] {
  const before = new Set(held.queries.map(({ code }) => code));
  return (
    gradesOf(held.body, exam?.papers ?? [])
      .flatMap(({ whole, classes }) => {
        const told = [
          ...oneValue(whole, settings),
          ...alike(whole, settings),
          ...leftApart(whole),
          ...heaped(whole, settings),
          ...outsideMany(whole, settings),
          ...mostlyAbsent(whole, settings),
        ];
        return [...told, ...oddInClasses(whole, classes, told, settings)];
      })
      // A column that was sorted by itself sets its classes apart.
      .filter(({ code }) => !before.has(code) && !(code === "class-apart" && before.has("marks-unrelated")))
      .map(({ code, words }) => ask(held, code, words))
  );
}

interface Grade {
  /** Its subjects as a whole, or as the sum of its classes. */
  readonly whole: readonly Counted[];
  /** The subjects of each class that was sent on its own. */
  readonly classes: readonly (readonly Counted[])[];
}

/** The subjects of each grade, under names that say the grade too, and the class where it is one's. */
function gradesOf(body: SubmissionBody, papers: readonly Paper[]): Grade[] {
  const paperAt = new Map(papers.map((paper) => [`${paper.stage} ${paper.grade} ${paper.subject}`, paper]));
  const order = bySubjects([]);
  const grades = new Map<string, { whole: Counted[]; classes: Map<string, Counted[]> }>();
  const counted = ({ stage, grade, subject, full }: Paper, name: string | null, states: StateCounts, marks: Frequency): Counted => {
    const about = placeWords({ stage, grade, subject: name === null ? subject : `${name} ${subject}` });
    return { subject, name: about, states, marks, full, lines: [] };
  };
  for (const [key, own] of talliesOf(body)) {
    const { part, stage, grade, subject } = readKey(key);
    const paper = paperAt.get(`${stage} ${grade} ${subject}`);
    if (part !== "scores" || !paper) continue;
    const marks = frequencyOf(own, paper.grid);
    const found = grades.get(`${stage} ${grade}`) ?? { whole: [], classes: new Map<string, Counted[]>() };
    found.whole.push({ ...counted(paper, null, statesIn(own, marks), marks), lines: linesToReach(paper) });
    grades.set(`${stage} ${grade}`, found);
  }
  for (const { stage, grade, subject, class: name, scores } of body.slices) {
    const paper = paperAt.get(`${stage} ${grade} ${subject}`);
    const classes = grades.get(`${stage} ${grade}`)?.classes;
    if (!scores || !paper || name === null) continue;
    const marks = scores.counts.map(([mark, pupils]) => [mark / scores.grid, pupils] as const);
    classes?.set(name, [...(classes.get(name) ?? []), counted(paper, name, scores.states, marks)]);
  }
  const sorted = (subjects: readonly Counted[]) => [...subjects].sort((a, b) => order(a.subject, b.subject));
  return [...grades.values()].map(({ whole, classes }) => ({ whole: sorted(whole), classes: [...classes.values()].map(sorted) }));
}

/** The pass and the excellent line of a paper, which marks may be lifted to. */
export function linesToReach(paper: Paper): Counted["lines"] {
  const { pass, excellent } = linesOf(paper);
  return [
    { words: LINE_WORDS.pass, at: pass },
    { words: LINE_WORDS.excellent, at: excellent },
  ];
}
