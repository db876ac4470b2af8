/** What the pane lends to the scenarios: its workbook keeps them, and a bureau drafts statements from them. */
import { useMemo } from "preact/hooks";
import { newKey } from "../pane/attempt.ts";
import type { Desk } from "../pane/desk.ts";
import type { Lent } from "./section.tsx";

export function useLent({ workbook, connection: { api, overview, run } }: Desk, collection: string): Lent {
  return useMemo(() => {
    const lent = { collection, texts: workbook, insert: (cells: (string | number)[][]) => workbook.insert(cells) };
    if (!api || overview?.role !== "bureau") return lent;
    return {
      ...lent,
      drafting: {
        region: overview.name,
        draft: async (school, body) => {
          // An id of its own: no draft that is there is written over.
          const key = newKey();
          await run(api.putStatement(school, `scenario-${key.slice(0, 12)}`, key, 0, body));
        },
      },
    };
  }, [workbook, api, overview, run, collection]);
}
