/** The whole product on a free port with an empty store of its own: for tests and measurements, several at once if need be. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./build.ts";
import { freePort } from "./port.ts";
import { adminSecretIn } from "./secrets.ts";
import { startWorker } from "./worker.ts";

export interface Served {
  readonly url: string;
  readonly adminSecret: string;
  stop(): Promise<void>;
}

export async function serve(): Promise<Served> {
  if (!(await built())) throw new Error("the build failed");
  const folder = mkdtempSync(join(tmpdir(), "quality-"));
  const vars = join(folder, "vars");
  const adminSecret = adminSecretIn(vars);
  const { url, stop } = await startWorker(await freePort(), join(folder, "state"), vars);
  return {
    url,
    adminSecret,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
