import { useState } from "preact/hooks";
import { STAGES } from "../../shared/indicators/definition.ts";
import type { Asked } from "../../shared/template/asked.ts";
import { useSpoken } from "../pane/say.ts";
import { useTemplateWords } from "./words.ts";

interface SchoolListProps {
  readonly asked: readonly Asked[];
  /** The region's code: the line of the county itself bears it. */
  readonly region: string;
  readonly busy: boolean;
  make(code: string): void;
}

/** Rows that are shown at first; a county has a few hundred schools. */
const SHOWN = 100;

type Kind = "asked" | "notAsked" | "everybody";

const waitedFor = ({ required, nothing }: Asked) => required && nothing === null;
const ofKind: Readonly<Record<Kind, (one: Asked) => boolean>> = {
  asked: waitedFor,
  notAsked: (one) => !waitedFor(one),
  everybody: () => true,
};

/** Every school with its template, or with why it needs none; searched by name and code. */
export function SchoolList({ asked, region, busy, make }: SchoolListProps) {
  const w = useTemplateWords();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind>("asked");
  const [most, setMost] = useState(SHOWN);
  const needle = words.trim().toLowerCase();
  const found = asked.filter(({ filler: { school, name } }) => `${school} ${name}`.toLowerCase().includes(needle));
  const fitting = found.filter(ofKind[kind]);
  const shown = fitting.slice(0, most);
  return (
    <section aria-labelledby="q-schools">
      <h2 id="q-schools">{w.schools}</h2>
      <div class="q-list-tools">
        <input
          type="search"
          aria-label={w.search}
          placeholder={`${w.search}：${w.searchExample}`}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <p class="q-buttons">
          {(["asked", "notAsked", "everybody"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
              {w[one]} {found.filter(ofKind[one]).length}
            </button>
          ))}
        </p>
      </div>
      {shown.length === 0 && <p class="q-hint">{w.noMatch}</p>}
      <ul class="q-rows">
        {shown.map((one) => (
          <Row key={one.filler.school} one={one} ofCounty={one.filler.school === region} busy={busy} make={make} />
        ))}
      </ul>
      {fitting.length > shown.length && (
        <button type="button" onClick={() => setMost(most + SHOWN)}>
          {w.more(fitting.length - shown.length)}
        </button>
      )}
    </section>
  );
}

interface RowProps extends Pick<SchoolListProps, "busy" | "make"> {
  readonly one: Asked;
  readonly ofCounty: boolean;
}

function Row({ one: { filler, required, nothing }, ofCounty, busy, make }: RowProps) {
  const w = useTemplateWords();
  const spoken = useSpoken();
  return (
    <li>
      <span class="q-row-name">
        {filler.name} <small>{filler.school}</small>
      </span>
      <small class="q-row-about">
        {nothing
          ? spoken(nothing)
          : ofCounty
            ? w.county
            : required
              ? filler.stages.map((stage) => spoken(STAGES[stage])).join(" · ")
              : w.unasked}
      </small>
      {!nothing && (
        <button type="button" disabled={busy} aria-label={w.only(filler.name)} onClick={() => make(filler.school)}>
          {w.one}
        </button>
      )}
    </li>
  );
}
