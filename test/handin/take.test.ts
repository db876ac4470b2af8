/** What the offline page takes in comes to the same in any order, and what a school explained stays when the bureau adds to it. */
import { describe, expect, test } from "vitest";
import { textOf } from "../../addin/handin/store-text.ts";
import { type Change, openKept } from "../../addin/offline/kept.ts";
import { heldIn, type Keeper, keeperOf, lineOf } from "../../addin/offline/store.ts";
import { type CameWith, notedIn, noteIn } from "../../addin/offline/take.ts";
import { keyOf, withNotes } from "../../addin/pane/template/check.ts";
import type { SubmissionBody } from "../../shared/contract.ts";
import { askedOf, placed } from "../../shared/handin/asked.ts";
import { writeSubmission } from "../../shared/handin/file.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import { notesFault, personalNotes } from "../../shared/handin/notes.ts";
import { add, decide, heldFrom, newStore, setUp } from "../../shared/handin/store.ts";
import { readStore, writeStore } from "../../shared/handin/store-file.ts";
import { Refusal } from "../../shared/refusal.ts";
import { chinese, county, exam } from "./bodies.ts";
import { explainAs, type Read, takeOne } from "./take-one.ts";

const now = "2025-07-02T08:00:00.000Z";
const place = { school: "S01", collection: exam.collection };
const [sixty, seventy] = [chinese([[60, 20]]), chinese([[70, 20]])];

const query: FileFinding = {
  ...{ level: "query", code: "class-large", sheet: "成绩 九年级", cell: "A6" },
  words: { zh: "请核对班额", en: "check" },
};

const file = (revision: number, body: SubmissionBody, findings: readonly FileFinding[] = []): Read => ({
  kind: "submission",
  revision,
  made: now,
  handed: { ...place, body, findings, counts: [] },
});

async function opened(): Promise<Keeper> {
  const keeper = await keeperOf(await openKept());
  await keeper.update(() => newStore(county, now));
  return keeper;
}

/** Files that come one import after the other -> what stands. */
async function standing(files: readonly Read[]) {
  const keeper = await opened();
  const cameWith: CameWith = new Map();
  for (const [batch, read] of files.entries()) await takeOne(keeper, cameWith, { read, path: `${batch}.json`, batch, decided: false, now });
  const store = keeper.store();
  return store && heldIn(store).map(({ revision, body }) => ({ revision, body }));
}

describe("submission files, one import after the other", () => {
  const [one, two, three] = [file(1, sixty), file(2, seventy), file(3, sixty)] as const;
  test.each([[[one, two, three]], [[one, three, two]], [[two, one, three]], [[two, three, one]], [[three, one, two]], [[three, two, one]]])(
    "the highest revision stands, also where it says what the first said (%#)",
    async (files) => {
      expect(await standing(files)).toEqual([{ revision: 3, body: sixty }]);
    },
  );
});

describe("a revision far above what is held", () => {
  test("is asked about before it is taken, also where nothing is held, and taken when a person says so", async () => {
    const taken = async (revision: number, first: readonly Read[], decided = false) => {
      const keeper = await opened();
      for (const read of [...first, file(revision, seventy)]) {
        const one = await takeOne(keeper, new Map(), { read, path: "x.json", batch: 0, decided: decided && read !== first[0], now });
        if (read !== first[0]) return [one.state, one.words.zh.split("：")[0]];
      }
      return [];
    };
    expect(await taken(101, [file(1, sixty)])).toEqual(["taken", "已收，更正为第 101 版。"]);
    expect(await taken(102, [file(1, sixty)])).toEqual(["doubt", "文件写的是第 102 版，已收的最高是第 1 版"]);
    expect(await taken(102, [file(1, sixty)], true)).toEqual(["taken", "已收，更正为第 102 版。"]);
    expect(await taken(999, [])).toEqual(["doubt", "文件写的是第 999 版，这所学校还没有收过文件"]);
  });
});

test("a correction that no file of the store could be read with is refused, and what is there can still be exported and read", async () => {
  const keeper = await opened();
  const taking = (read: Read) => takeOne(keeper, new Map(), { read, path: "S01.xlsx", batch: 0, decided: true, now });
  const template = { kind: "template", handed: { ...place, body: seventy, findings: [], counts: [] } } as const;
  await taking(file(1_000_000, sixty));
  await expect(taking(template)).rejects.toThrow(Refusal);
  const store = keeper.store();
  expect(store && readStore(writeStore(store, { program: "0.1.0", made: now })).findings).toEqual([]);
});

