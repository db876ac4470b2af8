/** What a move that broke off leaves behind: collections that were opened for their submissions and not closed again. */
import { expect, test } from "vitest";
import { ApiRefusal } from "../../addin/api.ts";
import { leftOpen } from "../../addin/move/run.ts";
import { planOf } from "../../shared/handin/plan.ts";
import { newStore } from "../../shared/handin/store.ts";
import { county, exam } from "../handin/bodies.ts";

const closes = "2025-07-10";
const collections = [
  { ...exam, collection: "a", closes },
  { ...exam, collection: "b", closes },
  { ...exam, collection: "c", opens: null, closes: null },
];
const { calls } = planOf(newStore({ ...county, collections }, "2025-07-01T12:00:00.000Z"));
const placeOf = (of: string, which: number) =>
  calls.map(({ path }, at) => ({ path, at })).filter(({ path }) => path === `/collections/${of}`)[which]?.at ?? Number.NaN;

test("nothing is open before the first and after the last call; in between, what was opened and not closed", () => {
  expect(leftOpen(calls, { done: 0, notTaken: [] })).toEqual([]);
  expect(leftOpen(calls, { done: placeOf("a", 0) + 1, notTaken: [] })).toEqual(["a"]);
  expect(leftOpen(calls, { done: placeOf("a", 1) + 1, notTaken: [] })).toEqual([]);
  expect(leftOpen(calls, { done: placeOf("b", 0) + 1, notTaken: [] })).toEqual(["b"]);
  expect(leftOpen(calls, { done: calls.length, notTaken: [] })).toEqual([]);
});

test("a closing day that was refused leaves it open too; one that was never opened is not", () => {
  const why = new ApiRefusal("refused", { zh: "不行", en: "no" });
  const refused = (which: number) => [{ call: calls[placeOf("a", which)] as (typeof calls)[number], why, with: 0 }];
  expect(leftOpen(calls, { done: calls.length, notTaken: refused(1) })).toEqual(["a"]);
  expect(leftOpen(calls, { done: calls.length, notTaken: refused(0) })).toEqual([]);
});
