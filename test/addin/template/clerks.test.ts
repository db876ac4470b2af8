/** Templates as clerks really fill them in: what Excel shows is what counts, and what cannot be is told at its cell. */
import { describe, expect, test } from "vitest";
import { holdsPersonal, isPersonal } from "../../../shared/collecting/personal.ts";
import type { Collection } from "../../../shared/contract.ts";
import { addressOf } from "../../../shared/tabulate/address.ts";
import { notePlaces } from "../../../shared/template/check.ts";
import { examChecks } from "../../../shared/template/exam/checks.ts";
import { type Entries, fill } from "../../tools/fill.ts";
import { conditions, emptyTemplate, exam, handIn, indicators, templateCounty, templateFor, told } from "../../tools/templates.ts";

const files = new Map<Collection, Uint8Array>();
for (const collection of [exam, conditions, indicators]) files.set(collection, await emptyTemplate(collection, "S03"));
const handed = (collection: Collection, entries: Entries) => handIn(fill(files.get(collection) as Uint8Array, entries));

type Cells = Record<string, string | number | { formula: string; value: number }>;
const NINE = "成绩 九年级";
/** So many pupils of a class, alike in nothing: 班级 学号 姓名 语文 数学 英语 物理 化学; then what is typed over it. */
function nine(pupils: number, over: Cells = {}): Cells {
  const rows = Array.from({ length: pupils }, (_, at): [string, string | number][] => {
    const marks = [60 + at, 90 - at, 50 + 2 * at, 40 + at, 95 - at];
    return ["1班", `2023${String(at).padStart(4, "0")}`, `甲${at}`, ...marks].map((value, of) => [`${"ABCDEFGH"[of]}${at + 6}`, value]);
  });
  return { ...Object.fromEntries(rows.flat()), ...over };
}

