import { t975 } from "./student.ts";

/** One school: matched pupils and how far its means before and after lie from the pooled means. */
export interface School {
  readonly n: number;
  readonly before: number;
  readonly after: number;
}

/** Squares and products around the pooled means, over all matched pupils. */
export interface Pooled {
  readonly n: number;
  readonly beforeSquares: number;
  readonly products: number;
  /** Sum of squared residuals of the pooled regression of after on before. */
  readonly residualSquares: number;
}

export interface ValueAdded {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

/**
 * Value added (增值) of a school: the mean residual of its pupils in the pooled regression of after on before, unshrunk.
 * Interval: value -+ t(0.975, n - 2) s / sqrt(nj), s the residual SD of the regression; none where nj is 1 or n is 2.
 * Unit: marks of the later exam. `undefined` for a school without matched pupils. The caller refuses a flat `before`.
 */
export function valueAdded(school: School, pooled: Pooled): ValueAdded | undefined {
  if (school.n === 0) return undefined;
  const value = school.after - (pooled.products / pooled.beforeSquares) * school.before;
  const factor = t975(pooled.n - 2);
  if (school.n === 1 || factor === undefined) return { value, interval: undefined };
  const half = factor * Math.sqrt(pooled.residualSquares / (pooled.n - 2) / school.n);
  return { value, interval: { low: value - half, high: value + half } };
}
