/** 方案 under 推演: what is supposed there, as a scenario that can be saved, and back. */
import { useMemo } from "preact/hooks";
import type { Ground } from "../../shared/whatif/input.ts";
import { liftsOf } from "../../shared/whatif/lift.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import type { Answers } from "../whatif/answers.ts";
import type { Scenarios } from "../whatif/state.ts";
import { type Lent, ScenarioSection } from "./section.tsx";

interface InTabProps {
  readonly ground: Ground;
  readonly answers: Answers;
  readonly scenarios: Scenarios;
  readonly lent: Lent;
  say(text: string): void;
}

export function ScenariosInTab({ ground, answers: { planned, current, unit }, scenarios: { now, change }, lent, say }: InTabProps) {
  const { moves, choices, unit: about, question, limit, schools, pupils, share } = now;
  const lifts = useMemo(
    () => (planned.plan?.possible && !planned.busy && current ? liftsOf(current.definition, current.stage, planned.plan.plan) : []),
    [planned, current],
  );
  // What is looked at is named, also where it was never chosen: it is the first of what can be asked today.
  const { indicator, stage, grade, subject } = question ?? current ?? {};
  const named =
    indicator !== undefined && stage !== undefined ? { indicator, stage, grade: grade ?? null, subject: subject ?? null } : null;
  const query = { unit: about, question: named, limit, schools, pupils, share };
  const open = (one: Scenario) => change({ ...one.query, moves: one.moves, choices: one.choices });
  return (
    <ScenarioSection {...{ ...lent, input: ground.input, unit, now: { query, moves, choices, lifts, inputs: NO_INPUTS }, open, say }} />
  );
}

const NO_INPUTS: Scenario["inputs"] = [];
