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

/**
 * Curves stand in the order of their codes. `undefined` where no k schools have so many pupils, or none for at most a cost.
 * Any price will do; the nearer its bound to the cost, the sooner it is found.
 */
export function within(
  curves: readonly Curve[],
  need: number,
  k: number,
  price = bestPrice(curves, need, k),
  most = Number.POSITIVE_INFINITY,
): Choice | undefined {
  if (mostIn(curves, k) < need) return undefined;
  const worths = curves.map((curve) => worth(curve, price));
  const fee = [...worths].sort((a, b) => b - a)[k - 1] ?? 0;
  const bound = boundAt(curves, need, k, price);
  for (let allowance = 0, failed = -1; bound + failed < most; failed = allowance, allowance += 1 + (allowance >> 1)) {
    const answers = curves.map((curve, at) => answersOf(curve, price, worths[at] as number, fee, allowance));
    const found = leastRegret(answers, need, k, fee, allowance);
    if (found)
      return cheapest(
        curves.map((curve, at) => (found.inside[at] ? curve : without(curve))),
        need,
      );
  }
  return undefined;
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
export function boundAt(curves: readonly Curve[], need: number, k: number, price: number): number {
  const worths = curves.map((curve) => worth(curve, price)).sort((a, b) => b - a);
  return price * need - total(worths.slice(0, k));
}

/** The price with the highest bound among the costs there are: the bound is concave in it. */
export function bestPrice(curves: readonly Curve[], need: number, k: number): number {
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

/** What a school may answer within the allowance: stay out, or bring so many pupils, each with its regret. */
interface Answers {
  readonly out: number | null;
  readonly first: number;
  /** Regrets of bringing first, first + 1 …; none where it may not be in. */
  readonly regrets: readonly number[];
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

/** Regrets of the schools from one on, by how many of them are in and how many pupils they bring. */
type Ways = ReadonlyMap<number, number>;

function leastRegret(answers: readonly Answers[], need: number, k: number, fee: number, allowance: number) {
  const width = need + 1;
  const before = reachBefore(answers);
  const ways: Ways[] = [new Map([[0, 0]])];
  for (let at = answers.length - 1; at >= 0; at--) {
    const { out, first, regrets } = answers[at] as Answers;
    const { least, most } = before[at] as Reach;
    const next = new Map<number, number>();
    const keep = (key: number, regret: number) => {
      if (regret <= allowance && regret < (next.get(key) ?? Number.POSITIVE_INFINITY)) next.set(key, regret);
    };
    for (const [key, regret] of ways[0] as Ways) {
      const pupils = key % width;
      const schools = (key - pupils) / width;
      const open = need - pupils;
      if (out !== null && open >= least && open <= most) keep(key, regret + out);
      if (schools === k) continue;
      for (let step = 0; step < regrets.length && first + step <= open; step++) {
        const left = open - first - step;
        if (left >= least && left <= most) keep(key + width + first + step, regret + (regrets[step] as number));
      }
    }
    ways.unshift(next);
  }
  return firstWay(answers, ways, need, k, fee, allowance);
}

interface Reach {
  readonly least: number;
  readonly most: number;
}

/** Fewest and most pupils that the schools before each can bring. */
function reachBefore(answers: readonly Answers[]): Reach[] {
  let [least, most] = [0, 0];
  return answers.map(({ out, first, regrets }) => {
    const own = { least, most };
    if (out === null) least += first;
    if (regrets.length > 0) most += first + regrets.length - 1;
    return own;
  });
}

/** Of all ways of least regret the schools of the one in the fewest schools, then with the first codes. */
function firstWay(answers: readonly Answers[], ways: readonly Ways[], need: number, k: number, fee: number, allowance: number) {
  const width = need + 1;
  let [schools, regret] = [0, Number.POSITIVE_INFINITY];
  for (let count = 1; count <= k; count++) {
    const own = (ways[0]?.get(count * width + need) ?? Number.POSITIVE_INFINITY) + fee * (k - count);
    if (own < regret) [schools, regret] = [count, own];
  }
  if (regret > allowance) return undefined;
  // A school is in where any of the best ways goes on with it; how many it brings is settled afterwards.
  let keys = [schools * width + need];
  const inside = answers.map((answer, at) => {
    const [now, after] = [ways[at] as Ways, ways[at + 1] as Ways];
    const on = new Set<number>();
    for (const key of keys) {
      answer.regrets.forEach((own, step) => {
        const next = key - width - answer.first - step;
        if (answer.first + step <= key % width && (after.get(next) ?? Number.NaN) + own === now.get(key)) on.add(next);
      });
    }
    const chosen = on.size > 0;
    keys = chosen ? [...on] : keys.filter((key) => (after.get(key) ?? Number.NaN) + (answer.out as number) === now.get(key));
    return chosen;
  });
  return { regret, inside };
}
