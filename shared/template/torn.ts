/**
 * A template's sheet that is handed in as a plain list, out of its template: nothing then says for which collection it is, and whose it is
 * only its second line. It is never read as a list; as the list of an earlier exam, where it is the same school's.
 */
import { plainText } from "../scores.ts";
import { addressOf } from "../tabulate/address.ts";
import type { Earlier, Sheet, SheetFinding, Tabulated } from "../tabulate.ts";
import { type Owner, ownerIn, SHEETS } from "./words.ts";

/** Whether a sheet goes by a name that only a template's sheets have. */
export function isTemplateSheet(name: string): boolean {
  return /^成绩 \S/.test(name) || (Object.values(SHEETS) as readonly string[]).includes(name);
}

/** Whom a list is sent for. */
interface Sender {
  readonly region: string;
  readonly school: string;
}

/** No figures come of a list that is a template's sheet of another school, or is matched with one. */
export function withoutForeign(tabulated: Tabulated, sheet: Sheet, earlier: Earlier | null, sender: Sender): Tabulated {
  const found = [tornFrom(sheet, (owner) => !isOf(owner, sender)), foreignEarlier(earlier, sender)].filter((one) => one !== null);
  return found.length === 0 ? tabulated : { ...tabulated, slices: [], findings: [...found, ...tabulated.findings] };
}

/** Why a list cannot be sent as one: it is a template's sheet, be it the school's own. */
export function tornFrom(sheet: Sheet, counts: (owner: Owner) => boolean = () => true): SheetFinding | null {
  const found = ownerOf(sheet);
  if (!found || !counts(found.owner)) return null;
  const { school, region } = found.owner;
  return {
    level: "error",
    code: "template-sheet",
    cell: found.cell,
    words: {
      zh: `这是教育局模板里的表（${school}，${region}），不能当普通成绩表上报：请选择整个模板文件，或打开它再检查。`,
      en: `this is a sheet of the bureau's template (${school}, ${region}) and no plain list: choose the whole template file, or open it and check it.`,
    },
  };
}

function foreignEarlier(earlier: Earlier | null, sender: Sender): SheetFinding | null {
  const found = earlier && ownerOf(earlier.sheet);
  if (!earlier || !found || isOf(found.owner, sender)) return null;
  const { school, region } = found.owner;
  return {
    level: "error",
    code: "earlier-foreign",
    cell: found.cell,
    list: earlier.name,
    words: {
      zh: `前测成绩是${school}（${region}）的模板：请换成本校的前测成绩。`,
      en: `the earlier list is a template of ${school} (${region}): choose your own school's.`,
    },
  };
}

const isOf = (owner: Owner, { region, school }: Sender) => owner.regionCode === region && owner.schoolCode === school;

/** The line that says whose a template's sheet is; rows may have been put above it. */
function ownerOf({ top, left, cells }: Sheet) {
  for (const [row, line] of cells.slice(0, 10).entries())
    for (const [column, cell] of line.entries()) {
      const owner = typeof cell === "string" ? ownerIn(plainText(cell)) : undefined;
      if (owner) return { owner, cell: addressOf(top + row, left + column) };
    }
  return null;
}
