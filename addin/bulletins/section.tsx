/** 通报表: the tables that go round, put into the workbook as values or as formulas, or kept as a file. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Collection, Overview, Rollup, Tallied } from "../../shared/contract.ts";
import { RANK_CUTS } from "../../shared/handin/rank-table.ts";
import type { ApiRefusal } from "../api.ts";
import type { Desk } from "../pane/desk.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { KindField, PaperFields, RanksHint } from "./fields.tsx";
import { insertLive, liveRollup, liveSchools } from "./live.ts";
import { Making, useAttempt } from "./making.tsx";
import { type Asked, EXAM_KINDS, KINDS, type Kind, tableOf } from "./tables.ts";
import { useBulletinWords } from "./words.ts";

interface SectionProps extends Pick<Desk, "connection" | "workbook" | "say"> {
  readonly overview: Overview;
  readonly collection: Collection;
  readonly rollup: Rollup;
}

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
  const paper = collection.exam?.papers[asked.paper];
  const live =
    asked.kind === "verdicts"
      ? liveRollup(overview, collection, tongue)
      : asked.kind === "schools" && paper
        ? liveSchools(overview, collection, paper, tongue)
        : null;
  const attempt = useAttempt(say);
  const follow = () =>
    attempt(async () => {
      if (!live) return "";
      await insertLive(workbook, live);
      return w.here(live.name);
    });
  return (
    <>
      <p class="q-hint">{w.hint}</p>
      <div class="q-fields">
        <KindField {...{ kinds, asked, change }} />
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
        <PaperFields {...{ asked, change }} papers={(collection.exam?.papers ?? []).map((paper, at) => [at, paper] as const)} />
      </div>
      <RanksHint asked={asked} />
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
        <Making {...{ table, workbook, say }} hint={`${live ? "" : w.noFormulas} ${asked.kind === "classes" ? spoken(table.note) : ""}`}>
          {live && (
            <button type="button" onClick={() => void follow()}>
              {w.formulas}
            </button>
          )}
        </Making>
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
