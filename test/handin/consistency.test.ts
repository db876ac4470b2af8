/** What a bureau asks about once all files lie side by side: each question with both numbers, and none where all is well. */
import { describe, expect, test } from "vitest";
import { countedAt } from "../../shared/collecting/apart.ts";
import type { Collection, Slice, SubmissionBody } from "../../shared/contract.ts";
import { defaultSettings, type Settings } from "../../shared/handin/consistency/settings.ts";
import { SETTING_WORDS } from "../../shared/handin/consistency/settings-words.ts";
import { CHINESE } from "../indicators/county.ts";
import { asked, codes, last, now, ofStage, papers, passing, res, resources, SCHOOLS, type Sent, storeOf, words } from "./asked-store.ts";
import { chinese, county, definitions } from "./bodies.ts";

describe("participation", () => {
  const store = (before: number, after: number) =>
    storeOf([
      ["last", "S01", passing(60, before)],
      ["now", "S01", passing(60, after)],
    ]);

  test("that fell by more than two points is asked about, with both rates and the counts", () => {
    // 100 of 101 are 99.01 %, 100 of 104 are 96.15 %.
    expect(words(store(1, 4), "now")).toEqual([
      {
        zh: "九年级参考率由上次的 99.01 %（上学年期末）降到 96.15 %（实考 100 / 应考 104，不含免考，各科合计）。请核对缺考、缓考人数，属实的请说明原因。",
        en: "grade 9: participation fell from 99.01 % (上学年期末) to 96.15 % (100 sat of 104 expected and not exempt, all subjects): see who was away, or say why",
      },
    ]);
  });

  test("names the subject that most were away from, and why", () => {
    const body = (deferred: number, misconduct: number): SubmissionBody => {
      const [slice] = passing(60).slices;
      const scores = slice?.scores;
      if (!slice || !scores) throw new Error("no marks");
      const states = { ...scores.states, deferred, misconduct };
      return { definitions, slices: [slice, { ...slice, subject: "数学", scores: { ...scores, states } }] };
    };
    const of = (one: SubmissionBody) =>
      words(
        storeOf([
          ["last", "S01", body(0, 0)],
          ["now", "S01", one],
        ]),
        "now",
      ).find(({ zh }) => zh.includes("参考率"));
    // 200 of 200, then 200 of 212: 94.34 %.
    expect(of(body(10, 2))).toEqual({
      zh: "九年级参考率由上次的 100.00 %（上学年期末）降到 94.34 %（实考 200 / 应考 212，不含免考，各科合计，最多的是数学：缓考 10 人、违纪 2 人）。请核对缺考、缓考人数，属实的请说明原因。",
      en: "grade 9: participation fell from 100.00 % (上学年期末) to 94.34 % (200 sat of 212 expected and not exempt, all subjects, most in 数学: 10 deferred, 2 misconduct): see who was away, or say why",
    });
  });

  test("that rose, or fell by just what is allowed, is not", () => {
    expect(codes(store(4, 1), "now")).toEqual([]);
    // 100 of 100 to 100 of 125: a fall of exactly 0.2.
    expect(codes(store(0, 25), "now", { ...defaultSettings, participationFall: 0.2 })).toEqual([]);
    expect(codes(store(0, 26), "now", { ...defaultSettings, participationFall: 0.2 })).toEqual(["S01 participation-fell"]);
  });

  test("is no question of one pupil, who is two points and more of a small grade", () => {
    const fifteen = (absent: number) => chinese([[80, 15 - absent]], absent);
    const of = (absent: number, settings = defaultSettings) =>
      codes(
        storeOf([
          ["last", "S01", fifteen(0)],
          ["now", "S01", fifteen(absent)],
        ]),
        "now",
        settings,
      ).includes("S01 participation-fell");
    // 14 of 15 are 93.3 %, 13 of 15 are 86.7 %.
    expect([of(1), of(2), of(1, { ...defaultSettings, participationFew: 1 })]).toEqual([false, true, true]);
  });

  test("is compared with the baseline where the collection names one", () => {
    const older: Collection = { ...last, collection: "older", period: "2022-2023-2" };
    const named = { ...now, baseline: "older" };
    const sent: Sent[] = [
      ["older", "S01", passing(60, 0)],
      ["last", "S01", passing(60, 9)],
      ["now", "S01", passing(60, 9)],
    ];
    expect(codes(storeOf(sent, [named, last, older]), "now")).toEqual(["S01 participation-fell"]);
    expect(codes(storeOf(sent, [now, last, older]), "now")).toEqual([]);
  });

  test("is compared with the grade below where last year's exam had the same pupils there", () => {
    const inGrade = (body: SubmissionBody, grade: number) => ({ ...body, slices: body.slices.map((slice) => ({ ...slice, grade })) });
    const both = (eight: SubmissionBody, nine: SubmissionBody) => ({ ...eight, slices: [...eight.slices, ...nine.slices] });
    const then = both(inGrade(passing(60, 1), 8), passing(60, 30));
    const eight = now.exam?.papers.map((paper) => ({ ...paper, grade: 8 })) ?? [];
    const wide = { ...last, exam: { name: "期末", papers: [...papers, ...eight] } };
    const store = storeOf(
      [
        ["last", "S01", then],
        ["now", "S01", passing(60, 4)],
      ],
      [now, wide],
    );
    expect(words(store, "now").map(({ zh }) => zh)).toEqual([
      "九年级参考率由上次八年级的 99.01 %（上学年期末）降到 96.15 %（实考 100 / 应考 104，不含免考，各科合计）。请核对缺考、缓考人数，属实的请说明原因。",
    ]);
  });

  test("with an explanation keeps it beside the question", () => {
    const noted = { ...passing(60, 9), notes: [{ code: "participation-fell", sheet: null, cell: null, text: "流感停课" }] };
    const [question] = asked(
      storeOf([
        ["last", "S01", passing(60)],
        ["now", "S01", noted],
      ]),
      "now",
    );
    expect(question?.finding.note).toBe("流感停课");
  });
});

