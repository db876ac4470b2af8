/**
 * One number, three engines: every definition's worked example by our kernel, by its native formula in LibreOffice, and as typed by hand
 * into the definition; and the verdict by the native comparison.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { compute, defaultLimit, numberOf } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { cellsOf, nativeFormula, nativeVerdict } from "../../shared/indicators/view.ts";
import { judge } from "../../shared/target.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Computed, recalculate } from "../tools/recalculate.ts";
import { sheetOf } from "./sheet.ts";

const cases = shipped.all.flatMap((definition: Definition) => {
  const { example, stages } = definition;
  if (example === null) return [];
  const { cells, at } = sheetOf(example.inputs);
  const native = nativeFormula(definition, at, chooser(definition));
  if (native === null) return [];
  const limit = defaultLimit(definition, stages[0] ?? null);
  const formulas = limit ? [native, nativeVerdict(native, limit)] : [native];
  return [{ name: `${definition.id}@${definition.version}`, definition, example, cells, formulas, limit }];
});

describe.skipIf(withoutLibreOffice)("native formulas in LibreOffice", () => {
  let results: Computed[][] = [];
  beforeAll(async () => {
    results = await recalculate(cases.map(({ cells, formulas }) => ({ cells, formulas })));
  });

  test("there is one for every definition that is computed", () => {
    const without = shipped.all.filter(({ id, version }) => !cases.some(({ name }) => name === `${id}@${version}`));
    expect(without.filter(({ kind }) => kind.kind !== "event").map(({ id }) => id)).toEqual([]);
  });

  test.each(cases.map((one, at) => [one.name, at] as const))("%s", (_, at) => {
    const { definition, example, limit } = cases[at] as (typeof cases)[number];
    const { fact } = compute(definition, cellsOf(example.inputs));
    const [value, verdict] = results[at] ?? [];
    const own = fact === undefined ? undefined : numberOf(fact);
    expect(own).toBe(example.value);
    expect(Math.abs(Number(value) - example.value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(example.value)));
    if (limit) expect(verdict).toBe(judge(fact, limit.operator, limit.value, limit.upTo) === "met" ? "达标" : "未达标");
  });
});
