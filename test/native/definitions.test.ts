/**
 * One number, three engines: every definition's worked example by our kernel, by its native formula in LibreOffice, and as typed by hand
 * into the definition; and the verdict by the native comparison.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { compute, defaultLimit, numberOf } from "../../shared/indicators/compute.ts";
import type { Definition, ExampleInput } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { cellsOf, nativeFormula, nativeVerdict } from "../../shared/indicators/view.ts";
import { judge } from "../../shared/target.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Computed, recalculate, type Typed } from "../tools/recalculate.ts";

type Cell = Typed;

/** The example as it would stand in a sheet: each input in its own column or columns from A1 on, with the addresses. */
function sheetOf(inputs: readonly ExampleInput[]): { cells: Cell[][]; at: string[] } {
  const cells: Cell[][] = [];
  let left = 0;
  const at = cellsOf(inputs).map((rows) => {
    const width = Math.max(...rows.map((row) => row.length));
    rows.forEach((row, y) => {
      for (let x = 0; x < width; x++) {
        const line = cells[y] ?? [];
        cells[y] = line;
        while (line.length <= left + x) line.push(null);
        line[left + x] = (row[x] ?? null) as Cell;
      }
    });
    const letter = (column: number) => String.fromCharCode(65 + column);
    const first = `${letter(left)}1`;
    const last = `${letter(left + width - 1)}${rows.length}`;
    left += width;
    return first === last ? first : `${first}:${last}`;
  });
  return { cells, at };
}

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
