/** Submitting, correcting and withdrawing in any order: the sums are always those of what stands. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Receipt } from "../../shared/contract.ts";
import { ask, county, marks, must, placeOf, recount, rollup } from "./county.ts";

type School = "S01" | "S02";
type Pupils = Record<number, number>;
type Step = { readonly school: School; readonly pupils: Pupils | null };

const school = fc.constantFrom<School>("S01", "S02");
const pupils = fc.dictionary(fc.constantFrom("0", "0.5", "4", "7.5", "10"), fc.integer({ min: 1, max: 30 }), { minKeys: 1 });
const step: fc.Arbitrary<Step> = fc.record({ school, pupils: fc.option(pupils, { freq: 3, nil: null }) });

it("keeps every revision, sums up what stands, and recounts to the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const where = await county();
      const standing = new Map<School, Pupils>();
      const revisions = { S01: 0, S02: 0 };
      for (const [at, { school, pupils }] of steps.entries()) {
        const asked = { token: where.tokens.bureau, key: `step-${at}` };
        const got =
          pupils === null
            ? await ask<Receipt>("DELETE", placeOf(where, school), asked)
            : await ask<Receipt>("PUT", placeOf(where, school), { ...asked, body: marks(pupils) });
        if (pupils === null && !standing.has(school)) {
          expect(got.status).toBe(404);
          continue;
        }
        expect(got.body).toMatchObject({ school, revision: ++revisions[school], withdrawn: pupils === null });
        if (pupils === null) standing.delete(school);
        else standing.set(school, pupils);
      }
      const { totals, coverage, lineage } = await rollup(where);
      expect(totals[0]?.scores.counts ?? []).toEqual(sumOf([...standing.values()]));
      expect(coverage).toMatchObject({ required: 2, submitted: standing.size });
      expect(lineage.map((one) => [one.school, one.revision])).toEqual([...standing.keys()].sort().map((code) => [code, revisions[code]]));
      expect(await recount(where)).toMatchObject({ identical: true, submissions: standing.size, differences: [], audit: { intact: true } });
    }),
    { numRuns: 25 },
  );
});

it("leaves no row of a sum behind when everything is withdrawn", async () => {
  const where = await county();
  const asked = { token: where.tokens.S01 };
  await must("PUT", placeOf(where, "S01"), { ...asked, key: "1", body: marks({ 2: 10 }) });
  const withdrawn = await must<Receipt>("DELETE", placeOf(where, "S01"), { ...asked, key: "2" });
  expect(withdrawn.body).toMatchObject({ revision: 2, withdrawn: true });
  expect(await recount(where)).toMatchObject({ identical: true, submissions: 0, slices: 0 });
  const kept = await must<{ receipt: Receipt; body: unknown }>("GET", placeOf(where, "S01"), asked);
  expect(kept.body).toEqual({ receipt: withdrawn.body, body: null });
});

it("hands a submission back as it was received", async () => {
  const where = await county();
  const sent = marks({ 2: 10, 9.5: 1 }, 3);
  const receipt = await must<Receipt>("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key: "1", body: sent });
  const kept = await must("GET", placeOf(where, "S01"), { token: where.tokens.S01 });
  expect(kept.body).toEqual({ receipt: receipt.body, body: sent });
});

it("takes a new key as the next revision even when nothing changed", async () => {
  const where = await county();
  const put = (key: string) => must<Receipt>("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key, body: marks({ 2: 10 }) });
  const [first, second] = [(await put("1")).body, (await put("2")).body];
  expect([first.revision, second.revision, second.sha256]).toEqual([1, 2, first.sha256]);
});

function sumOf(standing: readonly Pupils[]): [number, number][] {
  const sum = new Map<number, number>();
  for (const pupils of standing)
    for (const [mark, number] of Object.entries(pupils)) sum.set(Number(mark) * 2, (sum.get(Number(mark) * 2) ?? 0) + number);
  return [...sum].sort(([a], [b]) => a - b);
}

describe("a submission that says what it was built on", () => {
  it("is taken while that revision stands, and refused when somebody else was first; then nothing has changed", async () => {
    const where = await county();
    const put = (key: string, after: string, body: object) =>
      ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, key, headers: { "If-Match": after }, body });
    expect((await put("k1", '"0"', marks({ 2: 10 }))).status).toBe(201);
    expect(await put("k2", '"0"', marks({ 8: 10 }))).toMatchObject({ status: 412, body: { reason: "revision-moved" } });
    expect((await rollup(where)).totals[0]?.scores.counts).toEqual([[4, 10]]);
    expect((await put("k3", "1", marks({ 8: 10 }))).status).toBe(201);
    // The first answer again, although another revision stands by now.
    expect((await put("k1", '"0"', marks({ 2: 10 }))).body).toMatchObject({ revision: 1 });
    expect(await put("k4", "latest", marks({ 8: 10 }))).toMatchObject({ status: 400, body: { reason: "if-match-invalid" } });
  });
});
