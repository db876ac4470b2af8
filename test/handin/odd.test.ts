/** Marks that hardly go together, asked about from the counts that were handed in: nobody has the rows any more. */
import { describe, expect, test } from "vitest";
import type { Collection, Paper, Slice } from "../../shared/contract.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { Store } from "../../shared/handin/held.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { CHINESE, MATHS } from "../indicators/county.ts";
import { county, definitions, exam as demoExam } from "./bodies.ts";

const made = "2025-07-01T12:00:00.000Z";
const now: Collection = {
  ...demoExam,
  collection: "now",
  exam: { name: "期末", papers: [CHINESE, { ...MATHS, before: null }, { ...MATHS, subject: "英语", before: null }] },
};
const NONE = { absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };

type Own = Partial<typeof NONE> & { readonly marks: [number, number][]; readonly class?: string };

describe("an earlier exam of other pupils is asked about", () => {
  const asked = (name: string, period: string, grade = 9) => {
    const papers: Paper[] = [{ ...MATHS, grade, before: { name, full: 100, grid: 1 } }];
    const collection: Collection = { ...now, period, exam: { name: "期末", papers } };
    return consistencyOf(newStore({ ...county, collections: [collection] }, made), "now", 0).map(
      ({ school, finding }) => `${school} ${finding.code}`,
    );
  };

  // Pupils of grade 9 in 2024-2025 were in grade 8 in 2023-2024 and in grade 6 in 2021-2022.
  test.each([
    ["2023-2024 学年九年级期末", "2024-2025-2", 9],
    ["2024年九年级期末", "2025-2026-1", 9],
    ["2024年六年级期末", "2024-2025-2", 9],
    ["九年级期末", "2024-2025-2", 8],
    ["高一入学", "2024-2025", 9],
    ["2022—2023学年初一期末", "2024", 7],
  ])("%s, for the exam of %s in grade %i", (name, period, grade) => {
    expect(asked(name, period, grade)).toEqual(["null earlier-cohort"]);
  });

  test.each([
    ["2023-2024 学年八年级期末", "2024-2025-2", 9],
    ["2022年六年级毕业考试", "2024-2025-2", 9],
    ["2021-2022学年六年级", "2024-2025", 9],
    ["2024年八年级期末", "2024-2025-2", 9],
    ["2024-2025 学年九年级期中", "2024-2025-1", 9],
    ["九年级期中", "2024-2025-1", 9],
    ["初二", "2025-03", 9],
    ["八年级", "2024", 9],
    ["2023-2024 七年级", "2024", 8],
    ["入学", "2024-2025-2", 9],
    ["入学 2019", "2024-2025-2", 9],
  ])("not %s, for the exam of %s in grade %i", (name, period, grade) => {
    expect(asked(name, period, grade)).toEqual([]);
  });
});

