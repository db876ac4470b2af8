/** 推演 on the page: the same as in the pane, of the files that were taken. */

import { useEffect, useState } from "preact/hooks";
import { fileName } from "../../shared/file-name.ts";
import type { Table } from "../../shared/handin/table.ts";
import { instant } from "../../shared/moment.ts";
import type { Member } from "../../shared/rollup.ts";
import type { Ground } from "../../shared/whatif/input.ts";
import { ChooseCollection } from "../pane/choose-collection.tsx";
import { saveFile } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Held } from "../whatif/state.ts";
import { WhatIf } from "../whatif/what-if.tsx";
import { useWhatIfWords } from "../whatif/words.ts";
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
  const ground = useGround(office, collection?.collection ?? null);
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

/** What is read of the files that are held; schools arrive in pieces, so that the page stays awake while hundreds are handed over. */
function useGround({ helper, held, county, attempt }: Office, collection: string | null): Ground | null {
  const [ground, setGround] = useState<Ground | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever something else is held or set up
  useEffect(() => {
    let wanted = true;
    const members: Member[] = [];
    setGround(null);
    if (collection === null) return;
    const given = { collection, now: instant(Date.now()) };
    void attempt(() => helper.ask("ground", given, (some: readonly Member[]) => void members.push(...some))).then((read) => {
      if (wanted && read) setGround({ ...read, input: { ...read.input, members } });
    });
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection]);
  return ground;
}
