/** Numbers entered that are about ten times last time's, or a tenth: a digit too many or too few. */
import { describe, expect, test } from "vitest";
import { codes, ofStage, process, processLast, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";

const indicators = ["budget.training.payroll.share", "psych.lecture.count", "psych.teacher.ratio", "psych.intervention.rate"];
const [now, last] = [process, processLast].map((one) => ({ ...one, indicators }));

/** Payroll and training in yuan, lectures in a term, teachers of psychology of 483 pupils, pupils who were helped. */
const reported = ({ payroll = 2_683_166, training = 144_897.11, lectures = 5, psych = 1, helped = 3 } = {}) =>
  ofStage({
    entered: {
      "budget.training.payroll.share": { top: Math.round(training * 100), bottom: payroll * 100 },
      "psych.lecture.count": { what: lectures },
      "psych.teacher.ratio": { top: psych, bottom: 483 },
      "psych.intervention.rate": { of: 1, among: helped },
    },
  });
const store = (numbers: Parameters<typeof reported>[0], then: Parameters<typeof reported>[0] = {}, others = 4, helped = 3) => {
  const before = SCHOOLS.slice(1).map((school): Sent => ["pro-last", school, reported({ lectures: others, helped })]);
  return storeOf(
    [...before, ["pro-last", "S01", reported(then)], ["pro", "S01", reported(numbers)]],
    [now, last].flatMap((one) => one ?? []),
  );
};
const askedOf = (...given: Parameters<typeof store>) => codes(store(...given), "pro").includes("S01 many-times-last");

describe("what was entered, against the school's own of last time", () => {
  test("is asked about where a digit was added to two numbers of one ratio, in one question", () => {
    expect(words(store({ payroll: 26_848_400, training: 1_364_866 }), "pro").map(({ zh }) => zh)).toEqual([
      "与上次（2024 过程指标）相差 7 倍以上：初中“教师培训经费占教师工资总额”的教师工资总额（元）填 26848400，上次 2683166；初中“教师培训经费占教师工资总额”的教师培训经费（元）填 1364866，上次 144897.11。请核对有没有多写、少写一位；确实如此请说明原因。",
    ]);
  });

  test("is of lectures and of teachers too, from over seven times on and six more, and of a digit lost", () => {
    expect(askedOf({ lectures: 45 })).toBe(true);
    expect(askedOf({ psych: 34 })).toBe(true);
    // 35 are seven times 5; 8 are eight times 1, and 6 are five more than 1.
    expect([askedOf({ lectures: 35 }), askedOf({ lectures: 36 })]).toEqual([false, true]);
    expect([askedOf({ psych: 6 }), askedOf({ psych: 8 })]).toEqual([false, true]);
    expect([askedOf({ lectures: 2 }, { lectures: 22 }), askedOf({ lectures: 0 }, { lectures: 22 })]).toEqual([true, false]);
  });

  test("is none of a small number that other schools have as well, and is of one from fifty on", () => {
    expect([askedOf({ helped: 9 }, { helped: 1 }, 4, 9), askedOf({ helped: 9 }, { helped: 1 }, 4, 8)]).toEqual([false, true]);
    expect([askedOf({ helped: 1 }, { helped: 9 }, 4, 1), askedOf({ helped: 1 }, { helped: 9 }, 4, 2)]).toEqual([false, true]);
    expect([askedOf({ lectures: 1 }, { lectures: 8 }, 1), askedOf({ lectures: 1 }, { lectures: 8 }, 2)]).toEqual([false, true]);
    expect([askedOf({ lectures: 5 }, { lectures: 49 }, 5), askedOf({ lectures: 5 }, { lectures: 50 }, 5)]).toEqual([false, true]);
    expect([askedOf({ helped: 49 }, { helped: 6 }, 4, 60), askedOf({ helped: 50 }, { helped: 6 }, 4, 60)]).toEqual([false, true]);
    // 49 yuan and 50.
    expect([askedOf({ training: 49 }, { training: 5 }), askedOf({ training: 50 }, { training: 5 })]).toEqual([false, true]);
  });

  test("is none of as many lectures as another school had, nor of 万元 for 元, which is asked by itself", () => {
    expect([askedOf({ lectures: 8 }, { lectures: 1 }, 8), askedOf({ lectures: 9 }, { lectures: 1 }, 8)]).toEqual([false, true]);
    expect(codes(store({ payroll: 268, training: 14.48 }), "pro")).toEqual(["S01 unit-ten-thousandfold", "S01 unit-ten-thousandfold"]);
  });

  test("is none of a year like the last", () => {
    expect(codes(store({ payroll: 2_684_840, training: 136_486.6, lectures: 4 }), "pro")).toEqual([]);
  });
});
