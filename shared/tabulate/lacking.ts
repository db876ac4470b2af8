/** Subjects of the exam without a column. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding } from "./finding.ts";

/** One query for the subjects of a plain list's exam that have no column; without any column nothing is read, and that is told. */
export function lackingSubjects({ name, top, left }: Sheet, { header, subjects }: Mapping, unmapped: readonly string[]): SheetFinding[] {
  if (name === undefined || subjects.length === 0 || unmapped.length === 0) return [];
  return [
    findingAt("query", addressOf(top + (header ?? 0), left), {
      code: "subjects-lacking",
      zh: `这次考试有${unmapped.join("、")}，名单里没有${unmapped.length > 1 ? "这些列" : "这一列"}：漏了的请补上，写在别的表头下的请在“各列是什么”里选；本校没有的请说明。`,
      en: `the exam has ${unmapped.join(", ")}, and the list no such ${unmapped.length > 1 ? "columns" : "column"}: add what is missing, or choose it under “Which column is which” if it has another header; if the school has none, say so.`,
    }),
  ];
}
