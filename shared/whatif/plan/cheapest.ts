/**
 * The plan in any number of schools: the cheapest pupils of all. Below the price of the last one everybody is in; at that price there is a
 * choice, and it falls on the fewest schools, then on the first by code.
 *
 * Exact: of all choices of so many pupils the cheapest ones cost least, so every plan of least cost takes all below the price and as many as
 * are left at it. Schools with somebody below the price are in it anyway; of the others, those with most at the price make the fewest.
 */
import { below, type Curve, costOf } from "./curve.ts";

/** Pupils of each school, in the order of the curves; 0 where the school is not in the plan. */
export interface Choice {
  readonly cost: number;
  readonly pupils: readonly number[];
}

/** Curves stand in the order of their codes; the price of the last pupil may be known. `undefined` where all together are too few. */
export function cheapest(curves: readonly Curve[], need: number, price = priceOf(curves, need)): Choice | undefined {
  if (price === undefined) return undefined;
  const sure = curves.map((curve) => below(curve, price));
  const open = curves.map((curve, at) => below(curve, price + 1) - (sure[at] as number));
  const left = need - total(sure);
  const inside = sure.map((pupils) => pupils > 0);
  const spare = total(open.filter((_, at) => inside[at]));
  const added = left > spare ? fewestOf(open, inside, left - spare) : [];
  const may = open.map((pupils, at) => (inside[at] ? pupils : 0));
  const extra = shareOut(may, Math.min(left, spare), open, added, left - spare);
  const pupils = sure.map((own, at) => own + (extra[at] as number));
  return { cost: curves.reduce((sum, curve, at) => sum + costOf(curve, pupils[at] as number), 0), pupils };
}

/** For each school the least cost of so many pupils of the others, and the price of the last; `undefined` where they are too few. */
export function leastWithoutEach(
  curves: readonly Curve[],
  need: number,
): ({ readonly cost: number; readonly price: number } | undefined)[] {
  const counts = countsOf(curves);
  return curves.map(({ steps }) => {
    const own = new Map(steps);
    let [left, cost] = [need, 0];
    for (const [price, pupils] of counts) {
      const others = Math.min(left, pupils - (own.get(price) ?? 0));
      cost += price * others;
      left -= others;
      if (left === 0) return { cost, price };
    }
    return undefined;
  });
}

/** What the last of so many pupils costs. */
function priceOf(curves: readonly Curve[], need: number): number | undefined {
  let seen = 0;
  return countsOf(curves).find(([, pupils]) => {
    seen += pupils;
    return seen >= need;
  })?.[0];
}

/** Pupils of all schools at each cost, ascending. */
function countsOf(curves: readonly Curve[]): [cost: number, pupils: number][] {
  const counts = new Map<number, number>();
  for (const { steps } of curves) for (const [cost, pupils] of steps) counts.set(cost, (counts.get(cost) ?? 0) + pupils);
  return [...counts].sort(([a], [b]) => a - b);
}

/** The fewest schools outside that have so many at the price, the first by code among as few. */
function fewestOf(open: readonly number[], inside: readonly boolean[], need: number): number[] {
  const free = open.map((pupils, at) => ({ pupils, at })).filter(({ pupils, at }) => pupils > 0 && !inside[at]);
  const largest = [...free].sort((a, b) => b.pupils - a.pupils || a.at - b.at);
  let count = 0;
  for (let sum = 0; sum < need; count++) sum += (largest[count] as (typeof largest)[number]).pupils;
  const chosen: number[] = [];
  let left = need;
  for (const { pupils, at } of free) {
    if (chosen.length === count) break;
    const rest = topOf(largest, count - chosen.length - 1, at);
    if (pupils + rest < left) continue;
    chosen.push(at);
    left -= pupils;
  }
  return chosen;
}

/** The most that so many schools after one of them have together. */
function topOf(largest: readonly { readonly pupils: number; readonly at: number }[], count: number, after: number): number {
  let [sum, seen] = [0, 0];
  for (const { pupils, at } of largest) {
    if (seen === count) break;
    if (at <= after) continue;
    sum += pupils;
    seen++;
  }
  return sum;
}

/** Schools that are in anyway take what they can, first by code; the added ones take the rest, each at least one. */
function shareOut(may: readonly number[], inner: number, open: readonly number[], added: readonly number[], rest: number): number[] {
  const extra = may.map(() => 0);
  let left = inner;
  may.forEach((pupils, at) => {
    const own = Math.min(left, pupils);
    extra[at] = own;
    left -= own;
  });
  left = rest;
  added.forEach((at, place) => {
    const own = Math.min(left - (added.length - place - 1), open[at] as number);
    extra[at] = own;
    left -= own;
  });
  return extra;
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, own) => sum + own, 0);
}
