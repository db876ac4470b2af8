/** The sheets of a file that are read together, each with its tick, and those that are not, each with its reason. */
import { useSpoken } from "../say.ts";
import type { Together } from "./state.ts";
import { useTogetherWords } from "./words.ts";

interface OfferProps {
  readonly together: Together;
  /** The sheet the others are joined to. */
  readonly lead: string;
}

export function SheetsTogether({ together: { offered, taken, take }, lead }: OfferProps) {
  const own = useTogetherWords();
  const spoken = useSpoken();
  const fitting = offered.filter(({ fits }) => fits);
  if (fitting.length === 0) return null;
  return (
    <fieldset class="q-fields">
      <legend>{taken.length > 0 ? own.title(taken.length + 1) : own.alone}</legend>
      <label class="q-tick">
        <input type="checkbox" checked disabled />
        <span>
          {lead} <small>{own.first}</small>
        </span>
      </label>
      {fitting.map(({ name, why }) => (
        <label key={name} class="q-tick">
          <input type="checkbox" checked={taken.includes(name)} onChange={({ currentTarget }) => take(name, currentTarget.checked)} />
          <span>
            {name} {why && <small>{spoken(why)}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Which sheets with marks are left out, and why: no class is left behind in silence. */
export function SheetsApart({ together: { offered, taken } }: Pick<OfferProps, "together">) {
  const own = useTogetherWords();
  const spoken = useSpoken();
  return (
    <>
      {offered.map(
        ({ name, why }) =>
          why &&
          !taken.includes(name) && (
            <p key={name} class="q-warn">
              {own.not(name, spoken(why))}
            </p>
          ),
      )}
    </>
  );
}
