/** DEFINITION, EXPLAIN and CATALOGUE: what people read of an indicator, in Chinese and in English. */
import { describe, expect, test } from "vitest";
import { inForce } from "../../../addin/catalogue.ts";
import { CATALOGUE, DEFINITION, EXPLAIN, INDICATOR } from "../../../addin/functions.ts";
import { FAMILIES } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { cellsOf } from "../../../shared/indicators/view.ts";
import { col, records, refused } from "./ask.ts";

const definitionsInForce = shipped.inForce(inForce().release);
const field = (id: string, name: string, language?: string) => DEFINITION(id, name, language)[0]?.[0];

describe("a definition", () => {
  test("is two columns of everything", () => {
    const [header, ...rows] = DEFINITION("gov.07.special@1");
    expect(header).toEqual(["项目", "内容"]);
    expect(Object.fromEntries(rows)).toMatchObject({
      编号: "gov.07.special",
      名称: "特殊教育学校生均公用经费",
      版本: "1，自 2017-04 起；另有 gov.07.special@2",
      类别: "优质均衡·政府保障",
      学段: "小学、初中",
      周期: "年度",
      层级: "学校",
      单位: "元/生",
      公式: "特殊教育学校公用经费（元） ÷ 特殊教育学校学生数",
      输入: "1 特殊教育学校公用经费（元）（数，不小于 0）；2 特殊教育学校学生数（整数）",
      目标: "≥ 6000 元/生",
      状态: "按目标判定",
      限制: "无",
      来源: "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号） 政府保障第7项：不低于6000元",
      算例: '=QUALITY.INDICATOR("gov.07.special@1",480000,80) = 6000',
    });
  });

  test.each([
    ["名称", "name", "就近划片", "Nearby admission"],
    ["目标", "target", "小学 ≥ 100 %；初中 ≥ 95 %", "primary ≥ 100 %; junior ≥ 95 %"],
    ["来源", "source", "教督〔2017〕6号", "national standard"],
    ["单位", "unit", "比率（小数）", "rate (a fraction)"],
    ["学段", "stages", "小学、初中", "primary, junior"],
    ["层级", "LEVEL", "区县", "county"],
    ["周期", " Period ", "年度", "year"],
  ])("answers for %s and %s, in either language", (zh, en, chinese, english) => {
    for (const name of [zh, en]) {
      expect(field("gov.13.nearby", name)).toContain(chinese);
      expect(field("gov.13.nearby", name, "en")).toContain(english);
    }
  });

  test("says what is restricted, open, a direction, an event or an estimate", () => {
    expect(field("rank.city.junior", "限制")).toMatch(/^限制使用/);
    expect(field("academic.cut.item", "状态")).toMatch(/^原文不全，不判定；/);
    expect(field("retention.compulsory", "状态")).toMatch(/^原文只有方向没有数字，不判定达标；/);
    expect(field("warning.red", "状态")).toMatch(/^触发规则，不由输入计算/);
    expect([field("warning.red", "单位"), field("warning.red", "算例"), field("warning.red", "Excel 公式")]).toEqual(["无", "无", "无"]);
    expect(field("exam.betweenschools", "status", "en")).toMatch(/an estimate: the official value comes from elsewhere$/);
  });

  test("has words for every field of every definition, in both languages", () => {
    for (const { id, version } of shipped.all)
      for (const language of ["zh", "en"]) {
        const rows = DEFINITION(`${id}@${version}`, null, language).slice(1);
        expect(
          rows.filter(([, text]) => typeof text !== "string" || text === "" || /undefined|null|\[object/.test(text)),
          id,
        ).toEqual([]);
      }
  });

  test("refuses a field it does not have, and names those it has", () => {
    expect(refused(() => DEFINITION("exam.pass", "颜色")).message).toMatch(
      /没有“颜色”这一项；有 编号、名称、.*there is no field "颜色"; there are id, name, /,
    );
  });
});

describe("the sentence", () => {
  test("fills in the numbers, and never shows a miss as a pass: 279 of 294 is 94.9 %", () => {
    expect(EXPLAIN("soc.01.recognition", [[[1699]], [[2000]]])).toMatch(
      / 1699 ÷ .* 2000 = 84\.95 %；目标 ≥ 85 %（.*教督〔2017〕6号.*）：未达标；.*定义 soc\.01\.recognition@1$/,
    );
    expect(EXPLAIN("qual.01.retention", [[[279]], [[294]]])).toContain("= 94.9 %；目标 ≥ 95 %");
  });

  test("says how many of the units meet a limit that each must meet", () => {
    expect(EXPLAIN("pe.lessons.weekly", [col(3, 4, 2)])).toMatch(/3 个.*最小的是 2 = 2 .*；3 个中 2 个达到；目标 ≥ 3/);
  });

  test("gives both views of a rise: 40 % to 46 % grew by 15 %, by 6 points", () => {
    expect(EXPLAIN("gaokao.tier1.growth", [[[46]], [[100]], [[40]], [[100]]])).toMatch(/相差 6 个百分点.*= 15\.0 %；目标 ≥ 15 %.*：达标/);
  });

  test("names the stages where the limit depends on them, and judges nothing", () => {
    const said = EXPLAIN("gov.13.nearby", [[[949]], [[1000]]]);
    expect(said).toContain("= 94.9 %；目标分学段，须写明学段：小学 ≥ 100 %；初中 ≥ 95 %；定义 gov.13.nearby@1");
    expect(said).not.toMatch(/达标；/);
  });

  test("says where there is nobody to divide by, a direction, or no target", () => {
    expect(EXPLAIN("soc.01.recognition", [[[0]], [[0]]])).toMatch(/没有可计算的数；目标 ≥ 85 %.*无法判定/);
    expect(EXPLAIN("retention.compulsory", [[[970]], [[1000]]])).toMatch(/= 97\.0 %；.*没有数字，不判定达标/);
    expect(EXPLAIN("exam.pass", [col(60, 50)])).toMatch(
      /= 50\.0 %；线为 60 分，满分 100 分；原文没有目标，本区也未设定；口径：分母为实考人数；定义 exam\.pass@1$/,
    );
  });

  test("names the line it was taken at, and no choice of lines where the line was given", () => {
    expect(EXPLAIN("exam.excellent", [col(90, 89), [[90]], [[120]]])).toContain("线为 90 分，满分 120 分");
    expect(EXPLAIN("exam.excellent", [col(90, 89), [[90]], [[120]]])).not.toContain("优秀线为满分的");
    expect(EXPLAIN("exam.excellent", [col(102, 101), [[]], [[120]]])).toMatch(/线为 102 分，满分 120 分.*优秀线为满分的 85%/);
  });

  test("names the line and full mark of each subject where they differ", () => {
    const marks = [
      [60, 72, 90],
      [60, 70, 90],
    ];
    expect(EXPLAIN("exam.allpass", [marks, [[]], [[100, 120, 150]]])).toContain(
      "1 ÷ 学生 2 = 50.0 %；各科线为 60、72、90 分，满分 100、120、150 分；",
    );
    expect(EXPLAIN("exam.allpass", [marks, [[60]], [[150]], [["en"]]])).toContain("line 60, full mark 150");
  });

  test("judges by the stage that is named after the inputs, in either language, before or after an “en”", () => {
    const inputs = [[[949]], [[1000]]];
    expect(EXPLAIN("gov.13.nearby", [...inputs, [["小学"]]])).toMatch(/= 94\.9 %；目标 ≥ 100 %（.*）：未达标/);
    expect(EXPLAIN("gov.13.nearby", [...inputs, [["junior"]], [["en"]]])).toMatch(/^.*= 94\.9 %; target ≥ 95 % .*: missed/);
    expect(EXPLAIN("gov.13.nearby", [...inputs, [["en"]], [["初中"]]])).toMatch(/= 94\.9 %; target ≥ 95 % /);
    expect(EXPLAIN("gov.13.nearby", [...inputs, [["高中"]]])).toContain("这个指标不用于高中，只用于小学、初中");
    expect(EXPLAIN("exam.pass", [col(60, 50), [["初中"]]])).toMatch(/= 50\.0 %；线为 60 分/);
  });

  test("takes a stage for an input where the indicator asks for one", () => {
    const school = [[["初中"]], ...[5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4].map((value) => [[value]])];
    expect(EXPLAIN("eq.school.composite", school)).toMatch(/达标/);
    expect(EXPLAIN("eq.school.composite", [...school, [["初中"]], [["en"]]])).toMatch(/: met/);
    expect(refused(() => EXPLAIN("eq.school.composite", [[["初中"]]])).message).toMatch(/第 2 个输入/);
  });

  test("of 差异系数 shows the mean as a mean: 1913 ÷ 302 is 6.334, not the coefficient", () => {
    const books = [col(279, 137, 935, 160, 402), col(45, 37, 89, 76, 55)];
    expect(EXPLAIN("eq.cv", books)).toContain("平均 X = 总量 1913 ÷ 学生 302 ≈ 6.334，按学生数加权的标准差 S ÷ X = 0.515");
  });

  test("is English after an “en”, whatever stands before it", () => {
    expect(EXPLAIN("exam.pass", [col(60, 50), [["en"]]])).toMatch(
      /^Pass rate: pupils at or above the pass line 1 ÷ pupils who sat 2 = 50\.0 %; /,
    );
    expect(EXPLAIN("exam.pass", [col(60, 50), [[]], [[120]], [[" EN "]]])).toMatch(/^Pass rate: pupils at or above the pass line 0 /);
    expect(EXPLAIN("exam.pass", [col(60, 50), "en"] as never)).toMatch(/^Pass rate/);
    expect(EXPLAIN("exam.pass", [col(60, 50), [["zh"]]])).toMatch(/^及格率：/);
  });

  test("takes an “en” for a text where the indicator asks for one", () => {
    const columns = [col("en", "en", "乙", "乙"), col(50, 70, 50, 70), col(61, 81, 59, 79)];
    expect(EXPLAIN("exam.valueadded", [...columns, [["en"]]])).toMatch(/^增值：本校匹配 2 人/);
    expect(EXPLAIN("exam.valueadded", [...columns, [["en"]], [["en"]]])).toMatch(/^Value added: mean residual of 2 matched/);
  });

  test("refuses an event rule and bad cells as INDICATOR does", () => {
    for (const [id, inputs] of [
      ["warning.red", []],
      ["exam.pass", [col(60, 118)]],
      ["exam.pass", []],
      ["nothing.such", [[[1]]]],
    ] as const)
      expect(refused(() => EXPLAIN(id, inputs as never))).toEqual(refused(() => INDICATOR(id, inputs as never)));
  });

  test("can be said of every example, in both languages", () => {
    for (const { id, version, names, example } of shipped.all) {
      if (!example) continue;
      const inputs = cellsOf(example.inputs) as unknown[][][];
      const name = `${id}@${version}`;
      expect(EXPLAIN(name, inputs).startsWith(`${names.zh}：`), name).toBe(true);
      expect(EXPLAIN(name, inputs), name).toContain(`定义 ${name}`);
      expect(`${EXPLAIN(name, inputs)}`, name).not.toMatch(/undefined|null|NaN|。；/);
    }
  });
});

describe("the catalogue", () => {
  const rows = records(CATALOGUE());

  test("lists every indicator in force once, with its name, unit, rule and source", () => {
    expect(CATALOGUE()[0]).toEqual(["编号", "名称", "单位", "规则", "来源"]);
    expect(rows.map((row) => row.编号)).toEqual(definitionsInForce.map(({ id }) => id));
    expect(rows.find((row) => row.编号 === "eq.cv")).toEqual({
      编号: "eq.cv",
      名称: "校际差异系数",
      单位: "数",
      规则: "小学 ≤ 0.5；初中 ≤ 0.45",
      来源: "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号）",
    });
  });

  test("marks what is restricted, open, a direction or an event, all of them and no others", () => {
    const marked = (pattern: RegExp) => rows.filter((row) => pattern.test(String(row.规则))).map((row) => row.编号);
    const those = (wanted: (one: (typeof definitionsInForce)[number]) => boolean) => definitionsInForce.filter(wanted).map(({ id }) => id);
    expect(marked(/^限制使用：/)).toEqual(those(({ restricted }) => restricted !== undefined));
    expect(marked(/原文不全，不判定/)).toEqual(those(({ judged }) => judged === "open"));
    expect(marked(/只有方向，不判定/)).toEqual(those(({ judged }) => judged === "direction"));
    expect(marked(/触发规则/)).toEqual(those(({ kind }) => kind.kind === "event"));
    expect(marked(/原文没有目标/)).toEqual(those(({ judged, kind }) => judged === "unset" && kind.kind !== "event"));
  });

  test("of a family is the same by its id and by its name in either language", () => {
    for (const [id, { zh, en }] of Object.entries(FAMILIES)) {
      const found = records(CATALOGUE(id)).map((row) => row.编号);
      expect(found).toEqual(definitionsInForce.filter(({ family }) => family === id).map((one) => one.id));
      expect([zh, en, id.toUpperCase()].map((name) => CATALOGUE(name))).toEqual([CATALOGUE(id), CATALOGUE(id), CATALOGUE(id)]);
    }
  });

  test("of a stage has what is for that stage, and both narrow together", () => {
    expect(CATALOGUE(null, "高中")).toEqual(CATALOGUE("", "senior"));
    expect(records(CATALOGUE("staff", "小学")).map((row) => row.编号)).toEqual(
      definitionsInForce.filter(({ family, stages }) => family === "staff" && stages.includes("primary")).map(({ id }) => id),
    );
  });

  test("speaks English where that is asked for", () => {
    const english = CATALOGUE("equity", null, "en");
    expect(english[0]).toEqual(["Id", "Name", "Unit", "Rule", "Source"]);
    expect(english.flat().filter((cell) => /\p{Script=Han}/u.test(String(cell)))).toEqual([]);
  });

  test("refuses a family it does not have, and says so where nothing fits", () => {
    expect(refused(() => CATALOGUE("颜色")).message).toMatch(
      /^family：没有“颜色”这一类；有 考试成绩、.*there is no family "颜色"; there are exam, /,
    );
    expect(refused(() => CATALOGUE("equity", "高中")).code).toBe("#N/A");
  });
});
