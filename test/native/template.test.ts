/**
 * A template is filled in by a program that knows nothing of how it was made, computed by LibreOffice, and held against the kernel: every
 * number, verdict, gap and count of pupils lacking.
 */
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { writeTemplate } from "../../addin/template/write.ts";
import type { Choice, Collection, Figure, Verdict } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { unitFigures } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { addressOf } from "../../shared/tabulate/address.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { type Mapping, tabulate } from "../../shared/tabulate.ts";
import { notePlaces } from "../../shared/template/check.ts";
import { examChecks } from "../../shared/template/exam/checks.ts";
import type { FigurePlace } from "../../shared/template/figure.ts";
import { type Template, templateOf } from "../../shared/template/layout.ts";
import { targetsIn, verdictsOn } from "../../shared/verdicts.ts";
import { markSheet } from "../tools/demo-marks.ts";
import { demoOverview } from "../tools/demo-templates.ts";
import { fill } from "../tools/fill.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";

type Row = readonly (string | number | null)[];
type Cells = Record<string, string | number>;

const school = { school: "S03", name: "第三中学", stages: ["junior" as const] };
const exam = demoOverview.collections[0] as Collection;
const papers = exam.exam?.papers ?? [];
const target = { stage: "junior" as const, unit: null, period: "2025", upTo: null, source: "责任书", by: "bureau", at: "2025-03-01" };
const targets = [...demoOverview.targets, { ...target, indicator: "exam.low", operator: "<=" as const, value: 0.01 }];

/** Columns as they stand in the sheet, by hand: 班级 学号 姓名, five papers, the earlier mark. */
const LETTERS = ["A", "D", "E", "F", "G", "H", "I"];
const SHEET = "成绩 九年级";

function typed(rows: readonly Row[]): Cells {
  const cells: Cells = {};
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      if (value !== null) cells[`${LETTERS[column]}${at + 6}`] = value;
    });
    cells[`B${at + 6}`] = `20233708110000${String(at).padStart(5, "0")}`;
  });
  return cells;
}

/** Every state, 0, marks on their lines, and pupils without an earlier mark. */
const edges: Row[] = [
  ["1班", 72, 71.5, 102, 60, 85, 100],
  ["1班", 0, 48, 47.5, 0, 40, 0],
  ["1班", "免考", "免考", "免考", "免考", "免考", null],
  ["1班", "转出", 100, 100, 90, 90, 90],
  ["1班", "违纪", 72, 72, 60, 60, null],
  ["1班", "缺考", "缓考", "缺考", "缺考", "缺考", 61],
  ["1班", "免考", 72, 72, 60, 60, 50],
];
const generated = markSheet(papers, { seed: 20250, classes: 4, level: 0.2 }).slice(1);

/** The figures and verdicts of the kernel for the same rows, as the pane reads them from a sheet. */
function kernel(rows: readonly Row[], choices: readonly Choice[]): { figures: Figure[]; verdicts: Verdict[] } {
  const mapping: Mapping = {
    ...{ stage: "junior", grade: 9, header: null, school: null, class: 0, number: null, gradeColumn: null },
    subjects: papers.map(({ subject, before }, at) => ({ subject, column: at + 1, before: before ? 6 : null })),
  };
  const { slices, findings } = withQuestions(
    tabulate({ top: 0, left: 0, cells: rows }, mapping, exam.exam as NonNullable<Collection["exam"]>, school),
  );
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  const rules = rulesOf(shipped, exam.definitions, choices);
  const tallies = talliesOf({ definitions: exam.definitions, slices: [...slices] });
  const figures = unitFigures(rules, tallies, exam).map(({ figure }) => figure);
  const court = { rules, unit: school.school, targets: targetsIn(exam.period, targets), undecided: () => null };
  return { figures, verdicts: verdictsOn(figures, court) };
}

function made(choices: readonly Choice[] = []): Template {
  const rules = rulesOf(shipped, exam.definitions, choices);
  return templateOf({ region: demoOverview, school, collection: exam, rules, targets, made: "2025-06-01" });
}

/** What LibreOffice shows in every cell of every sheet. */
async function shown(workbook: Uint8Array): Promise<(sheet: string, row: number, column: number) => unknown> {
  const { sheets } = await readXlsx(await computed(workbook, "xlsx"));
  return (sheet, row, column) => sheets.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
}

