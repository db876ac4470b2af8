/**
 * 临界生: pupils within a margin of a line on either side, both ends included (以内 holds its number).
 * For: whom to help before the next exam. Names stay in the workbook; what a school reports is a count (guide B11).
 * Both readings are in use, below the line only and both sides: the side is said, so either can be taken.
 * Shape: pupils in any order; answer by mark from the top, equal marks as they came. Unit: marks; distances are exact decimals.
 */
import { type Decimal, decimal, digitsAt, toNumber } from "../kernel/decimal.ts";

export interface Pupil {
  readonly name: string | number;
  readonly mark: number;
}

export interface Borderline extends Pupil {
  /** Mark less line: negative below the line. */
  readonly distance: number;
  /** 线上 includes the line. */
  readonly reached: boolean;
}

export function borderline(pupils: readonly Pupil[], line: number, margin: number): Borderline[] {
  const [edge, reach] = [decimal(line), decimal(margin)];
  return pupils
    .map((pupil) => ({ ...pupil, distance: minus(decimal(pupil.mark), edge) }))
    .filter(({ distance }) => within(distance, reach))
    .map((pupil) => ({ ...pupil, distance: toNumber(pupil.distance), reached: pupil.distance.digits >= 0n }))
    .sort((a, b) => b.mark - a.mark);
}

function minus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: digitsAt(a, places) - digitsAt(b, places), places };
}

function within(distance: Decimal, margin: Decimal): boolean {
  const places = Math.max(distance.places, margin.places);
  const [off, most] = [digitsAt(distance, places), digitsAt(margin, places)];
  return off <= most && -off <= most;
}
