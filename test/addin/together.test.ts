/** A list that lies on several sheets of one workbook: what is read together comes to what openpyxl counts, and a finding names its sheet and cell. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listsOf } from "../../addin/files/lists.ts";
import { readFile } from "../../addin/files/read.ts";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, joinSheets, offerSheets, type Sheet, tabulate } from "../../shared/tabulate.ts";
import { runPython, withFile, withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";

const lines = { pass: null, excellent: null, low: null };
const paper = (subject: string): Paper => ({ stage: "junior", grade: 8, subject, full: 100, grid: 2, lines, before: null });
const papers = [paper("语文"), paper("数学")];
const exam = { name: "期末", papers };
const school = { school: "S01", name: "第一中学" };
const schools = { own: "第一中学", others: ["第二中学", "一中"] };

type Named = Sheet & { readonly name: string };
const sheet = (name: string, cells: unknown[][]): Named => ({ name, top: 0, left: 0, cells });
const HEAD = ["学号", "姓名", "语文", "数学"];
let given = 0;
/** Pupils nobody else is. */
const pupils = (count: number, marks: readonly unknown[] = [80, 90.5]) =>
  Array.from({ length: count }, () => {
    given++;
    return [`2024${given + 1000}`, `生${given}`, ...marks.map((mark) => (typeof mark === "number" ? mark - (given % 7) : mark))];
  });
const read = (lead: Named, others: readonly Named[]) => {
  const joined = joinSheets(lead, others, papers);
  return withQuestions(tabulate(joined, guessColumns(joined.cells, papers), exam, school));
};
const told = (lead: Named, others: readonly Named[]) =>
  read(lead, others).findings.map(({ level, code, sheet: on, cell }) => `${level} ${code} ${on} ${cell}`);
const offered = (lead: Named, ...others: Named[]) =>
  offerSheets(lead, others, papers, schools).map(
    ({ name, fits, why }) => `${name} ${fits ? (why ? "asked" : "read") : "apart"}: ${why?.zh ?? ""}`,
  );

describe.skipIf(withoutOpenpyxl)("a workbook of openpyxl's with a sheet for each class", () => {
  const workbook = () =>
    writtenBy(`
book.remove(book.active)
def put(name, head, titles, pupils):
    ws = book.create_sheet(name)
    for title in titles: ws.append([title])
    ws.append(head)
    for row in pupils: ws.append([row[h] for h in head])
marks = lambda c, i: dict(学号=f'2024{c}{i:02d}', 姓名=f'生{c}-{i}', 语文=(40 + (7 * i + c) % 60) + (0.5 if i % 3 == 0 else 0), 数学='缺考' if i % 11 == 5 else 30 + (13 * i + 5 * c) % 70)
put('八1班', ['学号','姓名','语文','数学'], ['八年级期末成绩'], [marks(1, i) for i in range(41)])
put('八2班', ['姓名','学号','数学','语文'], ['八年级期末成绩', '二班'], [marks(2, i) for i in range(38)])
put('八3班', ['学号','姓名','语文','数学'], [], [marks(3, i) for i in range(44)])
put('期中', ['学号','姓名','语文','数学'], [], [dict(marks(1, i), 语文=50) for i in range(41)])
put('八4班', ['学号','姓名','语文','数学赋分'], [], [dict(学号=f'20244{i:02d}', 姓名='x', 语文=50, 数学赋分=60) for i in range(20)])
book.create_sheet('说明').append(['随手记的'])
`);
  /** Counted from the cells by openpyxl alone: by class and subject, each mark's pupils and those absent. */
  const COUNT = `
import json, sys, openpyxl
from collections import Counter
book = openpyxl.load_workbook(sys.argv[1])
out = {}
for name in ['八1班', '八2班', '八3班']:
    rows = list(book[name].iter_rows(values_only=True))
    at = next(i for i, row in enumerate(rows) if '学号' in row)
    for subject in ['语文', '数学']:
        column = rows[at].index(subject)
        values = [row[column] for row in rows[at + 1:]]
        marks = Counter(int(2 * v) for v in values if v != '缺考')
        out[f'{subject} {name}'] = dict(absent=values.count('缺考'), counts=sorted(marks.items()))
for subject in ['语文', '数学']:
    all = Counter()
    for name in ['八1班', '八2班', '八3班']:
        for mark, n in out[f'{subject} {name}']['counts']: all[mark] += n
    out[f'{subject} None'] = dict(absent=sum(out[f'{subject} {n}']['absent'] for n in ['八1班', '八2班', '八3班']), counts=sorted(all.items()))
print(json.dumps(out))
`;

  test("is read as one list whose counts, by class and of the grade, are openpyxl's; what is not read is told with its reason", () => {
    const bytes = workbook();
    const lists = listsOf(readFile(bytes, undefined, "八年级.xlsx"), "八年级");
    const [lead, ...others] = lists as unknown as [Named, ...Named[]];
    const offers = offerSheets(lead, others, papers, schools);
    expect(offers.map(({ name, fits, why }) => [name, fits, why?.zh ?? null])).toEqual([
      ["八2班", true, null],
      ["八3班", true, null],
      ["期中", true, "有 41 名学生已在读的表里，看来是同一批学生"],
      ["八4班", false, "表头不一样：没有“数学”"],
    ]);
    const { slices, findings, preview } = read(
      lead,
      others.filter(({ name }) => offers.some((one) => one.name === name && one.fits && one.why === null)),
    );
    expect(findings).toEqual([]);
    expect(preview.pupils).toBe(41 + 38 + 44);
    const counted = withFile(bytes, (file) => JSON.parse(runPython(COUNT, [file]))) as Record<string, unknown>;
    const ours = slices.flatMap(({ subject, class: name, scores }) =>
      scores ? [[`${subject} ${name ?? "None"}`, { absent: scores.states.absent, counts: scores.counts }] as const] : [],
    );
    expect(Object.fromEntries(ours)).toEqual(counted);
  });
});

