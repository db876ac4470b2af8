/** A later file that counts less than what it would replace is asked about, said with both numbers, and can be taken back. */
import { describe, expect, test } from "vitest";
import { openKept } from "../../addin/offline/kept.ts";
import { heldIn, type Keeper, keeperOf, lineOf } from "../../addin/offline/store.ts";
import { noteIn, restoreIn } from "../../addin/offline/take.ts";
import type { SubmissionBody } from "../../shared/contract.ts";
import { differences } from "../../shared/handin/compare.ts";
import { newStore } from "../../shared/handin/store.ts";
import { chinese, county, definitions, exam } from "./bodies.ts";
import { takeOne } from "./take-one.ts";

const now = "2025-07-02T08:00:00.000Z";
const place = { school: "S01", collection: exam.collection };
const pupils = (n: number) => chinese([[80, n]]);
/** 语文 and another subject of grade 9, each with so many pupils. */
const two = (chinesePupils: number, others: number, grade = 9): SubmissionBody => ({
  definitions,
  slices: [
    ...pupils(chinesePupils).slices.map((slice) => ({ ...slice, grade })),
    ...pupils(others).slices.map((slice) => ({ ...slice, grade, subject: "数学" })),
  ],
});

async function opened(): Promise<Keeper> {
  const keeper = await keeperOf(await openKept());
  await keeper.update(() => newStore(county, now));
  return keeper;
}
const take = (keeper: Keeper, body: SubmissionBody, batch: number, decided = false) =>
  takeOne(keeper, new Map(), {
    read: { kind: "template", handed: { ...place, body, findings: [], counts: [] } },
    path: `${batch}.xlsx`,
    ...{ batch, decided, now },
  });
const standing = (keeper: Keeper) => heldIn(keeper.store() ?? newStore(county, now)).map(({ body }) => body);

describe("what another file changes in size", () => {
  const zh = (before: SubmissionBody, after: SubmissionBody) =>
    differences(before.slices, after.slices).map(({ words, fewer }) => [words.zh, fewer]);

  test("is nothing where only marks differ", () => {
    expect(zh(pupils(165), chinese([[60, 165]]))).toEqual([]);
  });

  test("is told by grade, and by subject only where a subject differs from its grade", () => {
    expect(zh(two(165, 165), two(1, 1))).toEqual([["九年级原来 165 人，现在 1 人", true]]);
    expect(zh(two(165, 165), two(165, 1))).toEqual([["九年级 数学原来 165 人，现在 1 人", true]]);
    expect(zh(two(165, 165), two(166, 166))).toEqual([["九年级原来 165 人，现在 166 人", false]]);
  });

  test("tells a subject and a grade that are gone, and what is new", () => {
    expect(zh(two(165, 165), pupils(165))).toEqual([["九年级 数学原来 165 人，现在没有", true]]);
    expect(zh(two(165, 165), two(165, 165, 8))).toEqual([
      ["九年级原来 165 人，现在没有", true],
      ["八年级原来没有，现在 165 人", false],
    ]);
  });

  test("tells indicators that are gone", () => {
    const entered = (entered: object) =>
      ({ definitions, slices: [{ stage: "junior", grade: null, subject: null, class: null, entered }] }) as SubmissionBody;
    expect(zh(entered({ a: { n: 1 }, b: { n: 1 } }), entered({ a: { n: 2 } }))).toEqual([["单项指标原来 2 项，现在 1 项", true]]);
    expect(zh(entered({ a: { n: 1 }, b: { n: 1 } }), entered({ b: { n: 1 }, c: { n: 1 } }))).toEqual([
      ["单项指标原来 2 项，现在 2 项，原来的少了 1 项", true],
    ]);
  });
});

describe("a later file", () => {
  test("of fewer pupils, even one, is not taken until a person says so, and then says both numbers", async () => {
    const keeper = await opened();
    expect(await take(keeper, pupils(165), 0)).toMatchObject({ state: "taken" });
    const asked = await take(keeper, pupils(164), 1);
    expect(asked.state).toBe("fewer");
    expect(asked.words.zh).toContain("九年级原来 165 人，现在 164 人");
    expect(standing(keeper)).toEqual([pupils(165)]);
    const taken = await take(keeper, pupils(164), 1, true);
    expect(taken).toMatchObject({ state: "taken", words: { zh: "已收，更正为第 2 版：九年级原来 165 人，现在 164 人。" } });
  });

  test("that falls in one subject and rises in another names as fewer only what is", async () => {
    const keeper = await opened();
    await take(keeper, two(96, 97), 0);
    const { zh, en } = (await take(keeper, two(97, 96), 1)).words;
    expect(zh).toContain("比已收的（0.xlsx）少：九年级 数学原来 97 人，现在 96 人。另外：九年级 语文原来 96 人，现在 97 人。没有收。");
    expect(en).toMatch(/less than was taken before \(0\.xlsx\): [^.]*97 pupils before, 96 now\. Besides: [^.]*96 pupils before, 97 now\. /);
  });

  test("of more pupils is taken, and says so", async () => {
    const keeper = await opened();
    await take(keeper, pupils(164), 0);
    expect(await take(keeper, pupils(165), 1)).toMatchObject({ state: "taken", words: { zh: expect.stringContaining("现在 165 人") } });
  });

  test("can be taken back: the former content counts again, under a revision that stands wherever stores are merged", async () => {
    const keeper = await opened();
    await take(keeper, pupils(165), 0);
    expect(keeper.former(place)).toBeNull();
    await take(keeper, pupils(1), 1, true);
    const former = keeper.former(place);
    expect(former).toMatchObject({ revision: 1, body: pupils(165) });
    await keeper.update((store) => store && former && restoreIn(store, former, now), former?.revision);
    expect(standing(keeper)).toEqual([pupils(165)]);
    expect(keeper.store()?.held.map(({ revision }) => revision)).toEqual([3]);
    // And forth again, told as what was undone, also after an explanation has made a revision of its own.
    expect(keeper.former(place)).toMatchObject({ revision: 2, body: pupils(1), back: 1 });
    await keeper.update((store) => store && noteIn(store, place, { findings: [], places: [], text: "" }, now));
    const held = keeper.store()?.held[0];
    expect(held && lineOf(held, keeper.former(place))).toMatchObject({ revision: 4, former: 2, back: 1 });
    const undone = keeper.former(place);
    await keeper.update((store) => store && undone && restoreIn(store, undone, now), undone?.revision);
    // Nothing of it is in what is held, exported and merged.
    expect(keeper.store()?.held[0]).not.toHaveProperty("back");
  });

  test("leaves its former content to be found again after a reload, until everything is cleared", async () => {
    const kept = await openKept();
    const keeper = await keeperOf(kept);
    await keeper.update(() => newStore(county, now));
    await take(keeper, pupils(165), 0);
    await take(keeper, pupils(1), 1, true);
    expect((await keeperOf(kept)).former(place)).toMatchObject({ revision: 1 });
    await keeper.update(() => null);
    expect((await keeperOf(kept)).former(place)).toBeNull();
  });
});
