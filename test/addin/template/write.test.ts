/** Templates as files: the same bytes for the same school, small, and refused where there is nothing to fill in. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { rememberingEntries } from "../../../addin/files/pack.ts";
import { writeTemplate } from "../../../addin/template/write.ts";
import type { Collection, Paper, School } from "../../../shared/contract.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { placesOf, templateOf } from "../../../shared/template/layout.ts";
import type { ExamPlaces } from "../../../shared/template/places.ts";
import { demoOverview } from "../../tools/demo-templates.ts";
import { root } from "../../tools/root.ts";

const [exam, conditions, process] = demoOverview.collections as [Collection, Collection, Collection];
const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "道德与法治"];
const paper = (grade: number, subject: string, more: Partial<Paper> = {}): Paper => ({
  ...{ stage: "junior", grade, subject, full: 120, grid: 2, lines: { pass: null, excellent: null, low: null }, before: null },
  ...more,
});
const nine: Collection = {
  ...exam,
  exam: { name: "期末", papers: [7, 8, 9].flatMap((grade) => SUBJECTS.map((subject) => paper(grade, subject))) },
};

function made(collection: Collection, school: Partial<School> = {}, day = "2025-06-01") {
  const own = { school: "S03", name: "第三中学", stages: ["junior" as const], ...school };
  const rules = rulesOf(shipped, collection.definitions);
  return templateOf({ region: demoOverview, school: own, collection, rules, targets: demoOverview.targets, made: day });
}

/** The hidden sheet as a table, read from the file's own XML. */
function metaIn(file: Uint8Array): Record<string, string> {
  const parts = unzipSync(file);
  const text = (path: string) => strFromU8(parts[path] as Uint8Array);
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, one]) => one as string);
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  const cells = new Map(
    [...text(`xl/worksheets/sheet${sheets.indexOf("模板信息") + 1}.xml`).matchAll(/<c r="([AB]\d+)"[^>]*><v>(\d+)<\/v>/g)].map(
      ([, at, index]) => [at as string, strings[Number(index)] as string],
    ),
  );
  return Object.fromEntries(Array.from({ length: 12 }, (_, row) => [cells.get(`A${row + 1}`), cells.get(`B${row + 1}`)]));
}

describe("a template as a file", () => {
  test.each([
    ["exam", exam],
    ["resources", conditions],
    ["indicators", process],
  ] as const)("%s: the same bytes whenever it is written", async (_, collection) => {
    const [one, other] = [await writeTemplate(made(collection)), await writeTemplate(made(collection))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(Buffer.from(one).equals(Buffer.from(await writeTemplate(made(collection, { school: "S04" }))))).toBe(false);
  });

  test("written with a memory of what others were compressed to, the bytes are the same", async () => {
    const compress = rememberingEntries();
    for (const school of ["S01", "S02", "S01"]) {
      const template = made(nine, { school, name: `${school}中学` });
      expect(Buffer.from(await writeTemplate(template, compress)).equals(Buffer.from(await writeTemplate(template)))).toBe(true);
    }
  });

  test("repeats heads by names that are quoted: Excel repairs a file in which a sheet's name with a space is not", async () => {
    const workbook = strFromU8(unzipSync(await writeTemplate(made(exam)))["xl/workbook.xml"] as Uint8Array);
    const titles = [...workbook.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d+)">([^<]*)</g)].map(([, at, range]) => [
      at,
      range,
    ]);
    expect(titles).toEqual([
      ["1", "'成绩 九年级'!$4:$5"],
      ["2", "'任课表'!$4:$4"],
      ["5", "'汇总'!$5:$5"],
    ]);
  });

  test("says whose it is, for what, and by which layout and definitions", async () => {
    const meta = metaIn(await writeTemplate(made(exam)));
    expect(meta).toMatchObject({ 模板格式: "2", 区划: "370811", 学校代码: "S03", 学校名称: "第三中学", 采集: "2025-final", 报表: "exam" });
    expect(meta).toMatchObject({ 周期: "2024-2025-2", 定义: exam.definitions, 制作日期: "2025-06-01" });
    expect(meta.布局校验).toMatch(/^[0-9a-f]{16}$/);
  });

  test("the layout's checksum is the same for every school of a collection, and another for other papers", () => {
    const own = made(exam).meta.布局校验;
    expect(made(exam, { school: "S04", name: "河东镇中学" }, "2025-06-02").meta.布局校验).toBe(own);
    expect(made(nine).meta.布局校验).not.toBe(own);
  });

  test("three grades with nine subjects and room for 3,000 pupils each stay under 60 KB", async () => {
    expect((await writeTemplate(made(nine))).length).toBeLessThan(60_000);
    expect((made(nine).places as ExamPlaces).scores.map(({ room, marks }) => [room, marks.length])).toEqual([
      [3000, 9],
      [3000, 9],
      [3000, 9],
    ]);
  });

  test.each([exam, conditions, process].map((one) => [one.form, one] as const))(
    "%s: a reader derives the same places without the sheets",
    (_, collection) => {
      const rules = rulesOf(shipped, collection.definitions);
      const school = { school: "S03", name: "第三中学", stages: ["junior" as const] };
      expect(placesOf({ region: demoOverview, school, collection, rules })).toEqual(made(collection).places);
    },
  );

  test("a school without the stage of any paper is refused with its name", () => {
    expect(() => made(exam, { stages: ["primary"] })).toThrow("第三中学");
    expect(() => made(conditions, { stages: ["senior"] })).toThrow("第三中学");
    expect(() => made({ ...process, indicators: ["naep.level"] })).toThrow("第三中学");
  });

  test("places follow the papers: the same grade in two stages has two sheets, an earlier mark a column of its own", () => {
    const papers = [
      paper(6, "chemistry", { stage: "primary" }),
      paper(6, "数学", { before: { name: "入学成绩", full: 100, grid: 1 } }),
      paper(6, "语文", { before: { name: "入学成绩", full: 100, grid: 1 } }),
    ];
    const { places } = made({ ...exam, exam: { name: "期末", papers } }, { stages: ["primary", "junior"] });
    const { scores } = places as ExamPlaces;
    expect(scores.map(({ sheet, headers }) => [sheet, headers])).toEqual([
      ["成绩 小学六年级", ["班级", "学号", "姓名", "化学"]],
      ["成绩 初中六年级", ["班级", "学号", "姓名", "数学", "语文", "数学前测", "语文前测"]],
    ]);
  });
});

