/** Moved lines against a rollup with those lines, and against a count of the rows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Choice, SubmissionBody } from "../../shared/contract.ts";
import { countLowest } from "../../shared/marks/joint.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { type LineMove, movedPapers } from "../../shared/whatif/lines.ts";
import { type MovedRate, moveLines, prepareMoves } from "../../shared/whatif/move.ts";
import { collectionBody, schoolBody, submissionOf } from "../chem97/county.ts";
import { groupedBy, readPupils } from "../chem97/pupils.ts";
import { bodySent, collection, member, PAPERS, type Pupil, pupil, RULES, rollupInput } from "../indicators/county.ts";

/** What a school sends that tells its lowest marks too: papers of 120 and 100 in half marks. */
function bodyTold(pupils: readonly Pupil[]): SubmissionBody {
  const body = bodySent(pupils);
  const rows = pupils.map(({ chinese, maths }) => [
    { score: chinese, full: 240 },
    { score: maths, full: 200 },
  ]);
  const slices = body.slices.map((slice) => (slice.joint ? { ...slice, joint: { ...slice.joint, lowest: countLowest(rows) } } : slice));
  return { ...body, slices };
}

const move = (subject: "语文" | "数学", line: LineMove["line"], mark: number): LineMove => ({
  stage: "junior",
  grade: 9,
  subject,
  line,
  mark,
});
const schools = fc.array(fc.array(pupil, { minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 4 });
const moves = fc.record({
  pass: fc.integer({ min: 2, max: 240 }),
  excellent: fc.integer({ min: 2, max: 200 }),
  low: fc.integer({ min: 2, max: 200 }),
});
const keyOf = ({ indicator, grade, subject }: Pick<MovedRate, "indicator" | "grade" | "subject">) => [indicator, grade, subject].join("|");
const numberIn = (fact: MovedRate["after"]) =>
  fact === null ? null : typeof fact === "number" ? fact : Number(fact.numerator) / Number(fact.denominator);
const DENOMINATOR: Choice = { option: "score-denominator", choice: "registered", by: "教育局", at: "2026-11-28", why: "试算" };
const EXCELLENT: Choice = { ...DENOMINATOR, option: "excellent-line", choice: "80" };

test("every rate is that of a rollup with the moved lines and the other choices", () => {
  fc.assert(
    fc.property(schools, moves, fc.subarray([DENOMINATOR, EXCELLENT]), (county, to, choices) => {
      const members = county.map((pupils, at) => member(bodyTold(pupils), at));
      const input = rollupInput(members);
      const list = [move("语文", "pass", to.pass / 2), move("数学", "excellent", to.excellent / 2), move("数学", "low", to.low / 2)];
      const moved = moveLines(prepareMoves(input), list, choices);
      const exam = { name: "期末", papers: movedPapers(PAPERS, list) };
      const other = readRollup({ ...input, rules: { ...RULES, choices }, collection: collection({ exam }) });
      const units = [{ school: "370811", figures: other.figures }, ...other.schools];
      for (const { school, figures } of units) {
        const own = moved.filter(({ unit, indicator }) => unit === school && !/allpass|pass\.all/.test(indicator));
        const wanted = new Map(figures.map((figure) => [keyOf(figure), figure.value]));
        expect(own.length).toBeGreaterThanOrEqual(6);
        for (const one of own) expect([keyOf(one), numberIn(one.after)]).toEqual([keyOf(one), wanted.get(keyOf(one)) ?? null]);
      }
    }),
    { numRuns: 100 },
  );
});

describe("全科合格率", () => {
  const allpass = (list: readonly MovedRate[]) => list.filter(({ indicator }) => indicator === "exam.allpass");
  const uniform = (percent: number) => [move("语文", "pass", (120 * percent) / 100), move("数学", "pass", percent)];
  // On the grid of half marks in both papers: 120 marks allow every 5 per cent.
  const lines = fc.integer({ min: 1, max: 20 }).map((step) => 5 * step);

  test("at another uniform line is that of the rows, in every school and the county", () => {
    fc.assert(
      fc.property(schools, lines, (county, percent) => {
        const members = county.map((pupils, at) => member(bodyTold(pupils), at));
        const passes = (score: Pupil["chinese"], line: number) => score === "exempt" || (typeof score === "number" && score >= line);
        const naive = (pupils: readonly Pupil[]) =>
          pupils.filter(
            ({ chinese, maths }) =>
              chinese !== "left" &&
              maths !== "left" &&
              !(chinese === "exempt" && maths === "exempt") &&
              passes(chinese, (240 * percent) / 100) &&
              passes(maths, 2 * percent),
          ).length;
        const counts = [county.flat(), ...county].map(naive);
        const found = allpass(moveLines(prepareMoves(rollupInput(members)), uniform(percent)));
        return found.every(({ after }, at) => after === null || (typeof after === "object" && after.numerator === counts[at]));
      }),
      { numRuns: 300 },
    );
  });

  const pupils: Pupil[] = [{ class: "1", chinese: 150, maths: 150, entry: null }];
  test("is not told where a school did not tell, nor at lines of different per cents", () => {
    const input = rollupInput([member(bodyTold(pupils), 0), member(bodySent(pupils), 1)]);
    const [county, told, untold] = allpass(moveLines(prepareMoves(input), uniform(50)));
    expect([county?.after, told?.after, untold?.after]).toEqual([null, { numerator: 1, denominator: 1 }, null]);
    expect(county?.why?.en).toMatch(/did not tell/);
    const uneven = allpass(moveLines(prepareMoves(input), [move("数学", "pass", 50)]));
    expect(uneven.map(({ after, why }) => [after, why?.en.slice(0, 40)])).toEqual(
      Array.from({ length: 3 }, () => [null, "the pass lines are not at one whole per "]),
    );
  });
  test("stays as it was sent where no pass line moves", () => {
    const input = rollupInput([member(bodySent(pupils), 0)]);
    const [county] = allpass(moveLines(prepareMoves(input), [move("数学", "excellent", 90)]));
    expect(county?.after).toEqual(county?.before);
  });
});

test("a line off the grid, above the full mark, or of no paper is refused", () => {
  const input = prepareMoves(rollupInput([]));
  expect(() => moveLines(input, [move("数学", "pass", 60.25)])).toThrow(/60.25.*off the grid: write a multiple of 0.5/s);
  expect(() => moveLines(input, [move("数学", "pass", 101)])).toThrow(/not between 0 and the full mark/);
  expect(() => moveLines(input, [{ ...move("数学", "pass", 60), grade: 8 }])).toThrow(/no paper of 数学 in grade 8/);
});

test("on the real marks every line gives the count of the rows", () => {
  const wrong: string[] = [];
  for (const [lea, own] of [...groupedBy(readPupils(), "lea")].slice(0, 12)) {
    const list = [...groupedBy(own, "school")];
    const members = list.map(([school, pupils]): Member => ({ ...schoolBody(school), tallies: talliesOf(submissionOf(pupils)) }));
    const prepared = prepareMoves({ ...rollupInput(members), collection: collectionBody });
    for (let mark = 0.5; mark <= 10; mark += 0.5) {
      const at = { stage: "junior", grade: 9, subject: "chemistry", line: "pass", mark } as const;
      if (mark < 1) continue;
      const rates = moveLines(prepared, [at]).filter(({ indicator }) => indicator === "exam.pass");
      [own, ...list.map(([, pupils]) => pupils)].forEach((pupils, place) => {
        const after = rates[place]?.after;
        const naive = pupils.filter(({ score }) => score >= mark).length;
        if (typeof after !== "object" || after?.numerator !== naive || after.denominator !== pupils.length)
          wrong.push(`${lea} ${place} ${mark}`);
      });
    }
  }
  expect(wrong).toEqual([]);
});
