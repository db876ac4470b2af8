/** The best plan and the runner-up: least cost, then fewest schools, then the first codes. */
import { type Choice, cheapest, leastWithoutEach } from "./cheapest.ts";
import { type Curve, without } from "./curve.ts";
import { bestPrice, boundAt, mostIn, within } from "./within.ts";

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

/** Each school of the plan is left out in turn, the one whose loss is bounded lowest first; a bound above the best found ends the search. */
function runnerUp(curves: readonly Curve[], need: number, k: number | null, best: Choice): Choice | null {
  const price = k === null ? undefined : bestPrice(curves, need, k);
  const least = leastWithoutEach(curves, need);
  const tries = best.pupils.flatMap((own, at) => {
    const free = least[at];
    if (own === 0 || !free) return [];
    const others = curves.map((curve, place) => (place === at ? without(curve) : curve));
    const bound = k === null || price === undefined ? free.cost : Math.max(free.cost, boundAt(others, need, k, price));
    return [{ others, bound, last: free.price }];
  });
  let second = null as Choice | null;
  for (const { others, bound, last } of tries.sort((a, b) => a.bound - b.bound)) {
    if (second && bound > second.cost) break;
    const free = cheapest(others, need, last);
    const fits = free !== undefined && (k === null || schoolsIn(free) <= k);
    const found: Choice | undefined = fits ? free : within(others, need, k ?? 0, price, second?.cost);
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
