/** 责任书 over the API: drafted, signed by both, amended; who may, what is refused, and that nothing signed ever changes. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { CountyCascade, Statement, StatementReceipt, Statements, StatementVersion } from "../../shared/contract.ts";
import type { Region } from "../../worker/region.ts";
import { ask, type County, county, marks, must, recount, submit } from "./county.ts";

const line = {
  id: "L1",
  indicator: "exam.pass",
  version: 1,
  stage: "junior",
  grade: 9,
  subject: "chemistry",
  operator: ">=",
  value: 0.9,
  period: "2024-2025",
  source: "2025年目标责任书",
};
const draft = { level: "school", title: "2025年教育教学质量目标责任书", first: "区教育局", second: "第一中学", lines: [line] };
const groupDraft = { ...draft, level: "group", group: "化学组", first: "第一中学", second: "化学组" };

const placeOf = ({ home }: County, id = "2025", school = "S01") => `${home}/schools/${school}/statements/${id}`;
let keys = 0;
const key = () => `k${keys++}`;

type Who = "bureau" | "S01" | "S02" | "viewer";
async function put(where: County, who: Who, body: unknown, id?: string, headers?: Record<string, string>) {
  return ask<StatementReceipt>("PUT", placeOf(where, id), { token: where.tokens[who], key: key(), body, ...(headers && { headers }) });
}
async function sign(
  where: County,
  who: Who,
  party: "first" | "second",
  { version, sha256 }: { version: number; sha256: string },
  id?: string,
) {
  const body = { version, sha256, party, role: party === "first" ? "局长" : "校长" };
  return ask<StatementReceipt>("POST", `${placeOf(where, id)}/sign`, { token: where.tokens[who], key: key(), body });
}
async function amend(where: County, who: Who, statement: unknown, id?: string) {
  const body = { why: "局党组会议纪要〔2026〕12号", statement };
  return ask<StatementReceipt>("POST", `${placeOf(where, id)}/amend`, { token: where.tokens[who], key: key(), body });
}
async function read(where: County, who: Who = "bureau", query = "", id?: string) {
  return ask<Statement>("GET", placeOf(where, id) + query, { token: where.tokens[who] });
}
const reasonOf = ({ status, text }: { status: number; text: string }) => [status, (JSON.parse(text) as { reason: string }).reason];

/** Drafted by the bureau and signed by both. */
async function signedByBoth(where: County): Promise<StatementReceipt> {
  const drafted = (await put(where, "bureau", draft)).body;
  await sign(where, "bureau", "first", drafted);
  return (await sign(where, "S01", "second", drafted)).body;
}

describe("from draft to signed", () => {
  it("a draft is written and written anew, then each party signs the version it has read", async () => {
    const where = await county();
    const first = await put(where, "bureau", draft);
    expect([first.status, first.body.version, first.body.revision, first.body.state]).toEqual([201, 1, 1, "draft"]);
    const second = await put(where, "bureau", { ...draft, lines: [{ ...line, value: 0.95 }] });
    expect([second.body.version, second.body.revision, second.body.state]).toEqual([1, 2, "draft"]);
    expect((await sign(where, "bureau", "first", second.body)).body.state).toBe("offered");
    expect((await sign(where, "S01", "second", second.body)).body.state).toBe("signed");
    const { body } = await read(where, "S01");
    const parties = body.versions.map(({ version, state, signatures }) => [
      version,
      state,
      signatures.map(({ party, role }) => party + role),
    ]);
    expect(parties).toEqual([[1, "signed", ["first局长", "second校长"]]]);
    expect(body.versions[0]?.body.lines[0]).toMatchObject({ value: 0.95, upTo: null, deadline: null });
    expect(await recount(where)).toMatchObject({ audit: { intact: true } });
  });

  it("whoever read an older draft cannot sign the newer one", async () => {
    const where = await county();
    const older = (await put(where, "bureau", draft)).body;
    await put(where, "bureau", { ...draft, lines: [{ ...line, value: 0.5 }] });
    expect(reasonOf(await sign(where, "S01", "second", older))).toEqual([412, "statement-moved"]);
  });

  it("a party signs once, and for itself only", async () => {
    const where = await county();
    const drafted = (await put(where, "bureau", draft)).body;
    expect(reasonOf(await sign(where, "S01", "first", drafted))).toEqual([403, "party-foreign"]);
    expect(reasonOf(await sign(where, "bureau", "second", drafted))).toEqual([403, "party-foreign"]);
    expect(reasonOf(await sign(where, "S02", "second", drafted))).toEqual([403, "school-foreign"]);
    expect(reasonOf(await sign(where, "viewer", "second", drafted))).toEqual([403, "role-forbidden"]);
    await sign(where, "S01", "second", drafted);
    expect(reasonOf(await sign(where, "S01", "second", drafted))).toEqual([409, "statement-signed-already"]);
  });

  it("the same key and body again repeat the receipt; another body under the key is refused", async () => {
    const where = await county();
    const once = { token: where.tokens.bureau, key: "once", body: draft };
    const first = await ask("PUT", placeOf(where), once);
    const again = await ask("PUT", placeOf(where), once);
    expect([again.status, again.text, again.headers.get("Idempotency-Replayed")]).toEqual([201, first.text, "true"]);
    const other = await ask("PUT", placeOf(where), { ...once, body: { ...draft, title: "别的" } });
    expect(reasonOf(other)).toEqual([409, "idempotency-key-reused"]);
    expect((await read(where)).body.versions[0]?.revision).toBe(1);
  });

  it("If-Match holds a writer to the revision that was read", async () => {
    const where = await county();
    expect((await put(where, "bureau", draft, undefined, { "If-Match": '"0"' })).status).toBe(201);
    expect(reasonOf(await put(where, "bureau", draft, undefined, { "If-Match": '"0"' }))).toEqual([412, "statement-moved"]);
    expect((await put(where, "bureau", draft, undefined, { "If-Match": '"1"' })).body.revision).toBe(2);
  });
});

