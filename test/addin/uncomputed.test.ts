/** A formula that no program has computed is told as what it is, by its cell: it is no blank. In files that openpyxl and hucre write. */
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { listsOf } from "../../addin/files/lists.ts";
import { readFile } from "../../addin/files/read.ts";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";
import { withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";

const paper = (subject: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学")];

function told(bytes: Uint8Array) {
  const [list] = listsOf(readFile(bytes, undefined, "九年级.xlsx"), "九年级");
  if (!list) throw new Error("no list");
  const { findings, slices } = withQuestions(
    tabulate(list, guessColumns(list.cells, papers), { name: "期末", papers }, { school: "S01", name: "一中" }),
  );
  return { slices, findings: findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`), words: findings[0]?.words.zh };
}

describe("a formula without a value", () => {
  test.skipIf(withoutOpenpyxl)("is told at its cell, as mark and as class, and what to do; a blank stays a blank", () => {
    const { findings, words, slices } = told(
      writtenBy(`
ws = book.active
ws.append(['班级', '姓名', '语文', '数学'])
for at in range(12): ws.append(['1班', f'学生{at}', 80 - at, 90 - at])
ws['D3'] = '=C3+1'
ws['A5'] = '="1"&"班"'
ws['D7'] = None`),
    );
    expect(findings).toEqual(["error not-computed D3", "error not-computed A5", "error score-blank D7"]);
    expect(words).toBe("这格的公式没有算过，不知道是多少：请用 Excel 或 WPS 打开这个文件，保存一次再选。");
    expect(slices).toEqual([]);
  });

  test.skipIf(withoutOpenpyxl)("makes of a whole column of names or numbers nobody twice", () => {
    const { findings } = told(
      writtenBy(`
ws = book.active
ws.append(['班级', '姓名', '学号', '语文', '数学'])
for at in range(12): ws.append(['1班', '="学生"&ROW()', '="00"&ROW()', 80 - at, 90 - at])`),
    );
    expect(findings).toEqual([]);
  });

  test("is not one whose computed text is empty: that is a blank", async () => {
    const rows = Array.from({ length: 12 }, (_, at) => ["1班", `学生${at}`, 80 - at, 90 - at]);
    const cells = new Map(
      [["班级", "姓名", "语文", "数学"], ...rows].flatMap((row, at) =>
        row.map((value, column) => [`${at},${column}`, { value }] as [string, object]),
      ),
    );
    cells.set("2,3", { formula: 'IF(C3="","",1)', formulaResult: "" });
    cells.set("3,3", { formula: "C4+1", formulaResult: 81 });
    expect(told(await writeXlsx({ sheets: [{ name: "九年级", cells }] })).findings).toEqual(["error score-blank D3"]);
  });
});
