/** How a statement stands in the list: nobody reads "draft" over what both parties have signed. */
import { expect, test } from "vitest";
import type { Signature } from "../../shared/contract.ts";
import { standings, standingWords } from "../../shared/statement/standing-words.ts";
import { inForce, stateOf } from "../../shared/statement/versions.ts";

const by = (party: Signature["party"]): Signature => ({ party, office: "", role: "", at: "2025-03-01T00:00:00Z" });
const both = [by("first"), by("second")];

/** The head of a statement whose versions have these signatures. */
function headOf(...signatures: Signature[][]) {
  const versions = signatures.map((given, at) => ({ version: at + 1, signatures: given }));
  const last = versions.at(-1) as (typeof versions)[number];
  return { version: last.version, state: stateOf(last, versions), inForce: inForce(versions)?.version ?? null };
}
const badges = (...signatures: Signature[][]) => standings(headOf(...signatures)).map(({ words }) => words.zh);

test("after an amendment the list says which version is signed and in force, and what the later one is", () => {
  expect(badges(both, [])).toEqual(["第 1 版已签，现行有效", "第 2 版草稿"]);
  expect(badges(both, [by("first")])).toEqual(["第 1 版已签，现行有效", "第 2 版待对方签字"]);
  expect(badges(both, both, [])).toEqual(["第 2 版已签，现行有效", "第 3 版草稿"]);
  expect(standingWords(headOf(both, []))).toEqual({
    zh: "第 1 版已签，现行有效；第 2 版草稿",
    en: "version 1 signed and in force; version 2 draft",
  });
});

test("where the last version is in force, or none is, one badge says all", () => {
  expect(badges([])).toEqual(["草稿"]);
  expect(badges([by("first")], [])).toEqual(["草稿"]);
  expect(badges(both)).toEqual(["已签"]);
  expect(badges(both, both)).toEqual(["已签"]);
  expect(standingWords(headOf(both, both))).toEqual({ zh: "第 2 版，已签", en: "version 2, signed" });
});
