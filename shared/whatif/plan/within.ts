/**
 * The plan in at most k schools: exact, by regrets.
 *
 * With a price t on every pupil and a fee on every school, each school can be asked alone what it would best do; the sum of the best answers
 * is a bound below which no plan costs (Lagrange), and every plan costs exactly that bound plus its regrets: what each school loses by being
 * in or out, or by bringing more or fewer pupils, against its own best answer. Regrets are whole numbers and never below 0. So all plans
 * within an allowance are found by keeping, school by school, only the ways whose regrets stay within it; if there is one, the least of them
 * is the least of all plans. The allowance starts at 0 and grows until there is one: most counties need a few marks.
 */
import { type Choice, cheapest, total } from "./cheapest.ts";
import { type Curve, costOf, without, worth } from "./curve.ts";
import { type Answers, leastRegret } from "./regrets.ts";

/**
 * Curves stand in the order of their codes. `other`: a plan; then the best that does without one of its schools, or more, is found.
 * `undefined` where no k schools have so many pupils.
 */
export function within(curves: readonly Curve[], need: number, k: number, other?: Choice): Choice | undefined {
  const used = curves.map((_, at) => (other?.pupils[at] ?? 0) > 0);
  const left = other ? mostWithoutOne(curves, k, used) : mostIn(curves, k);
  if (left < need) return undefined;
  const price = bestPrice(curves, need, k);
  const worths = curves.map((curve) => worth(curve, price));
  const fee = [...worths].sort((a, b) => b - a)[k - 1] ?? 0;
  for (let allowance = 0; ; allowance += 1 + (allowance >> 1)) {
    const answers = curves.map((curve, at) => answersOf(curve, price, worths[at] as number, fee, allowance));
    const inside = leastRegret({ answers, used: other ? used : null, need, k, fee, allowance });
    if (inside)
      return cheapest(
        curves.map((curve, at) => (inside[at] ? curve : without(curve))),
        need,
      );
  }
}

/** The most pupils that k schools have together where one of the used ones is left out. */
function mostWithoutOne(curves: readonly Curve[], k: number, used: readonly boolean[]): number {
  const smallest = Math.min(...curves.filter((_, at) => used[at]).map(({ most }) => most));
  const at = curves.findIndex((curve, place) => used[place] && curve.most === smallest);
  return mostIn(
    curves.filter((_, place) => place !== at),
    k,
  );
}

/** The most pupils that k schools have together. */
export function mostIn(curves: readonly Curve[], k: number): number {
  return total(
    curves
      .map(({ most }) => most)
      .sort((a, b) => b - a)
      .slice(0, k),
  );
}

/** In how many schools there are so many pupils at the least; `null` where all together have fewer. */
export function fewestFor(curves: readonly Curve[], need: number): number | null {
  const sizes = curves.map(({ most }) => most).sort((a, b) => b - a);
  let left = need;
  const at = sizes.findIndex((own) => {
    left -= own;
    return left <= 0;
  });
  return at < 0 ? null : at + 1;
}

/** No plan costs less, whatever the price. */
function boundAt(curves: readonly Curve[], need: number, k: number, price: number): number {
  const worths = curves.map((curve) => worth(curve, price)).sort((a, b) => b - a);
  return price * need - total(worths.slice(0, k));
}

/** The price with the highest bound among the costs there are: the bound is concave in it. */
function bestPrice(curves: readonly Curve[], need: number, k: number): number {
  const prices = [...new Set(curves.flatMap(({ steps }) => steps.map(([cost]) => cost)))].sort((a, b) => a - b);
  let [low, high] = [0, prices.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const rising = boundAt(curves, need, k, prices[middle + 1] as number) > boundAt(curves, need, k, prices[middle] as number);
    if (rising) low = middle + 1;
    else high = middle;
  }
  return prices[low] as number;
}

function answersOf(curve: Curve, price: number, own: number, fee: number, allowance: number): Answers {
  const out = Math.max(0, own - fee);
  const inside = Math.max(0, fee - own);
  const regret = (x: number) => inside + costOf(curve, x) - price * x + own;
  const best = Math.min(Math.max(1, bestCount(curve, price)), curve.most);
  const regrets: number[] = [];
  let first = best;
  if (curve.most > 0 && regret(best) <= allowance) {
    while (first > 1 && regret(first - 1) <= allowance) first--;
    for (let x = first; x <= curve.most && regret(x) <= allowance; x++) regrets.push(regret(x));
  }
  return { out: out <= allowance ? out : null, first, regrets };
}

/** How many it brings at its best: all that cost less than the price. */
function bestCount({ steps, pupils }: Curve, price: number): number {
  let count = 0;
  for (let at = 0; at < steps.length && (steps[at]?.[0] as number) < price; at++) count = pupils[at] as number;
  return count;
}
