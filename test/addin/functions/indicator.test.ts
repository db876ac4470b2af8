/** INDICATOR: every definition of the catalogue by its own example, every kind by figures worked out by hand, and what is refused. */
import { describe, expect, test, vi } from "vitest";
import { INDICATOR, VERDICT } from "../../../addin/functions.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { KIND_NAMES } from "../../../shared/indicators/kinds.ts";
import { cellsOf, inputsOf } from "../../../shared/indicators/view.ts";
import { col, refused } from "./ask.ts";
import { excelRuntime } from "./runtime.ts";

/** Inputs as Excel hands a repeating argument over: each a range, a lone value a range of one cell. */
const ranges = (...inputs: unknown[]) => inputs.map((input) => (Array.isArray(input) ? input : [[input]])) as unknown[][][];
const indicator = (id: string, ...inputs: unknown[]) => INDICATOR(id, ranges(...inputs));
const many = (...groups: [cell: unknown, times: number][]) =>
  col(...groups.flatMap(([cell, times]) => Array.from({ length: times }, () => cell)));

describe("every definition of the catalogue", () => {
  const worked = shipped.all.flatMap((definition) =>
    definition.example ? [[`${definition.id}@${definition.version}`, definition] as const] : [],
  );

  test("has an example, but for event rules", () => {
    expect(shipped.all.filter(({ example, kind }) => example === null && kind.kind !== "event").map(({ id }) => id)).toEqual([]);
    expect(worked.length).toBeGreaterThan(280);
  });

  test.each(worked)("%s computes its example", (name, { example, unit }) => {
    const inputs = cellsOf(example?.inputs ?? []) as unknown[][][];
    const value = INDICATOR(name, inputs);
    expect(value).toBeCloseTo(example?.value ?? Number.NaN, 12);
    if (unit === "rate" || unit === "points") expect(Math.abs(value)).toBeLessThanOrEqual(1);
  });

  test("and each of its inputs is asked for: without its first one it is refused by name", () => {
    for (const [name, definition] of worked) {
      const [first] = inputsOf(definition);
      const { code, message } = refused(() => INDICATOR(name, []));
      expect([name, code]).toEqual([name, "#VALUE!"]);
      expect(message, name).toContain(`第 1 个输入“${first?.names.zh}”`);
    }
  });
});

