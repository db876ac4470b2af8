/**
 * Functions whose code is fetched at the first call. Every one of them is there from the start, so that no cell calculates too early for
 * it; but a pane in whose workbook no cell asks does not wait for code that nobody needs yet.
 */
import { undecided } from "../shared/refusal.ts";
import { answering } from "./cells.ts";

type Run = (...given: never[]) => unknown;

const UNLOADED = { zh: "函数没有载入：请检查网络，再重算。", en: "the functions were not loaded: check the network and recalculate" };

/**
 * What stands in for each function of a module: it answers later while the module is fetched, and at once when it is there. The arguments
 * go through as they come, what Excel appends for a call that may be cancelled among them. A module that could not be fetched is #N/A
 * with the reason, and fetched again at the next call.
 */
export function atFirstCall<Id extends string>(load: () => Promise<Readonly<Record<Id, Run>>>): (id: Id) => Run {
  let there: Readonly<Record<Id, Run>> | null = null;
  let coming: Promise<Readonly<Record<Id, Run>>> | null = null;

  const fetched = () => {
    coming ??= load().then(
      (all) => {
        there = all;
        return all;
      },
      () => {
        coming = null;
        throw undecided(UNLOADED.zh, UNLOADED.en);
      },
    );
    return coming;
  };

  return (id) =>
    (...given) =>
      there ? there[id](...given) : answering(async () => (await fetched())[id](...given));
}
