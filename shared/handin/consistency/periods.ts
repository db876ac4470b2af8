/** Questions against last time: what moved more than it usually does. */
import type { Figure, Slice } from "../../contract.ts";
import { shownValue } from "../../display.ts";
import { figureKey } from "../../figures/figure-key.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { robustRange } from "../../kernel/robust.ts";
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
export function participation(now: Held, last: Held, years: number | null, names: Names, { participationFall }: Settings): Noticed[] {
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
    if (!meets(fall, ">", participationFall)) return [];
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
function satIn(slices: readonly Slice[]): Map<string, Sat> {
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

function keyOf({ stage, grade, subject }: Slice): string {
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

export const OUTSIDE_CODE = "outside-usual-range";

/** The figures of schools, each under whose it is. */
export type Figures = ReadonlyMap<string, readonly Figure[]>;

/** Last time's values of one figure, by school, and where nearly all of them lay. */
interface Usual {
  readonly values: ReadonlyMap<string, number>;
  readonly range: ReturnType<typeof robustRange>;
}

/** Where the figures of schools usually lie, from those of last time. */
export function usualIn(before: Figures, { robustSchools, robustSpreads }: Settings): ReadonlyMap<string, Usual> {
  const all = new Map<string, Map<string, number>>();
  for (const [school, figures] of before) {
    for (const figure of figures) {
      if (figure.value === null) continue;
      const own = all.get(figureKey(figure));
      if (own) own.set(school, figure.value);
      else all.set(figureKey(figure), new Map([[school, figure.value]]));
    }
  }
  return new Map(
    [...all].map(([key, values]) => [
      key,
      { values, range: values.size >= robustSchools ? robustRange([...values.values()], robustSpreads) : undefined },
    ]),
  );
}

/**
 * A school's figures outside the range in which nearly all schools lie: those of last time, or, for want of one, of this time. One question for
 * each grade and subject.
 */
export function outside(
  now: Held,
  figures: readonly Figure[],
  usual: ReadonlyMap<string, Usual>,
  lastTime: boolean,
  settings: Settings,
): Noticed[] {
  const places = new Map<string, { readonly about: Words; readonly found: Words[] }>();
  for (const figure of figures) {
    const words = outsideWords(figure, now, usual.get(figureKey(figure)), lastTime, settings);
    if (!words) continue;
    const about = placeWords({ ...figure, resource: null });
    const place = places.get(about.zh);
    // The standard's own for a stage says again what another source asks of every stage.
    const bare = (one: Words) => one.zh.replace(`（${STAGES[figure.stage].zh}）`, "");
    if (place?.found.some((one) => bare(one) === bare(words))) continue;
    if (place) place.found.push(words);
    else places.set(about.zh, { about, found: [words] });
  }
  return [...places.values()].map(({ about, found }) =>
    ask(now, OUTSIDE_CODE, {
      zh: `${about.zh}与${lastTime ? "上次" : "这次"}各校相比偏离较大：${found.map(({ zh }) => zh).join("；")}。请核对；属实的请说明原因。`,
      en: `${about.en} is far from what schools ${lastTime ? "had last time" : "have this time"}: ${found.map(({ en }) => en).join("; ")}: see that it is right, or say why`,
    }),
  );
}

/** The figure, the school's own of last time, and where schools lay then; `null` where it lies there too. */
function outsideWords(figure: Figure, now: Held, usual: Usual | undefined, lastTime: boolean, settings: Settings): Words | null {
  const definition = shipped.find(figure.indicator, now.body.definitions);
  if (figure.value === null || !definition || ["flag", "level", "rank"].includes(definition.unit)) return null;
  const range = usual?.range;
  if (!range || meets(figure.value, "between", range.low, range.high)) return null;
  const mine = lastTime ? usual.values.get(now.school) : undefined;
  if (mine === undefined ? isOfFew(figure, range.high, now, settings) : isAsLastTime(figure.value, mine, range, settings)) return null;
  const show = (value: number) => shownValue(value, definition);
  const [value, middle, low, high] = [figure.value, range.middle, ...possible(usual, definition)].map(show) as [Words, Words, Words, Words];
  const own = mine === undefined ? { zh: "", en: "" } : { zh: `本校上次 ${show(mine).zh}，`, en: `this school had ${show(mine).en}, ` };
  return {
    zh: `“${definition.names.zh}”${value.zh}（${own.zh}各校中位数 ${middle.zh}，通常 ${low.zh} 到 ${high.zh}）`,
    en: `"${definition.names.en}" ${value.en} (${own.en}the schools' median ${lastTime ? "was" : "is"} ${middle.en}, usually ${low.en} to ${high.en})`,
  };
}

/** More for each pupil than elsewhere because there are few: nothing of before tells what is usual there. */
function isOfFew({ value, stage, indicator }: Figure, high: number, { body }: Held, { smallSchool }: Settings): boolean {
  const pupils = body.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.pupils;
  if (value === null || pupils === undefined || shipped.find(indicator, body.definitions)?.reads.from !== "resource") return false;
  return meets(value, "between", high, high * Math.max(1, smallSchool / pupils));
}

/** Outside on the same side as last time and no more than a spread from there: the school is like that, and was asked then. */
function isAsLastTime(
  value: number,
  mine: number,
  { low, middle, high }: NonNullable<Usual["range"]>,
  { robustSpreads }: Settings,
): boolean {
  const outsideThen = value > middle ? mine > high : mine < low;
  return outsideThen && meets(Math.abs(value - mine), "<=", (high - middle) / robustSpreads);
}

/** The range as it is shown: no rate above 1, and nothing below 0 that no school was below: rates, marks, teachers per pupil. */
function possible({ range, values }: Usual, { unit }: Definition): [low: number, high: number] {
  const { low = 0, high = 0 } = range ?? {};
  return [[...values.values()].every((value) => value >= 0) ? Math.max(0, low) : low, unit === "rate" ? Math.min(1, high) : high];
}