describe("what is signed", () => {
  it("no longer changes by writing, even after one signature: it is amended, and both versions stay", async () => {
    const where = await county();
    const drafted = (await put(where, "bureau", draft)).body;
    expect(reasonOf(await amend(where, "bureau", draft))).toEqual([409, "statement-unsigned"]);
    await sign(where, "bureau", "first", drafted);
    expect(reasonOf(await put(where, "bureau", draft))).toEqual([409, "statement-signed"]);
    await sign(where, "S01", "second", drafted);
    const before = (await read(where)).body.versions[0] as StatementVersion;
    const next = (
      await amend(where, "bureau", {
        ...draft,
        lines: [
          { ...line, value: 0.92 },
          { ...line, id: "L2", operator: "<", value: 0.99 },
        ],
      })
    ).body;
    expect([next.version, next.state]).toEqual([2, "draft"]);
    const between = (await read(where)).body.versions;
    expect(between.map(({ state }) => state)).toEqual(["amended", "draft"]);
    expect({ ...between[0], state: "signed" }).toEqual(before);
    await sign(where, "S01", "second", next);
    await sign(where, "bureau", "first", next);
    const after = (await read(where)).body.versions;
    expect(after.map(({ state }) => state)).toEqual(["superseded", "signed"]);
    expect(after[1]?.why).toBe("局党组会议纪要〔2026〕12号");
    expect(after[1]?.changes).toEqual([
      { line: "L1", what: "changed", field: "value", before: 0.9, after: 0.92 },
      {
        line: "L2",
        what: "added",
        field: null,
        before: null,
        after: { ...line, id: "L2", operator: "<", value: 0.99, upTo: null, deadline: null },
      },
    ]);
  });

  it.each([
    "UPDATE statements SET body = '{}'",
    "UPDATE statements SET version = 9",
    "DELETE FROM statements",
    "INSERT OR REPLACE INTO statements SELECT school, statement, version, revision, why, author, written, sha256, '{}' FROM statements",
    "UPDATE signatures SET body = '{}'",
    "DELETE FROM signatures",
    "INSERT OR REPLACE INTO signatures SELECT school, statement, version, party, sha256, '{}' FROM signatures",
  ])("is refused by the table itself: %s", async (statement) => {
    const where = await county();
    await signedByBoth(where);
    const contents = () =>
      runInDurableObject(env.REGION.get(env.REGION.idFromName(where.code)), (_: Region, { storage: { sql } }) => [
        ...sql.exec("SELECT * FROM statements").toArray(),
        ...sql.exec("SELECT * FROM signatures").toArray(),
      ]);
    const before = await contents();
    expect(before).toHaveLength(3);
    await runInDurableObject(env.REGION.get(env.REGION.idFromName(where.code)), (_: Region, { storage: { sql } }) => {
      expect(() => sql.exec(statement)).toThrow(/never changes/);
    });
    expect(await contents()).toEqual(before);
  });
});

