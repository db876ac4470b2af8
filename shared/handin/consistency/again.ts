/** Numbers that were handed in before: last time's marks or conditions over again, or one class's marks under the name of another. */
import { canonical } from "../../canonical.ts";
import type { Scores, Slice, Stage } from "../../contract.ts";
import { STATES } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import { placeKey, readKey, scoresOf, talliesOf } from "../../slice.ts";
import { bySubjects } from "../../subjects.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import { gradeThen } from "./same-pupils.ts";
import type { Settings } from "./settings.ts";
import { enteredIn } from "./units.ts";

/** Subjects with as many pupils at every mark and in every state as the same pupils had last time, or the same grade. */
export function marksAgain(now: Held, last: Held, years: number | null, names: Names, settings: Settings): Noticed[] {
  const before = new Map(gradeSubjects(last).map((one) => [one.key, one.scores]));
  const alike = new Map<string, { readonly place: GradeSubject; readonly then: number; readonly subjects: string[] }>();
  for (const place of gradeSubjects(now)) {
    if (!tellsApart([place.scores], settings)) continue;
    const grades = new Set([gradeThen(place, last, years) ?? place.grade, place.grade]);
    const then = [...grades].find((grade) => sameScores(place.scores, before.get(keyOf({ ...place, grade }))));
    if (then === undefined) continue;
    const key = `${place.stage} ${place.grade} ${then}`;
    const { subjects = [] } = alike.get(key) ?? {};
    alike.set(key, { place, then, subjects: [...subjects, place.subject] });
  }
  return [...alike.values()].map(({ place: { stage, grade }, then, subjects }) => {
    const [about, was] = [placeWords({ stage, grade }), placeWords({ stage, grade: then })];
    const other: Words = then === grade ? { zh: "", en: "" } : { zh: was.zh, en: `, ${was.en}` };
    const listed = [...subjects].sort(bySubjects([]));
    const name = names.collection(last.collection);
    return ask(now, "marks-again", {
      zh: `${about.zh} ${listed.join("、")}与上次（${name}）${other.zh}每个分数的人数都相同：请核对是不是贴了上次的成绩；确实如此请说明。`,
      en: `${about.en}, ${listed.join(", ")}: as many pupils at every mark as last time (${name}${other.en}); see whether last time's marks were pasted, or say that it is so`,
    });
  });
}

/** What all stages of a school have, and how many pupils, as last time in every number. */
export function conditionsAgain(now: Held, last: Held, names: Names, { sameNumbers }: Settings): Noticed[] {
  const [own, before] = [now, last].map(conditionsOf) as [Slice[], Slice[]];
  const numbers = own.reduce((sum, { resources }) => sum + 1 + Object.keys(resources?.amounts ?? {}).length, 0);
  if (own.length === 0 || numbers < sameNumbers || canonical(own) !== canonical(before)) return [];
  const name = names.collection(last.collection);
  return [
    ask(now, "conditions-again", {
      zh: `办学条件的 ${numbers} 个数与上次（${name}）完全相同：请核对是不是没有更新；确实没有变化请说明。`,
      en: `all ${numbers} numbers of the resources are those of last time (${name}): see whether they were brought up to date, or say that nothing changed`,
    }),
  ];
}

/** Every number that was entered as last time; small ones, of lessons or of things that are there or not, do not change every year. */
export function enteredAgain(now: Held, last: Held, names: Names, { sameNumbers, sameLeast }: Settings): Noticed[] {
  const [own, before] = [now, last].map(enteredOf) as [Slice["entered"][], Slice["entered"][]];
  const numbers = enteredIn(now.body.slices);
  const large = numbers.filter(({ amount, parts }) => amount >= sameLeast * parts);
  if (large.length < sameNumbers || canonical(own) !== canonical(before)) return [];
  const name = names.collection(last.collection);
  return [
    ask(now, "entered-again", {
      zh: `填报的 ${numbers.length} 个数与上次（${name}）完全相同：请核对是不是交了上次的表、没有更新；确实没有变化请说明。`,
      en: `all ${numbers.length} numbers entered are those of last time (${name}): see whether last time's form was handed in, or say that nothing changed`,
    }),
  ];
}

