/** 推演 in the pane: of the county for its bureau, of its own for a school, and of the open sheet for a school that has not sent it. */
import { useState } from "preact/hooks";
import { aloneWords } from "../../shared/whatif/input.ts";
import type { Desk } from "../pane/desk.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { useLent } from "../scenarios/lent.ts";
import { useOpenSheet, useSent } from "./ground.ts";
import type { Held } from "./state.ts";
import { WhatIf } from "./what-if.tsx";
import { useWhatIfWords } from "./words.ts";

export interface PaneWhatIfProps {
  readonly desk: Desk;
  readonly held: Held;
}

export function PaneWhatIf({ desk, held }: PaneWhatIfProps) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const { choice, connection, say } = desk;
  const exams = choice.collections.filter(({ form }) => form === "exam");
  const { collection, school } = choice;
  const sent = useSent(desk, collection?.collection ?? null);
  const sheet = useOpenSheet(desk);
  const lent = useLent(desk, collection?.collection ?? "");
  const [wanted, setWanted] = useState<"sent" | "sheet" | null>(null);
  const empty = sent.ground !== null && sent.ground.input.members.length === 0;
  const from = sheet && (wanted === "sheet" || (wanted === null && empty)) ? "sheet" : "sent";
  const ground = from === "sheet" ? sheet : sent.ground;
  const alone = ground && aloneWords(ground);
  if (!collection) return <p class="q-hint">{w.noExam}</p>;
  const choose = (
    <div class="q-fields">
      {exams.length > 1 && (
        <label>
          <span>{w.collection}</span>
          <select value={collection.collection} onChange={({ currentTarget }) => choice.choose({ collection: currentTarget.value })}>
            {exams.map((one) => (
              <option key={one.collection} value={one.collection}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {sheet && school && (
        <label>
          <span>{w.source.name}</span>
          <select value={from} onChange={({ currentTarget }) => setWanted(currentTarget.value as "sent" | "sheet")}>
            <option value="sent">{w.source.sent}</option>
            <option value="sheet">{w.source.sheet(school.name)}</option>
          </select>
        </label>
      )}
    </div>
  );
  if (!ground)
    return (
      <>
        {choose}
        {sent.refusal ? (
          <RefusalNote refusal={sent.refusal}>
            <button type="button" onClick={sent.refresh}>
              {w.again}
            </button>
          </RefusalNote>
        ) : (
          <p class="q-hint">{w.reading}</p>
        )}
      </>
    );
  const of = [connection.overview?.region, connection.overview?.role, connection.overview?.school, collection.collection, from].join(" ");
  const way = { workbook: desk.workbook, live: from === "sent" ? collection.collection : null, say };
  return (
    <WhatIf key={of} {...{ ground, held, of, way, lent }}>
      {choose}
      {alone && <p class="q-hint">{spoken(alone)}</p>}
    </WhatIf>
  );
}
