/** The revision of an exported file: higher once the content changed, the same while it did not, never below what the server has. */
import { expect, test } from "vitest";
import { revisionFor } from "../../addin/pane/template/exported.ts";

function shelf() {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
  return () => store;
}
const of = ["370811", "2025-final", "S03"];

test("without a network a corrected file follows the one before, and the same file keeps its number", () => {
  const own = shelf();
  expect(["a", "a", "b", "b", "a"].map((digest) => revisionFor(own, of, digest, 0))).toEqual([1, 1, 2, 2, 3]);
  expect(revisionFor(own, [...of.slice(0, 2), "S04"], "a", 0)).toBe(1);
});

test("what the server has is always below", () => {
  const own = shelf();
  expect(revisionFor(own, of, "a", 4)).toBe(5);
  expect(revisionFor(own, of, "a", 4)).toBe(5);
  expect(revisionFor(own, of, "a", 5)).toBe(6);
});

test("a store that is forbidden or damaged is no reason to stop", () => {
  const closed = (): Storage => {
    throw new DOMException("", "SecurityError");
  };
  expect(revisionFor(closed, of, "a", 2)).toBe(3);
  const damaged = shelf();
  damaged().setItem(`quality.exported|${of.join("|")}`, '{"revision":"x"}');
  expect(revisionFor(damaged, of, "a", 0)).toBe(1);
});
