/**
 * The directory of a .zip, read strictly (PKWARE APPNOTE 6.3.9): every entry lies whole and alone where the directory says it does,
 * names are plain paths and no two are the same. Nothing is inflated here.
 */
import { ENTRIES, INFLATED, PART, RATIO, RATIO_FROM } from "./limits.ts";
import { damaged, otherKind, tooMuch } from "./refusals.ts";

export interface Entry {
  /** The path as it is written, with forward slashes. */
  readonly name: string;
  readonly deflated: boolean;
  /** The bytes as they lie in the file, and what they are once inflated. */
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** Entries by their path in small letters: that is how parts of a workbook are told apart (ECMA-376 part 2, 7.3.4). */
export type Archive = ReadonlyMap<string, Entry>;

const [LOCAL, CENTRAL, END, END64, LOCATOR64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [STORED, DEFLATED] = [0, 8];
const [ENCRYPTED, DESCRIPTOR, PATCHED, STRONG, MASKED] = [1, 8, 32, 64, 0x2000];
const [LINK, FILE_TYPE] = [0xa000, 0xf000];
const [ALL16, ALL32] = [0xffff, 0xffffffff];

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads the directory. Refuses what is cut, overlaps, leads out of the archive, is encrypted, or holds too much. */
export function readArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, from, to } = endOf(view);
  if (count > ENTRIES) throw tooMuch.entries(ENTRIES);
  const archive = new Map<string, Entry>();
  const spans: Span[] = [];
  let [at, inflated] = [from, 0];
  for (let index = 0; index < count; index++) {
    if (at + 46 > to || view.getUint32(at, true) !== CENTRAL) throw brokenDirectory();
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > to) throw brokenDirectory();
    const { entry, span } = entryAt(bytes, view, at, from);
    spans.push(span);
    inflated += entry.size;
    if (inflated > INFLATED) throw tooMuch.inflated(INFLATED / 1024 / 1024);
    const key = entry.name.toLowerCase();
    if (archive.has(key)) throw damaged("有两个同名的部件", "two parts have the same name");
    archive.set(key, entry);
    at = next;
  }
  if (at !== to) throw brokenDirectory();
  checkSpans(spans);
  return archive;
}

function brokenDirectory() {
  return damaged("压缩目录不完整", "the directory of the archive is broken");
}

/** Where the directory lies and how many entries it has. */
function endOf(view: DataView): { count: number; from: number; to: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - ALL16); at--) {
    if (view.getUint32(at, true) !== END || view.getUint16(at + 20, true) !== last - at) continue;
    const [count, size, from] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0 || view.getUint16(at + 8, true) !== count)
      throw damaged("压缩文件分成了几卷", "the archive is split into volumes");
    const end64 = end64Before(view, at);
    if (end64 && (count === ALL16 || size === ALL32 || from === ALL32)) return end64;
    if (from + size !== (end64?.at ?? at)) throw brokenDirectory();
    return { count, from, to: from + size };
  }
  throw damaged("文件不完整，可能没有拷贝或下载完", "the file is cut short: copying or downloading it did not finish");
}

/** The large form of the end, which some writers (Apache POI) add to small files too. */
function end64Before(view: DataView, end: number): { at: number; count: number; from: number; to: number } | undefined {
  const locator = end - 20;
  if (locator < 56 || view.getUint32(locator, true) !== LOCATOR64) return undefined;
  const at = large(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) throw brokenDirectory();
  const [count, size, from] = [large(view, at + 32), large(view, at + 40), large(view, at + 48)];
  if (from + size !== at) throw brokenDirectory();
  return { at, count, from, to: at };
}

/** A whole number of 8 bytes; whatever does not fit into a file is as good as endless. */
function large(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}

/** Parts of a workbook, or of another document. What else has a password is a folder of files. */
const OF_WORKBOOK = /^(?:xl|word|ppt|_rels|docprops|customxml)\/|^\[content_types\]\.xml$/i;

