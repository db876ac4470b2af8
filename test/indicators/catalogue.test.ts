import { describe, expect, test } from "vitest";
import { defaultLine, LINE_PERCENT } from "../../shared/exam.ts";
import { catalogue, definitions, findIndicator, indicators } from "../../shared/indicators/index.ts";
import { readPaper } from "../../shared/indicators/kinds.ts";
import { type Frequency, sums } from "../../shared/kernel/frequency.ts";

/** Typed out by hand from the sources: a changed threshold must be changed here too, on purpose. */
const THRESHOLDS: Record<string, [stage: string | null, operator: string, value: number][]> = {
  "exam.betweenschools": [[null, "<", 0.15]],
  "academic.attainment.rate.primary": [["primary", ">=", 0.95]],
  "academic.attainment.rate.junior": [["junior", ">=", 0.9]],
  "academic.excellence.rate.primary": [["primary", ">=", 0.4]],
  "academic.excellence.rate.junior": [["junior", ">=", 0.35]],
  "academic.pass.rate.primary.grad": [["primary", "=", 1]],
  "academic.pass.all.rate.junior.grad": [["junior", ">=", 0.95]],
  "academic.excellence.change.junior": [["junior", ">=", 0.05]],
  "eq.cv": [
    ["primary", "<=", 0.5],
    ["junior", "<=", 0.45],
  ],
};

const KINDS: Record<string, string> = {
  "exam.mean": "mean",
  "exam.sd": "deviation",
  "exam.pass": "share",
  "exam.excellent": "share",
  "exam.low": "share",
  "exam.allpass": "joint",
  "exam.valueadded": "valueAdded",
  "exam.betweenschools": "between",
  "academic.attainment.rate.primary": "pooled",
  "academic.attainment.rate.junior": "pooled",
  "academic.excellence.rate.primary": "pooled",
  "academic.excellence.rate.junior": "pooled",
  "academic.pass.rate.primary.grad": "graduates",
  "academic.pass.all.rate.junior.grad": "graduates",
  "academic.excellence.change.junior": "change",
  "eq.cv": "disparity",
};

test("these indicators and no others, each of its kind", () => {
  expect(Object.fromEntries(indicators.map(({ id, kind }) => [id, kind.kind]))).toEqual(KINDS);
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
});

test("the thresholds are those of the sources, operators included: below 0.15 is strict", () => {
  const found = indicators
    .filter(({ targets }) => targets.length > 0)
    .map(({ id, targets }) => [id, targets.map(({ stage, operator, value }) => [stage, operator, value])]);
  expect(Object.fromEntries(found)).toEqual(THRESHOLDS);
});

test("the default lines are 60, 85 and 40 % of the full mark", () => {
  expect(LINE_PERCENT).toEqual({ pass: 60, excellent: 85, low: 40 });
});

describe.each(indicators.map((definition) => [definition.id, definition] as const))("%s", (id, definition) => {
  test("is named and explained in Chinese and in English, with its source and a version", () => {
    for (const { zh, en } of [definition.names, definition.formula]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[A-Za-z]{3}/);
    }
    expect(definition.source.length).toBeGreaterThan(5);
    expect(definition.version).toBeGreaterThanOrEqual(1);
    expect(definition.stages.length).toBeGreaterThan(0);
    expect(findIndicator(id)).toBe(definition);
  });

  test("keeps its targets within its stages and, for a rate, between 0 and 1", () => {
    for (const { stage, value } of definition.targets) {
      if (stage !== null) expect(definition.stages).toContain(stage);
      if (definition.unit === "rate") expect(value >= 0 && value <= 1).toBe(true);
    }
  });

  test("says its reading in both languages where it rests on an open one", () => {
    if (definition.reading === null) return;
    expect(definition.reading.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(definition.reading.en).toMatch(/[A-Za-z]{3}/);
  });
});

describe("a worked example gives its figure", () => {
  const worked = indicators.flatMap(({ id, kind, example }) => (example ? [[id, kind, example] as const] : []));

  test("of every kind that one column of marks can show", () => {
    expect(worked.map(([id]) => id)).toEqual(["exam.mean", "exam.sd", "exam.pass", "exam.excellent", "exam.low"]);
  });

  test.each(worked)("%s", (_, kind, { marks, value }) => {
    const distinct = [...new Set(marks)].sort((a, b) => a - b);
    const frequency: Frequency = distinct.map((mark) => [mark, marks.filter((one) => one === mark).length]);
    const lines = { pass: defaultLine("pass", 100), excellent: defaultLine("excellent", 100), low: defaultLine("low", 100) };
    const read = readPaper(kind, { frequency, sums: sums(frequency), lines });
    expect(typeof read === "object" ? read.numerator / read.denominator : read).toBe(value);
  });
});

test("between-school difference is always labelled an estimate, and nothing else is", () => {
  expect(indicators.filter(({ estimate }) => estimate).map(({ id }) => id)).toEqual(["exam.betweenschools"]);
});

test("what the API shows is every definition without its example", () => {
  const shown = catalogue();
  expect(shown.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id));
  expect(shown.every((one) => !("example" in one) && typeof one.kind === "string")).toBe(true);
  expect(definitions).toMatch(/^\d{4}-\d{2}/);
});
