/** How a table leaves the tab: into the sheet where there is one, as a file where there is none. */
import { useState } from "preact/hooks";
import { Refusal } from "../../shared/refusal.ts";
import type { Workbook } from "../host.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { cellsOf, type Leaving } from "./tables.ts";
import { useWhatIfWords } from "./words.ts";

export interface Way {
  /** The workbook tables and pictures go into; `null` where there is none. */
  readonly workbook: Pick<Workbook, "insert" | "insertImage"> | null;
  /** The collection that formulas of cells may ask about; `null` where they cannot ask. */
  readonly live: string | null;
  /** Saves a table as a file, and says so. */
  save?(table: Leaving["table"]): Promise<void>;
  /** Says a sentence in the status line. */
  say(text: string): void;
}

interface LeaveProps {
  readonly way: Way;
  readonly name: string;
  /** `live`: with formulas, where they tell the same. */
  make(live: boolean): Leaving | null;
  /** Formulas can tell some of it. */
  readonly formulas?: boolean;
}

export function Leave({ way, name, make, formulas = false }: LeaveProps) {
  const w = useWhatIfWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const [live, setLive] = useState(false);
  const { workbook, say, save } = way;
  const insert = async () => {
    const leaving = make(live);
    if (!leaving) return;
    try {
      if (!workbook) return await save?.(leaving.table);
      const { cells, formats } = cellsOf(leaving, language);
      say(w.inserted(await workbook.insert(cells, formats)));
    } catch (error) {
      say(error instanceof Refusal ? spoken(error.words) : w.notInserted);
    }
  };
  if (!workbook && !save) return null;
  return (
    <div class="q-actions">
      <button type="button" title={workbook ? w.insertHint : undefined} onClick={() => void insert()}>
        {workbook ? name : w.save}
      </button>
      {workbook && formulas && way.live !== null && (
        <label class="q-tick">
          <input type="checkbox" checked={live} onChange={({ currentTarget }) => setLive(currentTarget.checked)} />
          <span>{w.live}</span>
        </label>
      )}
    </div>
  );
}