/** Each worked out by hand; the limits are those of the sources. */
const BY_HAND: [what: string, id: string, inputs: unknown[], value: number, verdict: string, stage?: string][] = [
  // share: k of those who sat, at a line that counts as reached
  ["72 of 120 is 60 %, 71.5 is not", "exam.pass", [col(72, 71.5), null, 120], 1 / 2, "无法判定"],
  ["a line of 50 marks; the full mark left out", "exam.pass", [col(50, 49.5, 100, 0), 50], 2 / 4, "无法判定"],
  ["85 reaches 85 %", "exam.excellent", [col(85, 84.5, "缺考")], 1 / 2, "无法判定"],
  ["40 is not below 40 %, a 0 is", "exam.low", [col(40, 39.5, 0, null)], 2 / 3, "无法判定"],
  ["19 of 20 is 95 %", "academic.attainment.rate.primary", [many([60, 19], [59, 1])], 0.95, "达标"],
  ["90 % is 179 of 200 no more than 89.5 % is", "academic.attainment.rate.junior", [many([60, 179], [59.5, 21])], 0.895, "未达标"],
  // marks: (0 + 100) / 2; squares 232, n 8, mean 5: sqrt(232/8 - 25) = 2
  ["a 0 is a mark, an absent pupil has none", "exam.mean", [col(0, 100, "缺考", null)], 50, "无法判定"],
  ["the population form", "exam.sd", [[[2, 4, 4, 4, 5, 5, 7, 9]]], 2, "无法判定"],
  // joint: exempt subjects left out, absence does not pass, who left is no pupil
  [
    "2 of 3: the exempt one passes, the absent one does not",
    "academic.pass.all.rate.junior.grad",
    [
      [
        [60, 60],
        ["免考", 75],
        [100, "缺考"],
        ["转出", 90],
      ],
    ],
    2 / 3,
    "未达标",
  ],
  [
    "72 of 120 and 90 of 150 are at their lines, 71 of 120 is not, a line of its own is",
    "exam.allpass",
    [
      [
        [60, 72, 90],
        [60, 71, 90],
      ],
      [[60, null, 88]],
      col(100, 120, 150),
    ],
    1 / 2,
    "无法判定",
  ],
  // rate
  ["279 of 294 is 94.9 %, shown as 95 % by who rounds", "qual.01.retention", [279, 294], 279 / 294, "未达标"],
  ["280 of 294 is 95.2 %", "qual.01.retention", [280, 294], 20 / 21, "达标"],
  ["949 of 1000 for primary", "gov.13.nearby", [949, 1000], 0.949, "未达标", "小学"],
  ["950 of 1000 for junior", "gov.13.nearby", [950, 1000], 0.95, "达标", "初中"],
  ["nobody of somebody is 0", "atrisk.plan.coverage", [0, 36], 0, "未达标"],
  // ratio: per 100 pupils, per pupil, per started 1000
  ["53 teachers for 1000 pupils", "eq.teacher.overqualified.junior", [53, 1000], 5.3, "达标"],
  ["100 万元 of equipment are 1,000,000 yuan", "eq.equipment.value.primary", [100 * 10000, 500], 2000, "达标"],
  ["100 in a cell of yuan are 100 yuan", "eq.equipment.value.primary", [100, 500], 0.2, "未达标"],
  ["1001 pupils are two started thousands", "psych.teacher.ratio", [1, 1001], 1 / 2, "未达标"],
  ["48 of 120 points are 40 %", "appraisal.quality.weight", [48, 120], 0.4, "达标"],
  // count
  ["three clubs of 3 to 5", "student.club.influential", [3], 3, "达标"],
  ["five clubs too", "student.club.influential", ["５"], 5, "达标"],
  ["six are too many", "student.club.influential", [6], 6, "未达标"],
  ["49.5 m² of 50", "psych.room.area", [49.5], 49.5, "未达标"],
  // worst
  ["the class with fewest lessons", "pe.lessons.weekly", [col(3, 4, null, 2)], 2, "未达标"],
  ["25 classes are three started dozens: 2 of 3", "gov.03.artrooms", [col(3, 2), col(25, 25)], 2 / 3, "未达标"],
  ["the largest class of a primary school", "gov.05.classsize", [col(44, 45, 46)], 46, "未达标", "primary"],
  ["and of a junior school", "gov.05.classsize", [col(44, 45, 46)], 46, "达标", "junior"],
  // mean: (45 + 75.25) / 2
  ["minutes of two pupils", "homework.minutes.g3g6", [col(45, 75.25)], 60.125, "未达标"],
  // checklist: three cells or one range
  ["two of three kept", "moral.environment.items", [true, "否", "√"], 2, "未达标"],
  ["the same as one range", "moral.environment.items", [col("是", 0, 1)], 2, "未达标"],
  // change: 45/100 - 40/100; (46 - 40)/40; (28/100 - 25/100)/(25/100); 290 = 770 - 480
  ["45 % less 40 % is 5 points", "academic.excellence.change.junior", [45, 100, 40, 100], 0.05, "达标"],
  ["449 of 1000 against 40 of 100 is 4.9", "academic.excellence.change.junior", [449, 1000, 40, 100], 0.049, "未达标"],
  ["40 to 46 % is a growth of 15 %", "gaokao.tier1.growth", [46, 100, 40, 100], 0.15, "达标"],
  ["25 to 28 % is a growth of 12 %", "gaokao.tier1.growth", [28, 100, 25, 100], 0.12, "未达标"],
  ["1,617,000 ÷ 2100 less 960,000 ÷ 2000", "budget.perstudent.increase", [1617000, 2100, 960000, 2000], 290, "未达标"],
  ["not a cent less", "budget.training.nondecrease", [1200000, 1200000], 0, "达标"],
  // dispersion: ICC of {1, 3} {5, 7}: MSB 16, MSW 2, m 2: 14/18
  ["two schools of two", "exam.betweenschools", [col("甲", "甲", "乙", "乙"), col(1, 3, 5, 7)], 7 / 9, "未达标"],
  // value added: slope 1, intercept 10, school A one above the line
  [
    "a school one mark above the line",
    "exam.valueadded",
    [col("A", "A", "B", "B"), col(50, 70, 50, 70), col(61, 81, 59, 79), "A"],
    1,
    "无法判定",
  ],
  // school check: six of seven met and the seventh at 85 % of 5.3 = 4.505
  ["4.507 is above the floor of 4.505, printed 4.51", "eq.school.composite", ["初中", 4.507, 1, 0.9, 5.8, 10.2, 2500, 2.4], 1, "达标"],
  ["4.504 is below it", "eq.school.composite", ["初中", 4.504, 1, 0.9, 5.8, 10.2, 2500, 2.4], 0, "未达标"],
  ["two unmet are one too many, floor or no floor", "eq.school.composite", ["小学", 4.1, 0.99, 0.9, 4.5, 7.5, 2000, 2.3], 0, "未达标"],
  // outside
  ["level Ⅲ of four", "naep.level", ["Ⅲ级", "2024年国家监测报告"], 3, "达标"],
  ["the name of the level", "qual.06.moral", ["良好"], 3, "达标"],
  ["the sixth place of the first six", "rank.city.junior", [6], 6, "达标"],
  ["0.15 is not below 0.15", "naep.between.school.rate", [0.15], 0.15, "未达标"],
  ["points as awarded", "subject.bundle.score", [86.5], 86.5, "无法判定"],
];

