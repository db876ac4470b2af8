/** Which number formats show a date or time. In a file of its own: an open workbook asks it too, and needs nothing else of files. */

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
