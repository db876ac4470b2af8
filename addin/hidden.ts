/** Which rows and columns of a range Excel hides. Of many at once it says: all, none, or (`null`) some. */

/** What is asked of a range. The types of Office.js say boolean; Excel answers null where some are hidden and some are not. */
interface Range {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
  load(what: string): unknown;
  getRow(row: number): Range;
  getColumn(column: number): Range;
  getResizedRange(rows: number, columns: number): Range;
}

interface Context {
  sync(): Promise<unknown>;
}

interface Stretch {
  readonly first: number;
  readonly count: number;
}

/** A stretch that is partly hidden is split into this many and asked again. */
const SPLIT = 8;

/** Rows that are hidden or filtered out. */
export function hiddenRowsIn(context: Context, range: Range): Promise<number[]> {
  const rows = ({ first, count }: Stretch) => range.getRow(first).getResizedRange(count - 1, 0);
  return hiddenAmong(context, "rowHidden", range.rowIndex, range.rowCount, rows);
}

export function hiddenColumnsIn(context: Context, range: Range): Promise<number[]> {
  const columns = ({ first, count }: Stretch) => range.getColumn(first).getResizedRange(0, count - 1);
  return hiddenAmong(context, "columnHidden", range.columnIndex, range.columnCount, columns);
}

async function hiddenAmong(
  context: Context,
  what: "rowHidden" | "columnHidden",
  begin: number,
  all: number,
  rangeOf: (stretch: Stretch) => Range,
): Promise<number[]> {
  const hidden: number[] = [];
  let asked: Stretch[] = [{ first: 0, count: all }];
  while (asked.length > 0) {
    const ranges = asked.map(rangeOf);
    for (const range of ranges) range.load(what);
    await context.sync();
    const next: Stretch[] = [];
    asked.forEach(({ first, count }, at) => {
      const answer = ranges[at]?.[what];
      if (answer === true) for (let one = first; one < first + count; one++) hidden.push(begin + one);
      else if (answer === null && count > 1) next.push(...split(first, count));
    });
    asked = next;
  }
  return hidden.sort((a, b) => a - b);
}

function split(first: number, count: number): Stretch[] {
  const size = Math.ceil(count / SPLIT);
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    first: first + at * size,
    count: Math.min(size, count - at * size),
  }));
}
