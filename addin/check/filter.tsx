/** What of a list is shown: by verdict, by words, or only what is not met. */
import type { ComponentChildren } from "preact";
import { OUTCOMES, type Outcome } from "../pane/verdict.tsx";
import { type Filter, NO_FILTER, UNMET } from "./rows.ts";
import { Strip } from "./strip.tsx";
import { useCheckWords } from "./words.ts";

interface FilterBarProps {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly shown: number;
  readonly filter: Filter;
  choose(filter: Filter): void;
  /** What may be done with the list. */
  readonly children: ComponentChildren;
}

export function FilterBar({ counts, shown, filter, choose, children }: FilterBarProps) {
  const c = useCheckWords();
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const unmet = [...UNMET].every((one) => filter.outcomes.has(one)) && !filter.outcomes.has("met");
  const toggle = (outcome: Outcome) => {
    const outcomes = new Set(filter.outcomes);
    if (!outcomes.delete(outcome)) outcomes.add(outcome);
    choose({ ...filter, outcomes: outcomes.size === OUTCOMES.length ? NO_FILTER.outcomes : outcomes });
  };
  return (
    <div class="q-filter">
      <Strip counts={counts} chosen={filter.outcomes} toggle={toggle} />
      <div class="q-seek">
        <input
          type="search"
          aria-label={c.search}
          placeholder={c.searchHint}
          value={filter.text}
          onInput={({ currentTarget }) => choose({ ...filter, text: currentTarget.value })}
        />
        <label class="q-tick">
          <input type="checkbox" checked={unmet} onChange={() => choose({ ...filter, outcomes: unmet ? NO_FILTER.outcomes : UNMET })} />
          <span>{c.unmet}</span>
        </label>
      </div>
      <p class="q-shown">
        <span class="q-hint" role="status">
          {c.shown(shown, all)}
        </span>
        {children}
      </p>
    </div>
  );
}
