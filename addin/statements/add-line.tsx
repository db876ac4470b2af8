/** One more line: an indicator found as one types, of those the statement's level can be asked. */
import { useMemo, useState } from "preact/hooks";
import type { StatementLevel } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { isOfLevel } from "../../shared/statement/faults.ts";
import type { InForce } from "../catalogue.ts";
import { found } from "../pane/insert/find.ts";
import { useSpoken } from "../pane/say.ts";
import { useStatementWords } from "./words.ts";

interface AddLineProps {
  readonly level: StatementLevel;
  readonly here: InForce;
  add(definition: Definition): void;
}

/** As many are offered: whoever sees more types on. */
const OFFERED = 8;

export function AddLine({ level, here, add }: AddLineProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const [text, setText] = useState("");
  const definitions = useMemo(
    () => here.catalogue.inForce(here.release).filter((one) => isOfLevel(one, level) && one.kind.kind !== "event"),
    [here, level],
  );
  const hits = text.trim() === "" ? [] : found(definitions, { q: text, family: undefined, stage: undefined });
  return (
    <section aria-labelledby="q-add-line">
      <h3 id="q-add-line">{w.edit.add}</h3>
      <input
        type="search"
        aria-label={w.edit.find}
        placeholder={w.edit.find}
        value={text}
        autocomplete="off"
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="q-hint" role="status">
        {text.trim() === "" ? "" : hits.length > OFFERED ? w.edit.tooMany(hits.length) : w.edit.found(hits.length)}
      </p>
      <ul class="q-plain q-offered">
        {hits.slice(0, OFFERED).map((definition) => (
          <li key={definition.id}>
            <button
              type="button"
              onClick={() => {
                setText("");
                add(definition);
              }}
            >
              + {spoken(definition.names)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
