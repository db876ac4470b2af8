/** What an answer of whoever keeps the county makes of the lines that it is about. */
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { Taken } from "./import.ts";
import { isChoosable, type Line } from "./lines.ts";

/** In the order of the lines; `null`: nothing changes. `answer` is what came of each of them, or why all of it failed. */
export function changesOf(
  lines: readonly Line[],
  answer: readonly (Taken | null)[] | Error,
  chosen: number | null,
): (Partial<Line> | null)[] {
  if (!Array.isArray(answer)) {
    const words = wordsOf(answer);
    return lines.map((line, at) => {
      // What was asked before can still be answered: nothing has become of it.
      if (chosen !== null) return at === chosen ? { words } : null;
      return line.state === "read" ? { state: "refused", words } : null;
    });
  }
  return lines.map((line, at): Partial<Line> | null => {
    const taken = answer[at] as Taken | null;
    if (!taken) return null;
    const { state, words, findings, final = false } = taken;
    // A line that came to nothing before the choice was not passed over by it.
    if (at !== chosen && chosen !== null && state === "passed" && line.state !== "taken" && !isChoosable(line)) return null;
    return { state, words, final, handed: line.handed && findings ? { ...line.handed, findings } : line.handed };
  });
}

/** Once a file of a school is taken, those of it that had to be put right first are settled. */
export function settledBy(taken: Pick<Line, "id" | "path" | "handed">, lines: readonly Line[]): Line[] {
  const { id, path, handed } = taken;
  const words = {
    zh: `这所学校的 ${path} 已收，这个文件没有用。`,
    en: `${path} was taken for this school; this file is not used`,
  };
  const isOf = (line: Line) => line.handed?.school === handed?.school && line.handed?.collection === handed?.collection;
  return lines.map((line) =>
    line.id !== id && line.state === "errors" && handed && isOf(line) ? { ...line, state: "passed", final: true, words } : line,
  );
}

export function wordsOf(error: unknown): Words {
  if (error instanceof Refusal) return error.words;
  return { zh: "没有存下来，请再试一次。", en: "it was not kept; try again" };
}
