/**
 * 变化: one indicator over collections. A point is joined to the next only where both have a value by one definition; each bears its interval,
 * what has no value leaves a gap, and a change of definition is marked.
 */
import type { Tongue } from "../documents/document.ts";
import { axisOf } from "./axis.ts";
import { cutTo, textWidth } from "./measure.ts";
import type { Scene, Shape } from "./scene.ts";
import { limitWords, pointWords, type TrendData, type TrendPoint, trendWords } from "./trend-data.ts";
import { PICTURE_WORDS } from "./words.ts";

export interface TrendOptions {
  readonly width: number;
  readonly tongue: Tongue;
  readonly heading?: boolean;
}

const SIDE = 14;

export function trendPicture(data: TrendData, { width, tongue, heading = false }: TrendOptions): Scene {
  const w = PICTURE_WORDS[tongue];
  const alt = trendWords(data, tongue);
  const head = heading ? 30 : 0;
  const title: Shape[] = heading
    ? [{ shape: "text", x: SIDE, y: 20, text: cutTo(data.title, width - 2 * SIDE, 14), ink: "text", size: 14, bold: true }]
    : [];
  const values = data.points.flatMap(({ value, interval }) =>
    value === null ? [] : [value, ...(interval ? [interval.low, interval.high] : [])],
  );
  if (values.length === 0) {
    const none: Shape = { shape: "text", x: SIDE, y: head + 18, text: w.noValues, ink: "muted" };
    return { width, height: head + 28, alt, shapes: [...title, none] };
  }
  const { target } = data;
  const limits = target === null ? [] : [target.limit, ...(target.upTo === null ? [] : [target.upTo])];
  const axis = axisOf([...values, ...limits], data.of, 5, tongue);
  const left = SIDE + Math.max(...axis.ticks.map(({ text }) => textWidth(text, 10))) + 2;
  const [top, bottom] = [head + 24, head + 24 + (width >= 480 ? 150 : 110)];
  const yOf = (value: number) => bottom - ((value - axis.low) / (axis.high - axis.low)) * (bottom - top);
  const step = (width - left - SIDE) / data.points.length;
  const xOf = (at: number) => left + step * (at + 0.5);
  const places: Places = { xOf, yOf, left, right: width - SIDE, top, bottom, step };
  const shapes: Shape[] = [
    ...title,
    ...axis.ticks.flatMap(({ value, text }): Shape[] => [
      { shape: "line", from: [left, yOf(value)], to: [width - SIDE, yOf(value)], ink: "rule" },
      { shape: "text", x: left - 5, y: yOf(value) + 3.5, text, ink: "muted", size: 10, anchor: "end" },
    ]),
    ...changes(data, places, tongue),
    ...limits.map(
      (limit): Shape => ({
        shape: "line",
        from: [left, yOf(limit)],
        to: [width - SIDE, yOf(limit)],
        ink: "accent",
        width: 1.5,
        dashed: true,
      }),
    ),
    ...joined(data.points, places),
    ...data.points.flatMap((point, at) => pointShapes(data, point, at, places, tongue)),
    ...labels(data.points, places),
    // Above its line and over everything: it must be read.
    ...limits.slice(0, 1).flatMap((limit) => targetLabel(limitWords(data, tongue), limit, data.points, places)),
  ];
  const note = data.interval === null ? [] : wrapped(w.intervals[data.interval], width - 2 * SIDE);
  const notes = note.map((text, at): Shape => ({ shape: "text", x: SIDE, y: bottom + 32 + at * 13, text, ink: "muted", size: 10 }));
  return { width, height: bottom + 22 + note.length * 13 + (note.length > 0 ? 4 : 0), alt, shapes: [...shapes, ...notes] };
}

interface Places {
  readonly xOf: (at: number) => number;
  readonly yOf: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Between two points. */
  readonly step: number;
}

/** Above its line: at the end, or at the beginning where points stand in the way there and not here. */
function targetLabel(text: string, limit: number, points: readonly TrendPoint[], { xOf, yOf, left, right }: Places): Shape[] {
  const [wide, y] = [textWidth(text) * 1.06, yOf(limit) - 4];
  const inTheWay = (from: number) =>
    points.some(({ value, interval }, at) => {
      if (value === null || xOf(at) < from - 6 || xOf(at) > from + wide + 6) return false;
      return yOf(interval?.high ?? value) - 14 < y && yOf(interval?.low ?? value) + 6 > y - 10;
    });
  const start = inTheWay(right - wide) && !inTheWay(left + 2) ? left + 2 : right - wide;
  return [
    { shape: "rect", x: start - 2, y: y - 10, width: wide + 2, height: 13, fill: "surface" },
    { shape: "text", x: start, y, text, ink: "accent", bold: true },
  ];
}

