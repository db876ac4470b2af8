/**
 * Templates filled in by openpyxl, some saved again by LibreOffice, and read back: what comes out is what Python counts in the same file, or
 * what was typed. No name and no number of a pupil comes out.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../addin/files/read.ts";
import type { Slice } from "../../shared/contract.ts";
import { submissionBody } from "../../shared/contract.ts";
import { sheetNamed, valueAt } from "../../shared/handin/book.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import { addressOf } from "../../shared/tabulate/address.ts";
import { countedBy } from "../tools/counted.ts";
import { type Edit, edited, editedEach } from "../tools/edit.ts";
import { fill } from "../tools/fill.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";
import { withoutOpenpyxl } from "../tools/openpyxl.ts";
import {
  conditions,
  emptyTemplate,
  exam,
  handIn,
  indicators,
  oldTemplate,
  papersOf,
  pupilRows,
  templateFor,
  told,
} from "../tools/templates.ts";

const papers = exam.exam?.papers ?? [];

/** Slices without their order: keys sorted, then by place. */
function sorted(slices: readonly Slice[] | undefined): string[] {
  return (slices ?? []).map((slice) => JSON.stringify(deep(slice))).sort();
}
function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, deep(part)]),
  );
}

const CANARY = /金丝雀|学生甲|20233708/;

const resourceSlices = (pupils: number[], amounts: Record<string, number>[]) =>
  amounts.map((own, at) => ({
    ...{ stage: at === 0 ? "primary" : "junior", grade: null, subject: null, class: null },
    resources: { pupils: pupils[at], amounts: own },
  }));

/** What was typed into the template of format 1, in the units that are sent. */
const typedIndicators = {
  "teacher.backbone.share": { of: 25, among: 100 },
  "student.groups.count": { what: 32 },
  "student.quality.fiveaspects": { item1: 1, item2: 1, item3: 1, item4: 0, item5: 1 },
  "moral.brand.exists": { item1: 1 },
  "psych.teacher.ratio": { top: 1, bottom: 900 },
  "budget.equipment.share": { top: 123456_50, bottom: 600000_25 },
  "pe.lessons.weekly": { "3/1": 3, "4/1": 1 },
  "listening.principal": { "40/1": 1, "44/1": 1 },
  // 80.25 ㎡ and 78 ㎡, over the started dozens of 13 classes.
  "gov.03.artrooms": { "321/8": 1, "39/1": 1 },
  "homework.minutes.junior": { n: 3, sum: 225_50 },
  "teacher.backbone.share.change": { now: 30, over: 100, before: 25, overBefore: 98 },
  "assessment.grade": { "v:3": 1 },
  "subject.bundle.score": { "v:88.5": 1 },
};

