/** A changed definition is a new version: the old one stays readable and computable for ever, and old figures keep their numbers. */
import { describe, expect, test } from "vitest";
import { effectOf } from "../../shared/figures/effect.ts";
import { catalogueOf } from "../../shared/indicators/catalogue.ts";
import { compute, numberOf } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { filtered } from "../../shared/indicators/search.ts";
import { cellsOf, changedBetween, definitionFrom, versionsView, viewOf } from "../../shared/indicators/view.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "./county.ts";

const pass = shipped.find("exam.pass") as Definition;
/** From September 2027 the county divides by those expected to sit: the first choice is the default. */
const changed: Definition = {
  ...pass,
  version: 2,
  from: "2027-09",
  options: (pass.options ?? []).map((option) => ({ ...option, choices: [...option.choices.slice(1), ...option.choices.slice(0, 1)] })),
};
const later = catalogueOf([...shipped.all, changed]);
const pupils = (sat: number, absent: number): Pupil[] =>
  Array.from({ length: sat + absent }, (_, at) => ({
    class: "1",
    chinese: at < sat ? 144 : "absent",
    maths: at < sat ? 120 : "absent",
    entry: null,
  }));
const members = [pupils(9, 1), pupils(10, 0)].map((list, at) => member(bodySent(list), at));
const rateUnder = (release: string) =>
  readRollup(rollupInput(members, { rules: rulesOf(later, release) })).figures.find(({ indicator }) => indicator === "exam.pass")?.counts;

describe("a new version of a definition", () => {
  test("makes a new release, in force from its month on and not a day before", () => {
    expect(later.releases).toEqual(["2026-11", "2027-09"]);
    expect(later.releaseAt("2027-08-31")).toBe("2026-11");
    expect(later.releaseAt("2027-09-01")).toBe("2027-09");
    expect(later.find("exam.pass", "2026-11")?.version).toBe(1);
    expect(later.find("exam.pass", "2027-09")?.version).toBe(2);
  });

  test("leaves the figures of a collection of the old release as they were", () => {
    expect(rateUnder("2026-11")).toEqual({ numerator: 19, denominator: 19 });
    expect(rateUnder("2026-11")).toEqual(
      readRollup(rollupInput(members)).figures.find(({ indicator }) => indicator === "exam.pass")?.counts,
    );
    expect(rateUnder("2027-09")).toEqual({ numerator: 19, denominator: 20 });
  });

  test("leaves a cell that names the old version as it was", () => {
    const value = (name: string) => {
      const { fact } = compute(later.find(name) as Definition, cellsOf([["60", "缺考"]]));
      return fact && numberOf(fact);
    };
    expect([value("exam.pass@1"), value("exam.pass@2"), value("exam.pass")]).toEqual([1, 0.5, 0.5]);
  });

  test("is compared with the old one field by field", () => {
    expect(changedBetween(pass, changed).map(({ field }) => field)).toEqual(["from", "options", "formula", "native"]);
    const view = versionsView(later, "exam.pass", "2026-11");
    expect([view?.current, view?.versions.length, view?.changes.length]).toEqual([1, 2, 1]);
  });

  test("tells its effect on each unit: the school with an absent pupil moves, the other does not", () => {
    const input = rollupInput(members, { rules: rulesOf(later, "2026-11") });
    const units = effectOf(input, rulesOf(later, "2027-09"), new Set(["exam.pass"]));
    const chinese = units.map(({ unit, rows }) => {
      const row = rows.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "语文");
      return [unit, row?.now.value, row?.other.value];
    });
    expect(chinese).toEqual([
      ["370811", 1, 0.95],
      ["S0", 1, 0.9],
      ["S1", 1, 1],
    ]);
  });
});

describe("a new indicator is one literal", () => {
  const fresh: Definition = {
    id: "reading.corner.rate",
    version: 1,
    from: "2026-12",
    names: { zh: "班级图书角配备率", en: "Classes with a reading corner" },
    family: "curriculum",
    form: "teaching",
    kind: { kind: "rate", of: { zh: "有图书角的班级数", en: "classes with a corner" }, among: { zh: "班级数", en: "classes" } },
    stages: ["primary"],
    periods: ["year"],
    levels: ["school"],
    unit: "rate",
    better: "high",
    source: "practice",
    clause: "练习",
    confidence: "low",
    targets: [{ stage: null, operator: "=", value: 1 }],
    judged: "limit",
    reads: { from: "entered" },
    example: { inputs: [23, 24], value: 23 / 24 },
  };
  const catalogue = catalogueOf([...shipped.all, fresh]);

  test("which is found, computed, shown with its formulas, and released, with nothing else told of it", () => {
    expect(filtered(catalogue.inForce("2026-12"), { q: "图书角" }, () => "")).toEqual([fresh]);
    expect(catalogue.releases).toContain("2026-12");
    expect(catalogue.find("reading.corner.rate", "2026-11")).toBeUndefined();
    expect(viewOf(fresh)).toMatchObject({
      native: "=IF(AND(COUNT(A2,B2)=2,MIN(A2,B2)>=0,INT(A2)+INT(B2)=A2+B2,A2<=B2),A2/B2,NA())",
      formula: { zh: "有图书角的班级数 ÷ 班级数" },
    });
  });
});

describe("a definition that crossed the wire", () => {
  test.each(shipped.all.map((definition) => [`${definition.id}@${definition.version}`, definition] as const))(
    "is the same: %s",
    (_, definition) => {
      const back = definitionFrom(JSON.parse(JSON.stringify(viewOf(definition)))) as Definition;
      expect(viewOf(back)).toEqual(viewOf(definition));
    },
  );

  test("of a kind this add-in does not know is left out", () => {
    expect(definitionFrom({ ...viewOf(pass), kind: { kind: "oracle" } })).toBeNull();
  });
});
