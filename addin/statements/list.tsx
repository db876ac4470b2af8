/** The statements there are: whose, in which state, signed by whom, and how many of their lines are met. */
import { useCallback, useState } from "preact/hooks";
import type { School, StatementHead, StatementLevel } from "../../shared/contract.ts";
import { LEVELS } from "../../shared/indicators/definition.ts";
import { useSpoken } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { useAsked } from "./asked.ts";
import { ByCollection } from "./by-collection.tsx";
import { CountyCascadeSection } from "./cascade.tsx";
import { Head } from "./head.tsx";
import type { Kept } from "./kept.ts";
import { Make } from "./make.tsx";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

interface ListProps extends Desk {
  readonly kept: Kept;
  readonly collection: string | null;
  change(next: Partial<Kept>): void;
}

/** As many are drawn at once. */
const PAGE = 50;
/** Up to so many are looked through by eye. */
const FEW = 6;
const LEVEL_NAMES: readonly StatementLevel[] = ["school", "group", "teacher"];

export function List({ overview, api, run, kept, collection, change, say }: ListProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const [shown, setShown] = useState(PAGE);
  const ask = useCallback(
    (signal: AbortSignal) => run(api.statements(collection === null ? {} : { collection }, { signal })),
    [api, run, collection],
  );
  const { answer, refusal, busy, again } = useAsked(ask);
  const all = answer?.statements ?? [];
  const found = all.filter((head) => isLookedFor(head, kept, overview.schools));
  if (kept.making && answer) return <Make {...{ overview, api, run, say, heads: all, collection, change }} />;
  return (
    <section aria-labelledby="q-statements">
      <h2 id="q-statements">{w.list.title}</h2>
      <p class="q-hint">{w.list.what}</p>
      <ByCollection collections={overview.collections} chosen={collection} choose={(next) => change({ collection: next })} />
      <p class="q-actions">
        <button
          type="button"
          class="q-primary"
          disabled={!answer || overview.schools.length === 0}
          onClick={() => change({ making: true })}
        >
          {w.list.make}
        </button>
        <button type="button" disabled={busy} onClick={() => void again()}>
          {busy ? w.list.reading : w.list.refresh}
        </button>
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
      {overview.role !== "school" && collection !== null && all.length > 0 && (
        <CountyCascadeSection key={collection} {...{ api, run, collection }} />
      )}
      {answer && all.length === 0 && <p class="q-hint">{overview.role === "school" ? w.list.noneSchool : w.list.none}</p>}
      {all.length > FEW && (
        <div class="q-statement-search">
          <input
            type="search"
            aria-label={w.list.find}
            placeholder={w.list.find}
            value={kept.find}
            onInput={({ currentTarget }) => change({ find: currentTarget.value })}
          />
          <select aria-label={w.list.level} value={kept.level} onChange={({ currentTarget }) => change({ level: currentTarget.value })}>
            <option value="">{w.list.everyLevel}</option>
            {LEVEL_NAMES.map((level) => (
              <option key={level} value={level}>
                {spoken(LEVELS[level])}
              </option>
            ))}
          </select>
          <p class="q-hint" role="status">
            {found.length === 0 ? w.list.nothing : w.list.found(found.length)}
          </p>
        </div>
      )}
      <ul class="q-plain q-statements">
        {found.slice(0, shown).map((head) => (
          <Head
            key={`${head.school} ${head.statement}`}
            head={head}
            school={overview.schools.find(({ school }) => school === head.school)?.name ?? head.school}
            open={() => change({ shown: { school: head.school, statement: head.statement } })}
          />
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          {w.list.more(Math.min(PAGE, found.length - shown))}
        </button>
      )}
    </section>
  );
}

function isLookedFor({ level, school, title, group, teacher }: StatementHead, kept: Kept, schools: readonly School[]): boolean {
  if (kept.level !== "" && level !== kept.level) return false;
  const name = schools.find((one) => one.school === school)?.name ?? "";
  const text = [school, name, title, group, teacher].join(" ").toLowerCase();
  return kept.find
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
