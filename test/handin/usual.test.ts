/** Figures outside the range in which nearly all schools lay last time: asked about, but for what few pupils or a school as it was bring about. */
import { describe, expect, test } from "vitest";
import type { SubmissionBody } from "../../shared/contract.ts";
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

  test("is not of a school that lay there last time too, and either lies less far off now or moved by no more than a hundred pupils may by chance", () => {
    // Last time 90 and 61 … 65 %: median 63.5, MAD 1.5, so 56.8 … 70.2 is usual. The 95 % interval (Wilson) of 95 reaches 90, that of 96 does not.
    const ofPass = (passed: number) => {
      const then = SCHOOLS.map((school, at): Sent => ["last", school, passing(at === 0 ? 90 : 60 + at)]);
      return words(storeOf([...then, ["now", "S01", passing(passed)]]), "now").some(({ zh }) => zh.includes("“及格率”"));
    };
    expect([80, 84, 90, 95].map(ofPass)).toEqual([false, false, false, false]);
    expect([40, 96].map(ofPass)).toEqual([true, true]);
  });

  test("is not where the value and the end of what is usual are shown alike", () => {
    // Yuan each for 500 pupils: 2,800, 2,900, 3,000, 3,100 and 3,300 to the fen: median 3,000, MAD 100, so up to 3,444.78 is usual.
    const then = [2800, 2900, 3000, 3100, 3300].map((each, at): Sent => ["res-last", SCHOOLS[at] ?? "", res(500, each * 500)]);
    const of = (all: number) => codes(storeOf([...then, ["res", "S03", res(500, all)]]), "res");
    // 1,722,390 yuan are 3,444.78 each; ten fen more are 3,444.7802, shown as 3,444.78, and thirty 3,444.7806, shown as 3,444.781.
    expect([of(1_722_390.1), of(1_722_390.3)]).toEqual([[], ["S03 outside-usual-range"]]);
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

  test("is not where fifteen pupils may have another deviation by chance", () => {
    // Marks 40 and 80: of 50 at each the deviation is 20, of so many more at one 19.98, 19.90, 19.77, 19.60: median 19.83, usually 19.4 … 20.3 or so.
    const then = SCHOOLS.map((school, at): Sent => ["last", school, passing(50 + at)]);
    const fifteen = (low: number, high: number) =>
      chinese([
        [low, 7],
        [high, 8],
      ]);
    const ofSpread = (body: SubmissionBody) =>
      words(storeOf([...then, ["now", "S06", body]]), "now").some(({ zh }) => zh.includes("“标准差”"));
    // 7 and 8 pupils 28 apart deviate by 13.97; with χ² of 14 degrees 26.119 and 5.629 that is 10.6 … 22.8. 24 apart: 11.97, up to 19.5; 23 apart: 11.47, up to 18.7.
    expect([ofSpread(fifteen(46, 74)), ofSpread(fifteen(48, 71))]).toEqual([false, true]);
  });

  test("is not where fewer schools than five tell what is usual, or the bureau set it wider", () => {
    expect(codes(storeOf(sent(90).slice(2)), "now")).toEqual([]);
    expect(codes(storeOf(sent(90)), "now", { ...defaultSettings, robustSpreads: 1000 })).toEqual([]);
  });
});
