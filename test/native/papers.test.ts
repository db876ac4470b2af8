/**
 * 全科合格率 of papers of 100, 120 and 150: INDICATOR, the preview of 插入, the API and Excel's own formula are one number, which is counted
 * here pupil by pupil.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { INDICATOR } from "../../addin/functions.ts";
import { indicatorFormula, plainFormula, readWritten } from "../../addin/pane/insert/written.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { computedView, inputsOf } from "../../shared/indicators/view.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Computed, recalculate, type Typed } from "../tools/recalculate.ts";

const FULLS = [100, 120, 150];
const LINES = [60, 72, 90];
/** Every subject on its line, below it, and with a state; 61 of 150 would pass a line of 60. */
const PUPILS: Typed[][] = [
  [60, 72, 90],
  [100, 120, 150],
  [59.5, 72, 90],
  [60, 71.5, 90],
  [60, 72, 89.5],
  [61, 80, 61],
  ["免考", 72, 90],
  [100, "缺考", 150],
  [80, 100, null],
  ["转出", null, null],
  [null, null, null],
  [65, 96, 110],
];
/** By the words of the rule: a pupil with a mark or a state, who has not left, and is exempt or at the line in every subject. */
const judged = PUPILS.filter((row) => !row.includes("转出") && row.some((cell) => cell !== null));
const passed = (lines: readonly number[]) =>
  judged.filter((row) => row.every((cell, at) => cell === "免考" || (typeof cell === "number" && cell >= (lines[at] as number)))).length;

const definition = shipped.find("exam.allpass") as Definition;
/** Line and full mark as they stand in the fields of 插入; row 14 holds the full marks, row 15 the lines, E1:E3 the full marks downwards. */
const WAYS: readonly [what: string, line: string, full: string, given: unknown[], value: number][] = [
  ["full marks in a row", "", "A14:C14", [null, [FULLS]], passed(LINES) / judged.length],
  ["full marks in a column", "", "E1:E3", [null, FULLS], passed(LINES) / judged.length],
  ["full marks typed", "", "100,120，150", [null, [FULLS]], passed(LINES) / judged.length],
  ["both in rows", "A15:C15", "A14:C14", [[[70, 96, 110]], [FULLS]], passed([70, 96, 110]) / judged.length],
  ["one line of 60 for all", "60", "A14:C14", [60, [FULLS]], passed([60, 60, 60]) / judged.length],
  ["lines of their own under one full mark", "60 72 90", "150", [[LINES], 150], passed(LINES) / judged.length],
];

describe.skipIf(withoutLibreOffice)("papers of 100, 120 and 150", () => {
  let results: Computed[] = [];
  const cells = [...PUPILS, [null, null, null], FULLS, [70, 96, 110]].map((row, at) => [...row, null, FULLS[at] ?? null]) as Typed[][];
  const writtenAs = (line: string, full: string) =>
    inputsOf(definition).map((input, at) => readWritten(["A1:C12", line, full][at] ?? "", input));
  beforeAll(async () => {
    const formulas = WAYS.map(([, line, full]) => plainFormula(definition, writtenAs(line, full), null, chooser(definition)) as string);
    [results = []] = await recalculate([{ cells, formulas }]);
  });

  test("differ from papers of 100 alone", () => {
    expect(new Set(WAYS.map(([, , , , value]) => value)).size).toBe(3);
  });

  test.each(WAYS.map(([what, line, full, given, value], at) => ({ what, line, full, given, value, at })))("$what", (way) => {
    const given = way.given.map((one) => (Array.isArray(one) ? one : [[one]]));
    expect(INDICATOR("exam.allpass", [PUPILS, ...given] as unknown[][][])).toBe(way.value);
    expect(computedView(definition, [PUPILS, ...way.given], "junior").value).toBe(way.value);
    expect(results[way.at]).toBeCloseTo(way.value, 12);
  });

  test("what 插入 writes of typed full marks is an array", () => {
    expect(indicatorFormula(definition, writtenAs("", "100,120,150"), null)).toBe(
      '=QUALITY.INDICATOR("exam.allpass@1",A1:C12,,{100,120,150})',
    );
  });

  test("one number too few makes no formula", () => {
    expect(plainFormula(definition, writtenAs("", "A14:B14"), null, chooser(definition))).toBeNull();
  });
});
