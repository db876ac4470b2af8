/** The rollup at rest: for each slice of a collection the sum of what stands, moved by `- old + new` whenever that changes. */
import { add, equal, fromJson, subtract, type Tallies, type Tally, toJson, zero } from "../shared/tally.ts";

export const nothing: Tallies = new Map();

interface Row extends Record<string, SqlStorageValue> {
  slice: string;
  tally: string;
}

export function sumsOf(sql: SqlStorage, collection: string): Map<string, Tally> {
  const rows = sql.exec<Row>("SELECT slice, tally FROM sums WHERE collection = ?", collection).toArray();
  return new Map(rows.map(({ slice, tally }) => [slice, fromJson(tally)]));
}

/** Takes the old tallies off the sums and puts the new ones on; slices that did not change are not touched. */
export function shift(sql: SqlStorage, collection: string, old: Tallies, fresh: Tallies): void {
  for (const slice of new Set([...old.keys(), ...fresh.keys()])) {
    const [minus, plus] = [old.get(slice) ?? zero, fresh.get(slice) ?? zero];
    if (equal(minus, plus)) continue;
    const row = sql.exec<Pick<Row, "tally">>("SELECT tally FROM sums WHERE collection = ? AND slice = ?", collection, slice).toArray()[0];
    const sum = add(subtract(row ? fromJson(row.tally) : zero, minus), plus);
    if (equal(sum, zero)) sql.exec("DELETE FROM sums WHERE collection = ? AND slice = ?", collection, slice);
    else sql.exec("INSERT OR REPLACE INTO sums (collection, slice, tally) VALUES (?, ?, ?)", collection, slice, toJson(sum));
  }
}
