/** A slice as people type it. */
import { expect, test } from "vitest";
import { askSliceOf } from "../../shared/ask/slice.ts";

test.each([
  ["九年级 数学", { stage: null, grade: 9, subject: "数学", class: null }],
  ["数学，初三", { stage: null, grade: 9, subject: "数学", class: null }],
  ["初中/9/math/3班", { stage: "junior", grade: 9, subject: "数学", class: "3班" }],
  ["初中/9/化学/九(1)", { stage: "junior", grade: 9, subject: "化学", class: "九(1)" }],
  ["小学", { stage: "primary", grade: null, subject: null, class: null }],
  ["///2", { stage: null, grade: null, subject: null, class: "2" }],
])("%s", (text, slice) => expect(askSliceOf(text)).toEqual(slice));

test.each(["数学 语文", "九年级 八年级", "九年级 数<学"])("%s is not understood, and the refusal says which word", (text) => {
  expect(() => askSliceOf(text)).toThrow(/看不懂/);
});
