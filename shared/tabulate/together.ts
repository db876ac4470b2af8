/** Sheets of one file that are parts of one list, a class each: which of them have the same headers, and their pupils under one header. */
import type { Paper } from "../contract.ts";
import { plainText } from "../scores.ts";
import { CLASS_NAME } from "../slice.ts";
import type { Sheet } from "../tabulate.ts";
import { classCore } from "./classes.ts";
import { guessIn, type Mapping } from "./columns.ts";
import { namesPupil, plainHeader } from "./headers.ts";
import type { Origin, Part } from "./origins.ts";
import { isBlank } from "./pupils.ts";
import { classInTitle } from "./titled.ts";

export type NamedSheet = Sheet & { readonly name: string };

/** The pupils of all `others` below those of `lead`, under its headers. Where no column tells the class, one with the sheets' names is added, or the classes their titles speak of. */
export function joinSheets(lead: NamedSheet, others: readonly NamedSheet[], papers: readonly Paper[]): NamedSheet {
  const guess = guessIn(lead, papers);
  const header = guess.header ?? 0;
  const width = Math.max(...lead.cells.map((row) => row.length));
  const nameColumn = guess.class === null ? width : null;
  const read = columnsRead(lead, guess);
  const sheets = [lead, ...others];
  const byName = namesAreClasses(sheets, guess.grade);
  const byTitle = byName ? null : titleClasses(sheets, papers);
  const title = byName || byTitle ? "班级" : "工作表";
  const nameOf = (sheet: NamedSheet) => byTitle?.get(sheet) ?? sheet.name;
  const isPupil = (row: readonly unknown[]) => read.some((column) => !isBlank(row[column]));
  const named = (row: readonly unknown[], name: string | null) => (nameColumn === null ? row : [...row, name]);

  const whole: Part = { sheet: lead, header, columns: lead.cells[header]?.map((_, column) => column) ?? [] };
  const own = lead.cells.map((cells, row) => {
    const padded = Array.from({ length: width }, (_, column) => cells[column] ?? null);
    const name = row > header && isPupil(padded) ? nameOf(lead) : row === header ? title : null;
    return { cells: named(padded, name), origin: { part: whole, row } };
  });
  const rest = others.flatMap((sheet) => {
    const part = partOf(sheet, guessIn(sheet, papers).header ?? 0, lead.cells[header] ?? []);
    return sheet.cells.slice(part.header + 1).map((cells, at) => {
      const aligned = Array.from({ length: width }, (_, column) => cells[part.columns[column] ?? -1] ?? null);
      const origin: Origin = { part, row: part.header + 1 + at };
      return { cells: named(aligned, isPupil(aligned) ? nameOf(sheet) : null), origin };
    });
  });
  const rows = [...own, ...rest];
  return {
    ...{ name: lead.name, top: 0, left: 0 },
    cells: rows.map(({ cells }) => cells),
    origins: rows.map(({ origin }) => origin),
    ...(nameColumn !== null && { nameColumn }),
    ...(lead.hiddenColumns && { hiddenColumns: lead.hiddenColumns.map((column) => column - lead.left) }),
  };
}

/** The sheets a list is made of, the leading one first; none where it is one sheet. */
export function partsOf({ origins }: Sheet): readonly Part[] {
  return [...new Set(origins?.map(({ part }) => part))];
}

/** The columns as they stand in a part; those it does not have are `missing`, by the list's columns. */
export function mappingIn(part: Part, mapping: Mapping): { readonly mapping: Mapping; readonly missing: readonly number[] } {
  const at = (column: number | null) => (column === null ? null : (part.columns[column] ?? null));
  const subjects = mapping.subjects.flatMap(({ subject, column, before }) => {
    const own = at(column);
    return own === null ? [] : [{ subject, column: own, before: at(before) }];
  });
  const kept = { class: at(mapping.class), number: at(mapping.number), school: at(mapping.school), gradeColumn: at(mapping.gradeColumn) };
  return {
    mapping: { ...mapping, ...kept, header: part.header, subjects },
    missing: columnsMapped(mapping).filter((column) => at(column) === null),
  };
}

/** Every column that a mapping names. */
export function columnsMapped(mapping: Mapping): number[] {
  const marks = mapping.subjects.flatMap(({ column, before }) => [column, before]);
  return [mapping.class, mapping.number, mapping.school, mapping.gradeColumn, ...marks].filter((column) => column !== null);
}

/** The columns that are read of a sheet, and that of the names, by which pupils are told to be the same. */
export function columnsRead({ cells }: Sheet, mapping: Mapping): number[] {
  const name = nameIn(cells, mapping.header);
  return [...columnsMapped(mapping), ...(name === null ? [] : [name])];
}

export function nameIn(cells: Sheet["cells"], header: number | null): number | null {
  const at = header === null ? -1 : (cells[header] ?? []).findIndex((cell) => namesPupil(plainHeader(cell)));
  return at < 0 ? null : at;
}

/** A header as it must stand in every sheet: 语文 and 语文原始分 are two. */
export function headerText(cell: unknown): string {
  return typeof cell === "string" ? plainText(cell).toLowerCase().replace(/\s+/g, "") : "";
}

/** Where a sheet has each of the headers; of one that comes twice, the first is the first. */
function partOf(sheet: NamedSheet, header: number, heads: readonly unknown[]): Part {
  const own = (sheet.cells[header] ?? []).map(headerText);
  const columns = heads.map((head, column) => {
    const text = headerText(head);
    const before = heads.slice(0, column).filter((other) => headerText(other) === text).length;
    return text === "" ? null : (own.flatMap((other, at) => (other === text ? [at] : []))[before] ?? null);
  });
  return { sheet, header, columns };
}

/** The class that each sheet's title speaks of; `null` where one tells none, or two the same. */
function titleClasses(sheets: readonly NamedSheet[], papers: readonly Paper[]): ReadonlyMap<NamedSheet, string> | null {
  const classes = sheets.flatMap((sheet) => {
    const titled = classInTitle(sheet, guessIn(sheet, papers));
    return titled ? [[sheet, titled.class] as const] : [];
  });
  const cores = new Set(classes.map(([, name]) => classCore(name)));
  return cores.size === sheets.length ? new Map(classes) : null;
}

/** 八1班, 8.2, 803: a number for each, or 实验班; no two for one class. */
function namesAreClasses(sheets: readonly NamedSheet[], grade: number): boolean {
  const cores = sheets.map(({ name }) => classCore(name, grade));
  const isClass = ({ name }: NamedSheet, at: number) =>
    CLASS_NAME.test(name) && (/^\d{1,2}$/.test(cores[at] as string) || /.班$/.test(name));
  return sheets.every(isClass) && new Set(cores).size === cores.length;
}
