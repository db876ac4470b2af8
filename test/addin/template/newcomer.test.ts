/** What a newcomer does with an exam's template, and what is said of it: each finding at its cell, with what to do. */
import { expect, test } from "vitest";
import { readWorkbook } from "../../../addin/files/read.ts";
import { type ReadSheet, textIn, valueAt } from "../../../shared/handin/book.ts";
import { countyOf } from "../../../shared/handin/county.ts";
import { readSubmission, writeSubmission } from "../../../shared/handin/file.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { rulesOf } from "../../../shared/indicators/rules.ts";
import { addressOf } from "../../../shared/tabulate/address.ts";
import { classCore } from "../../../shared/tabulate/classes.ts";
import { templateOf } from "../../../shared/template/layout.ts";
import { readTemplate } from "../../../shared/template/read.ts";
import { demoOverview } from "../../tools/demo-templates.ts";
import { type Entries, fill } from "../../tools/fill.ts";
import { demoTemplate } from "../../tools/template-file.ts";

const [SCORES, TEACHING] = ["成绩 九年级", "任课表"];
type Row = readonly (string | number | null)[];
const COLUMNS = "ABCDEFGHI";

/** So many pupils of each class, one below the other from row 6 on. */
const pupils = (...classes: readonly (readonly [name: string, pupils: number])[]): Row[] =>
  classes.flatMap(([name, count]) => Array.from({ length: count }, (): Row => [name, null, null, 70, 70, 80, 50, 40, 90]));

async function read(rows: readonly Row[], more: Entries = {}) {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((value, of) => (value === null ? [] : [[`${COLUMNS[of]}${at + 6}`, value] as const])),
  );
  const own = { ...Object.fromEntries(cells), ...more[SCORES as string] };
  const handed = readTemplate(
    readWorkbook(fill(await demoTemplate("exam", "S03"), { ...more, [SCORES as string]: own })),
    countyOf(demoOverview),
    shipped,
  );
  // These pupils are all alike, which is asked about (clerks.test.ts) and is not the matter here.
  const aside = ["not-recalculated", "entry-missing", "marks-one-value", "entry-one-value"];
  const told = handed.findings.filter(({ code }) => !aside.includes(code));
  return { handed, told, at: told.map(({ level, code, sheet, cell }) => `${level} ${code} ${sheet} ${cell}`) };
}
const [exam] = demoOverview.collections;
const school = demoOverview.schools.find((one) => one.school === "S03");
if (!exam || !school) throw new Error("the demo county has no exam or no S03");
const template = templateOf({
  region: demoOverview,
  school,
  collection: exam,
  rules: rulesOf(shipped, exam.definitions),
  targets: [],
  made: "2025-06-01",
});
const sound = pupils(["1班", 20], ["2班", 20]);

test("任课表 may be left empty: then nothing is asked about it", async () => {
  expect((await read(sound)).at).toEqual([]);
  const begun = await read(sound, { [TEACHING as string]: { A5: "九年级", B5: "1班", C5: "T01" } });
  expect(begun.at).toEqual(["query class-without-teacher 任课表 B5", "query teacher-blank 任课表 D5"]);
});

test("an untouched template is only said to be empty, not that other grades were filled in", async () => {
  expect((await read([])).at).toEqual(["error nothing-filled null null"]);
});

test("a full mark or lines written anew over a column are told in their cell; a cleared text is not", async () => {
  const full = await read(sound, { [SCORES as string]: { D4: "满分 150\n及格 90 起\n优秀 120 起\n低于 60 低分" } });
  expect(full.at).toEqual([`error full-changed ${SCORES} D4`]);
  expect(full.told[0]?.words.zh).toContain("满分 120，及格 72 起，优秀 102 起，低于 48 低分");
  expect(full.handed.body).toBeNull();
  const lines = await read(sound, { [SCORES as string]: { D4: "满分１２０ 及格 80 起 优秀 102 起 低于 48 低分" } });
  expect(lines.at).toEqual([`query lines-changed ${SCORES} D4`]);
  expect((await read(sound, { [SCORES as string]: { D4: "满分：120；及格：72；优秀：102；低分：48", E4: "" } })).at).toEqual([]);
});

test("instructions over the marks that say something else are asked about, those that were cleared or only spaced otherwise are not", async () => {
  const at = async (A3: string) => (await read(sound, { [SCORES as string]: { A3 } })).at;
  expect(await at("一名学生一行。缺考的一律填 0 分。")).toEqual([`query hint-changed ${SCORES} A3`]);
  expect(await at(" ")).toEqual([]);
  const text = textIn(valueAt(readWorkbook(await demoTemplate("exam", "S03")).sheets[1] as ReadSheet, 2, 0));
  expect(text).toMatch(/^一名学生一行.*考了 0 分填 0/);
  expect(await at(text.replaceAll("。", "。\n"))).toEqual([]);
});

test("a title that names another grade is an error, one that says something else is asked about", async () => {
  expect((await read(sound, { [SCORES as string]: { A1: "2025年期末　八年级成绩" } })).at).toEqual([`error title-grade ${SCORES} A1`]);
  expect((await read(sound, { [SCORES as string]: { A1: "九年级期中成绩" } })).at).toEqual([`query title-changed ${SCORES} A1`]);
});

