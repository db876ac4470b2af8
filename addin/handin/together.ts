/** Files of an import by whom they speak of, in an order that does not depend on which was read first. */
import type { Offer } from "./import.ts";

/** A county's data first, each file by itself; then the files of each school in each collection. */
export function together<Item extends { readonly offer: Offer }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { read, path } = item.offer;
    const key = read.kind === "store" ? ` ${path}` : placeOf(read.handed);
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => (own[0]?.offer.read.kind === "store" ? own.map((one) => [one]) : [own]));
}

/** Whom a file speaks of; never begins with a space. */
function placeOf({ collection, school }: { readonly collection: string | null; readonly school: string | null }): string {
  return `${collection ?? "?"} ${school ?? "?"}`;
}
