/** What a bureau sets up: tokens, schools, collections with their window, and targets. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Overview, Token, TokenIssued } from "../../shared/contract.ts";
import { adminSecret, ask, type County, collection, county, marks, must, paper, placeOf, rollup, submit } from "./county.ts";

afterEach(() => void vi.useRealTimers());
const clock = (now: string) => vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });

describe("a token", () => {
  it("opens its region until it is revoked, from that moment on no more", async () => {
    const { home, tokens } = await county();
    const issued = (
      await must<TokenIssued>("POST", `${home}/tokens`, { token: tokens.bureau, body: { role: "viewer", expires: "2099-01-01" } })
    ).body;
    expect((await ask("GET", home, { token: issued.token })).status).toBe(200);
    await must("DELETE", `${home}/tokens/${issued.id}`, { token: tokens.bureau });
    expect((await ask("GET", home, { token: issued.token })).body.reason).toBe("token-invalid");
  });

  it("expires at the end of its day in China", async () => {
    clock("2026-01-01T00:00:00Z");
    const { home, tokens } = await county();
    const issued = (
      await must<TokenIssued>("POST", `${home}/tokens`, { token: tokens.bureau, body: { role: "viewer", expires: "2026-01-31" } })
    ).body;
    clock("2026-01-31T15:59:59.999Z");
    expect((await ask("GET", home, { token: issued.token })).status).toBe(200);
    clock("2026-01-31T16:00:00Z");
    expect((await ask("GET", home, { token: issued.token })).status).toBe(401);
  });

  it("lives for 400 days at most, and says so", async () => {
    clock("2026-01-01T00:00:00Z");
    const { home, tokens } = await county();
    const { body } = await must<TokenIssued>("POST", `${home}/tokens`, {
      token: tokens.bureau,
      body: { role: "viewer", expires: "2099-01-01" },
    });
    expect(body.expires).toBe("2027-02-05T00:00:00.000Z");
  });

  it("is 256 random bits, shown once and never listed", async () => {
    const { home, code, tokens } = await county();
    expect(tokens.bureau).toMatch(new RegExp(`^q1\\.${code}\\.[0-9A-Za-z_-]{43}$`));
    const listed = await must<{ tokens: Token[] }>("GET", `${home}/tokens`, { token: adminSecret });
    expect(listed.body.tokens.map(({ role, school }) => [role, school])).toEqual([
      ["bureau", null],
      ["viewer", null],
      ["school", "S01"],
      ["school", "S02"],
    ]);
    for (const token of Object.values(tokens)) expect(listed.text).not.toContain(token.slice(-20));
  });

  it.each([
    ["that has expired already", { role: "viewer", expires: "2020-01-01" }, "expiry-past"],
    ["for a school without naming it", { role: "school", expires: "2099-01-01" }, "body-invalid"],
    ["for a viewer of one school", { role: "viewer", school: "S01", expires: "2099-01-01" }, "body-invalid"],
    ["for the admin", { role: "admin", expires: "2099-01-01" }, "body-invalid"],
  ])("%s is not issued", async (_, body, reason) => {
    const { home, tokens } = await county();
    const got = await ask("POST", `${home}/tokens`, { token: tokens.bureau, body });
    expect([got.status, got.body.reason]).toEqual([422, reason]);
  });
});

describe("the overview", () => {
  it("shows a school its own school, what it is asked and its own targets, and everybody else the whole", async () => {
    const where = await county();
    const { home, tokens } = where;
    await put(where, "/collections/final", collection({ required: ["S01", "S02"] }));
    const target = { indicator: "exam.pass", period: "2024-2025", operator: ">=", value: 0.9, source: "test" };
    await put(where, "/targets", { targets: [target, { ...target, unit: "S01" }, { ...target, unit: "S02" }] });
    const seen = async (token: string) => (await must<Overview>("GET", home, { token })).body;
    const [bureau, school] = [await seen(tokens.bureau), await seen(tokens.S01)];
    expect(bureau).toMatchObject({ role: "bureau", school: null, schools: [{ school: "S01" }, { school: "S02" }] });
    expect(bureau.targets).toHaveLength(3);
    expect(school).toMatchObject({ role: "school", school: "S01", collections: [{ collection: "final", required: ["S01"] }] });
    expect(JSON.stringify(school)).not.toContain("S02");
  });
});

describe("the schools of a region", () => {
  it("are registered all together or not at all", async () => {
    const where = await county();
    const twice = { school: "S09", name: "School", stages: ["junior"] };
    const got = await put(where, "/schools", { schools: [twice, twice] }, "POST");
    const overview = await must<Overview>("GET", where.home, { token: where.tokens.bureau });
    expect([got.status, overview.body.schools.map(({ school }) => school)]).toEqual([422, ["S01", "S02"]]);
  });

  it("keep a stage for which their figures stand", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    const move = () => put(where, "/schools/S01", { name: "School", stages: ["primary"] });
    expect((await move()).body.reason).toBe("stage-in-use");
    await must("DELETE", placeOf(where, "S01"), { token: where.tokens.S01, key: "k2" });
    expect((await move()).status).toBe(200);
  });

  it("must be registered before anything is submitted for them", async () => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S99"), { token: where.tokens.bureau, key: "k", body: marks({ 2: 10 }) });
    expect([got.status, got.body.reason]).toEqual([404, "school-unknown"]);
  });
});

describe("a collection", () => {
  const exam = (...papers: object[]) => ({ name: "Final exam", papers });
  it.each<[string, object, string]>([
    ["of a form without its exam", { exam: null }, "exam"],
    ["of a period that is none", { period: "2024-2026" }, "period"],
    ["that names a paper twice", { exam: exam(paper, paper) }, "exam.papers[1]"],
    ["with a line that looks like a share", { exam: exam({ ...paper, full: 100, lines: { pass: 0.6 } }) }, "exam.papers[0].lines.pass"],
    ["with a line above the full mark", { exam: exam({ ...paper, lines: { pass: 11 } }) }, "exam.papers[0].lines.pass"],
    ["with a line off the grid", { exam: exam({ ...paper, lines: { pass: 6.25 } }) }, "exam.papers[0].lines.pass"],
    ["with more marks than can be kept in a row", { exam: exam({ ...paper, full: 101, grid: 1000 }) }, "exam.papers[0].grid"],
    ["that asks a school nobody knows", { required: ["S01", "S99"] }, "required[1]"],
    ["that asks a school twice", { required: ["S01", "S01"] }, "required[1]"],
    ["that is its own baseline", { baseline: "final" }, "baseline"],
    ["that closes before it opens", { opens: "2026-02-02", closes: "2026-02-01" }, "closes"],
  ])("%s is refused, and says where", async (_, changes, at) => {
    const got = await put(await county(), "/collections/final", collection(changes));
    expect([got.status, got.body.reason, got.body.errors?.[0]?.at]).toEqual([422, "collection-invalid", at]);
  });

  it("keeps full mark, grid, earlier exam and form once submissions stand; its lines may move", async () => {
    const where = await county();
    const change = (changes: object) => put(where, "/collections/final", collection(changes));
    await submit(where, "S01", "k1", marks({ 2: 10, 8: 10 }));
    const before = { name: "Entry", full: 10, grid: 2 };
    const frozen = [
      { ...paper, full: 20 },
      { ...paper, grid: 10 },
      { ...paper, before },
      { ...paper, subject: "physics" },
    ];
    for (const one of frozen) expect((await change({ exam: exam(one) })).body.reason).toBe("collection-in-use");
    expect((await change({ form: "resources", exam: null })).body.reason).toBe("collection-in-use");
    expect((await change({ exam: exam({ ...paper, lines: { pass: 2, low: 2 } }, { ...paper, subject: "physics" }) })).status).toBe(200);
    expect((await rollup(where)).figures.find(({ indicator }) => indicator === "exam.pass")?.value).toBe(1);
    await must("DELETE", placeOf(where, "S01"), { token: where.tokens.S01, key: "k2" });
    expect((await change({ exam: exam({ ...paper, full: 20 }) })).status).toBe(200);
  });

  it("is open from the first moment of its opening day to the last of its closing day, in China", async () => {
    clock("2026-01-01T00:00:00Z");
    const where = await county();
    await put(where, "/collections/final", collection({ opens: "2026-01-10", closes: "2026-01-12" }));
    const told = async (now: string, key: string) => {
      clock(now);
      const [sent, taken] = [
        await submit(where, "S01", key, marks({ 2: 10 })),
        await ask("DELETE", placeOf(where, "S02"), { token: where.tokens.S02, key }),
      ];
      return [sent.status < 300 ? "open" : (sent.body as unknown as { reason: string }).reason, taken.body.reason];
    };
    expect(await told("2026-01-09T15:59:59.999Z", "1")).toEqual(["collection-not-open", "collection-not-open"]);
    expect(await told("2026-01-09T16:00:00Z", "2")).toEqual(["open", "submission-unknown"]);
    expect(await told("2026-01-12T15:59:59.999Z", "3")).toEqual(["open", "submission-unknown"]);
    expect(await told("2026-01-12T16:00:00Z", "4")).toEqual(["collection-closed", "collection-closed"]);
  });
});

describe("the targets", () => {
  const target = { indicator: "exam.pass", stage: "junior", period: "2024-2025", operator: ">=", value: 0.95, source: "test" };
  it.each<[string, object, string]>([
    ["a rate written as per cent", { value: 95 }, "targets[0].value"],
    ["points written as per cent", { indicator: "academic.excellence.change.junior", value: 5 }, "targets[0].value"],
    ["an indicator that does not exist", { indicator: "exam.luck" }, "targets[0].indicator"],
    ["a period that is none", { period: "next year" }, "targets[0].period"],
    ["a school nobody knows", { unit: "S99" }, "targets[0].unit"],
    ["another region", { unit: "999999" }, "targets[0].unit"],
  ])("are refused with %s", async (_, changes, at) => {
    const got = await put(await county(), "/targets", { targets: [{ ...target, ...changes }] });
    expect([got.status, got.body.reason, got.body.errors?.[0]?.at]).toEqual([422, "targets-invalid", at]);
  });

  it("are refused where one stands twice, whoever wrote it", async () => {
    const got = await put(await county(), "/targets", { targets: [target, { ...target, source: "another document" }] });
    expect([got.status, got.body.reason, got.body.errors?.[0]?.at]).toEqual([422, "targets-invalid", "targets[1].value"]);
  });

  it("replace the list before, and the last list is judged by", async () => {
    const where = await county();
    const pass = (value: number) => ({ ...target, value, unit: where.code });
    await submit(where, "S01", "k1", marks({ 2: 5, 8: 15 }));
    await put(where, "/targets", { targets: [pass(0.9), { ...target, unit: "S01" }] });
    await put(where, "/targets", { targets: [pass(0.75)] });
    await put(where, "/collections/final", collection({ required: ["S01"] }));
    const { verdicts } = await rollup(where);
    expect(verdicts.filter(({ indicator }) => indicator === "exam.pass")).toMatchObject([
      { limit: 0.75, verdict: "met", origin: "region" },
    ]);
  });
});

function put({ home, tokens }: County, path: string, body: unknown, method = "PUT") {
  return ask(method, `${home}${path}`, { token: tokens.bureau, body });
}

describe("all-subject counts", () => {
  it("stand at the papers and pass lines they were made at: neither may change while they do", async () => {
    const where = await county();
    const { home, tokens } = where;
    const joint = { stage: "junior", grade: 9, joint: { pupils: 20, passed: 20 } };
    const sent = marks({ 6: 10, 9: 10 });
    const put = (changes: object) =>
      ask("PUT", `${home}/collections/final`, {
        token: tokens.bureau,
        body: collection({ exam: { name: "Final exam", papers: [{ ...paper, ...changes }] } }),
      });
    await must("PUT", `${home}/collections/final/submissions/S01`, {
      token: tokens.S01,
      key: "k1",
      body: { ...sent, slices: [...sent.slices, joint] },
    });
    expect(await put({ lines: { pass: 8 } })).toMatchObject({ status: 409, body: { reason: "joint-in-use" } });
    expect((await put({ lines: { pass: 6, excellent: 9 } })).status).toBe(200);
    await must("DELETE", `${home}/collections/final/submissions/S01`, { token: tokens.S01, key: "k2" });
    expect((await put({ lines: { pass: 8 } })).status).toBe(200);
    // A sheet that was read before the line moved, and is sent after it.
    const late = { ...joint, joint: { pupils: 20, passed: 10, papers: { [paper.subject]: { full: paper.full, pass: 6 } } } };
    const send = (slice: object, key: string) =>
      ask("PUT", `${home}/collections/final/submissions/S01`, {
        token: tokens.S01,
        key,
        body: { ...sent, slices: [...sent.slices, slice] },
      });
    const refused = await send(late, "k3");
    expect(refused).toMatchObject({ status: 422, body: { reason: "submission-invalid" } });
    expect(refused.text).toContain("slices[1].joint.papers");
    const now = { ...late, joint: { ...late.joint, papers: { [paper.subject]: { full: paper.full, pass: 8 } } } };
    expect((await send(now, "k4")).status).toBe(201);
  });
});
