/** A request's body: JSON, in UTF-8, of a bounded size, counted while it arrives whatever Content-Length says. */
import { SUBMISSION_BYTES } from "../shared/submission.ts";
import { Refused, refuse } from "./problem.ts";

export const limits = {
  /** Inputs of one indicator, from anybody. */
  inputs: 200_000,
  /** What a bureau sets up: 5000 schools fit. */
  setting: 1_000_000,
  submission: SUBMISSION_BYTES,
} as const;

export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw refuse("content-type-unsupported");
  if (Number(request.headers.get("Content-Length")) > limit) throw refuse("body-too-large");
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes), refusePrototype);
  } catch (error) {
    throw error instanceof Refused ? error : refuse("json-malformed");
  }
}

/** Validators drop this key without a word; nothing that is sent may be lost. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw refuse("body-invalid", [{ at: key, words: { zh: "没有这个字段。", en: "there is no such field" } }]);
  return value;
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw refuse("body-too-large");
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