const at = ({ indicator, stage, grade, subject, resource }: Omit<FigurePlace, "sheet" | "row" | "column" | "times" | "judged">) =>
  [indicator, stage, grade, subject, resource].join(" ");

function close(one: unknown, other: number, what: string): void {
  expect(typeof one, `${what}: ${one}`).toBe("number");
  expect(Math.abs((one as number) - other)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(other)));
}

const expected: Choice[] = [
  { option: "score-denominator", choice: "expected", why: "局文件", by: "bureau", at: "2025-03-01" },
  { option: "excellent-line", choice: "80", why: "局文件", by: "bureau", at: "2025-03-01" },
];

describe.skipIf(withoutLibreOffice)("an exam's template in LibreOffice", () => {
  describe.each([
    ["a school of four classes", generated, []],
    ["every state, 0, and marks on the lines", edges, []],
    ["the same by the choices of the region", [...edges, ...generated], expected],
  ] as [string, Row[], Choice[]][])("%s", (_, rows, choices) => {
    let cell: Awaited<ReturnType<typeof shown>>;
    const template = made(choices);
    beforeAll(async () => {
      cell = await shown(fill(await writeTemplate(template), { [SHEET]: typed(rows) }));
    });

    test("shows every figure of the kernel, and no other", () => {
      const { figures } = kernel(rows, choices);
      expect(new Set(template.figures.map(at))).toEqual(new Set(figures.map(at)));
      for (const place of template.figures) {
        const figure = figures.find((one) => at(one) === at(place)) as Figure;
        const value = cell(place.sheet, place.row, place.column);
        if (figure.value === null) expect(value).toBe("—");
        else close(value, figure.value * place.times, at(place));
      }
    });

    test("shows every verdict, gap and how many are lacking", () => {
      const { verdicts } = kernel(rows, choices);
      const judged = template.figures.filter((place) => place.judged);
      const possible = verdicts.filter(({ value }) => value !== null);
      expect(judged.length).toBe(possible.length);
      expect(judged.length).toBeGreaterThanOrEqual(8);
      for (const { judged: columns, sheet, row, ...place } of judged) {
        const verdict = possible.find((one) => at(one) === at(place)) as Verdict;
        expect(cell(sheet, row, columns?.verdict ?? -1)).toBe(verdict.verdict === "met" ? "达标" : "未达标");
        expect(Math.abs(Number(cell(sheet, row, columns?.gap ?? -1)) - (verdict.gap as number) * 100)).toBeLessThan(1e-8);
        if (verdict.needed !== null) expect(cell(sheet, row, columns?.needed ?? -1)).toBe(verdict.needed);
      }
    });

    test("says that it can be handed in", () => {
      expect(cell("校验", 2, 0)).toBe("可以上报");
    });
  });
});

