/** Which collection a person most likely came for: of those open now the one closing first, of several the latest exam; else the latest of all. */
import type { Collection } from "../../shared/contract.ts";
import { closing, opening } from "../../shared/moment.ts";
import { inTime } from "../../shared/period.ts";

export function mostPressing(collections: readonly Collection[]): Collection | null {
  const now = Date.now();
  const open = collections.filter(({ opens, closes }) => (!opens || opening(opens) <= now) && (!closes || closing(closes) > now));
  const end = ({ closes }: Collection) => (closes ? closing(closes) : Number.POSITIVE_INFINITY);
  const isExam = ({ form }: Collection) => Number(form === "exam");
  const byClosing = inTime(open)
    .reverse()
    .sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : isExam(b) - isExam(a)));
  return byClosing[0] ?? inTime(collections).at(-1) ?? null;
}
