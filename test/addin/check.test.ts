/** 核对: what a row says when it opens is what EXPLAIN says of the same cells; which rows a filter shows; what stands behind them. */
import { afterEach, describe, expect, test } from "vitest";
import { forgetServed, inForce, serve } from "../../addin/catalogue.ts";
import { aboutSchool, coverageBy } from "../../addin/check/about.ts";
import { explained } from "../../addin/check/explained.ts";
import { lacksBy } from "../../addin/check/lacks.ts";
import { NO_FILTER, rowsOf, shownRows, UNMET } from "../../addin/check/rows.ts";
import { EXPLAIN } from "../../addin/functions.ts";
import { check, groupsOf, type SchoolFigures } from "../../addin/pane/check.ts";
import type { Choice, Collection, Figure, School, Slice, Target } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { ofExams } from "../../shared/indicators/of-exams.ts";
import { guessColumns, papersOf, tabulate } from "../../shared/tabulate.ts";
import { randomness } from "../bench/marks.ts";
import * as demo from "../tools/demo-county.ts";

const SUBJECTS = demo.exam.papers.map(({ subject }) => subject);
const FULLS = demo.exam.papers.map(({ full }) => full);
const STATES = ["缺考", "缓考", "免考", "违纪", "转出"];

/** Half marks of a made-up class; here and there a state. */
function classOf(pupils: number, seed: number, subjects = FULLS.length): unknown[][] {
  const random = randomness(seed);
  return Array.from({ length: pupils }, () =>
    FULLS.slice(0, subjects).map((full) =>
      random() < 0.06 ? STATES[Math.floor(random() * STATES.length)] : Math.round(random() * 2 * full) / 2,
    ),
  );
}

const by = { by: "bureau-1", at: "2026-11-20T17:30:00.000Z" };
const TARGETS: Target[] = [
  ...demo.targets.map((target): Target => ({ ...target, ...by })),
  { ...(demo.targets[0] as Target), ...by, indicator: "teacher.backbone.share", value: 0.25, source: "县教研计划" },
  { ...(demo.targets[0] as Target), ...by, indicator: "exam.mean", value: 60, source: "县教研计划" },
];
const CHOICES: Choice[] = [
  { option: "excellent-line", choice: "80", why: "局长办公会纪要", ...by },
  { option: "score-denominator", choice: "expected", why: "教研室通知", ...by },
];

afterEach(() => forgetServed());

/** The sheet as the pane reads it, and the figures of it with what is behind them. */
function checked(marks: readonly unknown[][], subjects: number, choices: Choice[], catalogue?: Catalogue) {
  const release = inForce().release;
  serve({ region: demo.region, release, indicators: [], choices, targets: TARGETS });
  const exam = { ...demo.exam, papers: demo.exam.papers.slice(0, subjects).map((paper) => ({ ...paper, before: null })) };
  const collection = {
    ...demo.collectionBody,
    exam,
    collection: demo.collection,
    definitions: release,
    choices: null,
  } as unknown as Collection;
  const school = demo.schools[2] as School;
  const cells = [["学号", ...SUBJECTS.slice(0, subjects)], ...marks.map((row, at) => [at + 1, ...row])];
  const sheet = { name: "成绩", address: "", top: 0, left: 0, cells, hiddenRows: [], merged: [] };
  const papers = papersOf(exam, { stage: "junior", grade: 9 });
  const { slices } = tabulate(sheet, guessColumns(cells, papers), exam, school, null);
  const found = check(slices, collection, school, { targets: TARGETS, choices }, catalogue ?? inForce().catalogue);
  const held = { name: school.name, unit: school, region: demo.region, collection, targets: TARGETS, choices, baseline: null };
  return { found, about: aboutSchool(held, { body: { definitions: release, slices: [...slices] } }, []) };
}

/** EXPLAIN of the cells that a figure is read from; lines are the region's own, so none is typed. */
function saidByCell({ indicator, subject }: Figure, marks: readonly unknown[][], subjects: number): unknown[] {
  const column = marks.map((row) => [row[SUBJECTS.indexOf(subject ?? "语文")]]);
  const full = [[FULLS[SUBJECTS.indexOf(subject ?? "语文")]]];
  const inputs = /\.(mean|sd)$/.test(indicator)
    ? [column]
    : /allpass|pass\.all/.test(indicator)
      ? [marks.map((row) => [...row]), [[null]], [FULLS.slice(0, subjects)]]
      : [column, [[null]], full];
  return [EXPLAIN(indicator, [...inputs, [["初中"]]]), EXPLAIN(indicator, [...inputs, [["junior"]], [["en"]]])];
}

