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
  /** Puts and deletes in one go: all of it, or nothing. Throws when the disk is full. */
  change(put: readonly (readonly [name: string, text: string])[], drop?: readonly string[]): Promise<void>;
  clear(): Promise<void>;
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
    change: (put, drop = []) =>
      store("readwrite", (objects) => {
        for (const [name, text] of put) objects.put(text, name);
        for (const name of drop) objects.delete(name);
        return new Promise((done, failed) => {
          objects.transaction.oncomplete = () => done();
          objects.transaction.onabort = () => failed(objects.transaction.error);
          objects.transaction.onerror = () => failed(objects.transaction.error);
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
    change: async (put, drop = []) => {
      for (const [name, text] of put) held.set(name, text);
      for (const name of drop) held.delete(name);
    },
    clear: async () => held.clear(),
  };
}
