/** Is a sheet still built as it was made: heads and labels in their cells, nothing below the room or beside the columns, inputs plain cells. */
import type { School } from "../../contract.ts";
import {
  isError,
  LAST_COLUMN,
  placeKey,
  type Range,
  type ReadBook,
  type ReadSheet,
  sheetNamed,
  textIn,
  valueAt,
} from "../../handin/book.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { TemplateSheet } from "../sheet.ts";
import { ownerIn } from "../words.ts";
import { isBlank, plainIn, quotedIn } from "./cells.ts";
import type { Findings } from "./findings.ts";

/** A text that must stand in its cell. */
export interface Framed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The heads of a template's sheet from a row on, its labels, and the texts of some columns; of what stands in several lines only the first. */
export function frameOf({ cells }: TemplateSheet, from: number, columns: readonly number[]): Framed[] {
  return cells.flatMap(({ row, column, look, value }) => {
    const framed = look === "head" || look === "label" || (columns.includes(column) && (look === "text" || look === "cell"));
    return framed && row >= from && typeof value === "string" && value !== "" ? [{ row, column, text: firstLine(value) }] : [];
  });
}

function firstLine(text: string): string {
  return text.split(/\r?\n/)[0] ?? "";
}

/** A sheet's second line names its school; one that was copied over from another school's file names another. */
export function checkOwner(
  book: ReadBook,
  { name, cells }: TemplateSheet,
  { school, name: own }: Pick<School, "school" | "name">,
  findings: Findings,
): void {
  const sheet = sheetNamed(book, name);
  const line = sheet ? textIn(valueAt(sheet, 1, 0)) : "";
  if (!sheet) return;
  // Whose it is stands first; the region behind it may be gone.
  const [, owner, code] = /^学校[：:](.{0,100}?)[（(]([0-9A-Za-z-]{1,32})[）)]/.exec(line.trim()) ?? [];
  const named = ownerIn(line.trim()) ?? (code === undefined ? undefined : { school: owner, schoolCode: code });
  const lined = cells.some(({ row, column, value }) => row === 1 && column === 0 && typeof value === "string" && ownerIn(value));
  // A line that has moved with the rows above it is told by its heads.
  const moved = sheet.rows.slice(0, NEAR).some((row) => ownerIn(textIn(row[0] ?? null).trim()));
  if (!named && lined && !moved)
    findings.query("owner-gone", sheet.name, "A2", {
      zh: `A2 应写着这张表是哪所学校的，现在${line.trim() === "" ? "是空白" : "看不出来"}：请核对这张表是不是本校的。`,
      en: `A2 should say whose sheet this is and ${line.trim() === "" ? "is blank" : "does not"}: see that the sheet is your own school's.`,
    });
  if (named && named.schoolCode !== school)
    findings.error("other-school", sheet.name, "A2", {
      zh: `这张表是${named.school}（${named.schoolCode}）的，文件是${own}（${school}）的：看来是从别校的文件复制来的，请换成本校的表。`,
      en: `this sheet is of ${named.school} (${named.schoolCode}), the file of ${own} (${school}): it seems copied from another school's file; put your own in its place.`,
    });
}

/** A sheet of the template that was copied inside the file, 成绩 九年级 (2): what stands there would be lost without a word. */
export function checkCopies(book: ReadBook, names: readonly string[], findings: Findings): void {
  for (const { name, state, rows } of book.sheets) {
    const of = names.find((own) => copyOf(own, name));
    if (of === undefined || state !== "visible" || !rows.some((row) => row.some((value) => !isBlank(value)))) continue;
    findings.error("sheet-copied", name, null, {
      zh: `“${name}”是“${of}”的副本，里面的内容不会计入：要报的请并到“${of}”里，再删掉这张表。`,
      en: `“${name}” is a copy of “${of}”, and nothing on it would count: move what belongs in into “${of}”, then delete the copy.`,
    });
  }
}

/** As spreadsheet programs call the copy of a sheet. */
function copyOf(own: string, name: string): boolean {
  return name !== own && name.startsWith(own) && /^\s*[(（]\d+[)）]$/.test(name.slice(own.length));
}

/** Sheets that are none of the template's: nothing on them is read, which a school that wrote its figures there would not know. */
export function checkOthers(book: ReadBook, names: readonly string[], findings: Findings): void {
  const others = book.sheets.filter(
    ({ name, state, rows }) =>
      state === "visible" &&
      !names.some((own) => name === own || copyOf(own, name)) &&
      rows.some((row) => row.some((value) => !isBlank(value))),
  );
  const [first] = others;
  if (!first) return;
  const listed = others.slice(0, LISTED).map(({ name }) => `“${name}”`);
  findings.query("sheet-unread", first.name.length > LONGEST_NAME ? null : first.name, null, {
    zh: `有 ${others.length} 张表不是模板里的，不读取：${listed.join("、")}${others.length > LISTED ? "……" : ""}。要报的请填到模板的表里，不报的可以删掉。`,
    en: `${others.length} sheets are none of the template's and are not read: ${listed.join(", ")}${others.length > LISTED ? " …" : ""}. What is to be sent belongs on the template's sheets; delete the rest if you like.`,
  });
}

/** So many names are listed, and so long is a sheet's name in Excel. */
const [LISTED, LONGEST_NAME] = [10, 31];

/** How far a head is looked for where it does not stand in its row. */
const NEAR = 40;