test("all spellings of one class are asked about together, by their cells, and never quoted", async () => {
  const names = ["1班", "1 班", "１班", "01班", "一班", "九年级1班", "1", "九(1)班"];
  const rows = [...pupils(...names.map((name) => [name, 3] as const)), ...pupils(["2班", 20])];
  const { told } = await read(rows);
  const alike = told.filter(({ code }) => code === "class-alike");
  // 1班, 1 班 and １班 are one to begin with.
  expect(alike.map(({ cell }) => cell)).toEqual(["A15"]);
  for (const cells of ["A6:A14（9）", "A15:A17（3）", "A18:A20（3）", "A21:A23（3）", "A24:A26（3）", "A27:A29（3）"])
    expect(alike[0]?.words.zh).toContain(cells);
  expect(alike[0]?.words.zh).not.toContain("九年级1班");
});

test.each([
  ["1", ["1班", "01班", "一班", "九(1)班", "九（1）", "9年级1班", "初三1班", "九1班", "001"]],
  ["12", ["12班", "十二班", "九年级十二班", "9(12)"]],
  ["20", ["二十班", "20班"]],
  ["10", ["十班", "10"]],
])("classes that are %s", (core, names) => {
  expect(names.map((name) => classCore(name))).toEqual(names.map(() => core));
  expect([classCore("11班"), classCore("实验班"), classCore("1a班")]).toEqual(["11", "实验", "1a"]);
});

test("a small class is named by its cells, with the reason, unless all classes are small", async () => {
  const { told, at, handed } = await read(pupils(["1班", 20], ["张三", 4], ["2班", 20]));
  expect(at).toEqual([`query class-small ${SCORES} A26`]);
  expect(told[0]?.words.zh).toMatch(/不足 10 人.*A26:A29（4）.*A30:A49（20）也只算在年级里/);
  expect(JSON.stringify(handed.body)).not.toContain("张三");
  expect(told[0]?.words.zh).not.toContain("张三");
  expect((await read(pupils(["1班", 8], ["2班", 7]))).at).toEqual([]);
});

test("marks kept as texts are told once a column, with the range and what to do; no figure is then held against them", async () => {
  const rows = sound.map((row, at) => row.map((value, of) => (of === 4 && at < 30 ? String(value) : value)));
  const { at, told, handed } = await read(rows);
  expect(at).toEqual([`query mark-as-text ${SCORES} E6`]);
  expect(told[0]?.words.zh).toMatch(/数学有 30 格是文本格式的数（E6:E35）.*分列/);
  const maths = handed.body?.slices.find(({ subject, class: own }) => subject === "数学" && own === null);
  expect(maths?.scores?.counts).toEqual([[140, 40]]);
});

test("figures of a column kept as texts are not told again one by one; other figures are, as people read them", async () => {
  const place = (of: string) => {
    const found = template.figures.find(
      ({ sheet, subject, indicator }) => sheet === "一分三率" && subject === of && indicator === "exam.pass",
    );
    return addressOf(found?.row ?? 0, found?.column ?? 0);
  };
  const [chinese, maths] = [place("语文"), place("数学")];
  const wrong = { 一分三率: { [chinese]: { formula: "1", value: 0.006 }, [maths]: { formula: "1", value: 0.006 } } };
  const differing = async (rows: readonly Row[]) => (await read(rows, wrong)).told.filter(({ code }) => code === "value-differs");
  const about = (found: Awaited<ReturnType<typeof differing>>, cell: string) => found.find((one) => one.cell === cell)?.words.zh;
  const plain = await differing(sound);
  expect(about(plain, chinese)).toMatch(/表里是0\.6 %，系统算出的是 0\.0 %/);
  expect(about(plain, maths)).toMatch(/系统算出的是/);
  const texts = await differing(sound.map((row) => row.map((value, of) => (of === 4 ? String(value) : value))));
  expect(about(texts, chinese)).toMatch(/系统算出的是/);
  expect(texts.filter(({ words }) => /数学|各科/.test(words.zh))).toEqual([]);
});

test("a formula without a value, or one that fails, is told once in its cell", async () => {
  const more = Object.fromEntries([...[6, 7, 8].map((row) => [`D${row}`, "=40+40"]), ["E6", "#DIV/0!"], ["F6", "=1/0"]]);
  const { at, told } = await read(sound, { [SCORES as string]: more });
  expect(at).toEqual(
    ["D6", "F6", "D7", "D8"].map((cell) => `error score-blank ${SCORES} ${cell}`).toSpliced(1, 0, `error score-error ${SCORES} E6`),
  );
  expect(told[0]?.words.zh).toContain("这里是公式，文件里没有算出的值");
});

test("who left is counted by nobody: the file says as many pupils as the submission made of it", async () => {
  const rows = sound.map((row, at) =>
    row.map((value, of) => (at === 0 && of >= 3 && of < 8 ? "转出" : at === 0 && of === 8 ? null : value)),
  );
  const { handed } = await read(rows);
  expect(handed.counts.map(({ pupils: n }) => n)).toEqual([39]);
  const { region } = demoOverview;
  const [code, collection, body] = [handed.school as string, handed.collection as string, handed.body];
  if (!body) throw new Error("there is no body");
  const file = { program: "QUALITY", region, school: code, collection, revision: 1, body, findings: [], made: "2025-07-01T00:00:00.000Z" };
  const back = readSubmission(writeSubmission(file), countyOf(demoOverview), shipped);
  expect(back.counts.map(({ pupils: n }) => n)).toEqual([39]);
});
