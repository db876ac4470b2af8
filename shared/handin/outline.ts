/** What a JSON text is on its surface, told in one pass before anything of it is built: parsers are slow and greedy, in the depth above all. */

export interface Surface {
  /** Whether every list and object closes, none is nested as no file of this product is, and nothing follows the last. */
  readonly whole: boolean;
  /** Whether it is nested as no file of this product is. */
  readonly deep: boolean;
  /** Whether lists and objects are denser, or one object has more names, than in any file of this product: built, it would fill the memory. */
  readonly crowded: boolean;
  /** How many names its objects have together, one that is repeated as often as it stands. */
  readonly names: number;
  /** The text of the outermost object's "format"; `undefined` where it has none. */
  readonly format: string | undefined;
}

/** Lists and objects inside each other; a county's file has ten. */
const DEPTH = 32;
/** Of so many characters one begins a list or an object, at most: the least there is are pairs of digits, [0,1] and a comma. The first are free. */
const [SPREAD, FREE] = [5, 1000];
/** Names in one object: the largest tells of each indicator there is. */
const NAMES = 2_000;

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

export function surfaceOf(text: string): Surface {
  let [depth, valued, lists, crowded, names] = [0, false, 0, false, 0];
  // Of each that is open: how many commas it has, if it is an object.
  const commas: number[] = [];
  let [name, format]: (string | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const one = text.charCodeAt(at);
    if (one === QUOTE) {
      const begins = at + 1;
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
      if (at >= text.length) return { whole: false, deep: false, crowded, names, format };
      if (depth !== 1) continue;
      const short = at - begins <= LONGEST ? text.slice(begins, at) : undefined;
      if (!valued) name = short;
      else if (name === "format") format = short;
    } else if (one === COLON || one === COMMA) {
      if (depth === 1) valued = one === COLON;
      if (one === COLON) {
        names++;
        continue;
      }
      const more = (commas[depth] ?? 0) + 1;
      crowded ||= more >= NAMES;
      commas[depth] = more;
    } else if (one === OPEN_LIST || one === OPEN_OBJECT) {
      if (++depth > DEPTH) return { whole: false, deep: true, crowded, names, format };
      crowded ||= ++lists > FREE + at / SPREAD;
      commas[depth] = one === OPEN_OBJECT ? 0 : Number.NEGATIVE_INFINITY;
    } else if (one === CLOSE_LIST || one === CLOSE_OBJECT) {
      if (--depth <= 0) return { whole: depth === 0 && text.slice(at + 1).trim() === "", deep: false, crowded, names, format };
    }
  }
  return { whole: depth === 0, deep: false, crowded, names, format };
}

/** Characters of a name or a format that may be one of ours. */
const LONGEST = 40;
