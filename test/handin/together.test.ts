/** Files of one import: what they come to does not depend on which was read first, and where two differ a person chooses. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { together } from "../../addin/handin/together.ts";
import { openKept } from "../../addin/offline/kept.ts";
import { heldIn, type Keeper, keeperOf } from "../../addin/offline/store.ts";
import { type CameWith, takeIn } from "../../addin/offline/take.ts";
import type { SubmissionBody } from "../../shared/contract.ts";
import { newStore } from "../../shared/handin/store.ts";
import { chinese, county, exam } from "./bodies.ts";
import type { Read } from "./take-one.ts";

const now = "2025-07-02T08:00:00.000Z";
const [sixty, seventy, eighty] = [chinese([[60, 20]]), chinese([[70, 20]]), chinese([[80, 20]])];

const handed = (body: SubmissionBody, school: string) => ({ school, collection: exam.collection, body, findings: [], counts: [] });
const template = (body: SubmissionBody, school = "S01"): Read => ({ kind: "template", handed: handed(body, school) });
const file = (revision: number, body: SubmissionBody, school = "S01"): Read => ({
  kind: "submission",
  revision,
  made: now,
  handed: handed(body, school),
});

type Files = Readonly<Record<string, Read>>;

async function office() {
  const keeper = await keeperOf(await openKept());
  await keeper.update(() => newStore(county, now));
  const cameWith: CameWith = new Map();
  let batch = 0;
  /** One import; the files in the order in which they were read. */
  const give = async (files: Files, order = Object.keys(files)) => {
    batch++;
    const items = order.map((path) => ({ offer: { path, read: files[path] as Read, file: new File([], path) } }));
    const states: Record<string, string> = {};
    for (const group of together(items)) {
      const given = group.map(({ offer: { path } }) => ({ path, read: files[path] as Read }));
      const outcomes = await takeIn(keeper, cameWith, { files: given, chosen: null, batch, now });
      for (const [at, one] of outcomes.entries()) states[given[at]?.path as string] = `${one?.state} ${one?.words.zh}`;
    }
    return states;
  };
  const choose = async (files: Files, path: string) => {
    const given = Object.entries(files).map(([name, read]) => ({ path: name, read }));
    const chosen = given.findIndex((one) => one.path === path);
    return (await takeIn(keeper, cameWith, { files: given, chosen, batch, now })).map((one) => one?.state ?? null);
  };
  return { keeper, give, choose };
}

const standing = (keeper: Keeper) => heldIn(keeper.store() as never).map(({ school, revision, body }) => [school, revision, body]);
const first = (states: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(states).map(([k, v]) => [k, v.split(" ")[0]]));

describe("two files of one school with different content", () => {
  test.each([
    ["templates", template(sixty), template(seventy)],
    ["submission files of one revision", file(1, sixty), file(1, seventy)],
    ["a template and a submission file", template(sixty), file(1, seventy)],
  ])("%s: neither counts, and each names the other", async (_, a, b) => {
    const { keeper, give } = await office();
    const said = await give({ "a.x": a, "b.x": b });
    expect(first(said)).toEqual({ "a.x": "clash", "b.x": "clash" });
    expect(said["a.x"]).toContain("和同一次收的 b.x 是同一所学校的，内容不同，哪个都没有收");
    expect(said["b.x"]).toContain("和同一次收的 a.x 是同一所学校的，内容不同，哪个都没有收");
    expect(standing(keeper)).toEqual([]);
  });

  test("what stood before the import goes on counting, also where one of the two says it again", async () => {
    for (const files of [
      { a: template(seventy), b: template(eighty) },
      { a: template(sixty), b: template(seventy) },
    ]) {
      const { keeper, give } = await office();
      await give({ "before.xlsx": template(sixty) });
      const said = await give(files);
      expect(first(said)).toEqual({ a: "clash", b: "clash" });
      expect(said.a).toContain("仍按原来收的（before.xlsx）计");
      expect(standing(keeper)).toEqual([["S01", 1, sixty]]);
    }
  });

  test("the one that is chosen counts, the other is not used, and may be chosen in its place", async () => {
    const { keeper, give, choose } = await office();
    const files = { a: file(2, sixty), b: file(2, seventy), "b(1)": file(2, seventy) };
    expect(first(await give(files))).toEqual({ a: "clash", b: "clash", "b(1)": "clash" });
    expect(await choose(files, "a")).toEqual(["taken", "passed", "passed"]);
    expect(standing(keeper)).toEqual([["S01", 2, sixty]]);
    expect(await choose(files, "b")).toEqual(["passed", "taken", "taken"]);
    expect(standing(keeper)).toEqual([["S01", 2, seventy]]);
  });

  test("of templates as well, and the content before can be brought back", async () => {
    const { keeper, give, choose } = await office();
    const files = { a: template(sixty), b: template(seventy) };
    await give(files);
    expect(await choose(files, "b")).toEqual(["passed", "taken"]);
    expect(await choose(files, "a")).toEqual(["taken", "passed"]);
    expect(standing(keeper)).toEqual([["S01", 2, sixty]]);
    expect(keeper.former({ school: "S01", collection: exam.collection })?.body).toEqual(seventy);
  });
});

