/**
 * Who did what when: one entry for each change, written in the change's own transaction.
 * Each entry's hash covers the one before, so a changed or missing entry shows, and a receipt is the hash of its entry.
 */
import type { Recount } from "../shared/contract.ts";
import { instant } from "../shared/moment.ts";
import type { Act } from "./act.ts";
import { canonical, sha256 } from "./canonical.ts";

export type Verb =
  | "region.put"
  | "token.issue"
  | "token.revoke"
  | "schools.put"
  | "collection.put"
  | "targets.put"
  | "choices.put"
  | "submission.put"
  | "submission.withdraw"
  | "statement.put"
  | "statement.amend"
  | "statement.sign";

interface Entry extends Record<string, SqlStorageValue> {
  entry: number;
  at: string;
  who: string;
  verb: string;
  subject: string;
  sha256: string;
  hash: string;
}

/** Writes an entry and returns its hash. */
export function record({ sql, now, actor }: Pick<Act, "sql" | "now" | "actor">, verb: Verb, subject: string, content: string): string {
  const last = sql.exec<Pick<Entry, "entry" | "hash">>("SELECT entry, hash FROM audit ORDER BY entry DESC LIMIT 1").toArray()[0];
  const entry = { entry: (last?.entry ?? 0) + 1, at: instant(now), who: actor, verb, subject, sha256: content };
  const hash = link(last?.hash ?? "", entry);
  sql.exec(
    "INSERT INTO audit (entry, at, who, verb, subject, sha256, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
    entry.entry,
    entry.at,
    entry.who,
    entry.verb,
    entry.subject,
    entry.sha256,
    hash,
  );
  return hash;
}

/** The hash of the last entry: another one once anything has changed. */
export function lastHash(sql: SqlStorage): string {
  return sql.exec<Pick<Entry, "hash">>("SELECT hash FROM audit ORDER BY entry DESC LIMIT 1").toArray()[0]?.hash ?? "";
}

/** Follows the chain from its first entry to the last one ever written. */
export function follow(sql: SqlStorage): Recount["audit"] {
  let before = "";
  let entries = 0;
  let intact = true;
  for (const { hash, ...entry } of sql.exec<Entry>("SELECT * FROM audit ORDER BY entry")) {
    entries++;
    intact &&= entry.entry === entries && hash === link(before, entry);
    before = hash;
  }
  const written = sql.exec<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").toArray()[0]?.seq ?? 0;
  return { entries, intact: intact && written === entries };
}

function link(before: string, entry: Omit<Entry, "hash">): string {
  return sha256(canonical([before, entry]));
}
