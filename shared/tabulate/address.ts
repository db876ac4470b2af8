/** Zero-based column -> its letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** Letters -> zero-based column. */
export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Zero-based sheet row and column -> address: (6, 3) is D7. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Cells of one column by their zero-based rows in order, those below each other as one range; after `most` ranges only how many more there are. */
export function rangesShown(rows: readonly number[], column: number, most = 6): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs
    .slice(0, most)
    .map(([first, last]) => (first === last ? addressOf(first, column) : `${addressOf(first, column)}:${addressOf(last, column)}`));
  return runs.length > most ? `${shown.join("、")}……` : shown.join("、");
}

/** The address of a column's header, or of its first cell. */
export function headOf(
  { top, left }: { readonly top: number; readonly left: number },
  { header }: { readonly header: number | null },
  column: number,
): string {
  return addressOf(top + (header ?? 0), left + column);
}
