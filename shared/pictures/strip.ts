/**
 * 各校分布: a dot for each school along the value, no ranks and no names; where the target stands, where the whole region does, and the quarters.
 * Whoever looks for a school finds its place told here, and names it when it is pointed at.
 */
import type { Tongue } from "../documents/document.ts";
import { type Axis, axisOf } from "./axis.ts";
import { cutTo, textWidth } from "./measure.ts";
import type { Scene, Shape } from "./scene.ts";
import { type Dot, dotsOf, type StripData, stripWords, targetWords, valueWords } from "./strip-data.ts";
import { PICTURE_WORDS } from "./words.ts";

export interface StripOptions {
  readonly width: number;
  readonly tongue: Tongue;
  /** The title inside the picture, for one that leaves the page. */
  readonly heading?: boolean;
}

export interface Placed extends Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface StripPicture extends Scene {
  /** From the least value to the greatest: the order in which keys go through them. */
  readonly dots: readonly Placed[];
  /** The baseline of the line in which the school that is looked at is named. */
  readonly sayAt: number;
}

const SIDE = 14;
const ROW = 16;
/** Radius of a dot, and how many rows of them may stand freely. */
const LARGEST = 4.5;
const FREE_ROWS = 4;
const LABEL_GAP = 8;
/** In columns: the first size that needs no more rows than this is taken, else the smallest. */
const SIZES = [4.5, 3.5, 2.5, 2] as const;
const ROWS = 9;

export function stripPicture(data: StripData, { width, tongue, heading = false }: StripOptions): StripPicture {
  const w = PICTURE_WORDS[tongue];
  const alt = stripWords(data, tongue);
  const dots = dotsOf(data).sort((a, b) => a.value - b.value || (a.school < b.school ? -1 : 1));
  const head = heading ? 30 : 0;
  const title: Shape[] = heading
    ? [{ shape: "text", x: SIDE, y: 20, text: cutTo(data.title, width - 2 * SIDE, 14), ink: "text", size: 14, bold: true }]
    : [];
  if (dots.length === 0) {
    const none: Shape = { shape: "text", x: SIDE, y: head + 18, text: w.noValues, ink: "muted" };
    return { width, height: head + 28, alt, shapes: [...title, none], dots: [], sayAt: head + 12 };
  }
  const { target, whole, of } = data;
  const marks = [target?.limit, target?.upTo, whole].filter((value) => typeof value === "number");
  const axis = axisOf([...dots.map(({ value }) => value), ...marks], of, Math.max(3, Math.floor(width / 60)), tongue);
  const xOf = (value: number) => SIDE + ((value - axis.low) / (axis.high - axis.low)) * (width - 2 * SIDE);
  const { xs, levels, r } = stacked(
    dots.map(({ value }) => xOf(value)),
    target === null ? SIDE : xOf(target.limit),
  );
  const pitch = 2 * r + 1;
  const flags = [...(whole == null ? [] : ["whole"]), ...(target === null ? [] : ["target"])].length;
  // On the page the first row is kept for the name of the school that is looked at.
  const sayAt = head + 12;
  const top = head + (heading ? 0 : ROW) + flags * ROW + 6;
  const base = top + Math.max(34, (Math.max(...levels) + 1) * pitch + 8);
  const placed = dots.map((dot, at): Placed => ({ ...dot, x: xs[at] as number, y: base - 5 - r - (levels[at] as number) * pitch, r }));
  const ground = quarters(dots, { xOf, axis, top, base, width });
  const frame = { xOf, base, width, first: head + (heading ? 0 : ROW) };
  const shapes = [
    ...title,
    ...ground.shapes(tongue),
    ...(whole == null ? [] : flag(w.whole(valueWords(data, whole, tongue)), whole, 0, "muted", frame)),
    ...(target === null ? [] : targetFlags(data, tongue, flags - 1, frame)),
    ...scale(axis, frame),
    ...placed.map(dotShape),
    ...placed.filter(({ own }) => own).map(ring),
  ];
  const under = base + 18 + (ground.named ? 13 : 0);
  const key = legend(data, { y: under + 12, tongue });
  return { width, height: under + (key.length > 0 ? 20 : 4), alt, shapes: [...shapes, ...key], dots: placed, sayAt };
}

