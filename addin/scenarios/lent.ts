/** What the pane lends to the scenarios: its workbook keeps them, and a bureau drafts statements from them. */
import { useMemo, useRef } from "preact/hooks";
import type { StatementBody } from "../../shared/contract.ts";
import type { Table } from "../../shared/handin/table.ts";
import { dayOf } from "../../shared/moment.ts";
import { newKey } from "../pane/attempt.ts";
import type { Desk } from "../pane/desk.ts";
import { useLanguage } from "../pane/say.ts";
import { inWorkbook } from "./in-workbook.ts";
import type { Lent } from "./section.tsx";

/** A key for each draft, the same for the same draft: pressed twice, or again after an answer that got lost, it is one draft. */
export function draftKeys(): (school: string, body: StatementBody) => string {
  const keys = new Map<string, string>();
  return (school, body) => {
    const what = JSON.stringify([school, body]);
    const key = keys.get(what) ?? newKey();
    keys.set(what, key);
    return key;
  };
}

export function useLent({ workbook, connection: { api, overview, run } }: Desk, collection: string): Lent {
  const keys = useRef(draftKeys()).current;
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const keeping = useMemo(() => inWorkbook(workbook), [workbook]);
  return useMemo(() => {
    const insert = async (table: Table) => {
      const { insertTables } = await import("../bulletins/sheets.ts");
      const { where, names } = await insertTables(workbook, [table], dayOf(new Date().toISOString()), tongue);
      return where === "here" ? (names[0] ?? "") : null;
    };
    const lent = { collection, keeping, insert };
    if (!api || overview?.role !== "bureau") return lent;
    return {
      ...lent,
      drafting: {
        ...{ as: "statement", region: overview.name },
        draft: async (school, body) => {
          // An id of its own: no other draft that is there is written over.
          const key = keys(school, body);
          await run(api.putStatement(school, `scenario-${key.slice(0, 12)}`, key, 0, body));
        },
      },
    };
  }, [workbook, keeping, api, overview, run, collection, keys, tongue]);
}