test("an empty list has lines to write on when it is printed, and nothing in them", async () => {
  const parts = unzipSync(await writeTemplate(made(exam)));
  for (const [at, first, lines, columns] of [
    [2, 6, 35, 9],
    [3, 5, 20, 7],
  ] as const) {
    const xml = strFromU8(parts[`xl/worksheets/sheet${at}.xml`] as Uint8Array);
    const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/g)].filter(([, row]) => Number(row) >= first);
    expect(rows).toHaveLength(lines);
    for (const [, , cells] of rows) expect(cells).toMatch(new RegExp(`^(<c r="[A-Z]+\\d+" s="\\d+"/>){${columns}}$`));
  }
});

function command(...given: string[]): { stdout: string; stderr: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "quality-templates-"));
  const program = ["--experimental-strip-types", join(root, "test/tools/template.ts"), join(folder, "out")];
  if (given[0]) writeFileSync(join(folder, "county.json"), given[0]);
  const { stdout, stderr } = spawnSync(
    globalThis.process.execPath,
    [...program, ...(given[0] ? [join(folder, "county.json"), ...given.slice(1)] : [])],
    {
      encoding: "utf8",
    },
  );
  const files = readdirSync(join(folder, "out"));
  rmSync(folder, { recursive: true });
  return { stdout, stderr: stderr.replace(/.*ExperimentalWarning.*\n.*\n/, ""), files };
}

test("npm run template makes the demo county's files without a server", () => {
  const { stdout, stderr, files } = command();
  expect(stderr).toBe("");
  expect(stdout).toContain("6 →");
  expect(files).toHaveLength(18);
  expect(files).toContain("S03_第三中学_2024-2025_学年第二学期九年级期末(示例).xlsx");
});

test("npm run template makes the county's own too, and tells collections of one name apart", () => {
  const ranks = { ...process, collection: "2025-ranks", indicators: ["rank.city.junior"] };
  const county = { ...demoOverview, schools: demoOverview.schools.slice(0, 1), collections: [process, ranks] };
  const { stderr, files } = command(JSON.stringify(county));
  expect(stderr).toBe("");
  expect(files.sort()).toEqual([
    "370811_示例县(演示数据)_2025_年教育教学过程指标(示例)_2025-ranks.xlsx",
    "S01_第一中学_2025_年教育教学过程指标(示例)_2025-process.xlsx",
  ]);
});