test("a choice among lower revisions leaves a higher one to be asked about", async () => {
  const { choose } = await office();
  expect(await choose({ a: file(1, sixty), b: file(1, seventy), c: file(3, eighty) }, "a")).toEqual(["taken", "passed", null]);
});

test("of two revisions the higher one counts, and the lower is said not to be used", async () => {
  const { keeper, give } = await office();
  const said = await give({ b: file(2, seventy), a: file(1, sixty) });
  expect(first(said)).toEqual({ a: "passed", b: "taken" });
  expect(said.a).toContain("已有更新的第 2 版");
  expect(standing(keeper)).toEqual([["S01", 2, seventy]]);
});

test("a higher revision settles what two of a lower one say", async () => {
  const { keeper, give } = await office();
  const said = await give({ a: file(1, sixty), b: file(1, seventy), c: file(2, eighty) });
  expect(first(said)).toEqual({ a: "passed", b: "passed", c: "taken" });
  expect(standing(keeper)).toEqual([["S01", 2, eighty]]);
});

test("while two of the highest revision differ no lower one counts in their place", async () => {
  const { keeper, give } = await office();
  const files = { a: file(1, sixty), b: file(2, seventy), c: file(2, eighty) };
  expect(first(await give(files))).toEqual({ a: "passed", b: "clash", c: "clash" });
  expect(standing(keeper)).toEqual([]);
});

test("an old submission file beside two templates that differ is told to be old", async () => {
  const { keeper, give } = await office();
  await give({ before: file(5, sixty) });
  expect(first(await give({ a: template(seventy), b: template(eighty), c: file(1, seventy) }))).toEqual({
    ...{ a: "clash", b: "clash", c: "passed" },
  });
  expect(first(await give({ a: file(1, seventy), b: file(1, eighty) }))).toEqual({ a: "passed", b: "passed" });
  expect(standing(keeper)).toEqual([["S01", 5, sixty]]);
});

test("the same content twice is taken once", async () => {
  const { keeper, give } = await office();
  const said = await give({ b: template(sixty), a: template(sixty) });
  expect(said).toEqual({ a: "taken 已收。", b: "taken 内容与已收的相同。" });
  expect(standing(keeper)).toEqual([["S01", 1, sixty]]);
});

test("one file that cannot be held keeps no other from being taken", async () => {
  const { keeper, give } = await office();
  const noted = { ...sixty, notes: [{ code: "q", sheet: null, cell: null, text: "打 13812345678" }] };
  expect(first(await give({ a: template(noted), b: template(sixty) }))).toEqual({ a: "refused", b: "taken" });
  expect(standing(keeper)).toEqual([["S01", 1, sixty]]);
});

test("whatever the files and in whatever order they were read, the same stands and the same is said of each", async () => {
  // Fewer pupils, a revision far ahead and another school's marks are asked about before they are taken: that must not hang on the order either.
  const bodies = [sixty, seventy, chinese([[60, 12]])];
  const read = fc.record({
    school: fc.constantFrom("S01", "S02"),
    revision: fc.constantFrom(null, 1, 2, 3, 400),
    body: fc.constantFrom(...bodies),
  });
  const readOf = ({ school, revision, body }: { school: string; revision: number | null; body: SubmissionBody }) =>
    revision === null ? template(body, school) : file(revision, body, school);
  const files = fc
    .array(read, { minLength: 1, maxLength: 6 })
    .map((all): Files => Object.fromEntries(all.map((one, at) => [`${at}.x`, readOf(one)])));
  const mixed = files.chain((own) =>
    fc.tuple(fc.constant(own), fc.shuffledSubarray(Object.keys(own), { minLength: Object.keys(own).length }), fc.option(read)),
  );
  await fc.assert(
    fc.asyncProperty(mixed, async ([own, order, before]) => {
      const [one, other] = [await office(), await office()];
      for (const { give } of before ? [one, other] : []) await give({ before: readOf(before as never) });
      const said = await one.give(own);
      expect(await other.give(own, order)).toEqual(said);
      expect(Object.values(said).filter((one) => one.startsWith("undefined"))).toEqual([]);
      const kept = ({ keeper }: typeof one) => [keeper.store(), keeper.former({ school: "S01", collection: exam.collection })];
      expect(kept(other)).toEqual(kept(one));
    }),
    { numRuns: 150 },
  );
});
