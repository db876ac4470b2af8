/**
 * The least of all plans whose regrets stay within an allowance, found school by school, from the last to the first: of the ways to go on only
 * those are kept that the schools before can still complete. Of plans of one regret it is the one in the fewest schools, then with the first codes.
 */

/** What a school may answer within the allowance: stay out, or bring so many pupils, each with its regret. */
export interface Answers {
  readonly out: number | null;
  readonly first: number;
  /** Regrets of bringing first, first + 1 …; none where it may not be in. */
  readonly regrets: readonly number[];
}

export interface Search {
  readonly answers: readonly Answers[];
  /** Schools of a plan of which one at least must be left out; `null` where every plan will do. */
  readonly used: readonly boolean[] | null;
  readonly need: number;
  readonly k: number;
  readonly fee: number;
  readonly allowance: number;
}

/**
 * Regrets of the schools from one on, by how many of them are in, how many pupils they bring, and whether one of the used ones is out:
 * (schools x (need + 1) + pupils) x 2 + 1 where one is, or where none has to be.
 */
type Ways = ReadonlyMap<number, number>;

/** Which schools are in, in the least of all plans within the allowance; `undefined` where there is none. */
export function leastRegret(search: Search): boolean[] | undefined {
  const { answers, used, need, k, fee, allowance } = search;
  const [width, pupil, school] = [need + 1, 2, 2 * (need + 1)];
  const before = reachBefore(answers);
  // Fewer schools than k cost a fee each.
  const fewest = fee === 0 ? 1 : k - Math.floor(allowance / fee);
  const ways: Ways[] = [new Map([[used ? 0 : 1, 0]])];
  for (let at = answers.length - 1; at >= 0; at--) {
    const { out, first, regrets } = answers[at] as Answers;
    const { few, many, least, most } = before[at] as Reach;
    const next = new Map<number, number>();
    const keep = (key: number, regret: number) => {
      if (regret <= allowance && regret < (next.get(key) ?? Number.POSITIVE_INFINITY)) next.set(key, regret);
    };
    for (const [key, regret] of ways[0] as Ways) {
      const pupils = (key >> 1) % width;
      const schools = ((key >> 1) - pupils) / width;
      const open = need - pupils;
      if (out !== null && open >= least && open <= most && schools + few <= k && schools + many >= fewest)
        keep(used?.[at] ? key | 1 : key, regret + out);
      if (schools + 1 + few > k || schools + 1 + many < fewest) continue;
      for (let step = 0; step < regrets.length && first + step <= open; step++) {
        const left = open - first - step;
        if (left >= least && left <= most) keep(key + school + pupil * (first + step), regret + (regrets[step] as number));
      }
    }
    ways.unshift(next);
  }
  return firstWay(search, ways);
}

/** What the schools before one can do: fewest and most of them in, fewest and most pupils. */
interface Reach {
  readonly few: number;
  readonly many: number;
  readonly least: number;
  readonly most: number;
}

function reachBefore(answers: readonly Answers[]): Reach[] {
  let [few, many, least, most] = [0, 0, 0, 0];
  return answers.map(({ out, first, regrets }) => {
    const own = { few, many, least, most };
    if (out === null) few++;
    if (out === null) least += first;
    if (regrets.length > 0) many++;
    if (regrets.length > 0) most += first + regrets.length - 1;
    return own;
  });
}

/** Of all ways of least regret the schools of the one in the fewest schools, then with the first codes. */
function firstWay({ answers, used, need, k, fee, allowance }: Search, ways: readonly Ways[]): boolean[] | undefined {
  const [width, pupil, school] = [need + 1, 2, 2 * (need + 1)];
  let [schools, regret] = [0, Number.POSITIVE_INFINITY];
  for (let count = 1; count <= k; count++) {
    const own = (ways[0]?.get(count * school + need * pupil + 1) ?? Number.POSITIVE_INFINITY) + fee * (k - count);
    if (own < regret) [schools, regret] = [count, own];
  }
  if (regret > allowance) return undefined;
  // A school is in where any of the best ways goes on with it; how many it brings is settled afterwards.
  let keys = [schools * school + need * pupil + 1];
  return answers.map((answer, at) => {
    const [now, after] = [ways[at] as Ways, ways[at + 1] as Ways];
    const on = new Set<number>();
    for (const key of keys) {
      answer.regrets.forEach((own, step) => {
        const next = key - school - pupil * (answer.first + step);
        if (answer.first + step <= (key >> 1) % width && (after.get(next) ?? Number.NaN) + own === now.get(key)) on.add(next);
      });
    }
    const chosen = on.size > 0;
    keys = chosen
      ? [...on]
      : keys.flatMap((key) =>
          goingOnWithout(key, used?.[at] ?? false).filter(
            (next) => (after.get(next) ?? Number.NaN) + (answer.out as number) === now.get(key),
          ),
        );
    return chosen;
  });
}

/** Where a way may come from that leaves a school out: one that is used may be the first that is. */
function goingOnWithout(key: number, used: boolean): number[] {
  if (!used) return [key];
  return key % 2 === 1 ? [key, key - 1] : [];
}
