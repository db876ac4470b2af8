import type { Decimal } from "./decimal.ts";

/** k of n: two whole numbers, n above 0. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** k of n as a fraction that is compared, never divided. The caller sees to it that n is above 0. */
export function ratio(numerator: number | bigint, denominator: number | bigint): Ratio {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/**
 * Compares k/n with a limit exactly: -1 below, 0 equal, 1 above. No division, so 89.5 % is never 90 %.
 * Source: guide E.4 (judge on counts, round only for display).
 */
export function compareRatio(value: Ratio, limit: Decimal): -1 | 0 | 1 {
  const left = value.numerator * 10n ** BigInt(limit.places);
  const right = limit.digits * value.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Compares two real numbers as people read them, to 12 significant digits: -1 below, 0 equal, 1 above.
 * For: differences of rates, where binary arithmetic makes 0.45 - 0.40 a little less than 0.05.
 */
export function compareReal(value: number, limit: number): -1 | 0 | 1 {
  const left = Number(value.toPrecision(12));
  const right = Number(limit.toPrecision(12));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two fractions exactly: below 0, 0 or above 0. Denominators above 0. */
export function compareFractions(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}