/** Tells whether every text stands where it must; if not, which are changed, or by how much rows have moved. */
export function frameFits(sheet: ReadSheet, frame: readonly Framed[], findings: Findings): boolean {
  const at = (row: number, column: number) => plainIn(firstLine(textIn(valueAt(sheet, row, column))));
  const wrong = frame.filter(({ row, column, text }) => at(row, column) !== plainIn(text));
  for (const { row, column, text } of wrong) {
    const near = Array.from({ length: NEAR }, (_, by) => [row + by + 1, row - by - 1]).flat();
    const moved = near.find((other) => other >= 0 && at(other, column) === plainIn(text));
    const cell = addressOf(row, column);
    if (moved !== undefined) {
      const now = addressOf(moved, column);
      findings.error("rows-moved", sheet.name, cell, {
        zh: `“${text}”应在 ${cell}，现在在 ${now}：上面删了或插了行。请撤销，或把内容“选择性粘贴—数值”到新模板里。`,
        en: `“${text}” belongs in ${cell} and stands in ${now}: a row above was deleted or inserted. Undo that, or paste the values into a new template.`,
      });
      return false;
    }
    const found = valueAt(sheet, row, column);
    findings.error("header-changed", sheet.name, cell, {
      zh: `${cell} 应是“${text}”，现在是${isBlank(found) ? "空白" : quotedIn(found)}：请改回来；列换了位置的，把内容按原来的列贴到新模板里。`,
      en: `${cell} should say “${text}” and ${isBlank(found) ? "is blank" : `says ${quotedIn(found)}`}: put it back; where columns changed places, paste each into its own column of a new template.`,
    });
  }
  return wrong.length === 0;
}

/**
 * Of a box of inputs: merged cells, formulas with the value they had, and hidden rows that hold something. In columns that must be filled in
 * a formula without a value is told where the value is read, and not twice.
 */
export function checkInputs(sheet: ReadSheet, box: Range, findings: Findings, must: readonly number[] = []): void {
  for (const merge of sheet.merges) {
    if (merge.top > box.bottom || merge.bottom < box.top || merge.left > box.right || merge.right < box.left) continue;
    const range = `${addressOf(merge.top, merge.left)}:${addressOf(merge.bottom, merge.right)}`;
    findings.error("merged", sheet.name, addressOf(merge.top, merge.left), {
      zh: `${range} 是合并的单元格，只有第一格有内容：请取消合并，每格都填。`,
      en: `${range} is merged, and only its first cell holds anything: unmerge it and fill in every cell.`,
    });
  }
  const formulas = [...sheet.formulas.keys()].filter((key) => {
    const [row, column] = [Math.floor(key / LAST_COLUMN), key % LAST_COLUMN];
    return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
  });
  for (const key of formulas.sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(key / LAST_COLUMN), key % LAST_COLUMN];
    const value = valueAt(sheet, row, column);
    if (must.includes(column) && (isBlank(value) || isError(value))) continue;
    // Queries travel with the submission, and the value may be a pupil's name or number: it is not repeated.
    findings.query("formula-in-input", sheet.name, addressOf(row, column), {
      zh: isBlank(value)
        ? "这里是公式，而且没有算出的值：请填数，或在表格软件里打开、保存一次。"
        : "这里是公式，按它上次算出的值读取：请核对，最好“选择性粘贴—数值”。",
      en: isBlank(value)
        ? "this is a formula without a computed value: write the number, or open the file in a spreadsheet program and save it once."
        : "this is a formula, read as what it last came to: check it, or better paste the value.",
    });
  }
  const hidden = rowsIn(box).filter((row) => sheet.hiddenRows.has(row) && filledIn(sheet, row, box.left, box.right));
  if (hidden.length > 0)
    findings.query("hidden-rows", sheet.name, addressOf(hidden[0] as number, box.left), {
      zh: `有 ${hidden.length} 行隐藏或被筛选掉，照常计入：不该算的请删除内容。`,
      en: `${hidden.length} rows are hidden or filtered out and count all the same: clear those that should not.`,
    });
}

/** What stands below a list's room, where nothing is counted, and beside its columns. */
export function checkAround(sheet: ReadSheet, box: Range, findings: Findings): void {
  const below = sheet.rows.flatMap((row, at) =>
    at > box.bottom ? row.flatMap((value, column) => (column <= box.right && !isBlank(value) ? [addressOf(at, column)] : [])) : [],
  );
  if (below[0])
    findings.error("below-room", sheet.name, below[0], {
      zh: `第 ${box.bottom + 1} 行以下还有 ${below.length} 格有内容，不会计入：请移上来，多出来的请告诉教育局。`,
      en: `${below.length} cells below row ${box.bottom + 1} hold something and would not count: move them up, and tell the bureau of what does not fit.`,
    });
  const beside = sheet.rows.flatMap((row, at) =>
    at >= box.top - 1 && at <= box.bottom
      ? row.flatMap((value, column) => (column > box.right && !isBlank(value) ? [addressOf(at, column)] : []))
      : [],
  );
  if (beside[0])
    findings.query("content-beside", sheet.name, beside[0], {
      zh: `表格右边还有 ${beside.length} 格有内容，不读取：有要报的请填到各列里。`,
      en: `${beside.length} cells to the right of the columns hold something and are not read: whatever is to be sent belongs in the columns.`,
    });
}

function rowsIn({ top, bottom }: Range): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

export function filledIn(sheet: ReadSheet, row: number, left: number, right: number): boolean {
  const cells = sheet.rows[row] ?? [];
  for (let column = left; column <= right && column < cells.length; column++) {
    if (!isBlank(cells[column] ?? null) || sheet.formulas.has(placeKey(row, column))) return true;
  }
  return false;
}