describe("the same pupils, a year later", () => {
  const eight = now.exam?.papers.map((paper) => ({ ...paper, grade: 8 })) ?? [];
  const lastYear: Collection = { ...last, exam: { name: "期末", papers: eight } };
  const before = { ...passing(60), slices: passing(60).slices.map((slice) => ({ ...slice, grade: 8 })) };
  const sent = (pupils: number, collections = [now, lastYear]) =>
    storeOf(
      [
        ["last", "S01", before],
        [
          "now",
          "S01",
          chinese([
            [40, 20],
            [80, pupils - 20],
          ]),
        ],
      ],
      collections,
    );

  test("are asked about where more than one in twenty are gone or new", () => {
    expect(words(sent(94), "now").map(({ zh }) => zh)).toEqual([
      "九年级应考 94 人，上次（上学年期末）这批学生在八年级，应考 100 人。请核对有没有漏报的学生；确实如此请说明原因（如转学、分班）。",
    ]);
    expect(codes(sent(106), "now")).toEqual(["S01 pupils-differ"]);
    expect([codes(sent(95), "now"), codes(sent(105), "now")]).toEqual([[], []]);
  });

  test("are others where last time was two years or half a year away, or lies in two school years", () => {
    for (const period of ["2022-2023-2", "2024-2025-1", "2024"]) expect(codes(sent(50, [now, { ...lastYear, period }]), "now")).toEqual([]);
  });
});

