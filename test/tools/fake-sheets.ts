/** A file as the sheets of the fake Excel: what its cells hold, and what its formulas showed when it was saved. */
import { type Book, formulaAt, textIn, type Value } from "../../addin/files/book.ts";
import { placeName } from "../../addin/files/places.ts";
import type { FakeSheet } from "../addin/fake-excel.ts";

const STATES = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export function fakeSheets({ sheets }: Book): FakeSheet[] {
  return sheets.map((sheet) => {
    const results: NonNullable<FakeSheet["results"]> = {};
    const cells = sheet.rows.map((row, at) =>
      row.map((value, column) => {
        const formula = formulaAt(sheet, at, column);
        if (formula === undefined) return plain(value);
        results[placeName(at, column)] = plain(value);
        return `=${formula}`;
      }),
    );
    const merged = sheet.merges.map(({ top, left, bottom, right }) => `${placeName(top, left)}:${placeName(bottom, right)}`);
    return { name: sheet.name, cells, results, merged, hidden: [...sheet.hiddenRows], visibility: STATES[sheet.state] };
  });
}

function plain(value: Value): string | number | boolean {
  return value === null ? "" : typeof value === "object" ? textIn(value) : value;
}
