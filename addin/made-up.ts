/** Chance that is the same on every machine, for what the product makes up to be tried with. */

/** Numbers near 0 with deviation 1: sums of twelve uniform steps of Park and Miller's generator, exact in whole numbers below 2^53. */
export function sequence(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((sum, step) => sum + step, -6);
}
