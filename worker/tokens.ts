/** Tokens at rest: hashes, each bound to one role, and to one school where the role is school. */
import type { Demo, Token, TokenBody, TokenIssued, Tokens } from "../shared/contract.ts";
import { closing, instant } from "../shared/moment.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { newToken, newTokenId } from "./auth.ts";
import { canonical, sha256 } from "./canonical.ts";
import { refuse } from "./problem.ts";
import { schoolCodes } from "./schools.ts";

interface Row extends Record<string, SqlStorageValue> {
  id: string;
  role: string;
  school: string | null;
  expires: number;
  revoked: number | null;
  name: string;
}

const day = 86_400_000;
/** A school year and its tidying up: nothing that opens a region is left lying about for longer. */
const longest = 400 * day;
const demoLife = day / 2;
const DEMO_NAME = "演示";

/** The token with this hash, if it is in force. */
export function tokenInForce(
  sql: SqlStorage,
  hash: string,
  now: number,
): (Pick<Token, "role" | "school" | "name"> & { id: string }) | undefined {
  const row = sql.exec<Row>("SELECT id, role, school, expires, revoked, name FROM tokens WHERE hash = ?", hash).toArray()[0];
  return row && row.revoked === null && row.expires > now ? view(row) : undefined;
}

/** Issues a token, for 400 days at most. Its school need not be registered yet: until then it opens nothing. */
export function issueToken(act: Act, body: TokenBody): TokenIssued {
  const asked = closing(body.expires);
  if (asked <= act.now) throw refuse("expiry-past");
  return issue(act, body.role, body.school, Math.min(asked, act.now + longest), body.name);
}

export function listTokens({ sql }: Act): Tokens {
  return { tokens: sql.exec<Row>("SELECT id, role, school, expires, revoked, name FROM tokens ORDER BY rowid").toArray().map(view) };
}

/** Revokes a token from this moment on; one that is revoked already stays as it was. */
export function revokeToken(act: Act, id: string): Token {
  const changed = act.sql
    .exec<Row>(
      "UPDATE tokens SET revoked = coalesce(revoked, ?) WHERE id = ? RETURNING id, role, school, expires, revoked, name",
      act.now,
      id,
    )
    .toArray()[0];
  if (!changed) throw refuse("token-unknown");
  record(act, "token.revoke", id, sha256(""));
  return view(changed);
}

/** Tokens for whoever tries the product: a bureau's, a viewer's and one for each school. Those of before that have expired go. */
export function demoTokens(act: Act): Demo {
  act.sql.exec("DELETE FROM tokens WHERE issuer = 'demo' AND expires <= ?", act.now);
  const short = (role: TokenBody["role"], school: string | null = null) => issue(act, role, school, act.now + demoLife, DEMO_NAME).token;
  const schools = Object.fromEntries(schoolCodes(act.sql).map((code) => [code, short("school", code)]));
  return { region: act.region.region, tokens: { bureau: short("bureau"), viewer: short("viewer"), schools } };
}

function issue(act: Act, role: TokenBody["role"], school: string | null, expires: number, name = ""): TokenIssued {
  const id = newTokenId();
  const token = newToken(act.region.region);
  act.sql.exec(
    "INSERT INTO tokens (id, hash, role, school, expires, issuer, name) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    sha256(token),
    role,
    school,
    expires,
    act.actor,
    name,
  );
  const issued = { id, role, school, expires: instant(expires), name };
  record(act, "token.issue", id, sha256(canonical(issued)));
  return { ...issued, token };
}

function view({ id, role, school, expires, revoked, name }: Row): Token {
  return { id, role: role as Token["role"], school, name, expires: instant(expires), revoked: revoked === null ? null : instant(revoked) };
}