describe.skipIf(withoutLibreOffice)("what is wrong in an exam's template", () => {
  /** Eight pupils without a fault, as the sheet has them. */
  const good = typed(Array.from({ length: 8 }, (): Row => ["1班", 80, 81, 82, 83, 84, 85]));
  const faults: [name: string, change: Cells, without: string[], what: string, head: string, place: string][] = [
    ["a blank mark", {}, ["D7"], "语文", "空白", "D7"],
    ["a word", { E8: "八十" }, [], "数学（", "不是分数或状态", "E8"],
    ["digits kept as text", { E9: "88" }, [], "数学（", "不是分数或状态", "E9"],
    ["an error pasted in", { F9: "#N/A" }, [], "英语", "不是分数或状态", "F9"],
    ["a space", { F10: " " }, [], "英语", "不是分数或状态", "F10"],
    ["a mark above the full mark", { G10: 100.5 }, [], "物理", "超出 0—满分", "G10"],
    ["a mark below 0", { G11: -1 }, [], "物理", "超出 0—满分", "G11"],
    ["a mark off the grid", { H12: 77.3 }, [], "化学", "不合分数格", "H12"],
    ["an earlier mark above its full mark", { I13: 101 }, [], "数学前测", "超出 0—满分", "I13"],
    ["a pupil without a class", {}, ["A8"], "班级空白", "处数", "A8"],
    ["a class with a long name", { A9: "九年级第一个实验班甲乙丙丁戊己庚辛" }, [], "班级写法不能用", "处数", "A9"],
    ["a class that is a mobile number", { A10: "13812345678" }, [], "班级写法不能用", "处数", "A9"],
    ["a class that is an old identity card's", { A12: 370811680101123 }, [], "班级写法不能用", "处数", "A9"],
    ["a pupil twice", { B11: good.B7 as string }, [], "学号重复", "处数", "B11"],
    ["a pupil below the room", { A3006: "1班" }, [], "第 3005 行以下还有内容", "处数", ""],
  ];
  let cell: Awaited<ReturnType<typeof shown>>;
  beforeAll(async () => {
    const changed = Object.assign({ ...good }, ...faults.map(([, change]) => change)) as Cells;
    for (const address of faults.flatMap(([, , without]) => without)) delete changed[address];
    cell = await shown(fill(await writeTemplate(made()), { [SHEET]: changed }));
  });

  test.each(faults)("%s is counted, told and found", (_, __, ___, what, head) => {
    const row = Array.from({ length: 60 }, (_, at) => at).find((at) => String(cell("校验", at, 1)).startsWith(what)) as number;
    const heads = Array.from({ length: row }, (_, at) => at).findLast((at) => cell("校验", at, 0) === "在哪张表") as number;
    const column = [2, 3, 4, 5].find((at) => cell("校验", heads, at) === head) as number;
    const alike = faults.filter(([, , , own]) => own === what);
    expect(cell("校验", row, column)).toBe(alike.filter(([, , , , own]) => own === head).length);
    expect(cell("校验", row, 6) ?? "").toBe(alike[0]?.[5]);
  });

  test("and all together are told", () => {
    expect(cell("校验", 2, 0)).toBe("有 15 处要改");
  });

  test("numbers of persons are counted in teachers' codes and in notes, and nothing else of as many digits is", async () => {
    const codes = { C5: "13812345678", D5: 13912345678, E5: "370811680101123", F5: "37081119680101123X", G5: "王老师" };
    const sound = { C6: "12345678901", D6: "1234567890123", E6: "2023-0101", F6: "T13812345678" };
    const noteOf = (zh: string) => addressOf(lines.find(({ id }) => id?.startsWith(zh))?.row ?? 0, lines[0]?.column ?? 0);
    const { places } = made();
    if (places.form !== "exam") throw new Error("an exam has an exam's places");
    const lines = notePlaces(examChecks(places.scores, places.teaching));
    const last = addressOf(lines.at(-1)?.row ?? 0, lines.at(-1)?.column ?? 0);
    const notes = {
      [noteOf("class-without-teacher")]: "13812345678问王老师，或者 37081119680101123X",
      [noteOf("teacher-blank")]: "学籍号G370811200901011234，旧身份证370811680101123。",
      [noteOf("grade-empty")]: "2025-06-28 至 2025-07-02，共 1381234 元，12345678901，1234567890123456",
      [last]: "电话13912345678",
    };
    const cell = await shown(
      fill(await writeTemplate(made()), {
        [SHEET]: good,
        任课表: { A5: "九年级", B5: "1班", ...codes, A6: "九年级", B6: "2班", ...sound },
        校验: notes,
      }),
    );
    const rowOf = (what: string) => Array.from({ length: 60 }, (_, at) => at).find((at) => cell("校验", at, 1) === what) as number;
    expect(cell("校验", rowOf("教师代码写成了姓名或号码"), 2)).toBe(5);
    const other = rowOf("其他要说明的");
    expect([2, 3, 6].map((column) => cell("校验", other, column))).toEqual([5, "必须改", noteOf("class-without-teacher")]);
    expect(cell("校验", 2, 0)).toBe("有 10 处要改");
  });

  test("nothing typed is neither ready nor wrong", async () => {
    const cell = await shown(await writeTemplate(made()));
    expect(cell("校验", 2, 0)).toBe("还没有填");
  });

  test("a class nobody teaches is to be looked at, and handed in all the same", async () => {
    const cell = await shown(fill(await writeTemplate(made()), { [SHEET]: good, 任课表: { A5: "九年级", B5: "2班", C5: "T01" } }));
    expect(cell("校验", 2, 0)).toBe("可以上报");
    expect(cell("校验", 3, 0)).toContain("另有 5 处请核对");
  });
});
