/** The tables beside a bulletin: who has submitted, and how figures stand against their targets. */
import { expect, test } from "vitest";
import type { Target } from "../../shared/contract.ts";
import type { Store } from "../../shared/handin/held.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { coverageTable, figureTable, questionTable, verdictTable } from "../../shared/handin/tables.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chinese, county, exam } from "./bodies.ts";

const made = "2025-07-01T12:00:00.000Z";
const reader = { now: Date.parse("2025-07-02T00:00:00Z"), audience: "bureau" } as const;
const target: Target = {
  ...{ indicator: "exam.pass", stage: "junior", unit: null, period: "2025", operator: ">=", value: 0.9, upTo: null },
  ...{ source: "2025 年目标责任书", by: "督导室", at: made },
};
const here = { ...county, targets: [target], collections: [{ ...exam, required: ["S01", "S02", "S03"] }] };
const hand = (store: Store, school: string, passed: number, failed: number, revision = 1) => {
  const body = chinese([
    [40, failed],
    [80, passed],
  ]);
  return add(
    store,
    heldFrom({ school, collection: exam.collection, body, findings: [], counts: [] }, { revision, made, file: `${school}.xlsx` }),
  );
};
// S01: 2249 of 2500 are 89.96 %. S02 sent two different files, S03 none.
const store = hand(hand(hand(newStore(here, made), "S01", 2249, 251), "S02", 30, 3), "S02", 31, 3);
const rollup = rollupOf(store, exam.collection, reader);
const noticed = standingIn(store, exam.collection, shipped).findings;

test("coverage has every school asked: submitted, in conflict, missing", () => {
  const { rows, note, columns } = coverageTable(here, rollup, noticed);
  expect(rows.map(([code, name, state, revision, received]) => [code, name, (state as { zh: string }).zh, revision, received])).toEqual([
    ["S01", "第一中学", "已填报", 1, "2025-07-01 20:00"],
    ["S02", "第二中学", "有问题，未计入", null, null],
    ["S03", "第三中学", "未填报", null, null],
  ]);
  expect(rows.map((row) => row.length)).toEqual(Array(3).fill(columns.length));
  expect(rows[1]?.at(-1)).toMatchObject({ zh: expect.stringContaining("S02.xlsx") });
  expect([note.zh, note.en]).toEqual(["应填报 3 所，已填报 1 所，未填报 2 所。", "1 of 3 required schools have submitted, 2 are missing."]);
});

test("coverage tells a school that was not asked, and what a school explained", () => {
  const text = "两名学生随迁，学籍在途";
  const body = { ...chinese([[80, 30]]), notes: [{ code: "participation-fell", sheet: null, cell: null, text }] };
  const handed = { school: "S03", collection: exam.collection, body, findings: [], counts: [] };
  const unasked = add(
    newStore({ ...here, collections: [{ ...exam, required: ["S01"] }] }, made),
    heldFrom(handed, { revision: 2, made, file: "S03.xlsx" }),
  );
  const { rows, note } = coverageTable(unasked.county, rollupOf(unasked, exam.collection, reader), []);
  expect(rows.map(([code, , state, , , why]) => [code, (state as { zh: string }).zh, (why as { zh: string } | null)?.zh])).toEqual([
    ["S01", "未填报", undefined],
    ["S03", "已填报（未要求）", text],
  ]);
  expect(note.zh).toBe("应填报 1 所，已填报 0 所，未填报 1 所。另有 1 所未要求也已填报，照常计入。");
});

test("what is to be checked stands by school, with what the school explained", () => {
  const words = { zh: "参考率下降", en: "participation fell" };
  const finding = { level: "query", code: "participation-fell", sheet: null, cell: null, words } as const;
  const { rows, columns, note } = questionTable(here, [
    { school: null, finding },
    { school: "S02", finding: { ...finding, note: "流感" } },
    { school: "S02", finding: { ...finding, sheet: "成绩 九年级", cell: "D7" } },
  ]);
  expect(rows).toEqual([
    [here.region, here.name, words, null],
    ["S02", "第二中学", words, "流感"],
    ["S02", "第二中学", words, { zh: "待说明", en: "to be explained" }],
  ]);
  expect([columns.length, note.zh.slice(0, 3), note.zh.endsWith("其中 1 处待说明。")]).toEqual([4, "3 处", true]);
});

/** Points are no per cent: their unit stands in the format, so that the cell is a number. */
const POINTS = {
  zh: '+0.00" 个百分点";\u22120.00" 个百分点";0.00" 个百分点"',
  en: '+0.00" points";\u22120.00" points";0.00" points"',
};

const PUPILS = { zh: '0" 人"', en: '[=1]0" pupil";0" pupils"' };
const SITTINGS = { zh: '0" 人次"', en: '[=1]0" sitting";0" sittings"' };

test("every figure is in the file, with its counts, whether it has a target or not", () => {
  const { rows, columns } = figureTable(here, rollup);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const all = [rollup.figures, ...rollup.schools.map(({ figures }) => figures)].flat();
  expect(rows).toHaveLength(all.length);
  const low = rows.filter((row) => (row[2] as { zh: string }).zh === "低分率");
  expect(low.map(([code, , , , value, of, among]) => [code, (value as { value: number }).value, of, among])).toEqual([
    ["370811", 0.1004, 251, 2500],
    ["S01", 0.1004, 251, 2500],
  ]);
});

test("a rate that rounds to its target has the digits that tell them apart, and the region waits for the missing", () => {
  const { rows, columns, note } = verdictTable(here, rollup);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const ofPass = rows.filter((row) => (row[2] as { zh: string }).zh === shipped.find("exam.pass")?.names.zh);
  const zh = (cell: unknown) => (typeof cell === "object" && cell !== null && "zh" in cell ? cell.zh : cell);
  expect(ofPass.map((row) => row.map(zh))).toEqual([
    [
      "370811",
      county.name,
      "及格率",
      "九年级 语文",
      { value: 0.8996, format: { zh: "0.00%", en: "0.00%" } },
      "≥ 90 %",
      "无法判定",
      { value: expect.closeTo(-0.04, 10), format: POINTS },
      { value: 1, format: PUPILS },
      "2025 年目标责任书",
      "应填报 3 所，还有 2 所未填报",
    ],
    [
      ...["S01", "第一中学", "及格率", "九年级 语文", { value: 0.8996, format: { zh: "0.00%", en: "0.00%" } }, "≥ 90 %", "未达标"],
      ...[{ value: expect.closeTo(-0.04, 10), format: POINTS }, { value: 1, format: PUPILS }, "2025 年目标责任书", null],
    ],
  ]);
  expect(note.zh).toContain("不排名");
  // Over several papers a pupil is counted in each.
  const pooled = rows.filter((row) => (row[2] as { zh: string }).zh === shipped.find("academic.attainment.rate.junior")?.names.zh);
  const lacking = pooled.map((row) => row[columns.findIndex(({ name }) => name.zh === "还差")]);
  expect(lacking).toEqual(lacking.map(() => ({ value: expect.any(Number), format: SITTINGS })));
  expect(lacking.length).toBeGreaterThan(0);
});