describe("who writes", () => {
  it("a school writes and signs what it agrees with its groups and teachers, on both sides, and not what it signs with the bureau", async () => {
    const where = await county();
    expect(reasonOf(await put(where, "S01", draft))).toEqual([403, "role-forbidden"]);
    const drafted = await put(where, "S01", groupDraft, "chem");
    expect(drafted.status).toBe(201);
    expect(reasonOf(await sign(where, "bureau", "first", drafted.body, "chem"))).toEqual([403, "party-foreign"]);
    await sign(where, "S01", "first", drafted.body, "chem");
    expect((await sign(where, "S01", "second", drafted.body, "chem")).body.state).toBe("signed");
    await signedByBoth(where);
    expect(reasonOf(await amend(where, "S01", groupDraft))).toEqual([403, "role-forbidden"]);
  });

  it("the list shows the bureau all, a school its own, and of each the last version and the one in force", async () => {
    const where = await county();
    await signedByBoth(where);
    await amend(where, "bureau", draft);
    await put(where, "S01", groupDraft, "chem");
    await ask("PUT", placeOf(where, "2025", "S02"), { token: where.tokens.bureau, key: key(), body: { ...draft, second: "第二中学" } });
    const list = async (who: Who) =>
      (await must<Statements>("GET", `${where.home}/statements`, { token: where.tokens[who] })).body.statements.map((one) => [
        one.school,
        one.statement,
        one.level,
        one.version,
        one.state,
        one.inForce,
        one.periods,
      ]);
    const own = [
      ["S01", "2025", "school", 2, "draft", 1, ["2024-2025"]],
      ["S01", "chem", "group", 1, "draft", null, ["2024-2025"]],
    ];
    expect(await list("S01")).toEqual(own);
    expect(await list("bureau")).toEqual([...own, ["S02", "2025", "school", 1, "draft", null, ["2024-2025"]]]);
  });
});

describe("what is refused", () => {
  const broken: [string, object, string][] = [
    ["95 for 95 %", { value: 95 }, "lines[0].value"],
    ["an unknown indicator", { indicator: "exam.luck" }, "lines[0].indicator"],
    ["a version there is not", { version: 9 }, "lines[0].version"],
    ["another stage than the school's", { stage: "primary", grade: 6 }, "lines[0].stage"],
    ["a period that is none", { period: "next year" }, "lines[0].period"],
    ["a deadline outside the period", { deadline: "2026-01-01" }, "lines[0].deadline"],
    ["an indicator of the county", { indicator: "exam.betweenschools", grade: null, subject: null }, "lines[0].indicator"],
    ["no number where the source leaves none open", { operator: null, value: null }, "lines[0].value"],
  ];
  it.each(broken)("%s, with its place", async (_, changes, at) => {
    const where = await county();
    const got = await put(where, "bureau", { ...draft, lines: [{ ...line, ...changes }] });
    expect(reasonOf(got)).toEqual([422, "statement-invalid"]);
    expect((JSON.parse(got.text) as { errors: { at: string }[] }).errors.map((one) => one.at)).toContain(at);
  });

  it("an unknown school, an unknown statement, and a statement that changes whom it is for", async () => {
    const where = await county();
    expect(reasonOf(await ask("GET", placeOf(where, "2025", "S99"), { token: where.tokens.bureau }))).toEqual([404, "school-unknown"]);
    expect(reasonOf(await read(where))).toEqual([404, "statement-unknown"]);
    expect(reasonOf(await amend(where, "bureau", draft))).toEqual([404, "statement-unknown"]);
    await put(where, "bureau", draft);
    expect(reasonOf(await put(where, "bureau", groupDraft))).toEqual([422, "statement-invalid"]);
  });
});

