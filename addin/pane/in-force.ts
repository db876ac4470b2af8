/** The definitions in force, for the parts of the pane that read them, and how they are kept up to date behind its back. */
import { useEffect, useState } from "preact/hooks";
import { openApi } from "../api.ts";
import { type InForce, inForce, onInForce, serve } from "../catalogue.ts";
import type { Workbook } from "../host.ts";
import type { Connection } from "./connection.ts";

export function useInForce(): InForce {
  const [now, setNow] = useState(inForce);
  useEffect(() => {
    // All definitions may have come before this was heard.
    setNow(inForce());
    return onInForce(() => setNow(inForce()));
  }, []);
  return now;
}

/**
 * Fetches the catalogue whenever who is connected has become clear, or the region's overview was read again, but not before it is
 * `wanted`. While a kept connection does not answer, what was fetched before stays in force. What changes is computed anew in every cell.
 */
export function useRefresh(server: string, { session, overview, starting }: Connection, workbook: Workbook, wanted: boolean): void {
  useEffect(() => onInForce((more) => void (more || workbook.recalculate().catch(() => undefined))), [workbook]);
  const nobody = session === null;
  const at = session?.server ?? server;
  useEffect(() => {
    if (!wanted || starting || (!nobody && overview === null)) return;
    const stop = new AbortController();
    openApi(at)
      .indicators({ signal: stop.signal })
      .then(({ definitions, indicators }) =>
        serve({
          region: overview?.region ?? null,
          release: definitions,
          indicators,
          choices: overview?.choices ?? [],
          targets: overview?.targets ?? [],
        }),
      )
      .catch(() => undefined); // What was in force stays so; the connection's own words say what is wrong.
    return () => stop.abort();
  }, [at, nobody, overview, starting, wanted]);
}
