/** What a plain list holds beside the columns that are read, and the order of what comes of it. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const paper = (subject: string): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2, before: null },
  lines: { pass: null, excellent: null, low: null },
});
const exam = { name: "期末", papers: [paper("语文"), paper("数学")] };
const school = { school: "S01", name: "第一中学" };
const sheet = (...cells: unknown[][]) => ({ top: 0, left: 0, cells });
const guess = (cells: unknown[][]) => guessColumns(cells, exam.papers);
const read = (cells: unknown[][]) => withQuestions(tabulate(sheet(...cells), guess(cells), exam, school));
/** Rows alike, but for marks that are not the same for all. */
const pupils = (count: number, row: unknown[]) =>
  Array.from({ length: count }, (_, at) => row.map((cell) => (typeof cell === "number" ? cell - (at % 7) : cell)));

describe("what stands beside the columns that are read", () => {
  const named = (name: string, ...cells: unknown[][]) => withQuestions(tabulate({ name, ...sheet(...cells) }, guess(cells), exam, school));
  const told = (cells: unknown[][]) => read(cells).findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`);
  const list = [["班级", "性别", "语文", "数学"], ...pupils(12, ["1班", "女", 80, 90])];

  test("a second list at the side is an error that names both headers, and no half of it is counted", () => {
    const two = [
      ["班级", "性别", "语文", "数学", "", "班级", "性别", "语文", "数学"],
      ...pupils(12, ["1班", "女", 80, 90, null, "2班", "男", 70, 60]),
    ];
    const { findings, slices } = read(two);
    expect(findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual(["error list-beside H1"]);
    expect(findings[0]?.words.zh).toContain("C1 和 H1");
    expect(slices).toEqual([]);
  });

  test("a sheet without a column of marks says that there is nothing to read, whatever else is on it", () => {
    for (const cells of [[["本校没有九年级"]], [["班级", "性别"], ...pupils(12, ["1班", "女"])]])
      expect(told(cells)).toEqual(["error no-marks A1"]);
    expect(told([["班级", "语文", "数学"]])).toEqual(["error no-pupils A1"]);
  });

  test("another column of a subject is asked about by its cell; an empty one, a rank and the mark of entry are not", () => {
    const columns = (head: string, value: unknown) => list.map((row, at) => [...row, at === 0 ? head : value]);
    expect(told(columns("语文原始分", 75))).toEqual(["query subject-twice E1"]);
    expect(told(columns("语文原始分", null))).toEqual([]);
    expect(told(columns("语文名次", 3))).toEqual([]);
    expect(told(columns("语文入学", 3))).toEqual([]);
    expect(read(columns("语文原始分", 75)).findings[0]?.words.zh).toBe(
      "语文有两列：读的是 C1，没有读 E1。请核对；用错了就在“各列是什么”里改选。",
    );
  });

  test("a title or a sheet's name that speaks of another grade is an error, where no column tells the grade", () => {
    const titled = (title: string) => [[title, null, null, null], ...list];
    const codes = (name: string, cells: unknown[][]) => named(name, ...cells).findings.map(({ code, cell }) => `${code} ${cell}`);
    expect(codes("Sheet1", titled("八年级期末成绩"))).toEqual(["list-grade A1"]);
    expect(codes("初二", list)).toEqual(["list-grade A1"]);
    expect(codes("Sheet1", titled("九年级期末成绩"))).toEqual([]);
    expect(codes("八年级", titled("初三（原八年级）成绩"))).toEqual([]);
    const withGrade = list.map((row, at) => [...row, at === 0 ? "年级" : "九年级"]);
    expect(codes("八、九年级", withGrade)).toEqual([]);
  });

  test("9.1 and 901 beside 1班 in a list of grade 9 look like one class, 91 and 81 do not", () => {
    const classes = (...names: string[]) => told([list[0] as unknown[], ...names.flatMap((name) => pupils(12, [name, "女", 80, 90]))]);
    expect(classes("1班", "9.1", "901")).toEqual(["query class-alike A14"]);
    expect(classes("1班", "91", "801")).toEqual([]);
  });

  test("the same pupils in other rows are the same content, class by class", () => {
    const rows = ["10班", "2班", "1班"].flatMap((name, at) => pupils(11, [name, "女", 80 + at, 90]));
    const [one, other] = [read([list[0] as unknown[], ...rows]), read([list[0] as unknown[], ...rows.toReversed()])];
    expect(one.slices).toEqual(other.slices);
    expect(one.slices.flatMap(({ subject, class: own }) => (subject === "语文" ? [own] : []))).toEqual([null, "1班", "2班", "10班"]);
  });

  test("of classes alike in size the same one stays with the grade, whatever row comes first", () => {
    // Nine pupils cannot stand alone; the smallest of the others goes with them.
    const rows = [...pupils(10, ["甲班", "x", 80, 90]), ...pupils(10, ["乙班", "x", 70, 90]), ...pupils(9, ["丙班", "x", 60, 90])];
    const [one, other] = [read([list[0] as unknown[], ...rows]), read([list[0] as unknown[], ...rows.toReversed()])];
    expect(one.slices).toEqual(other.slices);
    expect(one.preview.classes.filter(({ sent }) => sent)).toHaveLength(1);
  });
});

describe("numbers that begin anew in every class", () => {
  const rows = (name: string, from: number, count: number, pupil = name) =>
    Array.from({ length: count }, (_, at) => [from + at, `${pupil}${at}`, name, 61 + at, 90 - at]);
  const of = (...list: unknown[][]) => read([["学号", "姓名", "班级", "语文", "数学"], ...list]);
  const told = (...list: unknown[][]) => of(...list).findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`);

  test("are asked about once, and everybody is counted", () => {
    const list = [...rows("1班", 1, 18), ...rows("2班", 1, 12), ...rows("3班", 1, 13)];
    expect(told(...list)).toEqual(["query number-restarts A20"]);
    expect(of(...list).preview.pupils).toBe(43);
  });

  test("are not those of a pupil who stands twice, in one class or in two, nor of a list that stands twice", () => {
    expect(told(...rows("1班", 1, 12), ...rows("2班", 12, 12))).toEqual(["error number-twice A14"]);
    expect(told(...rows("1班", 1, 12), ...rows("2班", 1, 12), [3, "乙", "2班", 70, 90])).toContain("error number-twice A26");
    expect(told(...rows("1班", 1, 12), ...rows("1班", 1, 12))).toHaveLength(12);
    expect(told(...rows("1班", 1, 12, "甲"), ...rows("2班", 1, 12, "甲"))).toHaveLength(12);
  });
});

