import { useMemo, useRef, useState } from "preact/hooks";
import type { School } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import { formatStage } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import type { Office } from "./office.ts";
import { cellsOf, readSchools } from "./schools.ts";
import { Scroll } from "./scroll.tsx";
import { useOfflineWords } from "./words.ts";

const FAULTS_SHOWN = 10;
const SHOWN = 5;

/** The list of schools: pasted or read from a file, looked at, then saved. */
export function SchoolsForm({ office, county }: { readonly office: Office; readonly county: County }) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const [open, setOpen] = useState(county.schools.length === 0);
  const [text, setText] = useState("");
  const [rows, setRows] = useState<readonly (readonly string[])[]>([]);
  const [fault, setFault] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const list = useMemo(() => readSchools(rows, county.schools), [rows, county.schools]);
  const fine = list.schools.length > 0 && list.faults.length === 0;
  const codes = new Set(list.schools.map(({ school }) => school));
  const merged = [...county.schools.filter(({ school }) => !codes.has(school)), ...list.schools];

  const paste = (next: string) => {
    setText(next);
    setFault("");
    setRows(next.trim() === "" ? [] : cellsOf(next));
  };
  const read = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    input.value = "";
    if (!chosen) return;
    const cells = await office.attempt(() => office.helper.ask("cells", chosen));
    if (cells === undefined) return;
    setText(cells.map((row) => row.join("\t")).join("\n"));
    setFault("");
    setRows(cells);
  };
  const save = async (schools: readonly School[]) => {
    const kept = new Set(schools.map(({ school }) => school));
    const lost = [...new Set(office.held.map(({ school }) => school))].filter((code) => code !== county.region && !kept.has(code));
    if (lost.length > 0) {
      const names = lost.slice(0, SHOWN).map((code) => county.schools.find(({ school }) => school === code)?.name ?? code);
      return setFault(w.setup.inUse(lost.length, names.join("、")));
    }
    await office.attempt(async () => {
      await office.setCounty({ ...county, schools: [...schools].sort((a, b) => (a.school < b.school ? -1 : 1)) });
      office.say(w.setup.savedSchools(schools.length));
      paste("");
      setOpen(false);
    });
  };
  return (
    <section aria-labelledby="o-schools">
      <h2 id="o-schools">{w.setup.schools}</h2>
      {county.schools.length > 0 && (
        <details>
          <summary>
            {w.setup.schoolsHave(county.schools.length)} · {w.setup.showSchools}
          </summary>
          <SchoolTable label={w.setup.showSchools} schools={county.schools} />
        </details>
      )}
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{w.setup.paste}</summary>
        <p class="q-hint" id="o-paste-hint">
          {w.setup.pasteHint}
        </p>
        <textarea
          rows={6}
          aria-label={w.setup.paste}
          aria-describedby="o-paste-hint"
          placeholder={w.setup.pasteExample}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => paste(currentTarget.value)}
        />
        <p class="q-buttons">
          <button type="button" onClick={() => file.current?.click()}>
            {w.setup.fromFile}
          </button>
          <input
            ref={file}
            hidden
            type="file"
            accept=".xlsx,.csv,.txt"
            aria-label={w.setup.fromFile}
            onChange={({ currentTarget }) => void read(currentTarget)}
          />
        </p>
        {list.faults.length > 0 && (
          <div class="q-note q-note-bad" role="alert">
            <strong>{w.setup.faults(new Set(list.faults.map(({ row }) => row)).size)}</strong>
            <ul class="q-plain">
              {list.faults.slice(0, FAULTS_SHOWN).map(({ row, words }) => (
                <li key={row + words.zh}>{w.setup.fault(row, spoken(words))}</li>
              ))}
            </ul>
          </div>
        )}
        {list.schools.length > 0 && (
          <>
            <p role="status">{w.setup.preview(list.schools.length)}</p>
            {list.numbered && <p class="q-hint">{w.setup.numbered}</p>}
            <SchoolTable label={w.setup.preview(list.schools.length)} schools={list.schools} />
          </>
        )}
        {fault && (
          <p class="q-bad" role="alert">
            {fault}
          </p>
        )}
        {fine && (
          <p class="q-buttons">
            <button type="button" class="q-primary" onClick={() => void save(list.schools)}>
              {w.setup.replace(list.schools.length)}
            </button>
            {county.schools.length > 0 && (
              <button type="button" onClick={() => void save(merged)}>
                {w.setup.addMore(merged.length)}
              </button>
            )}
          </p>
        )}
      </details>
    </section>
  );
}

function SchoolTable({ label, schools }: { readonly label: string; readonly schools: readonly School[] }) {
  const w = useOfflineWords();
  const language = useLanguage();
  return (
    <Scroll label={label}>
      <table class="o-table">
        <thead>
          <tr>
            <th scope="col">{w.setup.schoolCode}</th>
            <th scope="col">{w.setup.name}</th>
            <th scope="col">{w.setup.stages}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map(({ school, name, stages }) => (
            <tr key={school}>
              <td>{school}</td>
              <th scope="row">{name}</th>
              <td>{stages.map((stage) => formatStage(stage, language)).join(language === "en" ? ", " : "、")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
