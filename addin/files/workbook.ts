/** The part that lists a workbook's sheets and its defined names. */
import { type DefinedName, type SheetState, sameName } from "./book.ts";
import { nameLeadsOutside } from "./formulas.ts";
import { DEFINED_NAMES, FORMULA, SHEETS } from "./limits.ts";
import { type Parts, REFERENCES, SPREADSHEET } from "./parts.ts";
import { damagedPart, notAccepted, tooMuch } from "./refusals.ts";
import type { Outline } from "./xml.ts";

export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  /** Where its cells are; `undefined` for a chart, which has none. */
  readonly path: string | undefined;
}

export interface Workbook {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly names: readonly DefinedName[];
  /** It counts days from 1904, as old files of the Macintosh do. */
  readonly from1904: boolean;
}

const OUTLINE: Outline = new Map([
  ["", ["workbook"]],
  ["workbook", ["workbookPr", "sheets", "definedNames"]],
  ["sheets", ["sheet"]],
  ["definedNames", ["definedName"]],
  ["definedName", ["#text"]],
]);

/**
 * What is no sheet whatever is in it, and what spreadsheet programs refuse. Other types are let be: writers leave sheets at the type of all
 * .xml, at another part's, or write nonsense (abap2xlsx, issue 5), and programs read them.
 */
const NO_SHEET = /^(image|audio|video|font)\//i;

interface Written {
  readonly name: string;
  readonly local: string | undefined;
  readonly hidden: boolean;
  text: string;
}

export function readWorkbookPart(parts: Parts): Workbook {
  const path = parts.relationships("").find(({ kind }) => kind.toLowerCase() === "officedocument")?.target;
  if (path === undefined || !parts.has(path)) throw damagedPart("xl/workbook.xml", "缺少这个部件", "this part is missing");
  const targets = new Map(parts.relationships(path).map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  const names: Written[] = [];
  let from1904 = false;
  const wrong = () => damagedPart(path, "工作表没有名称或内容", "a sheet has no name or no content");

  parts.read(path, SPREADSHEET, OUTLINE, {
    open(element, attributes) {
      if (element === "workbookPr") from1904 = isTrue(attributes.get("date1904"));
      else if (element === "definedName") {
        if (names.length === DEFINED_NAMES) throw tooMuch.names(DEFINED_NAMES);
        const name = attributes.get("name");
        if (name === undefined || name === "" || name.length > 255) throw damagedPart(path, "名称不对", "a defined name has no name");
        names.push({ name, local: attributes.get("localSheetId"), hidden: isTrue(attributes.get("hidden")), text: "" });
      } else if (element === "sheet") {
        if (sheets.length === SHEETS) throw tooMuch.sheets(SHEETS);
        const [name, id] = [attributes.get("name"), attributes.of(REFERENCES, "id")];
        const target = id === undefined ? undefined : targets.get(id);
        if (name === undefined || name.trim() === "" || name.length > 255 || !target || target.outside) throw wrong();
        if (sheets.some((other) => sameName(other.name, name)))
          throw damagedPart(path, "有两张同名的工作表", "two sheets have the same name");
        sheets.push({ name, state: stateOf(attributes.get("state")), path: target.kind === "worksheet" ? target.target : undefined });
        if (target.kind !== "worksheet" && target.kind !== "chartsheet") throw wrong();
        if (NO_SHEET.test(parts.typeOf(target.target)))
          throw damagedPart(
            target.target,
            "内容类型写成了图片等，不是工作表",
            "its content type is that of a picture or the like, not of a sheet",
          );
      }
    },
    text(text) {
      const name = names.at(-1) as Written;
      name.text += text;
      if (name.text.length > FORMULA) throw damagedPart(path, "名称过长", "what a defined name refers to is too long");
    },
  });
  if (sheets.length === 0) throw damagedPart(path, "没有工作表", "there is no sheet");
  return { path, sheets, names: names.map((name) => known(name, sheets, path)), from1904 };
}

function known({ name, local, hidden, text }: Written, sheets: readonly SheetPart[], path: string): DefinedName {
  if (nameLeadsOutside(text)) throw notAccepted.linkInName(name);
  const sheet = local === undefined ? undefined : /^\d{1,5}$/.test(local) ? sheets[Number(local)]?.name : undefined;
  if (local !== undefined && sheet === undefined) throw damagedPart(path, "名称所属的工作表不存在", "a defined name belongs to no sheet");
  return { name, text: text.trim(), sheet, hidden };
}

function stateOf(state: string | undefined): SheetState {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** How XML writes a truth; anything else is none. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
