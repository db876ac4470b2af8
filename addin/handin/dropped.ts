/** The files in what was dropped: folders are walked through, with all that is in them. */
import { invalid, Refusal } from "../../shared/refusal.ts";

/** A file, and the folders it lay in: "收回/乡镇/S01.xlsx". */
export interface Dropped {
  readonly file: File;
  readonly path: string;
}

export interface Found {
  readonly files: readonly Dropped[];
  /** Files that a program keeps beside one that is open: ~$S01.xlsx. Nothing of them is read. */
  readonly skipped: readonly string[];
}

/** More than this nobody drops on purpose: a whole disk, by accident. */
const MOST = 5_000;

/**
 * Refuses more files than anybody's, and what the browser does not let a page read. Must be called while the event is being handled:
 * afterwards the browser forgets what was dropped, so everything is asked for at once.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Found> {
  const asked = [...transfer.items].filter(({ kind }) => kind === "file").map(askedOf);
  if (asked.length === 0) return chosenFiles(transfer.files);
  const found: Dropped[] = [];
  try {
    for (const { file, entry, handle } of asked) {
      if (file && !entry?.isDirectory) found.push({ file, path: file.name });
      else if (handle) await walkHandle(await handle, "", found);
      else if (entry) await walk(entry, found);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : UNREADABLE;
  }
  return inOrder(found);
}

const UNREADABLE = invalid(
  "浏览器没有让网页读取拖进来的内容：请点“选文件夹…”或“选文件…”。",
  "the browser does not let this page read what was dropped: press Choose a folder or Choose files",
);

/** An item in the three ways a browser may hand it over. */
interface Asked {
  readonly file: File | null;
  readonly entry: FileSystemEntry | null;
  /** Chromium's. On a page opened from a disk its entries cannot be read, and these can. */
  readonly handle: Promise<FileSystemHandle> | undefined;
}

function askedOf(item: DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle> }): Asked {
  return { file: item.getAsFile(), entry: item.webkitGetAsEntry(), handle: item.getAsFileSystemHandle?.() };
}

/** What a file or folder chooser gave. */
export function chosenFiles(files: Iterable<File>): Found {
  return inOrder([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
}

/** By path; without the files that programs keep for themselves (.DS_Store), and apart those of a file that somebody has open. */
function inOrder(found: readonly Dropped[]): Found {
  const sorted = found
    .filter(({ file: { name } }) => !/^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const isLock = ({ file: { name } }: Dropped) => name.startsWith("~$");
  return { files: sorted.filter((one) => !isLock(one)), skipped: sorted.filter(isLock).map(({ path }) => path) };
}

function checkMost(found: readonly Dropped[]): void {
  if (found.length < MOST) return;
  throw invalid(
    `里面的文件超过 ${MOST} 个，没有读取：请只拖收回表格的文件夹。`,
    `there are more than ${MOST} files inside; nothing was read: drop only the folder with the files that were handed in`,
  );
}

async function walkHandle(handle: FileSystemHandle, above: string, found: Dropped[]): Promise<void> {
  checkMost(found);
  const path = above + handle.name;
  if (handle.kind === "file") {
    found.push({ file: await (handle as FileSystemFileHandle).getFile(), path });
    return;
  }
  for await (const one of (handle as FileSystemDirectoryHandle).values()) await walkHandle(one, `${path}/`, found);
}

async function walk(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  checkMost(found);
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
