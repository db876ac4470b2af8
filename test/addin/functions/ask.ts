/** How the tests ask a function: columns as Excel hands them over, and the error of a cell as a value. */

/** One column of cells. */
export function col(...cells: unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

export interface CellErrorSeen {
  readonly code: unknown;
  readonly message: string;
}

/** The error a function ends in; an answer instead is a failure of the test. */
export function refused(call: () => unknown): CellErrorSeen {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    if (error instanceof Error && "code" in error) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`answered ${JSON.stringify(answer)}`);
}

/** The ways an optional argument is left out: Excel sends null, other hosts undefined, an empty cell or a range of one. */
export const OMITTED: readonly unknown[] = [undefined, null, "", [[null]], [[undefined]], [[""]]];

/** The ways a single value is handed over: as it is, or as a range of one cell. */
export function forms<Value>(value: Value): readonly unknown[] {
  return [value, [[value]]];
}

/** Body of a spill without its header row. */
export function body(table: unknown[][]): unknown[][] {
  return table.slice(1);
}

/** The rows of a spill with the cells under their headers. */
export function records(table: unknown[][]): Record<string, unknown>[] {
  const [header = [], ...rows] = table;
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(header[at]), cell])));
}
