/**
 * Templates filled in wrongly in more than a hundred ways: each is told by its code, on its sheet, in its cell, and what must be put right gives
 * nothing to send. One sound filling is changed in one way at a time, in the cells of its XML or by openpyxl.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Collection } from "../../shared/contract.ts";
import { type Edit, editedEach } from "../tools/edit.ts";
import { type Entries, fill } from "../tools/fill.ts";
import { withoutOpenpyxl } from "../tools/openpyxl.ts";
import { conditions, emptyTemplate, exam, handIn, indicators, templateCounty, told } from "../tools/templates.ts";

type Cells = Record<string, Record<string, string | number | null>>;
/** Name, what is changed, and everything that is told of it. */
type Case = readonly [name: string, changes: Cells, told: readonly string[]];

const [NINE, EIGHT, TEACHING, COLUMNS] = ["成绩 九年级", "成绩 八年级", "任课表", "逐项填报"];

/** Twelve pupils in each of two grades, every mark given. */
function soundExam(): Cells {
  const nine: Cells[string] = {};
  const eight: Cells[string] = {};
  for (let row = 6; row < 18; row++) {
    Object.assign(nine, { [`A${row}`]: "1班", [`B${row}`]: `2023370811${row}`, [`C${row}`]: `甲${row}` });
    [..."DEFGHI"].forEach((column, at) => {
      nine[`${column}${row}`] = 60 + row / 2 + at;
    });
    Object.assign(eight, { [`A${row}`]: "1班", [`D${row}`]: 50 + row, [`E${row}`]: 30 + row / 10 });
  }
  const taught = { A5: "九年级", B5: "1班", C5: "T1", D5: "T2", E5: "T3", F5: "T4", G5: "T5" };
  return { [NINE]: nine, [EIGHT]: eight, [TEACHING]: { ...taught, A6: "八年级", B6: "1班", C6: "T6", H6: "T7" } };
}
const soundConditions: Cells = { 办学条件: { C6: 500, C7: 25, C8: 6, C9: 5, C10: 2600.25, C11: 4000, C12: 1000000, C13: 12 } };
const soundShared: Cells = {
  办学条件: { C6: 507, C7: 25, C8: 6, C9: 5, C10: 7000.55, C11: 11000, C12: 3000000, C13: 31, D6: 398, D7: 22, D8: 4, D9: 4 },
};
const soundIndicators: Cells = {
  指标填报: {
    ...{ E6: 25, E7: 100, E8: 32, E9: "是", E10: "是", E11: "是", E12: "否", E13: "是", E14: "有", E15: 1, E16: 900 },
    ...{ E17: 123456.5, E18: 600000.25, E23: 30, E24: 100, E25: 25, E26: 98, E27: "良好", E29: 88.5 },
  },
  [COLUMNS]: { B7: 3, B8: 4, D7: 40, F7: 80.25, G7: 13, F8: 78, G8: 13, I7: 90, I8: 75.5 },
};

/** Two classes of 九年级 under one code, but for the last cell. */
function taughtBy(last: string): Cells[string] {
  const all = Object.fromEntries([..."CDEFG"].flatMap((column) => [5, 7].map((row) => [`${column}${row}`, "T1"])));
  return { ...all, A7: "九年级", B7: "2班", G7: last };
}

function changed(sound: Cells, changes: Cells): Entries {
  const all: Record<string, Record<string, string | number>> = {};
  for (const sheet of new Set([...Object.keys(sound), ...Object.keys(changes)])) {
    const cells = Object.entries({ ...sound[sheet], ...changes[sheet] });
    all[sheet] = Object.fromEntries(cells.filter((one): one is [string, string | number] => one[1] !== null));
  }
  return all;
}
const without = (sheet: Cells[string] | undefined) => Object.fromEntries(Object.keys(sheet ?? {}).map((cell) => [cell, null]));
const at = (sheet: string, ...told: string[]) => told.map((one) => one.replace(" ", ` ${sheet}!`));

