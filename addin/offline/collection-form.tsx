import { useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { Refusal } from "../../shared/refusal.ts";
import { useSpoken } from "../pane/say.ts";
import { asksOtherwise, collectionFrom, type Draft, type DraftFault } from "./draft.ts";
import { IndicatorPicker } from "./indicator-picker.tsx";
import type { Office } from "./office.ts";
import { PaperTable } from "./paper-table.tsx";
import { Required } from "./required.tsx";
import { useOfflineWords } from "./words.ts";

interface CollectionFormProps {
  readonly first: Draft;
  readonly office: Office;
  readonly county: County;
  close(): void;
}

/** One collection being written down: name, period, and what is asked. */
export function CollectionForm({ first, office, county, close }: CollectionFormProps) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const [draft, setDraft] = useState(first);
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setFaults([]);
  };
  const frozen = office.held.some(({ collection }) => collection === draft.collection);
  const save = async (event: Event) => {
    event.preventDefault();
    const { collection, faults } = collectionFrom(draft, county, office.release, frozen);
    setFaults(faults);
    if (!collection) return;
    const others = county.collections.filter((one) => one.collection !== collection.collection);
    try {
      await office.setCounty({ ...county, collections: [...others, collection].sort((a, b) => (a.collection < b.collection ? -1 : 1)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return setFaults([{ field: "papers", words: error.words }]);
    }
    office.say(w.collection.saved(collection.name));
    close();
  };
  return (
    <form class="o-form" noValidate aria-labelledby="o-collection" onSubmit={(event) => void save(event)}>
      <h3 id="o-collection">
        {draft.before ? w.collection.editing(draft.before.name) : `${w.collection.fresh}：${w.setup.forms[draft.form]}`}
      </h3>
      <div class="o-line">
        <label class="o-wide">
          <span>{w.collection.name}</span>
          <input
            maxLength={100}
            placeholder={w.collection.nameExample[draft.form]}
            value={draft.name}
            onInput={({ currentTarget }) => change({ name: currentTarget.value })}
          />
        </label>
        <label>
          <span>{w.collection.period}</span>
          <input
            aria-describedby="o-period"
            value={draft.period}
            disabled={frozen}
            onInput={({ currentTarget }) => change({ period: currentTarget.value.trim() })}
          />
        </label>
        <label>
          <span>{w.collection.closes}</span>
          <input type="date" value={draft.closes} onInput={({ currentTarget }) => change({ closes: currentTarget.value })} />
        </label>
      </div>
      <p class="q-hint" id="o-period">
        {w.collection.periodHint}
      </p>
      <Comparison draft={draft} county={county} change={change} />
      {draft.form === "exam" && <PaperTable choices={county.choices} {...{ draft, change, frozen, faults }} />}
      {draft.form === "indicators" && <IndicatorPicker draft={draft} change={change} frozen={frozen} release={office.release} />}
      <Required draft={draft} county={county} change={change} />
      {asksOtherwise(draft) && (
        <p class="q-warn" role="status">
          {w.collection.otherTemplates}
        </p>
      )}
      {faults.length > 0 && (
        <div role="alert">
          <ul class="q-plain q-bad">
            {faults.map(({ field, row, words }) => (
              <li key={field + row + words.zh}>{spoken(words)}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="q-buttons">
        <button type="submit" class="q-primary">
          {w.collection.save}
        </button>
        <button type="button" onClick={close}>
          {w.collection.cancel}
        </button>
      </p>
    </form>
  );
}

interface ComparisonProps {
  readonly draft: Draft;
  readonly county: County;
  change(next: Partial<Draft>): void;
}

/** Which earlier collection of the same form changes are measured against. */
function Comparison({ draft, county, change }: ComparisonProps) {
  const w = useOfflineWords();
  const others = county.collections.filter(
    ({ collection, form }) => collection !== draft.collection && (form === draft.form || collection === draft.baseline),
  );
  if (others.length === 0) return null;
  return (
    <>
      <label class="o-field">
        <span>{w.collection.baseline}</span>
        <select
          aria-describedby="o-baseline"
          value={draft.baseline}
          onChange={({ currentTarget }) => change({ baseline: currentTarget.value })}
        >
          <option value="">{w.collection.noBaseline}</option>
          {others.map(({ collection, name, period }) => (
            <option key={collection} value={collection}>
              {name}（{period}）
            </option>
          ))}
        </select>
      </label>
      <p class="q-hint" id="o-baseline">
        {w.collection.baselineHint}
      </p>
    </>
  );
}
