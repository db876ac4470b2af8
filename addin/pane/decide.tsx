/** A choice with the reason for it. Before it is saved it is said what it would change; then it is confirmed. */
import { useState } from "preact/hooks";
import type { ChoiceBody, Overview } from "../../shared/contract.ts";
import type { Option } from "../../shared/indicators/definition.ts";
import type { ApiRefusal } from "../api.ts";
import type { InForce } from "../catalogue.ts";
import type { Change, Changes } from "./effect.ts";
import { formatGrade } from "./format.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { Note, RefusalNote } from "./status.tsx";

interface DecideProps {
  readonly option: Option;
  readonly decision: ChoiceBody | undefined;
  readonly here: InForce;
  readonly county: Pick<Overview, "name" | "collections">;
  /** What a choice would change, before it is made. */
  foresee(choice: string): Promise<Changes>;
  /** `null` goes back to the default, which needs no reason. */
  decide(decided: ChoiceBody | null): Promise<void>;
}

export function Decide({ option, decision, here, county, foresee, decide }: DecideProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [choice, setChoice] = useState(decision?.choice ?? "");
  const [why, setWhy] = useState(decision?.why ?? "");
  const [changes, setChanges] = useState<Changes | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      if (changes === null) setChanges(await foresee(choice === "" ? (option.choices[0]?.id ?? "") : choice));
      else {
        await decide(choice === "" ? null : { option: option.id, choice, why: why.trim() });
        setChanges(null);
      }
    } catch (error) {
      setRefusal(error as ApiRefusal);
    } finally {
      setBusy(false);
    }
  };
  const choose = (next: string) => {
    setChoice(next);
    setChanges(null);
  };
  return (
    <details>
      <summary>{w.choices.change}</summary>
      <form class="q-fields" onSubmit={(event) => void submit(event)}>
        <label>
          <span>{spoken(option.names)}</span>
          <select value={choice} disabled={busy} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <option value="">{w.choices.undecided}</option>
            {option.choices.map((one) => (
              <option key={one.id} value={one.id}>
                {spoken(one)}
              </option>
            ))}
          </select>
        </label>
        {choice !== "" && (
          <label>
            <span>{w.choices.why}</span>
            <input
              required
              maxLength={200}
              placeholder={w.choices.whyExample}
              value={why}
              onInput={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </label>
        )}
        <div role="status">{changes && <ChangesNote changes={changes} here={here} county={county} />}</div>
        <p class="q-actions">
          <button type="submit" class={changes ? "q-primary" : undefined} disabled={busy}>
            {changes ? w.choices.confirm : busy ? w.choices.foreseeing : w.choices.save}
          </button>
          {changes && (
            <button type="button" disabled={busy} onClick={() => setChanges(null)}>
              {w.choices.leave}
            </button>
          )}
        </p>
        {refusal && <RefusalNote refusal={refusal} />}
      </form>
    </details>
  );
}

/** Few enough to be read in a pane. */
const SHOWN = 20;

function ChangesNote({ changes, here, county }: { readonly changes: Changes } & Pick<DecideProps, "here" | "county">) {
  const w = useWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const { schools, verdicts, values } = changes;
  const ofSchools = verdicts.filter(({ unit }) => unit !== "").length;
  const about = ({ collection, unit, indicator, stage, grade, subject }: Change) => {
    const definition = here.catalogue.find(indicator, here.release);
    const parts = [
      unit === "" ? county.name : unit,
      county.collections.find((one) => one.collection === collection)?.name ?? collection,
      `${formatGrade(stage, grade, language)}${subject ? ` ${subject}` : ""}`,
      definition ? spoken(definition.names) : indicator,
    ];
    return parts.join(" · ");
  };
  return (
    <Note tone={verdicts.length > 0 ? "warn" : "plain"} title={w.choices.changes(schools, ofSchools, verdicts.length - ofSchools)}>
      <p>{w.choices.values(values)}</p>
      {verdicts.length > 0 && (
        <ul class="q-plain">
          {verdicts.slice(0, SHOWN).map((change) => (
            <li key={`${about(change)} ${change.now} ${change.other}`}>
              {about(change)}
              {w.receipt.colon}
              {change.now ? w.verdicts[change.now] : "—"} → {change.other ? w.verdicts[change.other] : "—"}
            </li>
          ))}
          {verdicts.length > SHOWN && <li>{w.choices.more(verdicts.length - SHOWN)}</li>}
        </ul>
      )}
    </Note>
  );
}
