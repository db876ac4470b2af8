import type { Frequency } from "../../kernel/frequency.ts";

/** Mean and standard deviation of marks for a question only, so in floats; what is told as a figure is exact. */
export function meanAndSpread(marks: Frequency): { mean: number; spread: number } {
  let [n, sum, squares] = [0, 0, 0];
  for (const [mark, pupils] of marks) {
    n += pupils;
    sum += mark * pupils;
    squares += mark * mark * pupils;
  }
  const mean = sum / n;
  return { mean, spread: Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}
