/**
 * The closed set of kinds: how an indicator reads its value from whole numbers. A definition names its kind; nothing else computes.
 * Each kind says once, in its own file: its inputs, how they tally, how they read, its formula in words and in native Excel.
 */
import { type ChangeKind, change } from "./kinds/change.ts";
import { type ChecklistKind, checklist } from "./kinds/checklist.ts";
import { type CountKind, count } from "./kinds/count.ts";
import { type DispersionKind, dispersion } from "./kinds/dispersion.ts";
import { type EventKind, event } from "./kinds/event.ts";
import { type JointKind, joint } from "./kinds/joint.ts";
import { type MarksKind, marks } from "./kinds/marks.ts";
import { type MeanKind, mean } from "./kinds/mean.ts";
import { type OutsideKind, outside } from "./kinds/outside.ts";
import { type RateKind, rate } from "./kinds/rate.ts";
import { type RatioKind, ratio } from "./kinds/ratio.ts";
import type { Rule } from "./kinds/rule.ts";
import { type SchoolCheckKind, schoolCheck } from "./kinds/schoolcheck.ts";
import { type ShareKind, share } from "./kinds/share.ts";
import { type ValueAddedKind, valueAdded } from "./kinds/valueadded.ts";
import { type WorstKind, worst } from "./kinds/worst.ts";

export type Kind =
  | RateKind
  | RatioKind
  | CountKind
  | WorstKind
  | MeanKind
  | ShareKind
  | MarksKind
  | JointKind
  | ChecklistKind
  | ChangeKind
  | DispersionKind
  | ValueAddedKind
  | SchoolCheckKind
  | OutsideKind
  | EventKind;

export type KindName = Kind["kind"];

const RULES: { readonly [Name in KindName]: Rule<Extract<Kind, { kind: Name }>> } = {
  rate,
  ratio,
  count,
  worst,
  mean,
  share,
  marks,
  joint,
  checklist,
  change,
  dispersion,
  valueAdded,
  schoolCheck,
  outside,
  event,
};

export const KIND_NAMES = Object.keys(RULES) as KindName[];

/** The rule of a kind, for that very kind. */
export function ruleOf(kind: Kind): Rule<Kind> {
  return RULES[kind.kind] as unknown as Rule<Kind>;
}
