/** What waits for the first screen: the code of whatever is opened later, and the server's word on the definitions. */
import { useEffect, useState } from "preact/hooks";
import type { Connection } from "./connection.ts";
import { loadRest } from "./lazily.tsx";
import type { SheetReading } from "./sheet.ts";

/** Milliseconds that a screen stands before anything is fetched that it does not need. */
const SETTLED = 4_000;

/**
 * Whether the first screen is there: the open sheet held against its targets, or, of somebody who is not connected, the way to connect
 * for a while. The rest of the code is fetched once a screen has stood, so that a lost network closes no tab.
 */
export function useFirstScreen({ starting, overview }: Connection, { sheet, trouble }: SheetReading): boolean {
  const [settled, setSettled] = useState(false);
  const read = sheet !== null || trouble !== null;
  const screen = starting ? "none" : overview === null ? "connecting" : read ? "check" : "none";
  useEffect(() => {
    if (screen === "none") return;
    const timer = setTimeout(() => {
      setSettled(true);
      void loadRest();
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [screen]);
  return settled || screen === "check";
}
