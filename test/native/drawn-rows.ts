/**
 * Twenty rows of the two source lists, drawn at random and worked out by hand from the source texts: the clause as the text has it, inputs
 * that just meet the limit and just miss it, the value as an exact fraction. Only the order of the inputs is the definitions' own.
 *
 * The draw: DRAW below over the 245 rows of seed-indicators.csv and then the 43 of standard-indicators.csv, in the order of the files.
 */

import type { Stage } from "../../shared/contract.ts";
import type { ExampleInput } from "../../shared/indicators/definition.ts";

/** Python, given the number of rows: the places of the twenty, from 0 on. */
export const DRAW = "import json, random, sys; print(json.dumps(sorted(random.Random(20261128).sample(range(int(sys.argv[1])), 20))))";

type Operator = ">=" | "<=" | "=";
type Verdict = "达标" | "未达标" | "无法判定";
type Case = readonly [inputs: readonly ExampleInput[], top: number, bottom: number, verdict: Verdict];

export interface Drawn {
  readonly id: string;
  readonly clause: string;
  readonly stage: Stage | null;
  /** `null`: the text gives no number, so nothing is ever a pass. */
  readonly limit: readonly [Operator, number] | null;
  /** None: a rule, which is not computed from inputs. */
  readonly cases: readonly Case[];
}

