import { useCallback, useEffect, useState } from "preact/hooks";
import type { Rollup } from "../../shared/contract.ts";
import type { ApiRefusal } from "../api.ts";
import type { Connection } from "./connection.ts";

export interface County {
  readonly rollup: Rollup | null;
  readonly refusal: ApiRefusal | null;
  readonly busy: boolean;
  refresh(): Promise<void>;
}

/** The region's rollup, for those who may read it; read again whenever something was submitted here. */
export function useCounty({ api, overview, run }: Connection, collection: string | null, changes: number): County {
  const [rollup, setRollup] = useState<Rollup | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const may = overview !== null && overview.role !== "school";

  const refresh = useCallback(async () => {
    if (!api || !may || collection === null) return setRollup(null);
    setBusy(true);
    try {
      setRollup(await run(api.rollup(collection)));
      setRefusal(null);
    } catch (error) {
      setRefusal(error as ApiRefusal);
    } finally {
      setBusy(false);
    }
  }, [api, may, run, collection]);

  useEffect(() => {
    setRollup((now) => (now?.collection === collection ? now : null));
  }, [collection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change on the server is what asks for reading again
  useEffect(() => void refresh(), [refresh, changes]);
  return { rollup, refusal, busy, refresh };
}
