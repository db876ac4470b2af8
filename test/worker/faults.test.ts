/** A fault at every single SQL statement of every change: afterwards everything is as before or as after, never between. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Region } from "../../worker/region.ts";
import { adminSecret, ask, type County, collection, county, marks, must, placeOf, recount, submit } from "./county.ts";

const setUp = ["version", "region", "tokens", "schools", "collections", "targets", "choices"];
const tables = [...setUp, "submissions", "sums", "statements", "signatures", "keys", "audit"];
const stubOf = (code: string) => env.REGION.get(env.REGION.idFromName(code));

beforeEach(() =>
  vi
    .spyOn(console, "error")
    .mockImplementation(() => undefined)
    .mockClear(),
);
afterEach(() => vi.restoreAllMocks());

const school = { name: "School S03", stages: ["junior"] };
const target = { indicator: "exam.pass", stage: "junior", period: "2024-2025", operator: ">=", value: 0.9, source: "test" };
const changes: Record<string, (where: County) => Promise<{ status: number; text: string }>> = {
  "a first submission": (where) => submit(where, "S02", "fault", marks({ 0: 3, 2: 10 })),
  "a correction": (where) => submit(where, "S01", "fault", marks({ 8: 12 })),
  "a withdrawal": ({ tokens, ...where }) => ask("DELETE", placeOf({ tokens, ...where }, "S01"), { token: tokens.S01, key: "fault" }),
  "a region's new name": ({ home }) => ask("PUT", home, { token: adminSecret, body: { name: "Renamed" } }),
  "many schools": ({ home, tokens }) =>
    ask("POST", `${home}/schools`, {
      token: tokens.bureau,
      body: { schools: ["S03", "S04"].map((code) => ({ ...school, school: code })) },
    }),
  "a collection": ({ home, tokens }) =>
    ask("PUT", `${home}/collections/final`, { token: tokens.bureau, body: collection({ name: "Renamed" }) }),
  "a list of targets": ({ home, tokens }) =>
    ask("PUT", `${home}/targets`, { token: tokens.bureau, body: { targets: [target, { ...target, value: 0.8 }] } }),
  "a statement": (where) => state(where, "PUT", "new", statement),
  "a draft written anew": (where) => state(where, "PUT", "drafted", { ...statement, title: "改" }),
  "a signature": (where) => state(where, "POST", "drafted/sign", { version: 1, party: "first", role: "校长", sha256: hash }),
  "an amendment": (where) => state(where, "POST", "offered/amend", { why: "test", statement }),
  "a new token": ({ home, tokens }) =>
    ask("POST", `${home}/tokens`, { token: tokens.bureau, body: { role: "viewer", expires: "2099-01-01" } }),
};

const goal = { id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "chemistry", operator: ">=", value: 0.9 };
const statement = {
  ...{ level: "group", title: "责任书", group: "化学组", first: "第一中学", second: "化学组" },
  lines: [{ ...goal, period: "2025", source: "test" }],
};
/** Of that statement, as its receipt gave it. */
let hash = "";

function state({ home, tokens }: County, method: string, path: string, body: object, key = "fault") {
  return ask<{ sha256: string }>(method, `${home}/schools/S01/statements/${path}`, { token: tokens.S01, key, body });
}

describe.each(Object.entries(changes))("%s", (_, change) => {
  it("happens whole or not at all", async () => {
    const where = await county();
    await submit(where, "S01", "first", marks({ 2: 10, 10: 5 }));
    hash = (await state(where, "PUT", "drafted", statement, "drafted")).body.sha256;
    await state(where, "PUT", "offered", statement, "offered");
    await state(where, "POST", "offered/sign", { version: 1, party: "first", role: "校长", sha256: hash }, "signed");
    const before = await contents(where.code);
    let faults = 0;
    for (;;) {
      await failAt(where.code, faults + 1);
      const got = await change(where);
      if (got.status < 300) break;
      faults++;
      expect([faults, got.status, got.text.includes("injected")]).toEqual([faults, 500, false]);
      expect([faults, await contents(where.code)]).toEqual([faults, before]);
    }
    expect(faults).toBeGreaterThan(3);
    await failAt(where.code, Number.POSITIVE_INFINITY);
    expect((await contents(where.code)).at(-1)).not.toBe(before.at(-1));
    expect(await recount(where)).toMatchObject({ identical: true, audit: { intact: true } });
  });
});

it("the first naming of a region, with all its tables, can be repeated after a fault anywhere", async () => {
  const put = (code: string) => ask("PUT", `/api/regions/${code}`, { token: adminSecret, body: { name: "New" } });
  let faults = 0;
  for (;;) {
    const code = String(800000 + faults);
    await failAt(code, faults + 1);
    const got = await put(code);
    if (got.status < 300) break;
    faults++;
    expect((await ask("GET", `/api/regions/${code}`, { token: adminSecret })).body.reason).toBe("region-unknown");
    await failAt(code, Number.POSITIVE_INFINITY);
    expect((await put(code)).status).toBe(200);
    expect((await must<{ name: string }>("GET", `/api/regions/${code}`, { token: adminSecret })).body.name).toBe("New");
  }
  expect(faults).toBeGreaterThan(10);
});

/** Makes the nth statement from now on fail, as a full disk would. */
async function failAt(code: string, nth: number): Promise<void> {
  await runInDurableObject(stubOf(code), (region: Region, { storage }) => {
    let statements = 0;
    const exec: SqlStorage["exec"] = (query, ...bindings) => {
      if (++statements === nth) throw new Error("injected: disk full");
      return storage.sql.exec(query, ...bindings);
    };
    Object.defineProperty(region, "sql", { value: { exec }, configurable: true });
  });
}

async function contents(code: string): Promise<string[]> {
  return runInDurableObject(stubOf(code), (_: Region, { storage }) =>
    tables.map((table) => JSON.stringify(storage.sql.exec(`SELECT * FROM ${table}`).toArray())),
  );
}
