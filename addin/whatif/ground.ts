/** Where the pane's 推演 has its figures from: what stands on the server, or the open sheet of a school that has not sent it. */
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Tallied } from "../../shared/contract.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import { groundAlone, groundOf } from "../../shared/whatif/input.ts";
import type { ApiRefusal } from "../api.ts";
import { inForce } from "../catalogue.ts";
import type { Desk } from "../pane/desk.ts";

export interface Sent {
  readonly ground: Ground | null;
  readonly refusal: ApiRefusal | null;
  readonly busy: boolean;
  refresh(): void;
}

/** What stands of a collection, read once, and again when somebody has submitted since. */
export function useSent({ connection, county }: Desk, collection: string | null): Sent {
  const { api, overview, run } = connection;
  const [told, setTold] = useState<Tallied | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with every rollup, which changes when somebody submits
  useEffect(() => {
    if (!api || collection === null) return;
    const stop = new AbortController();
    const held = told?.collection === collection ? told.state : null;
    setBusy(true);
    run(api.tallies(collection, held, { signal: stop.signal }))
      .then((answer) => {
        if (!("same" in answer)) setTold(answer);
        setRefusal(null);
      })
      .catch((error) => !stop.signal.aborted && setRefusal(error as ApiRefusal))
      .finally(() => !stop.signal.aborted && setBusy(false));
    return () => stop.abort();
  }, [api, run, collection, asked, county.rollup]);
  const ground = useMemo(
    () => (overview && told && told.collection === collection ? groundOf(overview, told, inForce().catalogue) : null),
    [overview, told, collection],
  );
  return { ground, refusal, busy, refresh: useCallback(() => setAsked((n) => n + 1), []) };
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
