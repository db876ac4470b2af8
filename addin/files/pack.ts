/**
 * A .zip written from entries as they lie compressed: what was read is put back byte for byte, and what was compressed once serves again.
 * No entry has a date, so the same entries are the same bytes everywhere. For files that are made or altered here, far below 4 GB.
 */
import { deflateSync } from "fflate";
import { crcOf } from "./inflate.ts";
import type { Entry } from "./zip.ts";

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** 2.0: folders and deflate. */
const VERSION = 20;
/** Names are UTF-8, which only the others are told of. */
const UTF8 = 0x0800;
/** 1 January 1980, the first day a zip can tell. */
const NO_DATE = 0x21;

/** Compresses a part. */
export function entryOf(name: string, content: Uint8Array): Entry {
  const data = deflateSync(content, { level: 6 });
  return { name, deflated: true, data, size: content.length, crc: ~crcOf(content) >>> 0 };
}

/** An entry that is compressed already, such as a workbook inside an archive of workbooks: kept as it is. */
export function storedEntry(name: string, data: Uint8Array): Entry {
  return { name, deflated: false, data, size: data.length, crc: ~crcOf(data) >>> 0 };
}

/** Compresses parts, and remembers them by name: a part that comes again with the same content is not compressed again. */
export function rememberingEntries(): typeof entryOf {
  const known = new Map<string, { readonly content: Uint8Array; readonly entry: Entry }>();
  return (name, content) => {
    const before = known.get(name);
    if (before && same(before.content, content)) return before.entry;
    const entry = entryOf(name, content);
    known.set(name, { content, entry });
    return entry;
  };
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export interface Packer {
  add(entry: Entry): void;
  /** Writes the directory; nothing may be added after it. */
  end(): void;
}

/** Gives the archive piece by piece, so that none of it has to be kept but the directory. Names must differ. */
export function packer(give: (piece: Uint8Array<ArrayBuffer>) => void): Packer {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let [offset, count] = [0, 0];
  const put = (piece: Uint8Array) => {
    offset += piece.length;
    give(piece as Uint8Array<ArrayBuffer>);
  };
  return {
    add(entry) {
      const name = new TextEncoder().encode(entry.name);
      directory.push(header(entry, name, offset));
      put(header(entry, name, undefined));
      put(entry.data);
      count++;
    },
    end() {
      const from = offset;
      for (const piece of directory) put(piece);
      const end = new DataView(new ArrayBuffer(22));
      end.setUint32(0, END, true);
      end.setUint16(8, count, true);
      end.setUint16(10, count, true);
      end.setUint32(12, offset - from, true);
      end.setUint32(16, from, true);
      put(new Uint8Array(end.buffer));
    },
  };
}

/** The whole archive at once. */
export function archiveOf(entries: Iterable<Entry>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const { add, end } = packer((piece) => pieces.push(piece));
  for (const entry of entries) add(entry);
  end();
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What stands before the data, or in the directory where its offset is told. */
function header(
  { deflated, data, size, crc, name: written }: Entry,
  name: Uint8Array,
  offset: number | undefined,
): Uint8Array<ArrayBuffer> {
  const central = offset !== undefined;
  const length = central ? 46 : 30;
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, central ? CENTRAL : LOCAL, true);
  if (central) view.setUint16(4, VERSION, true);
  const at = central ? 6 : 4;
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, name.length === written.length ? 0 : UTF8, true);
  view.setUint16(at + 4, deflated ? 8 : 0, true);
  view.setUint16(at + 8, NO_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (central) view.setUint32(42, offset, true);
  bytes.set(name, length);
  return bytes;
}