describe("rows and columns that are no pupil's marks", () => {
  const head = ["学校", "班级", "姓名", "语文", "数学"];
  const list: unknown[][] = Array.from({ length: 12 }, (_, at) => ["第一中学", "1班", `学生${at}`, 61 + at, 90 - at]);
  const found = (cells: unknown[][]) => read(cells).findings;
  const told = (cells: unknown[][]) => found(cells).map(({ level, code, cell }) => `${level} ${code} ${cell}`);

  test("a row with marks and no name is an error, whatever stands under class, and so is a table of counts below", () => {
    expect(told([head, ...list, ["第一中学", "本部", null, 66, 90]])).toEqual(["error row-nobody C14"]);
    const below = [
      ["第一中学", "1班", 12, 66, 90],
      ["第一中学", "2班", 14, 67, 88],
    ];
    const [one] = found([head, ...list, ...below]);
    expect([one?.cell, one?.words.zh.includes("有 2 行") && one.words.zh.includes("C14:C15")]).toEqual(["C14", true]);
  });

  test("such rows are left out with one word for exactly these, and nothing of them is counted or found", () => {
    const cells = [head, ...list, head, ["第一中学", "1班", "平均分", 66.25, 90], ["第一中学", "本部", null, 66, 90]];
    const guessed = guess(cells);
    const { preview, slices } = read(cells);
    expect([preview.nobody, slices]).toEqual([{ rows: 3, cells: "B14:B16", left: false }, []]);
    const leave = (agreed: string) => withQuestions(tabulate(sheet(...cells), { ...guessed, leave: agreed }, exam, school));
    const left = leave("B14:B16");
    expect([left.findings, left.preview.nobody?.left, left.preview.pupils]).toEqual([[], true, 12]);
    expect(left.slices).toEqual(read([head, ...list]).slices);
    expect(leave("B14:B15").slices).toEqual([]);
    expect(read([head, ...list]).preview.nobody).toBeNull();
  });

  test("a list in which nobody has a name is one all the same", () => {
    expect(told([head, ...list.map((row) => row.with(2, null))])).toEqual([]);
    expect(told([head, ...list])).toEqual([]);
  });

  test("numbers without a header right of a subject are an error: a merged header may have ranks under it", () => {
    const ranked = [["班级", "姓名", "语文", null, "数学"], ...list.map(([, own, name, mark], at) => [own, name, at + 1, mark, 90 - at])];
    expect(told(ranked)).toEqual(["error header-missing D1"]);
    expect(read(ranked).slices).toEqual([]);
    expect(told(ranked.map((row, at) => (at === 0 ? row.with(3, "语文分") : row)))).not.toContain("error header-missing D1");
  });

  test("a class that says another grade for sure is asked about by its cells", () => {
    const classes = (name: string) => told([head, ...list.map((row) => row.with(1, name))]);
    for (const name of ["八(1)班", "8（1）班", "8.1", "初二1班", "八年级1班", "八1班"])
      expect(classes(name)).toEqual(["query class-grade B2"]);
    for (const name of ["九(1)班", "9.1", "801", "初三1班", "1班", "实验班", "八班"]) expect(classes(name)).toEqual([]);
  });

  test("a school that is this one by a longer or a shorter name is asked about, another one is not", () => {
    const schools = (name: string) => told([head, ...list, ...list.map((row) => row.with(0, name).with(2, `${row[2]}乙`))]);
    expect(schools("示例县第一中学")).toEqual(["query school-alike A1"]);
    expect(schools("一中")).toEqual(["query school-alike A1"]);
    expect(schools("第二中学")).toEqual([]);
    expect(schools("二中")).toEqual([]);
  });
});

describe("the headers of marks", () => {
  const marked = (chinese: string, maths = "数学") =>
    read([["班级", "姓名", chinese, maths], ...pupils(12, ["1班", "某", 80, 90])]).findings.filter(({ code }) => code !== "row-twice");

  test("that name another exam are asked about once, at the first of them", () => {
    const found = marked("语文（期中）", "数学(一模)");
    expect(found.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual(["query header-exam C1"]);
    expect(found[0]?.words.zh).toBe("表头“语文(期中)”、“数学(一模)”写的是另一次考试，现在按“期末”读：请核对是不是用错了列、拿错了表。");
    expect(marked("语文(上学期)").map(({ code }) => code)).toEqual(["header-exam"]);
  });

  test("are not where they name this one, or nothing of an exam", () => {
    for (const head of ["语文(期末)", "语文", "语文(笔试)", "语文(下学期期末)"]) expect(marked(head)).toEqual([]);
  });
});
