/** What becomes of the lines of an import when what was asked about them is answered, or fails. */
import { expect, test } from "vitest";
import type { Line, LineState } from "../../addin/handin/lines.ts";
import { isChoosable } from "../../addin/handin/lines.ts";
import { changesOf, settledBy } from "../../addin/handin/outcome.ts";
import { lower, passed, SAME } from "../../addin/offline/take-words.ts";
import { invalid } from "../../shared/refusal.ts";

const line = (state: LineState, id = 0): Line => ({ id, path: `${id}.x`, file: new File([], "x"), state, handed: null, words: null });
const full = invalid("空间用完了。", "no more room");

test("a choice that could not be kept is told on its own line, and every line can still be chosen", () => {
  expect(changesOf([line("clash"), line("clash")], full, 1)).toEqual([null, { words: full.words }]);
});

test("files that could not be kept are not taken, but what waits for a person still waits", () => {
  expect(changesOf([line("read"), line("fewer")], full, null)).toEqual([{ state: "refused", words: full.words }, null]);
});

test("a choice passes over what might have counted, and not what came to nothing before", () => {
  const lines = (["clash", "taken", "passed", "refused", "fewer"] as const).map(line);
  const answer = [passed("e"), passed("e"), passed("e"), passed("e"), { state: "taken", words: SAME } as const];
  expect(changesOf(lines, answer, 4).map((one) => one?.state ?? null)).toEqual(["passed", "passed", "passed", null, "taken"]);
});

test("a lower revision is not used, and cannot be chosen, as one that another was chosen before can", () => {
  const [old, other] = changesOf([line("read"), line("clash")], [lower(2, 1), passed("a")], null);
  expect([old, other].map((one) => [one?.state, isChoosable({ ...line("read"), ...one })])).toEqual([
    ["passed", false],
    ["passed", true],
  ]);
});

test("a file that had to be put right is settled when one of its school is taken, and no other school's is", () => {
  const of = (school: string, state: LineState, id: number): Line => ({
    ...line(state, id),
    handed: { school, collection: "final", findings: [], counts: [] },
  });
  const [taken, ...rest] = [of("S01", "taken", 1), of("S01", "errors", 2), of("S01", "doubt", 3), of("S02", "errors", 4)] as const;
  const after = settledBy(taken, [taken, ...rest]);
  expect(after.map(({ state }) => state)).toEqual(["taken", "passed", "doubt", "errors"]);
  expect([after[1]?.words?.zh, after[1] && isChoosable(after[1])]).toEqual(["这所学校的 1.x 已收，这个文件没有用。", false]);
});
