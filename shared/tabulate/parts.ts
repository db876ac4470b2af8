/** What only a list of several sheets can have: a sheet without a column that is read, or with more beside it; a class on two sheets. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { overlooked } from "./overlooked.ts";
import type { SchoolName } from "./pupils.ts";
import { mappingIn, partsOf } from "./together.ts";

/** What each sheet of a list holds beside the columns that are read, and which of these it lacks. */
export function overlookedIn(sheet: Sheet, mapping: Mapping, school: SchoolName): SheetFinding[] {
  if (!sheet.origins) return overlooked(sheet, mapping, school);
  const heads = sheet.cells[mapping.header ?? 0] ?? [];
  return partsOf(sheet).flatMap((part) => {
    const { sheet: own, header } = part;
    const { mapping: there, missing } = mappingIn(part, mapping);
    const lacking = missing
      .filter((column) => column !== sheet.nameColumn)
      .map((column) => findingAt("error", addressOf(own.top + header, own.left), sentences.columnLacking(own.name, heads[column])));
    return [...lacking, ...overlooked(own, there, school)].map((finding) => ({ ...finding, sheet: own.name }));
  });
}

/** One query for each sheet on which a class goes on that began on another, at its first such row: the same pupils may be read twice. */
export function splitClasses(
  { origins, nameColumn }: Sheet,
  column: number,
  { pupils, rows }: { readonly pupils: readonly { readonly class: string | null }[]; readonly rows: readonly number[] },
): SheetFinding[] {
  if (!origins || column === nameColumn) return [];
  const begins = new Map<string, string>();
  const told = new Map<string, SheetFinding>();
  pupils.forEach(({ class: name }, at) => {
    const row = rows[at] as number;
    const here = origins[row]?.part.sheet.name;
    if (name === null || here === undefined) return;
    const first = begins.get(name) ?? here;
    begins.set(name, first);
    if (first !== here && !told.has(here)) told.set(here, findingAt("query", addressOf(row, column), sentences.classSplit(first, here)));
  });
  return [...told.values()];
}
