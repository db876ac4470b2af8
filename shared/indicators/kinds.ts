/**
 * The closed set of kinds: how an indicator reads its value from whole numbers. A definition names its kind; nothing else computes.
 */
import type { ResourceName, Stage } from "../contract.ts";
import type { Lines } from "../exam.ts";
import { atLeast, deviation, type Frequency, mean, type Sums } from "../kernel/frequency.ts";
import type { Rate } from "../rates.ts";
import type { Words } from "../refusal.ts";
import type { Operator } from "../target.ts";

export type Kind =
  /** Share of those who sat at or above a line (or strictly below it): k of n. */
  | { readonly kind: "share"; readonly line: keyof Lines; readonly side: "reached" | "below" }
  /** Mean mark of those who sat. */
  | { readonly kind: "mean" }
  /** Population standard deviation of the marks. */
  | { readonly kind: "deviation" }
  /** Pupils who pass in every subject of a grade: k of n. */
  | { readonly kind: "joint" }
  /** Mean residual of a school in the regression of the region. */
  | { readonly kind: "valueAdded" }
  /** Share of the variance between schools, read over the members. */
  | { readonly kind: "between" }
  /** 差异系数 of each resource per pupil, read over the members. */
  | { readonly kind: "disparity" }
  /** A share pooled over all papers of a stage. */
  | { readonly kind: "pooled"; readonly line: keyof Lines }
  /** A joint pass of one grade, optionally of named subjects only. */
  | { readonly kind: "graduates"; readonly grade: number; readonly subjects: readonly string[] | null }
  /** A pooled share minus the same share of an earlier, closed collection, in points. */
  | { readonly kind: "change"; readonly line: keyof Lines };

/** An open reading: the choice in force, shown beside every number that rests on it. */
export interface Reading extends Words {
  readonly id: string;
}

export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly names: Words;
  readonly kind: Kind;
  readonly stages: readonly Stage[];
  /** `rate` is a fraction; `mark` is marks; `points` is a difference of two rates, as a fraction; `none` has no unit. */
  readonly unit: "rate" | "mark" | "points" | "none";
  readonly better: "high" | "low" | "none";
  readonly formula: Words;
  readonly source: string;
  /** The source's own thresholds, used where the region has set no target. */
  readonly targets: readonly { readonly stage: Stage | null; readonly operator: Operator; readonly value: number }[];
  readonly reading: Reading | null;
  /** An estimate: the official value comes from elsewhere. */
  readonly estimate: boolean;
  /** Marks (full 100) with the figure they give: executed by the catalogue test. Null where one column of marks cannot show it. */
  readonly example: { readonly marks: readonly number[]; readonly value: number } | null;
}

/** What one paper's slice gives to be read: its marks, their exact sums and its lines. */
export interface PaperMarks {
  readonly frequency: Frequency;
  readonly sums: Sums;
  readonly lines: Lines;
}

/** Reads the kinds that need one paper's marks only; `undefined` when nobody sat. */
export function readPaper(kind: Kind, { frequency, sums, lines }: PaperMarks): Rate | number | undefined {
  switch (kind.kind) {
    case "share": {
      const reached = atLeast(frequency, lines[kind.line]);
      return sums.n === 0 ? undefined : { numerator: kind.side === "reached" ? reached : sums.n - reached, denominator: sums.n };
    }
    case "mean":
      return mean(sums);
    case "deviation":
      return deviation(sums);
    default:
      return undefined;
  }
}

/** Adds rates by their counts: the only way to join them. */
export function pool(rates: readonly Rate[]): Rate | undefined {
  const numerator = rates.reduce((sum, rate) => sum + rate.numerator, 0);
  const denominator = rates.reduce((sum, rate) => sum + rate.denominator, 0);
  return denominator === 0 ? undefined : { numerator, denominator };
}

/** Amounts are whole numbers of these parts: people and rooms as counted, 0.01 square metres, fen. */
export const RESOURCE_UNITS: Readonly<Record<ResourceName, { readonly parts: number; readonly zh: string; readonly en: string }>> = {
  "teachers.overqualified": { parts: 1, zh: "高于规定学历教师数", en: "teachers above the required degree" },
  "teachers.backbone": { parts: 1, zh: "县级以上骨干教师数", en: "backbone teachers, county and above" },
  "teachers.pearts": { parts: 1, zh: "体育、艺术专任教师数", en: "PE and arts teachers" },
  "area.teaching": { parts: 100, zh: "教学及辅助用房面积", en: "teaching and auxiliary area" },
  "area.sports": { parts: 100, zh: "体育运动场馆面积", en: "sports area" },
  "equipment.value": { parts: 100, zh: "教学仪器设备值", en: "value of teaching equipment" },
  "rooms.multimedia": { parts: 1, zh: "网络多媒体教室数", en: "networked multimedia classrooms" },
};
