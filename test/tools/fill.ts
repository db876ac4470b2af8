/**
 * Fills in a workbook as somebody does who knows nothing of how it was made: values are put into the cells of its XML. Shares no code with
 * the product.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A formula with the value it last came to. */
export interface Last {
  readonly formula: string;
  readonly value: number;
}
type Entry = string | number | Last;

/** By sheet and address: 成绩 九年级 -> D6 -> 87.5. A formula without a value begins with "=", an error with "#". */
export type Entries = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

export function fill(workbook: Uint8Array, entries: Entries): Uint8Array {
  const parts = unzipSync(workbook);
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  for (const [sheet, cells] of Object.entries(entries)) {
    const id = attribute(tagWith(text("xl/workbook.xml"), "sheet", "name", sheet), "r:id");
    const target = attribute(tagWith(text("xl/_rels/workbook.xml.rels"), "Relationship", "Id", id), "Target");
    const path = `xl/${target.replace(/^\/?xl\//, "")}`;
    parts[path] = strToU8(withCells(text(path), cells));
  }
  return zipSync(parts, { level: 1 });
}

function tagWith(xml: string, tag: string, name: string, value: string): string {
  const found = [...xml.matchAll(new RegExp(`<${tag}\\s[^>]*>`, "g"))].find(([own]) => own.includes(`${name}="${escaped(value)}"`));
  if (!found) throw new Error(`no ${tag} with ${name} ${value}`);
  return found[0];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** Cells are kept in order: rows by number, columns by letters. */
function withCells(xml: string, entries: Readonly<Record<string, Entry>>): string {
  const [, before = "", data = "", after = ""] = /^([\s\S]*<sheetData>)([\s\S]*)(<\/sheetData>[\s\S]*)$/.exec(xml) ?? [];
  const rows = new Map<number, { open: string; cells: Map<number, string> }>();
  for (const [, open = "", inner = ""] of data.matchAll(/(<row\s[^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells = new Map<number, string>();
    for (const [cell] of inner.matchAll(/<c\s[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g)) cells.set(columnOf(attribute(cell, "r")), cell);
    rows.set(Number(attribute(open, "r")), { open, cells });
  }
  for (const [address, value] of Object.entries(entries)) {
    const row = Number(/\d+$/.exec(address)?.[0]);
    const own = rows.get(row) ?? { open: `<row r="${row}"`, cells: new Map<number, string>() };
    rows.set(row, own);
    const style = attribute(own.cells.get(columnOf(address)) ?? "", "s");
    own.cells.set(columnOf(address), cellOf(address, style, value));
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const written = sorted.map(([, { open, cells }]) => {
    const inner = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return `${open}>${inner.join("")}</row>`;
  });
  return `${before}${written.join("")}${after}`;
}

function cellOf(address: string, style: string, value: Entry): string {
  const open = `<c r="${address}"${style ? ` s="${style}"` : ""}`;
  if (typeof value === "object") return `${open}><f>${escaped(value.formula)}</f><v>${value.value}</v></c>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (value.startsWith("=")) return `${open}><f>${escaped(value.slice(1))}</f></c>`;
  if (value.startsWith("#")) return `${open} t="e"><v>${value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function columnOf(address: string): number {
  return [...address.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
