/** A school's statement against a collection: the same verdicts as the rollup, pooled lines as a recount of pupils gives them, the rest undecided. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Slice, StatementBody, StatementLine, Target } from "../../shared/contract.ts";
import { catalogueOf } from "../../shared/indicators/catalogue.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { type RollupInput, readRollup } from "../../shared/rollup.ts";
import { hear } from "../../shared/statement/hear.ts";
import { bodySent, CHINESE, collection, MATHS, member, type Pupil, pupil, RULES, rollupInput } from "../indicators/county.ts";

const line: StatementLine = {
  ...{ id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "数学" },
  ...{ operator: ">=", value: 0.6, upTo: null, period: "2024-2025", deadline: null, source: "目标责任书" },
};
const statement = (...lines: Partial<StatementLine>[]): StatementBody => ({
  ...{ level: "school", title: "责任书", group: null, teacher: null, first: "区教育局", second: "第一中学" },
  lines: lines.map((one, at) => ({ ...line, id: `L${at + 1}`, ...one })),
});

const place = { stage: "junior", grade: null, subject: null, class: null } as const;
const schools = fc.array(fc.array(pupil, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 });
const inputOf = (all: readonly (readonly Pupil[])[], over: Partial<RollupInput> = {}) =>
  rollupInput(
    all.map((pupils, at) => member(bodySent(pupils), at)),
    over,
  );
const heard = (body: StatementBody, input: RollupInput, catalogue = shipped) => hear(body, "S0", { input, sent: null, catalogue });

describe("a school's lines", () => {
  test("have the verdict, value, gap and pupils needed that the rollup has under the same target", () => {
    const own = fc.record({
      indicator: fc.constantFrom("exam.pass", "exam.excellent", "exam.low", "exam.mean"),
      subject: fc.constantFrom("语文", "数学"),
      operator: fc.constantFrom(">=", ">", "<=", "<"),
      value: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    });
    fc.assert(
      fc.property(schools, own, (all, wanted) => {
        const [got] = heard(statement(wanted as Partial<StatementLine>), inputOf(all));
        const target = {
          ...wanted,
          stage: "junior",
          unit: null,
          period: "2024-2025",
          upTo: null,
          source: "x",
          by: "",
          at: "",
        } as unknown as Target;
        const verdicts = readRollup(inputOf(all, { targets: [target] })).schools[0]?.verdicts ?? [];
        const same = verdicts.find((one) => one.indicator === wanted.indicator && one.subject === wanted.subject);
        expect([got?.verdict, got?.value, got?.gap, got?.needed]).toEqual([same?.verdict, same?.value, same?.gap, same?.needed]);
      }),
      { numRuns: 200 },
    );
  });

  test("over all papers are pooled by counts, as a recount of the marks gives them", () => {
    fc.assert(
      fc.property(schools, (all) => {
        const [got] = heard(statement({ grade: null, subject: null }), inputOf(all));
        const marks = (all[0] ?? []).flatMap(({ chinese, maths }) => [
          ...(typeof chinese === "number" ? [chinese >= 144] : []),
          ...(typeof maths === "number" ? [maths >= 120] : []),
        ]);
        const someoneEach = (["chinese", "maths"] as const).every((one) => all[0]?.some((pupil) => typeof pupil[one] === "number"));
        if (!someoneEach) expect(got?.verdict).toBe("undecided");
        else expect(got?.counts).toEqual({ numerator: marks.filter(Boolean).length, denominator: marks.length });
      }),
      { numRuns: 200 },
    );
  });
});

describe("undecided, and why", () => {
  const pupils = Array.from({ length: 20 }, (): Pupil => ({ class: "1", chinese: 150, maths: 110, entry: 500 }));
  const input = inputOf([pupils]);
  const told = (changes: Partial<StatementLine>, given = input) => {
    const [got] = heard(statement(changes), given);
    return [got?.verdict, got?.value, got?.reason?.zh];
  };

  test("a mean over several papers is none", () => {
    expect(told({ indicator: "exam.mean", value: 60, subject: null })).toEqual([
      "undecided",
      null,
      "有几张试卷，均分等不能合并：请在目标中写明年级和学科",
    ]);
  });

  test("a line over all papers waits while one is missing", () => {
    const body = bodySent(pupils);
    const without = rollupInput([member({ ...body, slices: body.slices.filter(({ subject }) => subject !== "语文") }, 0)]);
    expect(told({ subject: null }, without)).toEqual(["undecided", null, "缺九年级语文的成绩"]);
    expect(told({ indicator: "academic.attainment.rate.junior", grade: null, subject: null }, without)[0]).toBe("undecided");
    expect(told({}, without)[0]).toBe("missed");
  });

  test("all subjects over two grades are pooled, and wait while a grade's counts are missing", () => {
    const papers = [CHINESE, MATHS, { ...CHINESE, grade: 8 }, { ...MATHS, grade: 8, before: null }];
    const both = collection({ exam: { name: "期末", papers } });
    const joint = (grade: number, passed: number) => ({ ...place, grade, joint: { pupils: 20, passed } });
    const of = (...slices: Slice[]) => rollupInput([member({ definitions: "test", slices }, 0)], { collection: both });
    const asked = { indicator: "exam.allpass", grade: null, subject: null, value: 0.8 };
    const [whole] = heard(statement(asked), of(joint(9, 20), joint(8, 13)));
    expect([whole?.verdict, whole?.counts]).toEqual(["met", { numerator: 33, denominator: 40 }]);
    expect(told(asked, of(joint(9, 20)))).toEqual(["undecided", null, "缺八年级的全科人数"]);
    expect(told({ ...asked, grade: 9 }, of(joint(9, 20)))[0]).toBe("met");
  });

  test("a line of another period says nothing about this collection", () => {
    expect(told({ period: "2026" })).toEqual(["undecided", 0, "采集的周期 2024-2025-2 不在责任期 2026 内"]);
  });

  test("a direction without a number is shown and never met", () => {
    const direction = shipped
      .inForce(latestRelease)
      .find((one) => one.judged === "direction" && one.stages.includes("junior")) as Definition;
    const asked = { indicator: direction.id, grade: null, subject: null, operator: null, value: null };
    expect(told(asked).slice(0, 2)).toEqual(["undecided", null]);
  });

  test("a school that sent nothing, and value added while others are missing", () => {
    expect(told({}, rollupInput([]))).toEqual(["undecided", null, "学校还没有填报"]);
    const waiting = inputOf([pupils], { coverage: { required: 2, submitted: 1, missing: ["S9"] } });
    expect(told({ indicator: "exam.valueadded", value: 0 }, waiting)[0]).toBe("undecided");
    expect(told({}, waiting)[0]).toBe("missed");
  });
});

test("what is entered and what a school has per pupil are judged on their whole numbers", () => {
  const entered: Slice = { ...place, entered: { "teacher.backbone.share": { of: 5, among: 20 } } };
  const own = collection({ form: "indicators", exam: null, period: "2025", indicators: ["teacher.backbone.share"] });
  const share = { indicator: "teacher.backbone.share", grade: null, subject: null, period: "2025", value: 0.25 };
  const [first] = heard(statement(share), rollupInput([member({ definitions: "test", slices: [entered] }, 0)], { collection: own }));
  expect([first?.verdict, first?.counts, first?.gap]).toEqual(["met", { numerator: 5, denominator: 20 }, 0]);
  // 2,900 square metres of 500 pupils are 5.8 each; one hundredth less is not.
  const rooms = (area: number): Slice => ({ ...place, resources: { pupils: 500, amounts: { "area.teaching": area } } });
  const having = collection({ form: "resources", exam: null, period: "2025" });
  const area = { indicator: "eq.area.teaching.junior", grade: null, subject: null, period: "2025", value: 5.8 };
  const verdictOf = (hundredths: number) =>
    heard(statement(area), rollupInput([member({ definitions: "test", slices: [rooms(hundredths)] }, 0)], { collection: having }))[0]
      ?.verdict;
  expect([verdictOf(290_000), verdictOf(289_999)]).toEqual(["met", "missed"]);
});

test("a restricted indicator carries the note of policy", () => {
  const [got] = heard(
    statement({ indicator: "unittest.retest.pass.rate", grade: null, subject: null, operator: "=", value: 1 }),
    inputOf([]),
  );
  expect(got?.policy?.zh).toBe(shipped.find("unittest.retest.pass.rate")?.restricted?.zh);
  expect(got?.policy).not.toBeNull();
});

test("a line is judged by the version it names, whatever the collection is read by", () => {
  const first = shipped.find("exam.pass@1") as Definition;
  const second: Definition = { ...first, version: 2, from: "2027-01", kind: { kind: "share", line: "excellent", side: "reached" } };
  const catalogue = catalogueOf([...shipped.all, second]);
  // 20 pupils at 70 of 100 pass, and none is excellent.
  const input = {
    ...inputOf([Array.from({ length: 20 }, (): Pupil => ({ class: "1", chinese: 150, maths: 140, entry: null }))]),
    rules: RULES,
  };
  const of = (version: number) => heard(statement({ version }), input, catalogue)[0];
  expect([of(1)?.version, of(1)?.counts, of(1)?.verdict]).toEqual([1, { numerator: 20, denominator: 20 }, "met"]);
  expect([of(2)?.version, of(2)?.counts, of(2)?.verdict]).toEqual([2, { numerator: 0, denominator: 20 }, "missed"]);
});
