/** One text for one content: keys sorted, no spaces. What is hashed, compared and stored is this text. */
import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same content in its canonical order: what is read from it comes in one order, wherever it was kept. */
export function inOrder<Value>(value: Value): Value {
  return sorted(value) as Value;
}

/** SHA-256 of a text in UTF-8, in hexadecimal digits; also where the browser has no crypto.subtle (http, file:). */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  return utf8ToBytes(text).byteLength;
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