test("an explanation that the bureau adds leaves what the school wrote about the file as a whole", async () => {
  const general = { code: "general", sheet: "校验", cell: "F9", text: "九年级两名学生休学" };
  const asked = { code: "class-large", sheet: "成绩 九年级", cell: "A6" };
  const body: SubmissionBody = { ...sixty, notes: [general, { ...asked, text: "是一个班" }] };
  const query = { ...asked, level: "query" as const, words: { zh: "请核对是不是几个班", en: "check that it is not several" } };
  const keeper = await opened();
  await takeOne(keeper, new Map(), {
    read: file(1, body, [{ ...query, note: "是一个班" }]),
    path: "1.json",
    batch: 0,
    decided: false,
    now,
  });
  const noted = (note: string | undefined) => {
    const store = keeper.store();
    if (!store) throw new Error("nothing is held");
    return heldIn(noteIn(store, place, { findings: [query], places: [0], text: note ?? "" }, now)).map((one) => one.body.notes);
  };
  expect(noted("合班上课")).toEqual([[general, { ...asked, text: "合班上课" }]]);
  expect(noted(undefined)).toEqual([[general]]);
});

test("an explanation of a file that another has replaced is refused, and what stands keeps its own", async () => {
  const keeper = await opened();
  await takeOne(keeper, new Map(), { read: file(1, sixty, [query]), path: "1.json", batch: 0, decided: false, now });
  await takeOne(keeper, new Map(), { read: file(2, seventy), path: "2.json", batch: 1, decided: false, now });
  const store = keeper.store();
  expect(() => store && noteIn(store, place, { findings: [query], places: [0], text: "合班" }, now)).toThrow(Refusal);
});

test("reasons that two lists give one after the other both stay, and either list can take up both", async () => {
  const keeper = await opened();
  const other = { ...query, cell: "A9" };
  const findings = [query, other];
  await takeOne(keeper, new Map(), { read: file(1, sixty, findings), path: "1.json", batch: 0, decided: false, now });
  // Neither list has read what the other wrote.
  for (const [at, text] of ["合班", "转入"].entries())
    await keeper.update((store) => store && noteIn(store, place, { findings, places: [at], text }, now));
  const [held] = heldIn(keeper.store() as never);
  expect(held?.body.notes?.map(({ cell, text }) => [cell, text])).toEqual([
    ["A6", "合班"],
    ["A9", "转入"],
  ]);
  expect(notedIn(keeper.store() as never, place, findings).map(({ note }) => note)).toEqual(["合班", "转入"]);
  // A list of another file learns nothing from them.
  expect(notedIn(keeper.store() as never, place, [query])).toEqual([query]);
});

describe("more explanations than a submission carries", () => {
  const queries = Array.from(
    { length: 201 },
    (_, at): FileFinding => ({
      level: "query",
      code: "formula-in-input",
      sheet: "成绩 九年级",
      cell: `D${at + 6}`,
      words: { zh: "请核对", en: "check" },
    }),
  );
  const explained = (count: number) => queries.map((one, at) => (at < count ? { ...one, note: `原因${at}` } : one));

  test("are refused with how many are too many, and none is left out", async () => {
    const keeper = await opened();
    await takeOne(keeper, new Map(), { read: file(1, sixty, queries), path: "1.json", batch: 0, decided: false, now });
    const store = keeper.store();
    if (!store) throw new Error("nothing is held");
    const noted = (count: number) => noteIn(store, place, { findings: queries, places: [...Array(count).keys()], text: "原因" }, now);
    expect(() => noted(201)).toThrow(/说明有 201 条，一份填报最多 200 条：请去掉 1 条/);
    const kept = noted(200);
    expect(heldIn(kept)[0]?.body.notes).toHaveLength(200);
    // What is held can be written and read again.
    expect(readStore(writeStore(kept, { program: "test", made: now })).findings).toEqual([]);
  });

  test("are written into no file, and not cut by the pane", () => {
    const body = withNotes(sixty, queries, new Map(explained(201).map((one) => [keyOf(one), one.note ?? ""])));
    expect(body.notes).toHaveLength(201);
    expect(notesFault(body.notes)?.zh).toContain("请去掉 1 条");
    const content = { program: "test", region: county.region, ...place, revision: 1, body, findings: [], made: now };
    expect(() => writeSubmission(content)).toThrow(/最多 200 条/);
  });
});

