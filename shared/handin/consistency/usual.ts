/** Figures of a school outside the range in which nearly all schools lie. */
import type { Figure } from "../../contract.ts";
import { shownValue } from "../../display.ts";
import { figureKey } from "../../figures/figure-key.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { robustRange } from "../../kernel/robust.ts";
import type { Words } from "../../refusal.ts";
import { meets } from "../../target.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import { byChance } from "./chance.ts";
import type { Settings } from "./settings.ts";

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
    const words = outsideWords(figure, { now, figures }, usual.get(figureKey(figure)), lastTime, settings);
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
function outsideWords(
  figure: Figure,
  { now, figures }: { readonly now: Held; readonly figures: readonly Figure[] },
  usual: Usual | undefined,
  lastTime: boolean,
  settings: Settings,
): Words | null {
  const definition = shipped.find(figure.indicator, now.body.definitions);
  if (figure.value === null || !definition || ["flag", "level", "rank"].includes(definition.unit)) return null;
  const range = usual?.range;
  if (!range || meets(figure.value, "between", range.low, range.high)) return null;
  const [least, most] = byChance(figure.value, figure, { definition, figures, body: now.body });
  if (meets(most, ">=", range.low) && meets(least, "<=", range.high)) return null;
  const mine = lastTime ? usual.values.get(now.school) : undefined;
  const small = smallness(figure, now, settings);
  const isUsual =
    mine === undefined
      ? meets(figure.value, "between", range.high, range.high * small)
      : meets(mine, "between", least, most) ||
        isNoFurther(figure.value, mine, range) ||
        isAsLastTime(figure.value, mine, range, small, settings);
  const show = (value: number) => shownValue(value, definition);
  // Of a value and an end that are shown alike nobody could say how they differ.
  if (isUsual || [range.low, range.high].some((end) => show(end).zh === show(figure.value ?? 0).zh)) return null;
  const [value, middle, low, high] = [figure.value, range.middle, ...possible(usual, definition)].map(show) as [Words, Words, Words, Words];
  const own = mine === undefined ? { zh: "", en: "" } : { zh: `本校上次 ${show(mine).zh}，`, en: `this school had ${show(mine).en}, ` };
  return {
    zh: `“${definition.names.zh}”${value.zh}（${own.zh}各校中位数 ${middle.zh}，通常 ${low.zh} 到 ${high.zh}）`,
    en: `"${definition.names.en}" ${value.en} (${own.en}the schools' median ${lastTime ? "was" : "is"} ${middle.en}, usually ${low.en} to ${high.en})`,
  };
}

/** How many times more there may be for each pupil because there are few: one teacher more is much where 50 are taught. */
function smallness({ stage, indicator }: Figure, { body }: Held, { smallSchool }: Settings): number {
  const pupils = body.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.pupils;
  if (!pupils || shipped.find(indicator, body.definitions)?.reads.from !== "resource") return 1;
  return Math.max(1, smallSchool / pupils);
}

/** Between where the school was last time and what is usual: it was asked then, and is less far off now. */
function isNoFurther(value: number, mine: number, { low, high }: NonNullable<Usual["range"]>): boolean {
  return meets(value, "between", high, mine) || meets(value, "between", mine, low);
}

/** No more than a spread from where the school was last time: it is like that, and was asked then if it was outside. */
function isAsLastTime(
  value: number,
  mine: number,
  { middle, high }: NonNullable<Usual["range"]>,
  small: number,
  { robustSpreads }: Settings,
): boolean {
  return meets(Math.abs(value - mine), "<=", ((high - middle) / robustSpreads) * small);
}

/** The range as it is shown: no rate above 1, and nothing below 0 that no school was below: rates, marks, teachers per pupil. */
function possible({ range, values }: Usual, { unit }: Definition): [low: number, high: number] {
  const { low = 0, high = 0 } = range ?? {};
  return [[...values.values()].every((value) => value >= 0) ? Math.max(0, low) : low, unit === "rate" ? Math.min(1, high) : high];
}
