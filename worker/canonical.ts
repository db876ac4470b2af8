/** One text for one content: keys sorted, no spaces. What is hashed, compared and stored is this text. */
import { createHash } from "node:crypto";

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part));
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isRecord(part: unknown): part is Record<string, unknown> {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
