/** `npm start`: builds what is stale, starts the Worker, fills an empty store with the demo county, and prints the address. */
import { join } from "node:path";
import { built } from "./build.ts";
import { loadDemo } from "./load.ts";
import { onOrphaned } from "./parent.ts";
import { whyTaken } from "./port.ts";
import { root } from "./root.ts";
import { adminSecretIn } from "./secrets.ts";
import { claim, holderOf, ownState } from "./state.ts";
import { type RunningWorker, startWorker } from "./worker.ts";

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const port = Number(process.env.PORT || 8787);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  giveUp(`PORT=${process.env.PORT} 不是端口号。PORT=${process.env.PORT} is no port number.`);
const taken = await whyTaken(port);
if (taken) giveUp(taken);
const holder = await holderOf(ownState);
if (holder) giveUp(`已在运行:${holder} 。Already running there; one store serves one address.`);
await claim(ownState, `http://localhost:${port}/`);

// From here on, wherever we are when told to stop, we stop what runs and end in peace: npm calls any other end an error.
let stop = async () => {};
let wanted = false;
const end = () => {
  wanted = true;
  void stop().then(() => process.exit(0));
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
onOrphaned(end);

async function start(): Promise<RunningWorker> {
  const worker = await startWorker(port, ownState);
  stop = worker.stop;
  return worker;
}

try {
  if (!(await built())) process.exit(1);
  const secret = adminSecretIn(join(root, ".dev.vars"));
  let worker = await start();
  await loadDemo(worker.url, secret);
  console.log(worker.url);
  for (;;) {
    await worker.ended;
    if (wanted) break;
    console.error("Worker 中断,正在重新启动…… The Worker stopped; starting it again…");
    worker = await start();
  }
} catch (error) {
  await stop();
  giveUp((error as Error).message);
}
