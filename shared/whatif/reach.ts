/**
 * What it would take: the least whole change of an input that meets a target, or the proof that there is none. Found by trying on the rollup's own figures: met with n, and not with n - 1.
 */
import type { Figure, ResourceName } from "../contract.ts";
import { shownLimit, shownValue, thingsOf } from "../display.ts";
import { enteredFigures, enteredKey } from "../entered.ts";
import { resourceFigures } from "../figures/resources.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { placeKey, reports } from "../slice.ts";
import { type Fact, meets } from "../target.ts";
import { changedInput, type InputChange, type Inputs } from "./inputs.ts";
import { type Lever, leversOf, resourceLever } from "./levers.ts";
import type { Target } from "./who.ts";
import type { Limit } from "./window.ts";

/** One way to meet a target: so many whole units more of one input, or fewer below 0. */
export interface Way {
  readonly by: number;
  readonly changes: readonly InputChange[];
  readonly before: number;
  readonly after: number;
  readonly lever: Pick<Lever, "names" | "unit">;
  /** What is lacking, without what it leads to. */
  readonly lack: Words;
  readonly words: Words;
}

export type Reach =
  /** No ways where it is met. */
  { readonly possible: true; readonly ways: readonly Way[]; readonly words: Words } | { readonly possible: false; readonly why: Words };

export interface InputTarget extends Target {
  readonly resource: ResourceName | null;
}

/** Of an indicator that is reported by itself, and of resources per pupil. */
export function inputsNeeded(all: Inputs, target: InputTarget): Reach {
  const definition = all.rules.definitions.find(({ id }) => id === target.indicator);
  if (!definition || !["resource", "entered"].includes(definition.reads.from)) return { possible: false, why: NO_LEVER };
  const input = onlyFor(all, definition, target);
  const figure = figureIn(input, definition, target);
  const before = figure && factOf(figure);
  if (before === undefined) return { possible: false, why: figure?.why ?? NOT_REPORTED };
  const { limit } = target;
  const shown = shownLimit(limit.operator, limit.value, limit.upTo, definition);
  if (meetsLimit(before, limit))
    return { possible: true, ways: [], words: { zh: `目标 ${shown.zh}：已达标`, en: `target ${shown.en}: met` } };
  const levers = leversAt(input, definition, target);
  if (levers.length === 0) return { possible: false, why: NO_LEVER };
  const tried = levers.map((lever) => leastOf(input, definition, target, lever, before));
  const ways = tried.flatMap((one) => ("way" in one ? [one.way] : []));
  if (ways.length > 0) return { possible: true, ways, words: joined(ways.map(({ words }) => words)) };
  return { possible: false, why: (tried[0] as { why: Words }).why };
}

/** The unit, and the definitions that its figure is read by: what is tried many times must not read all others each time. */
function onlyFor({ rules, members, ...rest }: Inputs, { id }: Definition, { unit }: InputTarget): Inputs {
  const definitions = rules.definitions.filter((one) => one.id === id || isOfStandard(one));
  return { ...rest, rules: { ...rules, definitions }, members: members.filter(({ school }) => school === unit) };
}

/** Of the school rule, by which what stages share is split. */
function isOfStandard({ family, reads, kind }: Definition): boolean {
  return (family === "equity" && reads.from === "resource") || kind.kind === "schoolCheck" || kind.kind === "dispersion";
}

const NO_LEVER: Words = {
  zh: "这个指标由外部评定，或由多个数、多所学校共同决定，没有单一的数可改",
  en: "somebody else awards it, or several numbers or schools decide it together: there is no one number to change",
};
const NOT_REPORTED: Words = { zh: "没有填报这一项", en: "it has not been reported" };

function joined(all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join("；或"), en: all.map(({ en }) => en).join("; or ") };
}

/** What can be moved for a target of a unit. */
export function leversAt(
  input: Inputs,
  definition: Definition,
  { unit, stage, limit }: Pick<InputTarget, "unit" | "stage" | "limit">,
): Lever[] {
  const ofRegion = unit === input.region;
  const tallies = ofRegion ? input.sums : input.members.find(({ school }) => school === unit)?.tallies;
  if (!tallies) return [];
  if (definition.reads.from === "resource") {
    const { resource } = definition.reads;
    // What the stages of a school share may stand under another of them.
    const places = [stage, ...(["primary", "junior", "senior"] as const).filter((one) => one !== stage)];
    const at = places.find((one) =>
      reports(tallies.get(placeKey({ part: "resources", stage: one, grade: null, subject: null })) ?? {}, resource),
    );
    const own = at && tallies.get(placeKey({ part: "resources", stage: at, grade: null, subject: null }));
    return own && !ofRegion ? [resourceLever(resource, own, { unit, stage: at })] : [];
  }
  const own = definition.reads.from === "entered" ? tallies.get(enteredKey({ stage, indicator: definition.id })) : undefined;
  const ofEach = ofRegion && Number(own?.units ?? 0) > 1 && definition.kind.kind === "checklist";
  return own && !ofEach ? leversOf(definition, own, { unit, stage, indicator: definition.id }, limit) : [];
}