describe("an explanation with a telephone, identity or pupil's number", () => {
  // A mobile number, an identity card (GB 11643) and a pupil's number (G and the identity card's).
  test.each(["问王老师 138-1234-5678", "37081119680101123X 休学", "学籍号G370811200901011234"])(
    "is not kept, written or read: %s",
    async (text) => {
      const keeper = await opened();
      const asked = [{ level: "query", code: "q", sheet: "校验", cell: "A7", words: { zh: "请核对", en: "check" } }] as const;
      await takeOne(keeper, new Map(), { read: file(1, sixty, asked), path: "1.json", batch: 0, decided: false, now });
      const store = keeper.store();
      if (!store) throw new Error("nothing is held");
      const noted = () => noteIn(store, place, { findings: asked, places: [0], text }, now);
      expect(noted).toThrow(/请删去/);
      expect(noted).not.toThrow(new RegExp(text));
      const body = withNotes(sixty, asked, new Map([[keyOf(asked[0]), text]]));
      expect(notesFault(body.notes)?.zh).toMatch(/请删去/);
      const content = { program: "test", region: county.region, ...place, revision: 1, body, findings: [], made: now };
      expect(() => writeSubmission(content)).toThrow(/请删去/);
    },
  );

  test("is told by its field wherever a body is checked", () => {
    const notes = ["晚考一周", "打 13812345678"].map((text, at) => ({ code: "q", sheet: null, cell: `A${at + 1}`, text }));
    expect(personalNotes(notes).map(({ at }) => at)).toEqual(["notes[1].text"]);
  });
});

describe("a template whose counts stand already", () => {
  const first = query;
  const second: FileFinding = { ...first, cell: "A9" };
  const general = { code: "other", sheet: "校验", cell: "F9", text: "两名学生休学" };
  const note = (query: FileFinding, text: string) => ({ code: query.code, sheet: query.sheet, cell: query.cell, text });
  const template = (body: SubmissionBody, findings: readonly FileFinding[]): Read => ({
    kind: "template",
    handed: { ...place, body, findings, counts: [] },
  });

  async function office(body: SubmissionBody) {
    const keeper = await opened();
    let batch = 0;
    const take = (read: Read, decided = false) =>
      takeOne(keeper, new Map(), { read, path: "S01.xlsx", batch: batch++, decided, now: `2025-07-02T08:00:0${batch}.000Z` });
    await take(template(body, [first, second]));
    const explain = (...findings: readonly FileFinding[]) => keeper.update((store) => store && explainAs(store, place, findings, now));
    const stands = () => heldIn(keeper.store() as never)[0];
    return { take, explain, stands };
  }

  test("keeps what was explained here, and is the same content: no new revision", async () => {
    const { take, explain, stands } = await office(sixty);
    await explain({ ...first, note: "合班上课" }, second);
    const before = stands();
    const again = await take(template(sixty, [first, second]));
    expect(again.words.zh).toBe("内容与已收的相同。");
    expect(stands()).toEqual(before);
    expect(before?.revision).toBe(2);
    expect(before?.body.notes).toEqual([note(first, "合班上课")]);
    // It can be read where the file is no longer listed, and goes into the results.
    expect(before && askedOf(before).map((one) => [placed(one).words.zh, one.note])).toEqual([
      ["成绩 九年级 A6：请核对班额", "合班上课"],
      ["成绩 九年级 A9：请核对班额", undefined],
    ]);
    // The line of the file shows it, so that the next explanation does not write over it.
    expect(again.findings?.map((one) => one.note)).toEqual(["合班上课", undefined]);
  });

  test("says its own word where both explain one query, adds its others, and keeps the rest", async () => {
    const { take, explain, stands } = await office({ ...sixty, notes: [general] });
    await explain({ ...first, note: "合班上课" }, second);
    const own = [note(first, "是一个班"), note(second, "转入五人")];
    const taken = await take(
      template({ ...sixty, notes: own }, [
        { ...first, note: "是一个班" },
        { ...second, note: "转入五人" },
      ]),
    );
    expect(taken.words.zh).toBe("已收，更正为第 3 版：数没有变，说明或请核对的内容有变化。");
    expect(stands()?.body.notes).toEqual(expect.arrayContaining([general, ...own]));
    expect(stands()?.body.notes).toHaveLength(3);
    expect(stands()?.queries.map((one) => one.note)).toEqual(["是一个班", "转入五人"]);
    const held = stands();
    expect(held && lineOf(held, null)).toMatchObject({ queries: 2, noted: 2, other: 1 });
    expect(held && askedOf(held).at(-1)).toMatchObject({ sheet: "校验", cell: "F9", note: "两名学生休学" });
  });

  test("is held with the queries that it raises itself, and none of the file before", async () => {
    const { take, explain, stands } = await office(sixty);
    await explain(first, { ...second, note: "转入五人" });
    await take(template(sixty, [second]));
    expect(stands()?.queries).toEqual([{ ...second, note: "转入五人" }]);
    expect(stands()?.revision).toBe(3);
  });

  test("with other counts brings none of the old explanations with it", async () => {
    const { take, explain, stands } = await office(sixty);
    await explain({ ...first, note: "合班上课" }, second);
    await take(template(seventy, [first, second]));
    expect(stands()?.body).toEqual(seventy);
    expect(stands()?.queries).toEqual([first, second]);
    // The counts that were explained come back with their explanation, once a person says that they count again.
    await take(template(sixty, [first, second]), true);
    expect(stands()?.body.notes).toEqual([note(first, "合班上课")]);
  });
});

