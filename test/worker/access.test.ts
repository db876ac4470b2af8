/** Every route, every role, in its own region and in others: who gets in, and what the rest are told. */
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import * as contract from "../../shared/contract.ts";
import { adminSecret, ask, type County, collection, county, marks, must, placeOf } from "./county.ts";

type Who = "nobody" | "admin" | "bureau" | "school" | "sibling" | "viewer" | "unknown";
const everybody: readonly Who[] = ["nobody", "admin", "bureau", "school", "sibling", "viewer", "unknown"];

interface Route {
  readonly address: string;
  readonly body?: unknown;
  readonly keyed?: boolean;
  readonly query?: string;
  /** Another collection than the exam. */
  readonly collection?: string;
  readonly may: readonly Who[];
  /** The shape of what those who may are given. */
  readonly gives: z.ZodType;
  /** What a sibling school is told, where schools may come in at all. */
  readonly sibling?: "school-foreign";
  /** A statement of its own for each knock, and whose hash it has. */
  readonly statement?: "drafted" | "offered";
  /** What a bureau is told that comes in, but is not who is asked. */
  readonly bureau?: string;
}

const goal = { id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "chemistry", operator: ">=", value: 0.9 };
const statement = {
  ...{ level: "group", title: "责任书", group: "化学组", first: "第一中学", second: "化学组" },
  lines: [{ ...goal, period: "2025", source: "test" }],
};

