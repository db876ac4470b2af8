/** A file that is chosen in the pane: a list, its sheets as the pane reads open ones, or a template. The file's rows stay in this browser. */
import type { ReadBook } from "../../shared/handin/book.ts";
import { invalid, Refusal, type Words } from "../../shared/refusal.ts";
import type { Sheet } from "../host.ts";

export interface ListFile {
  readonly name: string;
  /** The whole file, where it is a bureau's template and no plain list. */
  readonly template: ReadBook | null;
  /** The collection that such a template is for, by its code. */
  readonly collection: string | null;
  /** Names of the sheets with something in them, hidden ones left out. */
  readonly sheets: readonly string[];
  sheet(name: string): Sheet;
  /** The same file as it lies on the disk now; refuses one that has been changed since, or is gone. */
  again(): Promise<ListFile>;
}

const changed: Words = {
  zh: "读不到这个文件：它被改动、移走了，或正由别的程序独占。请保存并关闭它，再选一次。",
  en: "this file cannot be read: it was changed, moved, or another program holds it. Save and close it, then choose it again",
};

/** Reads a file by what it is, .xlsx or .csv; throws a Refusal. The reader is fetched when the first file is chosen. */
export async function openListFile(file: File): Promise<ListFile> {
  const [{ readFile }, { bytesIn }, { listsOf }, { isTemplate, namedIn }] = await Promise.all([
    import("../files/read.ts"),
    import("../files/whole.ts"),
    import("../files/lists.ts"),
    import("../../shared/template/reading/recognise.ts"),
  ]);
  const bytes = await bytesIn(file).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal("invalid", changed);
  });
  const book = readFile(bytes, undefined, file.name);
  const lists = listsOf(book, file.name.replace(/\.\w{1,5}$/, ""));
  if (lists.length === 0) throw invalid(`“${file.name}”里没有内容。`, `there is nothing in ${file.name}`);
  return {
    name: file.name,
    template: isTemplate(book) ? book : null,
    collection: isTemplate(book) ? namedIn(book).collection : null,
    sheets: lists.map(({ name }) => name),
    sheet: (name) => (lists.find((list) => list.name === name) ?? lists[0]) as Sheet,
    again: () => openListFile(file),
  };
}
