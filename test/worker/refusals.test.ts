/** Whatever is refused is refused in one shape, and nothing that was not asked for is taken in. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { problem } from "../../shared/contract.ts";
import { limits } from "../../worker/body.ts";
import type { Env } from "../../worker/env.ts";
import type { Region } from "../../worker/region.ts";
import { type Asked, adminSecret, ask, type County, county, marks, placeOf } from "./county.ts";

const chemistry = marks({ 2: 10 }).slices[0];
const withSlice = (changes: object) => ({ ...marks({ 2: 10 }), slices: [{ ...chemistry, ...changes }] });
const withScores = (changes: object) => withSlice({ scores: { ...chemistry?.scores, ...changes } });

/** A refusal: its name, then method and path inside the county, what is sent, and the status and reason that come back. */
type Case = [name: string, method: string, path: string, asked: Asked, status: number, reason: string, at?: string];
const cases: Case[] = [
  ["an unknown address", "GET", "/nothing", {}, 404, "route-unknown"],
  ["a method that is not offered", "PATCH", "", { body: {} }, 405, "method-not-allowed"],
  ["no token", "GET", "", { token: "" }, 401, "token-missing"],
  ["a token of no form", "GET", "", { token: "letmein" }, 401, "token-invalid"],
  ["a school's code that cannot be", "PUT", "/schools/a_b", { body: { name: "S", stages: ["junior"] } }, 422, "path-invalid", "school"],
  ["a collection that does not exist", "GET", "/collections/none/rollup", {}, 404, "collection-unknown"],
  ["text that is no JSON", "PUT", "/targets", { body: '{"targets":[' }, 400, "json-malformed"],
  ["bytes that are no UTF-8", "PUT", "/targets", { body: new Uint8Array([0x7b, 0xff, 0x7d]) }, 400, "json-malformed"],
  ["an empty body", "PUT", "/targets", { body: "" }, 400, "json-malformed"],
  [
    "a form instead of JSON",
    "PUT",
    "/targets",
    { body: "targets=", headers: { "Content-Type": "text/plain" } },
    415,
    "content-type-unsupported",
  ],
  ["a body of another shape", "PUT", "/targets", { body: { targets: 1 } }, 422, "body-invalid", "targets"],
  ["a body that says it is too large", "PUT", "/targets", { body: "{}", headers: { "Content-Length": "1000001" } }, 413, "body-too-large"],
  [
    "a body that is too large without saying so",
    "PUT",
    "/targets",
    { body: endless(), headers: { "Content-Type": "application/json" } },
    413,
    "body-too-large",
  ],
];

describe("refused in one shape", () => {
  it.each<Case>(cases)("%s", async (_, method, path, asked, status, reason, at) => {
    const { home, tokens } = await county();
    const got = await ask(method, `${home}${path}`, { token: tokens.bureau, ...asked });
    expect(got.headers.get("Content-Type")).toBe("application/problem+json");
    expect(problem.parse(got.body)).toMatchObject({ status, reason, type: `urn:quality:problem:${reason}` });
    expect(got.status).toBe(status);
    if (at !== undefined) expect(got.body.errors?.map((error) => error.at)).toContain(at);
  });

  it("says which methods an address does take", async () => {
    const { home, tokens } = await county();
    const got = await ask("POST", `${home}/collections/final/submissions/S01`, { token: tokens.bureau, body: {} });
    expect([got.status, got.headers.get("Allow")?.split(", ").sort()]).toEqual([405, ["DELETE", "GET", "PUT"]]);
  });

  it("challenges for a token", async () => {
    const { home } = await county();
    expect((await ask("GET", home)).headers.get("WWW-Authenticate")).toContain("Bearer");
  });
});