/** Files that no program ever computed say so; that is told elsewhere. */
const found = (file: Uint8Array) => {
  const handed = handIn(file);
  const errors = handed.findings.some(({ level }) => level === "error");
  expect(handed.body === null).toBe(errors);
  for (const { words } of handed.findings) expect([words.zh.length > 5, words.en.length > 5]).toEqual([true, true]);
  return told(handed).filter((one) => one !== "not-recalculated 汇总");
};

const inMarks = (...cases: [name: string, cells: Cells[string], ...told: string[]][]): Case[] =>
  cases.map(([name, cells, ...list]) => [name, { [NINE]: cells }, at(NINE, ...list)]);
const inTeaching = (...cases: [name: string, cells: Cells[string], ...told: string[]][]): Case[] =>
  cases.map(([name, cells, ...list]) => [name, { [TEACHING]: cells }, at(TEACHING, ...list)]);
const inMeta = (...cases: [name: string, cells: Cells[string], ...told: string[]][]): Case[] =>
  cases.map(([name, cells, ...list]) => [name, { 模板信息: cells }, list]);

const examCases: Case[] = [
  ["nothing", {}, []],
  ...inMarks(
    ["a blank mark", { D7: null }, "score-blank D7"],
    ["a mark of spaces", { D7: "　 " }, "score-blank D7"],
    ["a mark above the full mark", { D7: 120.5 }, "score-above-full D7"],
    ["a mark below 0", { H7: -0.5 }, "score-negative H7"],
    ["a mark off the grid", { D7: 80.3 }, "score-off-grid D7"],
    ["a mark a hair off the grid", { D7: 80.50001 }, "score-off-grid D7"],
    ["a text", { D7: "八十" }, "score-text D7"],
    ["a mark with its unit", { D7: "80分" }, "score-text D7"],
    ["a state that is none", { D7: "请假" }, "score-text D7"],
    ["two marks in a cell", { D7: "80 90" }, "score-text D7"],
    ["a failed formula", { D7: "#N/A" }, "score-error D7"],
    ["a formula without a value", { D7: "=60+20" }, "score-blank D7"],
    ["a head among the pupils", { D7: "语文" }, "score-header D7"],
    [
      "marks as texts, half and full width",
      { D7: "80.5", E7: "８０", F7: " 缺 考 " },
      "mark-as-text D7",
      "mark-as-text E7",
      "state-word F7",
    ],
    ["0 and every state", { D7: 0, E7: "缺考", F7: "缓考", G7: "免考", H7: "违纪" }, "entry-missing I5"],
    ["an earlier mark above its full mark", { I7: 100.5 }, "score-above-full I7", "entry-missing I5"],
    ["an earlier mark that is none", { I7: "未考" }, "score-text I7", "entry-missing I5"],
    ["no earlier mark", { I7: null }, "entry-missing I5"],
    ["no class", { A7: null }, "class-blank A7"],
    ["a class of 17 characters", { A7: "一二三四五六七八九十一二三四五六七" }, "class-bad A7"],
    ["a class with a star", { A7: "1班*" }, "class-bad A7"],
    ["a class that is an error", { A7: "#REF!" }, "class-bad A7"],
    ["a number given twice", { B8: "20233708117" }, "number-twice B8"],
    ["numbers kept as numbers", { B7: 2.02337081e18, B8: 2.02337082e18 }, "number-cut B7"],
    [
      "a pupil with a name only",
      { C18: "乙" },
      ...["class-blank A18", "score-blank D18", "score-blank E18", "score-blank F18", "score-blank G18", "score-blank H18"],
      ...["entry-missing I5", "row-no-number B18"],
    ],
    ["a line of totals", { A18: "合计", D18: 800 }, "total-row A18"],
    ["a line of means under the names", { A18: "1班", C18: "平均分", D18: 80 }, "total-row C18"],
    ["a head that is another", { D5: "数学" }, "header-changed D5"],
    ["a head that is gone", { A5: " " }, "header-changed A5"],
    ["a head with spaces", { D5: "语　文" }],
    ["a pupil below the room", { A3006: "1班", D3006: 80 }, "below-room A3006"],
    ["a remark beside", { K7: "借读" }, "content-beside K7"],
  ),
  [
    "a class written in two ways",
    { [NINE]: { A7: "1" } },
    ["class-alike 成绩 九年级!A7", "class-small 成绩 九年级!A7", "class-without-teacher 任课表!B5"],
  ],
  ["a grade left out", { [EIGHT]: without(soundExam()[EIGHT]) }, ["grade-empty 成绩 八年级!A6"]],
  ["nothing filled in", { [NINE]: without(soundExam()[NINE]), [EIGHT]: without(soundExam()[EIGHT]) }, ["nothing-filled"]],
  ["a mark of grade 8 on tenths, off its grid", { [EIGHT]: { E7: 30.25 } }, ["score-off-grid 成绩 八年级!E7"]],
  ["half a mark where they are whole", { [EIGHT]: { D7: 60.5 } }, ["score-off-grid 成绩 八年级!D7"]],
  ["a sheet of another school", { [EIGHT]: { A2: "学校：第一中学（S01）　　区划：示例县（370811）" } }, ["other-school 成绩 八年级!A2"]],
  ...inTeaching(
    ["a teacher's name", { C5: "王伟" }, "teacher-name C5"],
    ["a code with a name in it", { C5: "T1王" }, "teacher-name C5"],
    ["a mobile number", { C5: "13812345678" }, "teacher-mobile C5"],
    ["a mobile number as a number", { C5: 13812345678 }, "teacher-mobile C5"],
    ["a code with other signs", { C5: "T#1" }, "teacher-code C5"],
    ["a code of 17 letters", { C5: "ABCDEFGHIJKLMNOPQ" }, "teacher-code C5"],
    ["a code that is a number", { C5: 12 }],
    ["a grade that is none", { A5: "七年级" }, "teaching-grade A5", "class-without-teacher B5"],
    ["no grade", { A5: null }, "teaching-grade A5", "class-without-teacher B5"],
    ["no class", { B5: null }, "teaching-class B5", "class-without-teacher B5"],
    ["a class that no pupil has", { B5: "2班" }, "class-without-teacher B5", "class-without-pupils B5"],
    ["a class twice", { A7: "九年级", B7: "1班", C7: "T8" }, "class-twice B7"],
    ["no code under a subject", { D5: null }, "teacher-blank D5"],
    ["a code under a subject that is not examined", { H5: "T9" }, "teacher-without-paper H5"],
    ["nobody teaches", without(soundExam()[TEACHING])],
    ["a head that is another", { C4: "政治" }, "header-changed C4"],
    ["a line below the room", { A405: "九年级" }, "below-room A405"],
  ),
  ...[
    ["one teacher for everything in two classes", "T1", ["one-teacher 任课表!C5"]],
    ["one teacher for everything but a cell", "T2", []],
  ].map(([name, last, told]): Case => {
    const two = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`A${at + 6}`, "2班"]));
    return [name as string, { [NINE]: two, [TEACHING]: taughtBy(last as string) }, told as string[]];
  }),
  ...inMeta(
    ["a newer format", { B1: "3" }, "newer-format"],
    ["a format that is none", { B1: "二" }, "not-a-template"],
    ["another region's", { B2: "370812" }, "wrong-region"],
    ["a school nobody knows", { B4: "S99" }, "unknown-school"],
    ["a collection nobody knows", { B6: "2024-mid" }, "unknown-collection"],
    ["both unknown", { B4: "S99", B6: "2024-mid" }, "unknown-school", "unknown-collection"],
    ["made before the papers were changed", { B12: "0000000000000000" }, "layout-changed"],
    ["another school's name", { B5: "第一中学" }, "meta-differs 模板信息!B5"],
    ["another period", { B9: "2023-2024-2" }, "meta-differs 模板信息!B9"],
    ["definitions that there never were", { B10: "2031-01" }, "meta-differs 模板信息!B10"],
    ["another product's sheet of that name", { A1: "format" }, "meta-missing"],
  ),
  ["a note of 301 characters", { 校验: { I8: "字".repeat(301) } }, ["note-bad 校验!I8"]],
  ["a note beside a row that asks nothing", { 校验: { I7: "九年级转入两人" } }, ["note-unasked 校验!I7"]],
  ["a telephone number beside a row that asks nothing", { 校验: { I7: "问 13812345678" } }, ["note-personal 校验!I7"]],
  ["a note below the list of checks", { 校验: { I40: "见附件" } }, ["note-unasked 校验!I40"]],
  ["a choice that is another", { 选项: { A7: "无成绩", A8: "1" } }, ["choices-changed 选项!A7"]],
  ["a result typed over", { 一分三率: { J6: 0.99 } }, ["formula-overwritten 一分三率!J6"]],
  ["a full mark on the school's own bulletin changed", { 一分三率: { B6: 90 } }, ["fixed-changed 一分三率!B6"]],
  ["a check typed over", { 校验: { C9: 0 } }, ["formula-overwritten 校验!C9"]],
];

