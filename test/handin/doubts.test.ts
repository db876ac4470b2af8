/** A file that may hold the rows of other pupils is asked about before it is taken: in its line, with both numbers. */
import { describe, expect, test } from "vitest";
import { openKept } from "../../addin/offline/kept.ts";
import { heldIn, keeperOf } from "../../addin/offline/store.ts";
import type { Slice, SubmissionBody } from "../../shared/contract.ts";
import { differences } from "../../shared/handin/compare.ts";
import { defaultSettings } from "../../shared/handin/consistency/settings.ts";
import { SETTING_WORDS } from "../../shared/handin/consistency/settings-words.ts";
import { newStore } from "../../shared/handin/store.ts";
import { chinese, county, definitions, exam, resources } from "./bodies.ts";
import { takeOne } from "./take-one.ts";

const now = "2025-07-02T08:00:00.000Z";

async function office() {
  const keeper = await keeperOf(await openKept());
  await keeper.update(() => newStore(county, now));
  let batch = 0;
  const take = (school: string, body: SubmissionBody, { decided = false, collection = exam.collection } = {}) =>
    takeOne(keeper, new Map(), {
      read: { kind: "template", handed: { school, collection, body, findings: [], counts: [] } },
      path: `${school}.xlsx`,
      ...{ batch: batch++, decided, now },
    });
  const held = () => heldIn(keeper.store() as never).map(({ school }) => school);
  return { take, held };
}
const maths = (body: SubmissionBody): Slice[] => body.slices.map((slice) => ({ ...slice, subject: "数学" }));
/** 语文 and 数学 of grade 9: so many pupils at 80, in 数学 one of them at another mark. */
const two = (pupils: number, other = 60): SubmissionBody => ({
  definitions,
  slices: [
    ...chinese([[80, pupils]]).slices,
    ...maths(
      chinese([
        [80, pupils - 1],
        [other, 1],
      ]),
    ),
  ],
});

describe("the marks of another school", () => {
  test("are asked about before they are taken, of the first file too, and taken when a person says so", async () => {
    const { take, held } = await office();
    expect((await take("S03", two(40))).state).toBe("taken");
    const asked = await take("S01", two(40));
    expect(asked.state).toBe("doubt");
    expect(asked.words.zh).toContain("九年级各科的成绩与第三中学（S03，S03.xlsx）的完全相同");
    expect(asked.words.zh).toContain("请点“以这个文件为准”");
    expect(asked.words.en).toContain("(S03, S03.xlsx) to the last one");
    expect(held()).toEqual(["S03"]);
    expect((await take("S01", two(40), { decided: true })).state).toBe("taken");
    expect(held()).toEqual(["S01", "S03"]);
  });

  test("in place of a school's own, with as many pupils or more, are asked about; what stands already is not asked again", async () => {
    const { take } = await office();
    await take("S03", two(42));
    await take("S01", two(40));
    expect((await take("S01", two(42))).state).toBe("doubt");
    await take("S01", two(42), { decided: true });
    // Only 语文 of another grade is new.
    const more = { definitions, slices: [...two(42).slices, ...chinese([[70, 20]]).slices.map((slice) => ({ ...slice, grade: 8 }))] };
    expect((await take("S01", more)).state).toBe("taken");
  });

  test("are no question where one subject differs by one pupil, or so few pupils say little", async () => {
    const { take } = await office();
    await take("S03", two(40));
    expect((await take("S01", two(40, 61))).state).toBe("taken");
    const few = defaultSettings.twinPupils - 1;
    expect((await take("S04", two(few))).state).toBe("taken");
    expect((await take("S05", two(few))).state).toBe("taken");
    expect((await take("S06", two(few + 1))).state).toBe("taken");
    expect((await take("S02", two(few + 1))).state).toBe("doubt");
  });
});

