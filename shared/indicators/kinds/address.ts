const ADDRESS = /^(.*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

/** The columns of an address such as 'Sheet 1'!$B$2:D51, each as an address of its own; null where it is no such range. */
export function columnsOf(address: string): string[] | null {
  const found = ADDRESS.exec(address);
  if (!found) return null;
  const [, sheet = "", left = "", top = "", right = left, bottom = top] = found;
  const [from, to] = [numberOf(left), numberOf(right)];
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const column = lettersOf(from + at);
    return `${sheet}$${column}$${top}:$${column}$${bottom}`;
  });
}

/** The cells of one row or one column, in their order; null where it is no address of such a range. */
export function cellsIn(address: string): string[] | null {
  const found = ADDRESS.exec(address);
  if (!found) return null;
  const [, sheet = "", left = "", top = "", right = left, bottom = top] = found;
  const [across, down] = [numberOf(right) - numberOf(left), Number(bottom) - Number(top)];
  if (across > 0 && down > 0) return null;
  return Array.from(
    { length: Math.max(across, down) + 1 },
    (_, at) => `${sheet}$${lettersOf(numberOf(left) + (across > 0 ? at : 0))}$${Number(top) + (down > 0 ? at : 0)}`,
  );
}

/** One range in place of cells that stand side by side, or below each other, in this order; null where they do not. */
export function spanOf(cells: readonly string[]): { readonly range: string; readonly across: boolean } | null {
  const found = cells.map((cell) => ADDRESS.exec(cell));
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || found.some((one) => !one || one[4] !== undefined || one[1] !== first[1])) return null;
  const at = found.map((one) => ({ column: numberOf(one?.[2] ?? ""), row: Number(one?.[3]) }));
  const runs = (across: boolean) =>
    at.every(
      ({ column, row }, index) =>
        column === (at[0]?.column ?? 0) + (across ? index : 0) && row === (at[0]?.row ?? 0) + (across ? 0 : index),
    );
  if (cells.length === 1) return { range: cells[0] as string, across: true };
  const across = runs(true);
  return across || runs(false) ? { range: `${cells[0]}:${(cells.at(-1) as string).slice((last[1] ?? "").length)}`, across } : null;
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  return column === 0 ? "" : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
