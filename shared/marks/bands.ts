/** 分数段 of marks: their edges, how many are in each, and how a band is named in tables. */
import { ceilTimes, type Decimal, decimal, digitsAt, onGrid, toNumber } from "../kernel/decimal.ts";
import { atLeast, type Frequency, size } from "../kernel/frequency.ts";
import { quotient } from "../kernel/quotient.ts";
import { invalid, type Words } from "../refusal.ts";

/** 分数段 [low, high), the top one including the full mark; shares are fractions of those who sat, or `undefined` when nobody did. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly top: boolean;
  readonly pupils: number;
  readonly share: number | undefined;
  readonly cumulative: number | undefined;
}

const MOST_BANDS = 1000;

/** Bands of equal width from the full mark down; the lowest may be narrower. Empty bands are listed. Edges are exact decimals. */
export function bands(frequency: Frequency, width: number, full: number): Band[] {
  if (!(width > 0 && width <= full))
    throw invalid(
      `分数段宽度 ${width} 应大于 0 且不超过满分 ${full}。`,
      `the width ${width} must be above 0 and at most the full mark ${full}`,
    );
  if (full / width > MOST_BANDS)
    throw invalid(
      `宽度 ${width} 会分出 ${MOST_BANDS} 段以上，请加大。`,
      `a width of ${width} makes more than ${MOST_BANDS} bands: give a wider one`,
    );
  const sat = size(frequency);
  const share = (pupils: number) => (sat === 0 ? undefined : quotient(pupils, sat));
  let above = 0;
  return edges(decimal(width), decimal(full)).map(([low, high], at) => {
    const reached = atLeast(frequency, low);
    const pupils = reached - above;
    above = reached;
    return { low, high, top: at === 0, pupils, share: share(pupils), cumulative: share(reached) };
  });
}

/** Ten marks are usual; where that makes more than fifteen bands or fewer than six, the next round width. */
export function usualWidth(full: number): number {
  if (full / 10 <= 15 && full / 10 >= 6) return 10;
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((width) => full / width <= 15) ?? full;
}

/** Both ends are marks of the band on the paper's grid, the last one below the next band: nobody asks in which of two a mark lies. */
export function bandWords({ low, high, top }: Pick<Band, "low" | "high" | "top">, grid: number): Words {
  const last = top ? high : ((onGrid(high, grid) ?? ceilTimes(decimal(high), grid)) - 1) / grid;
  return low === last ? { zh: String(low), en: String(low) } : { zh: `${low}—${last}`, en: `${low}–${last}` };
}

function edges(width: Decimal, full: Decimal): [low: number, high: number][] {
  const places = Math.max(width.places, full.places);
  const step = digitsAt(width, places);
  const pairs: [number, number][] = [];
  for (let high = digitsAt(full, places); high > 0n; high -= step) {
    const low = high > step ? high - step : 0n;
    pairs.push([toNumber({ digits: low, places }), toNumber({ digits: high, places })]);
  }
  return pairs;
}