describe("what a formula came to is read as Excel shows it, to 15 digits", () => {
  // IEEE 754: 45*0.7 = 31.499999999999996, 1.1*3 = 3.3000000000000003; Excel shows and saves 15 digits of them in its own cells.
  test("a mark on its grid, and the full mark", () => {
    const read = handed(exam, {
      [NINE]: nine(12, { D6: { formula: "45*0.7", value: 45 * 0.7 }, E6: 120.00000000000001, I6: 60.50000000000001 }),
    });
    expect(45 * 0.7).not.toBe(31.5);
    expect(read.findings.filter(({ level }) => level === "error")).toEqual([]);
    const slice = read.body?.slices.find(({ subject, class: own }) => subject === "语文" && own === null);
    expect(slice?.scores?.counts[0]).toEqual([63, 1]);
    const maths = read.body?.slices.find(({ subject, class: own }) => subject === "数学" && own === null);
    expect(maths?.scores?.counts.at(-1)).toEqual([240, 1]);
  });

  test("whole numbers and hundredths of resources and indicators", () => {
    expect(String(3 * 10000.1)).toBe("30000.300000000003");
    const rooms = handed(conditions, {
      办学条件: { C6: 1000.0000000000001, C7: 3, C8: 2, C9: 1, C10: 12000.300000000001, C11: 435.09999999999997, C12: 3 * 10000.1, C13: 9 },
    });
    expect(rooms.findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(rooms.body?.slices[0]?.resources).toMatchObject({
      pupils: 1000,
      amounts: { "area.teaching": 1_200_030, "area.sports": 43_510, "equipment.value": 3_000_030 },
    });
    const own = handed(indicators, { 指标填报: { E17: 1.1 * 3, E18: 1000 }, 逐项填报: { D7: 0.1 + 0.2, D8: 4.35 * 100 } });
    expect(own.findings.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("and nothing coarser than that: half a mark off stays off", () => {
    expect(told(handed(exam, { [NINE]: nine(12, { D6: 31.49999999999, E6: 120.0000000001 }) }))).toEqual(
      expect.arrayContaining([`score-off-grid ${NINE}!D6`, `score-above-full ${NINE}!E6`]),
    );
    expect(told(handed(conditions, { 办学条件: { C6: 1000.001 } }))).toContain("not-whole 办学条件!C6");
  });
});

test("a county hands in no exam and no resources, which its schools do: it would count twice", async () => {
  for (const collection of [exam, conditions]) {
    const read = handIn(await emptyTemplate(collection, templateCounty.region));
    expect([read.body, told(read)]).toEqual([null, ["county-hands-in"]]);
    expect(read.findings[0]?.words.zh).toContain("区县不能交");
  }
});

describe("lines that are no entries", () => {
  test("a total in a column of 逐项填报 is told at its number, and the label beside it is named", () => {
    const read = handed(indicators, {
      逐项填报: { C7: "1班", D7: 5, C8: "2班", D8: 7, C9: "合计", D9: 12, C10: "平均", D10: 6, C11: "备注" },
    });
    const found = read.findings.filter(({ code }) => code === "total-row");
    expect(found.map(({ level, sheet, cell }) => [level, sheet, cell])).toEqual([
      ["error", "逐项填报", "D9"],
      ["error", "逐项填报", "D10"],
    ]);
    expect(found[0]?.words.zh).toContain("C9 的“合计”");
    expect(read.body).toBeNull();
  });
});

describe("one number for two pupils", () => {
  test.each([
    ["2023/01", "2023/01 "],
    ["2023.01", "２０２３．０１"],
    ["九(1)03", "九（1）03"],
    ["甲乙丙", "甲 乙 丙"],
    [`${"1".repeat(41)}`, `${"1".repeat(41)}`],
    ["g12", "G12"],
  ])("%s and %s is an error", (one, other) => {
    expect(told(handed(exam, { [NINE]: nine(12, { B8: one, B11: other }) }))).toContain(`number-twice ${NINE}!B11`);
  });

  test.each(["无", "/", "——", "暂无"])("%s says that there is none, for as many as you like", (none) => {
    const read = handed(exam, { [NINE]: nine(12, { B8: none, B11: none }) });
    expect(told(read).filter((one) => one.startsWith("number-"))).toEqual([]);
  });
});

// 2024-2025: who entered in 2022 is in grade 9, who entered in 2023 in grade 8.
test("a class that names another year of entry is asked about by its cells, where the school has one stage", async () => {
  const asked = (file: Uint8Array, year: number) =>
    handIn(fill(file, { [NINE]: nine(12, Object.fromEntries([15, 16, 17].map((row) => [`A${row}`, `${year}级1班`]))) })).findings.flatMap(
      ({ code, level, cell, words }) => (code === "class-grade" ? [[level, cell, words.zh]] : []),
    );
  expect(asked(files.get(exam) as Uint8Array, 2022)).toEqual([]);
  expect(asked(files.get(exam) as Uint8Array, 2023)).toEqual([["query", "A15", expect.stringContaining("（A15:A17），现在按九年级读")]]);
  expect(asked(await emptyTemplate(exam, "S08"), 2023)).toEqual([]);
});

test("pupils without a number, alike in class, name and every mark, are asked about once and not named", () => {
  const again = (row: number, number: string): Cells =>
    Object.fromEntries(["1班", number, "甲3", 63, 87, 56, 43, 92].map((value, of) => [`${"ABCDEFGH"[of]}${row}`, value]));
  const asked = (...over: Cells[]) =>
    handed(exam, { [NINE]: nine(12, Object.assign({}, ...over)) }).findings.filter(({ code }) => code === "row-twice");
  const [query, ...more] = asked(again(18, ""), again(19, "无"));
  expect([query?.level, query?.cell, more]).toEqual(["query", "C18", []]);
  expect(query?.words.zh).toMatch(/^有 2 行没有学号.*（C18:C19）/);
  expect(JSON.stringify(query)).not.toContain("甲3");
  expect(asked(again(18, "20239999"))).toEqual([]);
  expect(asked(again(18, ""), { H18: 91 })).toEqual([]);
});

describe("the line that says whose a sheet is", () => {
  const line = "学校:第八中学(S08)  区划:任城区(370811)";
  test.each([
    ["half width", line],
    ["without its region", "学校:第八中学(S08)"],
  ])("of another school is an error, %s", (_, other) => {
    const read = handed(exam, { [NINE]: { A2: other, ...nine(12) } });
    expect(told(read)).toContain(`other-school ${NINE}!A2`);
    expect(read.body).toBeNull();
  });

  test("that is gone is asked about; one's own in half width is not", () => {
    const read = handed(exam, { [NINE]: { A2: " ", ...nine(12) } });
    expect(told(read).filter((one) => one.startsWith("owner-gone"))).toEqual([`owner-gone ${NINE}!A2`]);
    expect(read.body).not.toBeNull();
    const own = handed(exam, { [NINE]: { A2: line.replace("第八中学(S08)", "第三中学(S03)"), ...nine(12) } });
    expect(told(own).filter((one) => one.includes("!A2"))).toEqual([]);
    const moved = handed(exam, { [NINE]: { A2: " ", A3: line.replace("第八中学(S08)", "第三中学(S03)"), ...nine(12) } });
    expect(told(moved).filter((one) => one.startsWith("owner-gone"))).toEqual([]);
  });
});

function placesOf(): Parameters<typeof examChecks> {
  const { places } = templateFor(exam, "S03");
  if (places.form !== "exam") throw new Error("an exam has an exam's places");
  return [places.scores, places.teaching];
}

describe("a telephone or identity number is nobody's code, class or note, and no finding repeats it", () => {
  const silent = (read: ReturnType<typeof handed>, number: string) => {
    expect(JSON.stringify(read)).not.toContain(number);
    expect(read.body).toBeNull();
    return told(read);
  };
  // Mobile numbers as the ministry numbers them (1[3-9] and 9 digits), the area code of Jining, identity cards of 15 and 18 (GB 11643).
  const numbers = ["138-1234-5678", "8613812345678", "0138_12345678", "370811680101123", "0537-1234567", "05371234567"];
  test.each([...numbers, "１３８１２３４５６７８"])("the teacher's code %s", (code) => {
    const read = handed(exam, { [NINE]: nine(12), 任课表: { A5: "九年级", B5: "1班", C5: code } });
    expect(silent(read, code)).toContain("teacher-mobile 任课表!C5");
  });

  test.each(["13812345678", "370811680101123", "0537-1234567"])("the class %s", (own) => {
    const read = handed(exam, { [NINE]: nine(12, { A8: own }), 任课表: { A5: "九年级", B5: own } });
    expect(silent(read, own)).toEqual(expect.arrayContaining([`class-personal ${NINE}!A8`, "teaching-class 任课表!B5"]));
  });

  test.each(["T01", "2023-0101", "0000000012", "20231381", "1234567890123", "12345678901"])("the code %s is one", (code) => {
    expect(isPersonal(code)).toBe(false);
  });

  test.each(["联系王老师13812345678", "身份证 37081119680101123X", "37081119680101123 X 请打 +86 138 1234 5678", "电话（0537）1234567"])(
    "the note %s",
    (note) => {
      expect(holdsPersonal(note)).toBe(true);
      const place = notePlaces(examChecks(...placesOf())).at(-1);
      const cell = addressOf(place?.row ?? 0, place?.column ?? 0);
      const read = handed(exam, { [NINE]: nine(12), 校验: { [cell]: note } });
      expect(silent(read, note)).toContain(`note-personal 校验!${cell}`);
    },
  );

  test.each(["转走 3 人，缓考 12 人", "2025-06-28 至 2025-07-02 补考", "101 102 103 104 105 班", "共 1381234 元"])(
    "the note %s is one",
    (note) => {
      expect(holdsPersonal(note)).toBe(false);
    },
  );
});

describe("what a school writes of its own", () => {
  test("as a formula or a link is no note, with a value or without", () => {
    const place = notePlaces(examChecks(...placesOf())).at(-1);
    const cell = addressOf(place?.row ?? 0, place?.column ?? 0);
    for (const note of [{ formula: "60*0.2", value: 12 }, '=HYPERLINK("http://x.cn","流感")']) {
      const read = handed(exam, { [NINE]: nine(12), 校验: { [cell]: note } });
      expect([read.body, told(read)]).toEqual([null, expect.arrayContaining([`note-formula 校验!${cell}`])]);
    }
    const text = handed(exam, { [NINE]: nine(12), 校验: { [cell]: "流感，见 http://x.cn" } });
    expect(text.body?.notes).toMatchObject([{ text: "流感，见 http://x.cn" }]);
  });

  test.each(["__proto__", "_T1", "T1-", "-"])("the code %s is none: letters and digits, with - and _ between them", (code) => {
    const read = handed(exam, { [NINE]: nine(12), 任课表: { A5: "九年级", B5: "1班", C5: code } });
    expect(told(read)).toContain("teacher-code 任课表!C5");
  });

  test.each(["T01", "T-01", "9_b"])("the code %s is one", (code) => {
    const read = handed(exam, { [NINE]: nine(12), 任课表: { A5: "九年级", B5: "1班", C5: code } });
    expect(read.body?.teaching?.map(({ teacher }) => teacher)).toEqual([code]);
  });
});

test("a file that holds an explanation and no data says so before all else", () => {
  // Notes stand in column I of 校验, beneath its head in row 6: the last of them is about the file as a whole.
  const noteOf = (collection: Collection) => {
    const at = templateFor(collection, "S03")
      .sheets.find(({ name }) => name === "校验")
      ?.cells.findLast(({ look }) => look === "input note");
    return addressOf(at?.row ?? 0, at?.column ?? 0);
  };
  for (const collection of [exam, conditions, indicators]) {
    const only = { 校验: { [noteOf(collection)]: "今年没有这个年级" } };
    const read = handed(collection, only);
    expect([read.body, told(read).filter((one) => one === "only-notes").length]).toEqual([null, 1]);
    expect(read.findings.find(({ code }) => code === "only-notes")?.words.zh).toContain("只有说明（1 条），没有数据");
    expect(told(handed(collection, {}))).not.toContain("only-notes");
  }
  const note = { 校验: { [noteOf(exam)]: "流感" } };
  expect(told(handed(exam, { ...note, [NINE]: nine(12) }))).not.toContain("only-notes");
  expect(told(handed(exam, { ...note, 任课表: { A5: "九年级" } }))).not.toContain("only-notes");
  expect(told(handed(conditions, { 校验: { [noteOf(conditions)]: "x" }, 办学条件: { C6: 0 } }))).not.toContain("only-notes");
});

describe("marks that hardly go together are asked about, and counted as they stand", () => {
  const column = (letter: string, value: (row: number) => string | number, rows = 12): Cells =>
    Object.fromEntries(Array.from({ length: rows }, (_, at) => [`${letter}${at + 6}`, value(at + 6)]));
  const ODD = ["marks-one-value", "subjects-alike", "absent-many", "left-and-sat", "state-word"];
  const asked = (over: Cells, pupils = 12) => {
    const read = handed(exam, { [NINE]: nine(pupils, over) });
    expect(read.body).not.toBeNull();
    return read.findings.filter(({ code }) => ODD.includes(code));
  };
  const codes = (over: Cells, pupils = 12) => asked(over, pupils).map(({ level, code, cell }) => `${level} ${code} ${cell}`);

  test("nothing where nothing is odd", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ D6: "缺考", E6: "缺考", F7: "转出", D7: "转出", E7: "转出", G7: "转出", H7: "转出" })).toEqual([]);
  });

  test("one mark for all who sat, from ten pupils on", () => {
    expect(codes({ ...column("D", () => 0), D6: "缺考" })).toEqual(["query marks-one-value D7"]);
    expect(codes({ ...column("E", () => 85) })).toEqual(["query marks-one-value E6"]);
    expect(codes({ ...column("E", () => 85), E6: "缺考", E7: "缺考", E8: "缺考" })).toEqual([]);
  });

  test("two subjects with the same marks for every pupil", () => {
    expect(codes(column("F", (row) => 60 + row - 6))).toEqual(["query subjects-alike F6"]);
    expect(codes({ ...column("F", (row) => 60 + row - 6), F9: 1 })).toEqual([]);
  });

  test("more than half absent in a subject while others were sat", () => {
    expect(codes(column("E", () => "缺考", 7))).toEqual(["query absent-many E6"]);
    expect(codes(column("E", () => "缺考", 6))).toEqual([]);
    expect(asked(column("E", () => "缺考", 7))[0]?.words.zh).toContain("数学应考 12 人，缺考 7 人，而语文有 12 人实考");
  });

  test("转出 in one subject beside marks in others", () => {
    expect(codes({ E8: "转出", F9: "转出" })).toEqual(["query left-and-sat E8"]);
    expect(asked({ E8: "转出", F9: "转出" })[0]?.words.zh).toContain("E8、F9");
  });

  test("a state in words that the file's own list does not know", () => {
    const found = asked({ D6: "作弊", D7: "缺 考", D9: "缺", E6: "absent", E7: "免", E8: "缺考" });
    expect(found.map(({ cell }) => cell)).toEqual(["D6", "D7", "E6", "E7"]);
    expect(found.map(({ words }) => /按“(..)”计/.exec(words.zh)?.[1])).toEqual(["违纪", "缺考", "缺考", "免考"]);
    expect(found[1]?.words.zh).toContain("（D7、D9）");
  });
});
