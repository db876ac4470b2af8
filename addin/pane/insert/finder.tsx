/** Search as one types: the box keeps the focus, arrows walk through the list, Enter opens. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Stage } from "../../../shared/contract.ts";
import { type Definition, FAMILIES, type Family, STAGES } from "../../../shared/indicators/definition.ts";
import { ruleShown } from "../../../shared/indicators/limits.ts";
import type { InForce } from "../../catalogue.ts";
import { useLanguage, useSpoken, useWords } from "../say.ts";
import { found } from "./find.ts";
import type { InsertState } from "./state.ts";
import { Tags } from "./tags.tsx";

interface FinderProps {
  readonly state: InsertState;
  readonly here: InForce;
  /** Whether the box takes the focus: after a definition was closed. */
  readonly returning: boolean;
  open(definition: Definition): void;
}

const SETTLE = 120;

export function Finder({ state: { now, change }, here, returning, open }: FinderProps) {
  const w = useWords();
  const spoken = useSpoken();
  const [text, setText] = useState(now.q);
  const box = useRef<HTMLInputElement>(null);
  const definitions = here.catalogue.inForce(here.release);
  const search = (q: string) => found(definitions, { q, family: now.family || undefined, stage: now.stage || undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `search` reads
  const hits = useMemo(() => search(now.q), [definitions, now.q, now.family, now.stage]);
  const active = hits.findIndex(({ id }) => id === now.active);

  useEffect(() => {
    if (text === now.q) return undefined;
    const timer = setTimeout(() => change({ q: text, active: null }), SETTLE);
    return () => clearTimeout(timer);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    if (!returning) return;
    box.current?.focus();
    document.getElementById(hitId(now.active))?.scrollIntoView({ block: "center" });
  }, []);

  const move = (event: KeyboardEvent) => {
    // While a Chinese word is being composed, arrows and Enter belong to the input method.
    if (event.isComposing) return;
    // Keys may be faster than the search: then it is done now.
    const settled = text === now.q;
    const [list, at] = settled ? [hits, active] : [search(text), -1];
    if (event.key === "Enter") {
      const chosen = list[Math.max(at, 0)];
      if (!chosen) return;
      event.preventDefault();
      change({ q: text });
      open(chosen);
      return;
    }
    if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      setText("");
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? list.length - 1 : at - 1 }[event.key];
    const next = to === undefined ? undefined : list[(to + list.length) % list.length];
    if (!next) return;
    event.preventDefault();
    change({ q: text, active: next.id });
    document.getElementById(hitId(next.id))?.scrollIntoView({ block: "nearest" });
  };

  return (
    <>
      <div class="q-search">
        <input
          ref={box}
          role="combobox"
          aria-label={w.insert.search}
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls="q-hits"
          aria-activedescendant={active >= 0 ? hitId(hits[active]?.id ?? null) : undefined}
          placeholder={w.insert.placeholder}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={move}
        />
        <div class="q-filters">
          <select
            aria-label={w.insert.family}
            value={now.family}
            onChange={({ currentTarget }) => change({ family: currentTarget.value, active: null })}
          >
            <option value="">{w.insert.everyFamily}</option>
            {familiesOf(definitions).map((family) => (
              <option key={family} value={family}>
                {spoken(FAMILIES[family])}
              </option>
            ))}
          </select>
          <select
            aria-label={w.insert.stage}
            value={now.stage}
            onChange={({ currentTarget }) => change({ stage: currentTarget.value as Stage | "", active: null })}
          >
            <option value="">{w.insert.everyStage}</option>
            {(Object.keys(STAGES) as Stage[]).map((stage) => (
              <option key={stage} value={stage}>
                {spoken(STAGES[stage])}
              </option>
            ))}
          </select>
          <p class="q-hint" role="status">
            {hits.length > 0 ? w.insert.found(hits.length) : w.insert.none}
          </p>
        </div>
      </div>
      {hits.length > 0 && <Hits hits={hits} grouped={now.q.trim() === ""} active={now.active} here={here} open={open} />}
    </>
  );
}

interface HitsProps extends Pick<FinderProps, "here" | "open"> {
  readonly hits: readonly Definition[];
  /** By family while nothing is searched; the best first otherwise. */
  readonly grouped: boolean;
  readonly active: string | null;
}

function Hits({ hits, grouped, active, here, open }: HitsProps) {
  const w = useWords();
  const spoken = useSpoken();
  const hit = (definition: Definition) => (
    <Hit key={definition.id} definition={definition} active={definition.id === active} named={!grouped} here={here} open={open} />
  );
  return (
    <div class="q-hits" id="q-hits" role="listbox" aria-label={w.insert.list}>
      {grouped
        ? familiesOf(hits).map((family) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={family} role="group" aria-label={spoken(FAMILIES[family])}>
              <div class="q-family" aria-hidden="true">
                {spoken(FAMILIES[family])}
              </div>
              {hits.filter((one) => one.family === family).map(hit)}
            </div>
          ))
        : hits.map(hit)}
    </div>
  );
}

interface HitProps extends Pick<FinderProps, "here" | "open"> {
  readonly definition: Definition;
  readonly active: boolean;
  /** Whether it names its family. */
  readonly named: boolean;
}

function Hit({ definition, active, named, here, open }: HitProps) {
  const spoken = useSpoken();
  const language = useLanguage();
  const { id, names, family, stages } = definition;
  const under = [
    ...(named ? [spoken(FAMILIES[family])] : []),
    stages.map((stage) => spoken(STAGES[stage])).join(language === "en" ? ", " : "、"),
    spoken(ruleShown(definition, here)),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and the keys; a pointer may press the option itself
    <div id={hitId(id)} class="q-hit" role="option" aria-selected={active} tabIndex={-1} onClick={() => open(definition)}>
      <span>
        {spoken(names)} <Tags definition={definition} />
      </span>
      <small>{under.join(" · ")}</small>
    </div>
  );
}

function hitId(id: string | null): string {
  return `q-hit-${id}`;
}

/** The families that occur, in the order of the lists. */
function familiesOf(definitions: readonly Definition[]): Family[] {
  const found = new Set(definitions.map(({ family }) => family));
  return (Object.keys(FAMILIES) as Family[]).filter((family) => found.has(family));
}