/** Two classes of a grade with as many pupils at every mark and in every state, in each of their subjects. */
export function classesAlike(held: Held, settings: Settings): Noticed[] {
  const classes = classesOf(held);
  return classes.flatMap((own, at): Noticed[] => {
    if (own.slices.length < settings.sameParts || !tellsApart(scoresIn(own), settings)) return [];
    const twin = classes.slice(0, at).find((other) => other.grade === own.grade && other.stage === own.stage && sameClass(own, other));
    if (!twin) return [];
    const about = placeWords(own);
    return [
      ask(held, "classes-alike", {
        zh: `${about.zh} ${own.name}与${twin.name}各科（${own.slices.length} 科）每个分数的人数都相同：请核对是不是一个班的成绩贴了两次；确实如此请说明。`,
        en: `${about.en}, classes ${own.name} and ${twin.name}: as many pupils at every mark of each of ${own.slices.length} subjects; see whether one class's marks were pasted twice, or say that it is so`,
      }),
    ];
  });
}

/** So many pupils at so many different marks that two such counts are hardly alike by chance. */
function tellsApart(scores: readonly Scores[], { alikePupils, sameNumbers }: Settings): boolean {
  const marks = new Set(scores.flatMap(({ counts }) => counts.map(([mark]) => mark)));
  return marks.size >= sameNumbers && scores.some(({ states }) => states.sat >= alikePupils);
}

function sameScores(one: Scores, other: Scores | undefined): boolean {
  // Most differ in how many sat: nothing else need be looked at.
  if (!other || one.states.sat !== other.states.sat || STATES.some((state) => one.states[state] !== other.states[state])) return false;
  return (
    one.counts.length === other.counts.length &&
    one.counts.every(([mark, pupils], at) => {
      const [theirs = 0, many] = other.counts[at] ?? [];
      return mark * other.grid === theirs * one.grid && pupils === many;
    })
  );
}

interface GradeSubject {
  readonly key: string;
  readonly stage: Stage;
  readonly grade: number;
  readonly subject: string;
  readonly scores: Scores;
}

/** The subjects of each grade: of the whole grade, else of its classes together. */
function gradeSubjects({ body }: Held): GradeSubject[] {
  const grids = new Map(body.slices.flatMap((slice) => (slice.scores ? [[keyOf(slice), slice.scores.grid] as const] : [])));
  return [...talliesOf(body)].flatMap(([key, own]): GradeSubject[] => {
    const { part, stage, grade, subject } = readKey(key);
    const grid = grids.get(key);
    if (part !== "scores" || grade === null || subject === null || grid === undefined) return [];
    return [{ key, stage, grade, subject, scores: scoresOf(own, grid) }];
  });
}

const keyOf = ({ stage, grade, subject }: Pick<Slice, "stage" | "grade" | "subject">) =>
  placeKey({ part: "scores", stage, grade, subject });

function conditionsOf({ body }: Held): Slice[] {
  return body.slices.filter(({ resources }) => resources).sort((a, b) => (a.stage < b.stage ? -1 : 1));
}

/** By stage, in one order. */
function enteredOf({ body }: Held): Slice["entered"][] {
  const all = body.slices.filter(({ entered }) => entered).sort((a, b) => (a.stage < b.stage ? -1 : 1));
  return all.map(({ entered }) => entered);
}

interface OwnClass {
  readonly stage: Stage;
  readonly grade: number;
  readonly name: string;
  readonly slices: readonly Slice[];
}

function classesOf({ body }: Held): OwnClass[] {
  const found = new Map<string, OwnClass>();
  for (const slice of body.slices) {
    const { stage, grade, class: name, scores } = slice;
    if (!scores || grade === null || name === null) continue;
    const key = `${stage} ${grade} ${name}`;
    found.set(key, { stage, grade, name, slices: [...(found.get(key)?.slices ?? []), slice] });
  }
  return [...found.values()];
}

const scoresIn = ({ slices }: OwnClass) => slices.flatMap(({ scores }) => scores ?? []);

function sameClass(own: OwnClass, other: OwnClass): boolean {
  return (
    own.slices.length === other.slices.length &&
    own.slices.every(({ subject, scores }) => {
      const theirs = other.slices.find((one) => one.subject === subject)?.scores;
      return scores !== undefined && sameScores(scores, theirs);
    })
  );
}