describe("marks that hardly go together are asked about from the counts alone", () => {
  const paper = (subject: string, { marks, class: own, ...states }: Own): Slice => ({
    ...{ stage: "junior", grade: 9, subject, class: own ?? null },
    scores: {
      grid: 2,
      counts: marks.map(([mark, pupils]) => [mark * 2, pupils]),
      states: { ...NONE, ...states, sat: marks.reduce((sum, [, pupils]) => sum + pupils, 0) },
    },
  });
  const sent = (...slices: Slice[]): Store => {
    const handed = { school: "S01", collection: "now", body: { definitions, slices }, findings: [], counts: [] };
    return add(newStore({ ...county, collections: [now] }, made), heldFrom(handed, { revision: 1, made, file: "S01.xlsx" }));
  };
  const asked = (store: Store) => consistencyOf(store, "now", Date.parse("2025-12-01T00:00:00Z"));
  const codes = (store: Store) => asked(store).map(({ school, finding }) => `${school} ${finding.code}`);
  const words = (store: Store) => asked(store).map(({ finding }) => finding.words);
  const usual: [number, number][] = [
    [40, 3],
    [71.5, 9],
    [88, 8],
  ];
  const other: [number, number][] = [
    [39, 3],
    [70, 17],
  ];
  const all: [number, number][] = [
    [39, 3],
    [70, 9],
    [71, 8],
  ];

  test("nothing where nothing is odd", () => {
    expect(codes(sent(paper("语文", { marks: usual }), paper("数学", { marks: all })))).toEqual([]);
    expect(codes(sent(paper("语文", { marks: usual, absent: 1 }), paper("数学", { marks: usual, exempt: 1 })))).toEqual([]);
  });

  test("one mark for all who sat, from ten pupils on, 0 as any other", () => {
    expect(words(sent(paper("语文", { marks: usual }), paper("数学", { marks: [[0, 20]] }))).map(({ zh }) => zh)).toEqual([
      "九年级 数学实考的 20 人都是 0 分：请核对是不是没有录完或填错了；确实如此请说明。",
    ]);
    expect(codes(sent(paper("数学", { marks: [[60.5, 10]] })))).toEqual(["S01 marks-one-value"]);
    expect(codes(sent(paper("数学", { marks: [[60.5, 9]], absent: 1 })))).toEqual([]);
  });

  test("in the classes together where no whole grade was sent", () => {
    const of = (name: string, mark: number) => paper("数学", { marks: [[mark, 10]], class: name });
    expect(codes(sent(of("1", 60), of("2", 60)))).toEqual(["S01 marks-one-value"]);
    expect(codes(sent(of("1", 65), of("2", 66)))).toEqual([]);
  });

  test("two subjects with as many pupils at every mark", () => {
    const found = words(sent(paper("语文", { marks: usual }), paper("数学", { marks: usual })));
    expect(found.map(({ en }) => en)).toEqual([
      "grade 9 数学 and grade 9 语文 have as many pupils at every mark (20 sat): see whether one subject was pasted twice.",
    ]);
  });

  test("more than half absent in a subject while others were sat", () => {
    const store = (absent: number) =>
      sent(
        paper("语文", { marks: usual }),
        paper("数学", {
          marks: [
            [50, 10 - absent / 2],
            [60, 10 - absent / 2],
          ],
          absent,
        }),
      );
    expect(words(store(12)).map(({ zh }) => zh)).toEqual([
      "九年级 数学应考 20 人，缺考 12 人，而九年级 语文有 20 人实考：请核对是不是还没有录成绩；确实缺考请说明。",
    ]);
    expect(codes(store(10))).toEqual([]);
  });

  test("转出 in one of two subjects with as many pupils, not where the subjects have different pupils", () => {
    expect(codes(sent(paper("语文", { marks: usual, left: 1 }), paper("数学", { marks: all, absent: 1 })))).toEqual(["S01 left-and-sat"]);
    expect(codes(sent(paper("语文", { marks: usual, left: 1 }), paper("数学", { marks: other })))).toEqual([]);
    expect(codes(sent(paper("语文", { marks: usual, left: 1 }), paper("数学", { marks: all, left: 1 })))).toEqual([]);
  });

  test("most of a class absent in a subject that the rest of the grade sat, and not the classes of a grade that is absent", () => {
    const of = (name: string, subject: string, absent: number) =>
      paper(subject, {
        marks:
          absent === 20
            ? []
            : [
                [70, 10],
                [75, 10 - absent],
              ],
        absent,
        class: name,
      });
    const store = sent(
      of("1班", "语文", 0),
      of("1班", "数学", 20),
      of("2班", "语文", 1),
      of("2班", "数学", 0),
      of("3班", "数学", 0),
      of("3班", "语文", 2),
    );
    expect(words(store).map(({ zh }) => zh)).toEqual([
      "九年级 1班 数学应考 20 人，缺考 20 人，而九年级 1班 语文有 20 人实考：请核对是不是还没有录成绩；确实缺考请说明。",
    ]);
    expect(codes(sent(of("1班", "语文", 0), of("1班", "数学", 20), of("2班", "语文", 1), of("2班", "数学", 20)))).toEqual([
      "S01 absent-many",
    ]);
  });

  test("most of a class deferred in a subject that the rest of the grade sat", () => {
    const of = (name: string, subject: string, deferred: number) =>
      paper(subject, {
        marks:
          deferred > 0
            ? [
                [70, 3],
                [71, 2],
              ]
            : [
                [70, 10],
                [subject === "语文" ? 75 : 76, 10],
              ],
        deferred,
        class: name,
      });
    const store = sent(of("1班", "语文", 0), of("1班", "数学", 15), of("2班", "语文", 0), of("2班", "数学", 0));
    expect(words(store).map(({ en }) => en)).toEqual([
      "15 of the 20 expected are absent or deferred in grade 9 1班 数学, while 20 sat grade 9 1班 语文: see whether the marks are still to come; if they were absent, say so.",
    ]);
  });

  /** 20 different marks from a lowest one, three apart. */
  const spread = (lowest: number): [number, number][] => Array.from({ length: 20 }, (_, at) => [lowest + 3 * at, 1]);
  const grade = (change: (name: string, subject: string) => [number, number][] | undefined, classes = ["1班", "2班", "3班"]) =>
    sent(
      ...classes.flatMap((name, at) =>
        ["语文", "数学", "英语"].map((subject, of) =>
          paper(subject, { marks: change(name, subject) ?? spread(30 + 2 * at + 0.5 * of), class: name }),
        ),
      ),
    );
  const inClass = (name: string, subject: string, marks: [number, number][]) => (own: string, of: string) =>
    own === name && of === subject ? marks : undefined;

  test("one mark for all of a class, or one of its subjects over again, though the grade's marks differ", () => {
    expect(codes(grade(() => undefined))).toEqual([]);
    expect(words(grade(inClass("3班", "英语", [[0, 20]]))).map(({ zh }) => zh)).toEqual([
      "九年级 3班 英语实考的 20 人都是 0 分：请核对是不是没有录完或填错了；确实如此请说明。",
    ]);
    expect(words(grade(inClass("1班", "英语", spread(30)))).map(({ zh }) => zh)).toEqual([
      "九年级 1班 英语和九年级 1班 语文每个分数的人数都相同（20 人实考）：请核对是不是一科的分数贴了两次。",
    ]);
  });

  test("a class far off in one subject only: with half the marks, not with 18 less, and of two classes the lower", () => {
    // By hand: the mean of 20 marks three apart is 28.5 above the lowest, and their spread 17.3; half of 60.5 is 30.25, 1.7 spreads below 59.
    const half = spread(32.5).map(([mark, pupils]): [number, number] => [Math.floor(mark) / 2, pupils]);
    expect(words(grade(inClass("2班", "数学", half))).map(({ zh }) => zh.slice(0, 40))).toEqual([
      "九年级 2班 数学平均 30.3 分，各班的中位数是 59；这个班别的学科没有差",
    ]);
    expect(codes(grade(inClass("2班", "数学", spread(14))))).toEqual([]);
    expect(words(grade(inClass("2班", "数学", half), ["1班", "2班"])).map(({ zh }) => zh.slice(0, 39))).toEqual([
      "九年级 2班 数学平均 30.3 分，另一个班是 59；这个班别的学科没有差这",
    ]);
    // A class that is far off in all subjects is another kind of class.
    const weak: Record<string, number> = { 语文: 1, 数学: 2, 英语: 3 };
    expect(codes(grade((name, subject) => (name === "2班" ? spread(weak[subject] ?? 0) : undefined)))).toEqual([]);
  });

  test("many at a line and hardly anybody just below it: the pass line 60 of 100, five marks down", () => {
    const at = (...marks: [number, number][]) => codes(sent(paper("数学", { marks })));
    const line = "S01 marks-at-line";
    expect(at([40, 5], [60, 10], [75, 19], [76, 1])).toEqual([line]);
    expect(at([40, 5], [55, 3], [60, 10], [75, 19], [76, 1])).toEqual([line]);
    expect(at([40, 5], [55, 4], [60, 10], [75, 19], [76, 1])).toEqual([]);
    expect(at([40, 5], [54, 4], [60, 10], [75, 19], [76, 1])).toEqual([line]);
    expect(at([40, 5], [60, 9], [75, 19], [76, 1])).toEqual([]);
    // Nobody has failed at all: the more so. And the excellent line is 85.
    expect(at([60, 10], [75, 19], [76, 1])).toEqual([line]);
    expect(at([40, 5], [60, 9], [85, 19], [86, 1])).toEqual([line]);
    expect(
      words(
        sent(
          paper("数学", {
            marks: [
              [40, 5],
              [57.5, 2],
              [60, 10],
              [75, 19],
              [76, 1],
            ],
          }),
        ),
      ).map(({ zh }) => zh),
    ).toEqual(["九年级 数学正好 60 分（及格线）的有 10 人，从 55 分到线下每个分数最多 2 人：请核对压线的分数是不是改过；确实如此请说明。"]);
  });

  test("but not on a coarse scale, where no mark is just below a line: ten questions of ten points", () => {
    const marks: [number, number][] = [
      [40, 5],
      [50, 4],
      [60, 33],
      [70, 8],
    ];
    expect(codes(sent(paper("数学", { marks })))).toEqual([]);
    expect(codes(sent(paper("数学", { marks: [...marks, [71, 1]] })))).toEqual(["S01 marks-at-line"]);
  });

  test("more than one in twenty exempt or gone, from ten on, told once for all subjects", () => {
    const of = (subject: string, exempt: number, left: number) =>
      paper(subject, {
        marks: [[40, 50], [70, subject === "语文" ? 100 : 99], ...(subject === "语文" ? [] : [[71, 1] as [number, number]])],
        exempt,
        left,
      });
    expect(words(sent(of("语文", 6, 4), of("数学", 6, 4))).map(({ zh }) => zh)).toEqual([
      "九年级 语文 160 人中免考 6 人、转出 4 人，不计入各率，另有 1 科也多：请核对；属实的请说明原因（免考要有批准）。",
    ]);
    expect(codes(sent(of("语文", 5, 4), of("数学", 5, 4)))).toEqual([]);
    // 10 of 200 are just one in twenty.
    expect(
      codes(
        sent(
          paper("语文", {
            marks: [
              [40, 90],
              [70, 100],
            ],
            exempt: 10,
          }),
        ),
      ),
    ).toEqual([]);
  });

  test("and not again where the school's own file was asked already", () => {
    const query = {
      level: "query",
      code: "marks-one-value",
      sheet: "成绩 九年级",
      cell: "D6",
      words: { zh: "请核对", en: "check" },
    } as const;
    const store = sent(paper("数学", { marks: [[60, 20]] }));
    const [held] = store.held;
    if (!held) throw new Error("nothing is held");
    expect(codes({ ...store, held: [{ ...held, queries: [query] }] })).toEqual([]);
  });
});
