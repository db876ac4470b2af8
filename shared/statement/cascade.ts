/**
 * The cascade check: do the targets of the parts, if all are just met, imply the target of the whole? Exact, by counts: each part is as far
 * down (and as far up) as its own targets let it be, and what is left out is taken at its worst. In all subjects at once, by the worst case.
 */
import type { Words } from "../refusal.ts";
import { cascadeWords } from "./cascade-words.ts";
import { type Bound, both, HEADS, type Interval, joint, type Measure, subjectInterval, within } from "./interval.ts";

/** One subject of a joint pass: its own targets, and how many of its pupils count as passing without a mark (免考). */
export interface SubjectPart {
  readonly name: Words;
  readonly base: number | null;
  readonly excused?: number;
  readonly bounds: readonly Bound[];
}

export interface Part {
  readonly name: Words;
  /** Pupils, or whatever the rate is of; null where it is not known. */
  readonly base: number | null;
  readonly bounds: readonly Bound[];
  /** Where the whole is a pass in all subjects: the targets of each. */
  readonly subjects?: readonly SubjectPart[];
}

export interface Whole {
  readonly name: Words;
  readonly bound: Bound;
  /** How many the whole has; those in no part are taken at their worst. */
  readonly base: number;
  readonly measure?: Measure;
  /** What is counted: 人, 分. */
  readonly counted: Words;
  /** Sums of counts have no base: 40 lessons are 40 lessons. */
  readonly sum?: boolean;
}

/** A part on the wrong side of the whole's own limit, and by how many. */
export interface Behind {
  readonly name: Words;
  readonly base: number;
  /** Where its targets leave it at worst. */
  readonly at: number;
  readonly by: number;
}

export interface Cascade {
  /** null: it cannot be told, and `words` says why. */
  readonly implied: boolean | null;
  readonly base: number | null;
  /** What the parts come to together, at either end. */
  readonly parts: Interval | null;
  /** What the whole's target asks for. */
  readonly asked: Interval | null;
  /** How many the parts may fall short of it, and go beyond it. */
  readonly short: number;
  readonly over: number;
  readonly behind: readonly Behind[];
  /** Parts without a target at the end that counts: taken at their worst. */
  readonly without: readonly Words[];
  /** How many are in no part: taken at their worst. */
  readonly uncovered: number;
  readonly words: Words;
}

const UNTOLD = { implied: null, base: null, parts: null, asked: null, short: 0, over: 0, behind: [], without: [], uncovered: 0 } as const;

/** It cannot be told, and why. */
export function untold(words: Words): Cascade {
  return { ...UNTOLD, words };
}

export function cascade(whole: Whole, parts: readonly Part[]): Cascade {
  const measure = whole.measure ?? HEADS;
  if (parts.length === 0) return untold({ zh: "没有分目标。", en: "There are no targets of parts." });
  const unknown = parts.find(sizeUnknown);
  if (unknown) return untold({ zh: `${unknown.name.zh}的人数未知，无法核对。`, en: `How many ${unknown.name.en} has is not known.` });
  const crowded = parts.find(({ base, subjects = [] }) =>
    subjects.some((one) => one.base !== null && base !== null && one.base + (one.excused ?? 0) > base),
  );
  if (crowded)
    return untold({
      zh: `${crowded.name.zh}有学科的人数多于全科人数，无法核对。`,
      en: `A subject of ${crowded.name.en} has more pupils than there are over all subjects.`,
    });
  const known = parts.map((part) => ({ ...part, base: part.base as number, interval: intervalOf(part, measure) }));
  const torn = known.find(({ interval }) => interval.least > interval.most);
  if (torn)
    return untold({ zh: `${torn.name.zh}的分目标互相矛盾，无法同时达到。`, en: `The targets of ${torn.name.en} contradict each other.` });
  const together = known.reduce((sum, { base }) => sum + base, 0);
  const { base } = whole;
  if (!whole.sum && together > base)
    return untold({
      zh: `各部分共 ${together}，多于整体的 ${base}：有重叠，不能相加。`,
      en: `The parts are ${together} together and the whole is ${base}: they overlap and cannot be added.`,
    });
  const uncovered = whole.sum ? 0 : base - together;
  const rest = within(uncovered, [], measure);
  const sum = known.reduce((all, { interval }) => plus(all, interval), rest);
  const asked = within(whole.sum ? 1 : base, [whole.bound], measure);
  if (asked.least > asked.most)
    return untold({
      zh: `${whole.name.zh}的目标对 ${base} ${whole.counted.zh}取不到整数，无法达到。`,
      en: `With ${base} ${whole.counted.en} no whole number meets the target of ${whole.name.en}.`,
    });
  const short = Math.max(0, asked.least - sum.least);
  const over = asked.most === Number.POSITIVE_INFINITY ? 0 : Math.max(0, sum.most - asked.most);
  const found: Omit<Cascade, "words"> = {
    implied: short === 0 && over === 0,
    base,
    parts: sum,
    asked,
    short,
    over,
    behind: whole.sum ? [] : known.flatMap((part) => behind(part, whole.bound, measure, { short, over })),
    without: known.flatMap((part) => openIn(part, whole.bound)),
    uncovered,
  };
  return { ...found, words: cascadeWords(whole, known, found) };
}

function sizeUnknown({ base, subjects = [] }: Part): boolean {
  return base === null || subjects.some((subject) => subject.base === null);
}

function intervalOf({ base, bounds, subjects }: Part, measure: Measure): Interval {
  const own = within(base as number, bounds, measure);
  if (!subjects) return own;
  return both(own, joint(base as number, subjects.map(subjectInterval)));
}

const plus = (a: Interval, b: Interval): Interval => ({ least: a.least + b.least, most: a.most + b.most });

/** By how many a part that just meets its own targets is on the wrong side of the whole's limit, taken for itself. */
function behind(
  part: { name: Words; base: number; interval: Interval },
  bound: Bound,
  measure: Measure,
  gap: { short: number; over: number },
): Behind[] {
  const { name, base, interval } = part;
  const asked = within(base, [bound], measure);
  const found: Behind[] = [];
  if (gap.short > 0 && asked.least > interval.least) found.push({ name, base, at: interval.least, by: asked.least - interval.least });
  if (gap.over > 0 && interval.most > asked.most) found.push({ name, base, at: interval.most, by: interval.most - asked.most });
  return found;
}

/** The names of what nothing holds at the end where the whole's limit lies: a part, or a subject of one. */
function openIn({ name, base, bounds, subjects = [] }: Part, whole: Bound): Words[] {
  const ends = endsOf(whole);
  const held = (own: readonly Bound[]) => ends.every((end) => own.some((bound) => endsOf(bound).includes(end)));
  if (base === 0 || held(bounds)) return [];
  if (subjects.length === 0) return [name];
  const open = subjects.filter((subject) => !held(subject.bounds));
  return open.map((subject) => ({ zh: `${name.zh}${subject.name.zh}`, en: `${name.en}, ${subject.name.en}` }));
}

function endsOf({ operator }: Bound): readonly ("below" | "above")[] {
  if (operator === ">=" || operator === ">") return ["below"];
  return operator === "<=" || operator === "<" ? ["above"] : ["below", "above"];
}
