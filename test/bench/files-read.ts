/** A school's marks read from .xlsx (written by an independent writer) and from .csv, and what reading one takes of the memory. */
import { writeXlsx } from "hucre/xlsx";
import { type Book, textIn } from "../../addin/files/book.ts";
import { readCsv, readWorkbook } from "../../addin/files/read.ts";
import { randomness } from "./marks.ts";
import { measure, type Timed } from "./measure.ts";

const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "道德与法治", "历史", "地理", "生物"];

/** Name, number, class and nine marks for each pupil, under a header. */
export function marksOf(pupils: number): (string | number)[][] {
  const random = randomness(pupils);
  const one = (pupil: number) => [`学生${pupil}`, `2026${String(pupil).padStart(5, "0")}`, `九(${(pupil % 12) + 1})班`];
  const rows = Array.from({ length: pupils }, (_, pupil) => [...one(pupil), ...SUBJECTS.map(() => Math.floor(random() * 241) / 2)]);
  return [["姓名", "学号", "班级", ...SUBJECTS], ...rows];
}

export interface FileTimes {
  readonly pupils: number;
  readonly kilobytes: number;
  readonly timed: readonly Timed[];
  /** The most memory in use while the .xlsx is read, in MB above what was in use before. */
  readonly most: number;
}

export async function fileTimes(pupils: number, rounds: number): Promise<FileTimes> {
  const rows = marksOf(pupils);
  const xlsx = await writeXlsx({ sheets: [{ name: "成绩", rows }] });
  const csv = new TextEncoder().encode(rows.map((row) => row.join(",")).join("\r\n"));
  const shown = (book: Book) => book.sheets[0]?.rows.map((row) => row.map(textIn).join()).join("\n");
  const ways = [
    { name: `.xlsx, ${pupils} x ${SUBJECTS.length}`, run: () => readWorkbook(xlsx) },
    { name: `.csv, ${pupils} x ${SUBJECTS.length}`, run: () => readCsv(csv) },
  ];
  const timed = measure(ways, rounds, (a, b) => shown(a) === shown(b));
  return { pupils, kilobytes: Math.round(xlsx.length / 1024), timed, most: mostWhile(xlsx) };
}

/** Looks at the memory whenever the reader looks at the clock. */
function mostWhile(xlsx: Uint8Array): number {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const before = used();
  let most = before;
  const book = readWorkbook(xlsx, () => {
    most = Math.max(most, used());
    return 0;
  });
  return book.sheets.length > 0 ? Math.max(most, used()) - before : Number.NaN;
}
