/**
 * Many files, read by a few workers: each takes the next file when it is done with one, so the memory of as many files as there are workers
 * is in use and no more. A file that takes too long loses its worker, which is replaced; the others go on.
 */

import type { County } from "../../shared/handin/county.ts";
import type { Words } from "../../shared/refusal.ts";
import { Refusal } from "../../shared/refusal.ts";
import { type Helper, helperIn } from "./ask.ts";
import type { Read, ReadTasks } from "./read-tasks.ts";

export interface Pool {
  /** Makes a worker that answers `ReadTasks`. */
  spawn(): Worker;
  readonly county: County;
  /** How many at a time; by default as many as the computer has processors, four at most. */
  readonly workers?: number;
  /** How long one file may take, in milliseconds; by default 20 seconds, ten times what its reader allows itself. */
  readonly limit?: number;
  readonly signal: AbortSignal;
  /** A worker has taken the file. */
  began(at: number): void;
  /** What the file came to, or why it came to nothing. */
  done(at: number, read: Read | Refusal): void;
}

const SLOW: Words = {
  zh: "读这个文件花的时间太长，已停止：电脑可能正忙，请稍后再读一次；还是读不完的，请用 Excel 或 WPS 打开，另存为 .xlsx 再交。",
  en: "this file takes too long to read and was given up: the computer may be busy, so read it once more in a moment; if it still cannot be read, open it in Excel or WPS, save it as .xlsx and hand that in",
};
const BROKE: Words = {
  zh: "读这个文件时出错，已跳过：请用 Excel 或 WPS 打开，另存为 .xlsx 再交。",
  en: "reading this file failed and it was passed over: open it in Excel or WPS, save it as .xlsx and hand that in",
};

/** Reads all files; resolves when the last is done or the signal says to stop. Files not begun by then are never told of. */
export async function readAll(files: readonly File[], pool: Pool): Promise<void> {
  const { workers = Math.min(4, navigator.hardwareConcurrency || 1) } = pool;
  let next = 0;
  const lane = async () => {
    let helper: Helper<ReadTasks> | null = null;
    while (next < files.length && !pool.signal.aborted) {
      const at = next++;
      pool.began(at);
      helper ??= await hire(pool);
      const read = await within(helper, files[at] as File, pool);
      if (read === null) break;
      if (read instanceof Refusal && (read.words === SLOW || read.words === BROKE)) {
        helper.end();
        helper = null;
      }
      pool.done(at, read);
    }
    helper?.end();
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(workers, files.length)) }, lane));
}

async function hire({ spawn, county }: Pool): Promise<Helper<ReadTasks>> {
  const helper = helperIn<ReadTasks>(spawn());
  void helper.ask("meet", county);
  return helper;
}

/** What the file comes to within its time; `null` when everything is called off. */
function within(helper: Helper<ReadTasks>, file: File, { limit = 20_000, signal }: Pool): Promise<Read | Refusal | null> {
  return new Promise((settle) => {
    const stop = () => end(null);
    const timer = setTimeout(() => end(new Refusal("late", SLOW)), limit);
    const end = (read: Read | Refusal | null) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      settle(read);
    };
    if (signal.aborted) return end(null);
    signal.addEventListener("abort", stop);
    helper.ask("read", file).then(end, (error: unknown) => end(error instanceof Refusal ? error : new Refusal("invalid", BROKE)));
  });
}
