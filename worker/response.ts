/** Answers and problems as HTTP responses. */
import type { Problem } from "../shared/contract.ts";
import { sha256 } from "./canonical.ts";
import type { Answer } from "./problem.ts";

interface Form {
  readonly status?: number;
  readonly cached?: boolean;
}

export function toResponse<T>(answer: Answer<T>, form: Form = {}, known?: string): Response {
  if (!answer.ok) return problemResponse(answer.problem);
  // What is a stream is JSON already.
  const text = answer.value instanceof ReadableStream ? answer.value : JSON.stringify(answer.value);
  const headers = new Headers({ "Content-Type": "application/json", "Cache-Control": "no-store" });
  if (answer.replayed) headers.set("Idempotency-Replayed", "true");
  if (form.cached && typeof text === "string") {
    const tag = `"${sha256(text).slice(0, 32)}"`;
    headers.set("ETag", tag);
    headers.set("Cache-Control", "public, max-age=300");
    if (known?.split(",").some((one) => one.trim().replace(/^W\//, "") === tag)) {
      headers.delete("Content-Type");
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { status: form.status ?? 200, headers });
}

/** RFC 9457, for every refusal there is. */
export function problemResponse(problem: Problem, more: Record<string, string> = {}): Response {
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...more });
  if (problem.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="quality"');
  if (problem.status === 503) headers.set("Retry-After", "2");
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
