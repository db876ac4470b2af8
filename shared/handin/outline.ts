/** What a JSON text is on its surface, told in one pass before anything of it is built: parsers are slow and greedy, in the depth above all. */

export interface Surface {
  /** Whether every list and object closes, none is nested as no file of this product is, and nothing follows the last. */
  readonly whole: boolean;
  /** The text of the outermost object's "format"; `undefined` where it has none. */
  readonly format: string | undefined;
}

/** Lists and objects inside each other; a county's file has ten. */
const DEPTH = 32;

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

export function surfaceOf(text: string): Surface {
  let [depth, valued] = [0, false];
  let [name, format]: (string | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const one = text.charCodeAt(at);
    if (one === QUOTE) {
      const begins = at + 1;
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
      if (at >= text.length) return { whole: false, format };
      if (depth !== 1) continue;
      const short = at - begins <= LONGEST ? text.slice(begins, at) : undefined;
      if (!valued) name = short;
      else if (name === "format") format = short;
    } else if (one === COLON || one === COMMA) {
      if (depth === 1) valued = one === COLON;
    } else if (one === OPEN_LIST || one === OPEN_OBJECT) {
      if (++depth > DEPTH) return { whole: false, format };
    } else if (one === CLOSE_LIST || one === CLOSE_OBJECT) {
      if (--depth <= 0) return { whole: depth === 0 && text.slice(at + 1).trim() === "", format };
    }
  }
  return { whole: depth === 0, format };
}

/** Characters of a name or a format that may be one of ours. */
const LONGEST = 40;
