/** The text of one XML part, piece by piece, in the encodings a workbook may have: UTF-8 and UTF-16. */
import type { Pieces } from "./inflate.ts";
import { damagedPart } from "./refusals.ts";

/** Gives the next piece of text, `undefined` at the end. No piece ends inside a character; line ends are "\n". */
export type Texts = () => string | undefined;

/** Characters that XML 1.0 does not have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Decodes a part. Refuses bytes that are no text in its encoding. */
export function textsOf(part: string, pieces: Pieces): Texts {
  let decoder: TextDecoder | undefined;
  let [head, held] = [new Uint8Array(0), ""];
  let ended = false;
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      decoder ??= new TextDecoder(encodingOf(bytes ?? head), { fatal: true });
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw damagedPart(part, "不是 UTF-8 或 UTF-16 文本", "it is no text in UTF-8 or UTF-16");
    }
  };
  return () => {
    if (ended) return undefined;
    let bytes = pieces();
    if (!decoder && bytes && head.length + bytes.length < 4) {
      head = joined(head, bytes);
      return "";
    }
    if (!decoder && head.length > 0) bytes = joined(head, bytes ?? new Uint8Array(0));
    ended = bytes === undefined;
    let text = held + decode(bytes);
    held = "";
    if (NO_XML.test(text)) throw damagedPart(part, "有 XML 不允许的控制字符", "it has control characters that XML does not allow");
    if (text.includes("\r")) {
      // The second half of a line end may come with the next piece.
      if (text.endsWith("\r") && !ended) [text, held] = [text.slice(0, -1), "\r"];
      text = text.replace(/\r\n?/g, "\n");
    }
    return text;
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** By the mark at the beginning, or by how "<" is written. */
function encodingOf(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return "utf-8";
}
