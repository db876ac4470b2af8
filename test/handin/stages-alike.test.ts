/** A school of two stages whose totals were given under each of them. */
import { expect, test } from "vitest";
import type { Slice, Stage } from "../../shared/contract.ts";
import type { Store } from "../../shared/handin/held.ts";
import { codes, process, resources, storeOf, words } from "./asked-store.ts";
import { definitions } from "./bodies.ts";

const of = (stage: Stage, parts: Partial<Slice>): Slice => ({ stage, grade: null, subject: null, class: null, ...parts });
/** S01 with the primary and the junior stage. */
const inBoth = (store: Store): Store => ({
  ...store,
  county: { ...store.county, schools: store.county.schools.map((one) => ({ ...one, stages: ["primary", "junior"] })) },
});
const SHARED = { "area.teaching": 400_000, "area.sports": 670_000, "equipment.value": 197_000_000, "rooms.multimedia": 20 };
const conditions = (junior: object) =>
  inBoth(
    storeOf(
      [
        [
          "res",
          "S01",
          {
            definitions,
            slices: [
              of("primary", { resources: { pupils: 473, amounts: { "teachers.backbone": 6, ...SHARED } } }),
              of("junior", { resources: { pupils: 236, amounts: { "teachers.backbone": 3, ...junior } } }),
            ],
          },
        ],
      ],
      [resources],
    ),
  );

test("the four shared amounts, the same in both stages, are asked about as the school's totals given twice", () => {
  expect(words(conditions(SHARED), "res").map(({ zh }) => zh)).toEqual([
    "小学和初中的四项（用房、场馆、设备、多媒体教室）完全相同，像是把全校总数填了两遍。请核对：几个学段共用、分不开的，四项都只填在一个学段，另外的学段留空；确实相同的请说明。",
  ]);
});

test("are no question where one of them differs, where one stage alone gives them, or where there are none", () => {
  expect(codes(conditions({ ...SHARED, "rooms.multimedia": 10 }), "res")).toEqual([]);
  expect(codes(conditions({}), "res")).toEqual([]);
});

test("so are all the numbers entered, and not where only small ones are alike", () => {
  const entered = (tested: number) => ({
    "fitness.pass.rate": { of: 450, among: tested },
    "fitness.good.rate": { of: 240, among: tested },
    "satisfaction.parent.school": { of: 440, among: 456 },
  });
  const indicators = ["fitness.pass.rate", "fitness.good.rate", "satisfaction.parent.school", "psych.lecture.count"];
  const both = (junior: NonNullable<Slice["entered"]>) =>
    inBoth(
      storeOf(
        [["pro", "S01", { definitions, slices: [of("primary", { entered: entered(469) }), of("junior", { entered: junior })] }]],
        [{ ...process, indicators }],
      ),
    );
  expect(words(both(entered(469)), "pro").map(({ zh }) => zh)).toEqual([
    "小学和初中的填报的数完全相同，像是把全校总数填了两遍。请核对：每个学段填各自的；确实相同的请说明。",
  ]);
  expect(codes(both(entered(468)), "pro")).toEqual([]);
  expect(codes(both({ "psych.lecture.count": { what: 4 } }), "pro")).toEqual([]);
});

test("nor where nobody is counted, as days and weeks of the school year, nor where few metres are told as many hundredths", () => {
  const days = {
    "check.daily.patrol": { of: 90, among: 90 },
    "check.weekly.sample": { of: 18, among: 18 },
    "psych.lecture.count": { what: 12 },
  };
  const people = (passed: number) => ({
    "fitness.pass.rate": { of: passed, among: 469 },
    "satisfaction.parent.school": { of: 440, among: 456 },
  });
  const areas = { "psych.room.area": { what: 200 } };
  const both = (entered: NonNullable<Slice["entered"]>) =>
    inBoth(
      storeOf(
        [["pro", "S01", { definitions, slices: [of("primary", { entered }), of("junior", { entered })] }]],
        [{ ...process, indicators: Object.keys(entered) }],
      ),
    );
  expect(codes(both(days), "pro")).toEqual([]);
  expect(codes(both({ ...days, ...people(450) }), "pro")).toEqual(["S01 stages-alike"]);
  // Four numbers of people and 2 ㎡: five are asked about, and 20 ㎡ would be the fifth.
  expect(codes(both({ ...people(450), ...areas }), "pro")).toEqual([]);
  expect(codes(both({ ...people(450), "psych.room.area": { what: 2000 } }), "pro")).toEqual(["S01 stages-alike"]);
});
