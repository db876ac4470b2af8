/** Cells ask as whoever the pane is connected as. Where that is somebody else, nothing stays in the sheet that was told to another. */
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../api.ts";
import type { Workbook } from "../host.ts";
import type { Connection } from "./connection.ts";

export function useAskAgain({ session, starting }: Pick<Connection, "session" | "starting">, workbook: Workbook): void {
  const before = useRef<Session | null | undefined>(undefined);
  useEffect(() => {
    if (starting) return;
    const other = before.current !== undefined && JSON.stringify(before.current) !== JSON.stringify(session);
    before.current = session;
    // Cells that are being typed in are computed when they are left.
    if (other) workbook.recalculate().catch(() => undefined);
  }, [session, starting, workbook]);
}
