/** The naive engine: every figure of a score column by its definition, over lists of exact fractions. Slow, plain, and no kin of the kernel. */
import { exactMark, type Known, STATE_ORDER } from "./columns.ts";
import { Fraction, mean, squares, total } from "./fractions.ts";

export interface NaiveLines {
  readonly pass: Fraction;
  readonly excellent: Fraction;
  readonly low: Fraction;
}

/** The default lines of a full mark: 60, 85 and 40 hundredths of it. */
export function naiveLines(full: number): NaiveLines {
  const share = (hundredths: number) => new Fraction(BigInt(full) * BigInt(hundredths), 100n);
  return { pass: share(60), excellent: share(85), low: share(40) };
}

export function marksOf(cells: readonly Known[]): Fraction[] {
  return cells.filter(({ mark }) => mark !== null).map(exactMark);
}

/** How many of those who sat are at or above a line; `undefined` when nobody sat. */
export function naiveRate(marks: readonly Fraction[], line: Fraction): Fraction | undefined {
  return marks.length === 0 ? undefined : new Fraction(marks.filter((mark) => mark.compare(line) >= 0).length, marks.length);
}

export function naiveMean(marks: readonly Fraction[]): Fraction | undefined {
  return marks.length === 0 ? undefined : mean(marks);
}

export function naiveVariance(marks: readonly Fraction[]): Fraction | undefined {
  return marks.length === 0 ? undefined : squares(marks).over(new Fraction(marks.length));
}

export function naiveMedian(marks: readonly Fraction[]): Fraction | undefined {
  if (marks.length === 0) return undefined;
  const sorted = [...marks].sort((a, b) => a.compare(b));
  const middle = sorted.length / 2;
  const pair = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]] as [Fraction, Fraction];
  return pair[0].add(pair[1]).over(new Fraction(2));
}

/** 应考 实考 缺考 缓考 免考 违纪 转出. */
export function naiveStates(cells: readonly Known[]): number[] {
  const away = STATE_ORDER.map((state) => cells.filter((known) => known.away === state).length);
  const sat = marksOf(cells).length;
  const left = away[4] as number;
  return [sat + away.reduce((sum, count) => sum + count, 0) - left, sat, ...away];
}

/** The reals of the 一分三率 table in its order; the standard deviation as its square. */
export function naiveSummary(cells: readonly Known[], lines: NaiveLines): (Fraction | undefined)[] {
  const marks = marksOf(cells);
  const sorted = [...marks].sort((a, b) => a.compare(b));
  const low = naiveRate(marks, lines.low);
  return [
    naiveMean(marks),
    naiveVariance(marks),
    sorted[sorted.length - 1],
    sorted[0],
    naiveMedian(marks),
    naiveRate(marks, lines.pass),
    naiveRate(marks, lines.excellent),
    low && new Fraction(1).minus(low),
  ];
}

/** ICC(1) from its analysis of variance; `undefined` with one group, without replication or without variance. */
export function naiveIcc(groups: readonly (readonly Fraction[])[]): Fraction | undefined {
  const all = groups.flat();
  const [k, n] = [groups.length, all.length];
  if (k < 2 || n === k) return undefined;
  const centre = mean(all);
  const between = total(groups.map((group) => square(mean(group).minus(centre)).times(new Fraction(group.length))));
  const inside = total(groups.map(squares));
  const msb = between.over(new Fraction(k - 1));
  const msw = inside.over(new Fraction(n - k));
  const sumOfSquares = groups.reduce((sum, group) => sum + group.length ** 2, 0);
  const size = new Fraction(n).minus(new Fraction(sumOfSquares, n)).over(new Fraction(k - 1));
  const bottom = msb.add(size.minus(new Fraction(1)).times(msw));
  return bottom.top === 0n ? undefined : msb.minus(msw).over(bottom);
}

/** Variance of the groups' means around the pooled mean, each weighted by its pupils. */
export function naiveVarianceOfMeans(groups: readonly (readonly Fraction[])[]): Fraction {
  const all = groups.flat();
  const centre = mean(all);
  const spread = groups.map((group) => square(mean(group).minus(centre)).times(new Fraction(group.length)));
  return total(spread).over(new Fraction(all.length));
}

export interface NaiveValueAdded {
  readonly matched: number;
  readonly before: Fraction;
  readonly after: Fraction;
  readonly added: Fraction;
}

/** The pooled regression of after on before and what each school's pupils lie above it on average. */
export function naiveValueAdded(schools: readonly (readonly (readonly [before: Fraction, after: Fraction])[])[]) {
  const all = schools.flat();
  const [centreX, centreY] = [mean(all.map(([x]) => x)), mean(all.map(([, y]) => y))];
  const sxx = squares(all.map(([x]) => x));
  const syy = squares(all.map(([, y]) => y));
  const sxy = total(all.map(([x, y]) => x.minus(centreX).times(y.minus(centreY))));
  const slope = sxy.over(sxx);
  const results = schools.map((pairs): NaiveValueAdded => {
    const [before, after] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
    return { matched: pairs.length, before, after, added: after.minus(centreY).minus(slope.times(before.minus(centreX))) };
  });
  /** Sum of squared residuals. */
  const residual = syy.minus(slope.times(sxy));
  const sdAfter = syy.over(new Fraction(all.length)).root().toNumber();
  return { n: all.length, residual, sdAfter, results };
}

function square(value: Fraction): Fraction {
  return value.times(value);
}
