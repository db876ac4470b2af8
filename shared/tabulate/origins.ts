/** Where the rows of a list stand that is read together from several sheets: findings and addresses name the right sheet and cell. */
import type { Sheet } from "../tabulate.ts";
import { addressOf, columnOf, rangesShown } from "./address.ts";
import type { SheetFinding } from "./finding.ts";

/** One of the sheets. */
export interface Part {
  readonly sheet: Sheet & { readonly name: string };
  /** Row of the headers in its cells. */
  readonly header: number;
  /** For each column of the list, the part's own; `null` where it has none under that header. */
  readonly columns: readonly (number | null)[];
}

export interface Origin {
  readonly part: Part;
  /** Row in the part's cells. */
  readonly row: number;
}

/** Each finding at the cell of the sheet it is about. Cells of a column that a sheet does not have are told of once, elsewhere. */
export function placed(sheet: Sheet, findings: readonly SheetFinding[]): readonly SheetFinding[] {
  const { origins, nameColumn } = sheet;
  if (!origins) return findings;
  return findings.flatMap((finding): SheetFinding[] => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(finding.cell) ?? [];
    const origin = origins[Number(digits) - 1];
    if (finding.list !== undefined || finding.sheet !== undefined || !origin) return [finding];
    const column = columnOf(letters);
    if (origin.part.columns[column] === null && column !== nameColumn) return [];
    return [{ ...finding, cell: cellOf(origin, column), sheet: origin.part.sheet.name }];
  });
}

/** A cell as a sentence names it: with its sheet, where there are several. */
export function shownAt(sheet: Sheet, row: number, column: number): string {
  const origin = sheet.origins?.[row];
  return origin ? `${origin.part.sheet.name}!${cellOf(origin, column)}` : addressOf(sheet.top + row, sheet.left + column);
}

/** Cells of one column by their rows, sheet by sheet. */
export function rangesAt(sheet: Sheet, rows: readonly number[], column: number, most?: number): string {
  const { origins } = sheet;
  const told = (own: readonly number[], { top, left }: Sheet, at: number) =>
    rangesShown(
      own.map((row) => top + row),
      left + at,
      most,
    );
  if (!origins) return told(rows, sheet, column);
  const parts = new Map<Part, number[]>();
  for (const { part, row } of rows.flatMap((at) => origins[at] ?? [])) parts.set(part, [...(parts.get(part) ?? []), row]);
  return [...parts].map(([part, own]) => `${part.sheet.name}!${told(own, part.sheet, part.columns[column] ?? 0)}`).join("、");
}

/** A row's cell in a column; of what stands in no column, the sheet's name, the first of the row. */
function cellOf({ part: { sheet, columns }, row }: Origin, column: number): string {
  return addressOf(sheet.top + row, sheet.left + (columns[column] ?? 0));
}
