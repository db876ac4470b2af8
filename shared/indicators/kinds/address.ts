/** The columns of an address such as 'Sheet 1'!$B$2:D51, each as an address of its own; null where it is no such range. */
export function columnsOf(address: string): string[] | null {
  const found = /^(.*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (!found) return null;
  const [, sheet = "", left = "", top = "", right = left, bottom = top] = found;
  const [from, to] = [numberOf(left), numberOf(right)];
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const column = lettersOf(from + at);
    return `${sheet}$${column}$${top}:$${column}$${bottom}`;
  });
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  return column === 0 ? "" : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
