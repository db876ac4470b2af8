/**
 * 综合指数: Σ weight x component, the weights the bureau's own. No standard exists (guide C.8), so no weight is assumed.
 * A weight may be negative (a low rate is taken off), as long as all of them add up to 1.
 * Shape: a row of components for each unit, as many weights. Unit: that of the components, which the bureau put on one scale.
 * Sums are exact decimals, rounded once. Refuses weights that do not add up to 1, read to 12 significant digits as people read them,
 * so that 0.7 + 0.2 + 0.1 and three times 1/3 do.
 */
import { type Decimal, decimal, digitsAt, times, toNumber } from "../kernel/decimal.ts";
import { compareReal } from "../kernel/ratio.ts";
import { invalid } from "../refusal.ts";

export function checkWeights(weights: readonly number[]): readonly number[] {
  const sum = toNumber(total(weights.map(decimal)));
  if (compareReal(sum, 1) === 0) return weights;
  throw invalid(`权重合计为 ${sum}，应为 1：请调整权重。`, `the weights add up to ${sum}, not 1: adjust them`);
}

/** The index of one unit; as many components as weights. */
export function composite(components: readonly number[], weights: readonly number[]): number {
  return toNumber(total(components.map((value, at) => times(decimal(value), decimal(weights[at] as number)))));
}

function total(decimals: readonly Decimal[]): Decimal {
  const places = decimals.reduce((most, one) => Math.max(most, one.places), 0);
  return { digits: decimals.reduce((sum, one) => sum + digitsAt(one, places), 0n), places };
}