interface Stacked {
  readonly xs: readonly number[];
  /** Rows from the axis up. */
  readonly levels: readonly number[];
  readonly r: number;
}

/**
 * No two dots touch. Few ones stand exactly at their value; where they would pile up they are smaller and stand in columns, half a column
 * from their value at most, and never on the other side of the target: columns are counted from there.
 */
function stacked(places: readonly number[], from: number): Stacked {
  const exact = levelsOf(places, 2 * LARGEST + 1);
  if (Math.max(...exact) < FREE_ROWS) return { xs: places, levels: exact, r: LARGEST };
  for (const r of SIZES) {
    const pitch = 2 * r + 1;
    const heights = new Map<number, number>();
    const columns = places.map((x) => Math.floor((x - from) / pitch + 1e-9));
    const levels = columns.map((column) => {
      const level = heights.get(column) ?? 0;
      heights.set(column, level + 1);
      return level;
    });
    if (Math.max(...levels) < ROWS || r === SIZES.at(-1)) return { xs: columns.map((column) => from + (column + 0.5) * pitch), levels, r };
  }
  return { xs: places, levels: exact, r: LARGEST };
}

/** Of places in rising order: each takes the lowest row whose last dot is far enough away. */
function levelsOf(xs: readonly number[], pitch: number): number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end >= pitch);
    const level = free === -1 ? ends.length : free;
    ends[level] = x;
    return level;
  });
}

/** Full where the target is met, empty where it is missed: told apart without colour. */
function dotShape({ x, y, r, outcome }: Placed): Shape {
  if (outcome === "missed") return { shape: "circle", x, y, r: r - 0.5, fill: "surface", edge: "bad", width: 1.5 };
  return { shape: "circle", x, y, r, fill: outcome === "met" ? "good" : outcome === null ? "zone2" : "axis" };
}

function ring({ x, y, r }: Placed): Shape {
  return { shape: "path", d: circlePath(x, y, r + 3), ink: "accent", width: 2 };
}

