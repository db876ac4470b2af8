/** Where the pane's 推演 has its figures from: what stands on the server, or the open sheet of a school that has not sent it. */
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Overview, Tallied } from "../../shared/contract.ts";
import { counting, type Ground, groundAlone } from "../../shared/whatif/input.ts";
import { inForce } from "../all-definitions.ts";
import type { ApiRefusal, RegionApi } from "../api.ts";
import type { Desk } from "../pane/desk.ts";
import { useSteps } from "./steps.ts";

export interface Sent {
  /** What was read last, also where the server refuses to say whether it still stands. */
  readonly ground: Ground | null;
  readonly refusal: ApiRefusal | null;
  refresh(): void;
}

interface Known {
  readonly told: Tallied;
  readonly overview: Overview;
  readonly ground: Ground;
}

/** What was read for a connection, by collection: opening the tab again asks only whether it still stands. */
const known = new WeakMap<RegionApi, Map<string, Known>>();

/** What stands of a collection, counted in slices; asked for again with every rollup that was read. */
export function useSent({ connection, county }: Desk, collection: string | null): Sent {
  const { api, overview, run } = connection;
  const [told, setTold] = useState<Tallied | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a rollup that was read again is one in which something may stand that did not
  useEffect(() => {
    if (!api || collection === null) return;
    const stop = new AbortController();
    const before = known.get(api)?.get(collection)?.told ?? null;
    setTold(before);
    setRefusal(null);
    run(api.tallies(collection, before?.state ?? null, { signal: stop.signal }))
      .then((answer) => {
        if (!("same" in answer)) setTold(answer);
      })
      .catch((error) => !stop.signal.aborted && setRefusal(error as ApiRefusal));
    return () => stop.abort();
  }, [api, run, collection, asked, county.rollup]);
  const wanted = told && told.collection === collection ? told : null;
  const ready = api && collection !== null ? known.get(api)?.get(collection) : undefined;
  const there = ready && ready.told === wanted && ready.overview === overview ? ready.ground : null;
  const make = useMemo(
    () => (overview && wanted && !there ? () => counting(overview, wanted, inForce().catalogue) : null),
    [overview, wanted, there],
  );
  const counted = useSteps(make);
  const fresh = counted.busy ? null : counted.result;
  useEffect(() => {
    if (!api || !overview || !wanted || !fresh) return;
    known.set(api, (known.get(api) ?? new Map()).set(wanted.collection, { told: wanted, overview, ground: fresh }));
  }, [api, overview, wanted, fresh]);
  return { ground: there ?? (make ? fresh : null), refusal, refresh: useCallback(() => setAsked((n) => n + 1), []) };
}

/** The open sheet as its school alone; `null` where none can be read without an error. */
export function useOpenSheet({ connection, choice, work }: Desk): Ground | null {
  const { overview } = connection;
  const { collection, school } = choice;
  const slices = work?.checked ? work.tabulated.slices : null;
  return useMemo(() => {
    if (!overview || !collection || !school || !slices || slices.length === 0) return null;
    const body = { definitions: collection.definitions, slices: [...slices] };
    return groundAlone(overview, collection.collection, { school: school.school, body, before: null }, inForce().catalogue);
  }, [overview, collection, school, slices]);
}
