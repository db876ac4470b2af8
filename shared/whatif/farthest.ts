/**
 * How far a county's rate can be brought within the terms, where the target is out of reach: in which schools, by how many pupils of each, and
 * what the rate is then. From counts alone: the schools with most pupils who could rise are taken, the first by code among as many.
 */
import { shownDigits, shownLimit } from "../display.ts";
import { COUNTED, countedIn } from "../figures/counted.ts";
import { ceilTimes, decimal } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import type { Rate } from "../marks/rates.ts";
import type { Words } from "../refusal.ts";
import { leastChange } from "./least.ts";
import type { PlanTerms } from "./plan.ts";
import type { Stand } from "./stand.ts";
import type { Stands } from "./stands.ts";

export interface Farthest {
  /** With most pupils first. */
  readonly schools: readonly { readonly school: string; readonly name: string; readonly pupils: number }[];
  readonly pupils: number;
  readonly after: Rate;
  /** Pupils who are lacking even then. */
  readonly short: number;
  readonly words: Words;
}

/** No more pupils of a school than the terms allow. */
export function mostOf({ pupils, share }: Pick<PlanTerms, "pupils" | "share">, { standing: { denominator } }: Stand): number {
  // A share of pupils is rounded down: at most is at most.
  const ofShare = share === null || share === undefined ? Number.POSITIVE_INFINITY : -ceilTimes(decimal(-share), denominator);
  return Math.min(pupils ?? Number.POSITIVE_INFINITY, ofShare);
}

/** `null` where the terms leave nothing out, nobody could rise, or it is not for want of pupils that the target cannot be met. */
export function farthest(stands: Stands, terms: PlanTerms): Farthest | null {
  const { whole, own, name } = stands;
  const { schools: k = null, pupils: each = null, share = null } = terms;
  if (name !== null || (k === null && each === null && share === null)) return null;
  const { standing, sign } = whole;
  // As though everybody could: what is lacking then is a matter of the limit itself.
  const wanted = leastChange({ ...standing, rise: Number.POSITIVE_INFINITY, fall: Number.POSITIVE_INFINITY }, terms.limit);
  if (!wanted.possible || wanted.change * sign <= 0) return null;
  const chosen = own
    .map(({ school, name, stand }) => ({ school, name, pupils: Math.min(mostOf(terms, stand), risersOf(stand)) }))
    .filter(({ pupils }) => pupils > 0)
    // The sort is stable: of as many the first by code.
    .sort((a, b) => b.pupils - a.pupils)
    .slice(0, k ?? own.length);
  const pupils = chosen.reduce((sum, one) => sum + one.pupils, 0);
  if (pupils === 0 || pupils >= wanted.pupils) return null;
  const after = { numerator: standing.numerator + sign * pupils, denominator: standing.denominator };
  const found = { schools: chosen, pupils, after, short: wanted.pupils - pupils };
  return { ...found, words: wordsOf(found, stands, terms.limit) };
}

function risersOf({ risers }: Stand): number {
  return risers.reduce((sum, { pupils }) => sum + pupils, 0);
}

/** So many schools are named; the rest are counted. */
const NAMED = 10;

function wordsOf(found: Omit<Farthest, "words">, { whole, definition }: Stands, limit: PlanTerms["limit"]): Words {
  const { schools, pupils, after, short } = found;
  const of = COUNTED[countedIn(definition)];
  const rate = ({ numerator, denominator }: Rate) =>
    `${shownDigits(quotient(numerator, denominator), "rate", [limit.value, limit.upTo ?? limit.value])} %`;
  const move = `${rate(whole.standing)} → ${rate(after)}`;
  const target = shownLimit(limit.operator, limit.value, limit.upTo, definition);
  const [named, rest] = [schools.slice(0, NAMED), schools.length - NAMED];
  const each = {
    zh: named.map((one) => `${one.name} ${one.pupils} ${of.zh}`).join("、") + (rest > 0 ? `，另有 ${rest} 所` : ""),
    en: named.map((one) => `${one.name} ${one.pupils}`).join(", ") + (rest > 0 ? `, and ${rest} more schools` : ""),
  };
  return {
    zh: `最多做到：${schools.length} 所学校共提高 ${pupils} ${of.zh}，全县 ${move}（目标 ${target.zh}），还差 ${short} ${of.zh}。这些学校是：${each.zh}。`,
    en: `At most: ${schools.length === 1 ? "1 school" : `${schools.length} schools`}, ${pupils} ${of.en} in all, and the county goes ${move} (target ${target.en}), ${short} ${of.en} short: ${each.en}.`,
  };
}
