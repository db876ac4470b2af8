/** Where somebody is in the room, and what they are writing there: a change of tabs, or of language, loses none of it. */
import { useState } from "preact/hooks";
import type { Overview } from "../../shared/contract.ts";
import { type Editing, isDirty } from "./editing.ts";

/** A statement of a school, by its id. */
export interface Which {
  readonly school: string;
  readonly statement: string;
}

export interface Kept {
  readonly shown: Which | null;
  /** What is being put together or written, in place of the list and of what is shown. */
  readonly making: boolean;
  readonly editing: Editing | null;
  /** The collection the lines are held against; `null` while none was chosen. */
  readonly collection: string | null;
  readonly find: string;
  readonly level: string;
}

const NOTHING: Kept = { shown: null, making: false, editing: null, collection: null, find: "", level: "" };
const rooms = new Map<string, Kept>();

/** The browser asks in its own words before a page goes on which something typed is not saved. */
const ask = (event: BeforeUnloadEvent) => event.preventDefault();

function guard() {
  if ([...rooms.values()].some(({ editing }) => editing && isDirty(editing))) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

/** One room for each who somebody may act as. */
export function useKept({ region, role, school }: Overview): [Kept, (next: Partial<Kept>) => void] {
  const key = [region, role, school].join(" ");
  const [, redraw] = useState(0);
  const change = (next: Partial<Kept>) => {
    rooms.set(key, { ...(rooms.get(key) ?? NOTHING), ...next });
    guard();
    redraw((times) => times + 1);
  };
  return [rooms.get(key) ?? NOTHING, change];
}
