/** How high a revision may be. One place tells it, so that nothing is taken that cannot be written and read again. */
import { invalid } from "../refusal.ts";
import type { FileFinding } from "./finding.ts";
import { whole } from "./shape.ts";

/** In a file that comes in: far below what is held, so that however wrong it is there is room for every correction of it. */
export const MOST_GIVEN = 10_000;
/** In what a county holds. */
const MOST_HELD = 1_000_000;

export const heldRevisionShape = whole(1, MOST_HELD);

/** Refuses a revision that is none, or higher than `most`. */
export function checkRevision(revision: number, most = MOST_HELD): void {
  if (!Number.isSafeInteger(revision) || revision < 1 || revision > most)
    throw invalid(`版次应是 1 到 ${most} 的整数，不能是 ${revision}。`, `a revision is a whole number from 1 to ${most}, not ${revision}`);
}

/** What is wrong with the revision that a file bears. */
export function givenRevisionFault(revision: number): FileFinding | undefined {
  if (revision <= MOST_GIVEN) return undefined;
  return {
    level: "error",
    code: "file-revision",
    sheet: null,
    cell: null,
    words: {
      zh: `文件写的是第 ${revision} 版，填报文件最多到第 ${MOST_GIVEN} 版：这个版次不对，收了就不能再更正。请学校重新导出。`,
      en: `the file says revision ${revision}, and a submission file has ${MOST_GIVEN} at most: this one is wrong and would leave no room for corrections; ask the school to export it again`,
    },
  };
}
