/** Numbers that tell who somebody is: mobile and landline numbers, identity cards. No code, class or note holds one, and no message repeats it. */
import { plainText } from "../scores.ts";

const S = "[-_.()（）]*";
const digits = (many: string) => `(?:${S}\\d)${many}`;

/**
 * At the beginning of a pattern for a whole code: refuses one that is nothing but such a number, whatever signs stand between its digits.
 * 11 digits from 13 to 19, with 0, 86 or 0086 before them or not; 0, an area code and 7 or 8 digits; 15, 17 or 18 digits.
 */
export const NO_PERSON = `(?!${S}(?:(?:0${S}0${S})?8${S}6${S}|0${S})?1${S}[3-9]${digits("{9}")}${S}$)(?!${S}0${S}[1-9]${digits("{8,10}")}${S}$)(?!${digits("{15}")}${S}$)(?!${digits("{17}")}${S}[\\dXx]?${S}$)`;

const CODE = new RegExp(`^${NO_PERSON}`);

/** Is it such a number from beginning to end? For codes and classes; full-width digits and a + in front too. */
export function isPersonal(text: string): boolean {
  return !CODE.test(plainText(text).replace(/^\++/, "").replaceAll(/\s+/g, ""));
}

/** As people write them in a sentence: digits in one run, or grouped as on a card. */
const WRITTEN = [
  /(?<![\d.])(?:(?:\+|00)?86[- ]?|0)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/,
  /(?<![\d.])\(?0[1-9]\d{1,2}\)?[- ]?\d{7,8}(?!\d)/,
  /(?<![\d.])\d{6}[- ]?\d{8}[- ]?\d{3}[\dXx](?!\d)/,
  /(?<![\d.])(?:\d{15}|\d{17})(?!\d)/,
];

/** Does a text hold such a number? */
export function holdsPersonal(text: string): boolean {
  const plain = plainText(text);
  return WRITTEN.some((one) => one.test(plain));
}
