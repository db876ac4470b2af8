/** 推演 in the pane: of the county for its bureau, of its own for a school, and of the open sheet for a school that has not sent it. */
import { useState } from "preact/hooks";
import { aloneWords } from "../../shared/whatif/input.ts";
import { PaneInputs } from "../inputs/pane.tsx";
import type { Desk } from "../pane/desk.ts";
import { useSpoken } from "../pane/say.ts";
import { useLent } from "../scenarios/lent.ts";
import { useOpenSheet, useSent } from "./ground.ts";
import { Stale } from "./stale.tsx";
import type { Held } from "./state.ts";
import { WhatIf } from "./what-if.tsx";
import { useWhatIfWords } from "./words.ts";

export interface PaneWhatIfProps {
  readonly desk: Desk;
  readonly held: Held;
}

/** An exam by its lines and pupils; any other collection by its inputs. */
export function PaneWhatIf({ desk, held }: PaneWhatIfProps) {
  const { rolled } = desk.choice;
  if (!rolled || rolled.form === "exam") return <OfExam {...{ desk, held }} />;
  return (
    <PaneInputs key={rolled.collection} desk={desk} collection={rolled}>
      <div class="q-fields">
        <CollectionChoice choice={desk.choice} chosen={rolled.collection} />
      </div>
    </PaneInputs>
  );
}

function CollectionChoice({ choice: { collections, choose }, chosen }: Pick<Desk, "choice"> & { readonly chosen: string }) {
  const w = useWhatIfWords();
  if (collections.length < 2) return null;
  return (
    <label>
      <span>{w.collection}</span>
      <select value={chosen} onChange={({ currentTarget }) => choose({ collection: currentTarget.value })}>
        {collections.map((one) => (
          <option key={one.collection} value={one.collection}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function OfExam({ desk, held }: PaneWhatIfProps) {
  const w = useWhatIfWords();
  const spoken = useSpoken();
  const { choice, connection, say } = desk;
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
      <CollectionChoice choice={choice} chosen={collection.collection} />
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
        {sent.refusal ? <Stale sent={sent} /> : <p class="q-hint">{w.reading}</p>}
      </>
    );
  const of = [connection.overview?.region, connection.overview?.role, connection.overview?.school, collection.collection, from].join(" ");
  const way = { workbook: desk.workbook, live: from === "sent" ? collection.collection : null, say };
  return (
    <WhatIf key={of} {...{ ground, held, of, way, lent }}>
      {choose}
      {from === "sent" && <Stale sent={sent} />}
      {alone && <p class="q-hint">{spoken(alone)}</p>}
    </WhatIf>
  );
}