describe("numbers of another school's class or resources", () => {
  const states = (sat: number) => ({ sat, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 });
  /** Two subjects of one class, each with so many pupils at a mark; the grade has another twenty pupils at `rest`. */
  const classes = (name: string, pupils: number, mark: number, rest: number, subjects = ["语文", "数学"]): SubmissionBody => ({
    definitions,
    slices: subjects.flatMap((subject, at): Slice[] => {
      const of = (own: string | null, counts: [number, number][]): Slice => ({
        ...{ stage: "junior", grade: 9, subject, class: own },
        scores: { grid: 2, states: states(counts.reduce((sum, [, n]) => sum + n, 0)), counts: counts.sort(([a], [b]) => a - b) },
      });
      const own: [number, number][] = [
        [2 * mark, 1],
        [2 * mark + 2 + at, pupils - 1],
      ];
      return [of(null, [...own, [2 * rest, 20]]), of(name, own)];
    }),
  });

  test("are asked about by the names of both classes, and taken when a person says so", async () => {
    const { take } = await office();
    await take("S03", classes("2班", 30, 60, 90));
    const asked = await take("S01", classes("3班", 30, 60, 95));
    expect(asked.state).toBe("doubt");
    expect(asked.words.zh).toContain("与第三中学（S03，S03.xlsx）的完全相同（本校 = 那所学校）：九年级 3班 = 九年级 2班");
    expect((await take("S01", classes("3班", 30, 60, 95), { decided: true })).state).toBe("taken");
    // What stands already is not asked again.
    expect((await take("S01", classes("3班", 30, 60, 94))).state).toBe("taken");
  });

  test("are no question where a mark differs, in one subject only, or of fewer than ten", async () => {
    const { take } = await office();
    await take("S03", classes("2班", 30, 60, 90));
    expect((await take("S01", classes("2班", 30, 61, 95))).state).toBe("taken");
    await take("S04", classes("2班", 30, 70, 90, ["语文"]));
    expect((await take("S05", classes("2班", 30, 70, 95, ["语文"]))).state).toBe("taken");
    await take("S02", classes("2班", 9, 80, 90));
    expect((await take("S06", classes("2班", 9, 80, 95))).state).toBe("taken");
  });

  test("a grade that is another school's as a whole is asked about as that alone", async () => {
    const { take } = await office();
    await take("S03", classes("2班", 30, 60, 90));
    const { words } = await take("S01", classes("2班", 30, 60, 90));
    expect([words.zh.includes("九年级各科的成绩"), words.zh.includes("本校 =")]).toEqual([true, false]);
  });

  test("what a stage has is compared too", async () => {
    const { take } = await office();
    const having = (sports: number): SubmissionBody => ({
      definitions,
      slices: [
        {
          ...{ stage: "junior", grade: null, subject: null, class: null },
          resources: { pupils: 600, amounts: { "area.teaching": 300_000, "area.sports": sports } },
        },
      ],
    });
    await take("S03", having(500_000), { collection: resources.collection });
    expect((await take("S01", having(500_001), { collection: resources.collection })).state).toBe("taken");
    const asked = await take("S02", having(500_000), { collection: resources.collection });
    expect([asked.state, asked.words.zh.includes("初中办学条件 = 初中办学条件")]).toEqual(["doubt", true]);
  });
});

describe("many more pupils", () => {
  test("than stand, half as many again or more, are marked; fewer than that and another subject are not", () => {
    const grown = (before: SubmissionBody, after: SubmissionBody) => differences(before.slices, after.slices).map((one) => one.grown);
    expect(grown(two(40), two(60))).toEqual([true]);
    expect(grown(two(40), two(59))).toEqual([false]);
    expect(grown(chinese([[80, 40]]), two(40))).toEqual([false]);
  });

  test("than were taken before are asked about, with both numbers", async () => {
    const { take } = await office();
    await take("S01", two(40));
    expect((await take("S01", two(59))).state).toBe("taken");
    const asked = await take("S01", two(100));
    expect(asked).toMatchObject({ state: "doubt" });
    expect(asked.words.zh).toContain("比已收的（S01.xlsx）多出很多：九年级原来 59 人，现在 100 人");
    expect((await take("S01", two(100), { decided: true })).state).toBe("taken");
  });

  test("than the school has enrolled are asked about, beyond what the two usually differ by; not again where none came", async () => {
    const { take } = await office();
    const stage = (pupils: number): SubmissionBody => ({
      definitions,
      slices: [{ stage: "junior", grade: null, subject: null, class: null, resources: { pupils, amounts: {} } }],
    });
    for (const school of ["S01", "S03"]) await take(school, stage(100), { collection: resources.collection });
    expect((await take("S03", two(105))).state).toBe("taken");
    const asked = await take("S01", two(106));
    expect(asked).toMatchObject({ state: "doubt" });
    expect(asked.words.zh).toContain("初中应考共 106 人，多于“2025 办学条件”填的在校生 100 人");
    await take("S01", two(106), { decided: true });
    expect((await take("S01", two(106, 70))).state).toBe("taken");
  });
});

test("what fewer pupils and another school's marks would ask is asked at once: whoever decides has seen both", async () => {
  const { take } = await office();
  await take("S03", two(40));
  await take("S01", two(45));
  const { state, words } = await take("S01", two(40));
  expect(state).toBe("fewer");
  expect(words.zh).toMatch(/九年级各科的成绩与第三中学.*比已收的（S01\.xlsx）少.*请点/);
});

test("its limits are settings with their source", () => {
  expect([SETTING_WORDS.growth.source.zh, SETTING_WORDS.twinPupils.source.zh]).toEqual(["本产品约定", "本产品约定"]);
});

test("an old file, handed in again after its correction, is asked about; a second correction is none", async () => {
  const { take } = await office();
  await take("S01", two(40));
  expect((await take("S01", two(40, 70))).state).toBe("taken");
  const asked = await take("S01", two(40));
  expect([asked.state, asked.words.zh.includes("数与第 1 版（S01.xlsx）的完全相同")]).toEqual(["doubt", true]);
  expect((await take("S01", two(40), { decided: true })).state).toBe("taken");
  expect((await take("S01", two(40, 65))).state).toBe("taken");
});
