/** What a definition says of an indicator, and the closed lists its words come from. */
import type { ResourceName, Stage } from "../contract.ts";
import type { Lines } from "../exam.ts";
import type { Words } from "../refusal.ts";
import type { Operator } from "../target.ts";
import type { Kind } from "./kinds.ts";
import type { SourceId } from "./sources.ts";

/** How often it is taken. A 学年 (school year) is not a 年度 (calendar year). */
export const PERIODS = {
  lesson: { zh: "次", en: "each time" },
  day: { zh: "日", en: "day" },
  week: { zh: "周", en: "week" },
  month: { zh: "月", en: "month" },
  term: { zh: "学期", en: "term" },
  schoolyear: { zh: "学年", en: "school year" },
  year: { zh: "年度", en: "year" },
  threeyears: { zh: "三年", en: "three years" },
} as const satisfies Record<string, Words>;
export type Cycle = keyof typeof PERIODS;

export const STAGES = {
  primary: { zh: "小学", en: "primary" },
  junior: { zh: "初中", en: "junior" },
  senior: { zh: "高中", en: "senior" },
} as const satisfies Record<Stage, Words>;

/** Whom it is about: where one fact is one case. */
export const LEVELS = {
  county: { zh: "区县", en: "county" },
  school: { zh: "学校", en: "school" },
  group: { zh: "学科组", en: "subject group" },
  class: { zh: "班级", en: "class" },
  teacher: { zh: "教师", en: "teacher" },
  principal: { zh: "校长", en: "principal" },
  pupil: { zh: "学生", en: "pupil" },
} as const satisfies Record<string, Words>;
export type Level = keyof typeof LEVELS;

/** Indicators that are reported together. */
export const FORMS = {
  exam: { zh: "考试成绩", en: "exam" },
  resources: { zh: "办学条件", en: "resources" },
  staff: { zh: "教师队伍", en: "staff" },
  pupils: { zh: "学生发展", en: "pupils" },
  fitness: { zh: "体质健康", en: "fitness" },
  teaching: { zh: "课程教学", en: "teaching" },
  activities: { zh: "活动次数", en: "activities" },
  survey: { zh: "问卷调查", en: "survey" },
  finance: { zh: "经费", en: "finance" },
  evidence: { zh: "制度与佐证", en: "rules and evidence" },
  outside: { zh: "外部评定", en: "outside results" },
  events: { zh: "规则触发", en: "event rules" },
} as const satisfies Record<string, Words>;
export type Form = keyof typeof FORMS;

/** Families, in the order in which lists show them. */
export const FAMILIES = {
  exam: { zh: "考试成绩", en: "Exam results" },
  academic: { zh: "学业质量", en: "Academic quality" },
  pupils: { zh: "学生发展", en: "Pupils' development" },
  moral: { zh: "德育", en: "Moral education" },
  health: { zh: "体育与心理健康", en: "Fitness and mental health" },
  curriculum: { zh: "课程与劳动", en: "Curriculum and labour" },
  teaching: { zh: "课堂与作业", en: "Lessons and homework" },
  staff: { zh: "教师队伍", en: "Teachers" },
  research: { zh: "教研", en: "Teaching research" },
  families: { zh: "家校与满意度", en: "Families and satisfaction" },
  finance: { zh: "经费与条件", en: "Finance and conditions" },
  supervision: { zh: "督导与考核", en: "Supervision and appraisal" },
  governance: { zh: "组织与机制", en: "Organisation and mechanisms" },
  senior: { zh: "高考与位次", en: "Gaokao and rankings" },
  equity: { zh: "优质均衡·资源配置", en: "High-quality balance: resources" },
  assurance: { zh: "优质均衡·政府保障", en: "High-quality balance: government assurance" },
  quality: { zh: "优质均衡·教育质量与认可", en: "High-quality balance: quality and recognition" },
} as const satisfies Record<string, Words>;
export type Family = keyof typeof FAMILIES;

/** How a value is shown and typed: rates are fractions shown as %, points differences of rates, flags 1 or 0, levels their place in a list. */
export type Unit = "rate" | "points" | "mark" | "none" | "flag" | "level" | "rank";

/** An open reading: the choice in force, shown beside every number that rests on it. */
export interface Reading extends Words {
  readonly id: string;
}

/** What a definition leaves open: a region chooses, and the choice is shown beside the number. */
export interface Option {
  readonly id: string;
  readonly names: Words;
  /** The first is the default. */
  readonly choices: readonly Reading[];
  /** Why it is open, and where the default comes from. */
  readonly source: Words;
}

/** A limit of the source: its default target. `upTo` only with `between`. */
export interface Limit {
  readonly stage: Stage | null;
  readonly operator: Operator;
  readonly value: number;
  readonly upTo?: number;
}

/** Where the rollup finds it in what schools send; `entered`: under its own id, as entered. */
export type Reads =
  | { readonly from: "paper" }
  | { readonly from: "stage"; readonly line: keyof Lines }
  | { readonly from: "grade"; readonly grade: number | null; readonly subjects: readonly string[] | null }
  | { readonly from: "pairs" }
  | { readonly from: "members" }
  | { readonly from: "resource"; readonly resource: ResourceName }
  | { readonly from: "resources" }
  | { readonly from: "entered" };

/** Inputs in their declared order, as a person would write them into cells, and the value they give. */
export interface Example {
  readonly inputs: readonly ExampleInput[];
  readonly value: number;
}
export type ExampleInput =
  | number
  | string
  | boolean
  | readonly (number | string | null)[]
  | readonly (readonly (number | string | null)[])[];

export interface Definition {
  readonly id: string;
  /** Other ids that lead here. */
  readonly aliases?: readonly string[];
  readonly version: number;
  /** In force from the first day of this month (2026-11) until a later version is. */
  readonly from: string;
  readonly names: Words;
  readonly family: Family;
  readonly form: Form;
  readonly kind: Kind;
  readonly stages: readonly Stage[];
  readonly periods: readonly Cycle[];
  readonly levels: readonly Level[];
  readonly unit: Unit;
  /** The word after the number: 次, 人/百生. */
  readonly measure?: Words;
  readonly better: "high" | "low" | "none";
  readonly source: SourceId;
  /** The clause of the source, with its words. */
  readonly clause: string;
  /** How sure it is that the source says so. */
  readonly confidence: "high" | "medium" | "low";
  /** The source's own thresholds, used where the region has set no target. */
  readonly targets: readonly Limit[];
  /**
   * `limit`: judged by its targets. `direction`: the text gives no number; shown, never a pass. `open`: the text is cut or leaves out
   * what would be needed; never guessed, never judged. `unset`: the source gives no limit; a region may set one.
   */
  readonly judged: "limit" | "direction" | "open" | "unset";
  /** Why it is open or has a direction only. */
  readonly why?: Words;
  /** Readings the definition itself takes, shown beside every number. */
  readonly readings?: readonly Reading[];
  /** What a region may choose. */
  readonly options?: readonly Option[];
  /** Policy bars comparing schools or people by it. */
  readonly restricted?: Words;
  /** An estimate: the official value comes from elsewhere. */
  readonly estimate?: true;
  readonly reads: Reads;
  readonly example: Example | null;
}
