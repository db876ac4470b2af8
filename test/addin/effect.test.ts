/** What a choice would change, counted from what the server foresees. */
import { expect, test } from "vitest";
import { changesIn } from "../../addin/pane/effect.ts";
import type { Effect, EffectRow } from "../../shared/contract.ts";

type Side = EffectRow["now"];
const row = (indicator: string, now: Side, other: Side): EffectRow => ({
  ...{ indicator, stage: "junior", grade: 9, subject: "化学", resource: null },
  ...{ now, other },
});
const side = (value: number | null, ...verdicts: Side["verdicts"]): Side => ({ value, verdicts });

const FINAL: Effect = {
  region: "370811",
  collection: "final",
  units: [
    { unit: "S01", name: "一中", rows: [row("exam.excellent", side(0.2, "missed", "met"), side(0.5, "met", "met"))] },
    { unit: "370811", name: "", rows: [row("exam.excellent", side(0.6, "missed"), side(0.75, "met"))] },
    { unit: "S02", name: "二中", rows: [row("exam.excellent", side(0.2, "missed"), side(0.3, "missed"))] },
    { unit: "S03", name: "三中", rows: [] },
  ],
};
const MIDTERM: Effect = {
  ...FINAL,
  collection: "midterm",
  units: [{ unit: "S01", name: "一中", rows: [row("exam.excellent", side(null), side(0.4, "met"))] }],
};

test("verdicts are counted one by one, a school once over all collections, and the region stands first and apart", () => {
  const { schools, verdicts, values } = changesIn([FINAL, MIDTERM]);
  expect([schools, values]).toEqual([1, 4]);
  expect(verdicts.map(({ collection, unit, now, other }) => [collection, unit, now, other])).toEqual([
    ["final", "", "missed", "met"],
    ["final", "一中", "missed", "met"],
    ["midterm", "一中", null, "met"],
  ]);
});

test("where no verdict moves, values may, or nothing at all", () => {
  const quiet = (units: Effect["units"]) => changesIn([{ ...FINAL, units }]);
  expect(quiet(FINAL.units.slice(2))).toEqual({ schools: 0, verdicts: [], values: 1 });
  expect(changesIn([])).toEqual({ schools: 0, verdicts: [], values: 0 });
});
