/** A second reader confirms what is written: names, drop-downs, limits and their messages, what is locked, print set-up; and it does not mind. */
import { describe, expect, test } from "vitest";
import { writeTemplate } from "../../addin/template/write.ts";
import type { Collection, Paper } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { templateOf } from "../../shared/template/layout.ts";
import { demoOverview } from "../tools/demo-templates.ts";
import { type SeenSheet, seenBy, withoutOpenpyxl } from "../tools/openpyxl.ts";

const [exam, conditions, process] = demoOverview.collections as [Collection, Collection, Collection];
const fine: Paper = {
  ...{ stage: "junior", grade: 8, subject: "生物", full: 50, grid: 1000 },
  ...{ lines: { pass: null, excellent: null, low: null }, before: null },
};
const twoGrades = { ...exam, exam: exam.exam && { ...exam.exam, papers: [...exam.exam.papers, fine] } };

async function seen(collection: Collection) {
  const rules = rulesOf(shipped, collection.definitions);
  const school = { school: "S03", name: "第三中学", stages: ["primary" as const, "junior" as const] };
  return seenBy(await writeTemplate(templateOf({ region: demoOverview, school, collection, rules, targets: [], made: "2025-06-01" })));
}

describe.skipIf(withoutOpenpyxl)("a template as openpyxl reads it", () => {
  test.each([
    ["exam", twoGrades, ["填表说明", "成绩 九年级", "成绩 八年级", "任课表", "校验", "一分三率", "汇总"], ["选项", "模板信息"]],
    ["resources", conditions, ["填表说明", "办学条件", "校验", "汇总"], ["模板信息"]],
    ["indicators", process, ["填表说明", "指标填报", "逐项填报", "校验", "汇总"], ["模板信息"]],
  ] as const)("%s: sheets, A4, protection without a password", async (_, collection, visible, hidden) => {
    const { sheets } = await seen(collection as Collection);
    const titles = (state: SeenSheet["state"]) => sheets.filter((sheet) => sheet.state === state).map(({ title }) => title);
    expect(titles("visible")).toEqual(visible);
    expect(titles("hidden")).toEqual(hidden);
    for (const sheet of sheets) {
      expect(sheet.protected).toBe(true);
      expect(sheet.password).toBeNull();
      expect(sheet.paper).toBe("9");
      expect(sheet.cells.filter(({ formula, locked }) => formula && !locked)).toEqual([]);
      expect(sheet.footer).toContain("&P");
    }
  });

  test("scores: only the columns of inputs are open, below a locked head that is repeated on every page", async () => {
    const { sheets } = await seen(exam);
    const sheet = sheets.find(({ title }) => title === "成绩 九年级") as SeenSheet;
    expect(sheet.open).toEqual(["A", "B", "C", "D", "E", "F", "G", "H", "I"]);
    const above = ({ at }: { at: string }) => Number(/\d+/.exec(at)?.[0]) <= 5;
    expect(sheet.cells.filter((cell) => cell.locked !== above(cell))).toEqual([]);
    expect(sheet.cells.filter((cell) => !above(cell) && cell.value !== "")).toEqual([]);
    expect(sheet.cells.filter(({ at }) => /^[A-I]5$/.test(at)).map(({ value }) => value)).toEqual([
      "班级",
      "学号",
      "姓名",
      "语文",
      "数学",
      "英语",
      "物理",
      "化学",
      "数学前测",
    ]);
    expect(sheet.freeze).toBe("D6");
    expect(sheet.titles).toBe("$4:$5");
    expect(sheet.footer).toMatch(/制表人.*审核人.*公章/);
  });

  test("scores: each cell offers the states and every mark of its paper, and refuses the rest in Chinese", async () => {
    const { sheets, names } = await seen(exam);
    const sheet = sheets.find(({ title }) => title === "成绩 九年级") as SeenSheet;
    const chinese = sheet.validations.find(({ sqref }) => sqref === "D6:D3005");
    expect(chinese).toMatchObject({ type: "list", formula1: "可填_120分_2", stop: true });
    expect(chinese?.error).toBe("请填 0 到 120 的分数（0.5 分的倍数），或缺考、缓考、免考、违纪、转出。");
    expect(names.可填_120分_2).toBe("'选项'!$A$2:$A$247");
    const list = sheets
      .find(({ title }) => title === "选项")
      ?.cells.filter(({ at }) => /^A\d+$/.test(at))
      .map(({ value }) => value);
    expect(list?.slice(1, 9)).toEqual(["缺考", "缓考", "免考", "违纪", "转出", "0", "0.5", "1"]);
    expect(list?.at(-1)).toBe("120");
    expect(list).toHaveLength(247);
    expect(sheet.shades.filter(({ sqref }) => sqref === "D6:H3005")).toEqual([
      { sqref: "D6:H3005", formula: "AND(COUNTA($A6:$I6)>0,ISBLANK(D6))" },
    ]);
  });

  test("scores: a scale too fine for a list is a rule", async () => {
    const { sheets } = await seen(twoGrades);
    const sheet = sheets.find(({ title }) => title === "成绩 八年级") as SeenSheet;
    const rule = sheet.validations.find(({ sqref }) => sqref === "D6:D3005");
    expect(rule).toMatchObject({ type: "custom", stop: true });
    expect(rule?.formula1).toContain("(D6>50)");
    expect(rule?.formula1).not.toContain("{");
  });

  test("names lead to the inputs", async () => {
    const { names } = await seen(exam);
    expect(names.成绩_九年级_语文).toBe("'成绩 九年级'!$D$6:$D$3005");
    expect(names.前测_九年级_数学).toBe("'成绩 九年级'!$I$6:$I$3005");
    expect(names.班级_九年级).toBe("'成绩 九年级'!$A$6:$A$3005");
  });

  test("resources and indicators: only the cells to be filled in are open", async () => {
    const open = (sheet: SeenSheet | undefined) => sheet?.cells.filter(({ locked }) => !locked).map(({ at }) => at) ?? [];
    const resources = (await seen(conditions)).sheets.find(({ title }) => title === "办学条件");
    expect(open(resources)).toEqual([6, 7, 8, 9, 10, 11, 12, 13].flatMap((row) => [`C${row}`, `D${row}`]));
    expect(resources?.open).toEqual([]);
    const { sheets, names } = await seen(process);
    const cells = open(sheets.find(({ title }) => title === "指标填报"));
    const named = Object.entries(names).flatMap(([name, range]) =>
      name.startsWith("填_") && range.startsWith("'指标填报'") ? [range.split("!")[1]?.replaceAll("$", "")] : [],
    );
    expect(new Set(cells)).toEqual(new Set(named));
    expect(cells.length).toBeGreaterThan(20);
  });

  test("no rule or shade has an array constant or another file in it, and no message is too long", async () => {
    for (const collection of [twoGrades, conditions, process]) {
      for (const { validations, shades } of (await seen(collection)).sheets) {
        for (const { formula1, error, prompt } of validations) {
          expect(formula1).not.toMatch(/[{[]/);
          expect(error.length).toBeLessThanOrEqual(225);
          expect(prompt.length).toBeLessThanOrEqual(255);
        }
        for (const { formula } of shades) expect(formula).not.toMatch(/[{[]/);
      }
    }
  });
});
