/** Tables put into an open workbook: the file that Excel takes in, its page, its formats; and formulas that follow. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { insertLive, liveRollup, liveSchools } from "../../addin/bulletins/live.ts";
import { insertTables } from "../../addin/bulletins/sheets.ts";
import type { Workbook } from "../../addin/host.ts";
import { excelWorkbook } from "../../addin/workbook.ts";
import type { Collection, Paper, School } from "../../shared/contract.ts";
import type { Table } from "../../shared/handin/table.ts";
import type { TemplateSheet } from "../../shared/template/sheet.ts";
import { installExcel } from "./fake-excel.ts";

const words = (text: string) => ({ zh: text, en: text });
const table: Table = {
  title: { zh: "九年级 数学 一分三率", en: "Grade 9 maths" },
  note: words("满分 120"),
  columns: [
    { name: words("学校"), format: "text" },
    { name: words("实考"), format: "count" },
    { name: words("平均分"), format: "mark" },
    { name: words("及格率"), format: "rate" },
  ],
  rows: [
    ["=1+1", 47, 83.404, 38 / 47],
    ["第二中学", 50, null, 0],
  ],
};

/** The parts of the file that Excel was handed. */
const fileIn = (base64: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(Uint8Array.from(Buffer.from(base64, "base64")))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );

describe("tables as new sheets", () => {
  test("go into the open workbook as one file: A4 across, heads repeated, borders, formats, who made and checked it", async () => {
    const book = installExcel({ sheets: [{ name: "成绩", cells: [["姓名"]] }], incoming: ["九年级 数学 一分三率"] });
    const done = await insertTables(excelWorkbook(), [table], "2026-11-28", "zh");
    expect(done).toEqual({ where: "here", names: ["九年级 数学 一分三率"] });
    const parts = fileIn(book.inserted[0] as string);
    const sheet = parts["xl/worksheets/sheet1.xml"] as string;
    expect(sheet).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
    );
    expect(sheet).toMatch(/制表人：[\s\S]*审核人：/);
    expect(parts["xl/workbook.xml"]).toMatch(/_xlnm\.Print_Titles[^>]*>'九年级 数学 一分三率'!\$3:\$3</);
    expect(parts["xl/styles.xml"]).toMatch(/formatCode="0\.00%"/);
    expect(parts["xl/styles.xml"]).toMatch(/<left style="thin"/);
    // What begins like a formula is a text.
    expect(sheet).not.toContain("<f>");
    expect(book.sheets[book.active]?.name).toBe("九年级 数学 一分三率");
  });

  test("show the whole of a long note in a grid that makes its own sheets: its row is as high as its lines", async () => {
    const note = { zh: "全部是推演，不是真实数据。\n方案一：第一中学提高 20 人。\n方案二：第二中学提高 30 人。", en: "supposed" };
    const given: TemplateSheet[] = [];
    const grid: Pick<Workbook, "sheetNames" | "openTemplate"> = {
      sheetNames: async () => [],
      openTemplate: async ({ sheets }) => {
        given.push(...sheets);
        return "here";
      },
    };
    await insertTables(grid as Workbook, [{ ...table, note }], "2026-11-28", "zh");
    // Three lines of 11 points with what lies between them.
    expect(new Map(given[0]?.heights).get(1)).toBeGreaterThanOrEqual(3 * 15);
  });

  test("never take a name that is there: a second one is numbered", async () => {
    const book = installExcel({ sheets: [{ name: "九年级 数学 一分三率", cells: [] }], incoming: ["九年级 数学 一分三率 2"] });
    const { where, names } = await insertTables(excelWorkbook(), [table], "2026-11-28", "zh");
    expect([where, names]).toEqual(["here", ["九年级 数学 一分三率 2"]]);
    expect(fileIn(book.inserted[0] as string)["xl/workbook.xml"]).toContain('name="九年级 数学 一分三率 2"');
  });

  test("an Excel that cannot take sheets in opens them as a workbook of their own", async () => {
    const book = installExcel({ sheets: [{ name: "成绩", cells: [] }], api: 12 });
    expect((await insertTables(excelWorkbook(), [table], "2026-11-28", "en")).where).toBe("new");
    expect([book.inserted.length, book.opened.length]).toEqual([0, 1]);
  });
});

test("formulas that follow are of the paper that was chosen, a row for each school that is asked and the county last, each with its format", async () => {
  const paper = { stage: "junior", grade: 9, subject: "语文", full: 120 } as Paper;
  const collection = { collection: "2025-final", name: "期末", required: ["S02", "S01", "S09"], exam: { papers: [paper] } } as Collection;
  const school = (code: string, stage: "junior" | "primary") => ({ school: code, name: `学校${code}`, stages: [stage] }) as School;
  const county = { region: "370811", schools: [school("S02", "junior"), school("S01", "junior"), school("S09", "primary")] };
  const table = liveSchools(county, collection, paper, "zh");
  expect(table.cells[0]?.[0]).toBe("九年级 语文 各校一分三率（公式） 期末");
  expect(table.cells[2]).toEqual(["学校代码", "学校", "平均分", "及格率", "优秀率", "低分率"]);
  expect(table.cells.slice(3).map(([code, name]) => [code, name])).toEqual([
    ["S01", "学校S01"],
    ["S02", "学校S02"],
    ["370811", "全县"],
  ]);
  expect(table.cells[3]?.slice(2)).toEqual(
    ["mean", "pass", "excellent", "low"].map((id) => `=QUALITY.ACTUAL("exam.${id}","S01","2025-final","九年级 语文")`),
  );
  const book = installExcel({ sheets: [{ name: "成绩", cells: [["姓名"]] }] });
  await insertLive(excelWorkbook(), table);
  const sheet = book.sheets[book.active];
  expect(["C", "D"].map((column) => sheet?.formats?.[`${column}4`])).toEqual(["0.00", "0.00%"]);
  expect(liveRollup(county, collection, "en").cells[3]).toEqual(['=QUALITY.ROLLUP("370811","2025-final",,"en")']);
});
