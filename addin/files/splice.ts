/**
 * Where the elements of an XML part stand, so that something can be put between them and everything else stays as it is, byte for byte.
 * Only for parts that the strict reader (xml.ts) has walked through: here nothing is checked.
 */

/** An element and where it stands in the text. */
export interface Place {
  /** As it is written, with its prefix, and without. */
  readonly written: string;
  readonly name: string;
  /** From its "<" to behind its ">". */
  readonly from: number;
  readonly to: number;
  /** Where its content begins and ends; both are behind the tag where it is empty (`<a/>`). */
  readonly begins: number;
  readonly ends: number;
  readonly empty: boolean;
  readonly tag: string;
}

/** Comments, sections, declarations, and tags. */
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** The root of a part, or of a piece of one, and the elements right inside it. */
export function outlineOf(xml: string): { readonly root: Place; readonly children: readonly Place[] } {
  const open: Omit<Place, "ends" | "to">[] = [];
  const children: Place[] = [];
  for (const found of xml.matchAll(TOKEN)) {
    const [tag, slash, written, empty] = found;
    if (written === undefined) continue;
    const [from, behind] = [found.index, found.index + tag.length];
    if (slash !== "/") {
      const name = written.slice(written.indexOf(":") + 1);
      open.push({ written, name, from, begins: behind, empty: empty === "/", tag });
      if (empty !== "/") continue;
    }
    const element = { ...(open.pop() as Place), ends: empty === "/" ? behind : from, to: behind };
    if (open.length === 1) children.push(element);
    if (open.length === 0) return { root: element, children };
  }
  throw new Error("no element");
}

/** The value of an attribute in a tag, with XML's entities as they are written. */
export function attributeIn(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
}

/** The prefix of an element, with its colon. */
export function prefixOf({ written, name }: Pick<Place, "written" | "name">): string {
  return written.slice(0, written.length - name.length);
}

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Puts texts in the place of others. Edits must not overlap. */
export function spliced(xml: string, edits: readonly Edit[]): string {
  let [done, at] = ["", 0];
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    done += xml.slice(at, from) + text;
    at = to;
  }
  return done + xml.slice(at);
}

/** Something put at the end of an element's content. */
export function appended(element: Place, text: string): Edit {
  if (!element.empty) return { from: element.ends, to: element.ends, text };
  const opened = element.tag.replace(/\s*\/>$/, ">");
  return { from: element.from, to: element.to, text: `${opened}${text}</${element.written}>` };
}

/** A text as XML, without the characters that XML does not have; what Excel would read as an escape (_x0041_) stays what it is. */
export function escaped(text: string): string {
  return text
    .replaceAll(NO_XML, "\ufffd")
    .replaceAll(HALF, "\ufffd")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Half a character, which no encoding has. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
