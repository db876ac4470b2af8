/** Which collection a person most likely came for: of those open now the one closing first, of several the latest exam; else the latest of all. */
import type { Collection } from "../../shared/contract.ts";
import { closing, opening } from "../../shared/moment.ts";
import { inTime } from "../../shared/period.ts";

export function mostPressing(collections: readonly Collection[]): Collection | null {
  const now = Date.now();
  const open = collections.filter(({ opens, closes }) => (!opens || opening(opens) <= now) && (!closes || closing(closes) > now));
  const end = ({ closes }: Collection) => (closes ? closing(closes) : Number.POSITIVE_INFINITY);
  const first = Math.min(...open.map(end));
  const pressing = open.filter((one) => end(one) === first);
  const exams = pressing.filter(({ form }) => form === "exam");
  const latest = inTime(exams.length > 0 ? exams : pressing).at(-1);
  // Of those that end together the first.
  return pressing.find((one) => one.period === latest?.period && one.form === latest.form) ?? inTime(collections).at(-1) ?? null;
}
