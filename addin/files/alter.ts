/** A workbook taken apart so that parts of it can be altered or added; whatever is not touched stays as it lies, byte for byte. */
import { piecesOf } from "./inflate.ts";
import { budgetOf, checkSize } from "./limits.ts";
import { archiveOf, entryOf } from "./pack.ts";
import { type Parts, partsOf } from "./parts.ts";
import { damagedPart } from "./refusals.ts";
import { appended, escaped, outlineOf, prefixOf, spliced } from "./splice.ts";
import { type Entry, readArchive } from "./zip.ts";

export interface Altered {
  readonly parts: Parts;
  /** The text of a part as it is now; `undefined` where there is none. Refuses one that is not in UTF-8. */
  text(path: string): string | undefined;
  put(path: string, text: string): void;
  /** A path that nothing has yet, of those with a number: "xl/comments1.xml". */
  free(named: (number: number) => string): string;
  /** Lets a part lead to another; returns the id of the relationship. */
  relate(owner: string, type: string, target: string): string;
  /** Says what a part is, by its path, or what all parts of an ending are. */
  declare(what: { readonly path: string } | { readonly ending: string }, type: string): void;
  bytes(): Uint8Array<ArrayBuffer>;
}

const TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Opens a workbook; refuses what is none. Only its directory, types and relationships are looked at. */
export function altering(file: Uint8Array): Altered {
  checkSize(file.length, file);
  const archive = readArchive(file);
  // Nothing else waits for this, so only its sizes are bounded.
  const budget = budgetOf(() => 0);
  const parts = partsOf(archive, budget);
  const changed = new Map<string, Entry>();
  const texts = new Map<string, string>();
  const key = (path: string) => path.toLowerCase();

  const text = (path: string): string | undefined => {
    const entry = archive.get(key(path));
    return texts.get(key(path)) ?? (entry && decoded(entry, piecesOf(entry, budget)));
  };
  const put = (path: string, content: string): void => {
    texts.set(key(path), content);
    const name = archive.get(key(path))?.name ?? path;
    changed.set(key(path), entryOf(name, new TextEncoder().encode(content)));
  };
  const append = (path: string, of: (prefix: string) => string): void => {
    const xml = text(path) as string;
    const { root } = outlineOf(xml);
    put(path, spliced(xml, [appended(root, of(prefixOf(root)))]));
  };

  return {
    parts,
    text,
    put,
    free(named) {
      for (let number = 1; ; number++) {
        const path = named(number);
        if (!archive.has(key(path)) && !changed.has(key(path))) return path;
      }
    },
    relate(owner, type, target) {
      const at = owner.lastIndexOf("/") + 1;
      const path = `${owner.slice(0, at)}_rels/${owner.slice(at)}.rels`;
      if (text(path) === undefined) put(path, `${XML}<Relationships xmlns="${RELATIONSHIPS}"/>`);
      const taken = text(path) as string;
      let number = 1;
      while (taken.includes(`"rIdQ${number}"`)) number++;
      const id = `rIdQ${number}`;
      append(path, (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${escaped(target)}"/>`);
      return id;
    },
    declare(what, type) {
      const [element, name, value] =
        "path" in what ? ["Override", "PartName", `/${escaped(what.path)}`] : ["Default", "Extension", what.ending];
      const known = outlineOf(text(TYPES) as string).children.some(
        (one) => one.name === element && new RegExp(`\\s${name}="${value.replaceAll(/[.+]/g, "\\$&")}"`, "i").test(one.tag),
      );
      if (!known) append(TYPES, (prefix) => `<${prefix}${element} ${name}="${value}" ContentType="${type}"/>`);
    },
    bytes() {
      const kept = [...archive].map(([path, entry]) => changed.get(path) ?? entry);
      return archiveOf([...kept, ...[...changed].filter(([path]) => !archive.has(path)).map(([, entry]) => entry)]);
    },
  };
}

function decoded({ name, size }: Entry, pieces: () => Uint8Array | undefined): string {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let piece = pieces(); piece !== undefined; piece = pieces()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damagedPart(name, "不是 UTF-8，不能在里面写批注", "it is not in UTF-8, so nothing can be written into it");
  }
}
