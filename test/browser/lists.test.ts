/** 填报 from plain lists: a sheet or a file, and the list of an earlier exam matched by pupil number. Rows never leave the browser. */
import { writeXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Submission } from "../../shared/contract.ts";
import type { FakeSheet } from "../addin/fake-excel.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const SUBJECTS = ["语文", "数学", "英语", "物理", "化学"];
const HEAD = ["学号", "班级", "姓名", ...SUBJECTS];
/** Twelve pupils; the number of the third is no longer what it was. */
const pupils = (mark: (at: number) => number) =>
  Array.from({ length: 12 }, (_, at) => [`20240${at + 10}`, "1", `学生${at}`, 95 - at, mark(at), 72 + at, 45 + at, 58 - at]);
const rows = pupils((at) => 60 + at);
const earlierRows = rows.map(([number], at) => [at === 2 ? "2023999" : Number(number), `学生${at}`, 50 + at]);
const open = (page: Page) => page.locator("#pane .q-source").evaluate((source: HTMLDetailsElement) => source.setAttribute("open", ""));
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
const choose = async (page: Page, button: string, name: string, bytes: Uint8Array) => {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await asked).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
};
const pairsOf = async () => {
  const { body } = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  return { text: JSON.stringify(body), pairs: body?.slices.find((slice) => slice.subject === "数学" && slice.class === null)?.pairs };
};
/** The sums over those in both lists, by hand: half marks, without the third pupil. */
const sums = () => {
  const both = rows.map((_, at) => [2 * (50 + at), 2 * (60 + at)] as const).filter((_, at) => at !== 2);
  const sum = (of: (pair: readonly [number, number]) => number) => both.reduce((total, pair) => total + of(pair), 0);
  return {
    ...{ grid: { before: 2, after: 2 }, matched: 11, unmatched: 1, before: sum(([a]) => a), after: sum(([, b]) => b) },
    ...{ before2: sum(([a]) => a * a), after2: sum(([, b]) => b * b), product: sum(([a, b]) => a * b) },
  };
};

test("the earlier marks come from another sheet of the workbook, by pupil number", async () => {
  const sheets: FakeSheet[] = [
    { name: "九年级", cells: [HEAD, ...rows] },
    { name: "七年级入学", cells: [["学号", "姓名", "数学"], ...earlierRows] },
    { name: "底稿", cells: [["藏"]], visibility: "Hidden" },
  ];
  const page = await excel.open(sheets);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await excel.connect(page);
  await tab(page, "填报");
  await open(page);
  const list = page.getByLabel("在哪里");
  await expect.poll(() => list.locator("option").allTextContents()).toEqual(["不另用一张表", "七年级入学"]);
  await list.selectOption("七年级入学");
  await page.getByText("与“七年级入学”匹配：匹配上 11 人；这次有、前测没有 1 人；前测有、这次没有 1 人。").waitFor();
  // The column of entry marks is not asked for: the list supplies them.
  expect(await page.locator(".q-mapping .q-field", { hasText: "入学数学" }).allInnerTexts()).toEqual([
    expect.stringMatching(/取自“七年级入学”/),
  ]);
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);

  // A number written twice there is a finding there, and a click goes to it.
  await page.evaluate(() => {
    const sheet = fakeBook.sheets[1];
    if (sheet?.cells[2]) sheet.cells[2][0] = 2024010;
    fakeBook.change();
  });
  await page.getByRole("button", { name: /A2:A3.*七年级入学.*学号重复/ }).click();
  expect(await page.evaluate(() => [fakeBook.active, fakeBook.selected])).toEqual([1, ["A2:A3"]]);
  await page.evaluate(() => {
    fakeBook.active = 0;
    const sheet = fakeBook.sheets[1];
    if (sheet?.cells[2]) sheet.cells[2][0] = 2024011;
    fakeBook.change();
  });
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByText("已收到，第 1 版").waitFor();
  const { text, pairs } = await pairsOf();
  expect(pairs).toEqual(sums());
  for (const body of [...sent, text]) expect(body).not.toMatch(/20240\d\d|学生\d/);
  await page.context().close();
});

