/** What a trend shows before anything is drawn: one indicator over collections, with its intervals, gaps and changes of definition. */
import { type Shown, shownLimit, shownValue } from "../display.ts";
import type { Tongue } from "../documents/document.ts";
import type { PictureTable } from "./scene.ts";
import type { Limit } from "./strip-data.ts";
import { PICTURE_WORDS } from "./words.ts";

export interface TrendPoint {
  readonly key: string;
  /** Short, below the axis: its period. */
  readonly label: string;
  readonly name: string;
  readonly value: number | null;
  /** 95 %: of a rate after Wilson, else as the figure itself says. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly counts: { readonly numerator: number; readonly denominator: number } | null;
  readonly why?: string | undefined;
  /** Of the definition it was read by. */
  readonly version: number;
}

export interface TrendData {
  readonly title: string;
  readonly of: Shown;
  /** In the order of time. */
  readonly points: readonly TrendPoint[];
  readonly target: Limit | null;
  /** How the intervals were made; none where there are none. */
  readonly interval: "wilson" | "own" | null;
}

const limitsOf = ({ target }: TrendData) => (target === null ? [] : target.upTo === null ? [target.limit] : [target.limit, target.upTo]);

export const pointWords = (data: TrendData, value: number, tongue: Tongue) => shownValue(value, data.of, limitsOf(data))[tongue];

export const limitWords = ({ target, of }: TrendData, tongue: Tongue) =>
  target === null ? "" : PICTURE_WORDS[tongue].target(shownLimit(target.operator, target.limit, target.upTo, of)[tongue]);

export function trendTable(data: TrendData, tongue: Tongue): PictureTable {
  const w = PICTURE_WORDS[tongue];
  const several = new Set(data.points.map(({ version }) => version)).size > 1;
  const rows = data.points.map(({ name, value, interval, counts, version, why }) => [
    name,
    value === null ? (why ?? "—") : pointWords(data, value, tongue),
    ...(data.points.some((point) => point.counts) ? [counts ? `${counts.numerator} / ${counts.denominator}` : "—"] : []),
    ...(data.interval === null
      ? []
      : [interval ? [interval.low, interval.high].map((end) => shownValue(end, data.of)[tongue]).join(" — ") : "—"]),
    ...(several ? [`v${version}`] : []),
  ]);
  const heads = [
    w.collection,
    w.value,
    ...(data.points.some((point) => point.counts) ? [w.counts] : []),
    ...(data.interval === null ? [] : [w.interval]),
    ...(several ? [w.version] : []),
  ];
  return { caption: trendWords(data, tongue), heads, rows };
}

/** From where to where, and how it was counted. */
export function trendWords(data: TrendData, tongue: Tongue): string {
  const w = PICTURE_WORDS[tongue];
  const known = data.points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return w.noTrend(data.title);
  const said = (point: TrendPoint) => w.named(point.name, pointWords(data, point.value as number, tongue));
  const span = first === last ? said(first) : `${said(first)}${w.to}${said(last)}`;
  const gaps = data.points.length - known.length;
  return [
    w.trend(data.title, data.points.length, span),
    gaps === 0 ? "" : w.gaps(gaps),
    data.interval === null ? "" : w.intervals[data.interval],
    w.papersDiffer,
  ]
    .filter(Boolean)
    .join(w.space);
}
