/** 通报表: the tables that go round, put into the workbook as values or as formulas, or kept as a file. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Collection, Overview, Rollup, Tallied } from "../../shared/contract.ts";
import { fileName } from "../../shared/file-name.ts";
import { NO_TOTALS, RANK_CUTS } from "../../shared/handin/rank-table.ts";
import { dayOf } from "../../shared/moment.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { ApiRefusal } from "../api.ts";
import { workbookOf } from "../files/tables.ts";
import type { Desk } from "../pane/desk.ts";
import { formatGrade } from "../pane/format.ts";
import { saveFile } from "../pane/save.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { insertLive, liveCells } from "./live.ts";
import { insertTables } from "./sheets.ts";
import { type Asked, EXAM_KINDS, KINDS, type Kind, tableOf } from "./tables.ts";
import { useBulletinWords } from "./words.ts";

interface SectionProps extends Pick<Desk, "connection" | "workbook" | "say"> {
  readonly overview: Overview;
  readonly collection: Collection;
  readonly rollup: Rollup;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function BulletinSection({ connection, workbook, say, overview, collection, rollup }: SectionProps) {
  const w = useBulletinWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const tongue = language === "en" ? "en" : "zh";
  const kinds: readonly Kind[] = collection.form === "exam" ? KINDS : KINDS.filter((one) => !(EXAM_KINDS as readonly Kind[]).includes(one));
  const [asked, setAsked] = useState<Asked>({
    kind: kinds[0] ?? "verdicts",
    paper: 0,
    school: rollup.lineage[0]?.school ?? "",
    cuts: RANK_CUTS.join("、"),
    width: 10,
  });
  const change = (next: Partial<Asked>) => setAsked((now) => ({ ...now, ...next }));
  const { told, refusal, again } = useTold(connection, collection.collection, rollup);
  const found = useMemo(
    () => (told ? tableOf(asked, { overview, collection, rollup, told }) : null),
    [asked, overview, collection, rollup, told],
  );
  const table = found && "rows" in found ? found : null;
  const live = asked.kind === "schools" ? "schools" : asked.kind === "verdicts" ? "rollup" : null;
  const attempt = async (act: () => Promise<string>) => {
    try {
      say(await act());
    } catch (error) {
      say(error instanceof Refusal ? spoken(error.words) : w.failed);
    }
  };
  const today = () => dayOf(new Date().toISOString());
  const insert = () =>
    attempt(async () => {
      if (!table) return "";
      const { where, names } = await insertTables(workbook, [table], today(), tongue);
      return where === "here" ? w.here(names[0] ?? "") : w.opened;
    });
  const keep = () =>
    attempt(async () => {
      if (!table) return "";
      const name = `${fileName(table.title[tongue], today())}.xlsx`;
      saveFile(name, await workbookOf([table], today(), tongue), XLSX);
      return w.saved(name);
    });
  const follow = () =>
    attempt(async () => {
      if (!live) return "";
      await insertLive(workbook, liveCells(live, overview.region, collection, tongue), tongue, live);
      return w.here(live === "rollup" ? w.live.rollup : w.live.schools);
    });
  const ofPaper = asked.kind === "schools" || asked.kind === "ranks" || asked.kind === "bands";
  return (
    <>
      <p class="q-hint">{w.hint}</p>
      <div class="q-fields">
        <label>
          <span>{w.table}</span>
          <select value={asked.kind} onChange={({ currentTarget }) => change({ kind: currentTarget.value as Kind })}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {w.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        {ofPaper && (
          <label>
            <span>{w.paper}</span>
            <select value={asked.paper} onChange={({ currentTarget }) => change({ paper: Number(currentTarget.value) })}>
              {collection.exam?.papers.map(({ stage, grade, subject }, at) => (
                <option key={`${stage} ${grade} ${subject}`} value={at}>
                  {formatGrade(stage, grade, language)} {subject}
                </option>
              ))}
            </select>
          </label>
        )}
        {asked.kind === "classes" && (
          <label>
            <span>{w.school}</span>
            <select value={asked.school} onChange={({ currentTarget }) => change({ school: currentTarget.value })}>
              {rollup.schools.map(({ school, name }) => (
                <option key={school} value={school}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {asked.kind === "ranks" && (
          <label>
            <span>{w.cuts}</span>
            <input value={asked.cuts} onInput={({ currentTarget }) => change({ cuts: currentTarget.value })} />
          </label>
        )}
        {asked.kind === "bands" && (
          <label>
            <span>{w.width}</span>
            <select value={asked.width} onChange={({ currentTarget }) => change({ width: Number(currentTarget.value) })}>
              {[5, 10, 20, 50].map((width) => (
                <option key={width} value={width}>
                  {width}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {asked.kind === "ranks" && <p class="q-hint">{spoken(NO_TOTALS)}</p>}
      {refusal && (
        <RefusalNote refusal={refusal}>
          <button type="button" onClick={again}>
            {w.again}
          </button>
        </RefusalNote>
      )}
      {!told && !refusal && <p class="q-hint">{w.reading}</p>}
      {found && !table && <p class="q-warn">{spoken(found as Exclude<typeof found, { rows: unknown }>)}</p>}
      {table && (
        <>
          <p>
            <strong>{spoken(table.title)}</strong> <small>{w.shape(table.rows.length, table.columns.length)}</small>
          </p>
          <p class="q-actions">
            <button type="button" class="q-primary" onClick={() => void insert()}>
              {w.values}
            </button>
            {live && (
              <button type="button" onClick={() => void follow()}>
                {w.formulas}
              </button>
            )}
            <button type="button" onClick={() => void keep()}>
              {w.save}
            </button>
          </p>
          <p class="q-hint">
            {w.layout} {!live && w.noFormulas}
          </p>
        </>
      )}
    </>
  );
}

/** What stands of the collection, read when the section is opened, and again with every new rollup. */
function useTold({ api, run }: Desk["connection"], collection: string, rollup: Rollup) {
  const [told, setTold] = useState<Tallied | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with every rollup, which changes when somebody submits
  useEffect(() => {
    if (!api) return;
    const stop = new AbortController();
    setRefusal(null);
    run(api.tallies(collection, null, { signal: stop.signal }))
      .then((answer) => !stop.signal.aborted && "standing" in answer && setTold(answer))
      .catch((error) => !stop.signal.aborted && setRefusal(error as ApiRefusal));
    return () => stop.abort();
  }, [api, run, collection, rollup, asked]);
  return { told, refusal, again: () => setAsked((n) => n + 1) };
}
