/**
 * Where the page keeps its data: an IndexedDB of this browser, one entry for each thing held, so that two windows do not overwrite each
 * other's. Where the browser refuses (private windows, rules of an office), everything lasts as long as the page.
 */
import { clear, createStore, delMany, entries, get, setMany, type UseStore } from "idb-keyval";

/** What is kept, as texts under names. */
export interface Kept {
  /** Whether it is there again after a reload. */
  readonly lasting: boolean;
  all(): Promise<ReadonlyMap<string, string>>;
  one(name: string): Promise<string | undefined>;
  /**
   * Puts and deletes in one go: all of it, or nothing. `false`: another window has changed something since, for under STAMP there is something
   * else than `expected`, and nothing was done. Throws when the disk is full.
   */
  change(change: Change): Promise<boolean>;
  clear(): Promise<void>;
}

/** Under it another text after every change, by whichever window. */
export const STAMP = "stamp";

export interface Change {
  /** What stood under STAMP when the change was made up. */
  readonly expected: string | undefined;
  readonly stamp: string;
  readonly put: readonly (readonly [name: string, text: string])[];
  readonly drop: readonly string[];
}

/** In Chromium all pages opened as files share their stores, so the name says whose it is. */
const NAME = "quality-offline";

export async function openKept(): Promise<Kept> {
  try {
    const store = createStore(NAME, "county");
    // A store that opens may still refuse to be written.
    await setMany([["probe", "1"]], store);
    await delMany(["probe"], store);
    return lasting(store);
  } catch {
    return passing();
  }
}

function lasting(store: UseStore): Kept {
  return {
    lasting: true,
    all: async () => new Map(await entries<string, string>(store)),
    one: (name) => get<string>(name, store),
    change: ({ expected, stamp, put, drop }) =>
      store("readwrite", (objects) => {
        const { transaction } = objects;
        const there = objects.get(STAMP);
        const still = () => there.result === expected;
        there.onsuccess = () => {
          if (!still()) return;
          for (const [name, text] of [[STAMP, stamp], ...put] as const) objects.put(text, name);
          for (const name of drop) objects.delete(name);
        };
        return new Promise((done, failed) => {
          transaction.oncomplete = () => done(still());
          transaction.onabort = () => failed(transaction.error);
          transaction.onerror = () => failed(transaction.error);
        });
      }),
    clear: () => clear(store),
  };
}

function passing(): Kept {
  const held = new Map<string, string>();
  return {
    lasting: false,
    all: async () => new Map(held),
    one: async (name) => held.get(name),
    change: async ({ expected, stamp, put, drop }) => {
      if (held.get(STAMP) !== expected) return false;
      for (const [name, text] of [[STAMP, stamp], ...put] as const) held.set(name, text);
      for (const name of drop) held.delete(name);
      return true;
    },
    clear: async () => held.clear(),
  };
}
