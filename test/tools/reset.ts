/** `npm run reset`: empties the local store. The secrets in .dev.vars stay. */
import { rmSync } from "node:fs";
import { holderOf, ownState } from "./state.ts";

const address = await holderOf(ownState);
if (address) {
  console.error(`正在运行(${address}),请先停止再清空。It is running there; stop it before you empty its store.`);
  process.exit(1);
}
rmSync(ownState, { recursive: true, force: true });
