/** Times several ways to do the same work, one after the other in each round, so that a busy moment of the machine hits all of them. */

export interface Way<Answer> {
  readonly name: string;
  run(): Answer;
}

export interface Timed {
  readonly name: string;
  /** Median, in milliseconds. */
  readonly median: number;
  readonly fastest: number;
}

/** Medians over the rounds, after the answers were found to agree and everything has run a few times. */
export function measure<Answer>(ways: readonly Way<Answer>[], rounds: number, agree: (a: Answer, b: Answer) => boolean): Timed[] {
  const [first, ...others] = ways;
  if (!first) return [];
  const expected = first.run();
  for (const way of others) {
    if (!agree(expected, way.run())) throw new Error(`${way.name} and ${first.name} do not agree`);
  }
  for (let warm = 0; warm < 5; warm++) for (const way of ways) way.run();
  const times = ways.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another way: none is always first after the collector ran.
    for (let step = 0; step < ways.length; step++) {
      const at = (round + step) % ways.length;
      const began = performance.now();
      ways[at]?.run();
      times[at]?.push(performance.now() - began);
    }
  }
  return ways.map(({ name }, at) => ({ name, median: median(times[at] ?? []), fastest: Math.min(...(times[at] ?? [])) }));
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
