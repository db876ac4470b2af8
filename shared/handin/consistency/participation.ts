/** Who sat, against last time: participation that fell more than it usually does. */
import type { Slice } from "../../contract.ts";
import { expected, STATE_WORDS } from "../../marks/states.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask, percent } from "./ask.ts";
import type { Names } from "./names.ts";
import { gradeThen } from "./same-pupils.ts";
import type { Settings } from "./settings.ts";

/** Participation in each grade, over the subjects of both times, against last time: of the same pupils where last time had them, else of the grade. */
export function participation(now: Held, last: Held, years: number | null, names: Names, settings: Settings): Noticed[] {
  const [sat, before] = [satIn(now.body.slices), satIn(last.body.slices)];
  const grades = [...new Set([...sat.values()].map(({ grade }) => grade))];
  return grades.flatMap((grade) => {
    const own = [...sat.values()].filter((one) => one.grade === grade);
    const [place] = own.map(({ slice }) => ({ stage: slice.stage, grade: slice.grade ?? 0 }));
    const then = (place && gradeThen(place, last, years)) ?? place?.grade ?? 0;
    const both = own.flatMap(({ slice }): [now: string, then: string][] => {
      const keys: [string, string] = [keyOf(slice), keyOf({ ...slice, grade: then })];
      return before.has(keys[1]) ? [keys] : [];
    });
    const [a, b] = [
      pooled(
        sat,
        both.map(([key]) => key),
      ),
      pooled(
        before,
        both.map(([, key]) => key),
      ),
    ];
    if (a.expected === 0 || b.expected === 0) return [];
    const fall = { numerator: b.sat * a.expected - a.sat * b.expected, denominator: b.expected * a.expected };
    if (!meets(fall, ">", settings.participationFall)) return [];
    // Of fifteen pupils one who is ill is a fall of seven points.
    if (!both.some(([key]) => areMoreAway(sat.get(key), b, settings))) return [];
    const [from, to] = [percent(b.sat / b.expected), percent(a.sat / a.expected)];
    const about = placeWords(a.slice);
    const time = names.collection(last.collection);
    const most = awayMost(both.flatMap(([key]) => sat.get(key) ?? []));
    const was = then === a.slice.grade ? { zh: "", en: "" } : placeWords(b.slice);
    return [
      ask(now, "participation-fell", {
        zh: `${about.zh}参考率由上次${was.zh}的 ${from}（${time}）降到 ${to}（实考 ${a.sat} / 应考 ${a.expected}，不含免考，各科合计${most.zh}）。请核对缺考、缓考人数，属实的请说明原因。`,
        en: `${about.en}: participation fell from ${from} (${time}${was.en && `, ${was.en}`}) to ${to} (${a.sat} sat of ${a.expected} expected and not exempt, all subjects${most.en}): see who was away, or say why`,
      }),
    ];
  });
}

/** Whether so many more were away from a subject than by last time's rate. */
function areMoreAway(subject: Sat | undefined, last: Pick<Sat, "sat" | "expected">, { participationFew }: Settings): boolean {
  return subject !== undefined && last.sat * subject.expected - subject.sat * last.expected >= participationFew * last.expected;
}

/** Expected and not exempt, and did not sit. */
const AWAY = ["absent", "deferred", "misconduct"] as const;

interface Sat {
  readonly grade: string;
  readonly slice: Slice;
  readonly sat: number;
  readonly expected: number;
  readonly away: Readonly<Record<(typeof AWAY)[number], number>>;
}

/** The subject that most were away from, and how many why; nothing where it is but one, or all alike. */
function awayMost(subjects: readonly Sat[]): Words {
  const away = (one: Sat) => one.expected - one.sat;
  const [most, ...others] = [...subjects].sort((a, b) => away(b) - away(a));
  const least = others.at(-1);
  if (!most || !least || away(most) === away(least)) return { zh: "", en: "" };
  const why = AWAY.filter((state) => most.away[state] > 0);
  const told = (language: keyof Words, comma: string) =>
    why
      .map((state) =>
        language === "zh" ? `${STATE_WORDS[state].zh} ${most.away[state]} 人` : `${most.away[state]} ${STATE_WORDS[state].en}`,
      )
      .join(comma);
  return { zh: `，最多的是${most.slice.subject}：${told("zh", "、")}`, en: `, most in ${most.slice.subject}: ${told("en", ", ")}` };
}

/** Who sat of whom, by stage, grade and subject: of the whole grade, else of its classes together. */
export function satIn(slices: readonly Slice[]): Map<string, Sat> {
  const found = new Map<string, Sat>();
  const whole = new Set(slices.flatMap((slice) => (slice.class === null && slice.scores ? [keyOf(slice)] : [])));
  for (const slice of slices) {
    const key = keyOf(slice);
    if (!slice.scores || (slice.class !== null && whole.has(key))) continue;
    const { sat = 0, expected: so = 0, away = { absent: 0, deferred: 0, misconduct: 0 } } = found.get(key) ?? {};
    const { states } = slice.scores;
    found.set(key, {
      grade: `${slice.stage} ${slice.grade}`,
      slice,
      sat: sat + states.sat,
      expected: so + expected(states) - states.exempt,
      away: {
        absent: away.absent + states.absent,
        deferred: away.deferred + states.deferred,
        misconduct: away.misconduct + states.misconduct,
      },
    });
  }
  return found;
}

export function keyOf({ stage, grade, subject }: Pick<Slice, "stage" | "grade" | "subject">): string {
  return `${stage} ${grade} ${subject}`;
}

function pooled(
  own: ReadonlyMap<string, Sat>,
  keys: readonly string[],
): { slice: { stage: Slice["stage"]; grade: number | null }; sat: number; expected: number } {
  const all = keys.flatMap((key) => own.get(key) ?? []);
  const { stage = "junior", grade = null } = all[0]?.slice ?? {};
  const sum = (of: (one: Sat) => number) => all.reduce((total, one) => total + of(one), 0);
  return { slice: { stage, grade }, sat: sum((one) => one.sat), expected: sum((one) => one.expected) };
}
