/**
 * Twenty rows drawn at random and worked out by hand from the source texts: INDICATOR, the API's compute and the native formula in
 * LibreOffice give the same number and the same verdict, and what the text gives no number for is never a pass.
 */
import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { INDICATOR, TARGET, VERDICT } from "../../addin/functions.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { cellsOf, computedView, nativeFormula, nativeVerdict } from "../../shared/indicators/view.ts";
import { refused } from "../addin/functions/ask.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { findProgram } from "../tools/programs.ts";
import { type Computed, recalculate } from "../tools/recalculate.ts";
import { seedRows, standardRows } from "../tools/source-rows.ts";
import { DRAW, DRAWN, type Drawn } from "./drawn-rows.ts";
import { sheetOf } from "./sheet.ts";

const ENGLISH = { 达标: "met", 未达标: "missed", 无法判定: "undecided" };
const python = findProgram(undefined, ["python3"], []);

function definitionOf(id: string) {
  const definition = shipped.find(id, shipped.releaseAt("2026-11-28"));
  if (!definition) throw new Error(`no definition of ${id}`);
  return definition;
}

const cases = DRAWN.flatMap((row) => row.cases.map((one) => ({ row, one, title: `${row.id} ${JSON.stringify(one[0])}` })));

test.skipIf(python === undefined)("the rows are the twenty that the seed draws", () => {
  const rows = [...seedRows, ...standardRows];
  const { stdout } = spawnSync(python as string, ["-c", DRAW, String(rows.length)], { encoding: "utf8" });
  expect((JSON.parse(stdout) as number[]).map((at) => rows[at]?.id)).toEqual(DRAWN.map(({ id }) => id));
});

describe("by the function and the API", () => {
  test.each(cases)("$title", ({ row, one: [inputs, top, bottom, verdict] }) => {
    const value = INDICATOR(row.id, cellsOf(inputs) as unknown[][][]);
    expect(value).toBe(top / bottom);
    expect(VERDICT(row.id, value, row.stage)).toBe(verdict);

    const got = computedView(definitionOf(row.id), inputs, row.stage);
    expect(got.value).toBe(top / bottom);
    if (got.counts) expect(BigInt(got.counts.numerator) * BigInt(bottom)).toBe(BigInt(got.counts.denominator) * BigInt(top));
    expect(got.verdict).toBe(ENGLISH[verdict]);
    const [operator, limit] = row.limit ?? [];
    expect(got.limit).toEqual(row.limit && { stage: row.stage, operator, value: limit, upTo: null });
    if (row.limit) expect(TARGET(row.id, row.stage)).toBe(limit);
  });
});

describe.skipIf(withoutLibreOffice)("by the native formula in LibreOffice", () => {
  let results: Computed[][] = [];
  beforeAll(async () => {
    results = await recalculate(
      cases.map(({ row, one: [inputs] }) => {
        const { cells, at } = sheetOf(inputs);
        const definition = definitionOf(row.id);
        const native = nativeFormula(definition, at, chooser(definition));
        if (native === null) throw new Error(`${row.id} has no native formula`);
        return { cells, formulas: row.limit ? [native, nativeVerdict(native, limitOf(row.limit))] : [native] };
      }),
    );
  });

  test.each(cases.map((one, at) => ({ ...one, at })))("$title", ({ row, one: [, top, bottom, verdict], at }) => {
    const [value, said] = results[at] ?? [];
    expect(Math.abs(Number(value) - top / bottom)).toBeLessThanOrEqual(1e-12 * Math.max(1, top / bottom));
    expect(said).toBe(row.limit ? verdict : undefined);
  });
});

describe("what the text gives no number for", () => {
  const unjudged = DRAWN.filter(({ limit }) => limit === null);

  test.each(unjudged)("$id is never a pass, whatever its value", ({ id }) => {
    for (const value of [0, 1, 2, 100, 1e9]) expect(VERDICT(id, value)).toBe("无法判定");
    for (const stage of ["小学", "初中"]) {
      expect(VERDICT(id, 1, stage)).toBe("无法判定");
      expect(refused(() => TARGET(id, stage)).message).not.toBe("");
    }
  });

  test.each(unjudged.filter(({ cases: none }) => none.length === 0))("$id is a rule: nothing computes it", ({ id }) => {
    const definition = definitionOf(id);
    expect(refused(() => INDICATOR(id, [[[1]]])).message).toContain("触发规则");
    expect(() => computedView(definition, [1], null)).toThrow("event rule");
    expect(nativeFormula(definition, ["A1"], chooser(definition))).toBeNull();
  });
});

function limitOf([operator, value]: NonNullable<Drawn["limit"]>) {
  return { operator, value, upTo: null };
}
