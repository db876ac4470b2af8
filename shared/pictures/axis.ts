/** An axis of values: how far it reaches, where its ticks stand, and what they say. */
import { limitDigits, type Shown, shownValue, timesOf } from "../display.ts";
import type { Tongue } from "../documents/document.ts";
import { ticks } from "./measure.ts";

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** Room beside the outermost values, as a part of what they span. */
const BESIDE = 0.06;

/** From a little below the least to a little above the greatest; a rate never beyond 0 and 100 %. `most` ticks at most. */
export function axisOf(values: readonly number[], of: Shown, most: number, tongue: Tongue): Axis {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const span = greatest - least || Math.abs(greatest) * 0.1 || 1;
  const rate = of.unit === "rate";
  const low = rate ? Math.max(0, least - span * BESIDE) : least - span * BESIDE;
  const high = rate ? Math.min(1, greatest + span * BESIDE) : greatest + span * BESIDE;
  const times = timesOf(of.unit);
  const whole = of.unit === "level" || of.unit === "rank" || of.unit === "flag";
  const found = ticks(low * times, high * times, most).filter((tick) => !whole || Number.isInteger(tick));
  return { low, high, ticks: found.map((tick) => ({ value: tick / times, text: tickText(tick / times, of, tongue) })) };
}

/** Levels have names; everything else is digits, with the sign of a per cent. */
function tickText(value: number, of: Shown, tongue: Tongue): string {
  if (of.unit === "level" || of.unit === "flag") return shownValue(value, of)[tongue];
  return of.unit === "rate" ? `${limitDigits(value, of.unit)}%` : limitDigits(value, of.unit);
}