describe("the sentence of a figure is EXPLAIN's of its cells, in both languages", () => {
  test.each([
    ["five subjects, nothing chosen", 5, []],
    ["five subjects, by the region's choices", 5, CHOICES],
    ["one subject, so that what is pooled is one column", 1, CHOICES],
  ] as const)("%s", (_, subjects, choices) => {
    const marks = classOf(60, 7 + subjects, subjects);
    const { found, about } = checked(marks, subjects, [...choices]);
    const told = groupsOf(found).flatMap(({ items }) => items);
    const pooled = (indicator: string) => /attainment|excellence/.test(indicator);
    const one = told.filter(({ indicator, figure }) => figure?.value != null && (subjects === 1 || !pooled(indicator.id)));
    expect(one.length).toBeGreaterThan(subjects * 4);
    for (const { indicator, figure, verdicts } of one) {
      const said = explained({ indicator, figure, verdict: verdicts[0] ?? null }, found.readings, about);
      expect([said.zh, said.en]).toEqual(saidByCell(figure as Figure, marks, subjects));
    }
  });

  test("what is pooled over several papers names the line of each", () => {
    const { found, about } = checked(classOf(60, 3), 5, []);
    const [row] = rowsOf(found).filter(({ indicator }) => indicator.id === "academic.attainment.rate.junior");
    if (!row) throw new Error("no such row");
    expect(explained(row, found.readings, about).zh).toContain("各科线为 72、72、72、60、60 分，满分 120、120、120、100、100 分");
  });
});

test("who set a target is the one in force: of its period, stage and unit, though others say the same number and source", () => {
  const { found, about } = checked(classOf(60, 3), 5, []);
  const [row] = rowsOf(found).filter(({ indicator }) => indicator.id === "exam.mean");
  if (!row) throw new Error("no such row");
  const own = TARGETS.at(-1) as Target;
  const others: Target[] = [
    { ...own, period: "2023" },
    { ...own, stage: "primary", period: "2024-2025" },
    { ...own, period: "2024..2026", unit: "S01" },
    { ...own, period: "2022..2025" },
  ];
  const ofSchool = { ...own, unit: row.verdict.unit };
  const told = (targets: Target[]) => explained(row, found.readings, { ...about, targets }).zh;
  expect(told([...others.slice(0, 3), own])).toContain("本区目标 2025：县教研计划");
  // One that names the unit wins over the general ones.
  expect(told([...others, ofSchool])).toContain("本区目标 2025：县教研计划");
});

describe("before all definitions are there, those that read exams", () => {
  test("give the same figures, verdicts and readings as all of them", () => {
    for (const [seed, choices] of [
      [1, []],
      [2, CHOICES],
    ] as const) {
      const marks = classOf(60, seed);
      const [all, first] = [shipped, ofExams].map((catalogue) => checked(marks, 5, [...choices], catalogue).found);
      expect(all?.verdicts.length).toBeGreaterThan(3);
      expect(first).toEqual(all);
    }
  });

  test("are every one that a sheet of marks can be read by, as it is in every release", () => {
    const read = (catalogue: Catalogue, release: string) =>
      catalogue.inForce(release).filter(({ reads, kind }) => {
        const between = kind.kind === "dispersion" && kind.measure === "icc";
        return ["paper", "stage", "grade", "pairs"].includes(reads.from) || between;
      });
    expect(ofExams.releases).toEqual(shipped.releases);
    for (const release of shipped.releases) {
      expect(read(shipped, release).length).toBeGreaterThan(10);
      expect(read(ofExams, release)).toEqual(read(shipped, release));
    }
  });
});

test("a target on what the exam says nothing about is not held against the sheet, as in the rollup", () => {
  const { found } = checked(classOf(60, 4), 5, []);
  expect(found.verdicts.map(({ indicator }) => indicator)).not.toContain("teacher.backbone.share");
  expect(found.verdicts.map(({ indicator }) => indicator)).toContain("exam.mean");
});