const submissions: [name: string, body: unknown, status: number, reason: string, at: string][] = [
  ["an unknown version of the definitions", { ...marks({ 2: 10 }), definitions: "1999" }, 422, "definitions-unknown", "definitions"],
  ["a mark above the full mark", marks({ 10.5: 10 }), 422, "submission-invalid", "slices[0].scores.counts[0]"],
  ["another grid", withScores({ grid: 10 }), 422, "submission-invalid", "slices[0].scores.grid"],
  [
    "states that do not add up",
    withScores({ states: { ...chemistry?.scores?.states, sat: 9 } }),
    422,
    "submission-invalid",
    "slices[0].scores.states.sat",
  ],
  ["a subject that was not examined", withSlice({ subject: "physics" }), 422, "submission-invalid", "slices[0].subject"],
  ["a stage the school does not have", withSlice({ stage: "senior" }), 422, "submission-invalid", "slices[0].stage"],
  [
    "a class of fewer than ten pupils",
    { ...marks({ 2: 9 }), slices: marks({ 2: 9 }).slices.map((own) => ({ ...own, class: "1" })) },
    422,
    "submission-invalid",
    "slices[0].scores",
  ],
  ["the same slice twice", { ...marks({ 2: 10 }), slices: [chemistry, chemistry] }, 422, "submission-invalid", "slices[1]"],
  ["a fraction of a pupil", withScores({ counts: [[4, 1.5]] }), 422, "body-invalid", "slices[0].scores.counts[0][1]"],
  [
    "a negative count",
    withScores({ states: { ...chemistry?.scores?.states, absent: -1 } }),
    422,
    "body-invalid",
    "slices[0].scores.states.absent",
  ],
  ["nothing at all", { ...marks({ 2: 10 }), slices: [] }, 422, "body-invalid", "slices"],
];

describe("a submission with", () => {
  it.each(submissions)("%s is refused, and says where", async (_, body, status, reason, at) => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "k", body });
    expect([got.status, got.body.reason, got.body.errors?.map((error) => error.at)]).toEqual([
      status,
      reason,
      expect.arrayContaining([at]),
    ]);
    expect((await ask("GET", placeOf(where, "S01"), { token: where.tokens.S01 })).body.reason).toBe("submission-unknown");
  });

  it("a body larger than a row can hold is refused, one as large as allowed is read", async () => {
    const where = await county();
    const padded = (length: number) => JSON.stringify({ ...marks({ 2: 10 }) }).padEnd(length, " ");
    const put = (length: number) => ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "k", body: padded(length) });
    expect([(await put(limits.submission + 1)).status, (await put(limits.submission)).status]).toEqual([413, 201]);
  });

  it("more pupils than there can be is refused", async () => {
    const where = await county();
    const most = 10_000_000;
    const put = (key: string, pupils: number) => {
      const body = withScores({ states: { ...chemistry?.scores?.states, sat: pupils }, counts: [[4, pupils]] });
      return ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key, body });
    };
    expect([(await put("1", most + 1)).status, (await put("2", most)).status]).toEqual([422, 201]);
  });
});

describe("names and numbers of pupils", () => {
  const canary = "张小明370811201001011234";
  const hidden: [string, unknown][] = [
    ["beside the slices", { ...marks({ 2: 10 }), pupils: [canary] }],
    ["in a slice", withSlice({ name: canary })],
    ["in the scores", withScores({ names: [canary] })],
    ["among the states", withScores({ states: { ...chemistry?.scores?.states, [canary]: 1 } })],
    ["as a third number of a count", withScores({ counts: [[4, 10, canary]] })],
    ["under the name of a prototype", JSON.stringify(marks({ 2: 10 })).replace("{", `{"__proto__":{"name":"${canary}"},`)],
    ["as a subject", withSlice({ subject: `${canary} ${canary}` })],
    ["as a class", withSlice({ class: canary })],
  ];
  it.each(hidden)("%s are refused, and nothing of them is kept", async (_, body) => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "k", body });
    expect(got.status).toBe(422);
    expect(await kept(where)).not.toContain("张小明");
  });
});

describe("nobody is the admin", () => {
  it.each([undefined, ""])("of a deployment whose secret is %o", async (secret) => {
    const settings = { ADMIN_SECRET: secret } as Partial<Env>;
    for (const token of ["", "undefined", "null", adminSecret]) {
      const got = await ask("PUT", "/api/regions/370811", { token, body: { name: "x" }, settings });
      expect(got.status).toBe(401);
    }
  });
});

function endless(): ReadableStream {
  const spaces = new TextEncoder().encode(" ".repeat(65_536));
  return new ReadableStream({ pull: (controller) => controller.enqueue(spaces) });
}

async function kept({ code }: County): Promise<string> {
  const tables = ["schools", "collections", "targets", "submissions", "sums", "keys", "audit"];
  return runInDurableObject(env.REGION.get(env.REGION.idFromName(code)), (_: Region, { storage }) =>
    tables.map((table) => JSON.stringify(storage.sql.exec(`SELECT * FROM ${table}`).toArray())).join("\n"),
  );
}
