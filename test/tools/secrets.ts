/** The local secrets in .dev.vars, which git ignores: made once, at random, readable by their owner only. */
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

/** The admin secret in the file; makes what is not there yet. */
export function adminSecretIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, "DEMO=1\n", { mode: 0o600 });
  const found = /^ADMIN_SECRET=["']?([^"'\r\n]+)/m.exec(readFileSync(file, "utf8"))?.[1];
  if (found) return found;
  const made = randomBytes(32).toString("base64url");
  appendFileSync(file, `ADMIN_SECRET=${made}\n`);
  return made;
}
