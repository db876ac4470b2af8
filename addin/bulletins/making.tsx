/** A table that is ready: what it is, and the ways out of the pane: a new sheet, live formulas where there are any, a file. */
import type { ComponentChildren } from "preact";
import { fileName } from "../../shared/file-name.ts";
import type { Table } from "../../shared/handin/table.ts";
import { dayOf } from "../../shared/moment.ts";
import { Refusal } from "../../shared/refusal.ts";
import { csvOf, workbookOf } from "../files/tables.ts";
import type { Desk } from "../pane/desk.ts";
import { CSV, saveFile, XLSX } from "../pane/save.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { insertTables } from "./sheets.ts";
import { useBulletinWords } from "./words.ts";

/** Does it, and says what came of it. */
export function useAttempt(say: (text: string) => void): (act: () => Promise<string>) => Promise<void> {
  const w = useBulletinWords();
  const spoken = useSpoken();
  return async (act) => {
    try {
      say(await act());
    } catch (error) {
      say(error instanceof Refusal ? spoken(error.words) : w.failed);
    }
  };
}

interface MakingProps extends Pick<Desk, "workbook" | "say"> {
  readonly table: Table;
  /** What is said under the buttons besides how it prints. */
  readonly hint: string;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

export function Making({ table, workbook, say, hint, children }: MakingProps) {
  const w = useBulletinWords();
  const spoken = useSpoken();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  const attempt = useAttempt(say);
  const today = () => dayOf(new Date().toISOString());
  const insert = () =>
    attempt(async () => {
      const { where, names } = await insertTables(workbook, [table], today(), tongue);
      return where === "here" ? w.here(names[0] ?? "") : w.opened;
    });
  const keep = (kind: "xlsx" | "csv") =>
    attempt(async () => {
      const name = `${fileName(table.title[tongue], today())}.${kind}`;
      if (kind === "csv") saveFile(name, csvOf(table, tongue), CSV);
      else saveFile(name, await workbookOf([table], today(), tongue), XLSX);
      return w.saved(name);
    });
  return (
    <>
      <p>
        <strong>{spoken(table.title)}</strong> <small>{w.shape(table.rows.length, table.columns.length)}</small>
      </p>
      <p class="q-actions">
        <button type="button" class="q-primary" onClick={() => void insert()}>
          {w.values}
        </button>
        {children}
        <button type="button" onClick={() => void keep("xlsx")}>
          {w.save}
        </button>
        <button type="button" onClick={() => void keep("csv")}>
          {w.saveCsv}
        </button>
      </p>
      <p class="q-hint">
        {w.layout} {hint}
      </p>
    </>
  );
}