const school = { name: "School", stages: ["junior"] };
const routes: readonly Route[] = [
  { address: "PUT /api/regions/{region}", gives: contract.region, body: { name: "County" }, may: ["admin"] },
  { address: "GET /api/regions/{region}", gives: contract.overview, may: ["admin", "bureau", "school", "sibling", "viewer"] },
  {
    address: "POST /api/regions/{region}/tokens",
    gives: contract.tokenIssued,
    body: { role: "viewer", expires: "2099-01-01" },
    may: ["admin", "bureau"],
  },
  { address: "GET /api/regions/{region}/tokens", gives: contract.tokens, may: ["admin", "bureau"] },
  { address: "DELETE /api/regions/{region}/tokens/{id}", gives: contract.token, may: ["admin", "bureau"] },
  { address: "PUT /api/regions/{region}/schools/{school}", gives: contract.school, body: school, may: ["bureau"] },
  {
    address: "POST /api/regions/{region}/schools",
    gives: contract.schoolsStored,
    body: { schools: [{ school: "S01", ...school }] },
    may: ["bureau"],
  },
  { address: "PUT /api/regions/{region}/collections/{collection}", gives: contract.collection, body: collection(), may: ["bureau"] },
  { address: "PUT /api/regions/{region}/targets", gives: contract.targets, body: { targets: [] }, may: ["bureau"] },
  { address: "PUT /api/regions/{region}/choices", gives: contract.choices, body: { choices: [] }, may: ["bureau"] },
  {
    address: "PUT /api/regions/{region}/collections/{collection}/submissions/{school}",
    gives: contract.receipt,
    body: marks({ 2: 10 }),
    keyed: true,
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
  {
    address: "GET /api/regions/{region}/collections/{collection}/submissions/{school}",
    gives: contract.submission,
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
  {
    address: "DELETE /api/regions/{region}/collections/{collection}/submissions/{school}",
    gives: contract.receipt,
    keyed: true,
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
  { address: "GET /api/regions/{region}/collections/{collection}/rollup", gives: contract.rollup, may: ["bureau", "viewer"] },
  {
    address: "GET /api/regions/{region}/collections/{collection}/tallies",
    gives: contract.tallies,
    may: ["bureau", "school", "sibling"],
  },
  { address: "GET /api/regions/{region}/collections/{collection}/cascade", gives: contract.countyCascade, may: ["bureau"] },
  {
    address: "GET /api/regions/{region}/collections/{collection}/effect",
    gives: contract.effect,
    query: "?option=excellent-line&choice=80",
    may: ["bureau"],
  },
  {
    address: "GET /api/regions/{region}/collections/{collection}/balance",
    gives: contract.balance,
    collection: "resources",
    may: ["bureau"],
  },
  {
    address: "POST /api/regions/{region}/ask",
    gives: contract.askAnswers,
    body: { questions: [{ question: { ask: "submitted", collection: "final" }, held: null }] },
    may: ["bureau", "school", "sibling", "viewer"],
  },
  { address: "GET /api/regions/{region}/collections/{collection}/recount", gives: contract.recount, may: ["bureau"] },
  { address: "GET /api/regions/{region}/statements", gives: contract.statements, may: ["bureau", "school", "sibling"] },
  {
    address: "PUT /api/regions/{region}/schools/{school}/statements/{statement}",
    gives: contract.statementReceipt,
    body: statement,
    keyed: true,
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
  {
    address: "GET /api/regions/{region}/schools/{school}/statements/{statement}",
    gives: contract.statement,
    query: "?collection=final",
    statement: "drafted",
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
  {
    // Both parties of a group's statement are of the school: the bureau comes in, and is told that it is neither.
    address: "POST /api/regions/{region}/schools/{school}/statements/{statement}/sign",
    gives: contract.statementReceipt,
    body: { version: 1, party: "first", role: "校长", sha256: "0".repeat(64) },
    keyed: true,
    statement: "drafted",
    may: ["school"],
    sibling: "school-foreign",
    bureau: "party-foreign",
  },
  {
    address: "POST /api/regions/{region}/schools/{school}/statements/{statement}/amend",
    gives: contract.statementReceipt,
    body: { why: "test", statement },
    keyed: true,
    statement: "offered",
    may: ["bureau", "school"],
    sibling: "school-foreign",
  },
];

describe.each(routes)("$address", (route) => {
  it("lets in those it is for, and tells everybody else the same whatever they send", async () => {
    const own = await prepared();
    for (const who of everybody) {
      const told = await knock(route, own.county, who, own.token);
      if (route.may.includes(who)) expect([who, told.status < 300, route.gives.safeParse(told.body).error]).toEqual([who, true, undefined]);
      else expect([who, told.status, told.body.reason]).toEqual([who, ...refusalOf(route, who)]);
      const admitted = route.may.includes(who) || (who === "bureau" && route.bureau !== undefined);
      if (!admitted && route.body !== undefined) {
        const nonsense = await knock({ ...route, body: { nonsense: true } }, own.county, who, own.token);
        expect([who, nonsense.text]).toEqual([who, told.text]);
      }
    }
  });

  it("tells another region's tokens the same, whether or not the region exists", async () => {
    const [own, foreign] = [await prepared(), await county()];
    const absent: County = { ...foreign, code: "999999", home: "/api/regions/999999" };
    for (const who of ["bureau", "school", "viewer"] as const) {
      const [there, nowhere] = [await cross(route, foreign, own, who), await cross(route, absent, own, who)];
      expect([who, there.status, there.body.reason]).toEqual([who, 403, "region-foreign"]);
      expect([who, nowhere.text]).toEqual([who, there.text]);
    }
  });
});

describe("a region that does not exist", () => {
  it("answers a made-up token of its own like a region that does", async () => {
    const there = await county();
    const madeUp = (code: string) => `q1.${code}.${"A".repeat(43)}`;
    const known = await ask("GET", there.home, { token: madeUp(there.code) });
    const unknown = await ask("GET", "/api/regions/999998", { token: madeUp("999998") });
    expect([known.status, known.text]).toEqual([401, unknown.text]);
  });

  it("is unknown to the admin until it is named", async () => {
    const got = await ask("GET", "/api/regions/999997", { token: adminSecret });
    expect([got.status, got.body.reason]).toEqual([404, "region-unknown"]);
  });
});

it("has every region's route of the OpenAPI document in the matrix above", async () => {
  const { body } = await must<{ paths: Record<string, Record<string, unknown>> }>("GET", "/api/openapi.json", {});
  const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.filter((address) => address.includes("{region}")).sort()).toEqual(routes.map(({ address }) => address).sort());
});

/** A county where S01 has submitted, and a token there to be revoked. */
async function prepared() {
  const own = await county();
  await must("PUT", `${own.home}/collections/resources`, {
    token: own.tokens.bureau,
    body: { name: "Resources", form: "resources", period: "2025" },
  });
  const issued = await must<{ id: string }>("POST", `${own.home}/tokens`, {
    token: adminSecret,
    body: { role: "viewer", expires: "2099-01-01" },
  });
  return { county: own, token: issued.body.id };
}

async function knock(route: Route, where: County, who: Who, token: string, as?: string) {
  if (route.address.startsWith("GET") || route.address.startsWith("DELETE")) await submitted(where);
  const made = route.statement && (await stated(where, route.statement));
  const given = route.body as object | undefined;
  const body = made && given && "sha256" in given ? { ...given, sha256: made.sha256 } : given;
  const [method = "", path = ""] = route.address.split(" ");
  const place =
    path
      .replace("{region}", where.code)
      .replace("{school}", "S01")
      .replace("{collection}", route.collection ?? "final")
      .replace("{statement}", made?.id ?? "chem")
      .replace("{id}", token) + (route.query ?? "");
  const sent = as ?? tokenOf(where, who);
  const key = `${who}-${route.address.length}`;
  return ask(method, place, { body, ...(sent && { token: sent }), ...(route.keyed && { key }) });
}

let keys = 0;
async function submitted(where: County): Promise<void> {
  await ask("PUT", placeOf(where, "S01"), { token: where.tokens.bureau, key: `prepared-${keys++}`, body: marks({ 2: 10 }) });
}

/** A group's statement, or one that its school has signed as one party. */
async function stated(where: County, how: "drafted" | "offered"): Promise<{ id: string; sha256: string }> {
  const id = `s${keys++}`;
  const place = `${where.home}/schools/S01/statements/${id}`;
  const token = where.tokens.S01;
  const { body } = await ask<{ sha256?: string }>("PUT", place, { token, key: id, body: statement });
  const sha256 = body.sha256 ?? "0".repeat(64);
  if (how === "offered")
    await ask("POST", `${place}/sign`, { token, key: `sign-${id}`, body: { version: 1, party: "first", role: "校长", sha256 } });
  return { id, sha256 };
}

async function cross(route: Route, there: County, own: { county: County; token: string }, who: "bureau" | "school" | "viewer") {
  return knock(route, there, who, own.token, tokenOf(own.county, who));
}

function tokenOf({ code, tokens }: County, who: Who): string | undefined {
  const made = { bureau: tokens.bureau, viewer: tokens.viewer, school: tokens.S01, sibling: tokens.S02, admin: adminSecret };
  if (who === "nobody") return undefined;
  return who === "unknown" ? `q1.${code}.${"x".repeat(43)}` : made[who];
}

function refusalOf(route: Route, who: Who): [number, string] {
  if (who === "nobody") return [401, "token-missing"];
  if (who === "unknown") return [401, "token-invalid"];
  if (who === "bureau" && route.bureau) return [403, route.bureau];
  return [403, who === "sibling" && route.sibling ? route.sibling : "role-forbidden"];
}
