/** What another file of a school would change in size: 原来 165 人，现在 1 人. A later file silently counting fewer is how figures get lost. */
import type { Slice } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { placeWords } from "./place-words.ts";
import { sizesIn } from "./preview.ts";

export interface Difference {
  readonly words: Words;
  /** Pupils, a subject, a grade or an indicator that was there is there no more. */
  readonly fewer: boolean;
}

interface Size {
  readonly about: Words;
  readonly pupils: number;
}

/** Every difference in size between what stands and what would replace it, grades first; empty where only marks differ. */
export function differences(before: readonly Slice[], after: readonly Slice[]): Difference[] {
  const [then, now] = [gradesIn(before), gradesIn(after)];
  const ofGrades = between(then, now);
  // A subject that moves as its grade does says nothing more.
  const told = (key: string, pupils: number | undefined, grades: ReadonlyMap<string, Size>) => grades.get(gradeOf(key))?.pupils === pupils;
  const [papersThen, papersNow] = [papersIn(before), papersIn(after)];
  const alike = new Set(
    [...papersThen, ...papersNow].flatMap(([key]) => {
      const [own, next] = [papersThen.get(key)?.pupils, papersNow.get(key)?.pupils];
      const gone = own !== undefined && next === undefined && !now.has(gradeOf(key));
      const come = own === undefined && !then.has(gradeOf(key));
      return gone || come || (told(key, own, then) && told(key, next, now)) ? [key] : [];
    }),
  );
  const without = (papers: ReadonlyMap<string, Size>) => new Map([...papers].filter(([key]) => !alike.has(key)));
  return [...ofGrades, ...between(without(papersThen), without(papersNow)), ...indicatorsGone(before, after)];
}

/** Both lists in one sentence, as a line of the import says it. */
export function said(found: readonly Difference[]): Words {
  const joined = (tongue: keyof Words, by: string) => found.map(({ words }) => words[tongue]).join(by);
  return { zh: joined("zh", "；"), en: joined("en", "; ") };
}

function between(then: ReadonlyMap<string, Size>, now: ReadonlyMap<string, Size>): Difference[] {
  return [...new Map([...then, ...now])].flatMap(([key, { about }]): Difference[] => {
    const [own, next] = [then.get(key)?.pupils, now.get(key)?.pupils];
    if (own === next) return [];
    const zh = (n: number | undefined) => (n === undefined ? "没有" : ` ${n} 人`);
    const en = (n: number | undefined) => (n === undefined ? "none" : n);
    const words = { zh: `${about.zh}原来${zh(own)}，现在${zh(next)}`, en: `${about.en}: ${en(own)} pupils before, ${en(next)} now` };
    return [{ words, fewer: own !== undefined && (next === undefined || next < own) }];
  });
}

function gradesIn(slices: readonly Slice[]): Map<string, Size> {
  const grades = new Map<string, Size>();
  for (const [{ stage, grade }, pupils] of sizesIn(slices)) {
    const key = `${stage} ${grade}`;
    grades.set(key, { about: placeWords({ stage, grade }), pupils: Math.max(pupils, grades.get(key)?.pupils ?? 0) });
  }
  return grades;
}

/** Each subject of a grade. Who is judged over all subjects follows from these. */
function papersIn(slices: readonly Slice[]): Map<string, Size> {
  const papers = sizesIn(slices).filter(([{ subject }]) => subject !== null);
  return new Map(papers.map(([slice, pupils]) => [`${slice.stage} ${slice.grade} ${slice.subject}`, { about: placeWords(slice), pupils }]));
}

function gradeOf(key: string): string {
  return key.split(" ").slice(0, 2).join(" ");
}

function indicatorsGone(before: readonly Slice[], after: readonly Slice[]): Difference[] {
  const count = (slices: readonly Slice[]) => slices.reduce((n, { entered = {} }) => n + Object.keys(entered).length, 0);
  const [own, next] = [count(before), count(after)];
  if (own === next) return [];
  return [{ words: { zh: `单项指标原来 ${own} 项，现在 ${next} 项`, en: `${own} indicators before, ${next} now` }, fewer: next < own }];
}
