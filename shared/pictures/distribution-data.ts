/** What a distribution shows, before anything is drawn: its bands, what each line counts now and counted before, and the table behind it. */

import { shownDigits } from "../display.ts";
import type { Tongue } from "../documents/document.ts";
import { type Band, bands, bandWords, usualWidth } from "../marks/bands.ts";
import { type Counts, frequencyOf, type Line, type Scale, type Sides, sidesOf } from "./lines.ts";
import type { PictureTable } from "./scene.ts";
import { PICTURE_WORDS } from "./words.ts";

export interface DistributionData extends Scale {
  /** What the picture is of: 九年级 数学. */
  readonly title: string;
  readonly counts: Counts;
  /** The same pupils, or those of another time, behind the bars. */
  readonly before?: Counts;
  readonly lines: readonly Line[];
  /** Of how many pupils shares are told, where not everybody who is counted has a mark; all who have one otherwise. */
  readonly of?: number;
  /** Marks are per cent of the full mark: of each pupil's lowest subject, say. */
  readonly percent?: boolean;
  /** Marks of a band; the usual width where it is not said. */
  readonly band?: number;
}

export interface ReadLine {
  readonly line: Line;
  readonly now: Sides;
  /** By the line where it stood and the pupils as they were; `null` where neither changed. */
  readonly was: Sides | null;
}

export interface ReadDistribution {
  readonly width: number;
  /** From the lowest band to the highest. */
  readonly bands: readonly Band[];
  readonly before: readonly Band[] | null;
  readonly lines: readonly ReadLine[];
  readonly sat: number;
}

export function readDistribution({ counts, before, lines, grid, full, band, of }: DistributionData): ReadDistribution {
  const width = band ?? usualWidth(full);
  const now = frequencyOf(counts, grid);
  const then = before ? frequencyOf(before, grid) : now;
  const rising = (frequency: typeof now) => bands(frequency, width, full).reverse();
  return {
    width,
    bands: rising(now),
    before: before ? rising(then) : null,
    lines: lines.map((line) => {
      const moved = line.from !== undefined && line.from !== line.mark;
      const was = moved || before ? sidesOf(then, line.side, line.from ?? line.mark, before ? undefined : of) : null;
      return { line, now: sidesOf(now, line.side, line.mark, of), was };
    }),
    sat: now.reduce((sum, [, pupils]) => sum + pupils, 0),
  };
}

/** All and none are never said of a share that only rounds to them. */
export function shareWords(share: number | undefined, tongue: Tongue): string {
  return share === undefined ? "—" : PICTURE_WORDS[tongue].share(shownDigits(share, "rate", [0, 1]));
}

export const signOf = ({ side }: Line) => (side === "reached" ? "≥" : "<");

/** A line as a sentence: what a slider says of itself. */
export function lineWords({ line, now, was }: ReadLine, tongue: Tongue, percent = false): string {
  const w = PICTURE_WORDS[tongue];
  const shown = (mark: number) => (percent ? w.percent : w.marks)(String(mark));
  const said = w.spoken(line.name, signOf(line), shown(line.mark), shareWords(now.share, tongue), now.pupils);
  return was ? said + w.spokenWas(shown(line.from ?? line.mark), shareWords(was.share, tongue)) : said;
}

export function distributionTable(data: DistributionData, tongue: Tongue): PictureTable {
  const w = PICTURE_WORDS[tongue];
  const read = readDistribution(data);
  const { before } = read;
  // From the top, as bulletins list them.
  const rows = read.bands.map((band, at) => [
    bandWords(band, data.grid)[tongue],
    String(band.pupils),
    shareWords(band.share, tongue),
    ...(before ? [String(before[at]?.pupils ?? 0)] : []),
  ]);
  rows.reverse();
  return { caption: distributionWords(data, read, tongue), heads: [w.band, w.pupils, w.ofSat, ...(before ? [w.before] : [])], rows };
}

/** How many there are, on which scale, in which bands. */
export function satWords({ full, percent }: DistributionData, { sat, width }: ReadDistribution, tongue: Tongue): string {
  const w = PICTURE_WORDS[tongue];
  if (sat === 0) return w.nobody;
  return percent ? w.satPercent(sat, width) : w.sat(sat, full, width);
}

/** The whole picture in a sentence or two. */
export function distributionWords(data: DistributionData, read: ReadDistribution, tongue: Tongue): string {
  const w = PICTURE_WORDS[tongue];
  const lines = read.lines.map((line) => lineWords(line, tongue, data.percent));
  return w.distribution(data.title, satWords(data, read, tongue), lines);
}
