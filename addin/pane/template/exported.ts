/**
 * Which revision an exported file bears. Without a network nobody counts revisions but this computer: it remembers the last file of a
 * school and collection, so that a corrected one has a higher number and the same one keeps its own.
 */
/** Asking for the store may itself be refused. */
type Shelf = () => Pick<Storage, "getItem" | "setItem">;

interface Exported {
  readonly revision: number;
  readonly digest: string;
}

/** `after` is the last revision the server has, 0 where it has none or was not asked. */
export function revisionFor(shelf: Shelf, of: readonly string[], digest: string, after: number): number {
  const key = `quality.exported|${of.join("|")}`;
  const last = read(shelf, key);
  if (last && last.digest === digest && last.revision > after) return last.revision;
  const revision = Math.max(after, last?.revision ?? 0) + 1;
  try {
    shelf().setItem(key, JSON.stringify({ revision, digest } satisfies Exported));
  } catch {
    // A full or forbidden store: the next file is numbered from what the server has.
  }
  return revision;
}

function read(shelf: Shelf, key: string): Exported | null {
  try {
    const { revision, digest } = JSON.parse(shelf().getItem(key) ?? "null") as Exported;
    return Number.isInteger(revision) && revision > 0 && typeof digest === "string" ? { revision, digest } : null;
  } catch {
    return null;
  }
}
