import { useEffect, useState } from "preact/hooks";
import type { Collection } from "../../shared/contract.ts";
import { fileName } from "../../shared/file-name.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Table } from "../../shared/handin/table.ts";
import { instant } from "../../shared/moment.ts";
import { formatGrade } from "../pane/format.ts";
import { CSV, saveFile, XLSX } from "../pane/save.ts";
import { useLanguage } from "../pane/say.ts";
import type { Office } from "./office.ts";
import type { HeldLine } from "./store.ts";
import { TableView } from "./table-view.tsx";
import type { BulletinGiven } from "./tables.ts";
import { useOfflineWords } from "./words.ts";

interface BulletinsProps {
  readonly office: Office;
  readonly county: County;
  readonly collection: Collection;
  readonly held: readonly HeldLine[];
}

/** 一分三率: one subject across the schools, or the classes of one school. */
export function Bulletins({ office, county, collection, held }: BulletinsProps) {
  const w = useOfflineWords();
  const language = useLanguage();
  const papers = collection.exam?.papers ?? [];
  const [open, setOpen] = useState(false);
  const [paper, setPaper] = useState(0);
  const [school, setSchool] = useState("");
  const given = { collection: collection.collection, ...(school === "" ? { paper } : { school }) };
  const table = useBulletin(office, open ? given : null);
  const keep = (shown: Table, as: "xlsx" | "csv") =>
    office.attempt(async () => {
      const tongue = language === "en" ? "en" : "zh";
      const file = await office.helper.ask("tableFile", { table: shown, now: instant(Date.now()), tongue, as });
      const name = `${fileName(shown.title[tongue], office.today())}.${as}`;
      saveFile(name, file, as === "csv" ? CSV : XLSX);
      office.say(w.results.saved(name));
    });
  const schools = county.schools.filter((one) => held.some((line) => line.school === one.school));
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{w.results.bulletin}</strong>
      </summary>
      <div class="o-line">
        <label>
          <span>{w.results.school}</span>
          <select value={school} onChange={({ currentTarget }) => setSchool(currentTarget.value)}>
            <option value="">{w.results.bySchool}</option>
            {schools.map((one) => (
              <option key={one.school} value={one.school}>
                {one.name}（{w.results.byClass}）
              </option>
            ))}
          </select>
        </label>
        {school === "" && (
          <label>
            <span>{w.collection.subject}</span>
            <select value={paper} onChange={({ currentTarget }) => setPaper(Number(currentTarget.value))}>
              {papers.map(({ stage, grade, subject }, at) => (
                <option key={`${stage} ${grade} ${subject}`} value={at}>
                  {formatGrade(stage, grade, language)} {subject}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {table && (
        <>
          <TableView key={JSON.stringify(given)} table={table} />
          <p class="q-actions">
            <button type="button" onClick={() => void keep(table, "xlsx")}>
              {w.results.saveTable}
            </button>
            <button type="button" onClick={() => void keep(table, "csv")}>
              {w.results.saveCsv}
            </button>
          </p>
        </>
      )}
    </details>
  );
}

function useBulletin({ helper, attempt, held }: Office, given: Omit<BulletinGiven, "now"> | null): Table | null {
  const [table, setTable] = useState<Table | null>(null);
  const text = given && JSON.stringify(given);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever something else is held
  useEffect(() => {
    let wanted = true;
    setTable(null);
    if (text === null) return;
    void attempt(() => helper.ask("bulletin", { ...(JSON.parse(text) as BulletinGiven), now: instant(Date.now()) })).then((read) => {
      if (wanted && read) setTable(read);
    });
    return () => {
      wanted = false;
    };
  }, [helper, held, text]);
  return table;
}