describe("the list", () => {
  const { found } = checked(classOf(60, 5), 5, []);
  const rows = rowsOf(found);

  test("has a row for each verdict", () => expect(rows).toHaveLength(found.verdicts.length));

  test("shows the verdicts that are chosen, and what the search finds by name, subject or id", () => {
    const unmet = shownRows(rows, { outcomes: UNMET, text: "" });
    expect(unmet).toEqual(rows.filter(({ verdict }) => verdict.verdict !== "met"));
    expect(shownRows(rows, { ...NO_FILTER, text: " 平均分  数学" }).map(({ verdict }) => verdict.subject)).toEqual(["数学"]);
    expect(shownRows(rows, { ...NO_FILTER, text: "pass.all" }).map(({ indicator }) => indicator.id)).toEqual([
      "academic.pass.all.rate.junior.grad",
    ]);
    expect(shownRows(rows, { ...NO_FILTER, text: "没有的" })).toEqual([]);
  });
});

test("coverage counts the schools asked that have a value; of what is read over schools, those that sent more than zeros of the paper", () => {
  const place = { stage: "junior", grade: 9, subject: "数学", resource: null } as const;
  const figure = (indicator: string, value: number | null) =>
    ({ ...place, indicator, value, counts: null, interval: null, readings: [], estimate: false, why: null }) satisfies Figure;
  const school = (code: string, ...figures: Figure[]): SchoolFigures => ({ school: code, name: code, figures, verdicts: [], notes: [] });
  const schools = [
    school("S01", figure("exam.pass", 0.5)),
    school("S02", figure("exam.pass", null), figure("exam.low", 0.5)),
    school("S04", figure("exam.pass", null), figure("exam.low", null)),
    school("S09", figure("exam.pass", 1)),
  ];
  const asked = ["S01", "S02", "S04"].map((code) => ({ school: code, name: code, stages: ["junior"] }) as unknown as School);
  const primary = { ...(asked[0] as School), school: "P1", stages: ["primary"] as School["stages"] };
  const covered = coverageBy(schools);
  expect(covered({ ...place, indicator: "exam.pass" }, [...asked, primary])).toEqual({ has: 1, of: 3 });
  expect(covered({ ...place, indicator: "exam.betweenschools" }, asked)).toEqual({ has: 2, of: 3 });
  expect(covered({ ...place, indicator: "exam.pass", subject: "语文" }, asked)).toEqual({ has: 0, of: 3 });
});

describe("what a missed target lacks stands beside it", () => {
  const collection = {
    ...demo.collectionBody,
    ...{ form: "resources", exam: null, period: "2025", collection: "2025-conditions", definitions: inForce().release, choices: null },
  } as unknown as Collection;
  const unit = demo.schools[2] as School;
  const slices: Slice[] = [
    {
      ...{ stage: "junior", grade: null, subject: null, class: null },
      // Three teachers, 412 m² and 0.01 yuan too few of 1000 pupils' 10, 10,200 and 2,500,000.
      resources: { pupils: 1000, amounts: { "teachers.backbone": 7, "area.sports": 978_800, "equipment.value": 249_999_999 } },
    },
  ];
  const held = { name: unit.name, unit, region: demo.region, collection, targets: [], choices: [], baseline: null };
  const found = check(slices, collection, unit, { targets: [], choices: [] }, inForce().catalogue);
  const lacks = (about: Parameters<typeof lacksBy>[1]) => {
    const rows = rowsOf(found);
    const by = lacksBy(rows, about, null);
    return rows.flatMap(({ key }) => by.get(key)?.zh ?? []);
  };

  test("in whole teachers, square metres and yuan, from the numbers at hand", () => {
    const told = lacks(aboutSchool(held, { body: { definitions: inForce().release, slices } }, []));
    // Some are asked in two families.
    expect([...new Set(told)].sort()).toEqual(["体育运动场馆面积还差 412 ㎡", "县级以上骨干教师数还差 3 人", "教学仪器设备值还差 1 元"]);
  });

  test("and nothing does where the numbers are not at hand", () => {
    expect(lacks(aboutSchool(held, null, []))).toEqual([]);
    expect(lacks(aboutSchool({ ...held, unit: null }, { body: { definitions: inForce().release, slices } }, []))).toEqual([]);
  });
});