test("both lists are files: an .xlsx of several sheets and a .csv in GB18030", async () => {
  const workbook = await writeXlsx({
    sheets: [
      { name: "封面", rows: [["成绩册"]] },
      {
        name: "九年级",
        rows: [["期末成绩"], HEAD, ...rows.map((row, at) => (at === 4 ? [...row.slice(0, 4), "8O", ...row.slice(5)] : row))],
      },
    ],
  });
  const good = await writeXlsx({
    sheets: [
      { name: "九年级", rows: [["期末成绩"], HEAD, ...rows] },
      { name: "2班", rows: [HEAD, ...rows.slice(0, 2)] },
      { name: "备注", rows: [["随手记的"]] },
    ],
  });
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }]);
  await excel.connect(page);
  await tab(page, "填报");
  await open(page);
  await choose(page, "选择文件…", "期末.xlsx", workbook);
  // The cover comes first in the file, the list is what is read.
  await expect.poll(() => page.getByLabel(/^工作表/).inputValue()).toBe("九年级");
  await page.getByText(/期末\.xlsx · 九年级!A2:H14/).waitFor();
  // Of a file nothing can be selected here: the finding says its cell, and is no button.
  const finding = page.locator(".q-finding", { hasText: "E7" });
  await finding.getByText(/“8O”不是分数/).waitFor();
  expect(await finding.getByRole("button").count()).toBe(0);
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);

  await choose(page, "选择文件…", "期末.xlsx", good);
  await page.getByText("没有读“2班”：有 2 名学生已在读的表里，看来是同一批学生。").waitFor();
  await choose(page, "从文件选择…", "入学.csv", gb18030(["学号,姓名,数学", ...earlierRows.map((row) => row.join(","))].join("\r\n")));
  await page.getByText(/与“入学\.csv”匹配：匹配上 11 人/).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.getByRole("button", { name: /^更正|^提交$/ }).click();
  await page
    .getByText(/已收到，第 \d 版/)
    .first()
    .waitFor();
  expect((await pairsOf()).pairs).toEqual(sums());
  await page.context().close();
});