describe("by hand", () => {
  test.each(BY_HAND)("%s: %s", (_, id, inputs, value, verdict, stage) => {
    expect(indicator(id, ...inputs)).toBeCloseTo(value, 12);
    expect(VERDICT(id, value, stage)).toBe(verdict);
    expect(VERDICT(id, indicator(id, ...inputs), stage)).toBe(verdict);
  });

  test("of every kind that computes", () => {
    const kinds = new Set(BY_HAND.map(([, id]) => shipped.find(id)?.kind.kind));
    expect([...kinds].sort()).toEqual(KIND_NAMES.filter((kind) => kind !== "event").sort());
  });

  test("差异系数 of the published example to its four places: 0.5153 misses 0.50", () => {
    const value = indicator("eq.cv", col(279, 137, 935, 160, 402), col(45, 37, 89, 76, 55));
    expect([value.toFixed(4), VERDICT("eq.cv", value, "小学"), VERDICT("eq.cv", 0.4888, "小学")]).toEqual(["0.5153", "未达标", "达标"]);
  });

  test("schools of 20 of 20, 255 of 300 and 425 of 500 pool to 700 of 820, and average 90 %", () => {
    const pooled = indicator("academic.attainment.rate.junior", many([60, 700], [59, 120]));
    expect([pooled, VERDICT("academic.attainment.rate.junior", pooled)]).toEqual([700 / 820, "未达标"]);
    expect(VERDICT("academic.attainment.rate.junior", (1 + 0.85 + 0.85) / 3)).toBe("达标");
  });
});

describe("inputs", () => {
  test("may be cells, rows, columns, texts of numbers; a column beside its cells is the same", () => {
    const forms = [[279, 294], [[[279]], [[294]]], [["279"], ["２９４"]], [[[279, 294]]], [[[279], [294]]]];
    expect(forms.map((inputs) => INDICATOR("qual.01.retention", inputs as never))).toEqual(Array(5).fill(279 / 294));
  });

  test("left out in the middle take their defaults", () => {
    const omitted = [null, undefined, "", [[null]], [[""]]];
    expect(omitted.map((left) => INDICATOR("exam.pass", [col(60, 59), left, [[100]]] as never))).toEqual(Array(5).fill(1 / 2));
  });

  test("the number who sat keeps zeros that are blanks in disguise out, as in PASSRATE", () => {
    const column = col(60, 50, 0, 0);
    expect(indicator("exam.pass", column, null, null, 3)).toBe(1 / 3);
    expect(indicator("exam.low", column, null, null, 2)).toBe(0);
    expect(indicator("exam.mean", column, 2)).toBe(55);
    expect(indicator("exam.sd", column, 2)).toBe(5);
    expect(() => indicator("exam.mean", column, 1)).toThrow(/sat 1 leaves out 3 marks, but only 2 are 0/);
  });

  test("one school differs from nobody: S is 0 in the standard's formula, as DISPARITY, BALANCECHECK and the rollup have it", () => {
    expect(indicator("eq.cv", col(279), col(45))).toBe(0);
  });

  test("a host's own argument after them changes nothing", () => {
    const ask = INDICATOR as (...args: unknown[]) => unknown;
    expect(ask("qual.01.retention", ranges(279, 294), { address: "Sheet1!A1" })).toBe(279 / 294);
  });
});

