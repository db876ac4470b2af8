import { useEffect, useState } from "preact/hooks";
import { SETTINGS } from "../../shared/handin/consistency/settings.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import { instant } from "../../shared/moment.ts";
import { useSpoken } from "../pane/say.ts";
import type { Office } from "./office.ts";
import { useOfflineWords } from "./words.ts";

interface QuestionsProps {
  readonly office: Office;
  readonly county: County;
  readonly collection: string;
}

/** More than anybody reads at once; the saved workbook has them all. */
const SHOWN = 20;

/** 请核对: what is unusual across schools, sheets and periods. All of it counts; by what it is asked stands beneath. */
export function Questions({ office, county, collection }: QuestionsProps) {
  const w = useOfflineWords().questions;
  const spoken = useSpoken();
  const [all, setAll] = useState(false);
  const questions = useQuestions(office, collection);
  if (questions.length === 0) return null;
  const nameOf = (code: string | null) => county.schools.find(({ school }) => school === code)?.name ?? code ?? county.name;
  const shown = all ? questions : questions.slice(0, SHOWN);
  return (
    <details class="q-more">
      <summary>{w.title(questions.length)}</summary>
      <p class="q-hint">{w.count}</p>
      <ul class="q-plain">
        {shown.map(({ school, finding: { words, note } }) => (
          <li key={`${school}${words.zh}`}>
            <strong>{nameOf(school)}</strong> {spoken(words)}
            {note !== undefined && <span class="q-hint"> {w.explained(note)}</span>}
          </li>
        ))}
      </ul>
      {questions.length > shown.length && (
        <button type="button" onClick={() => setAll(true)}>
          {w.more(questions.length - shown.length)}
        </button>
      )}
      <details>
        <summary>{w.settings}</summary>
        <ul class="q-plain">
          {Object.values(SETTINGS).map(({ names, value, source }) => (
            <li key={names.zh}>
              {spoken(names)}: {value} <span class="q-hint">{spoken(source)}</span>
            </li>
          ))}
        </ul>
      </details>
    </details>
  );
}

/** Asked anew whenever something else is held or set up. */
function useQuestions({ helper, held, county, attempt }: Office, collection: string): readonly Noticed[] {
  const [found, setFound] = useState<readonly Noticed[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is held and set up is what is asked about
  useEffect(() => {
    let wanted = true;
    setFound([]);
    void attempt(() => helper.ask("questions", { collection, now: instant(Date.now()) })).then((read) => wanted && read && setFound(read));
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection]);
  return found;
}
