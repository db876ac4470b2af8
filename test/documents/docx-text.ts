/** The texts of a .docx by a reader of its own: the archive opened, tables and paragraphs taken from the XML by their tags. */
import { strFromU8, unzipSync } from "fflate";

export interface Read {
  readonly paragraphs: readonly string[];
  /** Each table's rows of cell texts. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly xml: string;
  readonly parts: readonly string[];
}

export function readDocx(bytes: Uint8Array): Read {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  const tables = elements(xml, "w:tbl").map((table) =>
    elements(table, "w:tr").map((row) => elements(row, "w:tc").map((cell) => elements(cell, "w:p").map(textOf).join("\n"))),
  );
  return { paragraphs: elements(xml, "w:p").map(textOf), tables, xml, parts: Object.keys(parts) };
}

function elements(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?(?:/>|>[\\s\\S]*?</${tag}>)`, "g"))].map(([found]) => found);
}

function textOf(xml: string): string {
  return elements(xml, "w:t")
    .map((run) => decoded(run.replace(/^<[^>]*>|<[^>]*>$/g, "")))
    .join("")
    .replaceAll("\u00a0", " ");
}

function decoded(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replaceAll(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}
