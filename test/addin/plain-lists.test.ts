/** What stands in lists that clerks paste together: another school's title, headers again, converted marks, grades in other words. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { schoolYearOf } from "../../shared/period.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const paper = (subject: string, before: string | null = null): Paper => ({
  ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2 },
  before: before === null ? null : { name: before, full: 100, grid: 2 },
  lines: { pass: null, excellent: null, low: null },
});
const papers = [paper("语文"), paper("数学", "入学数学")];
const school = { school: "S01", name: "第一中学", others: ["第三中学", "实验小学", "示例县第一中学"] };
const read = (cells: unknown[][], own: typeof school & { year?: number } = school, name = "Sheet1") =>
  withQuestions(tabulate({ name, top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, own));
const told = (...given: Parameters<typeof read>) => read(...given).findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`);
const HEAD = ["班级", "姓名", "语文", "数学"];
const list = (count = 12, named = "1班") =>
  Array.from({ length: count }, (_, at) => [named, `学生${named}${at}`, 80 - (at % 7), 90 - (at % 7)]);
const titled = (title: string) => [[title], HEAD, ...list()];

describe("a title or a sheet's name", () => {
  test("that names another school of the region, and not this one, is an error at its cell", () => {
    expect(told(titled("第三中学九年级期末成绩"))).toEqual(["error list-school A1"]);
    expect(read(titled("第三中学九年级期末成绩")).findings[0]?.words.zh).toBe(
      "“第三中学九年级期末成绩”写的是第三中学，现在按第一中学读：拿错表的请换表，选错学校的请改选；没有错就改正这里的文字。",
    );
    expect(told([HEAD, ...list()], school, "第三中学")).toEqual(["error list-school A1"]);
  });

  test("that names this school, or a column of schools, is none; a longer name of this one is asked about", () => {
    expect(told(titled("第一中学（与第三中学联考）"))).toEqual([]);
    expect(told(titled("九年级期末成绩"))).toEqual([]);
    const withSchools = [["第三中学汇总"], ["学校", ...HEAD], ...list().map((row) => ["第一中学", ...row])];
    expect(told(withSchools)).toEqual([]);
    const own = { ...school, name: "城关实验小学" };
    expect(told(titled("实验小学期末成绩"), own)).toEqual(["query list-school A1"]);
  });
});

describe("headers among the pupils", () => {
  test("that stand again are told once with their rows, and are no class", () => {
    const cells = [HEAD, ...list(12, "1班"), HEAD, ...list(12, "2班"), HEAD, ...list(12, "3班")];
    const { findings, preview } = read(cells);
    expect(findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual(["error header-again C14"]);
    expect(findings[0]?.words.zh).toBe("名单中间又有 2 行表头（C14、C27），没有算作学生：请点“……行不是学生，不读”，不用改表。");
    expect(preview.classes.map((one) => [one.class, one.pupils])).toEqual([
      ["1班", 12],
      ["2班", 12],
      ["3班", 12],
    ]);
  });

  test("a header in a pupil's own row stays a fault of that cell", () => {
    expect(told([HEAD, ...list(), ["1班", "某", "语文", 90]])).toEqual(["error score-header C14"]);
  });

  test("of two rows: the second is told as that, and not as a total", () => {
    const two = (...second: unknown[]) => [HEAD, second, ...list()];
    expect(told(two(null, null, "分数", "名次"))).toEqual(["error header-two C2"]);
    expect(told(two(null, null, "平均分", "平均分"))).toEqual(["error header-two C2"]);
    // What has numbers, or a class, is a row of its own kind.
    expect(told(two("平均分", null, 80, 90))).toEqual(["error total-row A2"]);
    expect(told(two("1班", "某", "缺考", "缺考"))).toEqual([]);
  });
});

describe("a full mark in a header", () => {
  const under = (chinese: string, entry: string) =>
    told([["班级", "姓名", chinese, "数学", entry], ...list().map((row, at) => [...row, 70 + (at % 5)])]);

  test.each(["语文(150)", "语文（满分150分）", "语文(满分：150)", "语文 (150 分)"])("%s over marks out of 100 is asked about", (head) => {
    expect(told([["班级", "姓名", head, "数学"], ...list()])).toEqual(["query header-full C1"]);
  });

  test("that is the paper's own is no question, nor is a number that is none", () => {
    for (const head of ["语文(100)", "语文（满分100分）", "语文(9)", "语文(2)", "语文（期末）"])
      expect(under(head, "入学数学(100)")).toEqual([]);
  });

  test("of the entry mark is held against the earlier exam's", () => {
    expect(under("语文", "入学数学(120)")).toEqual(["query header-full E1"]);
  });
});

describe("other marks of a subject", () => {
  const beside = (head: string) => [[...HEAD, head], ...list().map((row, at) => [...row, 70 + (at % 5)])];

  test.each(["数学赋分", "数学折合", "数学折合分", "数学等级分", "数学（赋分）", "数学标准分"])(
    "%s beside it brings the same question as a second column",
    (head) => {
      expect(told(beside(head))).toEqual(["query subject-twice E1"]);
    },
  );

  test("alone it is no mark of the paper", () => {
    const cells = [["班级", "姓名", "语文", "数学赋分"], ...list()];
    expect(read(cells).preview.unmapped).toEqual(["数学"]);
  });

  test("of an exam that is only called the last one is asked about where the entry mark has another name", () => {
    expect(told(beside("上次数学"))).toEqual(["query entry-guessed E1"]);
    expect(read(beside("上次数学")).findings[0]?.words.zh).toContain("“上次数学”当作“入学数学”来读");
    expect(told(beside("入学数学"))).toEqual([]);
    expect(told(beside("数学前测"))).toEqual([]);
  });
});

describe("a column of schools", () => {
  const own = { ...school, codes: ["S03", "S07"] };
  const schools = (...names: string[]) => [
    ["学校", ...HEAD],
    ...list().map((row) => ["第一中学", ...row]),
    ...names.map((name, at) => [name, "1班", "某", 80 - (at % 7), 90 - (at % 7)]),
  ];

  test("of which some spellings are no school of the region names every one of them, with its rows", () => {
    const slips = ["弟一中学", "第一中", "第1中学", "一种", "第一一中学", "任一中学", "某校"];
    const { findings, preview } = read(schools(...slips, "弟一中学", "第三中学"), own);
    const told = findings.find(({ code }) => code === "school-unknown");
    expect([told?.level, told?.cell]).toEqual(["query", "A1"]);
    expect(told?.words.zh).toContain("有 6 种写法不是本区的学校");
    // 第一中 is asked about alone: it looks like the school.
    for (const slip of slips.filter((one) => one !== "第一中")) expect(told?.words.zh).toContain(`“${slip}”`);
    expect(told?.words.zh).toContain("“弟一中学”（2 行）");
    expect(findings.map(({ code }) => code)).toContain("school-alike");
    expect(preview.pupils).toBe(12);
  });

  test("that holds schools of the region only, by name or by code, is not asked about", () => {
    expect(told(schools("第三中学", "S03", " 实验小学 ", "s07"), own)).toEqual([]);
  });
});

describe("a column of grades", () => {
  const graded = (grade: unknown, own?: typeof school & { year?: number }) => {
    const { preview, findings } = read([["年级", ...HEAD], ...list().map((row) => [grade, ...row])], own);
    return [preview.pupils, preview.otherGrades, findings.filter(({ code }) => code === "grade-bad").length];
  };

  test("may say 九 for 九年级", () => {
    expect([graded("九"), graded("八"), graded(" 九 ")]).toEqual([
      [12, 0, 0],
      [0, 12, 0],
      [12, 0, 0],
    ]);
  });

  test("may tell the year of entry where the school year is known; else it is asked about", () => {
    // Of 2024-2025 the ninth grade entered in 2022.
    expect(schoolYearOf("2024-2025-2")).toBe(2024);
    expect(graded("2022级", { ...school, year: 2024 })).toEqual([12, 0, 0]);
    expect(graded("2023级", { ...school, year: 2024 })).toEqual([0, 12, 0]);
    expect(graded("2022级")).toEqual([12, 0, 12]);
    expect(graded("2026级", { ...school, year: 2024 })).toEqual([12, 0, 12]);
  });

  test("the year in which a school year began is known of every period inside one", () => {
    const known = ["2024-2025", "2024-2025-1", "2025-03", "2025-09"].map(schoolYearOf);
    expect(known).toEqual([2024, 2024, 2024, 2025]);
    expect(["2025", "2022..2025"].map(schoolYearOf)).toEqual([undefined, undefined]);
  });
});

describe("pupils who were hardly there", () => {
  const marks = (at: number, ...own: unknown[]) => [
    HEAD,
    ...list().map((row, index) => (index === at ? [...row.slice(0, 2), ...own] : row)),
  ];

  test("zeros in every subject are asked about once, at their cells; one zero among marks is a mark", () => {
    expect(told(marks(3, 0, 0))).toEqual(["query row-zeros C5"]);
    expect(told(marks(3, 0, 90))).toEqual([]);
    expect(told(marks(3, 0, "缺考"))).toEqual([]);
    const two = list().map((row, at) => (at === 2 || at === 7 ? [...row.slice(0, 2), 0, 0] : row));
    expect(read([HEAD, ...two]).findings.map(({ words }) => words.zh)).toEqual([
      "有 2 名学生各科都是 0 分（C4、C9）：缺考的请改写“缺考”，真考了 0 分的请说明。",
    ]);
    expect(read([HEAD, ...two]).preview.subjects[0]?.states.sat).toBe(12);
  });

  test("a state in another column, or after a name, of who has marks is asked about; of who has none it is not", () => {
    const noted = (note: string, ...own: unknown[]) =>
      [[...HEAD, "备注"], ...marks(3, ...own).slice(1)].map((row, at) => (at === 4 ? [...row, note] : row));
    expect(told(noted("缺考", 80, 90))).toEqual(["query row-state E5"]);
    expect(told(noted("转学", 80, "缺考"))).toEqual(["query row-state E5"]);
    expect(told(noted("缺考", "缺考", "缺考"))).toEqual([]);
    expect(told(noted("班长", 80, 90))).toEqual([]);
    const named = [HEAD, ...list().map((row, at) => (at === 3 ? [row[0], "某（转出）", 80, 90] : row))];
    expect(told(named)).toEqual(["query row-state B5"]);
  });

  test("of a list that begins at B3 the cells are the sheet's", () => {
    const cells = [HEAD, ...list(), ["1班", null, 80, 90]];
    const found = withQuestions(
      tabulate({ name: "Sheet1", top: 2, left: 1, cells }, guessColumns(cells, papers), { name: "期末", papers }, school),
    ).findings;
    expect(found.map(({ code, cell, words }) => [code, cell, words.zh.includes("C16")])).toEqual([["row-nobody", "C16", true]]);
  });
});

describe("rows that are no pupils", () => {
  const FULL = ["班级", "学号", "姓名", "语文", "数学"];
  const pupils = Array.from({ length: 30 }, (_, at) => [
    `${1 + Math.floor(at / 10)}班`,
    `20240${at + 10}`,
    `学生${at}`,
    80 - (at % 7),
    90 - (at % 7),
  ]);
  const below = (...rows: unknown[][]) => told([FULL, ...pupils, ...rows]);

  test("how many sat in place of the number: the rows without a name are asked about, by their cells", () => {
    const counts = [1, 2, 3].map((one) => [`${one}班`, 10 + one, null, 80, 90]);
    expect(below(...counts)).toEqual(["query row-no-name C32"]);
    expect(read([FULL, ...pupils, ...counts]).findings[0]?.words.zh).toContain("有 3 行没有姓名（C32:C34）");
    expect(below(["1班", "20人", null, 80, 90])).toEqual(["query row-no-name C32"]);
  });

  test("what is no name in place of one: the rows without a number are asked about", () => {
    for (const label of ["男生", "T分", "三班"]) expect(below(["1班", null, label, 70.5, 80])).toEqual(["query row-no-number B32"]);
  });

  test.each(["得分率", "难度", "优秀线", "AVG", "全校", "说明：本表由教务处提供", "班主任：某"])(
    "%s heads a line that is no pupil's",
    (label) => {
      expect(below(["1班", null, label, 70.5, 80])).toEqual(["error total-row C32"]);
    },
  );

  test("of a list by numbers of the exam, rows without one are asked about", () => {
    const byExam = [["班级", "考号", "语文", "数学"], ...pupils.map(([own, number, , ...marks]) => [own, number, ...marks])];
    expect(told([...byExam, ["1班", null, 80, 90]])).toEqual(["query row-no-number B32"]);
    expect(told(byExam)).toEqual([]);
  });

  test("where most have none, neither is a question", () => {
    expect(told([FULL, ...pupils.map((row, at) => (at < 25 ? [row[0], null, ...row.slice(2)] : row))])).toEqual([]);
  });
});

describe("what a list says of itself", () => {
  const alone = { school: "S03", name: "第三中学", year: 2024 };
  const final = (title: string) =>
    withQuestions(
      tabulate(
        { name: "Sheet1", top: 0, left: 0, cells: titled(title) },
        guessColumns(titled(title), papers),
        { name: "九年级期末", papers },
        alone,
      ),
    ).findings.map(({ level, code, cell }) => `${level} ${code} ${cell}`);

  test("another school is asked about also by who is told of no other school", () => {
    for (const title of ["第一中学九年级期末成绩", "示例县第一中学九年级成绩", "河东镇中心校期末成绩"])
      expect([title, final(title)]).toEqual([title, ["query list-school A1"]]);
    for (const title of [
      "示例县第三中学期末",
      "三中期末成绩",
      "全县中学九年级期末",
      "初中学业质量监测",
      "2025年中学生期末",
      "本校九年级期末",
      "全区学校九年级期末",
      "全县各初中学校成绩",
      "各乡镇中心校九年级成绩",
    ])
      expect([title, final(title)]).toEqual([title, []]);
  });

  test("another exam or school year is asked about", () => {
    expect(final("九年级期中考试成绩")).toEqual(["query list-exam A1"]);
    expect(final("2023-2024学年第二学期期末成绩")).toEqual(["query list-year A1"]);
    expect(final("2024—2025学年第二学期期末成绩")).toEqual([]);
  });

  test("classes of another grade, by their numbers or their year of entry", () => {
    const of = (...names: string[]) => {
      const cells = [HEAD, ...names.flatMap((name) => list(10, name))];
      return withQuestions(
        tabulate({ name: "Sheet1", top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, alone),
      ).findings.map(({ code }) => code);
    };
    expect(of("801", "802")).toEqual(["class-grade"]);
    expect(of("2023级1班", "2023级2班")).toEqual(["class-grade"]);
    for (const names of [["901", "902"], ["801"], ["2022级1班", "2022级2班"], ["801", "902"]]) expect(of(...names)).toEqual([]);
  });

  test("the tenth class written as the number 9.1 is asked about; nine classes are none", () => {
    const of = (classes: number) =>
      told([
        HEAD,
        ...Array.from({ length: classes }, (_, at) => list(10, `${at}`).map(([, ...row]) => [Number(`9.${at + 1}`), ...row])).flat(),
      ]);
    expect(of(12)).toEqual(["query class-tenths A2"]);
    expect(of(10)).toEqual(["query class-tenths A2"]);
    expect(of(8)).toEqual([]);
  });

  test("an entry mark under its own name goes before 上次数学", () => {
    const cells = [[...HEAD, "上次数学", "入学数学"], ...list().map((row) => [...row, 50, 70])];
    expect(guessColumns(cells, papers).subjects.map(({ subject, before }) => [subject, before])).toEqual([
      ["语文", null],
      ["数学", 5],
    ]);
  });
});

describe("a class that no column tells", () => {
  const of = (name: string, ...titles: string[]) => {
    const cells = [...titles.map((title) => [title]), HEAD.slice(1), ...list(12).map((row) => row.slice(1))];
    const { preview, slices, findings } = read(cells, school, name);
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    return [preview.titled?.class ?? null, slices.flatMap(({ class: own }) => own ?? [])];
  };

  test("is the one that the title or the sheet's name speaks of", () => {
    for (const title of ["九年级3班成绩表", "九(3)班 期末", "初三（3）班", "2025年九年级 3 班", "九年级 3班 3班"])
      expect([title, of("Sheet1", title)]).toEqual([title, ["3班", ["3班", "3班"]]]);
    expect(of("903班")).toEqual(["903班", ["903班", "903班"]]);
    expect(of("Sheet1", "九年级十二班成绩")).toEqual(["十二班", ["十二班", "十二班"]]);
    expect(of("3班", "九年级三班成绩")[1]).toEqual(["三班", "三班"]);
  });

  test("stays open where several are spoken of, or none for sure", () => {
    for (const title of [
      "九年级成绩",
      "九年级1-3班成绩",
      "九年级1班、2班",
      "1、2班",
      "九年级各班成绩",
      "九年级共3班",
      "初三班级成绩",
      "初三班",
    ])
      expect([title, of("Sheet1", title)]).toEqual([title, [null, []]]);
    expect(of("4班", "九年级3班成绩表")).toEqual([null, []]);
  });
});
