/**
 * Item analysis of a paper: for each item its mean, 得分率 (difficulty P = mean / full), deviation, 区分度, correlation with the total of the
 * other items, and α without it; then the same for the whole paper, with its α.
 * Shape: a row of marks for each pupil who sat, the full mark of each item. Unit: marks, fractions. Exact from whole numbers, each figure
 * rounded once (a root once more). Sources: Kelley (1939), Cronbach (1951). Deviations are population ones, as in 一分三率.
 */
import { onCommonUnit } from "../kernel/decimal.ts";
import { quotient } from "../kernel/quotient.ts";
import { nobodySat } from "../marks/rates.ts";
import { discrimination, extremes } from "./discrimination.ts";
import { alpha, type Column, correlation, deviationOf, spread } from "./reliability.ts";

export interface ItemFigures {
  readonly full: number;
  readonly mean: number;
  readonly rate: number;
  readonly deviation: number;
  readonly discrimination: number | undefined;
  /** Correlation with the total of the other items (corrected: no item correlates with itself); none for the paper. */
  readonly itemRest: number | undefined;
  /** Of an item: α of the paper without it. Of the paper: its α. */
  readonly alpha: number | undefined;
}

export function itemAnalysis(
  pupils: readonly (readonly number[])[],
  fulls: readonly number[],
): { items: ItemFigures[]; paper: ItemFigures } {
  if (pupils.length === 0) throw nobodySat();
  const { unit, whole } = onCommonUnit([...fulls, ...pupils.flat()]);
  const items = fulls.map((_, at): Column => pupils.map((marks) => whole(marks[at] as number)));
  const totals = pupils.map((marks) => marks.reduce((sum, mark) => sum + whole(mark), 0n));
  const groups = extremes(totals);
  const plain = (marks: Column, full: bigint) => {
    const [n, sum] = [BigInt(marks.length), marks.reduce((all, mark) => all + mark, 0n)];
    return {
      full: quotient(full, unit),
      mean: quotient(sum, n * unit),
      rate: quotient(sum, n * full),
      deviation: deviationOf(marks, unit),
      discrimination: groups && discrimination(marks, groups, full),
    };
  };
  const spreads = items.map((item) => spread(item, item));
  return {
    items: items.map((item, at) => {
      const rest = totals.map((total, pupil) => total - (item[pupil] as bigint));
      const others = spreads.filter((_, other) => other !== at);
      return { ...plain(item, whole(fulls[at] as number)), itemRest: correlation(item, rest), alpha: alpha(others, spread(rest, rest)) };
    }),
    paper: {
      ...plain(
        totals,
        fulls.reduce((sum, full) => sum + whole(full), 0n),
      ),
      itemRest: undefined,
      alpha: alpha(spreads, spread(totals, totals)),
    },
  };
}