describe.skipIf(withoutOpenpyxl)("a template of format 1, made by the code of its day", () => {
  test("an exam of three grades: the counts are Python's, and nobody's name is told", () => {
    const handed = handIn(oldTemplate("exam"));
    expect(sorted(handed.body?.slices)).toEqual(sorted(countedBy(oldTemplate("exam"), papers)));
    expect(handed.body?.slices.length).toBeGreaterThan(25);
    // The pupil in row 11 is 转出 in one subject and has marks in others; the made-up pupils of the fourth class have marks of an earlier one.
    expect(told(handed)).toEqual([
      "rows-same-marks 成绩 九年级!D122",
      "left-and-sat 成绩 九年级!D11",
      "entry-missing 成绩 九年级!I5",
      "class-small 成绩 九年级!A122",
      "not-recalculated 汇总",
    ]);
    expect(JSON.stringify(handed)).not.toMatch(CANARY);
    expect([handed.school, handed.collection]).toEqual(["S08", "2025-final"]);
    expect(handed.counts.map(({ about, pupils }) => [about.zh, pupils])).toEqual([
      ["九年级", 125],
      ["九年级 3班（只算在年级里）", 38],
      ["九年级 4班（不足 10 人，只算在年级里）", 9],
      ["八年级", 76],
      ["六年级", 79],
    ]);
  });

  test("its 任课表 goes along for every class, the class of nine and the one that hides it too", () => {
    const { body } = handIn(oldTemplate("exam"));
    const taught = (body?.teaching ?? []).map((line) => [line.grade, line.class, line.subject, line.teacher].join(" "));
    expect(taught.filter((line) => line.startsWith("9"))).toEqual(
      ["9 1班 T01 T02 T03 T04 T05", "9 2班 T01 T06 T03 T04 T05", "9 3班 T11 T06 T13 T04 T05", "9 4班 T11 T06 T13 T04 T05"].flatMap(
        (line) => {
          const [grade, own, ...codes] = line.split(" ");
          return ["语文", "数学", "英语", "物理", "化学"].map((subject, at) => `${grade} ${own} ${subject} ${codes[at]}`);
        },
      ),
    );
    expect(taught).toContain("8 2班 生物 T21");
    expect(taught).toContain("6 1班 数学 T31");
  });

  test("resources of a school whose stages share", () => {
    const handed = handIn(oldTemplate("resources"));
    const teachers = (a: number, b: number, c: number) => ({
      ...{ "teachers.overqualified": a, "teachers.backbone": b, "teachers.pearts": c },
    });
    const shared = { "area.teaching": 700055, "area.sports": 1100000, "equipment.value": 300000000, "rooms.multimedia": 31 };
    const wanted = resourceSlices([507, 398], [{ ...teachers(25, 6, 5), ...shared }, teachers(22, 4, 4)]);
    expect(handed.body?.slices).toEqual(wanted);
    expect(told(handed)).toEqual(["not-recalculated 汇总"]);
  });

  test("indicators of every kind", () => {
    const handed = handIn(oldTemplate("indicators"));
    expect(handed.body?.slices).toEqual([{ stage: "junior", grade: null, subject: null, class: null, entered: typedIndicators }]);
    expect(told(handed)).toEqual(["not-recalculated 汇总"]);
  });
});

const nine = pupilRows(papersOf("junior", 9), 31, 4);
const filledExam: Edit[] = [
  { sheet: "成绩 九年级", from: "A6", rows: nine },
  { sheet: "成绩 六年级", from: "A6", rows: pupilRows(papersOf("primary", 6), 62, 2) },
  { sheet: "任课表", from: "A5", rows: [1, 2, 3, 4].map((own) => ["九年级", `${own}班`, "T1", "T2", "T3", "T4", own === 3 ? null : 5]) },
  // The lines of 校验: grade 8 is empty; a code of grade 9 is blank; and what else there is to say.
  { sheet: "校验", set: { I17: "八年级本学期并到城区学校", I24: "今年没有八年级", I35: "期末因流感推迟一周" } },
];

