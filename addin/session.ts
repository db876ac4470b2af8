/**
 * Who the cells ask as: the pane's connection, told to the functions beside it. Until the pane has found out whether a connection was
 * kept, cells wait for it.
 */
import type { Session } from "./api.ts";

let current: Session | null | undefined;
const waiting: ((session: Session | null) => void)[] = [];

/** The pane tells whom it is connected as; `null` once it is clear that nobody is. */
export function tellSession(session: Session | null): void {
  current = session;
  for (const go of waiting.splice(0)) go(session);
}

/** The session, as soon as it is known whether there is one. */
export function sessionKnown(): Promise<Session | null> {
  if (current !== undefined) return Promise.resolve(current);
  return new Promise((go) => waiting.push(go));
}
