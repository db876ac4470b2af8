/** 各校还差什么: of what is asked of each school, how many miss it, how much all of them lack together, and each of them. */
import { useCallback, useState } from "preact/hooks";
import type { Inputs } from "../../shared/whatif/inputs.ts";
import { type LackOver, lacksOver } from "../../shared/whatif/lacking.ts";
import type { SchoolFigures } from "../pane/check.ts";
import { formatStage } from "../pane/format.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { useSteps } from "../whatif/steps.ts";
import { useCheckWords } from "./words.ts";

interface SchoolLacksProps {
  readonly input: Inputs;
  readonly schools: readonly SchoolFigures[];
  openSchool(school: string): void;
}

export function SchoolLacks({ input, schools, openSchool }: SchoolLacksProps) {
  const c = useCheckWords();
  const { result } = useSteps(useCallback(() => lacksOver(input, schools), [input, schools]));
  if (!result || result.length === 0) return null;
  return (
    <section aria-labelledby="q-lacks">
      <h2 id="q-lacks">{c.lacks.title}</h2>
      <p class="q-hint">{c.lacks.what}</p>
      <ul class="q-targets">
        {result.map((line) => (
          <li key={`${line.definition.id} ${line.stage}`}>
            <Line line={line} openSchool={openSchool} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({
  line: { definition, stage, judged, missed, total },
  openSchool,
}: Pick<SchoolLacksProps, "openSchool"> & { readonly line: LackOver }) {
  const c = useCheckWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const [open, setOpen] = useState(false);
  const [name, where] = [spoken(definition.names), formatStage(stage, language)];
  return (
    <details class="q-row" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="q-name">
          {name} {!name.includes(where) && <small>{where}</small>}
        </span>
        <span class="q-row-under">
          <span>{c.lacks.missed(missed.length, judged)}</span>
          <span class="q-gap">{total ? c.lacks.total(spoken(total)) : c.lacks.noTotal}</span>
        </span>
      </summary>
      {open && (
        <div class="q-inside">
          <table class="q-behind">
            <caption>{c.lacks.bySchool}</caption>
            <thead>
              <tr>
                <th scope="col">{c.school}</th>
                <th scope="col">{c.lacks.lack}</th>
              </tr>
            </thead>
            <tbody>
              {missed.map(({ school, name: of, lack }) => (
                <tr key={school}>
                  <th scope="row">
                    <button type="button" class="q-link" title={c.openSchool(of)} onClick={() => openSchool(school)}>
                      {of}
                    </button>
                  </th>
                  <td>{lack ? spoken(lack) : c.lacks.untold}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
