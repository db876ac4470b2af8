/** What is told of each sheet of a list that is read together from several. */
import type { Mapping, Sheet } from "../tabulate.ts";
import type { SheetFinding } from "./finding.ts";
import { mappingIn, partsOf } from "./together.ts";

/** What is found on each sheet, with its name; of a list that is one sheet, what is found there. `missing` are columns of the list that a sheet has not. */
export function onEachSheet(
  sheet: Sheet,
  mapping: Mapping,
  find: (sheet: Sheet, mapping: Mapping, missing: readonly number[]) => readonly SheetFinding[],
): readonly SheetFinding[] {
  if (!sheet.origins) return find(sheet, mapping, []);
  return partsOf(sheet).flatMap((part) => {
    const { mapping: there, missing } = mappingIn(part, mapping);
    const lacking = missing.filter((column) => column !== sheet.nameColumn);
    return find(part.sheet, there, lacking).map((finding) => ({ ...finding, sheet: part.sheet.name }));
  });
}
