/** What a number field takes: only what is allowed, and nothing in its place. */
import { expect, test } from "vitest";
import { readIn } from "../../../addin/whatif/number-field.tsx";

const percent = { min: 0, max: 100 };
const schools = { min: 1, parts: 1, optional: true };

test.each([
  ["95", percent, 95],
  [" ９５.５ ", percent, 95.5],
  ["101", percent, undefined],
  ["-1", percent, undefined],
  ["", percent, undefined],
  ["九十", percent, undefined],
  ["1e1", percent, undefined],
  ["", schools, null],
  ["3", schools, 3],
  ["0", schools, undefined],
  ["-1", schools, undefined],
  ["2.5", schools, undefined],
  ["72.5", { min: 0, max: 120, parts: 2 }, 72.5],
  ["72.3", { min: 0, max: 120, parts: 2 }, undefined],
] as const)("%j is read as it is, or not at all", (typed, allowed, number) => {
  expect(readIn(typed, allowed)).toBe(number);
});
