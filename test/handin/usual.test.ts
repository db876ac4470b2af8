/** Figures outside the range in which nearly all schools lay last time: asked about, but for what few pupils or a school as it was bring about. */
import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../shared/handin/consistency/settings.ts";
import { codes, ofStage, passing, res, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";
import { chinese } from "./bodies.ts";

describe("a value far from those of last time", () => {
  const sent = (passed: number): Sent[] => [
    ...SCHOOLS.map((school, at): Sent => ["last", school, passing(60 + at)]),
    ["now", "S01", passing(passed)],
  ];

  test("is asked about with the school's own, the median and the range", () => {
    // Last time 60 … 65 %: median 62.5, MAD 1.5, so 62.5 ± 3 × 1.4826 × 1.5 is 55.8 … 69.2.
    const questions = words(storeOf(sent(90)), "now");
    expect(questions.filter(({ zh }) => zh.startsWith("九年级 语文"))).toHaveLength(1);
    expect(questions.map(({ zh }) => zh).join()).toContain("“及格率”90.0 %（本校上次 60.0 %，各校中位数 62.5 %，通常 55.8 % 到 69.2 %）");
    const ofPass = (passed: number) => words(storeOf(sent(passed)), "now").some(({ zh }) => zh.includes("“及格率”"));
    // Of 100 pupils the 95 % interval (Wilson) of 79 and of 46 lies beyond an end of the range, that of 78 and of 47 reaches it.
    expect([ofPass(79), ofPass(78), ofPass(47), ofPass(46)]).toEqual([true, false, false, true]);
  });

  test("is not of a school that lay there last time too and moved by no more than a hundred pupils may by chance", () => {
    // Last time 90 and 61 … 65 %: median 63.5, MAD 1.5, so up to 70.2 is usual. The 95 % intervals (Wilson) of 85 and of 95 reach 90, that of 84 and of 96 does not.
    const ofPass = (passed: number) => {
      const then = SCHOOLS.map((school, at): Sent => ["last", school, passing(at === 0 ? 90 : 60 + at)]);
      return words(storeOf([...then, ["now", "S01", passing(passed)]]), "now").some(({ zh }) => zh.includes("“及格率”"));
    };
    expect([85, 90, 95].map(ofPass)).toEqual([false, false, false]);
    expect([40, 84, 96].map(ofPass)).toEqual([true, true, true]);
  });

  test("of what is there and no pupil's mark knows no chance: 80 of 100 passed the fitness test where 90 … 95 did", () => {
    const tested = (of: number) => ofStage({ entered: { "fitness.pass.rate": { of, among: 100 } } });
    const then = SCHOOLS.map((school, at): Sent => ["pro-last", school, tested(90 + at)]);
    // Median 92.5, MAD 1.5: from 85.8 on is usual, and the interval of 80 of 100 would reach 86.7.
    expect(words(storeOf([...then, ["pro", "S02", tested(80)]]), "pro").map(({ zh }) => zh)).toEqual([expect.stringContaining("80.0 %")]);
  });

  test("is asked of a small school only where it moved by as many spreads as it is smaller than 200 pupils", () => {
    // Last time 2,800 … 3,300 yuan each, and 4,000 of 50 pupils: median 3,100, MAD 200, a spread is 296.5, four of them 1,186.
    const yuan = [2800, 2900, 3100, 3300];
    const then = yuan.map((each, at): Sent => ["res-last", SCHOOLS[at] ?? "", res(500, each * 500)]);
    const of = (each: number) =>
      codes(storeOf([...then, ["res-last", "S05", res(50, 4000 * 50)], ["res", "S05", res(50, each * 50)]]), "res");
    expect([of(5180), of(5190)]).toEqual([[], ["S05 outside-usual-range"]]);
  });

  test("is not where so few pupils may have it by chance, nor where a school moved less than schools differ", () => {
    // Ten pupils: 8 of them pass, and the 95 % interval of that reaches down to 49 %.
    const few = chinese([
      [40, 2],
      [80, 8],
    ]);
    const then = SCHOOLS.map((school, at): Sent => ["last", school, passing(60 + at)]);
    expect(words(storeOf([...then, ["now", "S01", few]]), "now").filter(({ zh }) => zh.includes("“及格率”"))).toEqual([]);
    // Mean and deviation as far from last time's as those of ten pupils may be.
    expect(words(storeOf([...then, ["now", "S01", few]]), "now").filter(({ zh }) => /“平均分”|“标准差”/.test(zh))).toEqual([]);
  });

  test("is not where fewer schools than five tell what is usual, or the bureau set it wider", () => {
    expect(codes(storeOf(sent(90).slice(2)), "now")).toEqual([]);
    expect(codes(storeOf(sent(90)), "now", { ...defaultSettings, robustSpreads: 1000 })).toEqual([]);
  });
});
