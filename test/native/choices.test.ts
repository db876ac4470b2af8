/** Native formulas where cells hold states and blanks, under every choice a region may make: LibreOffice and the kernel say the same. */
import { beforeAll, describe, expect, test } from "vitest";
import { compute, numberOf } from "../../shared/indicators/compute.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { nativeFormula } from "../../shared/indicators/view.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Computed, recalculate, type Typed } from "../tools/recalculate.ts";

/** 50 registered: 2 exempt, 3 absent, 45 sat of whom 44 pass (guide E.1), a blank and one who left beside them. */
const CLASS: Typed[] = [...Array(44).fill(60), 59.5, "缺考", "缺考", "缺考", "免考", "免考", null, "转出"];
const column = CLASS.map((cell) => [cell]);
const last = `A${CLASS.length}`;
const MARKS: Typed[][] = [
  [72, 60, 90],
  [71.5, 80, 80],
  ["免考", 60, 60],
  [120, "缺考", 100],
  ["转出", 100, 100],
  [null, null, null],
  [100, null, 100],
  ["免考", "免考", "免考"],
];
const BOOKS: Typed[][] = [
  [279, 45],
  [137, 37],
  [935, 89],
  [160, 76],
  [402, 55],
];

/** Name, indicator, cells, addresses, choices, and the value worked out by hand. */
const CASES: [string, string, Typed[][], string[], Record<string, string>, number][] = [
  ["of those who sat", "exam.pass", column, [`A1:${last}`], {}, 44 / 45],
  ["of those expected", "exam.pass", column, [`A1:${last}`], { "score-denominator": "expected" }, 44 / 48],
  ["of those registered", "exam.pass", column, [`A1:${last}`], { "score-denominator": "registered" }, 44 / 50],
  ["low, of those expected: the absent are below", "exam.low", column, [`A1:${last}`], { "score-denominator": "expected" }, 3 / 48],
  ["excellent at 80 %", "exam.excellent", [[80], [79.5], [85], [100]], ["A1:A4"], { "excellent-line": "80" }, 3 / 4],
  ["low at 30 %", "exam.low", [[30], [29.5], [35], [0]], ["A1:A4"], { "low-line": "30" }, 2 / 4],
  ["every subject", "exam.allpass", MARKS, ["A1:C8", "72", "120"], {}, 0],
  ["every subject at 60", "exam.allpass", MARKS, ["A1:C8", "60", "120"], {}, 3 / 5],
  ["差异系数 unweighted", "eq.cv", BOOKS, ["A1:A5", "B1:B5"], { "cv-weighting": "none" }, 0.488770681605],
];

describe.skipIf(withoutLibreOffice)("native formulas with states, blanks and choices", () => {
  let results: Computed[][] = [];
  beforeAll(async () => {
    results = await recalculate(
      CASES.map(([, id, cells, at, chosen]) => {
        const definition = shipped.find(id);
        if (!definition) throw new Error(id);
        return { cells, formulas: [nativeFormula(definition, at, chooser(definition, chosen)) ?? ""] };
      }),
    );
  });

  test("of one school the 差异系数 is 0, natively too", async () => {
    const definition = shipped.find("eq.cv");
    const formula = definition && nativeFormula(definition, ["A1:A1", "B1:B1"], chooser(definition));
    expect(await recalculate([{ cells: [[279, 45]], formulas: [formula ?? ""] }])).toEqual([[0]]);
  });

  test.each(CASES.map(([name, ...rest], at) => [name, at, ...rest] as const))("%s", (_, at, id, cells, places, chosen, value) => {
    const definition = shipped.find(id);
    if (!definition) throw new Error(id);
    const inputs = places.map((place) => (place.includes(":") ? columnsIn(cells, place) : [[Number(place)]]));
    const { fact } = compute(definition, inputs, chosen);
    expect(fact === undefined ? undefined : numberOf(fact)).toBeCloseTo(value, 6);
    expect(results[at]?.[0]).toBeCloseTo(fact === undefined ? Number.NaN : numberOf(fact), 12);
  });
});

/** The cells of an address such as B1:B5. */
function columnsIn(cells: readonly Typed[][], place: string): Typed[][] {
  const [from = 0, to = 0] = [...place.matchAll(/[A-Z]/g)].map(([letter]) => letter.charCodeAt(0) - 65);
  return cells.map((row) => row.slice(from, to + 1));
}
