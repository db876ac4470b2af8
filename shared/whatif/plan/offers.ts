/** What schools have to offer a plan, lean enough to be handed to a worker within a frame, and the plan that is found among them. */
import { type Curve, curveOf } from "./curve.ts";
import { type Solved, solve } from "./solve.ts";
import { fewestFor, mostIn } from "./within.ts";

export interface Offer {
  readonly code: string;
  /** Cost and pupils of each step in turn, the least cost first. */
  readonly steps: Float64Array;
  /** No more pupils than that. */
  readonly limit: number;
}

/** There are not so many pupils: the most there are, and in how many schools there would be enough (`null`: in none). */
export interface Short {
  readonly most: number;
  readonly fewest: number | null;
}

/** Offers stand in the order of their codes; `need` is above 0. */
export function planAmong(offers: readonly Offer[], need: number, k: number | null): Solved | Short {
  const curves = offers.map(curveFrom);
  const solved = solve(curves, need, k);
  return solved ?? { most: mostIn(curves, k ?? curves.length), fewest: fewestFor(curves, need) };
}

function curveFrom({ code, steps, limit }: Offer): Curve {
  const pairs = Array.from({ length: steps.length / 2 }, (_, at) => [steps[2 * at] as number, steps[2 * at + 1] as number] as const);
  return curveOf(code, pairs, limit);
}
