/** What turns when numbers change: each limit of a figure by itself; and one draft, however often it is asked for. */
import { expect, test } from "vitest";
import { turnedTo, turnsIn } from "../../addin/inputs/turns.ts";
import { draftKeys } from "../../addin/scenarios/lent.ts";
import type { StatementBody, Target } from "../../shared/contract.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "../indicators/county.ts";

const target = (value: number): Target => ({
  ...{ indicator: "exam.pass", stage: "junior", unit: "S0", period: "2025", operator: ">=", value, upTo: null },
  ...{ source: "责任书", by: "局", at: "2025-01-01" },
});
/** Ten pupils of whom so many reach 60 % in 语文; nobody moves in 数学. */
const county = (passing: number) => {
  const pupils = Array.from({ length: 10 }, (_, at): Pupil => ({ class: "1", chinese: at < passing ? 150 : 100, maths: 150, entry: null }));
  return { ...rollupInput([member(bodySent(pupils), 0)]), targets: [target(0.5), target(0.9)] };
};

test("of a figure with two limits both are told, though only the second turns", () => {
  const turns = turnsIn(county(6), readRollup(county(6)), readRollup(county(9)), "S0");
  expect(turns.map(({ unit, subject, before, after }) => [unit, subject, before, after])).toContainEqual(["S0", "语文", 0.6, 0.9]);
  const chinese = turns.find(({ indicator, subject }) => indicator === "exam.pass" && subject === "语文");
  expect(chinese?.limits.map(({ limit, before, after }) => [limit, before, after])).toEqual([
    [0.5, "met", "met"],
    [0.9, "missed", "met"],
  ]);
  expect(turns.some(({ subject }) => subject === "数学")).toBe(false);
  expect(turnedTo([chinese as (typeof turns)[number]], "met")).toBe(1);
  const back = turnsIn(county(9), readRollup(county(9)), readRollup(county(4)), "S0").filter(({ indicator }) => indicator === "exam.pass");
  expect(turnedTo(back, "missed")).toBe(2);
});

test("a limit that a figure is held against on one side only is no undecided one on the other", () => {
  const [without, held] = [{ ...county(6), targets: [] }, county(6)];
  const limits = (real: typeof held, now: typeof held) =>
    turnsIn(held, readRollup(real), readRollup(now), "S0")
      .filter(({ indicator, subject }) => indicator === "exam.pass" && subject === "语文")
      .flatMap((turn) => turn.limits.map(({ limit, before, after }) => [limit, before, after]));
  // Where no target is set the sources' own limits may hold; 0.5 and 0.9 are the targets' here.
  const own = (all: readonly unknown[][]) => all.filter(([limit]) => limit === 0.5 || limit === 0.9);
  expect(own(limits(without, { ...county(9), targets: held.targets }))).toEqual([
    [0.5, null, "met"],
    [0.9, null, "met"],
  ]);
  expect(own(limits({ ...county(4), targets: held.targets }, without))).toEqual([
    [0.5, "missed", null],
    [0.9, "missed", null],
  ]);
});

test("the same draft has one key, another school or another text has its own", () => {
  const key = draftKeys();
  const body = (title: string) => ({ title, lines: [] }) as unknown as StatementBody;
  const first = key("S01", body("2025年目标责任书"));
  expect(key("S01", body("2025年目标责任书"))).toBe(first);
  const all = [first, key("S02", body("2025年目标责任书")), key("S01", body("2026年目标责任书"))];
  expect(new Set(all).size).toBe(3);
});
