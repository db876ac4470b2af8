/** What pupils reach in every subject: exact at every whole per cent, additive, and never a guess where a school did not tell. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Joint, submissionBody } from "../../shared/contract.ts";
import { countLowest, type Marked } from "../../shared/marks/joint.ts";
import { reachingIn, uniformPercent } from "../../shared/marks/lowest.ts";
import { lowestIn, talliesOf } from "../../shared/slice.ts";
import { checkSubmission } from "../../shared/submission.ts";
import { add, type Tally } from "../../shared/tally.ts";
import { STATE_ORDER } from "../tools/columns.ts";
import { Fraction } from "../tools/fractions.ts";
import { CHINESE, collection, MATHS } from "./county.ts";

/** Papers of any full mark on any grid, and pupils with a mark or a state in each. */
const table = fc
  .array(fc.record({ full: fc.integer({ min: 1, max: 300 }), grid: fc.constantFrom(1, 2, 4, 10, 100, 1000) }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((papers) =>
    fc.array(
      fc.tuple(
        ...papers.map(({ full, grid }) => {
          const mark = fc.integer({ min: 0, max: full * grid }).map((score): Marked => ({ score, full: full * grid }));
          const near = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -1, max: 1 })).map(
            ([percent, off]): Marked => ({
              score: Math.min(full * grid, Math.max(0, Math.round((percent * full * grid) / 100) + off)),
              full: full * grid,
            }),
          );
          const away = fc.constantFrom(...STATE_ORDER).map((score): Marked => ({ score, full: full * grid }));
          return fc.oneof({ weight: 6, arbitrary: mark }, { weight: 6, arbitrary: near }, { weight: 1, arbitrary: away });
        }),
      ),
      { maxLength: 30 },
    ),
  );

test("the count at any whole per cent is that of the rows, on every grid and full mark", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const lowest = countLowest(rows);
      for (let percent = 0; percent <= 100; percent++) {
        const naive = rows.filter((row) => {
          if (row.some(({ score }) => score === "left")) return false;
          const judged = row.filter(({ score }) => score !== "exempt");
          const line = new Fraction(percent, 100);
          const reaches = ({ score, full }: Marked) => typeof score === "number" && new Fraction(score, full).compare(line) >= 0;
          return judged.length > 0 && judged.every(reaches);
        }).length;
        if (reachingIn(lowest, percent) !== naive) return false;
      }
      return true;
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["72 of 120 and 60 of 100 are 60 %", [CHINESE, MATHS], 60],
  ["59.4 of 99, a line between two half marks, is 60 %", [{ ...CHINESE, full: 99 }], 60],
  ["80 of 120 is between 66 and 67 %", [{ ...CHINESE, lines: { ...CHINESE.lines, pass: 80 } }], undefined],
  ["75 of 100 beside 72 of 120", [CHINESE, { ...MATHS, lines: { ...MATHS.lines, pass: 75 } }], undefined],
])("lines: %s", (_, papers, percent) => {
  expect(uniformPercent(papers)).toBe(percent);
});

const place = { stage: "junior", grade: 9, subject: null } as const;
const tallyOf = (joint: Joint): Tally =>
  [...talliesOf({ definitions: "test", slices: [{ ...place, class: null, joint }] }).values()][0] as Tally;

describe("told and not told", () => {
  const told = tallyOf({
    pupils: 5,
    passed: 2,
    lowest: [
      [40, 1],
      [60, 2],
    ],
  });
  test("sums of schools that tell are told", () => {
    expect(lowestIn(add(told, told))).toEqual([
      [40, 2],
      [60, 4],
    ]);
  });
  test("one school that does not tell leaves the sum untold, unless it has no pupils", () => {
    expect(lowestIn(add(told, tallyOf({ pupils: 1, passed: 1 })))).toBeUndefined();
    expect(lowestIn(add(told, tallyOf({ pupils: 0, passed: 0 })))).toHaveLength(2);
  });
});

describe("a submission", () => {
  const states = { sat: 3, absent: 1, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
  const body = (joint: Joint, over: { maths?: number[] } = {}) =>
    submissionBody.parse({
      definitions: "2026-11",
      slices: [
        { ...place, subject: "语文", scores: { grid: 2, states, counts: [144, 180, 240].map((mark) => [mark, 1]) } },
        { ...place, subject: "数学", scores: { grid: 2, states, counts: (over.maths ?? [118, 150, 200]).map((mark) => [mark, 1]) } },
        { ...place, joint },
      ],
    });
  const said = (joint: Joint, over = {}) =>
    checkSubmission(body(joint, over), collection(), { stages: ["junior"] }).map(({ at, words }) => `${at}: ${words.en}`);

  test("with or without the lowest marks can be taken", () => {
    const lowest: Joint["lowest"] = [
      [59, 1],
      [75, 1],
      [100, 1],
    ];
    expect(said({ pupils: 4, passed: 2, lowest })).toEqual([]);
    expect(said({ pupils: 4, passed: 2 })).toEqual([]);
  });

  test.each<[string, Joint["lowest"], RegExp]>([
    [
      "whose lowest marks pass more than passed",
      [[60, 3]],
      /slices\[2\].joint.lowest: the pass lines are at 60 %.*: 3 pupils reach.*yet 2 passed/,
    ],
    [
      "with more lowest marks than pupils",
      [
        [60, 2],
        [50, 3],
      ].reverse() as [number, number][],
      /5 pupils have a lowest mark, of 4/,
    ],
    [
      "with per cents out of order",
      [
        [75, 1],
        [60, 1],
      ],
      /ascend/,
    ],
    ["with more at 80 % than reach it in mathematics", [[85, 2]], /2 reach 85 % in every subject, but only 1 do or were exempt in 数学/],
  ])("%s is refused", (_, lowest, says) => {
    expect(said({ pupils: 4, passed: 2, lowest }).join("\n")).toMatch(says);
  });

  test("a class that tells beside a grade that does not contradicts nothing", () => {
    const own = { pupils: 10, passed: 0, lowest: [[10, 10]] as [number, number][] };
    const slices = [
      { ...place, joint: { pupils: 12, passed: 0 } },
      { ...place, class: "1", joint: own },
    ];
    const sent = submissionBody.parse({ definitions: "2026-11", slices });
    expect(checkSubmission(sent, collection(), { stages: ["junior"] })).toEqual([]);
  });

  test.each([[[[101, 1]]], [[[60.5, 1]]], [[[60, 0]]], [[[60, 1, 1]]]])("the schema refuses the lowest marks %j", (lowest) => {
    expect(() => body({ pupils: 4, passed: 2, lowest } as unknown as Joint)).toThrow();
  });
});
