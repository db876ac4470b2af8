/** Marks that are kept as texts: the reader takes them, but the formulas of the file do not. One query a column says so, and what to do. */
import type { Paper } from "../../contract.ts";
import type { Value } from "../../handin/book.ts";
import { readScore } from "../../scores.ts";
import { addressOf, columnLetters, rangesShown } from "../../tabulate/address.ts";
import type { ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";

/** The papers with such marks, be they the paper's own or the earlier ones. */
export function checkTexts(rows: readonly (readonly Value[])[], place: ScorePlace, findings: Findings): Paper[] {
  return place.marks.flatMap(({ paper, column, before }) => {
    const found = [column, ...(before ? [before.column] : [])].map((at) => checkColumn(rows, place, at, findings));
    return found.some(Boolean) ? [paper] : [];
  });
}

function checkColumn(
  rows: readonly (readonly Value[])[],
  { sheet, first, headers }: ScorePlace,
  column: number,
  findings: Findings,
): boolean {
  const texts = rows.flatMap((cells, row) => {
    const cell = cells[column];
    return row >= first && typeof cell === "string" && typeof readScore(cell) === "number" ? [row] : [];
  });
  if (texts.length === 0) return false;
  const [name, letter, where] = [headers[column] ?? "", columnLetters(column), rangesShown(texts, column)];
  findings.query("mark-as-text", sheet, addressOf(texts[0] as number, column), {
    zh: `${name}有 ${texts.length} 格是文本格式的数（${where}）：系统照数读取，但表里的公式不认文本，“一分三率”“汇总”上这一科会不同，以系统的为准。要改好：选中 ${letter} 列，用“数据—分列”点“完成”，再保存。`,
    en: `${texts.length} marks under ${name} are kept as texts (${where}): the system reads them, but the file's own formulas do not, so 一分三率 and 汇总 differ for this subject; the system's numbers count. To mend it: select column ${letter}, Data, Text to Columns, Finish, and save.`,
  });
  return true;
}
