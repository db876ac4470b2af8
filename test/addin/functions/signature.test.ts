/** The table of functions in the issue is the signature: names, order of arguments, defaults, and what each refuses by name. */
import { describe, expect, test } from "vitest";
import * as quality from "../../../addin/functions.ts";
import { col, OMITTED, refused } from "./ask.ts";

type Ask = (...args: unknown[]) => unknown;
const functions = quality as unknown as Record<string, Ask>;
const two = [col("a", "a", "b", "b"), col(50, 60, 70, 90)];

/** Required arguments that work, then for each optional one a value that is refused and the name the refusal must give. */
const SIGNATURES: Record<string, { required: unknown[]; optional: [name: string, bad: unknown][] }> = {
  PASSRATE: {
    required: [col(50, 60)],
    optional: [
      ["line", "sixty"],
      ["full", "hundred"],
      ["sat", "all"],
    ],
  },
  EXCELLENTRATE: {
    required: [col(50, 90)],
    optional: [
      ["line", "sixty"],
      ["full", "hundred"],
      ["sat", "all"],
    ],
  },
  LOWRATE: {
    required: [col(30, 90)],
    optional: [
      ["line", "sixty"],
      ["full", "hundred"],
      ["sat", "all"],
    ],
  },
  MEANSCORE: { required: [col(50, 60)], optional: [["sat", "all"]] },
  SUMMARY: {
    required: [col(50, 60)],
    optional: [
      ["full", "hundred"],
      ["lines", [["a", "b", "c"]]],
    ],
  },
  SUMMARYBY: {
    required: two,
    optional: [
      ["full", "hundred"],
      ["lines", [["a", "b", "c"]]],
    ],
  },
  BANDS: {
    required: [col(50, 60)],
    optional: [
      ["width", "ten"],
      ["full", "hundred"],
    ],
  },
  ALLPASSRATE: {
    required: [
      [
        [60, 50],
        [60, 60],
      ],
    ],
    optional: [
      ["lines", "sixty"],
      ["full", "hundred"],
    ],
  },
  DISPARITY: { required: [col(1, 2), col(3, 4)], optional: [["weighted", "yes"]] },
  BETWEENSCHOOLS: {
    required: two,
    optional: [
      ["method", "best"],
      ["full", "hundred"],
    ],
  },
  VALUEADDED: { required: [...two, col(55, 60, 75, 80)], optional: [] },
  NEEDED: {
    required: [col(50, 60), 0.9],
    optional: [
      ["line", "sixty"],
      ["full", "hundred"],
      ["sat", "all"],
    ],
  },
  ONTARGET: { required: [0.9, 0.9], optional: [["operator", "about"]] },
  INDICATOR: { required: ["exam.pass", [col(50, 60)]], optional: [] },
  TARGET: { required: ["gov.11.rotation"], optional: [["stage", "大学"]] },
  VERDICT: {
    required: ["gov.11.rotation", 0.1],
    optional: [
      ["stage", "大学"],
      ["language", "fr"],
    ],
  },
  DEFINITION: {
    required: ["gov.11.rotation"],
    optional: [
      ["field", "颜色"],
      ["language", "fr"],
    ],
  },
  EXPLAIN: { required: ["exam.pass", [col(50, 60)]], optional: [] },
  CATALOGUE: {
    required: [],
    optional: [
      ["family", "颜色"],
      ["stage", "大学"],
      ["language", "fr"],
    ],
  },
  TSCORES: {
    required: [col(50, 60)],
    optional: [
      ["mean", "fifty"],
      ["sd", 0],
    ],
  },
  RANKBANDS: { required: [...two, [[1, 3]]], optional: [] },
  BORDERLINE: { required: [...two, 60, 5], optional: [] },
  EFFECTIVELINE: { required: [col(300, 250), col(60, 70), 280], optional: [] },
  ATTAINMENT: { required: two, optional: [] },
  COMPOSITE: { required: [[[1, 2]], [[0.4, 0.6]]], optional: [] },
  ITEMANALYSIS: {
    required: [
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 5]],
    ],
    optional: [],
  },
  BALANCECHECK: { required: [[["一小", "小学", 1000, 42, 10, 9, 4500, 7500, 2_000_000, 23]]], optional: [] },
};

/** Those that ask the Worker answer later: asking.test.ts and region.test.ts are theirs. */
const ASKING = ["ACTUAL", "LINEAGE", "ROLLUP", "SCHOOLS", "SUBMITTED"];

test("these functions and no others are exported", () => {
  expect(Object.keys(functions).sort()).toEqual([...Object.keys(SIGNATURES), ...ASKING].sort());
});

describe.each(Object.entries(SIGNATURES))("%s", (name, { required, optional }) => {
  const ask: Ask = (...args) => functions[name]?.(...args);

  test(`takes ${required.length} arguments and ${optional.length} optional ones`, () => {
    expect(functions[name]).toHaveLength(required.length + optional.length);
  });

  test.each(OMITTED.map((left) => [left]))("answers the same with every optional argument left out as %j", (left) => {
    expect(ask(...required, ...optional.map(() => left))).toEqual(ask(...required));
  });

  test.each(optional)("refuses a wrong %s by its name, in Chinese and in English", (argument, bad) => {
    const at = optional.findIndex(([one]) => one === argument);
    const args = [...required, ...optional.map((_, place) => (place === at ? bad : null))];
    expect(refused(() => ask(...args))).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(new RegExp(`^${argument}：.*[\\u4e00-\\u9fff].* ${argument}: `, "s")),
    });
  });

  test("keeps no state and leaves its arguments as they are", () => {
    const before = JSON.stringify(required);
    const first = ask(...required);
    expect(ask(...required)).toEqual(first);
    expect(JSON.stringify(required)).toBe(before);
  });

  test("answers at once, with a number, a truth value, a text or a table", () => {
    const answer = ask(...required);
    expect(["number", "boolean", "string"].includes(typeof answer) || Array.isArray(answer)).toBe(true);
    if (Array.isArray(answer)) {
      const widths = new Set(answer.map((row: unknown[]) => row.length));
      expect(widths.size).toBe(1);
      expect(answer.flat().every((cell) => typeof cell === "string" || (typeof cell === "number" && Number.isFinite(cell)))).toBe(true);
    }
  });
});
