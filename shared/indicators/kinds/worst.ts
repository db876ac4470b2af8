/**
 * Every teacher, every subject, every class: judged on the worst, reported as units meeting of units, with the worst value.
 * Tallied as a count per value, so it adds and subtracts too.
 */
import { compareFractions } from "../../kernel/ratio.ts";
import { invalid, type Words } from "../../refusal.ts";
import { type Tally, tally } from "../../tally.ts";
import type { Fact, Operator } from "../../target.ts";
import { amounts, guarded, quotients } from "./guard.ts";
import { type Input, type Rule, totalOf, wholeOf, written } from "./rule.ts";

export interface WorstKind {
  readonly kind: "worst";
  readonly end: "min" | "max";
  /** The unit: 新教师, 班级, 学科. */
  readonly each: Words;
  readonly what: Words;
  /** Where each unit's value is a quotient of its own: what it is divided by, and the factor. */
  readonly over?: Words;
  readonly factor?: 1 | 100;
  /** Divides by how many of these are started: 13 classes are two started dozens. */
  readonly started?: number;
}

/**
 * Whether a limit that the worst unit meets is met by every unit: on the smallest a limit from below, on the largest one from above, and
 * that the largest is 0. Between two ends says nothing about the other units.
 */
export function holdsForEach({ end }: WorstKind, operator: Operator, value: number): boolean {
  if (end === "min") return operator === ">=" || operator === ">";
  return operator === "<=" || operator === "<" || (operator === "=" && value === 0);
}

type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

function valuesOf(sum: Tally): { readonly value: Fraction; readonly units: number }[] {
  return Object.entries(sum)
    .filter(([key]) => key.includes("/"))
    .map(([key, units]) => {
      const [top, bottom] = key.split("/");
      return { value: { numerator: BigInt(top as string), denominator: BigInt(bottom as string) }, units: Number(units) };
    })
    .sort((a, b) => compareFractions(a.value, b.value));
}

function worstOf({ end }: WorstKind, members: readonly Tally[]): Fraction | undefined {
  return valuesOf(totalOf(members)).at(end === "min" ? 0 : -1)?.value;
}

function keyOf(top: bigint, bottom: bigint): string {
  const common = gcd(top, bottom);
  return `${top / common}/${bottom / common}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** What a unit's value is divided by, as the whole number of 1/unit it stands for. */
function dividedBy({ started }: WorstKind, bottom: number, unit: bigint): bigint {
  const whole = wholeOf(bottom, unit);
  if (started === undefined) return whole;
  const step = BigInt(started) * unit;
  return ((whole + step - 1n) / step) * unit;
}

function overWords({ over, factor, started }: WorstKind, language: "zh" | "en"): string {
  if (!over) return "";
  const below = started === undefined ? over[language] : `⌈${over[language]} ÷ ${started}⌉`;
  return ` ÷ ${below}${factor === 100 ? " × 100" : ""}`;
}

function counted(keys: Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return tally(counts);
}

export const worst: Rule<WorstKind> = {
  inputs: ({ each, what, over }): Input[] => {
    const of = (words: Words): Words => ({ zh: `各${each.zh}的${words.zh}`, en: `${words.en} of each ${each.en}` });
    const values: Input = { id: "values", names: of(what), shape: "amounts" };
    return over ? [values, { id: "over", names: of(over), shape: "amounts" }] : [values];
  },
  tally: (kind, [values, bottoms], unit) => {
    const { over, factor, each } = kind;
    const tops = values as readonly (number | null)[];
    if (!over) return [counted(tops.flatMap((value) => (value === null ? [] : [keyOf(wholeOf(value, unit), unit)])))];
    const below = bottoms as readonly (number | null)[];
    const keys = tops.flatMap((top, row) => {
      const bottom = below[row] ?? null;
      if (top === null && bottom === null) return [];
      if (top === null || bottom === null || bottom === 0)
        throw invalid(
          `区域内第 ${row + 1} 行的${each.zh}缺一个数，或除数为 0。`,
          `row ${row + 1}: a number of this ${each.en} is missing, or it is divided by 0`,
        );
      return [keyOf(BigInt(factor ?? 1) * wholeOf(top, unit), dividedBy(kind, bottom, unit))];
    });
    return [counted(keys)];
  },
  /** How many units have each value, as a fraction in its lowest terms. */
  reports: () => ({
    names: /^\d{1,15}\/[1-9]\d{0,14}$/,
    looks: {
      zh: '每个值（最简分数）各有几个，例如 {"50/1": 4, "99/2": 1}；一个也没有就写 {}',
      en: 'how many have each value, as a fraction in its lowest terms, for example {"50/1": 4, "99/2": 1}; {} where there is none',
    },
    mayBeNone: true,
    wrong: (own) => {
      const loose = Object.keys(own).find((key) => {
        const [top = "0", bottom = "1"] = key.split("/");
        return keyOf(BigInt(top), BigInt(bottom)) !== key;
      });
      return loose ? { zh: `${loose} 不是最简分数`, en: `${loose} is not in its lowest terms` } : null;
    },
  }),
  read: (kind, members) => worstOf(kind, members),
  words: (kind) => {
    const { end, each, what } = kind;
    return {
      zh: `各${each.zh}的${what.zh}${overWords(kind, "zh")}中${end === "min" ? "最小" : "最大"}的`,
      en: `the ${end === "min" ? "smallest" : "largest"} ${what.en}${overWords(kind, "en")} of any ${each.en}`,
    };
  },
  filled: (kind, members) => {
    const found = worstOf(kind, members);
    const units = valuesOf(totalOf(members)).reduce((sum, one) => sum + one.units, 0);
    const value = found ? asWritten(found) : "—";
    const { end, each, what } = kind;
    return {
      zh: `${units} 个${each.zh}中，${what.zh}${end === "min" ? "最小" : "最大"}的是 ${value}`,
      en: `of ${units} (${each.en}), the ${end === "min" ? "smallest" : "largest"} ${what.en} is ${value}`,
    };
  },
  native: ({ end, over, factor, started }, [values = "", bottoms = ""]) => {
    const pick = end === "min" ? "MIN" : "MAX";
    if (!over) return guarded(amounts(values), `${pick}(${values})`);
    const below = started === undefined ? bottoms : `ROUNDUP(${bottoms}/${started},0)`;
    // A blank row is 0 ÷ 1, for the smallest out of the way. SUMPRODUCT makes old Excels evaluate the quotients as an array.
    const each = `${values}/(${below}+(${bottoms}=0))${end === "min" ? `+(${bottoms}=0)*1E+15` : ""}`;
    return guarded(quotients(values, bottoms), `SUMPRODUCT(${pick}(${each}))${factor === 100 ? "*100" : ""}`);
  },
  meeting: (_, members, meets: (fact: Fact) => boolean) => {
    const all = valuesOf(totalOf(members));
    const count = (list: typeof all) => list.reduce((sum, { units }) => sum + units, 0);
    return { numerator: count(all.filter(({ value }) => meets(value))), denominator: count(all) };
  },
};

/** Decimals where the fraction is one, else to six places. */
function asWritten({ numerator, denominator }: Fraction): string {
  for (let unit = 1n; unit <= 1_000_000n; unit *= 10n) {
    if ((numerator * unit) % denominator === 0n) return written((numerator * unit) / denominator, unit);
  }
  return written((numerator * 1_000_000n + denominator / 2n) / denominator, 1_000_000n);
}
