/** Which sheet of a file is read first: one with columns of marks, no cover; of several, one that speaks of the collection's exam and no other. */
import type { Collection } from "../contract.ts";
import { guessColumns, type Mapping } from "./columns.ts";
import { examsIn } from "./headers.ts";
import { titlesOf } from "./offered.ts";
import type { NamedSheet } from "./together.ts";

/** The first of the best; the first of all where none has marks or there is no exam yet. */
export function leadSheet(sheets: readonly NamedSheet[], collection: Pick<Collection, "name" | "exam"> | null): string | undefined {
  const exam = collection?.exam;
  const wanted = examsIn(`${collection?.name} ${exam?.name}`);
  const rank = (sheet: NamedSheet): number => {
    const mapping = exam ? bestOf(sheet, exam.papers) : null;
    if (!mapping || mapping.subjects.length === 0 || sheet.cells.length <= (mapping.header ?? 0) + 1) return 0;
    const spoken = titlesOf(sheet, mapping).map(examsIn);
    const own = spoken.find((exams) => exams.length > 0) ?? [];
    if (own.length === 0 || wanted.length === 0) return 2;
    return own.some((one) => wanted.includes(one)) ? 3 : 1;
  };
  const ranks = sheets.map(rank);
  return sheets[ranks.indexOf(Math.max(...ranks))]?.name;
}

/** The columns for the grade that fits best. */
function bestOf({ cells }: NamedSheet, papers: NonNullable<Collection["exam"]>["papers"]): Mapping | null {
  const places = [...new Set(papers.map(({ stage, grade }) => `${stage} ${grade}`))];
  const guesses = places.map((place) =>
    guessColumns(
      cells,
      papers.filter(({ stage, grade }) => `${stage} ${grade}` === place),
    ),
  );
  const most = Math.max(...guesses.map(({ subjects }) => subjects.length));
  return guesses.find(({ subjects }) => subjects.length === most) ?? null;
}
