/** A store's file is merged whole and unaltered, or not at all. */
import { describe, expect, test } from "vitest";
import { canonical, sha256 } from "../../shared/canonical.ts";
import { writeSubmission } from "../../shared/handin/file.ts";
import { merge } from "../../shared/handin/merge.ts";
import { add, decide, heldFrom, newStore, setUp } from "../../shared/handin/store.ts";
import { importStore, readStore, writeStore } from "../../shared/handin/store-file.ts";
import { chinese, county, exam } from "./bodies.ts";

const NOON = "2025-07-01T12:00:00.000Z";
const LATER = "2025-07-02T12:00:00.000Z";
const by = { program: "0.1.0", made: LATER };
const taken = (school: string, passed: number) =>
  heldFrom(
    { school, collection: exam.collection, body: chinese([[80, passed]]), findings: [], counts: [] },
    { revision: 1, made: NOON, file: `${school}.xlsx` },
  );
const store = decide(add(add(newStore(county, NOON), taken("S01", 20)), taken("S02", 30)), {
  school: "S02",
  collection: exam.collection,
  keep: null,
  at: LATER,
});
const written = writeStore(store, by);

function forged(change: (file: { [key: string]: unknown; county: typeof county; held: (typeof store)["held"] }) => object): string {
  const { sha256: _, ...file } = JSON.parse(written);
  const changed = { ...file, ...change(file) };
  return canonical({ ...changed, sha256: sha256(canonical(changed)) });
}

describe("a store's file", () => {
  test("comes back as it was, and merges in any order", () => {
    expect(readStore(written)).toEqual({ store, findings: [] });
    const other = add(newStore(county, NOON), taken("S04", 15));
    expect(importStore(other, written)).toEqual({ store: merge(store, other), findings: [] });
    expect(importStore(store, writeStore(other, by)).store).toEqual(importStore(other, written).store);
  });

  test("of a county that is set up otherwise says so, and the later set-up is taken", () => {
    const renamed = setUp(store, { ...county, name: "新县" }, LATER);
    const { store: merged, findings } = importStore(newStore(county, NOON), writeStore(renamed, by));
    expect(merged?.county.name).toBe("新县");
    expect(findings.map(({ level, code }) => [level, code])).toEqual([["query", "set-up-differs"]]);
  });

  test.each<[string, string, string]>([
    ["flipped somewhere", written.replace("[[160,20]]", "[[160,21]]"), "file-altered"],
    ["cut off", written.slice(0, -100), "file-not-json"],
    [
      "that is a submission's",
      writeSubmission({
        program: "0.1.0",
        region: county.region,
        school: "S01",
        collection: exam.collection,
        revision: 1,
        body: chinese([[80, 20]]),
        findings: [],
        made: NOON,
      }),
      "file-format",
    ],
    ["of another region", forged((file) => ({ county: { ...file.county, region: "370812" } })), "file-region"],
    [
      "with a school twice",
      forged((file) => ({ county: { ...file.county, schools: [...file.county.schools, file.county.schools[0]] } })),
      "store-content",
    ],
    [
      "with a baseline that is not there",
      forged((file) => ({ county: { ...file.county, collections: [{ ...exam, baseline: "2020" }] } })),
      "store-content",
    ],
    [
      "with a collection measured against itself",
      forged((file) => ({ county: { ...file.county, collections: [{ ...exam, baseline: exam.collection }] } })),
      "store-content",
    ],
    [
      "with a period that is none",
      forged((file) => ({ county: { ...file.county, collections: [{ ...exam, period: "next year" }] } })),
      "store-content",
    ],
    [
      "with definitions that this program does not know",
      forged((file) => ({ county: { ...file.county, collections: [{ ...exam, definitions: "2099-01" }] } })),
      "store-content",
    ],
    [
      "with a choice that definitions do not leave open",
      forged((file) => ({ county: { ...file.county, choices: [{ option: "line", choice: "80", why: "x", by: "", at: "" }] } })),
      "store-content",
    ],
    [
      "with a content that is not its digest's",
      forged((file) => ({ held: file.held.map((one) => ({ ...one, sha256: "0".repeat(64) })) })),
      "store-content",
    ],
    ["with a name in it", forged((file) => ({ held: file.held.map((one) => ({ ...one, pupil: "张三" })) })), "file-shape"],
  ])("%s is refused whole", (_, text, code) => {
    const { store: read, findings } = importStore(newStore(county, NOON), text);
    expect([read, new Set(findings.map((one) => `${one.level} ${one.code}`))]).toEqual([null, new Set([`error ${code}`])]);
  });
});
