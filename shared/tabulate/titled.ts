/** A class that no column tells and the title does: 九年级3班成绩表. */
import { plainText } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { classCore } from "./classes.ts";
import { titlesOver } from "./overlooked.ts";

export interface TitleClass {
  readonly class: string;
  /** Where it was read, which tells of the sheet's name by a cell too. */
  readonly text: string;
}

/** 3班, (3)班, 三班, 十二班; not 九三班 or 初三班, where the grade may be meant. */
const CLASS = /(?<![\d初高零一二三四五六七八九十])\(?(\d{1,3}|[二三四]?十[一二三四五六七八九]?|[一二三四五六七八九])\)?\s*班(?!主任)/g;
/** 1-3班, 1、2班, 共12班, 各班: more than one. */
const SEVERAL = /\d\s*[-—–~、,和及至到]\s*\(?\d+\)?班|[各共全]\s*\(?[\d一二三四五六七八九十]*\)?班/;

/** The class that a list's titles and its sheet's name speak of, where it is one and the list is no other sheets' too. */
export function classInTitle(sheet: Sheet, { header, class: column }: Mapping): TitleClass | null {
  if (column !== null || sheet.name === undefined || sheet.origins) return null;
  const texts = titlesOver(sheet, header).map(({ text }) => plainText(text));
  if (texts.some((text) => SEVERAL.test(text))) return null;
  const found = texts.flatMap((text) => [...text.matchAll(CLASS)].map(([, number]) => ({ class: `${number}班`, text })));
  const [first] = found;
  return first && new Set(found.map((one) => classCore(one.class))).size === 1 ? first : null;
}
