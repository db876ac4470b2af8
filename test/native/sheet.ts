/** Inputs of an indicator as they would stand in a sheet: each in its own column or columns from A on, with the addresses. */
import { cellsOf } from "../../shared/indicators/view.ts";
import type { Typed } from "../tools/recalculate.ts";

/** `above`: how many rows of the sheet stand above them. */
export function sheetOf(inputs: readonly unknown[], above = 0): { cells: Typed[][]; at: string[] } {
  const cells: Typed[][] = [];
  let left = 0;
  const at = cellsOf(inputs).map((rows) => {
    const width = Math.max(...rows.map((row) => row.length));
    rows.forEach((row, y) => {
      for (let x = 0; x < width; x++) {
        const line = cells[y] ?? [];
        cells[y] = line;
        while (line.length <= left + x) line.push(null);
        line[left + x] = (row[x] ?? null) as Typed;
      }
    });
    const letter = (column: number) => String.fromCharCode(65 + column);
    const first = `${letter(left)}${above + 1}`;
    const last = `${letter(left + width - 1)}${above + rows.length}`;
    left += width;
    return first === last ? first : `${first}:${last}`;
  });
  return { cells, at };
}
