/** What a class is called, however it is written: 1班, 01班, 一班, 九(1)班. */
import { DIGITS } from "./headers.ts";

/**
 * What a class is called once the grade, brackets, 班 and zeros in front are left out; Chinese numbers to 99 are digits. In a list of grade 9
 * 9.1 and 901 are taken for its first class too.
 */
export function classCore(name: string, grade: number | null = null): string {
  const plain = name.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  const own = grade === null ? plain : plain.replace(new RegExp(`^${grade}(?=[._-]\\d{1,2}班?$|\\d{2}班?$)`), "");
  const text = own.replaceAll(/[._-]/g, "");
  const bare = text
    .replace(/^(?:(?:[一二三四五六七八九]|\d{1,2})年级|[初高]中?[一二三])/, "")
    .replace(/^(?:[一二三四五六七八九]|\d{1,2})(?=\()/, "")
    .replace(/^[一二三四五六七八九](?=\d)/, "")
    .replaceAll(/[()班]/g, "");
  if (/^\d+$/.test(bare)) return bare.replace(/^0+(?=\d)/, "");
  return spokenNumber(bare) ?? (bare === "" ? text : bare);
}

/** 七, 十, 十二, 二十三 */
function spokenNumber(text: string): string | undefined {
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (ten === undefined) return tens !== undefined && ones === undefined ? String(DIGITS.indexOf(tens)) : undefined;
  return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0));
}

/** By number where both have one, else by their characters: alike on every machine. */
export function inClassOrder(a: string, b: string): number {
  const [one, other] = [Number(classCore(a)), Number(classCore(b))];
  if (one !== other && Number.isFinite(one) && Number.isFinite(other)) return one - other;
  return a < b ? -1 : a > b ? 1 : 0;
}
