/** The text of a .csv: in which of the encodings that Chinese programs write it is, and what it says. */
import type { Encoding } from "./book.ts";
import { otherKind } from "./refusals.ts";

export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
}

/** What no table of text holds; a form feed may stand between pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/;

/**
 * Decodes by the mark at the beginning; without one, as UTF-8 where it is that to the last byte, else as GB18030 (which GBK and GB2312
 * are part of). UTF-16 without a mark is known by its zeros. Refuses what is none of them.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes);
  const tried: readonly Encoding[] = marked ? [marked] : (zerosSay(bytes) ?? ["utf-8", "gb18030"]);
  for (const encoding of tried) {
    const text = textIn(bytes, encoding);
    if (text === undefined) continue;
    if (NO_TEXT.test(text)) throw otherKind.noText();
    return { encoding, text };
  }
  throw otherKind.encoding();
}

function markOf([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

/** In UTF-16 every digit, comma and line end has a zero beside it; the other encodings have none at all. */
function zerosSay(bytes: Uint8Array): readonly Encoding[] | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0) return undefined;
  return odd >= even ? ["utf-16le"] : ["utf-16be"];
}

function textIn(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
