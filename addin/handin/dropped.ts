/** The files in what was dropped: folders are walked through, with all that is in them. */
import { invalid } from "../../shared/refusal.ts";

/** A file, and the folders it lay in: "收回/乡镇/S01.xlsx". */
export interface Dropped {
  readonly file: File;
  readonly path: string;
}

/** More than this nobody drops on purpose: a whole disk, by accident. */
const MOST = 5_000;

/** Refuses more files than anybody's. Must be called while the event is being handled: afterwards the browser forgets what was dropped. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: Dropped[] = [];
  for (const entry of entries) await walk(entry, found);
  return inOrder(found);
}

/** What a file or folder chooser gave. */
export function chosenFiles(files: Iterable<File>): Dropped[] {
  return inOrder([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
}

/** By path; without the files that programs keep for themselves (~$S01.xlsx while it is open, .DS_Store). */
function inOrder(found: readonly Dropped[]): Dropped[] {
  return found
    .filter(({ file: { name } }) => !/^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (found.length >= MOST)
    throw invalid(
      `里面的文件超过 ${MOST} 个，没有读取：请只拖收回表格的文件夹。`,
      `there are more than ${MOST} files inside; nothing was read: drop only the folder with the files that were handed in`,
    );
  if (entry.isFile) {
    const file = await new Promise<File>((got, failed) => (entry as FileSystemFileEntry).file(got, failed));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands over a hundred entries at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((got, failed) => reader.readEntries(got, failed));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
