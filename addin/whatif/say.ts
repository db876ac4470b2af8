/** Rates, limits and the one sentence, in the language of the page. */

import { shownAlike, shownGap } from "../../shared/display.ts";
import { countsSittings } from "../../shared/figures/counted.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { quotient } from "../../shared/kernel/quotient.ts";
import type { Rate } from "../../shared/marks/rates.ts";
import { type Fact, meets } from "../../shared/target.ts";
import { rateName } from "../../shared/whatif/planwords.ts";
import type { Asked } from "../../shared/whatif/questions.ts";
import type { Limit } from "../../shared/whatif/window.ts";
import type { Language } from "../language.ts";
import { formatLimit, formatValue, inLanguage } from "../pane/format.ts";
import type { Answers } from "./answers.ts";
import type { Moved } from "./moved.ts";
import { type WhatIfDictionary, whatIfWords } from "./words.ts";

type Named = Pick<Asked, "definition" | "stage" | "grade" | "subject">;

export function nameOf({ definition, ...at }: Named, language: Language): string {
  return inLanguage(rateName(definition, at), language);
}

/** A rate that does not seem to reach a limit by rounding. */
export function rateText(rate: Rate | null, definition: Definition, limit: Limit | null, language: Language): string {
  if (!rate || rate.denominator === 0) return "—";
  const limits = limit ? [limit.value, limit.upTo ?? limit.value] : [];
  return formatValue(quotient(rate.numerator, rate.denominator), definition, language, limits);
}

/** Two rates side by side, with as many digits each. */
export function ratesText(
  rates: readonly [Rate | null, Rate | null],
  definition: Definition,
  limit: Limit | null,
  language: Language,
): readonly [string, string] {
  const limits = limit ? [limit.value, limit.upTo ?? limit.value] : [];
  const told = rates.flatMap((rate) => (rate && rate.denominator > 0 ? [{ rate, value: quotient(rate.numerator, rate.denominator) }] : []));
  const texts = shownAlike(
    told.map(({ value }) => value),
    definition,
    limits,
  );
  const [one, other] = rates.map((rate) => inLanguage(texts[told.findIndex((known) => known.rate === rate)] ?? NONE, language));
  return [one as string, other as string];
}

const NONE = { zh: "—", en: "—" };

export function limitText(limit: Limit, definition: Definition, language: Language): string {
  return formatLimit(limit.operator, limit.value, limit.upTo ?? null, definition, language);
}

/** Rates over several subjects count sittings. */
function countText(n: number, definition: Definition, language: Language): string {
  const { says } = whatIfWords[language];
  return countsSittings(definition) ? says.sittings(n) : says.pupils(n);
}

/** How many more, or fewer, are in the rate: +89 人. Of other pupils than before there is no such number. */
function moreText(before: Rate, after: Rate, definition: Definition, language: Language): string {
  if (before.denominator !== after.denominator) return "";
  const more = after.numerator - before.numerator;
  return `${more > 0 ? "+" : "−"}${countText(Math.abs(more), definition, language)}`;
}

/** The change of a rate in points, with its sign; `null` where it is the same to the last pupil. */
export function changeText(before: Rate, after: Rate, definition: Definition, language: Language): string | null {
  const change = quotient(after.numerator, after.denominator) - quotient(before.numerator, before.denominator);
  if (BigInt(after.numerator) * BigInt(before.denominator) === BigInt(before.numerator) * BigInt(after.denominator)) return null;
  return `${change > 0 ? "+" : "−"}${inLanguage(shownGap(change, definition), language)}`;
}

/** 全县数学及格率 86.2 % → 88.9 %，距目标 ≥ 90 % 还差 53 人。 */
export function sentenceOf(unit: string, current: Asked, limit: Limit | null, moved: Moved, language: Language): string {
  const { waits } = current;
  const said = standOf(unit, current, limit, moved, language);
  // It is copied and passed on without what stands around it here.
  return waits && limit ? said + whatIfWords[language].says.waits(inLanguage(waits, language)) : said;
}

function standOf(unit: string, current: Asked, limit: Limit | null, { whole, least }: Moved, language: Language): string {
  const { says } = whatIfWords[language];
  const { definition, rate: before } = current;
  const after = whole ? whole.standing : before;
  const what = nameOf(current, language);
  const [was, is] = ratesText([before, after], definition, limit, language);
  const same = after.numerator === before.numerator && after.denominator === before.denominator;
  const head = same ? says.now(unit, what, is) : says.moved(unit, what, was, is, moreText(before, after, definition, language));
  if (!limit) return head + says.noLimit;
  const aim = limitText(limit, definition, language);
  if (meets({ numerator: after.numerator, denominator: after.denominator }, limit.operator, limit.value, limit.upTo))
    return head + says.met(aim);
  if (least?.possible) return head + says.short(aim, countText(least.pupils, definition, language));
  return head + says.noLimit + (least ? says.why(inLanguage(least.why, language)) : "");
}

/** 5 所学校共提高 41 人，达到 95.2 %; `null` where there is no such plan. */
export function headlineOf({ planned: { plan }, current, limit, school }: Answers, w: WhatIfDictionary, language: Language): string | null {
  if (plan && !plan.possible) return plan.fewest === null ? w.outOfReach : w.fewest(plan.fewest);
  if (!plan || !current || !limit) return null;
  if (plan.pupils === 0) return current.waits ? w.metBySent(inLanguage(current.waits, language)) : w.met;
  const { definition } = current;
  const [count, rate] = [countText(plan.pupils, definition, language), rateText(plan.after, definition, limit, language)];
  return school === null ? w.answer(plan.plan.schools.length, count, rate) : w.answerSchool(count, rate);
}

/** A rate that was read as a fact; a change of rates is none. */
export function rateOf(fact: Fact | null): Rate | null {
  if (fact === null || typeof fact === "number") return null;
  return { numerator: Number(fact.numerator), denominator: Number(fact.denominator) };
}
