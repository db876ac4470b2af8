/** An event rule: a card, a warning, a reward. Defined here, evaluated over frozen series elsewhere. */
import type { Words } from "../../refusal.ts";
import type { Rule } from "./rule.ts";

export interface EventKind {
  readonly kind: "event";
  /** When it happens, and what follows. */
  readonly rule: Words;
}

export const event: Rule<EventKind> = {
  inputs: () => [],
  tally: () => [],
  reports: () => null,
  read: () => undefined,
  words: ({ rule }) => rule,
  filled: ({ rule }) => rule,
  native: () => null,
};
