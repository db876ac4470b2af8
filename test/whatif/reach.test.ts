/** What it would take: met with n whole units more and not with one fewer, by exact fractions and by the whole rollup. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResourceName } from "../../shared/contract.ts";
import { isOfCounty } from "../../shared/entered.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { type Member, type RollupInput, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { total } from "../../shared/tally.ts";
import { meets, type Operator } from "../../shared/target.ts";
import { changedInput, type InputChange } from "../../shared/whatif/inputs.ts";
import { inputsNeeded } from "../../shared/whatif/reach.ts";
import { collection, RULES, rollupInput } from "../indicators/county.ts";
import { Fraction } from "../tools/fractions.ts";

const REGION = "370811";
const place = { grade: null, subject: null, class: null } as const;

function schoolWith(at: number, pupils: number, amounts: Partial<Record<ResourceName, number>>): Member {
  const tallies = talliesOf({ definitions: "t", slices: [{ ...place, stage: "junior", resources: { pupils, amounts } }] });
  return { school: `S${at}`, name: `第${at}中学`, stages: ["junior"], tallies };
}
const resources = { collection: collection({ form: "resources", exam: null, period: "2025" }) };

describe("resources of a school", () => {
  test("least whole people, rooms, square metres and yuan by exact fractions: met with n, not with n - 1", () => {
    const perPupil = RULES.definitions.filter(
      ({ reads, stages, kind }) => reads.from === "resource" && stages.includes("junior") && kind.kind === "ratio",
    );
    const ways = { needed: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...perPupil),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat({ max: 3_000_000 }),
        fc.integer({ min: 1, max: 9000 }),
        (definition, pupils, amount, hundredths) => {
          if (definition.reads.from !== "resource" || definition.kind.kind !== "ratio") return false;
          const { resource } = definition.reads;
          const { factor } = definition.kind;
          const { parts } = RESOURCE_UNITS[resource];
          const input = rollupInput([schoolWith(0, pupils, { [resource]: amount })], resources);
          const value = hundredths / 100;
          const found = inputsNeeded(input, {
            unit: "S0",
            indicator: definition.id,
            stage: "junior",
            grade: null,
            subject: null,
            resource,
            limit: { operator: ">=", value },
          });
          const reaches = (units: number) => {
            const fact = new Fraction(factor * (amount + units * parts), pupils * parts);
            return meets({ numerator: fact.top, denominator: fact.bottom }, ">=", value);
          };
          if (!found.possible) return false;
          const n = found.ways[0]?.by ?? 0;
          if (n > 0) ways.needed++;
          return reaches(n) && (n === 0 || !reaches(n - 1));
        },
      ),
      { numRuns: 400 },
    );
    expect(ways.needed).toBeGreaterThan(100);
  });

  test("are told in people and in square metres", () => {
    const input = rollupInput([schoolWith(0, 1000, { "teachers.backbone": 7, "area.sports": 978_800 })], resources);
    const ask = (indicator: string, resource: ResourceName, value: number) =>
      inputsNeeded(input, {
        unit: "S0",
        indicator,
        stage: "junior",
        grade: null,
        subject: null,
        resource,
        limit: { operator: ">=", value },
      });
    const words = (found: ReturnType<typeof ask>) => (found.possible ? found.words : found.why);
    expect(words(ask("eq.teacher.backbone.junior", "teachers.backbone", 1))).toEqual({
      zh: "县级以上骨干教师数还差 3 人：0.7 人/百生 → 1 人/百生（目标 ≥ 1 人/百生）",
      en: "backbone teachers, county and above: 3 teachers short: 0.7 per 100 pupils → 1 per 100 pupils (target ≥ 1 per 100 pupils)",
    });
    expect(words(ask("eq.area.sports.junior", "area.sports", 10.2)).zh).toContain("体育运动场馆面积还差 412 ㎡：");
    expect(words(ask("eq.area.sports.junior", "area.sports", 9)).zh).toContain("已达标");
    expect(words(ask("eq.area.teaching.junior", "area.teaching", 5.8)).zh).toBe("没有填报这一项");
  });
});

/** The numbers a unit may report of a definition, drawn at random; `null` where it is not reported by itself. */
function numbersOf({ kind }: Definition): fc.Arbitrary<Record<string, number>> | null {
  const n = (min: number, max: number) => fc.integer({ min, max });
  const parts = (top: string, bottom: string) =>
    n(1, 300).chain((all) => n(0, all).map((own): Record<string, number> => ({ [top]: own, [bottom]: all })));
  switch (kind.kind) {
    case "rate":
      return parts("of", "among");
    case "joint":
      return parts("passed", "pupils");
    case "count":
      return n(0, kind.shape === "whole" ? 300 : 30_000).map((what) => ({ what }));
    case "ratio":
      return fc.record({ top: n(0, 500_000), bottom: n(1, 500_000) });
    case "mean":
      return fc.record({ n: n(1, 40), sum: n(0, 400_000) });
    case "change":
      return kind.over
        ? fc.tuple(parts("now", "over"), parts("before", "overBefore")).map(([now, then]) => ({ ...now, ...then }))
        : fc.record({ now: n(0, 90_000), before: n(1, 90_000) });
    case "checklist":
      return fc
        .array(n(0, 1), { minLength: kind.items.length, maxLength: kind.items.length })
        .map((flags) => Object.fromEntries(flags.map((flag, at) => [`item${at + 1}`, flag])));
    case "worst":
      return fc.dictionary(
        n(0, 120).map((top) => `${top}/1`),
        n(1, 4),
        { minKeys: 1, maxKeys: 6 },
      );
    default:
      return null;
  }
}
const entered = RULES.definitions.flatMap((definition) => {
  const numbers = definition.reads.from === "entered" ? numbersOf(definition) : null;
  return numbers ? [{ definition, numbers }] : [];
});

