/** The list of an earlier exam: which column holds the pupil numbers, and which the marks that this exam's papers ask for. */
import type { Paper } from "../contract.ts";
import type { Cells } from "../scores.ts";
import type { Sheet } from "../tabulate.ts";
import { TITLE_ROWS } from "./columns.ts";
import { kindOf, namesEntry, namesSubject, plainHeader } from "./headers.ts";

export interface EarlierMapping {
  /** Row of the headers inside the cells; `null` where there is none. */
  readonly header: number | null;
  readonly number: number | null;
  /** The earlier mark of a paper, by the paper's subject. */
  readonly subjects: readonly { readonly subject: string; readonly column: number }[];
  /** Whether 0012 and 12 are one pupil. Only a person can say so. */
  readonly zerosCount: boolean;
}

/** An earlier list as it was read, under the name people know it by: a sheet's or a file's. */
export interface Earlier {
  readonly name: string;
  readonly sheet: Sheet;
  readonly mapping: EarlierMapping;
}

/** Papers that ask for an earlier mark. */
export function asking(papers: readonly Paper[]): (Paper & { before: NonNullable<Paper["before"]> })[] {
  return papers.flatMap((paper) => (paper.before === null ? [] : [{ ...paper, before: paper.before }]));
}

/** Guesses the columns. A list of an earlier exam heads its columns with the subjects alone. */
export function guessEarlier(cells: Cells, papers: readonly Paper[]): EarlierMapping {
  const rows = cells.slice(0, TITLE_ROWS).map((row) => readHeaders(row, papers));
  const known = rows.map(({ number, subjects }) => (number < 0 ? 0 : 1) + 2 * subjects.length);
  const best = known.indexOf(Math.max(0, ...known));
  const found = rows[best];
  if (found === undefined || known[best] === 0) return { header: null, number: null, subjects: [], zerosCount: true };
  return { header: best, number: found.number < 0 ? null : found.number, subjects: found.subjects, zerosCount: true };
}

function readHeaders(row: readonly unknown[], papers: readonly Paper[]) {
  const headers = row.map(plainHeader);
  const subjects = asking(papers).flatMap(({ subject, before }) => {
    const ways: ((header: string) => boolean)[] = [
      (header) => header === plainHeader(before.name),
      (header) => namesEntry(header, subject),
      (header) => header === plainHeader(subject),
      (header) => namesSubject(header, subject),
    ];
    const column = ways.map((way) => headers.findIndex((header) => header !== "" && way(header))).find((at) => at >= 0);
    return column === undefined ? [] : [{ subject, column }];
  });
  return { number: headers.findIndex((header) => kindOf(header) === "number"), subjects };
}
