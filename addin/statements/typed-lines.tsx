/** The lines being written, family by family; a line opens in place. */
import { Fragment } from "preact";
import type { Stage } from "../../shared/contract.ts";
import { shownLimit, timesOf } from "../../shared/display.ts";
import type { Finding } from "../../shared/exam.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { type Definition, FAMILIES, type Family, STAGES } from "../../shared/indicators/definition.ts";
import type { Words } from "../../shared/refusal.ts";
import { editedTyped, type TypedLine } from "../../shared/statement/typed.ts";
import { useSpoken } from "../pane/say.ts";
import { LineEditor } from "./line-editor.tsx";
import { useStatementWords } from "./words.ts";

interface TypedLinesProps {
  readonly lines: readonly TypedLine[];
  readonly catalogue: Catalogue;
  readonly stages: readonly Stage[];
  readonly faults: readonly Finding[];
  readonly open: ReadonlySet<string>;
  setOpen(open: ReadonlySet<string>): void;
  write(id: string, next: Partial<TypedLine>, field: string): void;
  remove(ids: readonly string[]): void;
}

export function TypedLines({ lines, catalogue, stages, faults, open, setOpen, write, remove }: TypedLinesProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const rows = lines.map((line, at) => ({ line, at, definition: catalogue.find(`${line.indicator}@${line.version}`) }));
  const families = (Object.keys(FAMILIES) as Family[]).filter((family) => rows.some(({ definition }) => definition?.family === family));
  const groups = [...families, undefined].map((family) => ({
    family,
    own: rows.filter(({ definition }) => definition?.family === family),
  }));
  return (
    <section aria-labelledby="q-lines">
      <h3 id="q-lines">{w.edit.lines(lines.length)}</h3>
      {lines.length === 0 && (
        <p class="q-wrong" id="q-f-lines" tabIndex={-1}>
          {w.edit.noLines}
        </p>
      )}
      <ul class="q-targets">
        {groups.map(
          ({ family, own }) =>
            own.length > 0 && (
              <Fragment key={family ?? ""}>
                <li class="q-family q-heading">
                  <span>{family ? `${spoken(FAMILIES[family])} · ${own.length}` : ""}</span>
                  <button
                    type="button"
                    aria-label={family && w.edit.removeFamilyNamed(spoken(FAMILIES[family]))}
                    onClick={() => remove(own.map(({ line }) => line.id))}
                  >
                    {w.edit.removeFamily}
                  </button>
                </li>
                {own.map(({ line, at, definition }) => {
                  const wrong = faults.some((fault) => fault.at.startsWith(`lines[${at}].`));
                  const edited = definition ? editedTyped(line, definition) : null;
                  const about = [spoken(STAGES[line.stage]), line.grade && w.edit.ofGrade(line.grade), line.subject]
                    .filter(Boolean)
                    .join(" ");
                  return (
                    <li key={line.id}>
                      <details
                        class="q-row"
                        open={open.has(line.id)}
                        onToggle={({ currentTarget }) => {
                          if (currentTarget.open === open.has(line.id)) return;
                          setOpen(new Set(currentTarget.open ? [...open, line.id] : [...open].filter((id) => id !== line.id)));
                        }}
                      >
                        <summary>
                          <span class="q-row-top">
                            <span class="q-name">
                              {definition ? spoken(definition.names) : line.indicator}
                              <small>{about}</small>
                            </span>
                            {wrong && <span class="q-verdict q-missed">✕ {w.edit.wrong}</span>}
                            <span class="q-value">{line.operator === "" || !definition ? "—" : spoken(limitTyped(line, definition))}</span>
                          </span>
                          {edited && <span class="q-row-under q-edited">{spoken(edited)}</span>}
                        </summary>
                        {open.has(line.id) && (
                          <LineEditor
                            {...{ at, line, definition, stages, faults }}
                            write={(next, field) => write(line.id, next, field)}
                            remove={() => remove([line.id])}
                          />
                        )}
                      </details>
                    </li>
                  );
                })}
              </Fragment>
            ),
        )}
      </ul>
    </section>
  );
}

/** The limit as it stands in the fields; what is no number yet, as it was typed. */
function limitTyped({ operator, value, upTo }: TypedLine, definition: Definition): Words {
  const times = timesOf(definition.unit);
  const number = Number(value) / times;
  if (operator === "" || value.trim() === "" || !Number.isFinite(number)) return { zh: value, en: value };
  const end = operator === "between" && upTo.trim() !== "" && Number.isFinite(Number(upTo)) ? Number(upTo) / times : null;
  return shownLimit(operator, number, end, definition);
}