const conditionCases: Case[] = [
  ["nothing", {}, []],
  ...(
    [
      ["a blank", { C8: null }, "amount-blank C8"],
      ["no number of pupils", { C6: null }, "amount-blank C6"],
      ["a stage without pupils", { C6: 0 }, "no-pupils C6"],
      ["half a teacher", { C8: 6.5 }, "not-whole C8"],
      ["three decimals", { C10: 2600.125 }, "too-fine C10"],
      ["a unit in the cell", { C12: "100万" }, "number-text C12"],
      ["an area below 0", { C11: -1 }, "amount-negative C11"],
      ["more than anybody owns", { C12: 1e13 }, "too-large C12"],
      ["a failed formula", { C13: "#DIV/0!" }, "number-error C13"],
      ["万元 for 元", { C12: 100 }, "yuan-as-wan C12"],
      ["a tenth of the standard's equipment", { C12: 124_999.99 }, "equipment-unlikely C12"],
      ["ten times the standard's equipment", { C12: 12_500_000.01 }, "equipment-unlikely C12"],
      ["more teachers than pupils", { C7: 501 }, "amount-unlikely C7", "teachers-above-pupils C7"],
      ["亩 for square metres", { C11: 8.5 }, "amount-unlikely C11"],
      ["rooms with a digit too many", { C13: 130 }, "amount-unlikely C13"],
      ["a label that is another", { A8: "骨干教师" }, "header-changed A8"],
      ["a unit that is another", { B12: "万元" }, "header-changed B12"],
      ["a stage that is another", { C5: "小学" }, "header-changed C5"],
      ["a remark beside", { F8: "待核" }, "content-beside F8"],
      ["full-width digits", { C6: "５００" }],
    ] as [string, Cells[string], ...string[]][]
  ).map(([name, cells, ...list]): Case => [name, { 办学条件: cells }, at("办学条件", ...list)]),
];
const sharedCases: Case[] = [
  ["nothing", {}, []],
  ["one of the four under both stages", { 办学条件: { D10: 1000 } }, ["shared-unclear 办学条件!C10"]],
  ["three of the four", { 办学条件: { C13: null } }, ["shared-unclear 办学条件!C10"]],
  ["none of the four", { 办学条件: { C10: null, C11: null, C12: null, C13: null } }, ["shared-unclear 办学条件!C10"]],
  ["a stage without its teachers", { 办学条件: { D9: null } }, ["amount-blank 办学条件!D9"]],
];
const indicatorCases: Case[] = [
  ["nothing", {}, []],
  ...(
    [
      ["more of them than there are", { E6: 101 }, "part-above-whole E6"],
      ["more than there are at the baseline", { E25: 99 }, "part-above-whole E23"],
      ["one of two numbers", { E7: null }, "input-blank E7"],
      ["an item of a checklist", { E11: null }, "input-blank E11"],
      ["a unit in the cell", { E8: "32个" }, "number-text E8"],
      ["a word that is neither yes nor no", { E9: "部分" }, "flag-bad E9"],
      ["a level that is none", { E27: "优" }, "level-bad E27"],
      ["half a teacher", { E15: 1.5 }, "not-whole E15"],
      ["a tenth of a fen", { E17: 10.001 }, "too-fine E17"],
      ["pupils below 0", { E16: -900 }, "amount-negative E16"],
      ["points with five decimals", { E29: 88.12345 }, "too-fine E29"],
      ["more money than there is", { E18: 1e13 }, "too-large E18"],
      ["a failed formula", { E8: "#VALUE!" }, "number-error E8"],
      ["an indicator left out", { E8: null }, "indicator-blank E8"],
      ["a label that is another", { B8: "社团数" }, "header-changed B8"],
      ["full-width digits and 1 for yes", { E8: "３２", E9: 1 }],
    ] as [string, Cells[string], ...string[]][]
  ).map(([name, cells, ...list]): Case => [name, { 指标填报: cells }, at("指标填报", ...list)]),
  ["a word in a column", { [COLUMNS]: { B8: "四" } }, ["number-text 逐项填报!B8"]],
  ["a number below 0 in a column", { [COLUMNS]: { I7: -1 } }, ["amount-negative 逐项填报!I7"]],
  ["three decimals in a column", { [COLUMNS]: { I7: 90.125 } }, ["too-fine 逐项填报!I7"]],
  ["a room without its classes", { [COLUMNS]: { G8: null } }, ["rows-do-not-match 逐项填报!F7"]],
  ["a column without its other", { [COLUMNS]: { G7: null, G8: null } }, ["input-blank 逐项填报!G7"]],
  ["a head that is another", { [COLUMNS]: { D6: "次数" } }, ["header-changed 逐项填报!D6"]],
  ["a number beside the columns", { [COLUMNS]: { K7: 3 } }, ["content-beside 逐项填报!K7"]],
];

