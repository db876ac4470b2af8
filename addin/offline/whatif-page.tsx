/** 推演 on the page: the same as in the pane, of the files that were taken. */

import { useCallback } from "preact/hooks";
import { fileName } from "../../shared/file-name.ts";
import type { Table } from "../../shared/handin/table.ts";
import { instant } from "../../shared/moment.ts";
import { inTime } from "../../shared/period.ts";
import { InputsRoom } from "../inputs/room.tsx";
import { ChooseCollection } from "../pane/choose-collection.tsx";
import { saveFile } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Held } from "../whatif/state.ts";
import { WhatIf } from "../whatif/what-if.tsx";
import { useWhatIfWords } from "../whatif/words.ts";
import { toBeginWith } from "./begin-with.ts";
import { useHeldGround } from "./held-ground.ts";
import { useOfflineLent } from "./lent.ts";
import type { Office } from "./office.ts";
import type { Choice } from "./results-page.tsx";
import { Unready } from "./templates-page.tsx";
import { useOfflineWords } from "./words.ts";

interface WhatIfPageProps {
  readonly office: Office;
  readonly whatif: Held;
  readonly choice: Choice;
  go(tab: string): void;
}

/** An exam by its lines and pupils; any other collection by its inputs. */
export function WhatIfPage({ office, whatif, choice: { chosen, choose }, go }: WhatIfPageProps) {
  const own = useWhatIfWords();
  const { county, held } = office;
  const collections = inTime(county?.collections ?? []);
  const collection = collections.find((one) => one.collection === chosen) ?? toBeginWith(collections, held);
  const ground = useHeldGround(office, collection?.collection ?? null);
  const save = useSave(office);
  const lent = useOfflineLent(office, collection?.collection ?? "", save);
  if (!county || county.schools.length === 0 || !collection) return <Unready go={go} />;
  const of = `${county.region} ${collection.collection}`;
  return (
    <>
      <ChooseCollection collections={collections} chosen={collection.collection} choose={choose} />
      {ground === null ? (
        <p class="q-hint">{own.reading}</p>
      ) : collection.form === "exam" ? (
        <WhatIf
          key={collection.collection}
          {...{ ground, held: whatif, of, lent }}
          way={{ workbook: null, live: null, save, say: office.say }}
        />
      ) : (
        <div class="w-whatif">
          <InputsRoom key={collection.collection} {...{ ground, of, lent, say: office.say }} />
        </div>
      )}
    </>
  );
}

/** A table as a file, and what is said of it. */
function useSave({ attempt, helper, today, say }: Office): (table: Table) => Promise<void> {
  const w = useOfflineWords();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  return useCallback(
    async (table) => {
      await attempt(async () => {
        const workbook = await helper.ask("tableFile", { table, now: instant(Date.now()), tongue, as: "xlsx" });
        const name = `${fileName(table.title[tongue], today())}.xlsx`;
        saveFile(name, workbook, workbook.type);
        say(w.results.saved(name));
      });
    },
    [attempt, helper, today, say, w, tongue],
  );
}