describe("enrolment against the pupils expected", () => {
  const store = (enrolled: number) =>
    storeOf([
      ["res", "S01", res(enrolled, 900_000)],
      ["now", "S01", passing(60, 5)],
    ]);

  test("is asked about where more are expected in one grade than the stage has pupils", () => {
    expect(words(store(104), "now")).toEqual([
      {
        zh: "初中在校生 104 人（2025 办学条件），九年级应考共 105 人。请核对两处人数，不同的请说明原因（如学籍变动、时间不同）。",
        en: "junior: 104 pupils enrolled (2025 办学条件), but 105 expected in the exam: see which is right, or say why they differ",
      },
    ]);
    expect(codes(store(105), "now")).toEqual([]);
    expect(codes(store(315), "now")).toEqual([]);
  });

  test("is asked about where an exam of all grades misses pupils of the stage", () => {
    const grades = [7, 8, 9].map((grade) => ({ ...CHINESE, grade }));
    const all: Collection = { ...now, exam: { name: "期末", papers: grades } };
    const body = { definitions, slices: [7, 8, 9].flatMap((grade) => passing(60).slices.map((slice) => ({ ...slice, grade }))) };
    const of = (enrolled: number) =>
      codes(
        storeOf(
          [
            ["res", "S01", res(enrolled, 900_000)],
            ["now", "S01", body],
          ],
          [all, resources],
        ),
        "now",
      );
    expect([of(300), of(315), of(317)]).toEqual([[], [], ["S01 enrolment-differs"]]);
  });
});

describe("an amount ten thousand times off", () => {
  test("is asked about against last time, both as the school writes them", () => {
    const store = storeOf([
      ["res-last", "S01", res(900, 400_000)],
      ["res", "S01", res(900, 4_000_000_000)],
    ]);
    expect(words(store, "res")).toEqual([
      {
        zh: "初中 教学仪器设备值填 4000000000，上次（2024 办学条件）是 400000，相差约一万倍。请核对单位是不是“元”和“万元”弄混了。",
        en: "junior value of teaching equipment is 4000000000 and was 400000 last time (2024 办学条件), about ten thousand times apart: see whether 元 and 万元 were mixed up",
      },
    ]);
  });

  test("is asked about against the other schools, where there is no last time", () => {
    const store = storeOf(SCHOOLS.map((school, at) => ["res", school, res(900 + at, at === 2 ? 9_000_000_000 : 900_000 + at)]));
    expect(codes(store, "res")).toEqual(["S03 unit-ten-thousandfold"]);
  });

  test("is told from one that grew, and holds for what is entered too", () => {
    const grown = storeOf([
      ["res-last", "S01", res(900, 10_000)],
      ["res", "S01", res(900, 10_000_000)],
    ]);
    expect(codes(grown, "res")).toEqual([]);
    const budget = (yuan: number) => ofStage({ entered: { "budget.equipment.share": { top: 2_000_000, bottom: yuan * 100 } } });
    const entered = storeOf([
      ["pro-last", "S01", budget(5_000_000)],
      ["pro", "S01", budget(500)],
    ]);
    expect(words(entered, "pro")[0]?.zh).toContain("“教学设备更新投入占年度预算”的年度预算（元）填 500，上次（2024 过程指标）是 5000000");
  });
});

describe("equipment beside the standard per pupil, 2,000 yuan in primary and 2,500 in junior schools (教督〔2017〕6号)", () => {
  const of = (pupils: number, yuan: number) => codes(storeOf([["res", "S01", res(pupils, yuan)]]), "res");

  test("is asked about when it is more than ten times above or below, to the fen", () => {
    expect([of(100, 25_000), of(100, 24_999.99)]).toEqual([[], ["S01 equipment-unlikely"]]);
    expect([of(100, 2_500_000), of(100, 2_500_000.01)]).toEqual([[], ["S01 equipment-unlikely"]]);
    expect(of(100, 0)).toEqual([]);
    expect(words(storeOf([["res", "S01", res(400, 90_000)]]), "res").map(({ zh }) => zh)).toEqual([
      "初中 教学仪器设备值合 225 元/生，国家标准是 2500 元/生 起，相差 10 倍以上。请核对学生数和单位（金额是元，面积是平方米）、有没有多写或少写一位；确实如此请说明。",
    ]);
  });

  test("for the pupils of all stages where one stage tells what they share", () => {
    const stage = (name: "primary" | "junior", pupils: number, yuan?: number): Slice => ({
      ...{ stage: name, grade: null, subject: null, class: null },
      resources: { pupils, amounts: yuan === undefined ? {} : { "equipment.value": yuan * 100 } },
    });
    const schools = county.schools.map((one) => ({ ...one, stages: ["primary" as const, "junior" as const] }));
    const school = (...slices: Slice[]) => {
      const store = storeOf([["res", "S01", { definitions, slices }]]);
      return codes({ ...store, county: { ...store.county, schools } }, "res");
    };
    expect(school(stage("primary", 40, 1_000_000), stage("junior", 20))).toEqual([]);
    expect(school(stage("primary", 40, 1_200_001), stage("junior", 20))).toEqual(["S01 equipment-unlikely"]);
    expect(school(stage("primary", 40, 800_001), stage("junior", 20, 50_000))).toEqual(["S01 equipment-unlikely"]);
  });
});