function entryAt(bytes: Uint8Array, view: DataView, at: number, directory: number): { entry: Entry; span: Span } {
  const [flags, method, crc] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  const rawName = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const name = pathOf(rawName);
  if (flags & (ENCRYPTED | STRONG | MASKED)) throw OF_WORKBOOK.test(name) ? otherKind.encrypted() : otherKind.locked();
  if (flags & PATCHED || (method !== STORED && method !== DEFLATED))
    throw damaged("压缩方法不是 .xlsx 的", "compressed in a way that .xlsx does not know");
  if (view.getUint8(at + 5) === 3 && (view.getUint16(at + 40, true) & FILE_TYPE) === LINK)
    throw damaged("部件是链接", "a part is a link to somewhere else");
  const { compressed, size, offset } = sizesOf(view, at);
  if (size > PART) throw tooMuch.inflated(PART / 1024 / 1024);
  if (size > RATIO_FROM && size > compressed * RATIO) throw tooMuch.ratio(name, RATIO);
  if (method === STORED && compressed !== size) throw damaged("部件大小不符", "the size of a part is wrong");
  if (offset + 30 > directory || view.getUint32(offset, true) !== LOCAL)
    throw damaged("部件不在目录所说的地方", "a part is not where the directory says");
  checkLocal(bytes, view, offset, { flags, method, crc, compressed, size, rawName });
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + compressed > directory) throw damaged("部件不完整", "a part is cut short");
  const data = bytes.subarray(from, from + compressed);
  return { entry: { name, deflated: method === DEFLATED, data, size, crc }, span: { from: offset, to: from + compressed } };
}

/** Sizes and place of an entry, from the large form where the small one has no room. */
function sizesOf(view: DataView, at: number): { compressed: number; size: number; offset: number } {
  let [compressed, size, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
  const from = at + 46 + view.getUint16(at + 28, true);
  const to = from + view.getUint16(at + 30, true);
  for (let field = from; field + 4 <= to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = Math.min(to, field + 4 + view.getUint16(field + 2, true));
    let place = field + 4;
    const next = (small: number) => {
      if (small !== ALL32) return small;
      if (place + 8 > end) throw brokenDirectory();
      place += 8;
      return large(view, place - 8);
    };
    [size, compressed, offset] = [next(size), next(compressed), next(offset)];
    break;
  }
  return { compressed, size, offset };
}

interface Said {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly rawName: Uint8Array;
}

/** What stands before the data must say the same as the directory: else two readers would read two files. */
function checkLocal(bytes: Uint8Array, view: DataView, at: number, said: Said): void {
  const length = view.getUint16(at + 26, true);
  const name = bytes.subarray(at + 30, at + 30 + length);
  const same = length === said.rawName.length && name.every((byte, index) => byte === said.rawName[index]);
  const [flags, method] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)];
  if (!same || method !== said.method || (flags ^ said.flags) & (ENCRYPTED | DESCRIPTOR))
    throw damaged("部件与目录不一致", "a part and the directory say different things");
  if (flags & DESCRIPTOR) return;
  const [crc, compressed, size] = [view.getUint32(at + 14, true), view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const agrees = (there: number, here: number) => there === here || there === ALL32;
  if (crc !== said.crc || !agrees(compressed, said.compressed) || !agrees(size, said.size))
    throw damaged("部件与目录不一致", "a part and the directory say different things");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const FORBIDDEN = /[\u0000-\u001f:]/;

/** A path inside the archive, or a refusal: none that leads out of it, and none that programs would read in two ways. */
function pathOf(raw: Uint8Array): string {
  let name = "";
  try {
    name = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    // Names in other encodings are those of pictures and the like; here it is enough that they are told apart.
    name = Array.from(raw, (byte) => String.fromCharCode(byte)).join("");
  }
  const path = name.replaceAll("\\", "/");
  const steps = path.replace(/\/$/, "").split("/");
  if (raw.length === 0 || raw.length > 512 || FORBIDDEN.test(path) || steps.some((step) => step === "" || step === "." || step === ".."))
    throw damaged("部件的路径不正常", "the path of a part leads out of the file");
  return path;
}

/** The archive begins with an entry, and no two share a byte. */
function checkSpans(spans: readonly Span[]): void {
  let end = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < end) throw damaged("部件互相重叠", "parts overlap, as in a zip bomb");
    if (end === 0 && from !== 0) throw damaged("文件开头有多余的内容", "something stands before the archive");
    end = to;
  }
}
