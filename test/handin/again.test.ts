/** Numbers that were handed in before: of last time, or of the class beside. */
import { describe, expect, test } from "vitest";
import type { Collection, Slice, SubmissionBody } from "../../shared/contract.ts";
import { codes, last, now, ofStage, process, processLast, resources, resourcesLast, type Sent, storeOf, words } from "./asked-store.ts";
import { chinese } from "./bodies.ts";

type Marks = readonly [mark: number, pupils: number][];
const five: Marks = [
  [40, 1],
  [60.5, 2],
  [75, 3],
  [80, 2],
  [96, 2],
];
const moved: Marks = [...five.slice(0, 4), [95.5, 2]];
const inGrade = (body: SubmissionBody, grade: number): SubmissionBody => ({
  ...body,
  slices: body.slices.map((one) => ({ ...one, grade })),
});

describe("marks of last time", () => {
  const eight: Collection = { ...last, exam: { name: "期末", papers: (now.exam?.papers ?? []).map((paper) => ({ ...paper, grade: 8 })) } };
  const sent = (before: SubmissionBody, after: SubmissionBody): Sent[] => [
    ["last", "S01", before],
    ["now", "S01", after],
  ];

  test("under the same pupils, a grade higher now, are asked about by name and grade", () => {
    const store = (after: Marks) => storeOf(sent(inGrade(chinese(five), 8), chinese(after)), [now, eight]);
    expect(words(store(five), "now").map(({ zh }) => zh)).toEqual([
      "九年级 语文与上次（上学年期末）八年级每个分数的人数都相同：请核对是不是贴了上次的成绩；确实如此请说明。",
    ]);
    expect(codes(store(moved), "now")).toEqual([]);
  });

  test("under the same grade are asked about too, from ten pupils and five marks on, and not where one was absent", () => {
    const of = (marks: Marks, absent = 0) => codes(storeOf(sent(chinese(marks), chinese(marks, absent))), "now");
    expect(of(five)).toEqual(["S01 marks-again"]);
    expect(of([[39, 1], ...five.slice(2), [100, 2]])).toEqual(["S01 marks-again"]);
    expect(of([...five.slice(0, 4), [96, 1]])).toEqual([]);
    expect(of(five.slice(1))).toEqual([]);
    expect(codes(storeOf(sent(chinese(five), chinese(five, 1))), "now")).not.toContain("S01 marks-again");
  });

  test("are the same on another grid, and when the grade was sent in classes", () => {
    const tenths: Collection = {
      ...last,
      exam: { name: "期末", papers: (now.exam?.papers ?? []).map((paper) => ({ ...paper, grid: 10 })) },
    };
    const states = { sat: 10, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
    const scores: Slice["scores"] = { grid: 10, states, counts: five.map(([mark, pupils]) => [mark * 10, pupils]) };
    const slices = chinese(five).slices.flatMap((slice) => ["1班", "2班"].map((name): Slice => ({ ...slice, class: name, scores })));
    const twice = chinese(five.map(([mark, pupils]) => [mark, 2 * pupils]));
    expect(codes(storeOf(sent({ ...twice, slices }, twice), [now, tenths]), "now")).toEqual(["S01 marks-again"]);
  });
});

describe("resources of last time", () => {
  const amounts = { "teachers.overqualified": 25, "teachers.backbone": 6, "teachers.pearts": 5, "area.sports": 550_000 };
  const sent = (pupils: number, own: object = amounts) =>
    storeOf(
      [
        ["res-last", "S01", ofStage({ resources: { pupils: 500, amounts: own } })],
        ["res", "S01", ofStage({ resources: { pupils, amounts: own } })],
      ],
      [resources, resourcesLast],
    );

  test("in every number, five at least, are asked about", () => {
    expect(words(sent(500), "res").map(({ zh }) => zh)).toEqual([
      "办学条件的 5 个数与上次（2024 办学条件）完全相同：请核对是不是没有更新；确实没有变化请说明。",
    ]);
    expect(codes(sent(501), "res")).toEqual([]);
    expect(codes(sent(500, { "teachers.overqualified": 25, "teachers.backbone": 6, "area.sports": 550_000 }), "res")).toEqual([]);
  });
});

describe("numbers that were entered last time", () => {
  const entered = (passed: number) => ({
    "fitness.pass.rate": { of: passed, among: 535 },
    "fitness.good.rate": { of: 270, among: 535 },
    "budget.equipment.share": { top: 2_000_000, bottom: 50_000_000 },
  });
  const sent = (then: object, own: object) =>
    storeOf(
      [
        ["pro-last", "S01", ofStage({ entered: then as Slice["entered"] })],
        ["pro", "S01", ofStage({ entered: own as Slice["entered"] })],
      ],
      [process, processLast],
    );

  test("every one of them, five of ten people or more at least, are asked about", () => {
    expect(words(sent(entered(520), entered(520)), "pro").map(({ zh }) => zh)).toEqual([
      "填报的 6 个数与上次（2024 过程指标）完全相同：请核对是不是交了上次的表、没有更新；确实没有变化请说明。",
    ]);
    expect(codes(sent(entered(520), entered(521)), "pro")).toEqual([]);
  });

  test("are not where they are few or small: as many lectures and lessons as every year", () => {
    const lectures = { ...process, indicators: ["psych.lecture.count", "fitness.pass.rate", "fitness.good.rate"] };
    const few = {
      "psych.lecture.count": { value: 4 },
      "fitness.pass.rate": { of: 9, among: 17 },
      "fitness.good.rate": { of: 5, among: 17 },
    };
    const store = storeOf(
      [
        ["pro-last", "S01", ofStage({ entered: few })],
        ["pro", "S01", ofStage({ entered: few })],
      ],
      [lectures, { ...lectures, collection: "pro-last", period: "2024" }],
    );
    expect(codes(store, "pro")).toEqual([]);
  });

  test("are not where the fifth is 2 ㎡, which are sent as 200 hundredths", () => {
    const both = (area: number) => {
      const numbers = {
        "psych.room.area": { what: area },
        "fitness.pass.rate": { of: 520, among: 534 },
        "fitness.good.rate": { of: 500, among: 534 },
      };
      const [own, indicators] = [ofStage({ entered: numbers }), Object.keys(numbers)];
      const collections = [process, processLast].map((one) => ({ ...one, indicators }));
      return storeOf(
        [
          ["pro-last", "S01", own],
          ["pro", "S01", own],
        ],
        collections,
      );
    };
    expect([codes(both(200), "pro"), codes(both(2000), "pro")]).toEqual([[], ["S01 entered-again"]]);
  });
});

describe("two classes of a grade", () => {
  const of = (name: string, subject: string, marks: Marks): Slice[] =>
    chinese(marks).slices.map((slice) => ({ ...slice, class: name, subject }));
  const asked = (...slices: Slice[]) => storeOf([["now", "S01", { ...chinese([]), slices }]]);
  const other: Marks = five.map(([mark, pupils]) => [mark - 10, pupils]);

  test("with as many pupils at every mark of each subject are asked about", () => {
    const store = asked(...of("1班", "语文", five), ...of("1班", "数学", other), ...of("2班", "数学", other), ...of("2班", "语文", five));
    expect(words(store, "now").map(({ zh }) => zh)).toEqual([
      "九年级 2班与1班各科（2 科）每个分数的人数都相同：请核对是不是一个班的成绩贴了两次；确实如此请说明。",
    ]);
  });

  test("are not where one subject differs, or only one was sent", () => {
    expect(
      codes(asked(...of("1班", "语文", five), ...of("1班", "数学", other), ...of("2班", "数学", five), ...of("2班", "语文", five)), "now"),
    ).not.toContain("S01 classes-alike");
    expect(codes(asked(...of("1班", "语文", five), ...of("2班", "语文", five)), "now")).toEqual([]);
  });
});