describe("ids", () => {
  test("of old lists lead to the same indicator, in any letters", () => {
    const inputs = ranges(col(2, 4), col(1, 1));
    const names = ["eq.cv", "eq.cv.primary", "eq.cv.junior", " EQ.CV ", "ｅｑ.ｃｖ", "eq.cv@1", [["eq.cv"]]];
    // values 2 and 4 per pupil: mean 3, SD 1
    expect(names.map((name) => INDICATOR(name, inputs))).toEqual(Array(names.length).fill(1 / 3));
  });

  test.each<[unknown, RegExp]>([
    [
      "exam.pas",
      /最接近的是 exam\.pass（及格率）、.*、.*。 id: there is no indicator "exam\.pas"; the nearest are exam\.pass \(Pass rate\), /,
    ],
    ["exm.pass", /最接近的是 exam\.pass（/],
    ["及格率", /最接近的是 exam\.pass（及格率）/],
    ["gov.13.nearbye", /最接近的是 gov\.13\.nearby（/],
    [
      "gov.07.special@9",
      /有 gov\.07\.special@1（自 2017-04 起）、gov\.07\.special@2（自 2025-01 起）.*there are gov\.07\.special@1 \(from 2017-04\)/,
    ],
    [null, /请给出指标编号/],
    ["#REF!", /“#REF!”不是文字/],
    [{ code: "#REF!" }, /#REF!不是文字/],
    [true, /true不是文字/],
    [[["exam.pass", "exam.low"]], /要一个值，不是区域/],
  ])("%j is refused with what may have been meant", (id, says) => {
    expect(refused(() => INDICATOR(id, ranges(1, 2)))).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });

  test("of event rules compute nothing", () => {
    expect(refused(() => indicator("warning.red"))).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(
        /^id：warning\.red 是触发规则，不由输入计算.*DEFINITION\("warning\.red"\).* id: warning\.red is an event rule/,
      ),
    });
  });
});

