/** Which rows of a table with its total are withheld: those of small groups, and enough beside them that the total does not give them away. */
import { SMALL_GROUP } from "../submission.ts";

/** The places to withhold, given how many pupils stand behind each row. */
export function withheldIn(pupils: readonly number[]): ReadonlySet<number> {
  const hidden = new Set(pupils.flatMap((number, at) => (number > 0 && number < SMALL_GROUP ? [at] : [])));
  const behind = () => [...hidden].reduce((sum, at) => sum + (pupils[at] ?? 0), 0);
  while (hidden.size > 0 && (hidden.size === 1 || behind() < SMALL_GROUP)) {
    const others = pupils.flatMap((number, at) => (number > 0 && !hidden.has(at) ? [{ at, number }] : []));
    if (others.length === 0) break;
    hidden.add(others.reduce((least, one) => (one.number < least.number ? one : least)).at);
  }
  return hidden;
}
