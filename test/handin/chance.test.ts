/** How far a figure may lie off by chance, where it tells that itself. */
import { expect, test } from "vitest";
import type { Figure } from "../../shared/contract.ts";
import { byChance } from "../../shared/handin/consistency/chance.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chinese } from "./bodies.ts";

test("value added may lie anywhere in its own interval: 3.5 of a school whose interval is -0.4 to 7.4 is no question beside 3.1", () => {
  const definition = shipped.all.find(({ reads }) => reads.from === "pairs");
  if (!definition) throw new Error("no value added");
  const figure = { value: 3.5, counts: null, interval: { low: -0.4, high: 7.4 } } as Figure;
  const behind = { definition, figures: [figure], body: { definitions: "", slices: [] } };
  expect(byChance(3.5, figure, behind)).toEqual([-0.4, 7.4]);
  expect(byChance(3.5, { ...figure, interval: null }, behind)).toEqual([3.5, 3.5]);
});

test.each(["exam.mean", "exam.sd"])("of a single pupil %s says nothing of where the school lies", (id) => {
  const definition = shipped.find(id);
  if (!definition) throw new Error(id);
  const own = (pupils: number) => {
    const body = chinese([[80, pupils]]);
    const [slice] = body.slices;
    const figure = { indicator: id, stage: slice?.stage, grade: slice?.grade, subject: slice?.subject, value: 80, counts: null } as Figure;
    const deviation = { ...figure, indicator: "exam.sd", value: 10 } as Figure;
    return byChance(80, figure, { definition, figures: [deviation], body });
  };
  expect(own(1)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(own(30).every(Number.isFinite)).toBe(true);
});
