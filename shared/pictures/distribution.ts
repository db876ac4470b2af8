/**
 * 成绩分布: a bar for each band of marks, shaded by the lines it lies between, each line with the share it counts, and where a line was moved
 * its old place and what changed. Composed for a width in pixels; the component drags lines by the places told here.
 */
import type { Tongue } from "../documents/document.ts";
import {
  type DistributionData,
  distributionWords,
  type ReadDistribution,
  type ReadLine,
  readDistribution,
  satWords,
  shareWords,
  signOf,
} from "./distribution-data.ts";
import type { Ink } from "./inks.ts";
import type { Line } from "./lines.ts";
import { cutTo, textWidth, ticks } from "./measure.ts";
import type { Scene, Shape } from "./scene.ts";
import { PICTURE_WORDS } from "./words.ts";

export interface Options {
  readonly width: number;
  readonly tongue: Tongue;
  /** The title and how many sat, inside the picture: for a picture that leaves the page. */
  readonly heading?: boolean;
  /** How high the tallest bar is, in pixels; by the width where it is not given. */
  readonly tallest?: number;
}

export interface DistributionPicture extends Scene {
  /** From a mark to its place across, and back. */
  readonly xOf: (mark: number) => number;
  readonly markAt: (x: number) => number;
  /** Where each line's knob sits, in the order of the lines. */
  readonly knobs: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly plot: { readonly top: number; readonly bottom: number };
}

const ROW = 19;
const SIDE = 14;
const FOOT = 20;
/** Between two texts, between a knob and its text, and from the plot up to the arrow of a line that was moved. */
const GAP = 6;
const OFF = 10;
const ARROW = 18;
const ZONES: readonly Ink[] = ["zone0", "zone1", "zone2", "zone3"];

export function distributionPicture(data: DistributionData, { width, tongue, heading = false, tallest }: Options): DistributionPicture {
  const read = readDistribution(data);
  const head = heading ? 44 : 0;
  const top = head + read.lines.length * ROW + 22;
  const bottom = top + (tallest ?? (width >= 480 ? 150 : 112));
  const most = Math.max(1, ...read.bands.map(({ pupils }) => pupils), ...(read.before ?? []).map(({ pupils }) => pupils));
  const labelled = read.bands.every(
    ({ low, high, pupils }) => textWidth(String(pupils), 10) + 2 <= ((high - low) / data.full) * (width - 2 * SIDE),
  );
  const left = labelled ? SIDE : Math.max(SIDE, textWidth(String(most), 10) + 8);
  const inner = width - left - SIDE;
  const xOf = (mark: number) => left + (mark / data.full) * inner;
  const yOf = (pupils: number) => bottom - (pupils / most) * (bottom - top);
  const knobs = read.lines.map(({ line }, at) => ({ id: line.id, x: xOf(line.mark), y: head + at * ROW + ROW / 2 }));
  const frame: Frame = { read, width, xOf, yOf, top, bottom, tongue, labelled, left, full: data.full, percent: data.percent ?? false };
  const shapes = [
    ...(heading ? headingOf(data, read, width, tongue) : []),
    ...(labelled ? [] : pupilsAxis(frame, most)),
    ...read.lines.flatMap((line) => changed(line, frame)),
    ...bars(frame),
    ...marksAxis(frame),
    ...read.lines.map(({ line }, at) => lineShape(line, knobs[at]?.y ?? 0, frame)),
    ...(labelled ? numbers(frame) : []),
    ...read.lines.flatMap((line, at) => besides(line, knobs[at]?.y ?? 0, frame)),
  ];
  const alt = distributionWords(data, read, tongue);
  const markAt = (x: number) => ((x - left) / inner) * data.full;
  return { width, height: bottom + FOOT, alt, shapes, xOf, markAt, knobs, plot: { top, bottom } };
}

