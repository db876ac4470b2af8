/** The looks of a template as styles: 黑体 for titles and heads, 宋体 for the rest, thin borders, light heads; only inputs are unlocked. */
import type { CellStyle } from "hucre/xlsx";
import type { Look, Shade } from "../../shared/template/sheet.ts";

type FontStyle = NonNullable<CellStyle["font"]>;

/** Where a font is missing, its character set (134: simplified Chinese) and family make the program choose another Chinese one. */
const font = (name: "宋体" | "黑体", size: number, more: FontStyle = {}): FontStyle => ({
  name,
  size,
  family: name === "宋体" ? 1 : 2,
  charset: 134,
  ...more,
});
const song = (size: number, more?: FontStyle) => font("宋体", size, more);
const hei = (size: number, more?: FontStyle) => font("黑体", size, more);

const line = { style: "thin", color: { rgb: "9AA0A6" } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const HEAD = fill("E9EDF2");
const locked = { locked: true };

const LOOKS: Readonly<Record<Look, CellStyle>> = {
  title: { font: hei(20), alignment: { horizontal: "center", vertical: "center" }, protection: locked },
  line: { font: song(11), alignment: { horizontal: "left", vertical: "center" }, protection: locked },
  note: { font: song(10.5), alignment: { horizontal: "left", vertical: "center", wrapText: true }, protection: locked },
  section: { font: hei(13), alignment: { horizontal: "left", vertical: "center" }, protection: locked },
  head: { font: hei(11), fill: HEAD, border, alignment: { horizontal: "center", vertical: "center", wrapText: true }, protection: locked },
  small: { font: song(9), fill: HEAD, border, alignment: { horizontal: "center", vertical: "center", wrapText: true }, protection: locked },
  label: { font: song(11), border, alignment: { indent: 1, horizontal: "left", vertical: "center", wrapText: true }, protection: locked },
  cell: { font: song(11), border, alignment: { horizontal: "center", vertical: "center", wrapText: true }, protection: locked },
  number: { font: song(11), border, alignment: { horizontal: "right", vertical: "center" }, protection: locked },
  text: { font: song(10.5), border, alignment: { indent: 1, horizontal: "left", vertical: "center", wrapText: true }, protection: locked },
  status: { font: hei(24), border, alignment: { horizontal: "center", vertical: "center" }, protection: locked },
  link: {
    font: song(11, { underline: true, color: { rgb: "0B57D0" } }),
    border,
    alignment: { horizontal: "center", vertical: "center" },
    protection: locked,
  },
  blocked: { font: song(11), fill: fill("DADCE0"), border, alignment: { horizontal: "center", vertical: "center" }, protection: locked },
  sign: { font: song(11), alignment: { horizontal: "left", vertical: "center" }, protection: locked },
  "input text": { font: song(11), border, alignment: { indent: 1, horizontal: "left", vertical: "center" }, protection: { locked: false } },
  "input mark": { font: song(11), border, alignment: { horizontal: "center", vertical: "center" }, protection: { locked: false } },
  "input note": {
    font: song(10.5),
    border,
    alignment: { indent: 1, horizontal: "left", vertical: "center", wrapText: true },
    protection: { locked: false },
  },
  "input number": {
    font: song(11),
    border,
    alignment: { indent: 1, horizontal: "right", vertical: "center" },
    protection: { locked: false },
  },
};

export function styleOf(look: Look, format?: string): CellStyle {
  return format === undefined ? LOOKS[look] : { ...LOOKS[look], numFmt: format };
}

/** Rows that are printed empty: white, because LibreOffice leaves away at the end of a sheet what looks as its columns do. */
export const LINED: CellStyle = { fill: fill("FFFFFF") };

/** Conditional styles: colour always goes with a word or a count beside it. */
export const TONES: Readonly<Record<Shade["tone"], CellStyle>> = {
  blank: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF2B3" }, bgColor: { rgb: "FFF2B3" } } },
  wrong: {
    font: { color: { rgb: "9C0006" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F8C9C5" }, bgColor: { rgb: "F8C9C5" } },
  },
  good: { font: { color: { rgb: "0E700E" }, bold: true } },
  bad: { font: { color: { rgb: "B10E1C" }, bold: true } },
  grey: { font: { color: { rgb: "616161" } } },
};
