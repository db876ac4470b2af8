/** What a file is by its first bytes, whatever it is called. */
import { otherKind } from "./refusals.ts";

export type Kind = "zip" | "text";

const SIGNATURES: readonly (readonly [readonly number[], () => Error])[] = [
  [[0x25, 0x50, 0x44, 0x46], otherKind.pdf],
  [[0x89, 0x50, 0x4e, 0x47], otherKind.picture],
  [[0xff, 0xd8, 0xff], otherKind.picture],
  [[0x47, 0x49, 0x46, 0x38], otherKind.picture],
  [[0x52, 0x61, 0x72, 0x21], otherKind.archive],
  [[0x37, 0x7a, 0xbc, 0xaf], otherKind.archive],
  [[0x1f, 0x8b], otherKind.archive],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], otherKind.document],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** Compound files: the old .xls, .et and .doc, and every workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** BIFF of the nineties, without the compound file around it. */
const OLD = [
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x02, 0x06, 0x00],
];

const HTML = /^(<!doctype html|<!--|<(html|head|meta|title|link|style|script|body|div|table|tr|td|p|span|center|font|form|br|h[1-6])\b)/;
/** A web page in one file, as browsers and Word save it. */
const MHT = /^(mime-version:|from: ["<]?saved by|content-type: ?(multipart\/related|text\/html))/;

/** Whether it may be a workbook (.zip) or text. Refuses everything that is known to be something else, and says what. */
export function kindOf(bytes: Uint8Array): Kind {
  const begins = (signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0) throw otherKind.empty();
  if (begins(ZIP)) return "zip";
  if (begins(EMPTY_ZIP)) throw otherKind.archive();
  if (begins(COMPOUND)) throw compoundKind(bytes);
  if (OLD.some(begins)) throw otherKind.xls();
  for (const [signature, refusal] of SIGNATURES) if (begins(signature)) throw refusal();
  const head = new TextDecoder("utf-8")
    .decode(bytes.subarray(0, 1024))
    // UTF-16 has a zero beside each letter of a tag, and a mark that is no UTF-8.
    .replaceAll("\0", "")
    .replace(/^[\ufeff\ufffd]*/, "")
    .trimStart()
    .toLowerCase();
  if (HTML.test(head) || MHT.test(head)) throw otherKind.html();
  if (/^<\?xml|^<[a-z]+:?[a-z]* xmlns/.test(head))
    throw /<html|urn:schemas-microsoft-com:office:excel/.test(head) ? otherKind.html() : otherKind.xml();
  return "text";
}

function compoundKind(bytes: Uint8Array): Error {
  if (hasName(bytes, "EncryptedPackage") || hasName(bytes, "EncryptionInfo")) return otherKind.encrypted();
  if (hasName(bytes, "WordDocument") || hasName(bytes, "PowerPoint Document")) return otherKind.document();
  return otherKind.xls();
}

/** Whether a stream of that name is in a compound file: names stand there in UTF-16. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 0;
    while (same < name.length && bytes[at + 2 * same] === name.charCodeAt(same) && bytes[at + 2 * same + 1] === 0) same++;
    if (same === name.length) return true;
  }
  return false;
}
