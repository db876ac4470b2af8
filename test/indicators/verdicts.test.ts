import { describe, expect, test } from "vitest";
import type { Coverage, Target, Verdict } from "../../shared/contract.ts";
import { type RollupInput, readRollup } from "../../shared/rollup.ts";
import { targetsOfStages } from "../../shared/verdicts.ts";
import { bodySent, member, type Pupil, RULES, rollupInput } from "./county.ts";

/** So many pupils of whom so many pass both papers; the others pass none. */
const pupils = (passing: number, of: number): Pupil[] =>
  Array.from({ length: of }, (_, at) => ({
    class: "1",
    chinese: at < passing ? 150 : 100,
    maths: at < passing ? 150 : 100,
    entry: at * 10,
  }));
const rollup = (schools: Pupil[][], over: Partial<RollupInput> = {}) =>
  readRollup(
    rollupInput(
      schools.map((list, at) => member(bodySent(list), at)),
      over,
    ),
  );
const find = (verdicts: readonly Verdict[], indicator: string, subject: string | null = null) =>
  verdicts.filter((verdict) => verdict.indicator === indicator && verdict.subject === subject);

const target = (over: Partial<Target> = {}): Target => ({
  indicator: "exam.pass",
  stage: null,
  unit: null,
  period: "2025",
  operator: ">=",
  value: 0.9,
  upTo: null,
  by: "admin",
  at: "2026-11-22T00:00:00Z",
  source: "2025 目标责任书",
  ...over,
});
const missing: Coverage = { required: 3, submitted: 2, missing: ["S9"] };

describe("a region's verdict", () => {
  test("is judged on counts: 179 of 200 is not 90 %, and one pupil more would do", () => {
    const [verdict] = find(rollup([pupils(179, 200)], { targets: [target()] }).verdicts, "exam.pass", "数学");
    expect(verdict).toMatchObject({
      verdict: "missed",
      value: 0.895,
      limit: 0.9,
      gap: -0.005,
      needed: 1,
      origin: "region",
      source: "2025 目标责任书",
    });
  });

  test("is met on the limit itself, with no gap and nobody needed", () => {
    const [verdict] = find(rollup([pupils(180, 200)], { targets: [target()] }).verdicts, "exam.pass", "数学");
    expect(verdict).toMatchObject({ verdict: "met", gap: 0, needed: 0 });
  });

  test("is pooled: schools with 100 %, 85 % and 85 % have a mean of 90 % and a pooled rate that misses it", () => {
    const [verdict] = find(
      rollup([pupils(20, 20), pupils(51, 60), pupils(85, 100)], { targets: [target()] }).verdicts,
      "exam.pass",
      "数学",
    );
    expect(verdict).toMatchObject({ verdict: "missed", value: 156 / 180 });
  });

  test("is undecided while required schools are missing, with the coverage as its reason", () => {
    const { verdicts } = rollup([pupils(10, 10), pupils(10, 10)], { targets: [target()], coverage: missing });
    expect(verdicts.length).toBeGreaterThan(3);
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["undecided"]));
    expect(find(verdicts, "exam.pass", "数学")[0]?.reason?.en).toBe("1 of 3 required schools have not submitted");
  });

  test("waits for the schools of its own stage only; of a school that is not known, for every stage", () => {
    const asked = (stages: ("primary" | "junior")[]) => [
      { school: "S0", stages: ["junior" as "primary" | "junior"] },
      { school: "S1", stages: ["junior" as "primary" | "junior"] },
      { school: missing.missing[0] as string, stages },
    ];
    const verdictWith = (stages: ("primary" | "junior")[]) => {
      const over = { targets: [target()], coverage: missing, asked: asked(stages) };
      return find(rollup([pupils(10, 10), pupils(10, 10)], over).verdicts, "exam.pass", "数学")[0];
    };
    expect(verdictWith(["primary"])).toMatchObject({ verdict: "met", reason: null });
    expect(verdictWith(["primary", "junior"])).toMatchObject({ verdict: "undecided" });
    expect(verdictWith(["junior"])?.reason?.en).toBe("1 of 3 required schools have not submitted");
  });

  test("without a figure is undecided, never met: a target for an indicator this collection does not have", () => {
    const graduates = "academic.pass.rate.primary.grad";
    const { verdicts } = rollup([pupils(5, 10)], { targets: [target({ indicator: graduates, operator: "=", value: 1 })] });
    expect(find(verdicts, graduates)[0]).toMatchObject({
      verdict: "undecided",
      value: null,
      reason: { en: expect.stringMatching(/no data/) },
    });
  });

  test("is not given on what no exam can say anything about", () => {
    const others = ["eq.cv", "gov.12.certificate", "rank.city.junior"];
    const targets = others.map((indicator) => target({ indicator, operator: "<=", value: 1 }));
    const { verdicts, schools } = rollup([pupils(5, 10)], { targets });
    expect([...verdicts, ...schools.flatMap((school) => school.verdicts)].filter(({ indicator }) => others.includes(indicator))).toEqual(
      [],
    );
  });

  test("where nobody sat is undecided", () => {
    const absent: Pupil[] = [{ class: "1", chinese: "absent", maths: "absent", entry: null }];
    expect(find(rollup([absent], { targets: [target()] }).verdicts, "exam.pass", "数学")[0]).toMatchObject({
      verdict: "undecided",
      needed: null,
      gap: null,
    });
  });

  test("that rests on an open reading says which", () => {
    const { verdicts } = rollup([pupils(5, 10), pupils(9, 10)]);
    expect(find(verdicts, "exam.betweenschools", "数学")[0]?.readings).toEqual(["icc"]);
    expect(find(verdicts, "academic.excellence.rate.junior")[0]?.readings).toEqual([
      "excellence-line",
      "excellent-line:85",
      "score-denominator:sat",
    ]);
  });

  test("about a rate that should be low counts nobody as still needed", () => {
    const low = target({ indicator: "exam.low", operator: "<=", value: 0.05 });
    expect(find(rollup([pupils(5, 10)], { targets: [low] }).verdicts, "exam.low", "数学")[0]?.needed).toBeNull();
  });

  test("about 100 % counts who is missing from it", () => {
    const all = target({ indicator: "exam.allpass", operator: "=", value: 1 });
    expect(find(rollup([pupils(297, 300)], { targets: [all] }).verdicts, "exam.allpass")[0]).toMatchObject({
      verdict: "missed",
      needed: 3,
    });
  });
});