describe.skipIf(withoutOpenpyxl || withoutLibreOffice)("a template of today, saved again by LibreOffice", () => {
  let [filled, again]: [Uint8Array, Uint8Array] = [new Uint8Array(), new Uint8Array()];
  let [first, second]: Handed[] = [];
  const made = templateFor(exam, "S08");
  beforeAll(async () => {
    filled = edited(await emptyTemplate(exam, "S08"), filledExam);
    again = new Uint8Array(await computed(filled, "xlsx"));
    [first, second] = [handIn(filled), handIn(again)];
  });

  test("an exam: the counts are Python's, before and after", () => {
    const counted = sorted(countedBy(filled, papers));
    expect(sorted(first?.body?.slices)).toEqual(counted);
    expect(sorted(second?.body?.slices)).toEqual(counted);
    expect(second?.body?.teaching).toEqual(first?.body?.teaching);
    expect(first?.body?.teaching?.length).toBe(19);
  });

  test("every number the file computed is the system's", () => {
    expect(told(second as Handed).filter((one) => /differs|recalculated|overwritten/.test(one))).toEqual([]);
    expect(told(first as Handed)).toContain("not-recalculated 汇总");
  });

  test("while 校验 has something to put right nothing is judged, and a mean is no more shown than the rates beside it", async () => {
    const shown = async (bytes: Uint8Array) => {
      const book = readWorkbook(new Uint8Array(await computed(bytes, "xlsx")));
      return (sheet: string, row: number, column: number) => valueAt(sheetNamed(book, sheet) ?? { rows: [] }, row, column);
    };
    const judged = made.figures.flatMap(({ row, judged: at }) => (at ? [{ row, ...at }] : []));
    const [ready, wrong] = [await shown(again), await shown(fill(again, { "成绩 九年级": { D6: 999 } }))];
    expect([ready("校验", 2, 0), wrong("校验", 2, 0)]).toEqual(["可以上报", "有 1 处要改"]);
    const verdicts = (cell: typeof ready) => new Set(judged.map(({ row, verdict }) => cell("汇总", row, verdict)));
    expect([...verdicts(ready)].filter((word) => word === "达标" || word === "未达标").length).toBeGreaterThan(0);
    expect([...verdicts(ready)]).not.toContain("待校验");
    expect([...verdicts(wrong)].filter((word) => word !== "无法判定")).toEqual(["待校验"]);
    const chinese = made.figures.filter(({ sheet, grade, subject }) => sheet === "一分三率" && grade === 9 && subject === "语文");
    expect(chinese.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(["exam.pass", "exam.mean"]));
    for (const { indicator, row, column } of chinese) {
      expect(typeof ready("一分三率", row, column), indicator).toBe("number");
      expect(wrong("一分三率", row, column), indicator).toBe("—");
    }
  });

  test("a result that differs is told with both numbers, and one that was typed over is told as such", () => {
    const place = made.figures.find(
      ({ indicator, subject, sheet }) => indicator === "exam.pass" && subject === "语文" && sheet === "一分三率",
    );
    const cell = addressOf(place?.row ?? 0, place?.column ?? 0);
    const differs = handIn(fill(again, { 一分三率: { [cell]: { formula: "1", value: 0.123 } } }));
    expect(told(differs).filter((one) => /differs|recalculated|overwritten/.test(one))).toEqual([`value-differs 一分三率!${cell}`]);
    const words = differs.findings.find(({ code }) => code === "value-differs")?.words.zh;
    const pass = second?.body?.slices.find(({ grade, subject, class: own }) => grade === 9 && subject === "语文" && own === null)?.scores;
    const passed = pass?.counts.reduce((sum, [mark, pupils]) => sum + (mark >= 144 ? pupils : 0), 0) ?? 0;
    expect(words).toContain("表里是12.3 %");
    expect(words).toContain(`系统算出的是 ${((100 * passed) / (pass?.states.sat ?? 1)).toFixed(1)} %`);
    const typed = handIn(fill(again, { 一分三率: { [cell]: 0.123 } }));
    expect(told(typed).filter((one) => /differs|recalculated|overwritten/.test(one))).toEqual([`formula-overwritten 一分三率!${cell}`]);
    expect(typed.body).toEqual(second?.body);
  });

  test("notes stand with the findings they explain, and travel", () => {
    const asked = (second as Handed).findings.find(({ code }) => code === "grade-empty");
    expect([asked?.level, asked?.sheet, asked?.cell, asked?.note]).toEqual(["query", "成绩 八年级", "A6", "八年级本学期并到城区学校"]);
    expect(second?.body?.notes).toEqual(first?.body?.notes);
    expect(second?.body?.notes).toContainEqual({ code: "grade-empty", sheet: "成绩 八年级", cell: "A6", text: "八年级本学期并到城区学校" });
    expect(second?.body?.notes).toContainEqual({ code: "teacher-blank", sheet: "校验", cell: "I24", text: "今年没有八年级" });
    expect(second?.body?.notes).toContainEqual({ code: "general", sheet: "校验", cell: "I35", text: "期末因流感推迟一周" });
  });

  test("it has the shape the Worker takes, and no name or number of a pupil", () => {
    expect(submissionBody.parse(second?.body)).toEqual(second?.body);
    expect(JSON.stringify(second)).not.toMatch(/金丝雀|2023370811/);
  });

  test("resources with amounts of their own, and indicators", async () => {
    const means = edited(await emptyTemplate(conditions, "S08"), [
      {
        sheet: "办学条件",
        from: "C6",
        rows: [
          [500, 400],
          [25, 22],
          [6, 4],
          [5, 4],
          [2600.05, 2400],
          [4000, 4100],
          [1000000.5, 1100000],
          [12, 10],
        ],
      },
    ]);
    const before = handIn(means);
    const after = handIn(new Uint8Array(await computed(means, "xlsx")));
    expect(after.body?.slices).toEqual(before.body?.slices);
    expect(after.body?.slices[1]?.resources).toEqual({
      pupils: 400,
      amounts: {
        ...{ "teachers.overqualified": 22, "teachers.backbone": 4, "teachers.pearts": 4, "area.teaching": 240000 },
        ...{ "area.sports": 410000, "equipment.value": 110000000, "rooms.multimedia": 10 },
      },
    });
    expect(told(after)).toEqual([]);
    const old = handIn(new Uint8Array(await computed(oldTemplate("indicators"), "xlsx")));
    expect(old.body?.slices[0]?.entered).toEqual(typedIndicators);
    expect(told(old)).toEqual([]);
    expect((await handIn(await emptyTemplate(indicators, "S03"))).body).toBeNull();
  });
});

