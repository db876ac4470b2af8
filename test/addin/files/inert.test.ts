/** Texts that a spreadsheet program would compute get an apostrophe in a .csv; all others stay as they are. What LibreOffice makes of them is in test/native. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inert } from "../../../addin/files/inert.ts";
import { dangerous, harmless } from "../../tools/formula-texts.ts";

test.each(dangerous)("%j is made harmless", (text) => {
  expect(inert(text)).toBe(`'${text}`);
});

test.each(harmless)("%j stays as it is", (text) => {
  expect(inert(text)).toBe(text);
});

test("whatever stands behind it, what begins like a formula never begins so again", () => {
  const spaces = fc.stringMatching(/^[ \u00a0\u3000\ufeff\u200b]{0,3}$/);
  const behindSpaces = fc.tuple(spaces, fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠")).map((both) => both.join(""));
  const begin = fc.oneof(behindSpaces, fc.constantFrom("\t", "\r", "\n", "\u0000"));
  fc.assert(fc.property(begin, fc.string(), (head, rest) => inert(head + rest) === `'${head}${rest}`));
});

test("a text is only ever given an apostrophe, and never a second one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = inert(text);
      expect([text, `'${text}`]).toContain(once);
      if (once !== text) expect(inert(once)).toBe(once);
    }),
  );
});
