/** How far a figure may lie off by chance, where it tells that itself. */
import { expect, test } from "vitest";
import type { Figure } from "../../shared/contract.ts";
import { byChance } from "../../shared/handin/consistency/chance.ts";
import { shipped } from "../../shared/indicators/index.ts";

test("value added may lie anywhere in its own interval: 3.5 of a school whose interval is -0.4 to 7.4 is no question beside 3.1", () => {
  const definition = shipped.all.find(({ reads }) => reads.from === "pairs");
  if (!definition) throw new Error("no value added");
  const figure = { value: 3.5, counts: null, interval: { low: -0.4, high: 7.4 } } as Figure;
  const behind = { definition, figures: [figure], body: { definitions: "", slices: [] } };
  expect(byChance(3.5, figure, behind)).toEqual([-0.4, 7.4]);
  expect(byChance(3.5, { ...figure, interval: null }, behind)).toEqual([3.5, 3.5]);
});
