/** Numbers of people that a school gives in several places: within one file, beside its resources, and against last time. */
import { describe, expect, test } from "vitest";
import type { Choice, ResourceName, Slice, SubmissionBody } from "../../shared/contract.ts";
import { codes, last, now, ofStage, process, res, resources, resourcesLast, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";
import { chinese } from "./bodies.ts";

interface Numbers {
  readonly tested?: number;
  readonly pupils?: number;
  readonly teachers?: readonly [number, number];
  readonly answers?: number;
}
const wide = {
  ...process,
  indicators: [
    "teacher.backbone.share",
    "teacher.project.rate",
    "teacher.contest.award.rate",
    "satisfaction.parent.school",
    "psych.teacher.ratio",
    "fitness.pass.rate",
    "fitness.good.rate",
  ],
};
/** What a school of 536 pupils and 46 teachers reports, but for what is said otherwise. */
function reported({ tested = 534, pupils = 536, teachers = [46, 46], answers = 500 }: Numbers = {}): SubmissionBody {
  return ofStage({
    entered: {
      "teacher.backbone.share": { of: 8, among: teachers[0] },
      "teacher.project.rate": { of: 18, among: teachers[1] },
      // Of those who entered: other people than all teachers.
      "teacher.contest.award.rate": { of: 5, among: 20 },
      "satisfaction.parent.school": { of: 490, among: answers },
      "psych.teacher.ratio": { top: 1, bottom: pupils },
      "fitness.pass.rate": { of: tested - 10, among: tested },
      "fitness.good.rate": { of: tested - 12, among: tested },
    },
  });
}
const reports = (numbers: Numbers = {}, enrolled: number | null = null) => {
  const beside: Sent[] = enrolled === null ? [] : [["res", "S01", res(enrolled, 1_500_000)]];
  return storeOf([...beside, ["pro", "S01", reported(numbers)]], [wide, resources]);
};
const zh = (store: ReturnType<typeof storeOf>, id = "pro") => words(store, id).map((one) => one.zh);

describe("numbers of the same people in one year", () => {
  test("pupils tested, a tenth fewer than the school has, are asked about with every place", () => {
    expect(zh(reports({ tested: 300 }, 536))).toEqual([
      "初中的学生人数几处对不上：“专职心理教师配备”的学生数、“2025 办学条件”的在校学生数 536；“体质健康测试优良率”的计入分母的学生数、“体质健康测试达标率”的计入分母的学生数 300。请核对哪一处不对；确实不同的请说明原因。",
    ]);
    // 483 of 536 are 9.9 % fewer, 482 are 10.1 %.
    expect([codes(reports({ tested: 483 }, 536), "pro"), codes(reports({ tested: 482 }, 536), "pro")]).toEqual([[], ["S01 people-apart"]]);
  });

  test("a digit lost is found within the file, and beside the resources", () => {
    expect(codes(reports({ pupils: 53 }), "pro")).toEqual(["S01 people-apart"]);
    expect(zh(reports({ pupils: 53, tested: 53 }, 536))[0]).toContain("“2025 办学条件”的在校学生数 536");
  });

  test("a roll that is over a twentieth and ten pupils from the one of the resources is asked about, and that its digits are swapped", () => {
    expect(zh(reports({ pupils: 483, tested: 483 }, 438))).toEqual([
      "初中的学生人数几处对不上：“体质健康测试优良率”的计入分母的学生数、“体质健康测试达标率”的计入分母的学生数、“专职心理教师配备”的学生数 483；“2025 办学条件”的在校学生数 438（438 和 483 只是数字的次序不同）。请核对哪一处不对；确实不同的请说明原因。",
    ]);
    // 27 of 536 are 5.04 %, 26 are 4.85 %; 9 of 100 are 9 %, but nine pupils may come and go.
    expect([codes(reports({ pupils: 509 }, 536), "pro"), codes(reports({ pupils: 510 }, 536), "pro")]).toEqual([["S01 people-apart"], []]);
    expect(codes(reports({ pupils: 100, tested: 100, answers: 100 }, 91), "pro")).toEqual([]);
  });

  test("two numbers of teachers in one sheet are asked about", () => {
    expect(zh(reports({ teachers: [46, 65] }))).toEqual([
      "初中的教师人数几处对不上：“教师参与县级及以上课题研究比例”的教师数 65；“县级及以上骨干教师占比”的教师数 46。请核对哪一处不对；确实不同的请说明原因。",
    ]);
    expect(codes(reports({ teachers: [46, 50] }), "pro")).toEqual([]);
  });

  test("more than two answers of parents for each pupil are asked about, where the pupils are known", () => {
    expect(zh(reports({ answers: 4800 }, 536))).toEqual([
      "初中的有效答卷多于学生的 2 倍：“家长满意度”的有效答卷数 4800；“专职心理教师配备”的学生数、“2025 办学条件”的在校学生数 536。请核对答卷数和学生数；确实如此请说明。",
    ]);
    expect([codes(reports({ answers: 1072 }), "pro"), codes(reports({ answers: 1073 }), "pro")]).toEqual([[], ["S01 answers-many"]]);
  });

  test("are no question where all is well, a small school's two exempt pupils and entrants of a contest among them", () => {
    expect([codes(reports(), "pro"), codes(reports({}, 540), "pro")]).toEqual([[], []]);
    expect(codes(reports({ pupils: 17, tested: 15, answers: 17 }, 17), "pro")).toEqual([]);
    const alone = storeOf([["pro", "S01", ofStage({ entered: { "fitness.pass.rate": { of: 80, among: 100 } } })]], [process]);
    expect(codes(alone, "pro")).toEqual([]);
  });
});

describe("teachers of the process beside those of the resources of the same year", () => {
  /** 536 pupils and 46 teachers, 8 of them backbone. */
  const store = (amounts: Partial<Record<ResourceName, number>>, choices: Choice[] = [], psych = 1) => {
    const own = reported();
    const [slice] = own.slices;
    const entered = { ...slice?.entered, "psych.teacher.ratio": { top: psych, bottom: 536 } };
    const sent: Sent[] = [
      ["res", "S01", ofStage({ resources: { pupils: 536, amounts } })],
      ["pro", "S01", ofStage({ entered })],
    ];
    return storeOf(sent, [{ ...wide, choices }, resources]);
  };

  test("are asked about where some are more than all", () => {
    expect(zh(store({ "teachers.overqualified": 49 }))).toEqual([
      "初中“2025 办学条件”的高于规定学历教师数 49 多于“县级及以上骨干教师占比”的教师数、“教师参与县级及以上课题研究比例”的教师数 46：前者应包含在后者之内。请核对两处人数；确实不同的请说明原因。",
    ]);
    // In two forms, of two days, two may have left in between; in one form not even one is more than all.
    expect(codes(store({ "teachers.overqualified": 48, "teachers.pearts": 6 }), "pro")).toEqual([]);
    expect(codes(store({}, [], 47), "pro")).toEqual(["S01 part-above-whole"]);
    expect(codes(store({}, [], 46), "pro")).toEqual([]);
  });

  test("and where the backbone teachers are not as many by both names", () => {
    expect(zh(store({ "teachers.backbone": 5 }))).toEqual([
      "初中县级及以上骨干教师在两处不同：“2025 过程指标” 8 人，“2025 办学条件” 5 人。请核对哪一处不对；确实不同的请说明原因（如时间不同）。",
    ]);
    expect([11, 10, 6].map((backbone) => codes(store({ "teachers.backbone": backbone }), "pro"))).toEqual([
      ["S01 backbone-differs"],
      [],
      [],
    ]);
    // Where subject leaders are no backbone teachers in the one, there may be fewer in it, and not more.
    const apart: Choice[] = [{ option: "backbone-leaders", choice: "apart", why: "", by: "", at: "" }];
    expect([11, 5].map((backbone) => codes(store({ "teachers.backbone": backbone }, apart), "pro"))).toEqual([
      [],
      ["S01 backbone-differs"],
    ]);
  });
});

describe("the pupils of a stage against last time's", () => {
  /** Six schools as last time, but S01 with so many pupils now. */
  const store = (pupils: number) =>
    storeOf(
      SCHOOLS.flatMap((school, at): Sent[] => [
        ["res-last", school, res(536 + at, 1_700_000)],
        ["res", school, res(school === "S01" ? pupils : 536 + at, 1_701_000 + 100 * at)],
      ]),
      [resources, resourcesLast],
    );

  test("are one question by their own name, in place of those about every amount per pupil", () => {
    expect(zh(store(5360), "res")).toEqual([
      "初中在校学生数 5360 人，上次（2024 办学条件）是 536 人。请核对有没有多写、少写一位或填错；确实如此请说明原因。生均各项都由它算出。",
    ]);
    expect(codes(store(300), "res")).toEqual(["S01 roll-changed"]);
  });

  test("are none within a quarter", () => {
    // 536 × 1.25 = 670 and × 0.75 = 402.
    expect([670, 671, 402, 401].map((pupils) => codes(store(pupils), "res").includes("S01 roll-changed"))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(codes(store(537), "res")).toEqual([]);
  });
});

describe("a grade with far fewer pupils", () => {
  const ofClasses = (sizes: readonly number[]): SubmissionBody => {
    const whole = chinese([[80, sizes.reduce((sum, size) => sum + size, 0)]]);
    const classes = sizes.flatMap((size, at) => chinese([[80, size]]).slices.map((slice): Slice => ({ ...slice, class: `${at + 1}班` })));
    return { ...whole, slices: [...whole.slices, ...classes] };
  };
  const store = (sizes: readonly number[], beside: readonly Sent[]) =>
    storeOf([...beside, ["now", "S01", ofClasses(sizes)]], [now, last, resources]);
  const before: Sent = ["last", "S01", ofClasses([45, 45, 45, 44])];
  const roll: Sent = ["res", "S01", res(536, 1_700_000)];

  test("than last time, and than the roll leads to expect, is asked about once, with the classes", () => {
    expect(zh(store([45, 44], [before, roll]), "now").filter((one) => one.includes("漏交"))).toEqual([
      "九年级应考 89 人、2 个班，上次（上学年期末）179 人、4 个班；初中 3 个年级在校生共 536 人（2025 办学条件）。请核对有没有漏交的班或学生；确实如此请说明原因。",
    ]);
    expect(codes(store([45, 44], [roll]), "now")).toContain("S01 grade-small");
  });

  test("is none of six tenths or more, nor a few pupils of a small school, nor a grade as large as last time", () => {
    const asked = (sizes: readonly number[], ...beside: readonly Sent[]) => codes(store(sizes, beside), "now").includes("S01 grade-small");
    // 0.6 × 179 = 107.4.
    expect([asked([54, 54], before), asked([54, 53], before)]).toEqual([false, true]);
    expect(asked([8], ["last", "S01", ofClasses([17])])).toBe(false);
    expect(asked([45, 45, 45, 44], before, ["res", "S01", res(1000, 3_000_000)])).toBe(false);
    expect(asked([45, 45, 45, 44], roll)).toBe(false);
  });
});
