/** A template's sheet handed in as a plain list: told at its cell, whoever's it is; as an earlier list only the same school's is taken. */
import { expect, test } from "vitest";
import { listsOf } from "../../../addin/files/lists.ts";
import { readWorkbook } from "../../../addin/files/read.ts";
import { withQuestions } from "../../../shared/tabulate/questions.ts";
import { type Earlier, guessColumns, guessEarlier, papersOf, tabulate } from "../../../shared/tabulate.ts";
import { isTemplateSheet, tornFrom, withoutForeign } from "../../../shared/template/torn.ts";
import { demoOverview } from "../../tools/demo-templates.ts";
import { fill } from "../../tools/fill.ts";
import { demoTemplate } from "../../tools/template-file.ts";

const SCORES = "成绩 九年级";
const exam = demoOverview.collections[0]?.exam as NonNullable<(typeof demoOverview.collections)[number]["exam"]>;
const papers = papersOf(exam, { stage: "junior", grade: 9 });
const [own, other] = [
  { region: "370811", school: "S03" },
  { region: "370811", school: "S01" },
];

/** Twelve pupils in the template of S03, its score sheet as a list. */
async function scores() {
  const rows = Array.from({ length: 12 }, (_, at) => ["1", `2024${at + 10}`, `学生${at}`, 60 + at, 70, 80, 50, 40, 90]);
  const cells = rows.flatMap((row, at) => row.map((value, column) => [`${"ABCDEFGHI"[column]}${at + 6}`, value] as const));
  const book = readWorkbook(fill(await demoTemplate("exam", "S03"), { [SCORES]: Object.fromEntries(cells) }));
  return listsOf(book, "").find(({ name }) => name === SCORES) as ReturnType<typeof listsOf>[number];
}

test("another school gets no figures of it, and the cell that says whose it is is named", async () => {
  const sheet = await scores();
  const read = withQuestions(tabulate(sheet, guessColumns(sheet.cells, papers), exam, { school: "S01", name: "第一中学" }));
  expect(read.slices.length).toBeGreaterThan(0);
  const kept = withoutForeign(read, sheet, null, other);
  expect(kept.slices).toEqual([]);
  expect(kept.findings[0]).toMatchObject({ level: "error", code: "template-sheet", cell: "A2" });
  expect(withoutForeign(read, sheet, null, { ...own, region: "370812" }).slices).toEqual([]);
  expect(withoutForeign(read, sheet, null, own)).toBe(read);
});

test("not even the own school's is sent as a list, under any name, with rows above it or brackets made narrow", async () => {
  const sheet = await scores();
  expect(tornFrom(sheet)).toMatchObject({ code: "template-sheet", cell: "A2" });
  expect(tornFrom({ ...sheet, cells: [["某校"], [], ...sheet.cells] })?.cell).toBe("A4");
  const narrow = sheet.cells.map((row) => row.map((cell) => (typeof cell === "string" ? cell.normalize("NFKC") : cell)));
  expect(tornFrom({ ...sheet, cells: narrow })?.cell).toBe("A2");
  expect(tornFrom({ top: 0, left: 0, cells: [["学校：第三中学"], ["班级", "数学"], [1, 80]] })).toBeNull();
  expect([SCORES, "汇总", "九年级"].map(isTemplateSheet)).toEqual([true, true, false]);
});

test("an earlier list may be the same school's template, and no other's", async () => {
  const sheet = await scores();
  const list = {
    top: 0,
    left: 0,
    cells: [
      ["班级", "学号", "数学"],
      ["1", "202410", 80],
    ],
  };
  const earlier: Earlier = { name: "入学.xlsx", sheet, mapping: guessEarlier(sheet.cells, papers) };
  const read = withQuestions(tabulate(list, guessColumns(list.cells, papers), exam, { school: "S03", name: "第三中学" }, null));
  expect(withoutForeign(read, list, earlier, own)).toBe(read);
  expect(withoutForeign(read, list, earlier, other)).toMatchObject({
    slices: [],
    findings: [{ code: "earlier-foreign", cell: "A2", list: "入学.xlsx" }],
  });
});