test("pupils split over sheets by class come to the same content as on one sheet, in whatever order the sheets stand", () => {
  const one = fc.record({
    of: fc.integer({ min: 1, max: 3 }),
    marks: fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom("缺考", 61, 0)),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 30, maxLength: 90 }), fc.boolean(), (list, turned) => {
      const rows = list.map(({ of, marks: [chinese, maths] }, at) => [`8${of}${100 + at}`, `生${at}`, chinese / 2, maths, `${of}班`]);
      const whole = sheet("全年级", [[...HEAD, "班级"], ...rows]);
      const classes = ["1班", "2班", "3班"].filter((name) => rows.some((row) => row[4] === name));
      const split = classes.map((name) => sheet(name, [HEAD, ...rows.filter((row) => row[4] === name).map((row) => row.slice(0, 4))]));
      const [lead, ...others] = (turned ? split.toReversed() : split) as [Named, ...Named[]];
      expect(read(lead, others).slices).toEqual(read(whole, []).slices);
    }),
    { numRuns: 40 },
  );
});

describe("findings", () => {
  const lead = sheet("1班", [["八年级成绩"], HEAD, ...pupils(12)]);

  test("name the sheet and its own cell, be the columns in another order or the headers lower down", () => {
    const turned = pupils(12).map(([number, name, chinese, maths]) => [maths, name, chinese, number]);
    const two = sheet("2班", [["数学", "姓名", "语文", "学号"], ...turned]);
    const three = sheet("3班", [["八年级成绩"], ["三班"], HEAD, ...pupils(12), ["合计", null, 960, 1086]]);
    expect(told(lead, [two, three])).toEqual(["error total-row 3班 A16"]);
    (two.cells as unknown[][])[5]?.splice(0, 1, "8O");
    expect(told(lead, [two])).toEqual(["error score-text 2班 A6"]);
  });

  test("a pupil on two sheets is told by both cells, with a number or, where all else is alike, without", () => {
    const rows = pupils(12);
    const twice = sheet("2班", [HEAD, ...rows, [lead.cells[3]?.[0], "别名", 1, 2]]);
    expect(told(lead, [twice])).toEqual(["error number-twice 2班 A14"]);
    expect(read(lead, [twice]).findings[0]?.words.zh).toContain("学号和 1班!A4 相同");
    const bare = (name: string, own: unknown[][]) => sheet(name, [HEAD.slice(1), ...own.map((row) => row.slice(1))]);
    const [one, two] = [bare("1班", rows), bare("2班", [...pupils(12), rows[4] as unknown[]])];
    expect(told(one, [two])).toEqual(["query row-twice 2班 A14"]);
    expect(read(one, [two]).findings[0]?.words.zh).toMatch(/^有 1 行没有学号，姓名和各科成绩.*（2班!A14）/);
  });

  test("rows without a pupil, and classes of another grade, are told by the cells of their sheet", () => {
    const nobody = sheet("2班", [["八年级"], HEAD, ...pupils(12), [null, null, 70, 80]]);
    expect(told(lead, [nobody])).toEqual(["error row-nobody 2班 B15"]);
    expect(read(lead, [nobody]).findings[0]?.words.zh).toContain("（2班!B15）");
    const head = [...HEAD, "班级"];
    const of = (name: string, own: string) => sheet(name, [head, ...pupils(12).map((row) => [...row, own])]);
    const { findings } = read(of("上", "八(1)班"), [of("下", "九(2)班")]);
    expect(findings.map(({ code, sheet: on, cell }) => [code, on, cell])).toEqual([["class-grade", "下", "E2"]]);
    expect(findings[0]?.words.zh).toContain("（下!E2:E13）");
  });

  test("a class on two sheets, and one class in two spellings on two, are asked about by sheet", () => {
    const head = [...HEAD, "班级"];
    const with_ = (name: string, own: string) => sheet(name, [head, ...pupils(12).map((row) => [...row, own])]);
    expect(told(with_("上", "1班"), [with_("下", "1班")])).toEqual(["query class-sheets 下 E2"]);
    const spelled = read(with_("上", "1班"), [with_("下", "一班")]).findings;
    expect(spelled.map(({ code, sheet: on, cell }) => [code, on, cell])).toEqual([["class-alike", "下", "E2"]]);
    expect(spelled[0]?.words.zh).toContain("上!E2:E13（12）；下!E2:E13（12）");
  });

  test("a second subject column, a title of another grade, and a second list at the side are seen on every sheet", () => {
    const beside = sheet("2班", [["九年级成绩"], [...HEAD, "语文原始分"], ...pupils(12).map((row) => [...row, 70])]);
    expect(told(lead, [beside])).toEqual(["error list-grade 2班 A1", "query subject-twice 2班 E2"]);
    const blocks = sheet("2班", [[...HEAD, "", ...HEAD], ...pupils(12).map((row) => [...row, null, ...(pupils(1)[0] as unknown[])])]);
    expect(told(lead, [blocks])).toEqual(["error list-beside 2班 H1"]);
    expect(read(lead, [blocks]).slices).toEqual([]);
  });

  test("a column that is chosen by hand and stands on some sheets only is one error for each other sheet, and nothing is counted", () => {
    const more = sheet("1班", [[...HEAD, "附加"], ...pupils(12).map((row) => [...row, 60])]);
    const joined = joinSheets(more, [sheet("2班", [HEAD, ...pupils(12)])], papers);
    const guess = guessColumns(joined.cells, papers);
    const subjects = guess.subjects.map((one) => (one.subject === "数学" ? { ...one, column: 4 } : one));
    const { findings, slices } = withQuestions(tabulate(joined, { ...guess, subjects }, exam, school));
    expect(findings.filter(({ level }) => level === "error").map(({ code, sheet: on, cell }) => [code, on, cell])).toEqual([
      ["sheet-column", "2班", "A1"],
    ]);
    expect(slices).toEqual([]);
  });
});