function circlePath(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

interface Across {
  readonly xOf: (value: number) => number;
  readonly base: number;
  readonly width: number;
  /** Where the rows of flags begin. */
  readonly first: number;
}

function scale({ ticks }: Axis, { xOf, base, width }: Across): Shape[] {
  return [
    { shape: "line", from: [SIDE, base], to: [width - SIDE, base], ink: "axis" },
    ...ticks.flatMap(({ value, text }): Shape[] => [
      { shape: "line", from: [xOf(value), base], to: [xOf(value), base + 3], ink: "axis" },
      { shape: "text", x: within(xOf(value), text, width), y: base + 14, text, ink: "muted", size: 10, anchor: "middle" },
    ]),
  ];
}

/** A middle from which a text of size 10 stays inside. */
function within(x: number, text: string, width: number): number {
  const half = textWidth(text, 10) / 2;
  return Math.min(width - half, Math.max(half, x));
}

/** A line through all dots with what it is beside its head, on the side with more room. */
function flag(text: string, value: number, row: number, ink: "muted" | "accent", { xOf, base, width, first }: Across): Shape[] {
  const x = xOf(value);
  const y = first + row * ROW;
  const wide = textWidth(text) * 1.06;
  const right = width - x >= wide + 8 || x < width / 2;
  return [
    { shape: "line", from: [x, y + 3], to: [x, base], ink, width: ink === "accent" ? 2 : 1.5, dashed: ink === "muted" },
    // A ground of its own: another line may pass there.
    { shape: "rect", x: right ? x + 4 : x - 5 - wide, y: y + 2, width: wide + 1, height: 13, fill: "surface" },
    { shape: "text", x: right ? x + 5 : x - 5, y: y + 12, text, ink, bold: ink === "accent", anchor: right ? "start" : "end" },
  ];
}

function targetFlags(data: StripData, tongue: Tongue, row: number, across: Across): Shape[] {
  const { limit, upTo } = data.target ?? { limit: 0, upTo: null };
  const x = upTo === null ? 0 : across.xOf(upTo);
  const end: Shape[] =
    upTo === null ? [] : [{ shape: "line", from: [x, across.first + row * ROW + 3], to: [x, across.base], ink: "accent", width: 2 }];
  return [...flag(targetWords(data, tongue), limit, row, "accent", across), ...end];
}

interface Field extends Pick<Across, "xOf" | "base" | "width"> {
  readonly axis: Axis;
  readonly top: number;
}

/** The middle half shaded, its ends halfway between the schools on either side; the parts named below the axis. */
function quarters(dots: readonly Dot[], { xOf, base, width, top }: Field) {
  const ends = (letter: "A" | "B" | "C") => dots.filter(({ quarter }) => quarter === letter).map(({ value }) => value);
  const middle = ends("B");
  const named = middle.length > 0;
  const between = (below: readonly number[], above: readonly number[]) =>
    below.length === 0 || above.length === 0 ? null : xOf((Math.max(...below) + Math.min(...above)) / 2);
  const left = between(ends("C"), middle) ?? SIDE;
  const right = between(middle, ends("A")) ?? width - SIDE;
  const shapes = (tongue: Tongue): Shape[] => {
    if (!named) return [];
    const w = PICTURE_WORDS[tongue].quarters;
    const parts = [
      { letter: "C", text: w.C, at: SIDE + (left - SIDE) / 2 },
      { letter: "B", text: w.B, at: (left + right) / 2 },
      { letter: "A", text: w.A, at: (right + width - SIDE) / 2 },
    ].filter(({ letter }) => dots.some(({ quarter }) => quarter === letter));
    return [
      { shape: "rect", x: left, y: top, width: right - left, height: base - top, fill: "band1" },
      ...sideBySide(parts, width).map(
        ({ text, at }): Shape => ({ shape: "text", x: at, y: base + 27, text, ink: "muted", size: 10, anchor: "middle" }),
      ),
    ];
  };
  return { named, shapes };
}

interface Label {
  readonly text: string;
  /** Its middle. */
  readonly at: number;
}

/** Names in their order, each as near the middle of its part as the others let it: of a narrow part too. None where not all find room. */
function sideBySide(labels: readonly Label[], width: number): Label[] {
  const wide = ({ text }: Label) => textWidth(text, 10) + LABEL_GAP;
  if (labels.reduce((sum, label) => sum + wide(label), 0) > width) return [];
  let end = 0;
  const pushed = labels.map((label) => {
    const at = Math.max(label.at, end + wide(label) / 2);
    end = at + wide(label) / 2;
    return { ...label, at };
  });
  let start = width;
  return [...pushed].reverse().map((label) => {
    const at = Math.min(label.at, start - wide(label) / 2);
    start = at - wide(label) / 2;
    return { ...label, at };
  });
}

/** What full and empty dots are, with how many there are of each. */
function legend({ schools, target }: StripData, { y, tongue }: { readonly y: number; readonly tongue: Tongue }): Shape[] {
  if (target === null) return [];
  const w = PICTURE_WORDS[tongue];
  let x = SIDE;
  return (["met", "missed", "undecided"] as const).flatMap((outcome): Shape[] => {
    const those = schools.filter((school) => school.outcome === outcome && school.value !== null).length;
    if (those === 0) return [];
    const text = `${w.verdicts[outcome]} ${those}`;
    const at = x;
    x += textWidth(text) + 30;
    return [dotShape({ x: at + 4, y: y - 4, r: 4, outcome } as Placed), { shape: "text", x: at + 13, y, text, ink: "text" }];
  });
}
