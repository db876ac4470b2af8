/** Pupils who were hardly there, though marks stand in their rows: nothing but zeros, or a state written in another column than the marks. */
import { stateOf } from "../marks/states.ts";
import { plainText } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { namesSubject, plainHeader } from "./headers.ts";
import { rangesAt } from "./origins.ts";
import type { Pupil, Subject } from "./pupils.ts";

interface Read {
  readonly pupils: readonly Pupil[];
  readonly rows: readonly number[];
}

/** One query for all rows whose marks are 0 in every subject, of two at least: who was absent is written so, and a 0 was earned. */
export function onlyZeros(sheet: Sheet, { pupils, rows }: Read, subjects: readonly Subject[]): SheetFinding[] {
  const [first] = subjects;
  if (!first || subjects.length < 2) return [];
  const zeros = rows.filter((_, at) => pupils[at]?.scores.every((score) => score === 0));
  return told(sheet, zeros, first.column, sentences.onlyZeros);
}

/** One query for each column beside the marks that says 缺考 or 转出 of pupils who have marks; or names that do: 张三（转出）. */
export function statesBeside(sheet: Sheet, mapping: Mapping, { pupils, rows }: Read, subjects: readonly Subject[]): SheetFinding[] {
  const { header } = mapping;
  if (header === null) return [];
  const own = [mapping.school, mapping.class, mapping.number, mapping.gradeColumn];
  const read = new Set([...own, ...subjects.flatMap(({ column, before }) => [column, before])]);
  const list = rows.map((row, at) => ({ row, at })).filter(({ row }) => !namesStates(sheet.cells[row] ?? [], read));
  return (sheet.cells[header] ?? []).flatMap((head, column) => {
    // A subject's own column says what became of its pupils, be it another list's beside this one.
    if (read.has(column) || subjects.some(({ paper }) => namesSubject(plainHeader(head), paper.subject))) return [];
    const marked = list.filter(
      ({ row, at }) => saysState(sheet.cells[row]?.[column]) && pupils[at]?.scores.some((score) => typeof score === "number"),
    );
    return told(
      sheet,
      marked.map(({ row }) => row),
      column,
      sentences.stateBeside,
    );
  });
}

function told(sheet: Sheet, rows: readonly number[], column: number, sentence: (rows: number, cells: string) => Said): SheetFinding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const cell = addressOf(sheet.top + first, sheet.left + column);
  return [findingAt("query", cell, sentence(rows.length, rangesAt(sheet, rows, column)))];
}

/** Three states at the side of one pupil are the headers of a summary that stands beside the list: nobody is 缺考, 免考 and 转出 at once. */
function namesStates(row: readonly unknown[], read: ReadonlySet<number | null>): boolean {
  return new Set(row.filter((cell, column) => !read.has(column) && saysState(cell))).size >= 3;
}

/** 缺考, or at the end of another text in brackets. */
function saysState(cell: unknown): boolean {
  if (typeof cell !== "string") return false;
  const text = plainText(cell);
  const inBrackets = /\(([^()]*)\)\s*$/.exec(text)?.[1];
  return stateOf(text) !== undefined || (inBrackets !== undefined && stateOf(inBrackets) !== undefined);
}

const sentences = {
  onlyZeros: (rows: number, cells: string): Said => ({
    code: "row-zeros",
    zh: `有 ${rows} 名学生各科都是 0 分（${cells}）：缺考的请改写“缺考”，真考了 0 分的请说明。`,
    en: `${rows} ${rows === 1 ? "pupil has" : "pupils have"} 0 in every subject (${cells}): write 缺考 for those who were absent; if the zeros were earned, say so.`,
  }),
  stateBeside: (rows: number, cells: string): Said => ({
    code: "row-state",
    zh: `有 ${rows} 名学生旁边写着缺考、转出之类（${cells}），又有分数：现在按分数计入。不该计入的请把状态写进分数格。`,
    en: `${rows} ${rows === 1 ? "pupil is" : "pupils are"} said to be absent, to have left or the like (${cells}) and ${rows === 1 ? "has" : "have"} marks, which count: write the state in place of the marks where they should not.`,
  }),
};
