/** Finding indicators: filters that narrow, and a search in Chinese, English, ids and the initials of the pinyin. */
import { plainText } from "../scores.ts";
import type { Definition } from "./definition.ts";

export interface Pick {
  readonly q?: string | undefined;
  readonly family?: string | undefined;
  readonly stage?: string | undefined;
  readonly source?: string | undefined;
  readonly kind?: string | undefined;
}

/** The definitions that fit, in their own order; with a search the best first: id or name begins with it, then holds it, then initials, then the rest. */
export function filtered(definitions: readonly Definition[], pick: Pick, initialsOf: (name: string) => string): Definition[] {
  const left = definitions.filter(
    ({ family, stages, source, kind }) =>
      (pick.family === undefined || family === pick.family) &&
      (pick.stage === undefined || (stages as readonly string[]).includes(pick.stage)) &&
      (pick.source === undefined || source === pick.source) &&
      (pick.kind === undefined || kind.kind === pick.kind),
  );
  const words = plainText(pick.q ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return left;
  const ranked = left.flatMap((definition) => {
    const ranks = words.map((word) => rankOf(definition, word, initialsOf));
    return ranks.includes(NOT_FOUND) ? [] : [{ definition, rank: Math.max(...ranks) }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ definition }) => definition);
}

const NOT_FOUND = 9;

/** How well one word fits: 0 best. */
function rankOf({ id, aliases = [], names, clause }: Definition, word: string, initialsOf: (name: string) => string): number {
  const ids = [id, ...aliases];
  const shown = [names.zh.toLowerCase(), names.en.toLowerCase()];
  if (ids.includes(word) || shown.includes(word)) return 0;
  if (shown.some((name) => name.startsWith(word))) return 1;
  if (shown.some((name) => name.includes(word)) || ids.some((one) => one.includes(word))) return 2;
  if (/^[a-z0-9]+$/.test(word)) {
    const initials = initialsOf(names.zh);
    if (initials.startsWith(word)) return 3;
    if (initials.includes(word)) return 4;
  }
  return clause.toLowerCase().includes(word) ? 5 : NOT_FOUND;
}