describe.each([
  ["an exam", exam, "S03", soundExam(), examCases],
  ["resources of one stage", conditions, "S03", soundConditions, conditionCases],
  ["resources of stages that share", conditions, "S08", soundShared, sharedCases],
  ["indicators", indicators, "S03", soundIndicators, indicatorCases],
] as [string, Collection, string, Cells, Case[]][])("%s, with", (_, collection, school, sound, cases) => {
  let template: Uint8Array;
  beforeAll(async () => {
    template = await emptyTemplate(collection, school);
  });
  test.each(cases)("%s", (_, changes, wanted) => {
    expect(found(fill(template, changed(sound, changes))).sort()).toEqual([...wanted].sort());
  });
});

const worked: readonly (readonly [name: string, edits: readonly Edit[], told: readonly string[]])[] = [
  ["a date for a mark", [{ sheet: NINE, set: { D7: { date: "2026-01-02" } } }], ["score-date 成绩 九年级!D7"]],
  ["TRUE for a mark", [{ sheet: NINE, set: { D7: true } }], ["score-truth 成绩 九年级!D7"]],
  ["a date for a class", [{ sheet: NINE, set: { A7: { date: "2026-09-01" } } }], ["class-date 成绩 九年级!A7"]],
  ["a date for a teacher", [{ sheet: TEACHING, set: { C5: { date: "2026-09-01" } } }], ["teacher-code 任课表!C5"]],
  ["a row above the list deleted", [{ sheet: NINE, deleteRow: 3 }], ["rows-moved 成绩 九年级!A5"]],
  ["a row above the list inserted", [{ sheet: NINE, insertRow: 1 }], ["rows-moved 成绩 九年级!A5"]],
  ["a column deleted", [{ sheet: NINE, deleteColumn: 8 }], ["header-changed 成绩 九年级!H5", "header-changed 成绩 九年级!I5"]],
  ["merged classes", [{ sheet: NINE, merge: "A6:A7" }], ["merged 成绩 九年级!A6", "class-blank 成绩 九年级!A7"]],
  ["a hidden pupil", [{ sheet: NINE, hideRow: 8 }], ["hidden-rows 成绩 九年级!A8"]],
  ["a renamed sheet", [{ sheet: NINE, rename: "九年级" }], ["sheet-missing 成绩 九年级", "sheet-unread 九年级"]],
  ["no 任课表", [{ sheet: TEACHING, remove: true }], ["teaching-missing 任课表"]],
  ["no 汇总", [{ sheet: "汇总", remove: true }], ["sheet-missing 汇总"]],
  ["no 模板信息", [{ sheet: "模板信息", remove: true }], ["meta-missing"]],
  ["neither 模板信息 nor 校验", ["模板信息", "校验"].map((sheet) => ({ sheet, remove: true })), ["not-a-template"]],
  ["sheets in another order", [{ sheet: NINE, first: true }], []],
  ["a pupil's row deleted", [{ sheet: NINE, deleteRow: 9 }], []],
];

