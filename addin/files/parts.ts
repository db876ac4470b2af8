/** The parts of a workbook by name, and how they refer to each other (ECMA-376 part 2: Open Packaging Conventions). */
import { textsOf } from "./decode.ts";
import { piecesOf } from "./inflate.ts";
import type { Budget } from "./limits.ts";
import { damagedPart } from "./refusals.ts";
import { type Listener, type Outline, walk } from "./xml.ts";
import type { Archive, Entry } from "./zip.ts";

const RELATIONSHIPS = ["http://schemas.openxmlformats.org/package/2006/relationships"];
const TYPES = ["http://schemas.openxmlformats.org/package/2006/content-types"];
/** Namespaces of the transitional and of the strict form. */
export const SPREADSHEET = ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];
export const REFERENCES = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "hyperlink". */
  readonly kind: string;
  /** The path of the part it leads to, or the address outside as it is written. */
  readonly target: string;
  readonly outside: boolean;
}

export interface Parts {
  readonly archive: Archive;
  has(path: string): boolean;
  /** Walks through a part that must be there. Each is walked through once; its size and checksum are then known to be right. */
  read(path: string, namespaces: readonly string[], outline: Outline, listener: Listener): void;
  /** Where a part leads to; "" is the whole file. Nothing where it leads nowhere. */
  relationships(path: string): readonly Relationship[];
  /** What the file says a part is: "application/…"; "" where it does not say. */
  typeOf(path: string): string;
  /** Inflates what was not read, and refuses it when it is damaged: half a good file is no good file. */
  checkRest(): void;
}

export function partsOf(archive: Archive, budget: Budget): Parts {
  const seen = new Set<Entry>();
  const known = new Map<string, readonly Relationship[]>();
  const find = (path: string) => archive.get(path.toLowerCase());
  const read: Parts["read"] = (path, namespaces, outline, listener) => {
    const entry = find(path);
    if (!entry) throw damagedPart(path, "缺少这个部件", "this part is missing");
    if (seen.has(entry)) throw damagedPart(path, "被引用了两次", "it is referred to twice");
    seen.add(entry);
    walk(path, textsOf(path, piecesOf(entry, budget)), namespaces, outline, listener);
  };
  const types = readTypes(read);
  return {
    archive,
    has: (path) => find(path) !== undefined,
    read,
    relationships(path) {
      const from = relationshipsPath(path);
      const found = known.get(from.toLowerCase()) ?? (find(from) ? readRelationships(read, from, path) : []);
      known.set(from.toLowerCase(), found);
      return found;
    },
    typeOf: (path) => types.parts.get(path.toLowerCase()) ?? types.endings.get(path.toLowerCase().replace(/^.*\./, "")) ?? "",
    checkRest() {
      for (const entry of archive.values()) {
        if (seen.has(entry)) continue;
        const next = piecesOf(entry, budget);
        while (next() !== undefined);
      }
    },
  };
}

/** What the parts are, by path and by ending. */
function readTypes(read: Parts["read"]) {
  const [parts, endings] = [new Map<string, string>(), new Map<string, string>()];
  const outline: Outline = new Map([
    ["", ["Types"]],
    ["Types", ["Default", "Override"]],
  ]);
  read("[Content_Types].xml", TYPES, outline, {
    open(name, attributes) {
      const [of, key] =
        name === "Override" ? [parts, attributes.get("PartName")?.replace(/^\//, "")] : [endings, attributes.get("Extension")];
      if (name !== "Types" && key !== undefined) of.set(key.toLowerCase(), attributes.get("ContentType") ?? "");
    },
  });
  return { parts, endings };
}

function relationshipsPath(path: string): string {
  const at = path.lastIndexOf("/") + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

/** The path of the part that a path of relationships belongs to, or `undefined` where it is no such path. */
export function ownerOf(path: string): string | undefined {
  const found = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(path);
  return found ? `${found[1] ?? ""}${found[2] ?? ""}` : undefined;
}

function readRelationships(read: Parts["read"], from: string, owner: string): Relationship[] {
  const found: Relationship[] = [];
  const outline: Outline = new Map([
    ["", ["Relationships"]],
    ["Relationships", ["Relationship"]],
  ]);
  read(from, RELATIONSHIPS, outline, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const [id, type, target] = [attributes.get("Id"), attributes.get("Type"), attributes.get("Target")];
      if (id === undefined || type === undefined || target === undefined || found.some((other) => other.id === id))
        throw damagedPart(from, "关系不完整或重复", "a relationship is incomplete or there twice");
      const outside = attributes.get("TargetMode")?.toLowerCase() === "external";
      found.push({ id, kind: type.replace(/^.*\//, ""), target: outside ? target : pathFrom(owner, target, from), outside });
    },
  });
  return found;
}

/** A path written in one part, as a path in the archive. */
function pathFrom(owner: string, target: string, from: string): string {
  const path = target.replace(/#.*$/, "").replaceAll("\\", "/");
  if (path === "") return owner;
  const steps = path.startsWith("/") ? [] : owner.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) throw damagedPart(from, "指向文件之外", "it leads out of the file");
  }
  return steps.join("/");
}
