/** One file taken by itself, as an import of one takes it. */
import type { Keeper } from "../../addin/offline/store.ts";
import { type CameWith, type TakeGiven, takeIn } from "../../addin/offline/take.ts";

export type Read = TakeGiven["files"][number]["read"];

interface One extends Pick<TakeGiven, "batch" | "now"> {
  readonly read: Read;
  readonly path: string;
  readonly decided: boolean;
}

export async function takeOne(keeper: Keeper, cameWith: CameWith, { read, path, decided, ...rest }: One) {
  const [taken] = await takeIn(keeper, cameWith, { files: [{ read, path }], chosen: decided ? 0 : null, ...rest });
  if (!taken) throw new Error("nothing became of the file");
  return taken;
}