describe.skipIf(withoutOpenpyxl)("an exam that openpyxl worked on, with", () => {
  let files: Uint8Array[];
  beforeAll(async () => {
    const sound = fill(await emptyTemplate(exam, "S03"), changed(soundExam(), {}));
    files = editedEach(
      sound,
      worked.map(([, edits]) => edits),
    );
  }, 600_000);
  test.each(worked.map(([name, , wanted], index) => [name, wanted, index] as const))("%s", (_, wanted, index) => {
    expect(found(files[index] as Uint8Array).sort()).toEqual([...wanted].sort());
  });
});

describe("a template that was sent out", () => {
  const sound = async () => fill(await emptyTemplate(exam, "S03"), changed(soundExam(), {}));

  test("of another school is refused by the school that has only its own", async () => {
    const own = templateCounty.schools.filter(({ school }) => school === "S08");
    expect(told(handIn(await sound(), { ...templateCounty, schools: own }))).toEqual(["wrong-school"]);
  });

  test("before a full mark was raised is read by the new one", async () => {
    const papers = exam.exam?.papers.map((paper) => (paper.subject === "物理" ? { ...paper, full: 110 } : paper)) ?? [];
    const now = { ...exam, exam: { name: "期末", papers } };
    const county = { ...templateCounty, collections: [now, conditions, indicators] };
    const handed = handIn(await sound(), county);
    expect(told(handed)).toContain("layout-changed");
    // Nobody knows which of the two it was.
    const [changed] = handed.findings.filter(({ code }) => code === "layout-changed");
    for (const cause of ["教育局改过这次采集", "“模板信息”表被改过"]) expect(changed?.words.zh).toContain(cause);
    expect(handed.body).not.toBeNull();
  });

  test("before a paper was added has no column for it", async () => {
    const papers = [...(exam.exam?.papers ?? [])];
    const [first] = papers;
    if (first) papers.splice(5, 0, { ...first, subject: "历史" });
    const county = { ...templateCounty, collections: [{ ...exam, exam: { name: "期末", papers } }, conditions, indicators] };
    expect(told(handIn(await sound(), county))).toEqual(
      expect.arrayContaining(["header-changed 成绩 九年级!I5", "header-changed 任课表!H4"]),
    );
  });

  test("and whose 300 blanks are told 200 times, and once how many more", async () => {
    const many: Cells[string] = {};
    for (let row = 18; row < 78; row++) many[`A${row}`] = "1班";
    const handed = handIn(fill(await emptyTemplate(exam, "S03"), changed(soundExam(), { [NINE]: many })));
    const blanks = handed.findings.filter(({ code }) => code === "score-blank");
    expect([blanks.length, blanks.at(-1)?.cell, blanks.at(-1)?.words.zh.slice(0, 13)]).toEqual([201, null, "这张表另有 100 处同样"]);
  });
});
