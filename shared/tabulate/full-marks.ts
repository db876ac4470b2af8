/** A header that says another full mark than the paper's: 语文(150) over a list of an exam out of 120, where no mark need be too high. */
import { plainText, shown } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import type { Subject } from "./pupils.ts";

/** 语文(150), 语文（满分150分）, 语文150分, 语文(150分制); 百分制 is 100. Below 20 it is a grade, a class or a paper's number. */
const FULL = /(?:\((?:满分|full|out of)?[:：]?\s*(\d{2,4}(?:\.5)?)\s*分?\)|满分\s*[:：]?\s*(\d{2,4})|(\d{2,4})\s*分)\s*$/i;
const LEAST = 20;

export function otherFullMarks({ top, left, cells }: Sheet, { header }: Mapping, subjects: readonly Subject[]): SheetFinding[] {
  if (header === null) return [];
  const found = (column: number | null, full: number | undefined) => {
    const head = column === null ? null : cells[header]?.[column];
    const named = typeof head === "string" ? fullIn(head) : null;
    if (column === null || named === null || full === undefined || named === full) return [];
    return [findingAt("query", addressOf(top + header, left + column), sentences.otherFull(head, named, full))];
  };
  return subjects.flatMap(({ paper, column, before }) => [...found(column, paper.full), ...found(before, paper.before?.full)]);
}

function fullIn(head: string): number | null {
  const named = Number(
    FULL.exec(
      plainText(head)
        .replace(/百分制/, "100分")
        .replace(/分制/, "分"),
    )
      ?.slice(1)
      .find((digits) => digits !== undefined) ?? 0,
  );
  return named >= LEAST ? named : null;
}

const sentences = {
  otherFull: (head: unknown, named: number, full: number): Said => ({
    code: "header-full",
    zh: `${shown(head)}写的满分是 ${named}，这次采集的满分是 ${full}，按 ${full} 读：请核对；分数是按 ${named} 分算的，就不能这样交。`,
    en: `${shown(head)} says a full mark of ${named}, the collection's is ${full}, and it is read so: check which the marks are out of; marks out of ${named} must not be sent like this.`,
  }),
};
