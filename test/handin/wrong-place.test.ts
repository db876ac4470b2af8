/** A file that may have gone to the wrong place is asked about before it is taken: last time's template, another school's. */
import { expect, test } from "vitest";
import { openKept } from "../../addin/offline/kept.ts";
import { keeperOf } from "../../addin/offline/store.ts";
import type { Collection, SubmissionBody } from "../../shared/contract.ts";
import { newStore } from "../../shared/handin/store.ts";
import { chinese, county, exam } from "./bodies.ts";
import { takeOne } from "./take-one.ts";

const now = "2026-07-02T08:00:00.000Z";
const then: Collection = { ...exam, collection: "then", name: "2025年期末", period: "2024-2025-2", closes: "2025-07-31" };
const open: Collection = { ...exam, collection: "open", name: "2026年期末", period: "2025-2026-2", closes: "2026-07-31" };
const [sixty, seventy] = [chinese([[60, 40]]), chinese([[70, 40]])];

/** Takes one file after the other, each by an import of its own. */
async function office(collections: Collection[]) {
  const keeper = await keeperOf(await openKept());
  await keeper.update(() => newStore({ ...county, collections }, now));
  let batch = 0;
  return (collection: string, body: SubmissionBody, { path = "x.xlsx", decided = false } = {}) =>
    takeOne(keeper, new Map(), {
      read: { kind: "template", handed: { school: "S01", collection, body, findings: [], counts: [] } },
      ...{ path, batch: batch++, decided, now },
    });
}

test("a correction to a collection that is over is asked about, and taken when a person says so", async () => {
  const take = await office([then, open]);
  expect((await take("then", sixty)).state).toBe("taken");
  const { state, words } = await take("then", seventy);
  expect(state).toBe("doubt");
  expect(words.zh).toContain(
    "这是“2025年期末”（2024-2025-2）的文件，会代替已收的（x.xlsx），而这次采集已在 2025-07-31 截止；现在在收的是“2026年期末”（2025-2026-2）：请核对是不是把这次的数填进了上次的模板",
  );
  expect((await take("then", seventy, { decided: true })).state).toBe("taken");
});

test("so is one of an earlier time than an open one of its form; one of what is open is none", async () => {
  const take = await office([{ ...then, closes: null }, open]);
  for (const collection of ["then", "open"]) await take(collection, sixty);
  expect((await take("then", seventy)).state).toBe("doubt");
  expect((await take("open", seventy)).state).toBe("taken");
  expect((await take("then", sixty)).state).toBe("taken");
  const alone = await office([{ ...then, closes: "2026-07-02" }]);
  await alone("then", sixty);
  // A closing date is over with its day.
  expect((await alone("then", seventy)).state).toBe("taken");
});

test("a file that is named for another school is asked about, of the first and of one that leaves nothing of what was taken", async () => {
  const take = await office([open]);
  const named = { path: "收件/S03_第三中学_2026年期末.xlsx" };
  const first = await take("open", sixty, named);
  expect(first.state).toBe("doubt");
  expect(first.words.zh).toContain("文件名写的是第三中学（S03），模板是第一中学（S01）的：请核对是不是填错了学校的模板");
  expect((await take("open", sixty, { path: "S01_第一中学_2026年期末.xlsx" })).state).toBe("taken");
  const other = await take("open", seventy, named);
  expect(other.words.zh).toContain("模板是第一中学（S01）的，和已收的（S01_第一中学_2026年期末.xlsx）几乎没有相同的数");
  expect((await take("open", seventy, { ...named, decided: true })).state).toBe("taken");
});

test("a name that is the school's own beside another's, or no school's, and a correction of little are no question", async () => {
  const take = await office([open]);
  const maths = (body: SubmissionBody) => body.slices.map((slice) => ({ ...slice, subject: "数学" }));
  const both = (mark: number) => ({ ...sixty, slices: [...sixty.slices, ...maths(chinese([[mark, 40]]))] });
  expect((await take("open", both(80), { path: "第三中学转来_第一中学.xlsx" })).state).toBe("taken");
  expect((await take("open", both(81), { path: "成绩.xlsx" })).state).toBe("taken");
  expect((await take("open", both(82), { path: "第三中学.xlsx" })).state).toBe("taken");
});
