/** Which rows and columns of a range Excel hides. Of many at once it says: all, none, or (`null`) some. */

interface Stretch {
  readonly first: number;
  readonly count: number;
}

/** A stretch that is partly hidden is split into this many and asked again. */
const SPLIT = 8;

/** Rows that are hidden or filtered out. */
export function hiddenRowsIn(context: Excel.RequestContext, range: Excel.Range): Promise<number[]> {
  return hiddenAmong(context, "rowHidden", range.rowIndex, range.rowCount, ({ first, count }) => rowsOf(range, first, count));
}

export function hiddenColumnsIn(context: Excel.RequestContext, range: Excel.Range): Promise<number[]> {
  const columns = ({ first, count }: Stretch) => range.getColumn(first).getResizedRange(0, count - 1);
  return hiddenAmong(context, "columnHidden", range.columnIndex, range.columnCount, columns);
}

export function rowsOf(range: Excel.Range, first: number, count: number): Excel.Range {
  return range.getRow(first).getResizedRange(count - 1, 0);
}

async function hiddenAmong(
  context: Excel.RequestContext,
  what: "rowHidden" | "columnHidden",
  begin: number,
  all: number,
  rangeOf: (stretch: Stretch) => Excel.Range,
): Promise<number[]> {
  const hidden: number[] = [];
  let asked: Stretch[] = [{ first: 0, count: all }];
  while (asked.length > 0) {
    const ranges = asked.map(rangeOf);
    for (const range of ranges) range.load(what);
    await context.sync();
    const next: Stretch[] = [];
    asked.forEach(({ first, count }, at) => {
      // The types say boolean; Excel answers null where some are hidden and some are not.
      const answer = ranges[at]?.[what] as boolean | null | undefined;
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
