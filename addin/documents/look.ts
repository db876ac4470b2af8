/** How documents look: sizes in half points, faces with what stands in for them, the width there is; and texts that XML can hold. */

/** 二号 title, 三号 text, 四号 and 五号 below, 小五 for annexes. */
export const SIZES = { title: 44, subtitle: 28, body: 32, table: 21, note: 21, small: 18, running: 18 } as const;

/** Faces every Chinese Windows has; where one is missing Word and LibreOffice take another of the language. 小标宋 is sold apart. */
export const TITLE = "黑体";
export const BODY = "仿宋";
export const TABLE = "宋体";
export function font(eastAsia: string) {
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia };
}

/** Between the margins of an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 8845;

/** Light, as official tables are. */
export const SHADE = "EDEDED";
export const BAR = "4A6FA5";

/** What XML 1.0 has no place for becomes U+FFFD, as it would make the whole file unreadable; lines become spaces. */
export function clean(text: string): string {
  const plain = text.replaceAll(/[\t\r\n]+/g, " ").replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd");
  // 46.4 % and ≥ 95 are not broken over two lines.
  return plain.replaceAll(/(?<=\d) (?=%)|(?<=[≥≤=]) (?=\d)/g, "\u00a0");
}
