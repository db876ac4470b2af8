/** The best plan and the runner-up: least cost, then fewest schools, then the first codes. */
import { type Choice, cheapest, leastWithoutEach } from "./cheapest.ts";
import { type Curve, without } from "./curve.ts";
import { mostIn, within } from "./within.ts";

export interface Solved extends Choice {
  /** The best plan that does without one of the schools of this one; `null` where there is none. */
  readonly runnerUp: Choice | null;
}

/** Curves stand in the order of their codes; `need` is above 0. `undefined` where there are not so many pupils. */
export function solve(curves: readonly Curve[], need: number, k: number | null): Solved | undefined {
  const best = choose(curves, need, k);
  return best && { ...best, runnerUp: runnerUp(curves, need, k, best) };
}

function choose(curves: readonly Curve[], need: number, k: number | null): Choice | undefined {
  if (k !== null && mostIn(curves, k) < need) return undefined;
  const free = cheapest(curves, need);
  return free === undefined || k === null || schoolsIn(free) <= k ? free : within(curves, need, k);
}

function schoolsIn({ pupils }: Choice): number {
  return pupils.filter((own) => own > 0).length;
}

function runnerUp(curves: readonly Curve[], need: number, k: number | null, best: Choice): Choice | null {
  return (k === null ? withoutOne(curves, need, best) : within(curves, need, k, best)) ?? null;
}

/** In any number of schools: each school of the plan is left out in turn, the one whose loss costs least first. */
function withoutOne(curves: readonly Curve[], need: number, best: Choice): Choice | undefined {
  const least = leastWithoutEach(curves, need);
  const tries = best.pupils.flatMap((own, at) => (own > 0 && least[at] ? [{ at, ...least[at] }] : [])).sort((a, b) => a.cost - b.cost);
  let second: Choice | undefined;
  for (const { at, cost, price } of tries) {
    if (second && cost > second.cost) break;
    const others = curves.map((curve, place) => (place === at ? without(curve) : curve));
    const found = cheapest(others, need, price);
    if (found && (!second || isBefore(found, second))) second = found;
  }
  return second;
}

/** Both in the order of the codes: at the first school that only one of them uses, that one comes first. */
function isBefore(a: Choice, b: Choice): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  const [one, two] = [schoolsIn(a), schoolsIn(b)];
  if (one !== two) return one < two;
  const at = a.pupils.findIndex((own, place) => own > 0 !== (b.pupils[place] as number) > 0);
  return at >= 0 && (a.pupils[at] as number) > 0;
}