describe("refuses", () => {
  test.each<[what: string, id: string, inputs: unknown[], says: RegExp]>([
    ["more than all", "qual.01.retention", [295, 294], /^inputs：.*295 多于.*294/],
    [
      "half a person",
      "qual.01.retention",
      [279.5, 294],
      /第 1 个输入“.*”：279\.5 应是 0 或正整数.* input 1, .*: 279\.5 must be a whole number/,
    ],
    ["a negative number of persons", "qual.01.retention", [-1, 294], /第 1 个输入.*-1/],
    ["万元 as a text", "eq.equipment.value.primary", ["100万元", 500], /第 1 个输入“.*（元）”：“100万元”不是数/],
    ["95 % as a text", "naep.between.school.rate", ["15%"], /“15%”不是数/],
    ["an error value, with its input", "qual.01.retention", [279, { code: "#N/A" }], /第 2 个输入.*#N\/A不是数/],
    ["one input too many", "qual.01.retention", [1, 2, 3], /要 2 个输入，给了 3 个.*takes 2 inputs, not 3/],
    ["one too few", "qual.01.retention", [279], /第 2 个输入“.*”：没有填.*input 2, .*: it is missing/],
    ["a range for a person", "qual.01.retention", [col(1, 2), 294], /第 1 个输入.*要一个值，不是区域/],
    [
      "118 of 100, with its row and what to do",
      "exam.pass",
      [col(60, 118)],
      /第 1 个输入“分数”：区域内第 2 行的 118 超过满分 100：请用第 3 个输入给出满分.*give the full mark as input 3/,
    ],
    ["121 of 120 given", "exam.pass", [col(60, 121), null, 120], /121 at row 2 is above the full mark 120: check the mark/],
    ["a negative mark", "exam.pass", [col(60, -1)], /-1 at row 2 is below 0/],
    ["a full mark of 0", "exam.pass", [col(0), null, 0], /第 3 个输入“满分”：满分 0 必须大于 0/],
    ["a line of 0.6", "exam.pass", [col(60), 0.6], /0\.6 像是比例/],
    ["a header among marks", "exam.pass", [col("语文", 60)], /区域内第 1 行的“语文”不是分数：看来表头也选进来了/],
    [
      "130 in a subject of all",
      "exam.allpass",
      [
        [
          [60, 60],
          [60, 130],
        ],
      ],
      /第 2 行第 2 列的 130/,
    ],
    [
      "two full marks for three subjects",
      "exam.allpass",
      [[[60, 60, 60]], null, [[100, 120]]],
      /满分：请给一个数，或每列一个（3 个），现在是 2 个.*full mark: give one number or one per column \(3\), not 2/,
    ],
    [
      "a line above its own full mark",
      "exam.allpass",
      [[[60, 60]], [[60, 110]], [[120, 100]]],
      /第 2 科的及格线：及格线 110 不在 0 到满分 100 之间.*pass line of subject 2/,
    ],
    [
      "a name of an error",
      "exam.betweenschools",
      [col("甲", "#N/A"), col(1, 2)],
      /第 1 个输入.*区域内第 2 行的“#N\/A”不是名称.*at row 2 is not a name/,
    ],
    ["a name of an error, as a data type", "exam.betweenschools", [col("甲", { code: "#N/A" }), col(1, 2)], /第 2 行的#N\/A不是名称/],
    ["a line of totals", "exam.betweenschools", [col("甲", "乙", "合计"), col(1, 2, 3)], /区域内第 3 行是合计行.*row 3 is a total/],
    ["columns of two lengths", "eq.cv", [col(1, 2), col(1, 2, 3)], /有 2 行，.*有 3 行：请选同样大小的区域/],
    ["a school of 0 pupils", "eq.cv", [col(1, 2), col(1, 0)], /区域内第 2 行缺总量或学生数，或学生数为 0/],
    ["a word that is neither 是 nor 否", "gov.01.layout", ["也许"], /“也许”应是“是”或“否”/],
    ["a level that is none", "qual.06.moral", ["很好"], /“很好”应是 .*良好.* 之一/],
    ["a stage that is none", "eq.school.composite", ["大学", 1, 1, 1, 1, 1, 1, 1], /第 1 个输入“学段”：“大学”应是小学或初中/],
    ["what no cell holds", "gov.01.layout", [Object.create(null)], /应是“是”或“否”/],
  ])("%s", (_, id, inputs, says) => {
    expect(refused(() => indicator(id, ...inputs))).toEqual({ code: "#VALUE!", message: expect.stringMatching(says) });
  });

  test.each<[what: string, id: string, inputs: unknown[]]>([
    ["nobody", "qual.01.retention", [0, 0]],
    ["nobody who sat", "exam.pass", [col("缺考", null)]],
    ["a school without pupils", "eq.area.teaching.primary", [4500, 0]],
    ["a growth from nothing", "gaokao.tier1.growth", [46, 100, 0, 100]],
    ["one school alone", "exam.betweenschools", [col("甲", "甲"), col(1, 2)]],
  ])("to divide by %s with #DIV/0!", (_, id, inputs) => {
    expect(refused(() => indicator(id, ...inputs)).code).toBe("#DIV/0!");
  });
});

describe("inside Excel's own runtime", () => {
  const runtime = excelRuntime();

  test("the associated function takes a repeating argument, and its error is Excel's", () => {
    vi.stubGlobal("CustomFunctions", runtime);
    runtime.associate("INDICATOR", INDICATOR as never);
    const { mappings } = (runtime as unknown as { _association: { mappings: Record<string, (...args: unknown[]) => unknown> } })
      ._association;
    const invocation = { address: "Sheet1!A1" };
    expect(mappings.INDICATOR?.("exam.pass", [[[60], [50]], [[60]]], invocation)).toBe(1 / 2);
    expect(mappings.INDICATOR?.("qual.01.retention", [[[279]], [[294]]], invocation)).toBe(279 / 294);
    expect(() => mappings.INDICATOR?.("qual.01.retention", [[[0]], [[0]]], invocation)).toThrow(runtime.Error);
    vi.unstubAllGlobals();
  });
});
