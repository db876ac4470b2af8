/** Which subjects are written papers: only those can be expected to go together, in a pupil as in a class. */
import { subjectName } from "../../subjects.ts";
import type { Settings } from "./settings.ts";

/** What is tested by doing has little to do with written papers in any school; under another name its few different marks tell it. */
const PRACTICAL: ReadonlySet<string> = new Set(["体育", "音乐", "美术", "信息技术"]);

/** `marks`: how many different ones were given in the grade. */
export function isWritten(subject: string, marks: number, { fewMarks }: Settings): boolean {
  return !PRACTICAL.has(subjectName(subject)) && marks >= fewMarks;
}
