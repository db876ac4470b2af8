/** Refusals in one shape, RFC 9457 problem details: thrown in the depth, carried over RPC as data, answered in one place. */
import type { Problem } from "../shared/contract.ts";
import type { Words } from "../shared/refusal.ts";
import { type ReasonName, reasons } from "./reasons.ts";

/** A place in the body and what is wrong there, in both languages. */
export interface Fault {
  readonly at: string;
  readonly words: Words;
}

/**
 * What comes back from an object's method: an exception would lose its shape on the way.
 * `replayed` says that this is the answer to an earlier request with the same key.
 */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly replayed?: boolean }
  | { readonly ok: false; readonly problem: Problem };

export function done<const T>(value: T): Answer<T> {
  return { ok: true, value };
}

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.reason);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** So many places are named at most; more would help nobody. */
const placesNamed = 50;

export function problem(name: ReasonName, faults: readonly Fault[] = []): Problem {
  const { status, title, zh, en } = reasons[name];
  return {
    type: `urn:quality:problem:${name}`,
    title,
    status,
    detail: `${zh} ${en}`,
    reason: name,
    words: { zh, en },
    ...(faults.length > 0 && { errors: faults.slice(0, placesNamed).map(({ at, words }) => ({ at, message: `${words.zh} ${words.en}` })) }),
  };
}

/** Throws `refuse("school-unknown")` out of any depth; whatever the transaction did until then is undone. */
export function refuse(name: ReasonName, faults: readonly Fault[] = []): Refused {
  return new Refused(problem(name, faults));
}

/** The problem an error is. What nobody foresaw is logged, and nothing of it told outside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  const { overloaded = false, retryable = false } = error as { overloaded?: boolean; retryable?: boolean };
  console.error(JSON.stringify({ level: "error", error: error instanceof Error ? error.stack : String(error) }));
  return problem(overloaded || retryable ? "try-again" : "internal");
}
