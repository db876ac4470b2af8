/** One file taken by itself, as an import of one takes it. */
import type { Place } from "../../addin/offline/settle.ts";
import type { Keeper } from "../../addin/offline/store.ts";
import { type CameWith, noteIn, type TakeGiven, takeIn } from "../../addin/offline/take.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Store } from "../../shared/handin/held.ts";

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

/** Explains what these queries carry as a note, one reason after the other. */
export function explainAs(store: Store, place: Place, findings: readonly FileFinding[], now: string): Store {
  const texts = new Set(findings.flatMap(({ note }) => (note === undefined ? [] : [note])));
  const placesOf = (text: string) => findings.flatMap(({ note }, at) => (note === text ? [at] : []));
  return [...texts].reduce((last, text) => noteIn(last, place, { findings, places: placesOf(text), text }, now), store);
}
