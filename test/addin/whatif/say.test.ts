/** The one sentence of 推演: it is copied and passed on, so it stands by itself. */
import { expect, test } from "vitest";
import { sentenceOf } from "../../../addin/whatif/say.ts";
import { leastChange } from "../../../shared/whatif/least.ts";
import { prepareMoves, type Unit } from "../../../shared/whatif/move.ts";
import { questionsIn } from "../../../shared/whatif/questions.ts";
import { bodySent, member, type Pupil, rollupInput } from "../../indicators/county.ts";

const pupils = Array.from({ length: 10 }, (_, at): Pupil => ({ class: "1", chinese: at < 6 ? 150 : 100, maths: 150, entry: null }));
const waiting = { ...rollupInput([member(bodySent(pupils), 0)]), coverage: { required: 2, submitted: 1, missing: ["S9"] } };
const asked = questionsIn(waiting, prepareMoves(waiting).units[0] as Unit).find(
  ({ indicator, subject }) => indicator === "exam.pass" && subject === "语文",
);
const limit = { operator: ">=", value: 1 } as const;
const told = (rise: number, language: "zh-CN" | "en") => {
  if (!asked) throw new Error("no such rate");
  const least = leastChange({ numerator: 6, denominator: 10, rise, fall: 6 }, limit);
  return sentenceOf(language === "en" ? "County" : "全县", asked, limit, { whole: null, least, schools: [], why: null }, language);
};

test("says how far the target is, and that nothing is judged while a school is missing", () => {
  expect(told(4, "zh-CN")).toBe(
    "全县九年级语文及格率 60.0 %，距目标 ≥ 100 % 还差 4 人。只按已填报的算，无法判定：应填报 2 所，还有 1 所未填报。",
  );
});

test("what cannot be has its reason as a sentence of its own, in both languages", () => {
  expect(told(2, "zh-CN")).toMatch(/^全县九年级语文及格率 60.0 %。不可能：能进入的只有 2 人.*10 人。只按已填报的算/);
  expect(told(2, "en")).toMatch(/60.0 %. Impossible: only 2 pupils can come in.* at least 10. Of what was submitted only, and undecided: /);
});

test("a line that is moved tells the rate before and after, and by how many pupils", () => {
  if (!asked) throw new Error("no such rate");
  // Six of ten passed; so many do by the other line, of ten or of twelve.
  const moved = (numerator: number, denominator: number, language: "zh-CN" | "en") => {
    const whole = { standing: { numerator, denominator, rise: 0, fall: 0 }, risers: [], sign: 1, measure: { of: "pupils" } } as const;
    return sentenceOf("全县", asked, null, { whole, least: null, schools: [], why: null }, language);
  };
  expect(moved(9, 10, "zh-CN")).toBe("全县九年级语文及格率 60.0 % → 90.0 %（+3 人）。");
  expect(moved(4, 10, "zh-CN")).toBe("全县九年级语文及格率 60.0 % → 40.0 %（−2 人）。");
  expect(moved(7, 10, "en")).toMatch(/60\.0 % → 70\.0 % \(\+1 pupil\)\.$/);
  // Of other pupils than before it would be no number of pupils who rose.
  expect(moved(9, 12, "zh-CN")).toBe("全县九年级语文及格率 60.0 % → 75.0 %。");
  // One that needs more digits to be no pass gives them to the other: 94.99 % of 95 %.
  const near = {
    standing: { numerator: 9499, denominator: 10_000, rise: 0, fall: 0 },
    risers: [],
    sign: 1,
    measure: { of: "pupils" },
  } as const;
  const limit95 = { operator: ">=", value: 0.95 } as const;
  expect(sentenceOf("全县", asked, limit95, { whole: near, least: null, schools: [], why: null }, "zh-CN")).toContain("60.00 % → 94.99 %");
});
