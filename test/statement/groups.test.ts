/** Subject groups and teachers against a recount of the pupils themselves: exact where every class is there, undecided where one is not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure, StatementBody, StatementLine, SubmissionBody, Teaching } from "../../shared/contract.ts";
import { latestRelease } from "../../shared/indicators/index.ts";
import { checkStatement } from "../../shared/statement/check.ts";
import { factsOfClasses } from "../../shared/statement/facts.ts";
import { bodyByClass, bodySent, collection, type Pupil, pupil, RULES } from "../indicators/county.ts";

const line: StatementLine = {
  ...{ id: "L1", indicator: "exam.pass", version: 1, stage: "junior", grade: 9, subject: "数学" },
  ...{ operator: ">=", value: 0.6, upTo: null, period: "2024-2025", deadline: null, source: "test" },
};
const teacher = (code: string): StatementBody => ({
  ...{ level: "teacher", title: "责任书", group: "数学组", teacher: code, first: "第一中学", second: "数学教师", lines: [line] },
});
const group: StatementBody = { ...teacher("T1"), level: "group", teacher: null };

const classes = ["1", "2", "3"] as const;
const teachers = fc.tuple(fc.constantFrom("T1", "T2"), fc.constantFrom("T1", "T2"), fc.constantFrom("T1", "T2"));
const taught = (codes: readonly string[]): Teaching[] =>
  classes.map((name, at) => ({ stage: "junior", grade: 9, class: name, subject: "数学", teacher: codes[at] as string }));

const present = ({ maths }: Pupil) => maths !== "left";
const inClass = (pupils: readonly Pupil[], names: readonly string[]) => pupils.filter((one) => names.includes(one.class) && present(one));
const isSmall = (pupils: readonly Pupil[], name: string) => inClass(pupils, [name]).length < 10;

/** What a school sends: the whole grade, and the classes of ten and more. */
function sent(pupils: readonly Pupil[], teaching: Teaching[]): SubmissionBody {
  const ofClasses = bodyByClass(pupils).slices.filter((slice) => slice.class !== null && !isSmall(pupils, slice.class));
  return { definitions: latestRelease, slices: [...bodySent(pupils).slices, ...ofClasses], teaching };
}

function check(statement: StatementBody, body: SubmissionBody) {
  const [only] = checkStatement(statement, {
    ...{ school: "S1", collection: collection(), rules: RULES },
    factsOf: (one) => factsOfClasses(statement, one, { body, collection: collection(), rules: RULES }),
  });
  return only as NonNullable<typeof only>;
}

const many = fc.array(pupil, { minLength: 1, maxLength: 90, size: "max" });

describe("a teacher", () => {
  test("has the counts of the pupils taught, or none at all", () => {
    const seen = { judged: 0, undecided: 0 };
    fc.assert(
      fc.property(many, teachers, (pupils, codes) => {
        const got = check(teacher("T1"), sent(pupils, taught(codes)));
        const mine = classes.filter((_, at) => codes[at] === "T1");
        const uncovered = mine.filter((name) => isSmall(pupils, name));
        const sat = inClass(pupils, mine).flatMap(({ maths }) => (typeof maths === "number" ? [maths] : []));
        expect(got.coverage).toMatchObject({ taught: mine.length, covered: mine.length - uncovered.length });
        expect(got.coverage?.missing).toEqual(uncovered.map((name) => `九年级${name}班数学`));
        if (mine.length === 0 || uncovered.length > 0 || sat.length === 0) {
          expect([got.verdict, got.value, got.counts]).toEqual(["undecided", null, null]);
          expect(got.reason).not.toBeNull();
          seen.undecided++;
          return;
        }
        const passed = sat.filter((mark) => mark >= 120).length;
        expect(got.counts).toEqual({ numerator: passed, denominator: sat.length });
        expect(got.verdict).toBe(5 * passed >= 3 * sat.length ? "met" : "missed");
        expect(got.owner).toEqual({ level: "teacher", unit: "S1", group: "数学组", teacher: "T1" });
        seen.judged++;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.judged, seen.undecided)).toBeGreaterThan(30);
  });

  test("who is not in the 任课表 is undecided, and told so", () => {
    const pupils = Array.from({ length: 12 }, (): Pupil => ({ class: "1", chinese: 100, maths: 130, entry: null }));
    const got = check(teacher("T9"), sent(pupils, taught(["T1", "T1", "T1"])));
    expect([got.verdict, got.reason?.zh]).toEqual(["undecided", "任课表中没有教师 T9"]);
  });

  test("a class not sent on its own is named in the reason, and no part of the figure is shown", () => {
    const many = Array.from({ length: 25 }, (_, at): Pupil => ({ class: at < 20 ? "1" : "2", chinese: 100, maths: 130, entry: null }));
    const got = check(teacher("T1"), sent(many, taught(["T1", "T1", "T2"])));
    expect([got.verdict, got.value, got.shown.value]).toEqual(["undecided", null, null]);
    expect(got.reason?.zh).toBe("任教 2 个班次，其中 1 个没有单独的数据（不足 10 人的班只随年级填报）：九年级2班数学");
  });
});

describe("a subject group", () => {
  test("has the counts of everybody taught the subject, small classes too, as the whole grade says", () => {
    fc.assert(
      fc.property(many, teachers, (pupils, codes) => {
        const got = check(group, sent(pupils, taught(codes)));
        const all = pupils.filter(present);
        const sat = all.flatMap(({ maths }) => (typeof maths === "number" ? [maths] : []));
        if (all.length < 10 || sat.length === 0) {
          expect([got.verdict, got.value]).toEqual(["undecided", null]);
          return;
        }
        expect(got.counts).toEqual({ numerator: sat.filter((mark) => mark >= 120).length, denominator: sat.length });
      }),
      { numRuns: 200 },
    );
  });

  test("where a grade is sent by classes only and one of the 任课表 is not among them, it is undecided", () => {
    const pupils = Array.from({ length: 20 }, (): Pupil => ({ class: "1", chinese: 100, maths: 130, entry: null }));
    const body = { ...bodyByClass(pupils), teaching: taught(["T1", "T1", "T2"]) };
    expect(check(group, body)).toMatchObject({ verdict: "undecided", coverage: { taught: 3, covered: 1 } });
    expect(check(group, { ...body, teaching: taught(["T1", "T1", "T2"]).slice(0, 1) })).toMatchObject({ verdict: "met" });
  });

  test("mean and deviation are those of the pupils, by the readers of the rollup", () => {
    const marks = [90, 111, 120, 121, 133, 140, 150, 160, 170, 200, 60];
    const pupils = marks.map((maths): Pupil => ({ class: "1", chinese: 100, maths, entry: null }));
    const facts = factsOfClasses(group, line, { body: sent(pupils, taught(["T1", "T1", "T1"])), collection: collection(), rules: RULES });
    const value = (id: string) => facts.figures.find((one: Figure) => one.indicator === id)?.value;
    const mean = marks.reduce((sum, mark) => sum + mark / 2, 0) / marks.length;
    expect(value("exam.mean")).toBeCloseTo(mean, 12);
    const deviation = Math.sqrt(marks.reduce((sum, mark) => sum + (mark / 2 - mean) ** 2, 0) / marks.length);
    expect(value("exam.sd")).toBeCloseTo(deviation, 12);
  });
});
