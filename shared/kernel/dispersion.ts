import { populationSd } from "./moments.ts";
import { exactSum } from "./sum.ts";

/** What one school has and how many pupils share it; pupils above 0. */
export interface Share {
  readonly amount: number;
  readonly pupils: number;
}

/**
 * 差异系数, coefficient of variation of amount per pupil over schools.
 * Weighted (the official form, guide C.2): S / X, S² = Σ (Pi/P)(xi - X)², X = Σ amounts / Σ pupils.
 * Unweighted: population SD of the xi over their plain mean.
 * Unit: none. `undefined` without schools or where the mean is 0.
 */
export function disparity(shares: readonly Share[], weighted: boolean): number | undefined {
  if (shares.length === 0) return undefined;
  const perPupil = shares.map(({ amount, pupils }) => amount / pupils);
  if (!weighted) {
    const mean = exactSum(perPupil) / perPupil.length;
    return mean === 0 ? undefined : (populationSd(perPupil) as number) / mean;
  }
  const pupils = exactSum(shares.map((share) => share.pupils));
  const mean = exactSum(shares.map((share) => share.amount)) / pupils;
  if (mean === 0) return undefined;
  const squares = exactSum(shares.map((share, at) => share.pupils * ((perPupil[at] as number) - mean) ** 2));
  return Math.sqrt(squares / pupils) / mean;
}
