/** What the page lends to the scenarios: they are kept with its other data, and a draft of a statement is a Word file. */
import { useMemo } from "preact/hooks";
import { canonical, sha256 } from "../../shared/canonical.ts";
import type { StatementBody, StatementVersion } from "../../shared/contract.ts";
import type { Table } from "../../shared/handin/table.ts";
import { instant } from "../../shared/moment.ts";
import { inForce } from "../all-definitions.ts";
import { saveFile, WORD } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Lent } from "../scenarios/section.tsx";
import type { Office } from "./office.ts";

export function useOfflineLent({ helper, kept, county }: Office, collection: string, save: (table: Table) => Promise<void>): Lent {
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const keeping = useMemo(
    () =>
      ({
        where: kept ? "browser" : "page",
        all: () => helper.ask("scenarios", null),
        put: (scenario, seen) => helper.ask("putScenario", { scenario, seen }),
        remove: ({ name, collection: of }) => helper.ask("removeScenario", { name, collection: of }),
      }) satisfies Lent["keeping"],
    [helper, kept],
  );
  const name = county?.name ?? "";
  const region = county?.region ?? "";
  return useMemo(
    () => ({
      ...{ collection, keeping, save },
      drafting: {
        ...{ as: "word", region: name },
        draft: async (school, body) => {
          const { statementFile } = await import("../documents/statement.ts");
          const version = draftOf(body, body.first, instant(Date.now()));
          const file = await statementFile({ region, school, version }, inForce().catalogue, tongue);
          saveFile(file.name, file.bytes, WORD);
        },
      },
    }),
    [collection, keeping, save, name, region, tongue],
  );
}

/** A first version that nobody has signed, with the digest that the Worker would give it. */
function draftOf(body: StatementBody, by: string, at: string): StatementVersion {
  const sum = sha256(canonical(body));
  return { version: 1, revision: 1, state: "draft", why: null, by, at, sha256: sum, signatures: [], changes: [], body };
}
