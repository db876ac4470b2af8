/** The county's plan carried out on the rows: the target is met by just so many pupils and marks. */
import { describe, expect, test } from "vitest";
import type { Member } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { planFor } from "../../shared/whatif/plan.ts";
import { collectionBody, schoolBody, submissionOf } from "../chem97/county.ts";
import { groupedBy, type Pupil, readPupils } from "../chem97/pupils.ts";
import { bodySent, member, rollupInput } from "../indicators/county.ts";

const county = [...groupedBy(readPupils(), "lea")].sort(([, a], [, b]) => b.length - a.length)[0]?.[1] as Pupil[];
const list = [...groupedBy(county, "school")];
const members = list.map(([school, pupils]): Member => ({ ...schoolBody(school), tallies: talliesOf(submissionOf(pupils)) }));
const input = { ...rollupInput(members), collection: collectionBody };
const ask = {
  indicator: "exam.excellent",
  stage: "junior",
  grade: 9,
  subject: "chemistry",
  limit: { operator: ">=", value: 0.3 },
} as const;

describe("on the real marks of the largest county", () => {
  const plan = planFor(input, ask);
  test("lifting just those pupils meets the target, and one fewer does not", () => {
    if (!plan.possible) throw new Error(plan.why.en);
    const reached = county.filter(({ score }) => score >= 10).length;
    expect(plan.before).toEqual({ numerator: reached, denominator: county.length });
    const lifted = plan.plan.schools.reduce((sum, { pupils }) => sum + pupils, 0);
    expect(lifted).toBe(plan.pupils);
    expect((reached + lifted) * 10 >= county.length * 3).toBe(true);
    expect((reached + lifted - 1) * 10 < county.length * 3).toBe(true);
  });

  test("no other pupils take fewer marks: the gaps of all rows, sorted", () => {
    if (!plan.possible) throw new Error(plan.why.en);
    const gaps = county.flatMap(({ score }) => (score < 10 ? [10 - score] : [])).sort((a, b) => a - b);
    expect(plan.plan.effort).toBe(gaps.slice(0, plan.pupils).reduce((sum, gap) => sum + gap, 0));
  });

  test("a limit of two pupils a school and three schools is impossible, and says with how many", () => {
    const found = planFor(input, { ...ask, schools: 3, pupils: 2 });
    expect(found.possible ? "" : found.why.en).toMatch(
      /^impossible: \d+ pupils are needed, and the 3 schools with most within their limits have 6$/,
    );
  });

  test("a target that is met needs nobody", () => {
    const found = planFor(input, { ...ask, limit: { operator: ">=", value: 0.01 } });
    expect(found).toMatchObject({ possible: true, pupils: 0, plan: { effort: 0, schools: [] } });
  });

  test("fewer low marks: those below the line rise", () => {
    const found = planFor(input, { ...ask, indicator: "exam.low", limit: { operator: "<=", value: 0.1 } });
    if (!found.possible) throw new Error(found.why.en);
    const low = county.filter(({ score }) => score < 4).length;
    expect(found.pupils).toBe(low - Math.floor(county.length / 10));
  });

  test("over all subjects the lowest marks are the effort, an estimate", () => {
    const found = planFor(input, { ...ask, indicator: "exam.allpass", subject: null, limit: { operator: ">=", value: 0.95 } });
    if (!found.possible) throw new Error(found.why.en);
    const failed = county.filter(({ score }) => score < 2).length;
    expect(found.pupils).toBe(Math.ceil(county.length * 0.95) - (county.length - failed));
    expect([found.measure.of, found.words.en.includes("an estimate")]).toEqual(["percent", true]);
  });
});

test("without the lowest marks a plan over all subjects counts pupils, in the fewest schools", () => {
  const pupil = (chinese: number) => ({ class: "1", chinese, maths: 150, entry: null });
  const body = (fails: number) =>
    bodySent([...Array.from({ length: 10 }, () => pupil(150)), ...Array.from({ length: fails }, () => pupil(100))]);
  const found = planFor(rollupInput([member(body(1), 0), member(body(4), 1), member(body(2), 2)]), {
    ...{ indicator: "exam.allpass", stage: "junior", grade: 9, subject: null },
    limit: { operator: ">=", value: 0.9 },
  });
  expect(found).toMatchObject({ possible: true, pupils: 4, measure: { of: "pupils" }, plan: { schools: [{ school: "S1", pupils: 4 }] } });
});

test("an indicator that is no rate at a line is refused", () => {
  expect(() => planFor(input, { ...ask, indicator: "exam.mean" })).toThrow(/no rate at a line of marks/);
});
