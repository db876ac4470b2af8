/** What the 优质均衡 check says, as plain data: one shape for the cell, the API and the pane. */
import type { ReadingInForce, ResourceName } from "../contract.ts";
import type { Words } from "../refusal.ts";
import type { Operator, Outcome } from "../target.ts";

export type BalanceStage = "primary" | "junior";

/** One of the seven indicators of one school and stage. Floors are exact products; `printedFloor` is what tables print (4.505 as 4.51). */
export interface BalanceValue {
  readonly resource: ResourceName;
  /** Per pupil or per 100 pupils; `null` where it was not reported. */
  readonly value: number | null;
  readonly requirement: number;
  readonly met: boolean | null;
  readonly floor: number;
  readonly aboveFloor: boolean | null;
  readonly printedFloor: number;
  readonly abovePrintedFloor: boolean | null;
}

export interface BalanceSchool {
  readonly school: string;
  readonly name: string;
  readonly stage: BalanceStage;
  readonly pupils: number | null;
  /** Shared amounts were split between the stages of the school. */
  readonly split: boolean;
  readonly values: readonly BalanceValue[];
  /** How many of the seven are met; `null` while one of them is not reported. */
  readonly met: number | null;
  /** Whether all that are not met reach the floor. */
  readonly restAboveFloor: boolean | null;
  readonly verdict: Outcome;
  /** Why it is undecided. */
  readonly reason: Words | null;
}

/** 差异系数 of one indicator over the schools of a stage, by both weightings; the one the region has chosen is judged. */
export interface BalanceDispersion {
  readonly resource: ResourceName;
  readonly weighted: number | null;
  readonly unweighted: number | null;
  readonly operator: Operator;
  readonly limit: number;
  readonly verdict: Outcome;
  readonly reason: Words | null;
}

export interface BalanceStageRead {
  readonly stage: BalanceStage;
  readonly pupils: number;
  readonly schools: number;
  readonly passing: number;
  readonly dispersions: readonly BalanceDispersion[];
  readonly verdict: Outcome;
  readonly reason: Words | null;
}

/** The parts of the standard beside the resources, in the order of its text. */
export type BalanceGroup = "precondition" | "assurance" | "quality" | "recognition";

/** One line of the checklist. An item with two requirements has two lines under one number. */
export interface BalanceItem {
  readonly group: BalanceGroup;
  readonly item: number;
  readonly indicator: string;
  readonly version: number;
  readonly names: Words;
  readonly clause: Words;
  readonly state: Outcome | "not entered";
  readonly value: number | null;
}

/** A school the standard does not ask about, and why. */
export interface BalanceOutside {
  readonly school: string;
  readonly name: string;
  readonly why: Words;
}

export interface BalanceRead {
  readonly schools: readonly BalanceSchool[];
  readonly stages: readonly BalanceStageRead[];
  readonly items: readonly BalanceItem[];
  readonly outside: readonly BalanceOutside[];
  readonly verdict: Outcome;
  readonly reason: Words | null;
  readonly readings: readonly ReadingInForce[];
}
