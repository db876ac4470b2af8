import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Overview, Rollup } from "../../shared/contract.ts";
import type { ApiRefusal } from "../api.ts";
import type { Connection } from "./connection.ts";

export interface County {
  readonly rollup: Rollup | null;
  readonly refusal: ApiRefusal | null;
  readonly busy: boolean;
  /** Schools that have submitted: `null` until it is read, `undefined` for who cannot read it. */
  readonly submitted: readonly string[] | null | undefined;
  refresh(): Promise<void>;
}

/** The region's rollup, for those who may read it. */
export function useCounty({ api, overview, run }: Connection, collection: string | null): County {
  const [rollup, setRollup] = useState<Rollup | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const may = mayRead(overview);

  const refresh = useCallback(async () => {
    // Read again with every overview: what the region chose or aims at may have changed.
    if (!api || !mayRead(overview) || collection === null) return setRollup(null);
    setBusy(true);
    try {
      setRollup(await run(api.rollup(collection)));
      setRefusal(null);
    } catch (error) {
      setRefusal(error as ApiRefusal);
    } finally {
      setBusy(false);
    }
  }, [api, overview, run, collection]);

  useEffect(() => {
    setRollup(null);
    setRefusal(null);
    void refresh();
  }, [refresh]);

  const submitted = useMemo(() => {
    if (rollup) return rollup.lineage.map(({ school }) => school);
    return may && !refusal ? null : undefined;
  }, [rollup, may, refusal]);
  return { rollup, refusal, busy, submitted, refresh };
}

function mayRead(overview: Overview | null): boolean {
  return overview !== null && overview.role !== "school";
}
