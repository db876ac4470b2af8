import { describe, expect, it } from "vitest";
import { ask, collection, county, marks, must, placeOf, recount, rollup, submit } from "./county.ts";

const bodies = [marks({ 2: 10 }), marks({ 8: 12 }), marks({ 0: 11, 10: 1 })];

describe("an Idempotency-Key", () => {
  it("replays the receipt, byte for byte, when the same body comes again", async () => {
    const where = await county();
    const first = await submit(where, "S01", "k1", marks({ 2: 10 }));
    const again = await submit(where, "S01", "k1", marks({ 2: 10 }));
    expect([first.status, first.headers.get("Idempotency-Replayed")]).toEqual([201, null]);
    expect([again.status, again.headers.get("Idempotency-Replayed"), again.text]).toEqual([201, "true", first.text]);
    expect((await rollup(where)).totals[0]?.scores.states.sat).toBe(10);
  });

  it("knows the same content whatever the order of its keys and the spaces between them", async () => {
    const where = await county();
    const { slices, definitions } = marks({ 2: 10 });
    const first = await submit(where, "S01", "k1", { definitions, slices });
    const [slice] = slices;
    const { class: _, ...unwritten } = slice ?? {};
    const again = await submit(where, "S01", "k1", JSON.stringify({ slices: [unwritten], definitions }, null, 4));
    expect(again.text).toBe(first.text);
  });

  it("refuses another body, another school, another collection and another verb under the same key", async () => {
    const where = await county();
    const { tokens, home } = where;
    await must("PUT", `${home}/collections/mid-term`, { token: tokens.bureau, body: collection() });
    const used = { token: tokens.bureau, key: "k1", body: marks({ 2: 10 }) };
    const first = await must("PUT", placeOf(where, "S01"), used);
    const others = [
      await ask("PUT", placeOf(where, "S01"), { ...used, body: marks({ 2: 11 }) }),
      await ask("PUT", placeOf(where, "S02"), used),
      await ask("PUT", placeOf(where, "S01", "mid-term"), used),
      await ask("DELETE", placeOf(where, "S01"), { token: tokens.bureau, key: "k1" }),
    ];
    expect(others.map(({ status, body }) => [status, body.reason])).toEqual(others.map(() => [409, "idempotency-key-reused"]));
    expect((await must("PUT", placeOf(where, "S01"), used)).text).toBe(first.text);
  });

  it("belongs to its token: the bureau and the school may use the same one", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    const bureau = await ask<{ revision: number }>("PUT", placeOf(where, "S01"), {
      token: where.tokens.bureau,
      key: "k1",
      body: marks({ 2: 11 }),
    });
    expect([bureau.status, bureau.body.revision]).toEqual([201, 2]);
  });

  it("is kept for ever: it still replays after later revisions and after the collection has closed", async () => {
    const where = await county();
    const first = await submit(where, "S01", "k1", marks({ 2: 10 }));
    await submit(where, "S01", "k2", marks({ 2: 20 }));
    await must("PUT", `${where.home}/collections/final`, { token: where.tokens.bureau, body: collection({ closes: "2020-01-01" }) });
    expect((await submit(where, "S01", "k1", marks({ 2: 10 }))).text).toBe(first.text);
    expect((await rollup(where)).totals[0]?.scores.states.sat).toBe(20);
  });

  it("is not spent by a submission that was refused", async () => {
    const where = await county();
    const refused = await submit(where, "S01", "k1", marks({ 11: 10 }));
    const corrected = await submit(where, "S01", "k1", marks({ 10: 10 }));
    expect([refused.status, corrected.status]).toEqual([422, 201]);
  });

  it("replays a withdrawal too", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    const withdraw = () => ask("DELETE", placeOf(where, "S01"), { token: where.tokens.S01, key: "k2" });
    const first = await withdraw();
    expect([first.status, (await withdraw()).text]).toEqual([200, first.text]);
  });

  it.each([
    ["idempotency-key-missing", undefined],
    ["idempotency-key-invalid", "with a space"],
    ["idempotency-key-invalid", "x".repeat(256)],
  ])("is asked for: %s", async (reason, key) => {
    const where = await county();
    const got = await ask("PUT", placeOf(where, "S01"), { token: where.tokens.S01, body: marks({ 2: 10 }), ...(key && { key }) });
    expect([got.status, got.body.reason]).toEqual([400, reason]);
  });
});

describe("requests at the same time", () => {
  it("fifty with the same key have one effect and one answer", async () => {
    const where = await county();
    const got = await Promise.all(Array.from({ length: 50 }, () => submit(where, "S01", "same", marks({ 2: 10 }))));
    expect(new Set(got.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(got.filter(({ headers }) => headers.get("Idempotency-Replayed") === null)).toHaveLength(1);
    expect(got[0]?.body.revision).toBe(1);
    expect((await rollup(where)).totals[0]?.scores.states.sat).toBe(10);
  });

  it("with keys of their own become revisions one after the other, and the last one stands", async () => {
    const where = await county();
    const got = await Promise.all(Array.from({ length: 30 }, (_, at) => submit(where, "S01", `k${at}`, bodies[at % bodies.length])));
    const revisions = got.map(({ body }) => body.revision);
    expect([...revisions].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    const last = got.find(({ body }) => body.revision === 30)?.body;
    expect((await rollup(where)).lineage).toMatchObject([{ school: "S01", revision: 30, sha256: last?.sha256 }]);
    expect(await recount(where)).toMatchObject({ identical: true, submissions: 1 });
  });
});
