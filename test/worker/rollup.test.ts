/** The rollup as people read it, and the self-check that finds what was tampered with. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { rollup as rollupShape } from "../../shared/contract.ts";
import type { Region } from "../../worker/region.ts";
import { ask, type County, collection, county, marks, must, recount, rollup, submit } from "./county.ts";

const target = { indicator: "exam.pass", stage: "junior", period: "2024-2025", operator: ">=", value: 0.7, source: "test" };

describe("a region's verdict", () => {
  it("is undecided while required schools are missing, with the coverage beside it, and then pools the counts", async () => {
    const where = await county();
    await must("PUT", `${where.home}/targets`, { token: where.tokens.bureau, body: { targets: [{ ...target, unit: where.code }] } });
    const read = async () => {
      const got = rollupShape.parse(await rollup(where));
      const verdict = got.verdicts.find(({ indicator, unit }) => indicator === "exam.pass" && unit === where.code);
      return {
        coverage: got.coverage,
        verdict: verdict?.verdict,
        value: got.figures.find(({ indicator }) => indicator === "exam.pass")?.counts,
      };
    };
    await submit(where, "S01", "k1", marks({ 8: 10 }));
    expect(await read()).toEqual({
      coverage: { required: 2, submitted: 1, missing: ["S02"] },
      verdict: "undecided",
      value: { numerator: 10, denominator: 10 },
    });
    await submit(where, "S02", "k1", marks({ 2: 30, 8: 60 }));
    expect(await read()).toEqual({
      coverage: { required: 2, submitted: 2, missing: [] },
      verdict: "met",
      value: { numerator: 70, denominator: 100 },
    });
  });

  it("waits for the schools that were asked, or else for every school with the stage", async () => {
    const where = await county();
    const { home, tokens } = where;
    await must("PUT", `${home}/schools/S03`, { token: tokens.bureau, body: { name: "Primary", stages: ["primary"] } });
    expect((await rollup(where)).coverage.missing).toEqual(["S01", "S02"]);
    await must("PUT", `${home}/collections/final`, { token: tokens.bureau, body: collection({ required: ["S02"] }) });
    expect((await rollup(where)).coverage).toEqual({ required: 1, submitted: 0, missing: ["S02"] });
  });
});

describe("two collections", () => {
  it("do not touch each other", async () => {
    const where = await county();
    const { home, tokens } = where;
    await must("PUT", `${home}/collections/mid-term`, { token: tokens.bureau, body: collection({ name: "Mid-term" }) });
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    const mid = `${home}/collections/mid-term`;
    await must("PUT", `${mid}/submissions/S01`, { token: tokens.S01, key: "k2", body: marks({ 8: 20 }) });
    const other = await must<{ totals: { scores: object }[] }>("GET", `${mid}/rollup`, { token: tokens.bureau });
    expect([(await rollup(where)).totals[0]?.scores.counts, other.body.totals[0]?.scores]).toEqual([
      [[4, 10]],
      expect.objectContaining({ counts: [[16, 20]] }),
    ]);
  });
});

describe("a viewer", () => {
  it("does not see a school's figures from fewer than ten pupils, nor the school that would give them away; the bureau does", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 5, 8: 4 }));
    await submit(where, "S02", "k1", marks({ 2: 20, 8: 30 }));
    const valuesFor = async (token: string) =>
      (await rollup(where, token)).schools.map(({ figures }) =>
        figures.filter(({ indicator }) => indicator === "exam.pass").map(({ value, counts }) => value ?? counts),
      );
    expect(await valuesFor(where.tokens.bureau)).toEqual([[4 / 9], [30 / 50]]);
    expect(await valuesFor(where.tokens.viewer)).toEqual([[null], [null]]);
  });
});

describe("a recount", () => {
  const tampered: [string, string, (told: Awaited<ReturnType<typeof recount>>) => boolean][] = [
    ["a sum that was changed", "UPDATE sums SET tally = replace(tally, '10', '11')", ({ identical }) => identical],
    ["a sum that was deleted", "DELETE FROM sums", ({ identical }) => identical],
    ["a submission that was changed", "UPDATE submissions SET body = replace(body, '[4,10]', '[6,10]')", ({ identical }) => identical],
    [
      "a submission and its sum changed alike",
      `UPDATE submissions SET body = replace(body, '[4,10]', '[6,10]'); UPDATE sums SET tally = '{"6":10}'`,
      ({ identical }) => identical,
    ],
    ["an audit entry that was changed", "UPDATE audit SET who = 'somebody else' WHERE entry = 3", ({ audit }) => audit.intact],
    ["an audit entry that was deleted", "DELETE FROM audit WHERE entry = 4", ({ audit }) => audit.intact],
    ["the last audit entry deleted", "DELETE FROM audit WHERE entry = (SELECT max(entry) FROM audit)", ({ audit }) => audit.intact],
  ];
  it.each(tampered)("finds %s", async (_, statement, well) => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    expect(well(await recount(where))).toBe(true);
    await tamper(where, statement);
    expect(well(await recount(where))).toBe(false);
  });

  it("links every receipt to its audit entry", async () => {
    const where = await county();
    const { receipt } = (await submit(where, "S01", "k1", marks({ 2: 10 }))).body;
    const found = await tamper(where, `SELECT verb, subject FROM audit WHERE hash = '${receipt}'`);
    expect(found).toEqual([{ verb: "submission.put", subject: "final/S01/1" }]);
  });
});

it("keeps no token, only hashes", async () => {
  const where = await county();
  const rows = JSON.stringify(await tamper(where, "SELECT * FROM tokens"));
  for (const token of Object.values(where.tokens)) expect(rows).not.toContain(token.slice(-20));
  expect((await ask("GET", where.home, { token: where.tokens.bureau })).status).toBe(200);
});

async function tamper({ code }: County, statement: string): Promise<unknown[]> {
  return runInDurableObject(env.REGION.get(env.REGION.idFromName(code)), (_: Region, { storage }) => storage.sql.exec(statement).toArray());
}
