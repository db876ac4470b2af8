/** From what is asked to its answers. What follows a line as it is dragged is computed at once; what takes longer comes after. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { leftOut } from "../../shared/collecting/complete.ts";
import { missingOf } from "../../shared/collecting/missing.ts";
import type { Paper } from "../../shared/contract.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import { type Prepared, preparing } from "../../shared/whatif/move.ts";
import { type CountyPlan, type PlanTerms, planFrom, seeking } from "../../shared/whatif/plan.ts";
import { type Asked, apartIn, changesIn, questionsIn, sameQuestion } from "../../shared/whatif/questions.ts";
import { chosenRules, type Supposed } from "../../shared/whatif/scenario.ts";
import { onlySchool, type Stands, standing, standsOf } from "../../shared/whatif/stands.ts";
import type { Limit } from "../../shared/whatif/window.ts";
import { type Moved, movedBy } from "./moved.ts";
import { solveBeside } from "./solver.ts";
import type { AskedHistory } from "./state.ts";
import { inSlices, useSteps } from "./steps.ts";

export interface Planned {
  readonly plan: CountyPlan | null;
  readonly busy: boolean;
  /** The line has moved on since, and is still being dragged. */
  readonly earlier: boolean;
  readonly failed: boolean;
  stop(): void;
}

export interface Answers {
  readonly prepared: Prepared;
  /** The same by the choices that are supposed; `prepared` itself where none are. */
  readonly supposed: Prepared;
  readonly unit: string;
  /** The school that is asked about; `null`: the region. */
  readonly school: string | null;
  readonly asked: readonly Asked[];
  readonly current: Asked | null;
  readonly limit: Limit | null;
  /** What must be known beside every figure of the region: who is missing. */
  readonly caveats: readonly Words[];
  /** Rates that cannot be told although they were sent: which, and why. */
  readonly apart: readonly Words[];
  /** Targets on a change since a baseline, in words. */
  readonly changes: readonly Words[];
  readonly moved: Moved;
  readonly planned: Planned;
}

/** The distributions of all units, read in slices. */
export function usePrepared(ground: Ground): Prepared | null {
  return useSteps(useCallback(() => preparing(ground.input), [ground])).result;
}

export function useAnswers({ input, alone }: Ground, prepared: Prepared, { now, dragging }: AskedHistory): Answers {
  const known = now.unit !== null && prepared.units.some(({ code }) => code === now.unit);
  const school = alone ?? (known ? now.unit : null);
  const unit = school ?? input.region;
  const asked = useMemo(() => {
    const own = prepared.units.find(({ code }) => code === unit);
    return own ? questionsIn(input, own) : [];
  }, [input, prepared, unit]);
  const current = asked.find((one) => now.question && sameQuestion(one, now.question)) ?? asked[0] ?? null;
  const limit = now.limit ?? current?.limit ?? null;
  const caveats = useMemo(() => (school === null && current ? caveatsOn(input, current) : []), [input, school, current]);
  const changes = useMemo(() => changesIn(input, unit), [input, unit]);
  const apart = useMemo(() => apartIn(input, unit), [input, unit]);
  const { supposed, why } = useMemo(() => supposedBy(prepared, now.choices), [prepared, now.choices]);
  const moved = useMemo(() => {
    const told = movedBy(prepared, supposed, current, now.moves, limit, school);
    return why ? { ...told, whole: null, least: null, why } : told;
  }, [prepared, supposed, why, current, now.moves, limit, school]);
  const settled = useSettled(now.moves, dragging);
  const earlier = JSON.stringify(settled) !== JSON.stringify(now.moves);
  const planned = { ...usePlan(supposed, current, settled, school, limit && { ...now, limit }), earlier };
  return { prepared, supposed, unit, school, asked, current, limit, caveats, apart, changes, moved, planned };
}