describe("the limit in force", () => {
  const limits = (targets: Target[]) =>
    find(rollup([pupils(5, 10)], { targets }).verdicts, "academic.attainment.rate.junior")
      .filter(({ stage }) => stage === "junior")
      .map(({ limit, origin }) => [limit, origin]);
  const own = (over: Partial<Target>) => target({ indicator: "academic.attainment.rate.junior", ...over });

  test("is the source's own where the region has set none", () => {
    expect(limits([])).toEqual([[0.9, "default"]]);
  });

  test("is nobody's where the region judges by national documents only: the plan of another place sets none here", () => {
    const choices = [{ option: "source-targets", choice: "national", why: "局党组会", by: "bureau", at: "2026-11-28T00:00:00Z" }];
    const read = rollup([pupils(5, 10)], { rules: { ...RULES, choices } });
    expect(read.verdicts.filter(({ origin }) => origin === "default")).toEqual([]);
    expect(read.figures).toEqual(rollup([pupils(5, 10)]).figures);
    const set = rollup([pupils(5, 10)], { rules: { ...RULES, choices }, targets: [own({ value: 0.93 })] });
    expect(find(set.verdicts, "academic.attainment.rate.junior").map(({ limit }) => limit)).toEqual([0.93]);
  });

  test("is the region's where it has set one", () => {
    expect(limits([own({ value: 0.93 })])).toEqual([[0.93, "region"]]);
  });

  test("is the one that names the unit before the general one", () => {
    expect(limits([own({ value: 0.93 }), own({ value: 0.97, unit: "370811" })])).toEqual([[0.97, "region"]]);
  });

  test("is not another unit's, another stage's or another period's", () => {
    for (const elsewhere of [{ unit: "370812" }, { stage: "primary" as const }, { period: "2024" }, { period: "2024-2025-1" }]) {
      expect(limits([own({ value: 0.1, ...elsewhere })])).toEqual([[0.9, "default"]]);
    }
  });

  test.each(["2025", "2024-2025", "2024-2025-2", "2022..2025"])("is one whose period %s holds the collection's", (period) => {
    expect(limits([own({ value: 0.1, period })])).toEqual([[0.1, "region"]]);
  });

  test("may be several at once, each judged on its own", () => {
    expect(limits([own({ value: 0.5, operator: ">" }), own({ value: 0.4 })])).toEqual([
      [0.5, "region"],
      [0.4, "region"],
    ]);
  });
});

describe("a school's verdict", () => {
  const general = target();

  test("does not wait for the other schools where the figure is its own", () => {
    const { schools } = rollup([pupils(9, 10), pupils(8, 10)], { targets: [general], coverage: missing });
    expect(schools.map(({ verdicts }) => find(verdicts, "exam.pass", "数学")[0]?.verdict)).toEqual(["met", "missed"]);
  });

  test("is on targets of its own stages: another stage's is none of it, unless the school is named", () => {
    const [own, other, general, named] = [
      target({ stage: "primary" }),
      target({ stage: "junior" }),
      target({ stage: null }),
      target({ stage: "junior", unit: "S1" }),
    ];
    expect(targetsOfStages([own, other, general, named], ["primary"], RULES)).toEqual([own, general, named]);
    // An indicator that is there for one stage only says so itself.
    const ofJunior = target({ indicator: "academic.excellence.rate.junior", stage: null });
    expect(targetsOfStages([ofJunior], ["primary"], RULES)).toEqual([]);
    expect(targetsOfStages([ofJunior], ["primary", "junior"], RULES)).toEqual([ofJunior]);
  });

  test("on value added waits for the missing schools, whose pupils belong to the regression", () => {
    const value = target({ indicator: "exam.valueadded", value: 0, operator: ">=" });
    const verdictsOf = (coverage?: Coverage) =>
      rollup([pupils(9, 10), pupils(3, 10)], { targets: [value], ...(coverage && { coverage }) }).schools.map(
        ({ verdicts }) => find(verdicts, "exam.valueadded", "数学")[0]?.verdict,
      );
    expect(verdictsOf()).toEqual(["met", "missed"]);
    expect(verdictsOf(missing)).toEqual(["undecided", "undecided"]);
  });

  test("is by the target that names it, and only that school's", () => {
    const { schools } = rollup([pupils(9, 10), pupils(9, 10)], { targets: [general, target({ unit: "S1", value: 1 })] });
    expect(schools.map(({ verdicts }) => find(verdicts, "exam.pass", "数学").map(({ limit }) => limit))).toEqual([[0.9], [1]]);
  });

  test("is not about figures that only a region has", () => {
    const between = target({ indicator: "exam.betweenschools", operator: "<", value: 0.15 });
    const { schools, verdicts } = rollup([pupils(9, 10), pupils(8, 10)], { targets: [between] });
    expect(find(verdicts, "exam.betweenschools", "数学")).toHaveLength(1);
    expect(schools.flatMap((school) => school.verdicts.filter(({ indicator }) => indicator === "exam.betweenschools"))).toEqual([]);
  });
});
