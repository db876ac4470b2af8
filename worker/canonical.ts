/** One text for one content: keys sorted, no spaces. What is hashed, compared and stored is this text. */
import { createHash } from "node:crypto";

export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.every(isPlain) ? value : value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(byKey)
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** Most of a submission is pairs of numbers, in which there is nothing to sort. */
function isPlain(part: unknown): boolean {
  return typeof part !== "object" || part === null;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
