/**
 * What of an indicator's inputs can be moved towards a limit, in whole units, and how far: teachers hired, square metres added, records made
 * up, classes brought to the limit. Each kind has its own; what somebody else awards, and what is read over many schools, has none.
 */
import type { ResourceName } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";
import { holdsForEach } from "../indicators/kinds/worst.ts";
import { ruleOf } from "../indicators/kinds.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import { decimal } from "../kernel/decimal.ts";
import type { Words } from "../refusal.ts";
import { countOf } from "../slice.ts";
import type { Tally } from "../tally.ts";
import { type Fact, meets } from "../target.ts";
import type { InputChange } from "./inputs.ts";
import type { Limit } from "./window.ts";

export interface Lever {
  readonly names: Words;
  /** Behind the number: 人, ㎡. */
  readonly unit: Words;
  /** More of it makes the value larger (1) or smaller (-1). */
  readonly sign: 1 | -1;
  /** So many whole units there can be more, and fewer (0 or below). */
  readonly most: number;
  readonly fewest: number;
  changes(units: number): InputChange[];
}

export type Place = Pick<InputChange, "unit" | "stage" | "indicator">;

/** As the contract bounds what is sent. */
const LARGEST = 1_000_000_000_000;
const NEW_ONES = 1_000_000;
const NO_UNIT: Words = { zh: "", en: "" };

const RESOURCE_WORD: Readonly<Record<string, Words>> = {
  teachers: { zh: "人", en: "teachers" },
  area: { zh: "㎡", en: "m²" },
  equipment: { zh: "元", en: "yuan" },
  rooms: { zh: "间", en: "rooms" },
};

/** What whole units of a resource are counted in. */
export function resourceUnit(resource: ResourceName): Words {
  return RESOURCE_WORD[resource.split(".")[0] as string] as Words;
}

export function resourceLever(resource: ResourceName, own: Tally, at: Omit<Place, "indicator">): Lever {
  const { parts, zh, en } = RESOURCE_UNITS[resource];
  const unit = resourceUnit(resource);
  return amountLever({ ...at, indicator: null }, own, { name: resource, parts, names: { zh, en }, unit, sign: 1, most: LARGEST });
}

/** Of an indicator that is reported by itself; none where its kind has nothing to move. */
export function leversOf({ kind, measure = NO_UNIT }: Definition, own: Tally, at: Place, limit: Limit): Lever[] {
  const of = (name: string, names: Words, shape: string, most = LARGEST, unit = NO_UNIT) =>
    amountLever(at, own, { name, names, unit, parts: shape === "whole" ? 1 : 100, sign: 1, most });
  const count = (name: string) => countOf(own, name);
  switch (kind.kind) {
    case "rate":
      return [of("of", kind.of, "whole", count("among") - count("of")), newOnes(at, kind.of)];
    case "count":
      return [of("what", kind.what, kind.shape, LARGEST, measure)];
    case "ratio":
      return [of("top", kind.top, kind.shapes[0])];
    case "mean":
      return [of("sum", { zh: `${kind.what.zh}合计`, en: `sum of ${kind.what.en}` }, "amount")];
    case "joint":
      return [of("passed", { zh: "合格的学生", en: "pupils who pass" }, "whole", count("pupils") - count("passed"))];
    case "change":
      return [of("now", kind.what, kind.shape, kind.over && kind.shape === "whole" ? count("over") - count("now") : LARGEST)];
    case "checklist":
      return [itemsLever(kind.items, own, at)];
    case "worst":
      return worstLever(kind, own, at, limit);
    default:
      return [];
  }
}

type Amount = Pick<Lever, "names" | "unit" | "sign" | "most"> & { readonly name: string; readonly parts: number };

function amountLever(at: Place, own: Tally, { name, parts, most, ...rest }: Amount): Lever {
  return {
    ...rest,
    most: Math.floor(Math.min(most, LARGEST - countOf(own, name)) / parts),
    fewest: -Math.floor(countOf(own, name) / parts),
    changes: (units) => [{ ...at, name, by: units * parts }],
  };
}

/** Who comes is counted among all as well: hired, enrolled. */
function newOnes(at: Place, of: Words): Lever {
  return {
    ...{ names: { zh: `新增的${of.zh}`, en: `new ${of.en}` }, unit: NO_UNIT, sign: 1 as const, most: NEW_ONES, fewest: 0 },
    changes: (units) => ["of", "among"].map((name) => ({ ...at, name, by: units })),
  };
}

/** The items that are lacking, in their order. */
function itemsLever(items: readonly Words[], own: Tally, at: Place): Lever {
  const lacking = items.flatMap((words, place) => (countOf(own, `item${place + 1}`) === 0 ? [{ words, name: `item${place + 1}` }] : []));
  return {
    names: {
      zh: `具备的项（缺：${lacking.map(({ words }) => words.zh).join("、")}）`,
      en: `items present (lacking: ${lacking.map(({ words }) => words.en).join(", ")})`,
    },
    ...{ unit: { zh: "项", en: "items" }, sign: 1 as const, most: lacking.length, fewest: 0 },
    changes: (units) => lacking.slice(0, units).map(({ name }) => ({ ...at, name, by: 1 })),
  };
}

/** Classes, teachers or subjects that do not meet the limit are brought to it, one after the other. */
function worstLever(kind: Extract<Definition["kind"], { kind: "worst" }>, own: Tally, at: Place, limit: Limit): Lever[] {
  if (!holdsForEach(kind, limit.operator, limit.value) || limit.operator === ">" || limit.operator === "<") return [];
  const goal = keyOf(limit.value);
  const failing = Object.keys(own)
    .filter((key) => key.includes("/") && !meets(factOf(key), limit.operator, limit.value))
    .flatMap((key) => Array.from({ length: countOf(own, key) }, () => key));
  const all = ruleOf(kind).meeting?.(kind, [own], (fact) => meets(fact, limit.operator, limit.value));
  const changes = (units: number) =>
    failing.slice(0, units).flatMap((name) => [
      { ...at, name, by: -1 },
      { ...at, name: goal, by: 1 },
    ]);
  const names = {
    zh: `达到要求的${kind.each.zh}（${all?.denominator ?? 0} 个中现有 ${all?.numerator ?? 0} 个）`,
    en: `${kind.each.en} that meet it (${all?.numerator ?? 0} of ${all?.denominator ?? 0} do)`,
  };
  return [{ names, unit: { zh: "个", en: "" }, sign: kind.end === "min" ? 1 : -1, most: failing.length, fewest: 0, changes }];
}

function factOf(key: string): Fact {
  const [numerator, denominator] = key.split("/").map(BigInt) as [bigint, bigint];
  return { numerator, denominator };
}

/** A limit as a fraction in its lowest terms. */
function keyOf(limit: number): string {
  const { digits, places } = decimal(limit);
  const bottom = 10n ** BigInt(places);
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const common = gcd(digits, bottom);
  return `${digits / common}/${bottom / common}`;
}
