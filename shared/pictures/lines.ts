/** Lines on a distribution: what stands on either side of one, and where it may go. A line that is moved lies on the grid, from 0 to the full mark. */
import { atLeast, type Frequency, size } from "../kernel/frequency.ts";
import { quotient } from "../kernel/quotient.ts";

/** Marks x grid with how many pupils have each, as a submission holds them. */
export type Counts = readonly (readonly [mark: number, pupils: number])[];

export interface Scale {
  /** Parts of a mark: 2 for half marks. */
  readonly grid: number;
  readonly full: number;
}

export interface Line {
  readonly id: string;
  /** In the language of the page: 及格. */
  readonly name: string;
  /** Whose share is told: those at or above the line, or those strictly below it (低分). */
  readonly side: "reached" | "below";
  readonly mark: number;
  /** Where it stood before it was moved. */
  readonly from?: number;
  readonly fixed?: boolean;
}

export interface Sides {
  readonly pupils: number;
  readonly of: number;
  /** `undefined` when nobody sat. */
  readonly share: number | undefined;
}

/** In ascending order of marks. */
export function frequencyOf(counts: Counts, grid: number): Frequency {
  return [...counts].sort(([a], [b]) => a - b).map(([mark, pupils]) => [mark / grid, pupils] as const);
}

/** How many pupils a line counts, of all who sat or of so many. */
export function sidesOf(frequency: Frequency, side: Line["side"], mark: number, of = size(frequency)): Sides {
  const reached = atLeast(frequency, mark);
  const pupils = side === "reached" ? reached : of - reached;
  return { pupils, of, share: of === 0 ? undefined : quotient(pupils, of) };
}

/** The mark of the grid nearest to a place, within 0 and full. */
export function nearestMark(mark: number, { grid, full }: Scale): number {
  const last = Math.floor(full * grid);
  return Math.min(last, Math.max(0, Math.round(mark * grid))) / grid;
}

export type Move = "up" | "down" | "far-up" | "far-down" | "first" | "last";

/** Marks of a far move. */
const FAR = 5;

/** Where a key moves a line: to the next mark of the grid (from between two marks, to the neighbour), by five marks, or to an end. */
export function movedBy(mark: number, move: Move, scale: Scale): number {
  const { grid, full } = scale;
  const at = mark * grid;
  switch (move) {
    case "up":
      return nearestMark((Math.floor(at) + 1) / grid, scale);
    case "down":
      return nearestMark((Math.ceil(at) - 1) / grid, scale);
    case "far-up":
      return nearestMark(Math.floor(at) / grid + FAR, scale);
    case "far-down":
      return nearestMark(Math.ceil(at) / grid - FAR, scale);
    case "first":
      return 0;
    case "last":
      return nearestMark(full, scale);
  }
}
