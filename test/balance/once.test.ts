/** The standard's requirements are judged once, though the statement's chapter on resources takes three of them over with their numbers. */
import { describe, expect, test } from "vitest";
import "../../addin/all-definitions.ts";
import { rowsOf } from "../../addin/check/rows.ts";
import { rollupRows, schoolRows } from "../../shared/ask/tables.ts";
import type { View } from "../../shared/ask/view.ts";
import type { Sender } from "../../shared/balance/rows.ts";
import type { Target } from "../../shared/contract.ts";
import { readRollup } from "../../shared/rollup.ts";
import { collection, rollupInput } from "../indicators/county.ts";
import { ENOUGH, member, rules } from "./rows.ts";

const resources = collection({ form: "resources", exam: null, period: "2025" });
const writable = ({ stages, ...rest }: Sender) => ({ ...rest, stages: [...stages] });
const junior = (school: string, changes: Readonly<Record<number, number>>) =>
  member(school, [{ stage: "junior", pupils: 1000, seven: ENOUGH.junior.map((value, at) => changes[at] ?? value) }]);
/** Of 1000 pupils; the second lacks 2000 m² of sports ground, more than 15 % of what is asked. */
const members = [junior("S01", {}), junior("S02", { 4: 8200 })].map(writable);
const read = (targets: readonly Target[]) => readRollup(rollupInput(members, { rules, collection: resources, targets: [...targets] }));
const own = (value: number): Target => ({
  ...{ id: "t1", indicator: "resource.sports.area", stage: "junior", unit: null, period: "2025", operator: ">=", value, upTo: null },
  ...{ source: "局发〔2025〕3号", by: "督导室", at: "2025-01-01T00:00:00.000Z" },
});
const idsOf = (targets: readonly Target[], school: string) =>
  read(targets)
    .schools.find((one) => one.school === school)
    ?.verdicts.map(({ indicator, limit, verdict }) => `${indicator} ${limit} ${verdict}`);

describe("of a school", () => {
  test("the seven of the standard and the whole stand there, each once", () => {
    expect(idsOf([], "S02")).toEqual([
      "eq.teacher.overqualified.junior 5.3 met",
      "eq.teacher.backbone.junior 1 met",
      "eq.teacher.pearts.junior 0.9 met",
      "eq.area.teaching.junior 5.8 met",
      "eq.area.sports.junior 10.2 missed",
      "eq.equipment.value.junior 2500 met",
      "eq.multimedia.rooms.junior 2.4 met",
      "eq.school.composite 1 missed",
    ]);
  });

  test("what the region itself asks is judged beside the standard, be it the same number or another", () => {
    for (const [value, outcome] of [
      [10.2, "missed"],
      [8, "met"],
    ] as const) {
      const told = idsOf([own(value)], "S02") ?? [];
      expect([told.length, told.includes(`resource.sports.area ${value} ${outcome}`)]).toEqual([9, true]);
    }
  });
});

test("核对 of a school begins with whether it passes as a whole", () => {
  const { verdicts = [], figures = [] } = read([]).schools[1] ?? {};
  const rows = rowsOf({ definitions: "2026-11", readings: [], figures: [...figures], verdicts: [...verdicts] });
  expect([rows[0]?.indicator.id, rows.length]).toEqual(["eq.school.composite", 8]);
});

describe("what cells are told", () => {
  const view: View = {
    ...{
      collection: { ...resources, collection: "conditions", definitions: "2026-11", choices: null },
      rules,
      only: null,
      distributions: true,
      tallies: () => undefined,
    },
    rollup: {
      ...{ region: "370811", collection: "conditions", period: "2025", definitions: "2026-11", readings: [], totals: [], lineage: [] },
      coverage: { required: 3, submitted: 2, missing: ["S03"] },
      ...(({ figures, verdicts, schools }) => ({
        figures: [...figures],
        verdicts: [...verdicts],
        schools: schools.map((one) => ({ ...one, figures: [...one.figures], verdicts: [...one.verdicts], notes: [] })),
      }))(read([])),
    },
  };
  const all = ["S01", "S02", "S03"].map((school) => ({
    ...{ school, name: school, stages: ["junior" as const], setting: null, type: null, groups: [] },
  }));

  test("ROLLUP begins with the schools that pass as a whole, and tells no requirement twice", () => {
    const [, first, ...rest] = rollupRows(view, null, all);
    expect(first?.slice(0, 1).concat(first.slice(3))).toEqual([
      ...["eq.school.composite", 1, 3, 1 / 3],
      { zh: "每所学校都达标", en: "every school" },
      { zh: "无法判定", en: "undecided" },
      { zh: "1 所未填报或不全", en: "1 not submitted or incomplete" },
    ]);
    const ids = rest.map(([id]) => String(id));
    expect(ids.filter((id) => id.startsWith("resource."))).toEqual([]);
    expect(ids.filter((id) => id === "eq.area.sports.junior").length).toBe(1);
  });

  test("the id of the statement's chapter still answers, with the standard's verdict", () => {
    const rows = schoolRows(view, "resource.sports.area").slice(1);
    expect(rows.map((row) => [row[0], row[5], row[7]])).toEqual([
      ["S01", 10.2, { zh: "达标", en: "met" }],
      ["S02", 8.2, { zh: "未达标", en: "missed" }],
    ]);
  });
});
