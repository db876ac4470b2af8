/** How wide texts are and where marks on an axis lie, without a screen to measure on. */
import { TEXT_SIZE } from "./inks.ts";

/** Widths by kind of sign, in parts of the size: on the wide side of the faces we name, so what fits here fits there. */
const WIDE = 1;
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u, WIDE],
  [/[0-9]/, 0.58],
  [/[A-Z%≥≤→—]/u, 0.8],
  [/[.,:;'()|il ]/, 0.34],
];

export function textWidth(text: string, size = TEXT_SIZE): number {
  let width = 0;
  for (const sign of text) width += kinds.find(([kind]) => kind.test(sign))?.[1] ?? 0.6;
  return width * size;
}

/** The text as far as it fits, with an ellipsis where it was cut. */
export function cutTo(text: string, room: number, size = TEXT_SIZE): string {
  if (textWidth(text, size) <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && textWidth(`${signs.join("")}…`, size) > room) signs.pop();
  return `${signs.join("")}…`;
}

/** Round numbers from low to high, as many as there may be; both ends lie within. */
export function ticks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [low];
  let step = niceStep((high - low) / Math.max(1, most));
  for (;;) {
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
    step = niceStep(step * 1.01);
  }
}

/** 1, 2 or 5 times a power of ten, not below the rough step. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return Number((times * power).toPrecision(12));
}
