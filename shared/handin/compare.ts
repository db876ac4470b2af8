/** What another file of a school would change in size: 原来 165 人，现在 1 人. A later file silently counting fewer is how figures get lost. */
import type { Slice } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { meets } from "../target.ts";
import { defaultSettings } from "./consistency/settings.ts";
import { placeWords } from "./place-words.ts";
import { sizesIn } from "./preview.ts";

export interface Difference {
  readonly words: Words;
  /** Pupils, a subject, a grade or an indicator that was there is there no more. */
  readonly fewer: boolean;
  /** So many more pupils that other pupils may have got in; by what part, the settings say. */
  readonly grown: boolean;
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
  return [
    ...ofGrades,
    ...between(without(papersThen), without(papersNow)),
    ...gone(ENTERED, keysIn(before, enteredOf), keysIn(after, enteredOf)),
    ...gone(AMOUNTS, keysIn(before, amountsOf), keysIn(after, amountsOf)),
  ];
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
    const more = own !== undefined && own > 0 && next !== undefined ? { numerator: next - own, denominator: own } : null;
    const grown = more !== null && meets(more, ">=", defaultSettings.growth);
    return [{ words, fewer: own !== undefined && (next === undefined || next < own), grown }];
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

const enteredOf = ({ entered }: Slice) => entered;
const amountsOf = ({ resources }: Slice) => resources?.amounts;

const ENTERED: Words = { zh: "单项指标", en: "indicators" };
const AMOUNTS: Words = { zh: "办学条件", en: "amounts" };

/** By name, not by number: one indicator in place of another is one lost. */
function gone(what: Words, before: readonly string[], after: readonly string[]): Difference[] {
  const [own, next] = [new Set(before), new Set(after)];
  const lost = [...own].filter((key) => !next.has(key)).length;
  if (own.size === next.size && lost === 0) return [];
  // Where there are fewer, the numbers say so.
  const swapped = lost > Math.max(0, own.size - next.size);
  const words = {
    zh: `${what.zh}原来 ${own.size} 项，现在 ${next.size} 项${swapped ? `，原来的少了 ${lost} 项` : ""}`,
    en: `${own.size} ${what.en} before, ${next.size} now${swapped ? `, ${lost} of those before are gone` : ""}`,
  };
  return [{ words, fewer: lost > 0, grown: false }];
}

function keysIn(slices: readonly Slice[], of: (slice: Slice) => object | undefined): string[] {
  return slices.flatMap((slice) => Object.keys(of(slice) ?? {}).map((key) => `${slice.stage} ${key}`));
}
