/** Marks that may be read from the wrong column: a subject has two, or the one that is read is hidden. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { headOf } from "./address.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { columnsBeside, comesTwice } from "./overlooked.ts";
import { onEachSheet } from "./parts.ts";

/** One query for each such column, on each sheet of a list. */
export function otherColumns(list: Sheet, mapping: Mapping): readonly SheetFinding[] {
  return onEachSheet(list, mapping, (sheet, own) => [...twoColumns(sheet, own), ...hiddenMarks(sheet, own)]);
}

/** Where two lists stand side by side, that is told instead. */
function twoColumns(sheet: Sheet, mapping: Mapping): SheetFinding[] {
  if (comesTwice(sheet, mapping)) return [];
  const at = (column: number) => headOf(sheet, mapping, column);
  return columnsBeside(sheet, mapping).map(({ subject, column, other }) =>
    findingAt("query", at(other), sentences.twoColumns(subject, at(column), at(other), isHidden(sheet, other))),
  );
}

/** Marks that nobody sees who looks at the list. */
function hiddenMarks(sheet: Sheet, mapping: Mapping): SheetFinding[] {
  return mapping.subjects.flatMap(({ subject, column }) => {
    const cell = headOf(sheet, mapping, column);
    return isHidden(sheet, column) ? [findingAt("query", cell, sentences.hiddenColumn(subject, cell))] : [];
  });
}

function isHidden({ left, hiddenColumns = [] }: Sheet, column: number): boolean {
  return hiddenColumns.includes(left + column);
}

const sentences = {
  twoColumns: (subject: string, here: string, there: string, hidden: boolean): Said => ({
    code: "subject-twice",
    zh: `${subject}有两列：读的是 ${here}，没有读${hidden ? "隐藏的" : ""} ${there}。请核对；用错了就在“各列是什么”里改选。`,
    en: `${subject} has two columns: ${here} is read, ${there}${hidden ? ", which is hidden," : ""} is not. Check which is meant, and choose the other under “Which column is which” if it is.`,
  }),
  hiddenColumn: (subject: string, here: string): Said => ({
    code: "subject-hidden",
    zh: `${subject}读的是隐藏的一列（${here}）：请取消隐藏，核对是不是这次的成绩。`,
    en: `${subject} is read from a hidden column (${here}): unhide it and see whether these are the marks of this exam.`,
  }),
};