interface Frame {
  readonly read: ReadDistribution;
  readonly full: number;
  readonly width: number;
  readonly left: number;
  readonly xOf: (mark: number) => number;
  readonly yOf: (pupils: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly tongue: Tongue;
  readonly percent: boolean;
  /** Whether each bar has its number above it. */
  readonly labelled: boolean;
}

function headingOf(data: DistributionData, read: ReadDistribution, width: number, tongue: Tongue): Shape[] {
  const { title } = data;
  const under = satWords(data, read, tongue);
  return [
    { shape: "text", x: SIDE, y: 18, text: cutTo(title, width - 2 * SIDE, 14), ink: "text", size: 14, bold: true },
    { shape: "text", x: SIDE, y: 35, text: under, ink: "muted" },
  ];
}

/** Each bar in the shades of the zones it lies in: a line that falls inside a band cuts the bar's ground, never its height. */
function bars({ read, xOf, yOf, bottom }: Frame): Shape[] {
  const marks = [...new Set(read.lines.map(({ line }) => line.mark))].sort((a, b) => a - b);
  const zone = (mark: number) => ZONES[Math.min(ZONES.length - 1, marks.filter((line) => line <= mark).length)] as Ink;
  return read.bands.flatMap(({ low, high, pupils }, at): Shape[] => {
    const [x, right, y] = [xOf(low) + 1, xOf(high) - 1, yOf(pupils)];
    const cuts = [low, ...marks.filter((mark) => mark > low && mark < high), high];
    const parts = cuts.slice(1).map((end, part): Shape => {
      const start = cuts[part] as number;
      const [from, to] = [Math.max(x, xOf(start)), Math.min(right, xOf(end))];
      return { shape: "rect", x: from, y, width: to - from, height: bottom - y, fill: zone(start) };
    });
    const outline = `M${r(x)} ${r(bottom)}V${r(y)}H${r(right)}V${r(bottom)}`;
    const then = read.before?.[at];
    return [
      ...(pupils > 0 ? [...parts, { shape: "path", d: outline, ink: "edge" } as const] : []),
      ...(then && then.pupils !== pupils
        ? [{ shape: "line", from: [x, yOf(then.pupils)], to: [right, yOf(then.pupils)], ink: "text", width: 1.5, dashed: true } as const]
        : []),
    ];
  });
}

const r = (value: number) => Math.round(value * 10) / 10;

function marksAxis({ read, full, xOf, bottom }: Frame): Shape[] {
  const edges = [...new Set(read.bands.flatMap(({ low, high }) => [low, high]))];
  const room = Math.max(textWidth(String(full)), textWidth(String(edges[1] ?? ""))) + 6;
  const each = Math.max(1, Math.ceil(room / (xOf(read.width) - xOf(0))));
  // Counted from the full mark down, as the bands are, so that it is always named.
  const named = edges.filter((_, at) => (edges.length - 1 - at) % each === 0);
  return [
    { shape: "line", from: [xOf(0), bottom], to: [xOf(full), bottom], ink: "axis" },
    ...edges.map((mark): Shape => ({ shape: "line", from: [xOf(mark), bottom], to: [xOf(mark), bottom + 3], ink: "axis" })),
    ...named.map(
      (mark): Shape => ({ shape: "text", x: xOf(mark), y: bottom + 14, text: String(mark), ink: "muted", size: 10, anchor: "middle" }),
    ),
  ];
}

function pupilsAxis({ xOf, yOf, left, full }: Frame, most: number): Shape[] {
  return ticks(0, most, 4)
    .filter((tick) => tick > 0)
    .flatMap((tick): Shape[] => [
      { shape: "line", from: [xOf(0), yOf(tick)], to: [xOf(full), yOf(tick)], ink: "rule" },
      { shape: "text", x: left - 5, y: yOf(tick) + 3.5, text: String(tick), ink: "muted", size: 10, anchor: "end" },
    ]);
}

/** The marks between where a line stood and where it stands, with an arrow: the pupils there are those that change sides. */
function changed({ line }: ReadLine, { xOf, top, bottom }: Frame): Shape[] {
  if (line.from === undefined || line.from === line.mark) return [];
  const [old, x, y] = [xOf(line.from), xOf(line.mark), top - ARROW];
  const back = x > old ? -4 : 4;
  return [
    { shape: "rect", x: Math.min(old, x), y, width: Math.abs(x - old), height: bottom - y, fill: "accent", faint: true },
    { shape: "line", from: [old, y], to: [old, bottom], ink: "muted", dashed: true },
    { shape: "line", from: [old, y], to: [x, y], ink: "accent" },
    { shape: "path", d: `M${r(x + back)} ${r(y - 3)}L${r(x)} ${r(y)}L${r(x + back)} ${r(y + 3)}`, ink: "accent" },
    { shape: "circle", x: old, y, r: 2.5, fill: "surface", edge: "muted" },
  ];
}

/** How many are in each band, on a ground of its own: a line may pass there. */
function numbers({ read, xOf, yOf }: Frame): Shape[] {
  return read.bands.flatMap(({ low, high, pupils }): Shape[] => {
    const [x, y, wide] = [(xOf(low) + xOf(high)) / 2, yOf(pupils), textWidth(String(pupils), 10)];
    return [
      { shape: "rect", x: x - wide / 2, y: y - 13, width: wide, height: 11, fill: "surface" },
      { shape: "text", x, y: y - 4, text: String(pupils), ink: "muted", size: 10, anchor: "middle" },
    ];
  });
}

function lineShape({ mark, fixed }: Line, y: number, { xOf, bottom }: Frame): Shape {
  return { shape: "line", from: [xOf(mark), y], to: [xOf(mark), bottom], ink: fixed ? "muted" : "accent", width: 1.5 };
}

/**
 * The knob of a line, and what it counts, with the change where both fit, on the side with more room (the right where that is enough);
 * what it counted before behind it, else on the other side, else not at all: the table has it.
 */
function besides({ line, now, was }: ReadLine, y: number, { xOf, width, tongue, percent }: Frame): Shape[] {
  const w = PICTURE_WORDS[tongue];
  const x = xOf(line.mark);
  const shown = (mark: number) => (percent ? w.percent(String(mark)) : String(mark));
  const difference = was ? now.pupils - was.pupils : 0;
  const told = w.told(line.name, `${signOf(line)}${shown(line.mark)}`, shareWords(now.share, tongue));
  const change = difference === 0 ? "" : ` ${w.change(`${difference > 0 ? "+" : "−"}${Math.abs(difference)}`)}`;
  const before = was ? w.was(shown(line.from ?? line.mark), shareWords(was.share, tongue)) : "";
  const knob: Shape = line.fixed
    ? { shape: "rect", x: x - 3, y: y - 3, width: 6, height: 6, fill: "muted" }
    : { shape: "circle", x, y, r: 5, fill: "accent", edge: "surface", width: 1.5 };
  const rooms = { right: width - x - OFF, left: x - OFF };
  const bold = (text: string) => textWidth(text) * 1.06;
  const [wide, second] = [bold(told + change), before === "" ? 0 : textWidth(before) + GAP];
  const main = rooms.right >= wide + second || rooms.right >= rooms.left ? "right" : "left";
  const away = main === "right" ? "left" : "right";
  const first = rooms[main] >= wide ? told + change : told;
  const behind = rooms[main] >= bold(first) + second;
  const placed = (side: "right" | "left", off: number, text: string, strong: boolean): Shape[] => {
    const start = side === "right" ? x + OFF + off : x - OFF - off;
    const [size, anchor] = [strong ? bold(text) : textWidth(text), side === "right" ? "start" : "end"] as const;
    return [
      // A ground of its own, so that the lines of other rows pass behind the text.
      { shape: "rect", x: side === "right" ? start - 2 : start - size, y: y - 8, width: size + 2, height: 16, fill: "surface" },
      { shape: "text", x: start, y: y + 4, text, ink: strong ? "text" : "muted", bold: strong, anchor },
    ];
  };
  const shapes = [...placed(main, 0, first, true), knob];
  if (before === "") return shapes;
  if (behind) return [...shapes, ...placed(main, bold(first) + GAP, before, false)];
  return rooms[away] >= second ? [...shapes, ...placed(away, 0, before, false)] : shapes;
}