function reported(definition: Definition, own: Record<string, number>, unit: string): RollupInput {
  const stage = definition.stages[0] ?? "junior";
  const tallies = talliesOf({ definitions: "t", slices: [{ ...place, stage, entered: { [definition.id]: own } }] });
  const form = { collection: collection({ form: "indicators", exam: null, indicators: [definition.id], period: "2025" }) };
  if (unit === REGION) return { ...rollupInput([], form), sums: total([tallies]) };
  return rollupInput([{ school: unit, name: unit, stages: [stage], tallies }], form);
}

test("every kind that is reported by itself: the rollup's verdict is met with the change and missed with one unit less", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.constantFrom(...entered).chain(({ definition, numbers }) => fc.record({ definition: fc.constant(definition), own: numbers })),
      fc.constantFrom<Operator>(">=", ">", "<=", "<", "=", "between"),
      fc.integer({ min: 0, max: 120 }),
      ({ definition, own }, operator, whole) => {
        const small = ["rate", "points"].includes(definition.unit) || definition.kind.kind === "joint";
        const value = small ? Math.min(whole, 100) / 100 : whole;
        const limit = { operator, value, upTo: operator === "between" ? value + (small ? 0.02 : 3) : null };
        const unit = isOfCounty(definition) ? REGION : "S0";
        const stage = definition.stages[0] ?? "junior";
        const target = {
          unit: null,
          indicator: definition.id,
          stage,
          period: "2025",
          ...limit,
          source: "t",
          by: "t",
          at: "2025-01-01T00:00:00Z",
        };
        const input = { ...reported(definition, own, unit), targets: [target] };
        const verdictAfter = (changes: readonly InputChange[]) => {
          const read = readRollup(changedInput(input, changes));
          const all = unit === REGION ? read.verdicts : (read.schools[0]?.verdicts ?? []);
          return all.find(({ indicator, limit: own }) => indicator === definition.id && own === value)?.verdict;
        };
        const found = inputsNeeded(input, { unit, indicator: definition.id, stage, grade: null, subject: null, resource: null, limit });
        const before = verdictAfter([]);
        if (!found.possible) {
          const { of, among } = own;
          const all = definition.kind.kind === "rate" && among !== undefined ? [...Array(among + 1).keys()] : [];
          return (
            before !== "met" &&
            (of === undefined || all.every((k) => !meets({ numerator: k, denominator: among as number }, operator, value, limit.upTo)))
          );
        }
        if (found.ways.length === 0) return before === "met";
        seen.set(definition.kind.kind, (seen.get(definition.kind.kind) ?? 0) + 1);
        return found.ways.every(({ by, changes }) => {
          const oneByOne = ["checklist", "worst"].includes(definition.kind.kind);
          const less = oneByOne
            ? changes.slice(0, -(changes.length / Math.abs(by)))
            : changes.map((change) => ({ ...change, by: change.by - change.by / Math.abs(by) }));
          return before === "missed" && verdictAfter(changes) === "met" && verdictAfter(less) === "missed";
        });
      },
    ),
    { numRuns: 3000 },
  );
  for (const kind of ["rate", "count", "ratio", "mean", "change", "checklist", "worst"])
    expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true]);
});
