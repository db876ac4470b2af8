/** Questions by school, with what the school explained; by what limits they are asked, and whose convention that is, stands beneath. */
import { useState } from "preact/hooks";
import { defaultSettings, type Settings } from "../../shared/handin/consistency/settings.ts";
import { SETTING_WORDS } from "../../shared/handin/consistency/settings-words.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import { useSpoken } from "../pane/say.ts";
import { useQuestionWords } from "./words.ts";

interface QuestionListProps {
  readonly county: Pick<County, "name" | "schools">;
  readonly questions: readonly Noticed[];
}

/** More than anybody reads at once. */
const SHOWN = 20;

export function QuestionList({ county, questions }: QuestionListProps) {
  const w = useQuestionWords();
  const spoken = useSpoken();
  const [all, setAll] = useState(false);
  const nameOf = (code: string | null) => county.schools.find(({ school }) => school === code)?.name ?? code ?? county.name;
  const shown = all ? questions : questions.slice(0, SHOWN);
  return (
    <>
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
          {Object.entries(SETTING_WORDS).map(([name, { names, source }]) => (
            <li key={name}>
              {spoken(names)}: {defaultSettings[name as keyof Settings]} <span class="q-hint">{spoken(source)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
