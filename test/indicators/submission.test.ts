/** One submission that can be taken, and every way to bend one field of it. */
import { describe, expect, test } from "vitest";
import type { CollectionBody, SubmissionBody } from "../../shared/contract.ts";
import { submissionBody } from "../../shared/contract.ts";
import { checkSubmission } from "../../shared/submission.ts";
import { collection } from "./county.ts";

type Deep<Value> = Value extends readonly (infer One)[]
  ? Deep<One>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]-?: Deep<NonNullable<Value[Key]>> }
    : Value;

const states = { sat: 12, absent: 1, deferred: 0, exempt: 0, misconduct: 0, left: 1 };
const place = { stage: "junior", grade: 9, class: null } as const;
/** Twelve pupils with 50 to 61 marks in mathematics, on the same entry marks. */
const marks = Array.from({ length: 12 }, (_, at) => 100 + 2 * at);
const sum = (of: (mark: number) => number) => marks.reduce((total, mark) => total + of(mark), 0);

function valid(): SubmissionBody {
  const counts = marks.map((mark): [number, number] => [mark, 1]);
  const pairs = {
    grid: { before: 10 as const, after: 2 as const },
    matched: 12,
    unmatched: 2,
    before: sum((mark) => 5 * mark),
    after: sum((mark) => mark),
    before2: sum((mark) => 25 * mark * mark),
    after2: sum((mark) => mark * mark),
    product: sum((mark) => 5 * mark * mark),
  };
  return {
    definitions: "2026-11",
    slices: [
      { ...place, subject: "语文", scores: { grid: 2, states: { ...states }, counts: counts.map(([mark, pupils]) => [mark, pupils]) } },
      { ...place, subject: "数学", scores: { grid: 2, states: { ...states }, counts }, pairs },
      { ...place, subject: null, joint: { pupils: 13, passed: 0 } },
      { ...place, subject: "语文", class: "1", scores: { grid: 2, states: { ...states, sat: 10, left: 0 }, counts: counts.slice(0, 10) } },
    ],
  };
}

const JUNIOR = { stages: ["junior" as const] };
const findings = (body: SubmissionBody, over: Partial<CollectionBody> = {}, school: Parameters<typeof checkSubmission>[2] = JUNIOR) =>
  checkSubmission(body, collection(over), school);

/** The valid body with one field bent. */
function bent(bend: (slices: Deep<SubmissionBody>["slices"]) => void): SubmissionBody {
  const body = valid();
  bend(body.slices as Deep<SubmissionBody>["slices"]);
  return body;
}

test("the valid submission has no findings, and the schema takes it", () => {
  expect(findings(valid())).toEqual([]);
  expect(submissionBody.parse(valid())).toEqual(valid());
});

