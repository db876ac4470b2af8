import { describe, expect, test } from "vitest";
import { NEEDED, ONTARGET, PASSRATE } from "../../../addin/functions.ts";
import { col, forms, OMITTED, refused } from "./ask.ts";

/** So many pupils of whom so many pass. */
const group = (pupils: number, passing: number) => col(...Array.from({ length: pupils }, (_, at) => (at < passing ? 60 : 59.5)));

describe("how many more must reach the line", () => {
  test.each([
    [25, 0, 0.28, 7],
    [25, 6, 0.28, 1],
    [25, 7, 0.28, 0],
    [100, 0, 0.55, 55],
    [100, 28, 0.29, 1],
    [45, 44, 0.98, 1],
    [50, 44, 0.95, 4],
    [20, 18, 0.95, 1],
    [200, 179, 0.9, 1],
    [3, 3, 1, 0],
    [3, 2, 1, 1],
    [3, 0, 0, 0],
    [7, 0, 1e-9, 1],
    [7, 6, 0.999999999, 1],
  ])("%d pupils of whom %d pass, target %d: %d more", (pupils, passing, target, expected) => {
    expect(NEEDED(group(pupils, passing), target)).toBe(expected);
  });

  test("is never negative, however far the target is passed", () => {
    expect(NEEDED(group(10, 10), 0.1)).toBe(0);
  });

  test("takes the line, the full mark and who sat", () => {
    expect(NEEDED(col(71, 72, 100, 120), 1, null, 120)).toBe(1);
    expect(NEEDED(col(71, 72, 100, 120), 1, 100, 120)).toBe(2);
    expect(NEEDED(col(60, 60, 0, 0), 1, null, null, 3)).toBe(1);
  });

  test.each([...forms(0.28), "0.28", "０．２８"].map((target) => [target]))("reads the target %j", (target) => {
    expect(NEEDED(group(25, 0), target)).toBe(7);
  });

  test.each(OMITTED.map((left) => [left]))("left out as %j line, full and sat take their defaults, the target must be there", (left) => {
    expect(NEEDED(group(25, 0), 0.28, left, left, left)).toBe(7);
    expect(refused(() => NEEDED(group(25, 0), left))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^target：.* target: give a number/),
    });
  });

  test.each([95, 1.0000001, -0.1, 1e308])("refuses the target %d and says how to write it", (target) => {
    expect(refused(() => NEEDED(group(5, 0), target))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^target：.*请写 0\.95 或 95%.* target: .* is outside 0\.\.1: write 0\.95 or 95%/),
    });
  });

  test("refuses a target in words, a share for a line, a wrong count of those who sat", () => {
    expect(refused(() => NEEDED(group(5, 0), "95%")).message).toMatch(/target: “95%” is text: write it as a number/);
    expect(refused(() => NEEDED(group(5, 0), 0.9, 0.6)).message).toMatch(/line: .*looks like a share/);
    expect(refused(() => NEEDED(group(5, 3), 0.9, null, null, 2)).message).toMatch(/sat: sat 2 must be a whole number from 3/);
    expect(refused(() => NEEDED(col(120), 0.9)).message).toMatch(/give the full mark as the fourth argument/);
  });

  test("of nobody is nothing to divide by", () => {
    expect(refused(() => NEEDED(col("缺考", null), 0.9)).code).toBe("#DIV/0!");
  });
});

test("with so many more the target is reached, with one fewer it is not: every target of a thousandth in groups up to 20", () => {
  for (let pupils = 1; pupils <= 20; pupils++) {
    const scores = group(pupils, 0);
    for (let thousandths = 0; thousandths <= 1000; thousandths++) {
      const more = NEEDED(scores, thousandths / 1000);
      const reached = (count: number) => count * 1000 >= thousandths * pupils;
      if (!reached(more) || (more > 0 && reached(more - 1))) throw new Error(`${more} of ${pupils} for ${thousandths} thousandths`);
    }
  }
});

test("what is needed and what is on target agree: a target is met when nobody more is needed", () => {
  for (let passing = 0; passing <= 40; passing++) {
    for (const target of [0.275, 0.3, 0.5, 0.55, 0.9, 0.95, 1]) {
      const scores = group(40, passing);
      expect(ONTARGET(PASSRATE(scores), target)).toBe(NEEDED(scores, target) === 0);
    }
  }
});
