/** A statement while it is being written: what stands in its fields, what stood there before, and the key it will be sent under. */
import type { Typed, TypedLine } from "../../shared/statement/typed.ts";
import { newKey } from "../pane/attempt.ts";
import type { Which } from "./kept.ts";

export interface Draft {
  readonly typed: Typed;
  /** Why it is amended; "" of a draft. */
  readonly why: string;
}

export interface Editing {
  readonly which: Which;
  /** The revision it builds on, 0 for none: where another has been written meanwhile, the server refuses it. */
  readonly after: number;
  readonly amending: boolean;
  /** Of a line that is added. */
  readonly period: string;
  readonly now: Draft;
  /** As it was taken up, to see whether there is anything to lose. */
  readonly begun: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** The field the last change was made in: typing on in it is one step back, not one for each letter. */
  readonly field: string | null;
  /** Sent again without an answer in between, the same content keeps its key. */
  readonly sent: { readonly key: string; readonly what: string } | null;
}

/** More steps back than anybody takes. */
const STEPS = 200;

/** Takes up what stands on the server (after: its revision), or what was only just put together (0), which leaving would lose. */
export function begin({ which, after, amending, period }: Pick<Editing, "which" | "after" | "amending" | "period">, typed: Typed): Editing {
  const now: Draft = { typed, why: "" };
  const begun: Draft = after > 0 ? now : { typed: { ...typed, lines: [] }, why: "" };
  return { which, after, amending, period, now, begun, past: [], future: [], field: null, sent: null };
}

/** `field` names where the change is made; null for a change that is a step of its own. */
export function changed(editing: Editing, next: Partial<Draft>, field: string | null): Editing {
  const { now, past } = editing;
  const goesOn = field !== null && field === editing.field;
  return { ...editing, now: { ...now, ...next }, past: goesOn ? past : [...past, now].slice(-STEPS), future: [], field };
}

export function undone(editing: Editing): Editing {
  const before = editing.past.at(-1);
  if (!before) return editing;
  return { ...editing, now: before, past: editing.past.slice(0, -1), future: [editing.now, ...editing.future], field: null };
}

export function redone(editing: Editing): Editing {
  const [next, ...rest] = editing.future;
  if (!next) return editing;
  return { ...editing, now: next, past: [...editing.past, editing.now], future: rest, field: null };
}

export function isDirty({ now, begun }: Editing): boolean {
  return JSON.stringify(now) !== JSON.stringify(begun);
}

/** The same text, built on what another has written meanwhile. */
export function rebased(editing: Editing, after: number, amending: boolean): Editing {
  return { ...editing, after, amending, sent: null };
}

export function withLine(draft: Draft, id: string, next: Partial<TypedLine>): Partial<Draft> {
  return { typed: { ...draft.typed, lines: draft.typed.lines.map((line) => (line.id === id ? { ...line, ...next } : line)) } };
}

/** The editing with a key for what is about to be sent. */
export function keyed(editing: Editing, what: string): Editing & { readonly sent: NonNullable<Editing["sent"]> } {
  const { sent } = editing;
  return { ...editing, sent: sent?.what === what ? sent : { key: newKey(), what } };
}