const BENDS: [what: string, at: string, says: RegExp, bend: (slices: Deep<SubmissionBody>["slices"]) => void][] = [
  [
    "a stage the school does not have",
    "slices[0].stage",
    /does not have this stage/,
    ([chinese]) => void Object.assign(chinese as object, { stage: "primary" }),
  ],
  ["a grade that is not named", "slices[0].grade", /name the grade/, ([chinese]) => void Object.assign(chinese as object, { grade: null })],
  [
    "a grade without a paper",
    "slices[0].subject",
    /no paper of this stage, grade and subject/,
    ([chinese]) => void Object.assign(chinese as object, { grade: 8 }),
  ],
  ["a subject without a paper", "slices[0].subject", /no paper/, ([chinese]) => void Object.assign(chinese as object, { subject: "英语" })],
  [
    "scores of no subject",
    "slices[0].subject",
    /no paper/,
    ([chinese]) => void Object.assign(chinese as object, { subject: null, class: "9" }),
  ],
  [
    "another grid than the paper's",
    "slices[0].scores.grid",
    /the paper's grid is 2/,
    ([chinese]) => void Object.assign(chinese?.scores as object, { grid: 1 }),
  ],
  [
    "a mark above full",
    "slices[0].scores.counts[11]",
    /above the full mark 120/,
    ([chinese]) => void Object.assign(chinese?.scores.counts as object, { 11: [241, 1] }),
  ],
  [
    "a mark listed twice",
    "slices[0].scores.counts[1]",
    /each is listed once/,
    ([chinese]) => void Object.assign(chinese?.scores.counts as object, { 1: [100, 1] }),
  ],
  [
    "marks out of order",
    "slices[0].scores.counts[1]",
    /ascend/,
    ([chinese]) => void Object.assign(chinese?.scores.counts as object, { 1: [99, 1] }),
  ],
  [
    "more who sat than are counted",
    "slices[0].scores.states.sat",
    /sat is 13, but the counts add up to 12/,
    ([chinese]) => void Object.assign(chinese?.scores.states as object, { sat: 13 }),
  ],
  [
    "one pupil fewer in a mark",
    "slices[1].scores.states.sat",
    /add up to 13/,
    ([, maths]) => void Object.assign(maths?.scores.counts as object, { 0: [100, 2] }),
  ],
  [
    "more who passed all than pupils",
    "slices[2].joint.passed",
    /more pupils passed/,
    ([, , joint]) => void Object.assign(joint?.joint as object, { passed: 14 }),
  ],
  [
    "joint counts of more passes than one of the subjects has",
    "slices[2].joint.passed",
    /3 passed every subject, but only 0 passed or were exempt in 语文/,
    ([, , joint]) => void Object.assign(joint?.joint as object, { passed: 3 }),
  ],
  [
    "joint counts of more pupils than a subject expected",
    "slices[2].joint.pupils",
    /more pupils than the 13 that a subject expected/,
    ([, , joint]) => void Object.assign(joint?.joint as object, { pupils: 14 }),
  ],
  [
    "sums after that are not those of the marks, although everybody is matched",
    "slices[1].pairs.after",
    /the sums after are not those of the marks/,
    ([, maths]) => void Object.assign(maths?.pairs as object, { after2: sum((mark) => mark * mark) + 2 }),
  ],
  [
    "joint counts of one subject",
    "slices[2].joint",
    /belong to no single subject/,
    ([, , joint]) => void Object.assign(joint as object, { subject: "英语" }),
  ],
  [
    "joint counts of a grade without papers",
    "slices[2].joint",
    /no paper of this grade/,
    ([, , joint]) => void Object.assign(joint as object, { grade: 7 }),
  ],
  [
    "resources in an exam",
    "slices[0].resources",
    /takes no resources/,
    ([chinese]) => void Object.assign(chinese as object, { resources: { pupils: 1, amounts: {} } }),
  ],
  [
    "a class of nine pupils",
    "slices[3].scores",
    /9 pupils, fewer than 10/,
    ([, , , own]) =>
      void Object.assign(own as object, { scores: { grid: 2, states: { ...states, sat: 8, absent: 1, left: 5 }, counts: [[100, 8]] } }),
  ],
  [
    "a class with a mark its grade does not have",
    "slices[0]",
    /its classes add up to more than the grade/,
    ([, , , own]) => void Object.assign(own?.scores.counts as object, { 9: [119, 1] }),
  ],
  [
    "a class with more absent than its grade",
    "slices[0]",
    /add up to more than the grade/,
    ([, , , own]) => void Object.assign(own?.scores.states as object, { absent: 2 }),
  ],
  [
    "pairs on another grid",
    "slices[1].pairs.grid",
    /before 10, after 2/,
    ([, maths]) => void Object.assign(maths?.pairs.grid as object, { before: 2 }),
  ],
  [
    "pairs where no earlier exam is named",
    "slices[0].pairs",
    /names no earlier exam/,
    ([chinese, maths]) => void Object.assign(chinese as object, { pairs: maths?.pairs }),
  ],
  [
    "more matched than sat",
    "slices[1].pairs.matched",
    /more pupils are matched than sat/,
    ([, maths]) => void Object.assign(maths?.pairs as object, { matched: 13 }),
  ],
  ["an empty slice", "slices[2]", /this slice is empty/, ([, , joint]) => void delete (joint as { joint?: unknown }).joint],
];

