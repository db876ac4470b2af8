/** The inputs' part of 推演 in the pane: what stands of a collection that is no exam. */
import type { ComponentChildren } from "preact";
import type { Collection } from "../../shared/contract.ts";
import { aloneWords } from "../../shared/whatif/input.ts";
import type { Desk } from "../pane/desk.ts";
import { useSpoken } from "../pane/say.ts";
import { useLent } from "../scenarios/lent.ts";
import { useSent } from "../whatif/ground.ts";
import { Stale } from "../whatif/stale.tsx";
import { InputsRoom } from "./room.tsx";
import { useInputsWords } from "./words.ts";

interface PaneInputsProps {
  readonly desk: Desk;
  readonly collection: Collection;
  /** Above all else: which collection. */
  readonly children: ComponentChildren;
}

export function PaneInputs({ desk, collection: { collection }, children }: PaneInputsProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const sent = useSent(desk, collection);
  const { ground, refusal } = sent;
  const lent = useLent(desk, collection);
  const alone = ground && aloneWords(ground);
  const { overview } = desk.connection;
  return (
    <div class="w-whatif">
      {children}
      <Stale sent={sent} />
      {alone && <p class="q-hint">{spoken(alone)}</p>}
      {ground ? (
        <InputsRoom
          key={collection}
          {...{ ground, lent, say: desk.say }}
          of={[overview?.region, overview?.role, overview?.school, collection].join(" ")}
        />
      ) : (
        !refusal && <p class="q-hint">{w.reading}</p>
      )}
    </div>
  );
}
