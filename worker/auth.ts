/**
 * Who is asking. A token is `q1.<region>.<256 random bits>`: it names its region, so another region's token never reaches
 * the object, and "not yours" reads the same whether or not the other region exists. Tokens are kept only as hashes,
 * and looked up by hash inside the region's own transaction (tokens.ts), so a revoked one stops at once.
 */
import { timingSafeEqual } from "node:crypto";
import type { Role } from "../shared/contract.ts";
import { sha256 } from "./canonical.ts";
import { refuse } from "./problem.ts";

export type Who = "admin" | Role;

/** Who asks, what that route lets whom do, and when: what a region's object needs to admit someone or not. */
export interface Caller {
  /** SHA-256 of the token; null for the deployment's admin. */
  readonly token: string | null;
  readonly may: readonly Who[];
  /** The school the route is about: a school's token reaches its own only. */
  readonly school: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const tokenForm = /^q1\.(\d{6})\.[0-9A-Za-z_-]{43}$/;

export function newToken(region: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `q1.${region}.${base64url(bytes)}`;
}

export function newTokenId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(12)));
}

/** The hash of the token that is sent, or null where the deployment's admin asks; refuses what cannot be either. */
export function credentialOf(authorization: string | undefined, region: string, adminSecret: string | undefined): string | null {
  const sent = /^Bearer +(.+)$/i.exec(authorization ?? "")?.[1];
  if (sent === undefined) throw refuse("token-missing");
  if (adminSecret && sameSecret(sent, adminSecret)) return null;
  const form = tokenForm.exec(sent);
  if (!form) throw refuse("token-invalid");
  if (form[1] !== region) throw refuse("region-foreign");
  return sha256(sent);
}

/** Hashes are compared, in constant time, so neither the length nor the first differing letter can be measured. */
function sameSecret(sent: string, secret: string): boolean {
  const bytes = (text: string) => new TextEncoder().encode(sha256(text));
  return timingSafeEqual(bytes(sent), bytes(secret));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
