/** Which styles show a number as a date or time: a mark that turned into a date is found by its style alone. */
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

/** Formats that are in no file because everybody knows them: dates everywhere, and those of a Chinese Excel (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

/** Whether a format shows a date or time. `code` is what the file says of it: "yyyy/m/d", "0.0%". */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  // What is shown as it stands, then what stands in brackets: a colour, a condition, a language; [h] and the like are times.
  const bare = code
    .slice(0, 1000)
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  return /[ymdhs]|aaa/i.test(bare.replace(/general|[^;]*通用格式|e[+-]/gi, ""));
}
