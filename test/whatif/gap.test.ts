/** How far from a limit, in the indicator's own terms: the heads and marks named are counted up one by one here. */
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { quotient } from "../../shared/kernel/quotient.ts";
import { judge, type Operator } from "../../shared/target.ts";
import { gapWords } from "../../shared/whatif/gap.ts";
import { randomness } from "../bench/marks.ts";
import { Fraction } from "../tools/fractions.ts";

const find = (id: string) => shipped.find(id) as Definition;
const [PASS, LOW, POOLED, BACKBONE, MEAN] = [
  find("exam.pass"),
  find("exam.low"),
  find("academic.attainment.rate.junior"),
  find("teacher.backbone.share"),
  find("exam.mean"),
];

function judged(k: number, n: number, operator: Operator, limit: number): Parameters<typeof gapWords>[0] {
  const value = quotient(k, n);
  return {
    operator,
    limit,
    upTo: null,
    verdict: judge({ numerator: k, denominator: n }, operator, limit),
    value,
    gap: value - limit,
    reason: null,
  };
}

const said = (definition: Definition, k: number, n: number, operator: Operator, limit: number) =>
  gapWords(judged(k, n, operator, limit), definition, { counts: { numerator: k, denominator: n } });

/** Tries k + d, d = 1, 2 … in one direction, in exact fractions. */
function byTrying(k: number, n: number, operator: ">=" | "<=" | ">" | "<", limit: string, step: 1 | -1): number {
  const asked = Fraction.ofText(limit);
  for (let d = 0; ; d++) {
    const order = new Fraction(k + step * d, n).compare(asked);
    if (
      (operator === ">=" && order >= 0) ||
      (operator === "<=" && order <= 0) ||
      (operator === ">" && order > 0) ||
      (operator === "<" && order < 0)
    )
      return d;
  }
}

describe("heads", () => {
  test("of 20,000 rates are the least that settle it, up and down", () => {
    const random = randomness(11);
    const wrong: string[] = [];
    for (let at = 0; at < 20_000; at++) {
      const n = 1 + Math.floor(random() * 900);
      const k = Math.floor(random() * (n + 1));
      const limit = (1 + Math.floor(random() * 998)) / 1000;
      const up = random() < 0.5;
      const operator = up ? ">=" : "<=";
      const least = byTrying(k, n, operator, limit.toFixed(3), up ? 1 : -1);
      const { zh } = said(up ? PASS : LOW, k, n, operator, limit);
      const named = /(?:还差|须少) (\d+) 人$/.exec(zh)?.[1];
      if (least === 0 ? named !== undefined : Number(named) !== least) wrong.push(`${k}/${n} ${operator} ${limit}: ${zh}, not ${least}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["pupils", PASS, 38, 47, ">=", 0.9, "差 9.1 个百分点，还差 5 人", "9.1 points short, 5 pupils more needed"],
    [
      "sittings where subjects are pooled",
      POOLED,
      175,
      250,
      ">=",
      0.9,
      "差 20.0 个百分点，还差 50 人次",
      "20.0 points short, 50 sittings more needed",
    ],
    ["fewer of what should be few", LOW, 3, 47, "<=", 0.05, "差 1.4 个百分点，须少 1 人", "1.4 points short, 1 pupil fewer needed"],
    [
      "what the definition names",
      BACKBONE,
      24,
      100,
      ">=",
      0.25,
      "差 1.0 个百分点，县级及以上骨干教师数还差 1",
      "1.0 points short, 1 more needed: backbone teachers, county and above",
    ],
    ["to spare", PASS, 45, 47, ">=", 0.9, "余 5.7 个百分点（2 人）", "5.7 points to spare (2 pupils)"],
    ["exactly", PASS, 9, 10, ">=", 0.9, "正好达到", "exactly met"],
    ["a hair's breadth is never 0", PASS, 8999, 10000, ">=", 0.9, "差 0.01 个百分点，还差 1 人", "0.01 points short, 1 pupil more needed"],
    [
      "what no whole number is",
      PASS,
      1,
      3,
      "=",
      0.5,
      "差 16.7 个百分点，没有这样的整数人数",
      "16.7 points short, no whole number of heads is that",
    ],
  ] as const)("%s", (_, definition, k, n, operator, limit, zh, en) => {
    expect(said(definition, k, n, operator, limit)).toEqual({ zh, en });
  });
});

test("of a mean, marks a head and the least marks in all on the paper's grid", () => {
  const own = { n: 7, sum: 420_500n };
  const verdict = {
    operator: ">=",
    limit: 62.3,
    upTo: null,
    verdict: "missed",
    value: 420.5 / 7,
    gap: 420.5 / 7 - 62.3,
    reason: null,
  } as const;
  const tried = (step: number) => {
    for (let more = 0; ; more++)
      if (Fraction.ofText("420.5").add(new Fraction(more, step)).over(new Fraction(7)).compare(Fraction.ofText("62.3")) >= 0)
        return more / step;
  };
  for (const grid of [1, 2, 10]) {
    const words = gapWords(verdict, MEAN, { counts: null }, { own, unit: 1000n, grid });
    expect(words.zh).toBe(`差 2.23 分，全体合计还差 ${tried(grid)} 分`);
  }
});

test("undecided says why, and a range that is met says nothing", () => {
  const undecided: Pick<Verdict, "reason"> = { reason: { zh: "没有数据", en: "no data" } };
  expect(gapWords({ ...judged(1, 2, ">=", 0.9), ...undecided, verdict: "undecided" }, PASS, null)).toEqual(undecided.reason);
  expect(gapWords({ ...judged(1, 2, "between", 0.4), upTo: 0.6, verdict: "met" }, PASS, null)).toEqual({ zh: "", en: "" });
});