describe("is not taken with", () => {
  test.each(BENDS)("%s", (_, at, says, bend) => {
    const found = findings(bent(bend));
    expect(found.map((finding) => finding.at)).toContain(at);
    expect(found.find((finding) => finding.at === at)?.words.en).toMatch(says);
    expect(found.every(({ words }) => /[\u4e00-\u9fff]/.test(words.zh))).toBe(true);
  });

  test("the same slice twice", () => {
    const body = valid();
    expect(findings({ ...body, slices: [...body.slices, body.slices[0] as (typeof body.slices)[number]] })).toMatchObject([
      { at: "slices[4]", words: { zh: "报了两次，分不清以哪一次为准。", en: "this slice is sent twice" } },
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["a sum beyond what full marks give", { after: 12 * 200 + 1 }],
    ["an earlier sum beyond its full marks", { before: 12 * 1000 + 1 }],
    ["squares beyond sum times full", { after2: sum((mark) => mark) * 200 + 1 }],
    ["earlier squares beyond sum times full", { before2: sum((mark) => 5 * mark) * 1000 + 1 }],
    ["squares too small for their sum", { after2: Math.floor(sum((mark) => mark) ** 2 / 12) - 1 }],
    ["earlier squares too small for their sum", { before2: 1 }],
    ["a product beyond the two spreads", { product: sum((mark) => 5 * mark * mark) + 1 }],
    ["a product of no marks at all", { product: 0 }],
    ["sums of nobody", { matched: 0, unmatched: 14 }],
  ])("pairs that no marks could have: %s", (_, bend) => {
    expect(findings(bent(([, maths]) => void Object.assign(maths?.pairs as object, bend)))).toMatchObject([
      { at: "slices[1].pairs", words: { en: expect.stringMatching(/no marks/) } },
    ]);
  });
});

describe("is taken with", () => {
  test("a class of ten, counting who was absent but not who left", () => {
    const ten = bent(
      ([, , , own]) =>
        void Object.assign(own as object, {
          scores: { grid: 2, states: { ...states, sat: 9, absent: 1, left: 0 }, counts: marks.slice(0, 9).map((mark) => [mark, 1]) },
        }),
    );
    expect(findings(ten)).toEqual([]);
  });

  test("nobody who sat: everybody was absent", () => {
    const absent = {
      ...place,
      subject: "语文",
      scores: { grid: 2 as const, states: { sat: 0, absent: 14, deferred: 0, exempt: 0, misconduct: 0, left: 0 }, counts: [] },
    };
    expect(findings({ definitions: "2026-11", slices: [absent] })).toEqual([]);
  });

  test("marks at both ends of the paper", () => {
    const ends = bent(
      ([chinese]) =>
        void Object.assign(chinese?.scores as object, {
          counts: [
            [0, 6],
            [240, 6],
          ],
          states: { ...states },
        }),
    );
    expect(findings({ ...ends, slices: ends.slices.slice(0, 3) })).toEqual([]);
  });

  test("sums written as digits", () => {
    expect(
      findings(
        bent(
          ([, maths]) =>
            void Object.assign(maths?.pairs as object, { before2: String(maths?.pairs.before2), product: String(maths?.pairs.product) }),
        ),
      ),
    ).toEqual([]);
  });

  test("no matched pupil at all, and nothing but zeros", () => {
    const none = { matched: 0, unmatched: 14, before: 0, after: 0, before2: 0, after2: 0, product: 0 };
    expect(findings(bent(([, maths]) => void Object.assign(maths?.pairs as object, none)))).toEqual([]);
  });
});

describe("a resource collection", () => {
  const over = { form: "resources" as const, exam: null };
  const slice = {
    stage: "primary" as const,
    grade: null,
    subject: null,
    class: null,
    resources: { pupils: 400, amounts: { "area.sports": 300_000 } },
  };
  const check = (one: object) => findings({ definitions: "2026-11", slices: [{ ...slice, ...one }] }, over, { stages: ["primary"] });

  test("takes the resources of a stage", () => {
    expect(check({})).toEqual([]);
  });

  // 9.99 and 10 yuan for each of 400 pupils, in fen: BALANCECHECK refuses the first and takes the second.
  test.each([
    [399_600, [["slices[0].resources.amounts.equipment.value", /^教学仪器设备值合每名学生不到 10 元：看来是按万元填的/]]],
    [400_000, []],
    [0, []],
  ] as const)("equipment of %i fen", (value, told) => {
    const found = check({ resources: { pupils: 400, amounts: { "equipment.value": value } } });
    expect(found.map(({ at, words }) => [at, words.zh])).toEqual(told.map(([at, says]) => [at, expect.stringMatching(says)]));
  });

  test.each<[string, object, RegExp]>([
    ["a grade", { grade: 3 }, /grade, subject and class are null/],
    ["a subject", { subject: "语文" }, /grade, subject and class are null/],
    ["a class", { class: "1" }, /grade, subject and class are null/],
    ["scores beside them", { scores: { grid: 2, states, counts: [] } }, /takes resources only/],
    ["nothing at all", { resources: undefined }, /takes resources only/],
    ["a stage the school does not have", { stage: "junior" }, /does not have this stage/],
  ])("refuses %s", (_, one, says) => {
    expect(
      check(one)
        .map(({ words }) => words.en)
        .join(),
    ).toMatch(says);
  });
});

describe("the schema leaves no place for anything else", () => {
  test.each<[string, object]>([
    ["a name beside the slices", { ...valid(), name: "王小明" }],
    ["a name inside a slice", { ...valid(), slices: [{ ...valid().slices[0], pupil: "王小明" }] }],
    [
      "a state of its own",
      { ...valid(), slices: [{ ...valid().slices[0], scores: { ...valid().slices[0]?.scores, states: { ...states, 王小明: 1 } } }] },
    ],
    ["a third number in a count", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 2, states, counts: [[100, 12, 7]] } }] }],
    ["half a pupil", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 2, states, counts: [[100, 11.5]] } }] }],
    ["a negative mark", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 2, states, counts: [[-2, 12]] } }] }],
    ["nobody with a mark", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 2, states, counts: [[100, 0]] } }] }],
    ["a count beyond 2^53", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 2, states, counts: [[100, 2 ** 53]] } }] }],
    ["another grid than there is", { ...valid(), slices: [{ ...valid().slices[0], scores: { grid: 3, states, counts: [] } }] }],
    ["a sentence for a class", { ...valid(), slices: [{ ...valid().slices[0], class: "the class of pupil Wang" }] }],
    ["no slices", { ...valid(), slices: [] }],
  ])("%s is refused", (_, body) => {
    expect(submissionBody.safeParse(body).success).toBe(false);
  });
});
