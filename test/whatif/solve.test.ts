/** The plan against every plan there is on small counties, and against random search on large ones. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Curve, curveOf, type Steps } from "../../shared/whatif/plan/curve.ts";
import { solve } from "../../shared/whatif/plan/solve.ts";
import { randomness } from "../bench/marks.ts";

interface Plan {
  readonly cost: number;
  readonly pupils: readonly number[];
}

const used = ({ pupils }: Plan) => pupils.flatMap((own, at) => (own > 0 ? [at] : []));
/** Cost, then schools, then codes. */
function before(a: Plan, b: Plan): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  const [one, two] = [used(a), used(b)];
  if (one.length !== two.length) return one.length < two.length;
  const at = one.findIndex((own, place) => own !== two[place]);
  return at >= 0 && (one[at] as number) < (two[at] as number);
}

/** Every way to take so many pupils, each school's nearest first, by plain enumeration. */
function everyPlan(schools: readonly Steps[], need: number, k: number): Plan[] {
  const costs = schools.map((steps) => steps.flatMap(([cost, pupils]) => Array.from({ length: pupils }, () => cost)));
  const plans: Plan[] = [];
  const go = (at: number, left: number, cost: number, pupils: number[]): void => {
    if (pupils.filter((own) => own > 0).length > k) return;
    if (at === costs.length) {
      if (left === 0) plans.push({ cost, pupils });
      return;
    }
    const own = costs[at] as number[];
    let sum = 0;
    for (let x = 0; x <= Math.min(left, own.length); x++) {
      go(at + 1, left - x, cost + sum, [...pupils, x]);
      sum += own[x] ?? 0;
    }
  };
  go(0, need, 0, []);
  return plans;
}

const best = (plans: readonly Plan[]) => plans.reduce((first, one) => (before(one, first) ? one : first));
const curves = (schools: readonly Steps[]): Curve[] => schools.map((steps, at) => curveOf(`S${at}`, steps, 1000));

const steps = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })), { selector: ([cost]) => cost, maxLength: 3 })
  .map((list): Steps => list.sort(([a], [b]) => a - b));
const county = fc.tuple(fc.array(steps, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }));

describe("equals the enumeration of all plans", () => {
  test("in at most k schools: cost, schools, and what is impossible", () => {
    fc.assert(
      fc.property(county, ([schools, need, k]) => {
        const found = solve(curves(schools), need, k);
        const plans = everyPlan(schools, need, k);
        if (plans.length === 0) return found === undefined;
        const first = best(plans);
        if (!found) return false;
        const total = found.pupils.reduce((sum, own) => sum + own, 0);
        return found.cost === first.cost && total === need && JSON.stringify(used(found)) === JSON.stringify(used(first));
      }),
      { numRuns: 3000 },
    );
  });

  test("in any number of schools", () => {
    fc.assert(
      fc.property(county, ([schools, need]) => {
        const found = solve(curves(schools), need, null);
        const plans = everyPlan(schools, need, schools.length);
        if (plans.length === 0) return found === undefined;
        return found?.cost === best(plans).cost && JSON.stringify(used(found)) === JSON.stringify(used(best(plans)));
      }),
      { numRuns: 2000 },
    );
  });

  test("and the runner-up is the best plan without one of the schools", () => {
    fc.assert(
      fc.property(county, ([schools, need, k]) => {
        const found = solve(curves(schools), need, k);
        if (!found) return true;
        const without = everyPlan(schools, need, k).filter((plan) => used(found).some((at) => plan.pupils[at] === 0));
        if (without.length === 0) return found.runnerUp === null;
        const second = best(without);
        return found.runnerUp?.cost === second.cost && JSON.stringify(used(found.runnerUp)) === JSON.stringify(used(second));
      }),
      { numRuns: 1500 },
    );
  });
});

/** A county of schools with bell-shaped marks below a line, in half marks. */
function largeCounty(seed: number, count: number): Steps[] {
  const random = randomness(seed);
  return Array.from({ length: count }, () => {
    const size = 20 + Math.floor(random() * 60);
    const costs = new Map<number, number>();
    for (let at = 0; at < size; at++) {
      const cost = 1 + Math.floor(60 * random() * random());
      costs.set(cost, (costs.get(cost) ?? 0) + 1);
    }
    return [...costs].sort(([a], [b]) => a - b);
  });
}

/** The cheapest pupils of a set of schools, by sorting them. */
function costIn(schools: readonly Steps[], chosen: readonly number[], need: number): number {
  const costs = chosen.flatMap((at) => (schools[at] as Steps).flatMap(([cost, pupils]) => Array.from({ length: pupils }, () => cost)));
  if (costs.length < need) return Number.POSITIVE_INFINITY;
  return costs
    .sort((a, b) => a - b)
    .slice(0, need)
    .reduce((sum, cost) => sum + cost, 0);
}

test("no random search over sets of schools beats it in a county of 300", () => {
  for (const seed of [11, 12]) {
    const schools = largeCounty(seed, 300);
    const random = randomness(seed + 100);
    for (const [need, k] of [
      [120, 5],
      [60, 3],
      [300, 12],
    ] as const) {
      const found = solve(curves(schools), need, k);
      expect(found?.pupils.filter((own) => own > 0).length).toBeLessThanOrEqual(k);
      expect(costIn(schools, used(found as Plan), need)).toBe(found?.cost);
      // Starts from the plan's own set and from any, and swaps one school for another while that is cheaper.
      for (let start = 0; start < 4; start++) {
        let set = start === 0 ? used(found as Plan) : Array.from({ length: k }, () => Math.floor(random() * 300));
        for (let step = 0; step < 150; step++) {
          const other = set.map((at, place) => (place === step % k ? Math.floor(random() * 300) : at));
          if (new Set(other).size === k && costIn(schools, other, need) <= costIn(schools, set, need)) set = other;
        }
        expect(costIn(schools, [...new Set(set)], need)).toBeGreaterThanOrEqual(found?.cost as number);
      }
    }
  }
});