/** The clauses of 000 are written in simplified characters here; its scrape is in traditional ones. */
export const DRAWN: readonly Drawn[] = [
  {
    id: "teacher.backbone.share",
    clause: "000 二.3 教师队伍中县级及以上骨干教师占比达25%",
    stage: null,
    limit: [">=", 0.25],
    // 24.99 % is shown as 25.0 % and is less.
    cases: [
      [[50, 200], 1, 4, "达标"],
      [[2499, 10000], 2499, 10000, "未达标"],
    ],
  },
  {
    id: "science.experiment.share.primary",
    clause: "000 三(二)1 小学科学实验课占比不低于80%",
    stage: "primary",
    limit: [">=", 0.8],
    cases: [
      [[28, 35], 4, 5, "达标"],
      [[28, 36], 7, 9, "未达标"],
    ],
  },
  {
    id: "lesson.recorded.count",
    clause: "000 三(二)2 录制精品课例20节以上（覆盖所有年级、主要学科）",
    stage: null,
    limit: [">=", 20],
    // 以上 includes the number; the cover is a row of its own.
    cases: [
      [[20], 20, 1, "达标"],
      [[19], 19, 1, "未达标"],
    ],
  },
  {
    id: "subjectgroup.excellent.count",
    clause: "000 三(三)2 2025年需培育2个县级以上优秀学科组",
    stage: null,
    limit: [">=", 2],
    cases: [
      [[2], 2, 1, "达标"],
      [[1], 1, 1, "未达标"],
    ],
  },
  {
    id: "research.outcome.count",
    clause: "000 三(三)2 推出3项可复制的教研成果",
    stage: null,
    limit: [">=", 3],
    cases: [
      [[3], 3, 1, "达标"],
      [[2], 2, 1, "未达标"],
    ],
  },
  {
    id: "psych.teacher.ratio",
    clause: "000 三(四)2 配齐配强专职心理教师（每1000名学生至少1名）",
    stage: null,
    limit: [">=", 1],
    // 1,000 pupils are one thousand, 1,001 two that have begun; a school of 400 needs one too.
    cases: [
      [[1, 1000], 1, 1, "达标"],
      [[1, 1001], 1, 2, "未达标"],
      [[2, 1001], 1, 1, "达标"],
      [[1, 400], 1, 1, "达标"],
      [[0, 400], 0, 1, "未达标"],
    ],
  },
  {
    id: "psych.file.coverage",
    clause: "000 三(四)2 建立学生心理档案（覆盖全体学生）",
    stage: null,
    limit: ["=", 1],
    // 99.99 % is shown as 100.0 %; 全体 is every pupil.
    cases: [
      [[10000, 10000], 1, 1, "达标"],
      [[9999, 10000], 9999, 10000, "未达标"],
    ],
  },
  {
    id: "rank.city.primary",
    clause: "001 二 小学：在全市小学综合评估中位居全市各县区前6名",
    stage: "primary",
    limit: ["<=", 6],
    cases: [
      [[6, "市综合评估通报"], 6, 1, "达标"],
      [[7, "市综合评估通报"], 7, 1, "未达标"],
    ],
  },
  {
    id: "warning.yellow",
    clause: "001 三(二)5 对教化教学质量连续两年下滑和居末位的要赐予黄牌警告，并进行诫勉谈话",
    stage: null,
    limit: null,
    cases: [],
  },
  {
    id: "leader.school.pairing",
    clause: "001 四(一) 实行局领导干部包保学校制度",
    stage: null,
    // The text writes no rate; a system for schools is read as one for each of them, and the definition says so beside every number.
    limit: ["=", 1],
    cases: [
      [[42, 42], 1, 1, "达标"],
      [[41, 42], 41, 42, "未达标"],
    ],
  },
  {
    id: "labor.lessons.weekly",
    clause: "002 二 课程体系优化：每周开设2课时劳动必修课",
    stage: null,
    limit: [">=", 2],
    // The class with fewest lessons, not the mean of the three, which is 23/6.
    cases: [
      [[[2, 3, 2]], 2, 1, "达标"],
      [[[5, 5, 1.5]], 3, 2, "未达标"],
    ],
  },
  {
    id: "routine.rules.revised",
    clause: "002 三(一) 修订《中小学教学常规管理细则》",
    stage: null,
    limit: ["=", 1],
    cases: [
      [["是"], 1, 1, "达标"],
      [["否"], 0, 1, "未达标"],
    ],
  },
  {
    id: "command.exists",
    clause: "002 四 成立“教学质量提升指挥部”",
    stage: null,
    limit: ["=", 1],
    cases: [
      [["是"], 1, 1, "达标"],
      [["否"], 0, 1, "未达标"],
    ],
  },
  {
    id: "student.quality.fiveaspects",
    clause: "003 三(二)3 全面评价学生的品德发展、学业水平、身心健康、艺术素养和社会实践等方面的表现",
    stage: null,
    limit: ["=", 5],
    cases: [
      [["是", "是", "是", "是", "是"], 5, 1, "达标"],
      [["是", "是", "否", "是", "是"], 4, 1, "未达标"],
    ],
  },
  {
    id: "plan.milestone.implement",
    clause: "003 三(二) 1.资源配置优化行动 2.师资队伍建设行动 3.教育质量提升行动",
    stage: null,
    limit: ["=", 3],
    cases: [
      [["是", "是", "是"], 3, 1, "达标"],
      [["是", "否", "是"], 2, 1, "未达标"],
    ],
  },
  {
    id: "inspection.teaching.routine",
    clause: "004 第4条 定期、不定期……采取随机抽查的方式……经常性地对教师教学常规的实施情况进行督导",
    stage: null,
    limit: null,
    cases: [
      [[0], 0, 1, "无法判定"],
      [[3], 3, 1, "无法判定"],
      [[1000], 1000, 1, "无法判定"],
    ],
  },
  {
    id: "eq.teacher.backbone.primary",
    clause: "guide C.1 #2 每百名学生拥有县级以上骨干教师数 小学 1",
    stage: "primary",
    limit: [">=", 1],
    // 700 for 701 pupils is shown as 1.00 and is less.
    cases: [
      [[7, 700], 1, 1, "达标"],
      [[7, 701], 700, 701, "未达标"],
    ],
  },
  {
    id: "eq.area.sports.primary",
    clause: "guide C.1 #5 生均体育运动场馆面积 ㎡ 小学 7.5",
    stage: "primary",
    limit: [">=", 7.5],
    cases: [
      [[4387.5, 585], 15, 2, "达标"],
      [[4387.4, 585], 21937, 2925, "未达标"],
    ],
  },
  {
    id: "gov.09.training",
    clause: "guide C.3 9 360 hours in 5 years = 100 %",
    stage: null,
    limit: ["=", 1],
    cases: [
      [[2000, 2000], 1, 1, "达标"],
      [[1999, 2000], 1999, 2000, "未达标"],
    ],
  },
  {
    id: "qual.04.trainingfund",
    clause: "guide C.4 4 training ≥5 % of public-fund budget",
    stage: null,
    limit: [">=", 0.05],
    // Every school: pooled, the second pair would be 7 %.
    cases: [
      [
        [
          [50000, 25000],
          [1000000, 500000],
        ],
        1,
        20,
        "达标",
      ],
      [
        [
          [80000, 24999],
          [1000000, 500000],
        ],
        24999,
        500000,
        "未达标",
      ],
    ],
  },
];
