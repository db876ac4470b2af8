/** 推演 on the page: the same as in the pane, of the files that were taken. */

import { useState } from "preact/hooks";
import { fileName } from "../../shared/file-name.ts";
import type { Table } from "../../shared/handin/table.ts";
import { instant } from "../../shared/moment.ts";
import { ChooseCollection } from "../pane/choose-collection.tsx";
import { saveFile } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Held } from "../whatif/state.ts";
import { WhatIf } from "../whatif/what-if.tsx";
import { useWhatIfWords } from "../whatif/words.ts";
import { useHeldGround } from "./held-ground.ts";
import type { Office } from "./office.ts";
import { Unready } from "./templates-page.tsx";
import { useOfflineWords } from "./words.ts";

interface WhatIfPageProps {
  readonly office: Office;
  readonly whatif: Held;
  go(tab: string): void;
}

export function WhatIfPage({ office, whatif, go }: WhatIfPageProps) {
  const w = useOfflineWords();
  const own = useWhatIfWords();
  const language = useLanguage();
  const { county, held } = office;
  const [chosen, setChosen] = useState<string | null>(null);
  const exams = county?.collections.filter(({ form }) => form === "exam") ?? [];
  const busiest = exams.filter(({ collection }) => held.some((one) => one.collection === collection)).at(-1);
  const collection = exams.find((one) => one.collection === chosen) ?? busiest ?? exams.at(-1);
  const ground = useHeldGround(office, collection?.collection ?? null);
  if (!county || county.schools.length === 0 || !collection) return <Unready go={go} />;
  const save = async (table: Table) => {
    const tongue = language === "en" ? "en" : "zh";
    await office.attempt(async () => {
      const workbook = await office.helper.ask("tableFile", { table, now: instant(Date.now()), tongue });
      const name = `${fileName(table.title[tongue], office.today())}.xlsx`;
      saveFile(name, workbook, workbook.type);
      office.say(w.results.saved(name));
    });
  };
  return (
    <>
      <ChooseCollection collections={exams} chosen={collection.collection} choose={setChosen} />
      {ground ? (
        <WhatIf
          key={collection.collection}
          {...{ ground, held: whatif, of: `${county.region} ${collection.collection}` }}
          way={{ workbook: null, live: null, save, say: office.say }}
        />
      ) : (
        <p class="q-hint">{own.reading}</p>
      )}
    </>
  );
}