describe("numbers of one file", () => {
  test("that are those of another school are asked about in both", () => {
    const store = storeOf([
      ["now", "S01", passing(60)],
      ["now", "S02", passing(60)],
      ["now", "S03", passing(61)],
    ]);
    expect(codes(store, "now")).toEqual(["S01 duplicate-content", "S02 duplicate-content"]);
    expect(words(store, "now")[0]?.zh).toContain("与第二中学（S02）的完全相同（S01.xlsx 与 S02.xlsx）");
  });

  test("in which more fail all subjects together than fail in the subjects", () => {
    const body = (passed: number): SubmissionBody => ({
      definitions,
      slices: [
        ...passing(90).slices,
        ...passing(95).slices.map((slice) => ({ ...slice, subject: "数学" })),
        { stage: "junior", grade: 9, subject: null, class: null, joint: { pupils: 100, passed, papers: countedAt(papers) } },
      ],
    });
    // 10 fail in 语文 and 5 in 数学: at most 15 fail somewhere.
    expect(codes(storeOf([["now", "S01", body(85)]]), "now")).toEqual([]);
    expect(words(storeOf([["now", "S01", body(84)]]), "now")).toEqual([
      {
        zh: "九年级全科未合格 16 人，多于各科未合格人次之和 15。请核对全科合格人数。",
        en: "grade 9: 16 did not pass every subject, more than the 15 failures in all subjects together: see the all-subject count",
      },
    ]);
  });

  test("in which more are good than pass, and papers on which more would be excellent than pass", () => {
    const fitness = ofStage({ entered: { "fitness.pass.rate": { of: 80, among: 100 }, "fitness.good.rate": { of: 81, among: 100 } } });
    expect(words(storeOf([["pro", "S01", fitness]]), "pro")[0]?.zh).toContain("“体质健康测试优良率”81 人，多于“体质健康测试达标率”80 人");
    const reversed: Collection = {
      ...now,
      exam: { name: "期末", papers: [{ ...CHINESE, lines: { pass: 100, excellent: 90, low: null } }] },
    };
    expect(codes(storeOf([], [reversed]), "now")).toEqual(["null excellent-above-pass"]);
  });
});

test("every convention has a default, its words and where it is from", () => {
  expect(Object.keys(SETTING_WORDS).sort()).toEqual(Object.keys(defaultSettings).sort());
  for (const [name, { names, source }] of Object.entries(SETTING_WORDS)) {
    const value = defaultSettings[name as keyof Settings];
    expect([name, value > 0, names.zh !== "" && names.en !== "", /约定/.test(source.zh) && /convention/.test(source.en)]).toEqual([
      name,
      true,
      true,
      true,
    ]);
  }
});

test("a county where all is well is asked nothing", () => {
  const sent = SCHOOLS.flatMap((school, at): Sent[] => [
    ["last", school, passing(60 + at, 1)],
    ["now", school, passing(61 + at, 1)],
    ["res-last", school, res(850 + 10 * at, 1_100_000 + 60_000 * at)],
    ["res", school, res(852 + 10 * at, 1_102_000 + 60_000 * at)],
  ]);
  expect([codes(storeOf(sent), "now"), codes(storeOf(sent), "res"), codes(storeOf(sent), "nothing")]).toEqual([[], [], []]);
});