/** A choice of other days may be none today: then none is supposed, and it is said why. */
function supposedBy(prepared: Prepared, choices: Supposed["choices"]): { supposed: Prepared; why: Words | null } {
  if (choices.length === 0) return { supposed: prepared, why: null };
  try {
    return { supposed: { ...prepared, rules: chosenRules(prepared.rules, choices) }, why: null };
  } catch (error) {
    if (error instanceof Refusal) return { supposed: prepared, why: error.words };
    throw error;
  }
}

function caveatsOn(input: Ground["input"], current: Asked): Words[] {
  const { coverage, asked, members, collection } = input;
  const papers: readonly Paper[] = collection.exam?.papers ?? [];
  const figure = { ...NO_FIGURE, indicator: current.indicator, stage: current.stage, grade: current.grade, subject: current.subject };
  return [missingOf(current.stage, coverage, asked), leftOut(figure, members, papers, false)].filter((words) => words !== null);
}

const NO_FIGURE = { resource: null, value: null, counts: null, interval: null, readings: [], estimate: false, why: null };

/** The last value that was not passed by in a drag. */
function useSettled<Value>(value: Value, dragging: boolean): Value {
  const settled = useRef(value);
  if (!dragging) settled.current = value;
  return settled.current;
}

function usePlan(
  prepared: Prepared,
  current: Asked | null,
  moves: AskedHistory["now"]["moves"],
  school: string | null,
  terms: PlanTerms | null,
): Omit<Planned, "earlier"> {
  const make = useCallback(
    () => standing(school === null ? prepared : onlySchool(prepared, school), current as Asked, moves),
    [prepared, current, moves, school],
  );
  const { result: stands, busy: standingBusy, failed } = useSteps(current ? make : null);
  const [limit, most, pupils, share] = [terms && JSON.stringify(terms.limit), terms?.schools, terms?.pupils, terms?.share];
  const about = JSON.stringify([current?.indicator, current?.stage, current?.grade, current?.subject, school]);
  const [made, setMade] = useState<Made>(IDLE);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!stands || standingBusy || limit === null) return;
    const own = "why" in stands || school === null ? stands : standsOf(stands, school);
    if ("why" in own) return setMade({ ...IDLE, about, plan: { possible: false, why: own.why, fewest: null, farthest: null } });
    const asked: PlanTerms = { limit: JSON.parse(limit) as Limit, schools: most ?? null, pupils: pupils ?? null, share: share ?? null };
    const stop = new AbortController();
    stopper.current = stop;
    planned(
      own,
      asked,
      stop.signal,
      (plan, busy) =>
        !stop.signal.aborted && setMade((now) => (busy ? { ...now, busy, failed: false } : { about, plan, busy, failed: false })),
    ).catch(() => !stop.signal.aborted && setMade({ ...IDLE, failed: true }));
    return () => stop.abort();
  }, [stands, standingBusy, school, about, limit, most, pupils, share]);
  const stop = useCallback(() => {
    stopper.current?.abort();
    setMade(IDLE);
  }, []);
  // The plan before stays in sight until the next one is there, but never as the answer to another question.
  const plan = made.about === about ? made.plan : null;
  return { plan, busy: made.busy || standingBusy, failed: made.failed || failed !== null, stop };
}

interface Made extends Omit<Planned, "stop" | "earlier"> {
  /** What it is a plan for: a rate of a unit. */
  readonly about: string;
}

const IDLE: Made = { about: "", plan: null, busy: false, failed: false };

async function planned(stands: Stands, terms: PlanTerms, stop: AbortSignal, tell: (plan: CountyPlan | null, busy: boolean) => void) {
  tell(null, true);
  const sought = await inSlices(seeking(stands, terms), stop);
  if (!sought) return;
  if (!sought.possible) return tell(sought, false);
  if (sought.need === 0) return tell(planFrom(stands, terms, sought, null), false);
  const solved = await solveBeside(sought, stop);
  if (solved) tell(planFrom(stands, terms, sought, solved), false);
}
