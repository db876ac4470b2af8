/** What a person writes into the field of an input: an address, a number, a word; and the formulas that come of it. */
import type { Definition } from "../../../shared/indicators/definition.ts";
import type { Input, Shape } from "../../../shared/indicators/kinds/rule.ts";
import type { Choose } from "../../../shared/indicators/options.ts";
import { inputsOf, nativeFormula } from "../../../shared/indicators/view.ts";
import type { Words } from "../../../shared/refusal.ts";
import { addressOf } from "../../../shared/tabulate/address.ts";
import { cornersOf, isWhole, type Reference, readReference, writeReference } from "../../reference.ts";

export type Written =
  | { readonly is: "blank" }
  | { readonly is: "cells"; readonly reference: Reference }
  | { readonly is: "constant"; readonly value: number | string }
  /** One number for each subject, typed beside each other. */
  | { readonly is: "each"; readonly values: readonly number[] }
  | { readonly is: "wrong"; readonly words: Words };

const LISTS: readonly Shape[] = ["amounts", "scores", "marks", "labels"];
const WORDS: readonly Shape[] = ["flag", "level", "text", "stage"];

export const isList = ({ shape }: Input): boolean => LISTS.includes(shape);

const NO_RANGE: Words = { zh: "这里要一块区域，例如 D2:D51。", en: "this takes a range, such as D2:D51" };
const NO_EACH: Words = {
  zh: "这里要一个数，或每科一个，例如 100,120,150 或区域 B1:D1。",
  en: "this takes a number, or one for each subject, such as 100,120,150 or the range B1:D1",
};
const NO_NUMBER: Words = { zh: "这里要一个数，或一个单元格，例如 C2。", en: "this takes a number, or a cell such as C2" };

export function readWritten(text: string, { shape }: Pick<Input, "shape">): Written {
  const plain = text.trim();
  if (plain === "") return { is: "blank" };
  const reference = readReference(plain);
  if (reference) return { is: "cells", reference };
  if (LISTS.includes(shape)) return { is: "wrong", words: NO_RANGE };
  if (/^-?\d+(\.\d+)?$/.test(plain)) return { is: "constant", value: Number(plain) };
  if (shape === "each") {
    const values = plain.split(/\s*[,，、]\s*|\s+/).map((one) => (/^\d+(\.\d+)?$/.test(one) ? Number(one) : Number.NaN));
    return values.includes(Number.NaN) ? { is: "wrong", words: NO_EACH } : { is: "each", values };
  }
  return WORDS.includes(shape) ? { is: "constant", value: plain } : { is: "wrong", words: NO_NUMBER };
}

/** Whether a formula can be made of it: nothing wrong, nothing missing. One range may stand for all of several single inputs. */
export function isComplete(inputs: readonly Input[], written: readonly Written[]): boolean {
  if (inputs.length === 0 || written.some(({ is }) => is === "wrong")) return false;
  return spread(inputs, written) !== null || inputs.every(({ optional }, at) => optional || written[at]?.is !== "blank");
}

/** The formula that the add-in computes, pinned to the version that was read. `sheet` is where it will stand. */
export function indicatorFormula({ id, version }: Definition, written: readonly Written[], sheet: string | null): string {
  const given = withoutTail(written).map((one) => argument(one, sheet));
  return `=QUALITY.INDICATOR(${[`"${id}@${version}"`, ...given].join(",")})`;
}

/** The formula that any Excel computes; `null` where there is none. */
export function plainFormula(definition: Definition, written: readonly Written[], sheet: string | null, choose: Choose): string | null {
  const inputs = inputsOf(definition);
  const given = spread(inputs, written) ?? written;
  // An input left out has no address; kinds know it by that.
  const at = given.map((one) => (one.is === "blank" ? undefined : argument(one, sheet)));
  return nativeFormula(definition, at as string[], choose);
}

/** One range given for all of several single inputs, cell by cell; `null` where that is not so. */
function spread(inputs: readonly Input[], [lone, ...others]: readonly Written[]): Written[] | null {
  if (lone?.is !== "cells" || inputs.length < 2 || inputs.some(isList) || others.some(({ is }) => is !== "blank")) return null;
  const { sheet } = lone.reference;
  const { top, left, bottom, right } = cornersOf(lone.reference);
  const cells = (bottom - top + 1) * (right - left + 1);
  if (isWhole(lone.reference) || cells !== inputs.length || (top !== bottom && left !== right)) return null;
  return inputs.map((_, at) => {
    const range = top === bottom ? addressOf(top, left + at) : addressOf(top + at, left);
    return { is: "cells", reference: { sheet, range } };
  });
}

/** Without what was left out at the end. */
export function withoutTail(written: readonly Written[]): readonly Written[] {
  let end = written.length;
  while (end > 0 && written[end - 1]?.is === "blank") end--;
  return written.slice(0, end);
}

/** Addresses on the sheet of the formula go without its name, as Excel writes them. */
function argument(written: Written, sheet: string | null): string {
  if (written.is === "cells") {
    const { reference } = written;
    return writeReference(reference.sheet === sheet ? { ...reference, sheet: null } : reference);
  }
  if (written.is === "each") return `{${written.values.join(",")}}`;
  if (written.is !== "constant") return "";
  return typeof written.value === "number" ? String(written.value) : `"${written.value.replaceAll('"', '""')}"`;
}