describe("what is offered", () => {
  test("headers that differ are named, in both directions; the order of columns, spaces and letters' width do not matter", () => {
    const first = sheet("1班", [HEAD, ...pupils(12)]);
    const other = (...head: string[]) => offered(first, sheet("2班", [head, ...pupils(12)]))[0];
    expect(other("姓名", "数 学", "语文", "学　号")).toBe("2班 read: ");
    expect(other("姓名", "班级", "语文", "数学原始分")).toBe("2班 apart: 表头不一样：没有“学号”、“数学”，多了“班级”、“数学原始分”");
    expect(offered(sheet("封面", [["成绩册"]]), sheet("2班", [HEAD, ...pupils(12)]))).toEqual([
      "2班 apart: “封面”没有成绩列：请在“工作表”里改选",
    ]);
  });

  const lead = sheet("八1班", [HEAD, ...pupils(12)]);
  const named = (name: string, title?: string) => sheet(name, [...(title ? [[title]] : []), HEAD, ...pupils(12)]);

  test("sheets of other grades and schools, by name or title, are not taken unasked", () => {
    expect(
      offered(
        lead,
        named("八(2)班"),
        named("803"),
        named("9.1"),
        named("901"),
        named("初三"),
        named("Sheet4", "九年级成绩"),
        named("第二中学"),
      ),
    ).toEqual([
      "八(2)班 read: ",
      "803 read: ",
      "9.1 asked: 看来是 9 年级，现在读的是 8 年级",
      "901 asked: 看来是 9 年级，现在读的是 8 年级",
      "初三 asked: 看来是 9 年级，现在读的是 8 年级",
      "Sheet4 asked: 看来是 9 年级，现在读的是 8 年级",
      "第二中学 asked: 写的是第二中学",
    ]);
    // The school's own name holds another's short one, and 2班 and 12 name no grade.
    expect(offered(lead, named("第一中学2班"), named("2班"), named("12"))).toEqual(["第一中学2班 read: ", "2班 read: ", "12 read: "]);
  });

  test("a sheet of the whole grade after its classes, or before them, is the same pupils", () => {
    const [one, two] = [named("八1班"), named("八2班")];
    const all = sheet("全年级", [HEAD, ...one.cells.slice(1), ...two.cells.slice(1)] as unknown[][]);
    expect(offered(one, two, all)).toEqual(["八2班 read: ", "全年级 asked: 有 24 名学生已在读的表里，看来是同一批学生"]);
    expect(offered(all, one, two)).toEqual([
      "八1班 asked: 有 12 名学生已在读的表里，看来是同一批学生",
      "八2班 asked: 有 12 名学生已在读的表里，看来是同一批学生",
    ]);
  });

  test("numbers that begin again in every class are not the same pupils, and marks alone tell nobody apart", () => {
    const restart = (name: string) => sheet(name, [HEAD, ...pupils(12).map((row, at) => [at + 1, ...row.slice(1)])]);
    expect(offered(restart("1班"), restart("2班"))).toEqual(["2班 read: "]);
    const { findings, preview } = read(restart("1班"), [restart("2班")]);
    expect(findings.map(({ level, code, sheet: on, cell }) => `${level} ${code} ${on} ${cell}`)).toEqual(["query number-restarts 2班 A2"]);
    expect(findings[0]?.words.zh).toContain("如 1班!A2 和 2班!A2 相同");
    expect(preview.pupils).toBe(24);
    const marks = (name: string) => sheet(name, [["语文", "数学"], ...pupils(12).map((row) => row.slice(2))]);
    expect(offered(marks("1班"), marks("2班"))).toEqual(["2班 asked: 没有学号、姓名、班级，看不出是不是另一批学生"]);
  });

  test("a sheet's name is its class where all names are classes, and no two the same one", () => {
    const classes = (...names: string[]) => {
      const [first, ...rest] = names.map((name) => named(name)) as [Named, ...Named[]];
      return read(first, rest).preview.classes.map((one) => one.class);
    };
    expect(classes("八1班", "八2班")).toEqual(["八1班", "八2班"]);
    expect(classes("1", "2", "实验班")).toEqual(["1", "2", "实验班"]);
    expect(classes("Sheet1", "Sheet2")).toEqual([]);
    expect(classes("八1班", "801")).toEqual([]);
  });

  test("where the names are none, the classes are those of the titles, each on its sheet", () => {
    const under = (name: string, ...titles: string[]) => sheet(name, [...titles.map((title) => [title]), HEAD, ...pupils(12)]);
    const classes = (...[first, ...rest]: [Named, ...Named[]]) =>
      read(first, rest).preview.classes.map((one) => `${one.class} ${one.pupils}`);
    const [one, two] = [under("Sheet1", "八年级1班成绩表"), under("Sheet2", "期末", "八（二）班")];
    expect(classes(one, two)).toEqual(["1班 12", "二班 12"]);
    // One without, or two the same, tell nothing.
    expect(classes(one, under("Sheet3"))).toEqual([]);
    expect(classes(one, under("Sheet4", "八年级一班"))).toEqual([]);
  });
});
