/** Which styles show a number as a date or time: a mark that turned into a date is found by its style alone. */
import { isDateFormat } from "./date-format.ts";
import { type Parts, SPREADSHEET } from "./parts.ts";
import { damagedPart } from "./refusals.ts";
import type { Outline } from "./xml.ts";

const OUTLINE: Outline = new Map([
  ["", ["styleSheet"]],
  ["styleSheet", ["numFmts", "cellXfs"]],
  ["numFmts", ["numFmt"]],
  ["cellXfs", ["xf"]],
]);

/** More styles than any program makes. */
const STYLES = 65_536;

/** By the index of the style: whether it is one of dates. */
export function readDateStyles(parts: Parts, path: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  parts.read(path, SPREADSHEET, OUTLINE, {
    open(name, attributes) {
      if (styles.length === STYLES || codes.size > STYLES) throw damagedPart(path, "样式过多", "there are too many styles");
      if (name === "numFmt") codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      else if (name === "xf") styles.push(Number(attributes.get("numFmtId") ?? 0));
    },
  });
  const known = new Map<number, boolean>();
  return styles.map((id) => {
    const date = known.get(id) ?? isDateFormat(id, codes.get(id));
    known.set(id, date);
    return date;
  });
}