test("what no file could carry is not held", () => {
  const teaching = Array.from({ length: 1001 }, (_, at) => ({
    ...{ stage: "junior" as const, grade: 9, class: `${at}`, subject: "语文", teacher: "T1" },
  }));
  const taken = { ...place, body: { ...sixty, teaching }, findings: [], counts: [] };
  expect(() => heldFrom(taken, { revision: 1, made: now, file: "1.xlsx" })).toThrow(/teaching/);
});

test("a county's file that is larger than any of ours is refused before it is read", async () => {
  const never = () => Promise.reject(new Error("it was read"));
  await expect(textOf({ size: 200_000_001, text: never })).rejects.toThrow(/超过 200000000 字节/);
  expect(await textOf({ size: 2, text: async () => "{}" })).toBe("{}");
});

test("two windows over one store: each changes what stands, not what it saw last", async () => {
  const kept = await openKept();
  const [one, other] = [await keeperOf(kept), await keeperOf(kept)];
  await one.update(() => newStore(county, now));
  await takeOne(other, new Map(), { read: file(1, sixty), path: "1.json", batch: 0, decided: false, now });
  await one.update((store) => store && { ...store, county: { ...county, name: "另一个名称" } });
  await other.update((store) => store);
  const [here, there, reopened] = [one.store(), other.store(), (await keeperOf(kept)).store()];
  expect(here?.county.name).toBe("另一个名称");
  expect(here?.held.map(({ body }) => body)).toEqual([sixty]);
  expect(there).toEqual(here);
  expect(reopened).toEqual(here);
  await other.update(() => null);
  await one.update((store) => store);
  expect(one.store()).toBeNull();
});

test("two windows at once: neither change is lost, whichever comes first", async () => {
  const kept = await openKept();
  // As a browser's store, in which time passes between looking and writing.
  const turn = () => new Promise((done) => setTimeout(done, 1));
  const slow = { ...kept, change: (made: Change) => turn().then(() => kept.change(made)) };
  const [one, other] = [await keeperOf(slow), await keeperOf(slow)];
  await one.update(() => newStore(county, now));
  await Promise.all([
    one.update((store) => store && setUp(store, { ...store.county, name: "甲窗口的名称" }, now)),
    other.update((store) => store && setUp(store, { ...store.county, targets: [] }, now)),
    takeOne(other, new Map(), { read: file(1, sixty), path: "1.json", batch: 0, decided: false, now }),
  ]);
  const reopened = (await keeperOf(kept)).store();
  expect(reopened?.county).toEqual({ ...county, name: "甲窗口的名称", targets: [] });
  expect(reopened?.held.map(({ body }) => body)).toEqual([sixty]);
});

test("what is done here takes effect although another computer's clock ran ahead of this one's", () => {
  const ahead = "2025-07-03T08:00:00.000Z";
  const body = { ...place, body: sixty, findings: [], counts: [] };
  const store = add(newStore(county, ahead), heldFrom(body, { revision: 1, made: ahead, file: "1.xlsx" }));
  expect(setUp(store, { ...county, name: "别的名称" }, now).county.name).toBe("别的名称");
  const gone = decide(store, { ...place, keep: null, at: ahead });
  const back = decide(gone, { ...place, keep: store.held[0]?.sha256 ?? "", at: now });
  expect([heldIn(gone).length, heldIn(back).length]).toEqual([0, 1]);
});
