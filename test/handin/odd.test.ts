/** Marks that hardly go together, asked about from the counts that were handed in: nobody has the rows any more. */
import { describe, expect, test } from "vitest";
import type { Collection, Paper, Slice } from "../../shared/contract.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { Store } from "../../shared/handin/held.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { CHINESE, MATHS } from "../indicators/county.ts";
import { county, definitions, exam as demoExam } from "./bodies.ts";

const made = "2025-07-01T12:00:00.000Z";
const now: Collection = { ...demoExam, collection: "now", exam: { name: "期末", papers: [CHINESE, { ...MATHS, before: null }] } };
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
    expect(codes(sent(of("1", 60), of("2", 61)))).toEqual([]);
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
