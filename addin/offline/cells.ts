/** The cells of a file's first sheet as texts: what a list of schools is read from. */
import { textIn } from "../files/book.ts";
import { readFile } from "../files/read.ts";
import { bytesIn } from "../files/whole.ts";

export async function cellsIn(file: File): Promise<string[][]> {
  const book = readFile(await bytesIn(file), undefined, file.name);
  const sheet = book.sheets.find(({ state, rows }) => state === "visible" && rows.length > 0);
  return (sheet?.rows ?? []).map((row) => row.map(textIn));
}
