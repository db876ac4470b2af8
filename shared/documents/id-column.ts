/** A column of definition ids as wide as the longest: in small print no id is broken over two lines. */
import { textWidth } from "../pictures/measure.ts";

/** Of the page's width, in parts of a hundred: one unit of a text's measured width at size 1, and what a cell's edges take. */
const UNIT = 1.85;
const EDGES = 2;
const [LEAST, MOST] = [16, 45];

/** Its share of the page's width in parts of a hundred. */
export function idColumn(ids: readonly string[]): number {
  const longest = Math.max(...ids.map((id) => textWidth(id, 1)), 0);
  return Math.min(MOST, Math.max(LEAST, longest * UNIT + EDGES));
}
