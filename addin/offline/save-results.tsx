/** The results of a collection as an .xlsx: made by a worker of its own, so that the page goes on and stopping is ending it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Collection } from "../../shared/contract.ts";
import { fileName } from "../../shared/file-name.ts";
import type { County } from "../../shared/handin/county.ts";
import { instant } from "../../shared/moment.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import { saveFile } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Office } from "./office.ts";
import type { OfficeTasks } from "./office-tasks.ts";
import { useOfflineWords } from "./words.ts";

interface SaveProps {
  readonly office: Office;
  readonly county: County;
  readonly collection: Collection;
  /** Nothing is held yet. */
  readonly disabled: boolean;
}

export function SaveResults({ office, county, collection, disabled }: SaveProps) {
  const w = useOfflineWords();
  const language = useLanguage();
  const [making, setMaking] = useState(false);
  const own = useRef<Helper<OfficeTasks> | null>(null);
  const end = () => {
    own.current?.end();
    own.current = null;
    setMaking(false);
  };
  useEffect(() => () => own.current?.end(), []);
  const save = () =>
    office.attempt(async () => {
      setMaking(true);
      office.say(w.results.making);
      // What is not kept, only the page's own worker knows.
      if (office.kept) own.current = helperIn<OfficeTasks>(office.spawn());
      const tongue = language === "en" ? "en" : "zh";
      try {
        const given = { collection: collection.collection, now: instant(Date.now()), tongue } as const;
        const workbook = await (own.current ?? office.helper).ask("results", given);
        const name = `${fileName(county.name, collection.name, office.today())}.xlsx`;
        saveFile(name, workbook, workbook.type);
        office.say(w.results.saved(name));
      } finally {
        end();
      }
    });
  const stop = () => {
    end();
    office.say(w.results.stopped);
  };
  return (
    <span class="q-buttons">
      <button type="button" class="q-primary" disabled={disabled || making} aria-busy={making} onClick={() => void save()}>
        {making ? w.results.making : w.results.saveAll}
      </button>
      {making && own.current && (
        <button type="button" onClick={stop}>
          {w.collection.cancel}
        </button>
      )}
    </span>
  );
}
