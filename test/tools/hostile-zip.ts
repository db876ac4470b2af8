/** Writes .zip files, honest ones and ones that lie in any field. Shares nothing with the reader; deflate and CRC-32 are Node's. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Deflated unless told. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** What the directory says of the sizes, and what stands before the data where that differs. */
  readonly size?: number;
  readonly compressed?: number;
  readonly localSize?: number;
  readonly localName?: string;
  readonly localMethod?: number;
  /** The bytes as they lie in the file, in place of the compressed content. */
  readonly data?: Uint8Array;
  /** Where the directory says that the entry begins. */
  readonly offset?: number;
  /** Unix file type and rights: 0o120777 is a link. */
  readonly mode?: number;
  /** Sizes follow the data, as when a program writes a stream. */
  readonly descriptor?: boolean;
  /** Sizes in the large form, as Apache POI writes them. */
  readonly zip64?: boolean;
}

export interface ZipEnd {
  readonly count?: number;
  readonly disk?: number;
  readonly offset?: number;
  readonly size?: number;
  readonly comment?: string;
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  /** The large form of the end stands before the small one. */
  readonly zip64?: boolean;
  /** …and the small one says to look there. */
  readonly only64?: boolean;
}

const utf8 = new TextEncoder();
const bytesOf = (text: string | Uint8Array) => (typeof text === "string" ? utf8.encode(text) : text);

/** Whole numbers of 2, 4 or 8 bytes: u(2, 8) is two bytes saying 8. */
function u(width: 2 | 4 | 8, ...values: number[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(width * values.length));
  values.forEach((value, at) => {
    if (width === 2) out.setUint16(at * 2, value, true);
    else if (width === 4) out.setUint32(at * 4, value >>> 0, true);
    else out.setBigUint64(at * 8, BigInt(value), true);
  });
  return new Uint8Array(out.buffer);
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

const ALL = 0xffffffff;

/** Makes the file. */
export function zip(entries: readonly ZipEntry[], end: ZipEnd = {}): Uint8Array {
  const before = end.before ?? new Uint8Array(0);
  const [locals, directory]: [Uint8Array[], Uint8Array[]] = [[before], []];
  let at = before.length;
  for (const entry of entries) {
    const { local, central } = written(entry, at);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = joined(...directory);
  const count = end.count ?? entries.length;
  const [offset, size] = [end.offset ?? at, end.size ?? central.length];
  const large = joined(u(4, 0x06064b50), u(8, 44), u(2, 45, 45), u(4, 0, 0), u(8, count, count, size, offset));
  const locator = joined(u(4, 0x07064b50, 0), u(8, at + central.length), u(4, 1));
  const comment = bytesOf(end.comment ?? "");
  const small = end.only64 ? [u(2, 0xffff, 0xffff), u(4, ALL, ALL)] : [u(2, count, count), u(4, size, offset)];
  const last = joined(u(4, 0x06054b50), u(2, end.disk ?? 0, 0), ...small, u(2, comment.length), comment);
  const has64 = end.zip64 || end.only64;
  return joined(...locals, central, ...(has64 ? [large, locator] : []), last, end.after ?? new Uint8Array(0));
}

function written(entry: ZipEntry, at: number): { local: Uint8Array; central: Uint8Array } {
  const [name, content, method] = [bytesOf(entry.name), bytesOf(entry.content), entry.method ?? 8];
  const data = entry.data ?? (method === 0 ? content : deflateRawSync(content));
  const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0) | 0x800;
  const [crc, size, compressed] = [entry.crc ?? crc32(content), entry.size ?? content.length, entry.compressed ?? data.length];
  const localName = entry.localName === undefined ? name : bytesOf(entry.localName);
  const localSizes = entry.descriptor ? [0, 0, 0] : [crc, compressed, entry.localSize ?? size];
  const descriptor = !entry.descriptor
    ? new Uint8Array(0)
    : entry.zip64
      ? joined(u(4, 0x08074b50, crc), u(8, compressed, size))
      : u(4, 0x08074b50, crc, compressed, size);
  const local = joined(
    ...[u(4, 0x04034b50), u(2, entry.zip64 ? 45 : 20, flags, entry.localMethod ?? method, 0, 0x21), u(4, ...localSizes)],
    ...[u(2, localName.length, 0), localName, data, descriptor],
  );
  const offset = entry.offset ?? at;
  const extra = entry.zip64 ? joined(u(2, 1, 24), u(8, size, compressed, offset)) : new Uint8Array(0);
  const small = entry.zip64 ? [ALL, ALL] : [compressed, size];
  const central = joined(
    ...[u(4, 0x02014b50), u(2, 0x0314, entry.zip64 ? 45 : 20, flags, method, 0, 0x21), u(4, crc, ...small)],
    ...[u(2, name.length, extra.length, 0, 0, 0), u(4, (entry.mode ?? 0o100644) * 0x10000, entry.zip64 ? ALL : offset), name, extra],
  );
  return { local, central };
}
