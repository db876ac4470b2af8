/**
 * A school as the plan sees it: what it costs to bring x of its pupils over the line, nearest first. The costs of one more never fall,
 * so the curve is convex; all that is asked of it is answered by running sums.
 */

/** So many pupils at a cost each; ascending costs, whole numbers. */
export type Steps = readonly (readonly [cost: number, pupils: number])[];

export interface Curve {
  readonly code: string;
  readonly steps: Steps;
  /** After each step: pupils so far, and their cost. */
  readonly pupils: readonly number[];
  readonly sums: readonly number[];
  /** All it can bring. */
  readonly most: number;
}

/** Steps of one cost joined, and no more pupils than the limit set for the school. */
export function curveOf(code: string, steps: Steps, limit: number): Curve {
  const joined: [number, number][] = [];
  let left = limit;
  for (const [cost, pupils] of steps) {
    const own = Math.min(left, pupils);
    if (own <= 0) continue;
    const last = joined[joined.length - 1];
    if (last && last[0] === cost) last[1] += own;
    else joined.push([cost, own]);
    left -= own;
  }
  const pupils: number[] = [];
  const sums: number[] = [];
  let [count, sum] = [0, 0];
  for (const [cost, own] of joined) {
    count += own;
    sum += cost * own;
    pupils.push(count);
    sums.push(sum);
  }
  return { code, steps: joined, pupils, sums, most: count };
}

/** How many steps cost less than so much. */
function stepsBelow({ steps }: Curve, cost: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.[0] as number) < cost) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pupils that cost less than so much each. */
export function below(curve: Curve, cost: number): number {
  return curve.pupils[stepsBelow(curve, cost) - 1] ?? 0;
}

/** What a school saves where every pupil is worth a price: the sum of price less cost over those that cost less. */
export function worth(curve: Curve, price: number): number {
  const last = stepsBelow(curve, price) - 1;
  return last < 0 ? 0 : price * (curve.pupils[last] as number) - (curve.sums[last] as number);
}

/** The cost of the x cheapest; x is at most what it can bring. */
export function costOf({ steps, pupils, sums }: Curve, x: number): number {
  if (x === 0) return 0;
  let at = 0;
  while ((pupils[at] as number) < x) at++;
  return (sums[at] as number) - ((pupils[at] as number) - x) * (steps[at]?.[0] as number);
}

/** The school with nobody to bring. */
export function without({ code }: Curve): Curve {
  return { code, steps: [], pupils: [], sums: [], most: 0 };
}
