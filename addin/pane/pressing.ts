/** Which collection a person most likely came for: the one that is open now, of several the one closing first; else the latest. */
import type { Collection } from "../../shared/contract.ts";
import { closing, opening } from "../../shared/moment.ts";

export function mostPressing(collections: readonly Collection[]): Collection | null {
  const now = Date.now();
  const open = collections.filter(({ opens, closes }) => (!opens || opening(opens) <= now) && (!closes || closing(closes) > now));
  const end = ({ closes }: Collection) => (closes ? closing(closes) : Number.POSITIVE_INFINITY);
  const byClosing = [...open].sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
  return byClosing[0] ?? collections.at(-1) ?? null;
}