/** The figure as the rollup reads it, from that unit alone. */
function figureIn({ rules, region, sums, members }: Inputs, definition: Definition, { unit, stage }: InputTarget): Figure | undefined {
  const member = members.find(({ school }) => school === unit);
  const key = enteredKey({ stage, indicator: definition.id });
  const own = (unit === region ? sums : member?.tallies)?.get(key);
  const read =
    definition.reads.from === "resource"
      ? member
        ? resourceFigures(rules, member)
        : []
      : own
        ? enteredFigures(rules, new Map([[key, own]]))
        : [];
  return read.map(({ figure }) => figure).find((figure) => figure.indicator === definition.id && figure.stage === stage);
}

/** `undefined` where it is not judged. */
function factOf({ why, counts, value }: Figure): Fact | undefined {
  return why ? undefined : (counts ?? value ?? undefined);
}

function meetsLimit(fact: Fact, { operator, value, upTo }: Limit): boolean {
  return meets(fact, operator, value, upTo);
}

/** Whether a value has not yet come to the limit from the side it is on. */
function isShort(fact: Fact, { operator, value, upTo }: Limit, rising: boolean): boolean {
  if (operator === "=" || operator === "between") return rising ? meets(fact, "<", value) : meets(fact, ">", upTo ?? value);
  return !meets(fact, operator, value);
}

function leastOf(input: Inputs, definition: Definition, target: InputTarget, lever: Lever, before: Fact): { way: Way } | { why: Words } {
  const { limit } = target;
  const rising =
    limit.operator === ">=" ||
    limit.operator === ">" ||
    ((limit.operator === "=" || limit.operator === "between") && meets(before, "<", limit.value));
  const step = rising === (lever.sign === 1) ? 1 : -1;
  const most = step === 1 ? lever.most : -lever.fewest;
  const at = (units: number) => {
    const figure = figureIn(changedInput(input, lever.changes(units * step)), definition, target);
    return { fact: (figure && factOf(figure)) as Fact, value: figure?.value ?? Number.NaN };
  };
  const said = (units: number) => shownValue(at(units).value, definition, [limit.value, limit.upTo ?? limit.value]);
  // Most values go up evenly; the guess that this makes is tried like any other number.
  const [from, next] = [at(0).value, at(Math.min(1, most)).value];
  const goal = limit.upTo != null && !rising ? limit.upTo : limit.value;
  const found = leastWhere((units) => !isShort(at(units).fact, limit, rising), most, Math.ceil((goal - from) / (next - from) - 1e-6));
  const asked = shownLimit(limit.operator, limit.value, limit.upTo, definition);
  if (found === undefined || !meetsLimit(at(found).fact, limit))
    return { why: whyNot(lever, step, found ?? most, found === undefined, said, asked) };
  const [was, is] = [said(0), said(found)];
  const lack = lackWords(lever, found * step);
  return {
    way: {
      ...{ by: found * step, changes: lever.changes(found * step), before: at(0).value, after: at(found).value, lever, lack },
      words: {
        zh: `${lack.zh}：${was.zh} → ${is.zh}（目标 ${asked.zh}）`,
        en: `${lack.en}: ${was.en} → ${is.en} (target ${asked.en})`,
      },
    },
  };
}

/** So many whole units are lacking; below 0: too many. */
export function lackWords({ names, unit }: Pick<Lever, "names" | "unit">, by: number): Words {
  const [zh, en] = by > 0 ? ["还差", "short"] : ["须减少", "fewer"];
  return {
    zh: `${names.zh}${zh} ${Math.abs(by)}${unit.zh && ` ${unit.zh}`}`,
    en: `${names.en}: ${Math.abs(by)}${unit.en && ` ${thingsOf(String(Math.abs(by)), unit.en)}`} ${en}`,
  };
}

/** The least from 1 to `most` for which it holds, where it holds for all above one for which it does; `guess` is tried first. */
function leastWhere(holds: (units: number) => boolean, most: number, guess: number): number | undefined {
  for (const units of [guess, guess + 1])
    if (units >= 1 && units <= most && holds(units) && (units === 1 || !holds(units - 1))) return units;
  let high = 1;
  while (high <= most && !holds(high)) high *= 2;
  if (high > most && (most < 1 || !holds(most))) return undefined;
  let low = Math.floor(high / 2);
  high = Math.min(high, most);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** With all there can be it is still not met; or one whole unit carries it past the limit. */
function whyNot({ names }: Lever, step: 1 | -1, units: number, atMost: boolean, said: (units: number) => Words, asked: Words): Words {
  const [last, one] = [said(units), said(units - (atMost ? 0 : 1))];
  const [zh, en] = step === 1 ? ["多", "more"] : ["少", "fewer"];
  if (atMost)
    return {
      zh: `不可能：“${names.zh}”最多再${zh} ${units}，那时是 ${last.zh}；目标 ${asked.zh}`,
      en: `impossible: ${names.en} can be ${units} ${en} at most, which makes ${last.en}; the target is ${asked.en}`,
    };
  return {
    zh: `不可能：“${names.zh}”${zh} ${units - 1} 是 ${one.zh}，${zh} ${units} 是 ${last.zh}，都不是 ${asked.zh}`,
    en: `impossible: ${units - 1} ${en} (${names.en}) makes ${one.en}, and ${units} makes ${last.en}: neither is ${asked.en}`,
  };
}
