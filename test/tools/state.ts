/**
 * Whose store it is: two Workers on one folder would each believe they own it. The claim is a socket that closes with its process,
 * so one that was killed, or a machine that was switched off, leaves no claim behind.
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.ts";

/** Where `npm start` keeps its store; QUALITY_STATE names another folder. */
export const ownState = process.env.QUALITY_STATE ?? join(root, ".wrangler/state");

/** Claims the folder for as long as this process lives; the address is told to whoever else asks for it. */
export async function claim(state: string, address: string): Promise<void> {
  const socket = socketOf(state);
  if (process.platform !== "win32") rmSync(socket, { force: true });
  const server = createServer((asking) => asking.on("error", () => undefined).end(address));
  await new Promise<void>((resolve, reject) => server.on("error", reject).listen(socket, resolve));
  server.unref();
}

/** The address served from the folder, if somebody serves it. */
export function holderOf(state: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let address = "";
    connect(socketOf(state))
      .setEncoding("utf8")
      .on("data", (text) => {
        address += text;
      })
      .on("end", () => resolve(address))
      .on("error", () => resolve(undefined));
  });
}

/** In the folder of temporary files and not in the store itself: the name of a socket may have 100 letters, the path of a clone more. */
function socketOf(state: string): string {
  const name = `quality-${createHash("sha256").update(state).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
