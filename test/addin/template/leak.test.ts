/** Queries travel with a submission: none of their words repeats a pupil's name, number or mark, whatever stands in the cells. */
import { expect, test } from "vitest";
import { readFile } from "../../../addin/files/read.ts";
import { placeKey, type ReadBook, type Value } from "../../../shared/handin/book.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { readTemplate } from "../../../shared/template/read.ts";
import { emptyTemplate, exam, templateCounty } from "../../tools/templates.ts";

const NINE = "成绩 九年级";
/** The first row of pupils, counted from zero: 班级, 学号, 姓名, then the marks. */
const FIRST = 5;

/** The template with pupils, all their cells formulas if so asked, as rows of another list that were linked. */
async function filled(pupils: readonly (readonly Value[])[], formulas: boolean): Promise<ReadBook> {
  const book = readFile(await emptyTemplate(exam, "S03"));
  const sheets = book.sheets.map((sheet) => {
    // 任课表 is begun, so that classes are asked about too.
    if (sheet.name === "任课表") return { ...sheet, rows: [...sheet.rows.slice(0, 4), ["九年级", "9班", "T01"]] };
    if (sheet.name !== NINE) return sheet;
    const rows = [...sheet.rows];
    const keys = new Map<number, unknown>(sheet.formulas);
    for (const [at, pupil] of pupils.entries()) {
      rows[FIRST + at] = pupil;
      if (formulas) for (const column of pupil.keys()) keys.set(placeKey(FIRST + at, column), "另表!A1");
    }
    return { ...sheet, rows: Array.from(rows, (row) => row ?? []), formulas: keys };
  });
  return { ...book, sheets };
}

const marks = [77, 77, 77, 77, 77, 77];
const pupil = (at: number, own: string) => [own, `20233708110099${String(at).padStart(2, "0")}`, `金丝雀${at}`, ...marks];

test("pupils whose cells are formulas", async () => {
  const book = await filled(
    Array.from({ length: 12 }, (_, at) => pupil(at, "1班")),
    true,
  );
  const { body, findings } = readTemplate(book, templateCounty, shipped);
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  expect(findings.filter(({ code }) => code === "formula-in-input").length).toBeGreaterThan(12);
  expect(JSON.stringify([body, findings])).not.toMatch(/金丝雀|2023370811|“77”/);
});

test("names pasted into the column of the classes", async () => {
  const book = await filled(
    Array.from({ length: 12 }, (_, at) => pupil(at, `金丝雀${at}`)),
    false,
  );
  const { body, findings } = readTemplate(book, templateCounty, shipped);
  expect(findings.filter(({ level }) => level === "error").map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
    ["class-each", NINE, "A5"],
  ]);
  expect(body).toBeNull();
  expect(JSON.stringify(findings)).not.toContain("金丝雀");
});

test("a few names among the classes, alike or too many of one", async () => {
  const own = (at: number) => (at < 70 ? "金丝雀" : at < 75 ? "金丝雀班" : "1班");
  const book = await filled(
    Array.from({ length: 90 }, (_, at) => pupil(at, own(at)).map((value, column) => (column === 2 ? null : value))),
    false,
  );
  const { findings } = readTemplate(book, templateCounty, shipped);
  const asked = findings.filter(({ code }) => ["class-alike", "class-large"].includes(code));
  expect(asked.map(({ code, cell }) => [code, cell])).toEqual([
    ["class-alike", "A76"],
    ["class-large", "A6"],
  ]);
  expect(asked[0]?.words.zh).toContain("A6:A75（70）；A76:A80（5）");
  expect(JSON.stringify(asked)).not.toContain("金丝雀");
});