function joined(points: readonly TrendPoint[], { xOf, yOf }: Places): Shape[] {
  return points.slice(1).flatMap((point, before): Shape[] => {
    const last = points[before] as TrendPoint;
    if (point.value === null || last.value === null || point.version !== last.version) return [];
    return [{ shape: "line", from: [xOf(before), yOf(last.value)], to: [xOf(before + 1), yOf(point.value)], ink: "zone3", width: 2 }];
  });
}

/** The point and its interval; its value above, where there is room for all, else of the first and last. What has none is crossed out on the axis. */
function pointShapes(
  data: TrendData,
  { value, interval }: TrendPoint,
  at: number,
  { xOf, yOf, bottom, step, top }: Places,
  tongue: Tongue,
): Shape[] {
  const x = xOf(at);
  if (value === null) {
    const y = bottom - 5;
    return [{ shape: "path", d: `M${x - 3} ${y - 3}L${x + 3} ${y + 3}M${x - 3} ${y + 3}L${x + 3} ${y - 3}`, ink: "muted", width: 1.5 }];
  }
  const y = yOf(value);
  const [low, high] = interval ? [yOf(interval.low), yOf(interval.high)] : [y, y];
  const text = pointWords(data, value, tongue);
  const roomy =
    step >= Math.max(...data.points.map((point) => (point.value === null ? 0 : textWidth(pointWords(data, point.value, tongue))))) + 6;
  const told = roomy || at === 0 || at === data.points.length - 1;
  const labelAt = Math.max(top - 6, Math.min(y - 8, high - 5));
  const label: Shape[] = [
    { shape: "rect", x: x - textWidth(text) / 2 - 1, y: labelAt - 10, width: textWidth(text) + 2, height: 12, fill: "surface" },
    { shape: "text", x, y: labelAt, text, ink: "text", anchor: "middle" },
  ];
  return [
    ...(interval
      ? [{ shape: "path", d: `M${x} ${low}V${high}M${x - 4} ${low}H${x + 4}M${x - 4} ${high}H${x + 4}`, ink: "edge", width: 1.5 } as const]
      : []),
    { shape: "circle", x, y, r: 4, fill: "zone3", edge: "surface", width: 1.5 },
    ...(told ? label : []),
  ];
}

function changes({ points }: TrendData, { xOf, top, bottom, step, right }: Places, tongue: Tongue): Shape[] {
  return points.slice(1).flatMap((point, before): Shape[] => {
    const last = points[before] as TrendPoint;
    if (point.version === last.version) return [];
    const x = xOf(before) + step / 2;
    const text = PICTURE_WORDS[tongue].changed(last.version, point.version);
    const half = textWidth(text, 10) / 2;
    return [
      { shape: "line", from: [x, top - 6], to: [x, bottom], ink: "warn", width: 1.5, dashed: true },
      {
        shape: "text",
        x: Math.min(x, right + SIDE - half),
        y: top - 9,
        text,
        ink: "warn",
        size: 10,
        anchor: "middle",
      },
    ];
  });
}

/** The last is always named, and before it as many as fit. */
function labels(points: readonly TrendPoint[], { xOf, bottom, left, right, step }: Places): Shape[] {
  const widest = Math.max(...points.map(({ label }) => textWidth(label, 10))) + 6;
  const each = Math.max(1, Math.ceil(widest / step));
  return [
    { shape: "line", from: [left, bottom], to: [right, bottom], ink: "axis" },
    ...points.flatMap(({ label }, at): Shape[] => {
      if ((points.length - 1 - at) % each !== 0) return [];
      const half = textWidth(label, 10) / 2;
      const x = Math.max(half, Math.min(right + SIDE - half, xOf(at)));
      return [{ shape: "text", x, y: bottom + 15, text: label, ink: "muted", size: 10, anchor: "middle" }];
    }),
  ];
}

/** A text in lines that fit; broken between words, and between any two signs of Chinese, of which none begins a line that ends a phrase. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[ -~]+? |[ -~]+|.[，。；：、！？）”》]*/gu) ?? []) {
    if (textWidth(line + piece, 10) > room && line !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}
