/**
 * 名次段人数: how many of each group are among the first N of all, for several N; cumulative, so 前100名 holds 前50名.
 * Standard competition rank over everybody who sat: equal marks share a rank, so all who are tied at the cut are in,
 * and the first 50 may be 53. Shape: marks by group, whole cuts of 1 or more. Unit: pupils.
 * Counts only, no list: ranks of pupils are not published (guide B, policy limits); the table is for the bureau's workbook.
 */
import { nobodySat } from "../marks/rates.ts";

/** For each group, one count for each cut. */
export function rankBands(groups: readonly (readonly number[])[], cuts: readonly number[]): number[][] {
  const descending = groups.flat().sort((a, b) => b - a);
  if (descending.length === 0) throw nobodySat();
  const lines = cuts.map((cut) => descending[cut - 1] ?? Number.NEGATIVE_INFINITY);
  return groups.map((marks) => lines.map((line) => marks.reduce((n, mark) => (mark >= line ? n + 1 : n), 0)));
}
