/** One tag of XML: its name and its attributes, strictly. */
import { ATTRIBUTES } from "./limits.ts";

export interface Attributes {
  /** The value of an attribute without namespace. */
  get(name: string): string | undefined;
  /** The value of an attribute in one of the namespaces. */
  of(namespaces: readonly string[], name: string): string | undefined;
}

/** The tag that was read last. One object for all of them: there are a hundred thousand in a sheet. */
export interface TagReader extends Attributes {
  readonly name: string;
  readonly empty: boolean;
  /** Reads a tag from behind its "<". Returns where the text goes on, or -1 where it ends first. */
  read(text: string, from: number): number;
  /** Namespaces by prefix inside this tag: those outside it where it declares none. */
  namespaces(outside: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
}

/** What is thrown: why, in Chinese and in English. */
export type Malformed = (zh?: string, en?: string) => Error;

const [SLASH, EQUALS, MORE, LESS, DOUBLE, SINGLE, AND] = [47, 61, 62, 60, 34, 39, 38];
const [SPACE, LINE, TAB] = [32, 10, 9];

/** `plain` resolves references. */
export function tagReader(plain: (text: string) => string, malformed: Malformed): TagReader {
  const names: string[] = [];
  const values: string[] = [];
  let [name, empty, declares] = ["", false, false];
  let known: ReadonlyMap<string, string> = new Map();

  /** Where the white space ends. */
  const afterSpace = (text: string, from: number): number => {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== SPACE && code !== LINE && code !== TAB) break;
    }
    return at;
  };

  /** Where the name ends; -1 where the text ends first. */
  const afterName = (text: string, from: number): number => {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > MORE) continue;
      if (code === EQUALS || code === MORE || code === SLASH || code === SPACE || code === LINE || code === TAB) {
        if (at === from) throw malformed();
        return at;
      }
      if (code === LESS || code === DOUBLE || code === SINGLE || code === AND) throw malformed();
    }
    return -1;
  };

  /** Reads one attribute; where the text ends first, -1. */
  const readAttribute = (text: string, from: number): number => {
    const nameEnd = afterName(text, from);
    if (nameEnd < 0) return -1;
    const sign = afterSpace(text, nameEnd);
    if (sign === text.length) return -1;
    if (text.charCodeAt(sign) !== EQUALS) throw malformed();
    const begins = afterSpace(text, sign + 1);
    if (begins === text.length) return -1;
    const quote = text.charCodeAt(begins);
    if (quote !== DOUBLE && quote !== SINGLE) throw malformed();
    const end = text.indexOf(quote === DOUBLE ? '"' : "'", begins + 1);
    if (end < 0) return -1;
    const attribute = text.slice(from, nameEnd);
    const value = text.slice(begins + 1, end);
    if (value.includes("<") || names.includes(attribute) || names.length === ATTRIBUTES) throw malformed();
    if (attribute.startsWith("xmlns")) declares = true;
    names.push(attribute);
    values.push(value);
    return end + 1;
  };

  return {
    get name() {
      return name;
    },
    get empty() {
      return empty;
    },
    get(wanted) {
      const index = names.indexOf(wanted);
      return index < 0 ? undefined : plain(values[index] as string);
    },
    of(namespaces, wanted) {
      const index = names.findIndex((written) => {
        const colon = written.indexOf(":");
        return colon > 0 && written.slice(colon + 1) === wanted && namespaces.includes(known.get(written.slice(0, colon)) ?? "");
      });
      return index < 0 ? undefined : plain(values[index] as string);
    },
    namespaces(outside) {
      known = outside;
      if (!declares) return known;
      const inside = new Map(outside);
      for (const [index, written] of names.entries())
        if (written === "xmlns" || written.startsWith("xmlns:")) inside.set(written.slice(6), plain(values[index] as string));
      known = inside;
      return known;
    },
    read(text, from) {
      names.length = values.length = 0;
      declares = false;
      let at = afterName(text, from);
      if (at < 0) return -1;
      name = text.slice(from, at);
      for (;;) {
        const space = at;
        at = afterSpace(text, at);
        if (at === text.length) return -1;
        const code = text.charCodeAt(at);
        empty = code === SLASH;
        if (code === MORE) return at + 1;
        if (empty) {
          if (at + 1 === text.length) return -1;
          if (text.charCodeAt(at + 1) !== MORE) throw malformed();
          return at + 2;
        }
        if (at === space) throw malformed();
        at = readAttribute(text, at);
        if (at < 0) return -1;
      }
    },
  };
}
