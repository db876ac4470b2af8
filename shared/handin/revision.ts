/** How high a revision may be. One place tells it, so that nothing is taken that cannot be written and read again. */
import { invalid, type Words } from "../refusal.ts";
import { defaultSettings } from "./consistency/settings.ts";
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

/** The question about a revision far above the highest that is held, 0 where none is: once taken, no lower one replaces it. */
export function jumpAsked(revision: number, highest: number): Words[] {
  if (revision - highest <= defaultSettings.revisionJump) return [];
  const [zh, en] =
    highest === 0
      ? ["这所学校还没有收过文件", "no file of the school is held"]
      : [`已收的最高是第 ${highest} 版`, `the highest held is ${highest}`];
  return [
    {
      zh: `文件写的是第 ${revision} 版，${zh}：收了它，低于第 ${revision} 版的更正就不再算数，请问学校版次是不是写错了`,
      en: `the file says revision ${revision}, and ${en}: once it is taken, corrections below ${revision} no longer count; ask the school whether the revision is right`,
    },
  ];
}
