/** The digest the browser computes is SHA-256, and the same the Worker computes. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, canonical, sha256 } from "../../shared/canonical.ts";
import { sha256 as ofWorker } from "../../worker/canonical.ts";

describe("sha256", () => {
  // FIPS 180-2, appendix B, and the examples NIST publishes with FIPS 180-4.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("of NIST's message %# is what NIST says", (message, digest) => {
    expect(sha256(message)).toBe(digest);
  });

  test("of any text is that of node and of the Worker", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect([sha256(text), ofWorker(text)]).toEqual(Array(2).fill(createHash("sha256").update(text, "utf8").digest("hex")));
      }),
    );
  });
});

test("one content has one text, whatever the order of its keys", () => {
  const shuffled = fc.jsonValue({ maxDepth: 4 }).map((value) => [value, reversed(value)] as const);
  fc.assert(
    fc.property(shuffled, ([value, other]) => {
      expect(canonical(other)).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a text's bytes are counted as UTF-8 has them", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => bytesOf(text) === Buffer.byteLength(text, "utf8")));
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}
