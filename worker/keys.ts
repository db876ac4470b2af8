/**
 * Idempotency: a key belongs to the token that used it, for ever, together with what was asked and the receipt that was given.
 * It is spent in the transaction of the change itself, so a refused one spends none.
 */
import type { Receipt } from "../shared/contract.ts";
import type { Act } from "./act.ts";
import { canonical, sha256 } from "./canonical.ts";
import { refuse } from "./problem.ts";

/** What a key stands for: the same verb on the same place with the same content. */
export interface Submitting {
  readonly verb: "submit" | "withdraw";
  readonly collection: string;
  readonly school: string;
  /** SHA-256 of the canonical body. */
  readonly content: string;
}
export interface Stating {
  readonly verb: "statement.put" | "statement.amend" | "statement.sign";
  readonly school: string;
  readonly statement: string;
  readonly content: string;
}
export type Asked = Submitting | Stating;

/** What a request with a key is answered by. */
export interface Receipted<Given> {
  readonly receipt: Given;
  /** The key had earned this receipt before; nothing was changed now. */
  readonly replayed: boolean;
}

/** The receipt this key has earned already, if any; refuses a key that was used for anything else. */
export function receiptFor<Given = Receipt>({ sql, actor }: Act, key: string, asked: Asked): Given | undefined {
  const query = "SELECT request, receipt FROM keys WHERE token = ? AND key = ?";
  const row = sql.exec<{ request: string; receipt: string }>(query, actor, key).toArray()[0];
  if (!row) return undefined;
  if (row.request !== digest(asked)) throw refuse("idempotency-key-reused");
  return JSON.parse(row.receipt) as Given;
}

export function spend({ sql, actor }: Act, key: string, asked: Asked, receipt: object): void {
  sql.exec("INSERT INTO keys (token, key, request, receipt) VALUES (?, ?, ?, ?)", actor, key, digest(asked), JSON.stringify(receipt));
}

function digest(asked: Asked): string {
  return sha256(canonical(asked));
}
