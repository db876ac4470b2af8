/**
 * Cells as people leave them: text that looks like a number, full-width digits, spaces, blanks, words nobody knows, too much and too little.
 * The native formula gives the number of INDICATOR or an error; where INDICATOR refuses it gives an error. Never another number.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compute, numberOf } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { cellsOf, inputsOf, nativeFormula, nativeVerdict } from "../../shared/indicators/view.ts";
import { Refusal } from "../../shared/refusal.ts";
import { withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Computed, recalculate, type Typed } from "../tools/recalculate.ts";
import { sheetOf } from "./sheet.ts";

type Inputs = readonly unknown[];

function one(id: string): Definition {
  const found = shipped.find(id);
  if (!found) throw new Error(id);
  return found;
}

/** What INDICATOR makes of it; `null` where it refuses, or where there is nobody to divide by. */
function indicator(definition: Definition, inputs: Inputs, chosen: Record<string, string>): number | null {
  try {
    const { fact } = compute(definition, cellsOf(inputs), chosen);
    return fact === undefined ? null : numberOf(fact);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** One below the other on one sheet, which is quicker than a sheet for each; value and verdict of each. */
async function recalculated(cases: readonly { definition: Definition; inputs: Inputs; chosen: Record<string, string> }[]) {
  const cells: Typed[][] = [];
  const formulas = cases.flatMap(({ definition, inputs, chosen }) => {
    const { cells: own, at } = sheetOf(inputs, cells.length);
    cells.push(...own);
    const native = nativeFormula(definition, at, chooser(definition, chosen)) as string;
    return [native, nativeVerdict(native, { operator: ">=", value: 0 })];
  });
  const [results = []] = await recalculate([{ cells, formulas }]);
  return cases.map((_, at) => results.slice(2 * at, 2 * at + 2));
}

const isError = (value: Computed | undefined) => typeof value === "string" && value.startsWith("#");

const EXPECTED = { "score-denominator": "expected" };
const VALUE_ADDED = [
  ["甲", "甲", "乙", "乙", "甲"],
  [50, 70, 50, 70, null],
  [61, 81, 59, 79, 0],
];

/** What was typed, and what INDICATOR says (by hand); `same` where the native formula says so too, else it is an error. */
const TABLE: readonly [name: string, id: string, inputs: Inputs, chosen: Record<string, string>, value: number | null, same: boolean][] = [
  ["the smallest is a text", "pe.lessons.weekly", [["2", 4, 5]], {}, 2, false],
  ["a blank among the units", "pe.lessons.weekly", [[null, 4, 5]], {}, 4, true],
  // 乙 and 甲 as in the example, where 甲 has +1: a pupil without a mark before is nobody's.
  ["a pupil without a mark before", "exam.valueadded", [...VALUE_ADDED, "甲"], {}, 1, true],
  ["a school with spaces", "exam.valueadded", [["甲", "甲 ", "乙", "乙"], [50, 70, 50, 70], [61, 81, 59, 79], "甲"], {}, 1, false],
  ["a total among the pupils", "exam.valueadded", [["甲", "乙", "合 计"], [50, 70, 60], [61, 79, 70], "甲"], {}, null, false],
  // (MSB − MSW) ÷ (MSB + (2 − 1)MSW) with MSB = 16, MSW = 2: the school with 缺考 and a blank has nobody.
  [
    "a school that was away",
    "exam.betweenschools",
    [
      ["甲", "甲", "乙", "乙", "丙", "丙"],
      [1, 3, 5, 7, "缺考", null],
    ],
    {},
    7 / 9,
    true,
  ],
  [
    "a mark without a school",
    "exam.betweenschools",
    [
      ["甲", "甲", "乙", "乙", null],
      [1, 3, 5, 7, 9],
    ],
    {},
    null,
    false,
  ],
  [
    "two spellings of a school",
    "exam.betweenschools",
    [
      ["甲1", "甲１", "乙", "乙"],
      [1, 3, 5, 7],
    ],
    {},
    7 / 9,
    false,
  ],
  ["有 is yes", "gov.01.layout", ["有"], {}, 1, true],
  ["√ is yes", "gov.01.layout", ["√"], {}, 1, true],
  ["TRUE is yes", "gov.01.layout", [true], {}, 1, true],
  ["1 is yes", "gov.01.layout", [1], {}, 1, true],
  ["无 is no", "gov.01.layout", ["无"], {}, 0, true],
  ["× is no", "gov.01.layout", ["×"], {}, 0, true],
  ["0 is no", "gov.01.layout", [0], {}, 0, true],
  ["a blank is neither", "gov.01.layout", [null], {}, null, false],
  ["? is neither", "gov.01.layout", ["?"], {}, null, false],
  ["部分 is neither", "gov.01.layout", ["部分"], {}, null, false],
  ["numerals as text", "exam.pass", [["61", "６０", 60, "59"]], {}, 3 / 4, false],
  ["absent", "exam.pass", [[60, "absent", "缺考", "Absent", 59]], EXPECTED, 1 / 5, true],
  ["absent, with spaces", "exam.pass", [[60, "absent", " 缺考", "缺 考", 59]], EXPECTED, 1 / 5, false],
  ["a mark above the full mark", "exam.pass", [[60, 110]], {}, null, false],
  ["a word nobody knows", "exam.pass", [[60, "请假"]], {}, null, false],
  [
    "a mark in text",
    "exam.allpass",
    [
      [
        ["60", 70, 80],
        [60, 70, 59],
      ],
    ],
    {},
    1 / 2,
    false,
  ],
  [
    "a mark above the full mark, in one subject",
    "exam.allpass",
    [
      [
        [60, 101],
        [60, 70],
      ],
    ],
    {},
    null,
    false,
  ],
  ["10 of 9", "qual.01.retention", [10, 9], {}, null, false],
  ["8.5 of 9", "qual.01.retention", [8.5, 9], {}, null, false],
  ["a number in text", "qual.01.retention", ["8", 9], {}, 8 / 9, false],
  ["a blank of 9", "qual.01.retention", [null, 9], {}, null, false],
  ["0 of 0", "qual.01.retention", [0, 0], {}, null, false],
  ["none of the levels", "qual.09.naep", ["Ⅲ类以下都不是"], {}, null, false],
  ["a level by its numeral", "qual.09.naep", ["Ⅲ级"], {}, 3, true],
];

describe.skipIf(withoutLibreOffice)("messy cells", () => {
  let results: Computed[][] = [];
  beforeAll(async () => {
    results = await recalculated(TABLE.map(([, id, inputs, chosen]) => ({ definition: one(id), inputs, chosen })));
  });

  test.each(TABLE.map(([name, id, ...rest], at) => [`${name}: ${id}`, at, id, ...rest] as const))(
    "%s",
    (_, at, id, inputs, chosen, value, same) => {
      const [native, verdict] = results[at] ?? [];
      if (value === null) expect(indicator(one(id), inputs, chosen)).toBeNull();
      else expect(indicator(one(id), inputs, chosen)).toBeCloseTo(value, 12);
      if (same) expect(native).toBeCloseTo(value as number, 12);
      else expect(isError(native)).toBe(true);
      expect(verdict).toBe(same ? "达标" : "无法判定");
    },
  );
});

describe.skipIf(withoutLibreOffice)("the items of a checklist", () => {
  test("stand side by side, below each other, apart, or in the formula itself", async () => {
    const definition = shipped.all.find(({ kind }) => kind.kind === "checklist" && kind.items.length === 3) as Definition;
    const cells = [
      ["有", "否", true],
      ["无", "√", null],
      ["Y", "×", "部分"],
    ];
    const places = [
      ["A1", "B1", "C1"],
      ["A1", "A2", "A3"],
      ["A1", "B2", "A3"],
      ["B1", '"是"', "1"],
      ["C1", "C2", "A1"],
      ["A3", "B3", "C3"],
    ];
    const formulas = places.map((at) => nativeFormula(definition, at, chooser(definition)) as string);
    expect(formulas[0]).toContain("A1:C1&");
    expect(formulas[1]).toContain("A1:A3&");
    const [values = []] = await recalculate([{ cells, formulas }]);
    expect(values.slice(0, 4)).toEqual([2, 2, 3, 2]);
    expect(values.slice(4).every(isError)).toBe(true);
  });
});

/** One definition for each way in which a kind computes. */
const EACH_WAY = [
  ...new Map(
    shipped.all
      .filter(({ example, kind }) => example !== null && kind.kind !== "event")
      .map((definition) => {
        const { kind } = definition;
        const {
          what: _what,
          of: _of,
          among: _among,
          each: _each,
          top: _top,
          bottom: _bottom,
          against: _against,
          ...way
        } = kind as unknown as Record<string, unknown>;
        const parts =
          kind.kind === "checklist"
            ? kind.items.length
            : kind.kind === "joint"
              ? ""
              : JSON.stringify(
                  Object.keys(way)
                    .sort()
                    .map((key) => [key, key === "over" ? true : way[key]]),
                );
        return [`${kind.kind} ${kind.kind === "marks" ? kind.of : ""} ${parts}`, definition] as const;
      }),
  ).values(),
];

const MESS = [
  ...[null, null, "", " ", 0, 1, 2, 3, 60, 59.5, 100, -1, 0.5, 101, "2", " 60", "６０", "1e2", "x", "#N/A", "#DIV/0!"],
  ...["缺考", " 缺考", "缺 考", "缺", "absent", "LEFT", "转出", "免考", "作弊", "请假"],
  ...["是", "有", "√", "否", "无", "?", "*", "Yes", "ｎ", "一般", "Ⅲ", "Ⅳ级", "良好", "初中", "Junior", "高中"],
  ...["甲", "甲 ", "乙", "A", "a", "01", "合计", "平均分", "及格率", "ｘ校", "第1中学"],
];

type Spoil = readonly [input: number, row: number, column: number, mess: unknown][];

/** The example with some cells spoilt, the columns lengthened by blank rows, and inputs that may be left out given. */
function spoilt(definition: Definition, extra: number, given: readonly unknown[], spoil: Spoil): Inputs {
  const inputs = inputsOf(definition);
  const example: unknown[] = structuredClone([...(definition.example?.inputs ?? [])]);
  // A source beside an outside result is a note: no formula reads it.
  const left = inputs.slice(example.length).filter(({ shape }) => shape !== "text");
  example.push(...given.slice(0, left.length));
  const grids = cellsOf(example).map((rows, at) => {
    const isList = ["amounts", "scores", "labels", "marks"].includes(inputs[at]?.shape ?? "");
    const blank = (rows[0] ?? []).map(() => null);
    return [...rows, ...Array.from({ length: isList ? extra : 0 }, () => blank)].map((row) => [...row]);
  });
  for (const [input, row, column, mess] of spoil) {
    const grid = grids[input % grids.length] as unknown[][];
    const line = grid[row % grid.length] as unknown[];
    line[column % line.length] = mess;
  }
  return grids;
}

const place = fc.nat({ max: 60 });
const cases = fc
  .sample(
    fc.record({
      definition: fc.constantFrom(...EACH_WAY),
      extra: fc.nat({ max: 2 }),
      given: fc.array(fc.constantFrom<unknown>(60, 72, 100, 120, 0, 1, 2, 3, 0.6, "60", null), { maxLength: 3 }),
      spoil: fc.array(fc.tuple(place, place, place, fc.constantFrom<unknown>(...MESS)), { maxLength: 3 }),
      policy: fc.constantFrom("sat", "expected", "registered"),
      weighting: fc.constantFrom("enrolment", "none"),
    }),
    { seed: 20261122, numRuns: 700 },
  )
  .map(({ definition, extra, given, spoil, policy, weighting }) => ({
    definition,
    inputs: spoilt(definition, extra, given, spoil as Spoil),
    chosen: { "score-denominator": policy, "cv-weighting": weighting },
  }));

describe.skipIf(withoutLibreOffice)("any mess, in every kind", () => {
  let results: Computed[][] = [];
  beforeAll(async () => {
    results = await recalculated(cases);
  });

  test("the native number is that of INDICATOR, or an error; an error where INDICATOR refuses", () => {
    const wrong = cases.flatMap(({ definition, inputs, chosen }, at) => {
      const [native, verdict] = results[at] ?? [];
      const own = indicator(definition, inputs, chosen);
      const agree = isError(native)
        ? verdict === "无法判定"
        : own !== null && typeof native === "number" && Math.abs(native - own) <= 1e-9 * Math.max(1, Math.abs(own));
      return agree ? [] : [{ id: definition.id, inputs: JSON.stringify(inputs), chosen, own, native, verdict }];
    });
    expect(wrong).toEqual([]);
  });

  test("and it is a number often enough for that to say something, in every kind", () => {
    const numbers = cases.filter((_, at) => typeof results[at]?.[0] === "number");
    expect(new Set(numbers.map(({ definition }) => definition.kind.kind))).toEqual(new Set(EACH_WAY.map(({ kind }) => kind.kind)));
    expect(numbers.length).toBeGreaterThan(cases.length / 4);
  });
});