test("sheets of a file with the same headers are read as one list, each a class, and a finding names its sheet", async () => {
  const head = HEAD.filter((name) => name !== "班级");
  const of = (name: string, from: number, bad: string | number = 60) => ({
    name,
    rows: [
      ["九年级期末"],
      head,
      ...rows.map((row, at) => [`2024${from + at}`, `生${from + at}`, 95 - at, at === 3 ? bad : 60 + at, ...row.slice(5)]),
    ],
  });
  const other = { name: "九3班", rows: [HEAD.slice(0, 6), ...rows.map((row) => row.slice(0, 6))] };
  const page = await excel.open([{ name: "Sheet1", cells: [["随手记的"]] }]);
  await excel.connect(page);
  await tab(page, "填报");
  await choose(page, "选择文件…", "分班.xlsx", await writeXlsx({ sheets: [of("九1班", 3000), of("九2班", 4000, "8O"), other] }));
  await page.getByText(/九1班等 2 张工作表/).waitFor();
  await page.getByText(/^没有读“九3班”：表头不一样/).waitFor();
  await page
    .locator(".q-finding", { hasText: "D6" })
    .getByText(/九2班.*“8O”不是分数/)
    .waitFor();
  expect(await page.getByLabel("班级").locator("option:checked").innerText()).toBe("工作表的名字");
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  // Left out by its tick, a sheet is neither counted nor checked.
  await page.getByRole("checkbox", { name: "九2班" }).uncheck();
  await page.getByText(/分班\.xlsx · 九1班!A2:G14/).waitFor();
  await expect.poll(() => page.locator(".q-finding").count()).toBe(0);

  await choose(page, "选择文件…", "分班2.xlsx", await writeXlsx({ sheets: [of("九1班", 3000), of("九2班", 4000)] }));
  await page.getByText(/24 名学生/).waitFor();
  await page.getByRole("button", { name: /^更正/ }).click();
  // Twice the pupils that stand: other pupils may have got in, so it is asked first.
  await page.locator(".q-warn", { hasText: "▲" }).first().waitFor();
  await page
    .getByRole("alertdialog")
    .getByText(/多出 50 % 以上/)
    .waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.getByRole("button", { name: /^确定更正/ }).click();
  await page
    .getByText(/已收到，第 \d 版/)
    .first()
    .waitFor();
  const { body } = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  const sat = body?.slices.flatMap(({ subject, class: name, scores }) => (subject === "语文" && scores ? [[name, scores.states.sat]] : []));
  expect(sat).toEqual([
    [null, 24],
    ["九1班", 12],
    ["九2班", 12],
  ]);

  // Another file is another matter: no receipt and no word of what was sent stands above it.
  const untold = [["九年级期末成绩"], head.slice(1), ...rows.map((row, at) => [`丁${at}`, ...row.slice(3)])];
  expect(await page.locator(".q-receipt").count()).toBe(1);
  await choose(page, "选择文件…", "全年级.xlsx", await writeXlsx({ sheets: [{ name: "Sheet1", rows: untold }] }));
  await page.getByText("没有班级列：只有年级的数").waitFor();
  expect(await page.locator(".q-receipt").count()).toBe(0);
  expect(await page.getByText(/已收到，第 \d 版/).count()).toBe(0);
  await page.getByText("现在读的是文件“全年级.xlsx”。").waitFor();
  const titled = [["九年级3班成绩表"], ...untold.slice(1)];
  await choose(page, "选择文件…", "三班.xlsx", await writeXlsx({ sheets: [{ name: "Sheet1", rows: titled }] }));
  await page.getByText("没有班级列，班级取自“九年级3班成绩表”：都算 3班。").waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);

  // Rows that are no pupils need not be deleted: left out with one press, which goes with the figures as a note.
  const summed = [...rows, [null, null, "平均分", 80, 60, 70, 60, 50], [null, null, "及格率", 1, 1, 1, 1, 0]];
  await choose(page, "选择文件…", "有合计.xlsx", await writeXlsx({ sheets: [{ name: "Sheet1", rows: [HEAD, ...summed] }] }));
  await page.getByRole("button", { name: "这 2 行不是学生，不读" }).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.getByRole("button", { name: "这 2 行不是学生，不读" }).click();
  await page.getByText("2 行不是学生，没有读：B14:B15。").waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.getByRole("button", { name: /^更正/ }).click();
  await page.getByRole("button", { name: /^确定更正/ }).click();
  await page
    .getByText(/已收到，第 \d 版/)
    .first()
    .waitFor();
  const noted = await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau);
  expect(noted.body?.notes).toEqual([
    { code: "rows-left-out", sheet: "九年级", cell: null, text: "名单里有 2 行不是学生，没有读：B14:B15。" },
  ]);

  await choose(page, "选择文件…", "坏.xlsx", (await writeXlsx({ sheets: [other] })).slice(0, 900));
  await page.locator("#pane .q-warn", { hasText: "坏.xlsx：" }).waitFor();
  // What was read before is gone with it: nothing else can be sent in its place.
  await expect.poll(() => page.getByRole("button", { name: /^更正|^提交$/ }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "读取本表" }).click();
  await page.getByText("已读取 Sheet1!A1").waitFor();
  await page.context().close();
});

test("of an open workbook the sheet that is shown is read; sheets with marks of other pupils are named", async () => {
  const others = rows.map(([, ...row], at) => [`20241${at + 10}`, ...row]);
  const page = await excel.open([
    { name: "九1班", cells: [HEAD, ...rows] },
    { name: "期中", cells: [HEAD, ...rows] },
    { name: "九2班", cells: [["九年级期末"], HEAD, ...others] },
    { name: "说明", cells: [["填表说明"], ["请按实际填写"]] },
  ]);
  await excel.connect(page);
  await tab(page, "填报");
  await page.getByText(/还有别的学生的成绩表没有读：九2班。/).waitFor();
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await page.evaluate(() => {
    fakeBook.active = 2;
    fakeBook.change();
  });
  await page.getByText(/还有别的学生的成绩表没有读：九1班/).waitFor();
  await page.context().close();
});

/** The bytes of a text in GB18030: Node decodes it, so it is encoded by looking up what decodes to each sign. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const known = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) known.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...text].flatMap((sign) => (sign < "\u0080" ? [sign.charCodeAt(0)] : (known.get(sign) as number[]))));
}