describe("verdicts by a collection", () => {
  it("a school's line is judged on its counts: 17 of 20 are one pupil short of 90 %", async () => {
    const where = await county();
    await signedByBoth(where);
    const before = (await read(where, "S01", "?collection=final")).body.check;
    expect(before?.lines[0]).toMatchObject({ verdict: "undecided", reason: { en: "the school has not submitted" } });
    await submit(where, "S01", key(), marks({ 5: 3, 6: 10, 10: 7 }));
    const { check } = (await read(where, "S01", "?collection=final")).body;
    expect(check).toMatchObject({ collection: "final", version: 1 });
    expect(check?.lines[0]).toMatchObject({
      line: "L1",
      counts: { numerator: 17, denominator: 20 },
      value: 0.85,
      verdict: "missed",
      gap: -0.05,
      needed: 1,
      owner: { level: "school", unit: "S01", group: null, teacher: null },
      shown: { limit: { zh: "≥ 90 %" }, value: { zh: "85.0 %" }, gap: { zh: "5.0 个百分点" } },
    });
    expect(reasonOf(await read(where, "S01", "?collection=none"))).toEqual([404, "collection-unknown"]);
  });

  it("the list counts the lines of each by verdict where a collection is named, and says who has signed", async () => {
    const where = await county();
    await signedByBoth(where);
    await put(where, "bureau", { ...draft, lines: [line, { ...line, id: "L2", value: 0.85, operator: ">" }] }, "other");
    await submit(where, "S01", key(), marks({ 5: 3, 6: 10, 10: 7 }));
    const list = async (query: string) =>
      (await must<Statements>("GET", `${where.home}/statements${query}`, { token: where.tokens.S01 })).body.statements;
    const [signedOne, other] = await list("?collection=final");
    expect(signedOne?.outcome).toEqual({ met: 0, missed: 1, undecided: 0 });
    expect(signedOne?.signatures.map(({ party, role }) => [party, role])).toEqual([
      ["first", "局长"],
      ["second", "校长"],
    ]);
    // 17 of 20 are 85 %: not above it.
    expect([other?.outcome, other?.signatures]).toEqual([{ met: 0, missed: 2, undecided: 0 }, []]);
    expect((await list("")).map(({ outcome }) => outcome)).toEqual([null, null]);
  });

  it("a teacher's line is the sum of the classes taught, by the 任课表 of the submission; with a class that was too small to send it is undecided", async () => {
    const where = await county();
    const [slice] = marks({ 5: 6, 6: 24, 10: 10 }).slices;
    const ofClass = (name: string, pupils: Record<number, number>) => ({ ...marks(pupils).slices[0], class: name });
    const teaches = (name: string, teacher: string) => ({ stage: "junior", grade: 9, class: name, subject: "chemistry", teacher });
    const body = {
      ...marks({ 5: 1 }),
      slices: [slice, ofClass("1", { 5: 2, 6: 8, 10: 4 }), ofClass("2", { 5: 1, 6: 12 })],
      // Class 3 has eight pupils, and 4 stays with the grade so that a subtraction does not show it.
      teaching: [teaches("1", "T1"), teaches("2", "T1"), teaches("3", "T2"), teaches("4", "T2")],
    };
    await submit(where, "S01", key(), body);
    const own = (teacher: string) => ({ ...groupDraft, level: "teacher", teacher, second: "化学教师" });
    for (const teacher of ["T1", "T2"]) await put(where, "S01", own(teacher), teacher.toLowerCase());
    await put(where, "S01", groupDraft, "chem");
    const lineOf = async (id: string, who: Who) => (await read(where, who, "?collection=final", id)).body.check?.lines[0];
    // 24 of 27 reach 6 of 10; 90 % of 27 are 25.
    const first = await lineOf("t1", "S01");
    expect(first).toMatchObject({
      verdict: "missed",
      needed: 1,
      counts: { numerator: 24, denominator: 27 },
      coverage: { taught: 2, covered: 2 },
    });
    expect(first?.owner).toEqual({ level: "teacher", unit: "S01", group: "化学组", teacher: "T1" });
    expect(await lineOf("t1", "bureau")).toEqual(first);
    expect(await lineOf("t2", "S01")).toMatchObject({
      verdict: "undecided",
      value: null,
      counts: null,
      coverage: { taught: 2, covered: 0 },
    });
    // The group is the whole grade: 34 of 40.
    expect(await lineOf("chem", "S01")).toMatchObject({ verdict: "missed", needed: 2, counts: { numerator: 34, denominator: 40 } });
  });
});

describe("the cascade", () => {
  it("a school's line over its groups, and the county's target over its schools, in heads of the collection", async () => {
    const where = await county();
    const token = where.tokens.bureau;
    await signedByBoth(where);
    await submit(where, "S01", key(), marks({ 5: 3, 6: 10, 10: 7 }));
    await submit(where, "S02", key(), marks({ 5: 6, 6: 14, 10: 10 }));
    expect((await read(where, "S01", "?collection=final")).body.check?.cascade).toBeNull();
    await put(where, "S01", { ...groupDraft, lines: [{ ...line, value: 0.8 }] }, "chem");
    const { check } = (await read(where, "S01", "?collection=final")).body;
    // 18 of 20 are asked, 16 of 20 is what the group is held to.
    expect(check?.cascade).toMatchObject([
      { line: "L1", implied: false, short: 2, behind: [{ name: { zh: "化学组" }, base: 20, at: 16, by: 2 }] },
    ]);
    const target = { indicator: "exam.pass", period: "2024-2025", operator: ">=", value: 0.9, source: "2025年目标" };
    await must("PUT", `${where.home}/targets`, { token, body: { targets: [target] } });
    const cascade = (as = token) => ask<CountyCascade>("GET", `${where.home}/collections/final/cascade`, { token: as });
    // 45 of 50 are asked; 第一中学 has signed 18 of 20, 第二中学 nothing.
    const found = (await cascade()).body;
    expect([found.collection, found.missing, found.unsigned.length]).toEqual(["final", [], 1]);
    const part = { scope: { zh: "初中 九年级 化学" }, without: [{ zh: found.unsigned[0] }] };
    expect(found.lines).toMatchObject([{ implied: false, short: 27, ...part }]);
    await must("PUT", placeOf(where, "2025", "S02"), { token, key: key(), body: { ...draft, second: "第二中学" } });
    expect((await cascade()).body.lines).toMatchObject([{ implied: true, short: 0 }]);
    expect((await cascade(where.tokens.S01)).status).toBe(403);
  });
});
