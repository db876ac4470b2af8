import type { County } from "../../shared/handin/county.ts";
import type { Draft } from "./draft.ts";
import { useOfflineWords } from "./words.ts";

interface RequiredProps {
  readonly draft: Draft;
  readonly county: County;
  change(next: Partial<Draft>): void;
}

/** Whom the bureau waits for: every school that has a stage of it, or those that are ticked. */
export function Required({ draft: { required }, county, change }: RequiredProps) {
  const w = useOfflineWords();
  const codes = county.schools.map(({ school }) => school);
  // A school that left the region's list is to be seen, and taken off.
  const gone = (required ?? []).filter((one) => !codes.includes(one)).map((school) => ({ school, name: w.collection.requiredGone }));
  const tick = (code: string) => {
    const next = new Set(required);
    if (!next.delete(code)) next.add(code);
    change({ required: [...gone.map(({ school }) => school), ...codes].filter((one) => next.has(one)) });
  };
  return (
    <fieldset>
      <legend>{w.collection.required}</legend>
      <label class="q-tick">
        <input type="radio" name="o-required" checked={required === null} onChange={() => change({ required: null })} />
        <span>{w.collection.requiredAll}</span>
      </label>
      <label class="q-tick">
        <input type="radio" name="o-required" checked={required !== null} onChange={() => change({ required: codes })} />
        <span>{required === null ? w.collection.requiredSome : w.collection.requiredChosen(required.length, codes.length)}</span>
      </label>
      {required !== null && (
        <ul class="q-plain o-ticks o-scroll">
          {[...gone, ...county.schools].map(({ school, name }) => (
            <li key={school}>
              <label class="q-tick">
                <input type="checkbox" checked={required.includes(school)} onChange={() => tick(school)} />
                <span>
                  {name} <small>{school}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