describe.skipIf(withoutOpenpyxl)("a column that hardly can be right, typed by openpyxl, is asked about whatever else is filled in", () => {
  /** 53 pupils: 班级 学号 姓名 and marks that differ from subject to subject, but for the column that is given. */
  const rowsOf = (own: typeof papers, classes: number, odd: (at: number) => string | number, column: number) =>
    Array.from({ length: 53 }, (_, at) => {
      const marks = own.map((__, of) => (of === column ? odd(at) : (at * (of + 1)) % 50));
      return [`${(at % classes) + 1}班`, `2023${own.length}${String(at).padStart(4, "0")}`, `金丝雀${at}`, ...marks];
    });
  const grades = ["junior 9", "junior 8", "primary 6"] as const;
  const sheets = { "junior 9": "成绩 九年级", "junior 8": "成绩 八年级", "primary 6": "成绩 六年级" };

  test.each([
    ["three grades", 3, 2],
    ["two grades", 2, 2],
    ["one grade", 1, 3],
    ["one class", 1, 1],
  ] as const)("%s", async (_, many, classes) => {
    const file = await emptyTemplate(exam, "S08");
    const filled = (odd: (at: number) => string | number, column: number) =>
      grades.slice(0, many).map((grade): Edit => {
        const [stage = "", number] = grade.split(" ");
        return { sheet: sheets[grade], from: "A6", rows: rowsOf(papersOf(stage, Number(number)), classes, odd, column) };
      });
    const [zeros, zeroTexts, twins, twinTexts] = editedEach(file, [
      filled(() => 0, 0),
      filled(() => "0", 0),
      filled((at) => at % 50, 1),
      filled((at) => String(at % 50), 1),
    ]).map((one) => {
      const read = handIn(one);
      expect(read.body).not.toBeNull();
      return told(read).filter((code) => /^(marks-one-value|subjects-alike)/.test(code));
    });
    const expected = (code: string, cell: string) => grades.slice(0, many).map((grade) => `${code} ${sheets[grade]}!${cell}`);
    expect([zeros, zeroTexts]).toEqual([expected("marks-one-value", "D6"), expected("marks-one-value", "D6")]);
    expect([twins, twinTexts]).toEqual([expected("subjects-alike", "E6"), expected("subjects-alike", "E6")]);
  });
});
