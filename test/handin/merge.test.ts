/** Stores are merged in any order, in any groups, any number of times, with one result. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, sha256 } from "../../shared/canonical.ts";
import type { Decision, Held, Store } from "../../shared/handin/held.ts";
import { merge } from "../../shared/handin/merge.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import { add, decide, heldFrom, heldRevision, newStore, setUp } from "../../shared/handin/store.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { Refusal } from "../../shared/refusal.ts";
import { chinese, county, exam } from "./bodies.ts";

const NOON = "2025-07-01T12:00:00.000Z";
const LATER = "2025-07-02T12:00:00.000Z";
const id = exam.collection;

function held(school: string, revision: number, passed: number, file = `${school}-${revision}.json`, made = NOON): Held {
  const body = chinese([
    [40, 10],
    [80, passed],
  ]);
  return { school, collection: id, revision, body, sha256: sha256(canonical(body)), queries: [], made, file };
}

const some = fc
  .tuple(
    fc.constantFrom("S01", "S02"),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("a.json", "b.json"),
    fc.constantFrom(NOON, LATER),
  )
  .map((given) => held(...given));
const decision: fc.Arbitrary<Decision> = fc.record({
  school: fc.constantFrom("S01", "S02"),
  collection: fc.constant(id),
  revision: fc.integer({ min: 1, max: 3 }),
  keep: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 3 }).map((passed) => held("S01", 1, passed).sha256),
  ),
  at: fc.constantFrom(NOON, "2025-07-01T20:00:00+08:00", LATER),
});
const store: fc.Arbitrary<Store> = fc
  .tuple(
    fc.array(some, { maxLength: 5 }),
    fc.array(decision, { maxLength: 3 }),
    fc.constantFrom("县", "示例县"),
    fc.constantFrom(NOON, LATER),
  )
  .map(([all, decisions, name, since]) => {
    const empty = newStore({ ...county, name }, since);
    return merge(empty, { ...empty, held: all, decisions });
  });

describe("merging", () => {
  test("does not depend on the order", () => {
    fc.assert(
      fc.property(store, store, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });

  test("does not depend on the groups", () => {
    fc.assert(
      fc.property(store, store, store, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });

  test("a second time changes nothing", () => {
    fc.assert(
      fc.property(store, store, (a, b) => {
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  test("keeps, of every school, just what was handed in under its highest revision", () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (all) => {
        const kept = all.reduce(add, newStore(county, NOON)).held;
        for (const school of ["S01", "S02"]) {
          const own = all.filter((one) => one.school === school);
          const top = own.reduce((most, { revision }) => Math.max(most, revision), 0);
          const contents = new Set(own.filter(({ revision }) => revision === top).map((one) => one.sha256));
          const found = kept.filter((one) => one.school === school);
          expect(found.map(({ revision }) => revision)).toEqual(Array(contents.size).fill(top));
          expect(new Set(found.map((one) => one.sha256))).toEqual(contents);
        }
      }),
    );
  });

  test("of two regions is refused", () => {
    const other = newStore({ ...county, region: "370812" }, NOON);
    expect(() => merge(newStore(county, NOON), other)).toThrow(Refusal);
  });

  test("takes the later set-up of the county", () => {
    const renamed = setUp(newStore(county, NOON), { ...county, name: "新县" }, LATER);
    expect(merge(newStore(county, NOON), renamed).county.name).toBe("新县");
    expect(merge(renamed, newStore(county, NOON)).county.name).toBe("新县");
  });
});

describe("two contents under one revision", () => {
  const both = [held("S01", 1, 20, "甲.json"), held("S01", 1, 30, "乙.json"), held("S02", 1, 25)].reduce(add, newStore(county, NOON));
  const standing = (of: Store) => standingIn(of, id, shipped).standing.map(({ school, file }) => `${school} ${file}`);
  const chosen = (passed: number) => held("S01", 1, passed).sha256;

  test("are a finding that names both files, and neither counts", () => {
    const { findings } = standingIn(both, id, shipped);
    expect(findings.map(({ school, finding }) => [school, finding.level, finding.code])).toEqual([["S01", "error", "revision-conflict"]]);
    expect(findings[0]?.finding.words.zh).toMatch(/甲\.json.*乙\.json|乙\.json.*甲\.json/);
    expect(standing(both)).toEqual(["S02 S02-1.json"]);
  });

  test("are settled by a choice, which a later one replaces, in whatever order the choices arrive", () => {
    const first = decide(both, { school: "S01", collection: id, keep: chosen(20), at: NOON });
    expect(standing(first)).toEqual(["S01 甲.json", "S02 S02-1.json"]);
    const second = decide(both, { school: "S01", collection: id, keep: chosen(30), at: LATER });
    for (const merged of [merge(first, second), merge(second, first)]) expect(standing(merged)).toEqual(["S01 乙.json", "S02 S02-1.json"]);
  });

  test("stay unsettled where two people chose differently at the same moment", () => {
    const a = decide(both, { school: "S01", collection: id, keep: chosen(20), at: NOON });
    const b = decide(both, { school: "S01", collection: id, keep: chosen(30), at: NOON });
    expect(standing(merge(a, b))).toEqual(["S02 S02-1.json"]);
  });

  test("are settled by a higher revision", () => {
    expect(standing(add(both, held("S01", 2, 26)))).toEqual(["S01 S01-2.json", "S02 S02-1.json"]);
  });

  test("are not two where the same content came in two files", () => {
    const twice = add(add(newStore(county, NOON), held("S01", 1, 20, "甲.json")), held("S01", 1, 20, "甲 (副本).json"));
    expect(standingIn(twice, id, shipped).findings).toEqual([]);
    expect(twice.held).toHaveLength(1);
  });
});

describe("what is held", () => {
  test("is taken back by a decision, until a higher revision comes or it is taken again", () => {
    const one = add(newStore(county, NOON), held("S01", 1, 20));
    const back = decide(one, { school: "S01", collection: id, keep: null, at: NOON });
    expect(standingIn(back, id, shipped)).toEqual({ standing: [], findings: [] });
    expect(standingIn(add(back, held("S01", 2, 21)), id, shipped).standing).toHaveLength(1);
    expect(
      standingIn(decide(back, { school: "S01", collection: id, keep: held("S01", 1, 20).sha256, at: LATER }), id, shipped).standing,
    ).toHaveLength(1);
    expect(heldRevision(back, id, "S01")).toBe(1);
  });

  test("no longer counts where the county's set-up has moved away from under it, and says so", () => {
    const one = add(newStore(county, NOON), held("S01", 1, 20));
    const smaller = { ...exam, exam: { name: "期末", papers: exam.exam?.papers.filter(({ subject }) => subject !== "语文") ?? [] } };
    const { standing, findings } = standingIn(setUp(one, { ...county, collections: [smaller] }, LATER), id, shipped);
    expect([standing, findings.map(({ school, finding }) => `${school} ${finding.code}`)]).toEqual([[], ["S01 file-content"]]);
  });

  test("was read without an error", () => {
    const handed = { school: "S01", collection: id, body: chinese([[80, 20]]), counts: [] };
    const error = { level: "error", code: "score-blank", sheet: null, cell: null, words: { zh: "空白。", en: "blank" } } as const;
    const at = { revision: 1, made: NOON, file: "甲.xlsx" };
    expect(heldFrom({ ...handed, findings: [] }, at).sha256).toBe(sha256(canonical(handed.body)));
    expect(() => heldFrom({ ...handed, findings: [error] }, at)).toThrow(Refusal);
    expect(() => heldFrom({ ...handed, findings: [] }, { ...at, revision: 0 })).toThrow(Refusal);
    expect(() => decide(newStore(county, NOON), { school: "S01", collection: id, keep: null, at: NOON })).toThrow(Refusal);
  });
});
