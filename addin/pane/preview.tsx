import { expected, STATES, type State } from "../../shared/marks/states.ts";
import type { Preview as Counts, Earlier } from "../../shared/tabulate.ts";
import type { Sheet } from "../host.ts";
import { useWords } from "./say.ts";

interface PreviewProps {
  readonly preview: Counts;
  readonly sheet: Sheet;
  /** The list of an earlier exam, where one is chosen. */
  readonly earlier: Earlier | null;
}

/** 应考, 实考 and 缺考 always; a state nobody has takes no room. */
const ALWAYS: readonly State[] = ["sat", "absent"];

/** What would be sent, as counts, and what was done with the rest of the sheet. */
export function Preview({ preview, sheet, earlier }: PreviewProps) {
  const w = useWords();
  const states = STATES.filter((state) => ALWAYS.includes(state) || preview.subjects.some((subject) => subject.states[state] > 0));
  const blanks = preview.subjects.some((subject) => subject.blanks + subject.refused > 0);
  const notes = notesOn(preview, sheet, earlier, w.preview);
  return (
    <section class="q-preview" aria-labelledby="q-preview">
      <h2 id="q-preview">{w.preview.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.preview.subject}</th>
            <th scope="col">
              <abbr title={w.states.expected}>{w.short.expected}</abbr>
            </th>
            {states.map((state) => (
              <th scope="col" key={state}>
                <abbr title={w.states[state]}>{w.short[state]}</abbr>
              </th>
            ))}
            {blanks && <th scope="col">{w.preview.open}</th>}
          </tr>
        </thead>
        <tbody>
          {preview.subjects.map((subject) => (
            <tr key={subject.subject}>
              <th scope="row">{subject.subject}</th>
              <td>{expected(subject.states) + subject.blanks + subject.refused}</td>
              {states.map((state) => (
                <td key={state}>{subject.states[state]}</td>
              ))}
              {blanks && <td class={subject.blanks + subject.refused > 0 ? "q-bad" : undefined}>{subject.blanks + subject.refused}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && (
        <ul class="q-plain q-hint">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function classNotes({ classes, titled, pupils }: Counts, w: ReturnType<typeof useWords>["preview"]): string[] {
  if (titled) return [w.titled(titled.class, titled.text)];
  if (classes.length > 0) return [w.classes(classes.length)];
  return pupils > 0 ? [w.noClasses] : [];
}

function notesOn(preview: Counts, sheet: Sheet, earlier: Earlier | null, w: ReturnType<typeof useWords>["preview"]): string[] {
  const small = preview.classes.filter(({ sent }) => !sent);
  const rows = preview.otherSchools.reduce((sum, other) => sum + other.rows, 0);
  const some = (names: readonly string[]) => (names.length > 3 ? [...names.slice(0, 3), "…"] : names).join(w.comma);
  const { matching } = preview;
  return [
    ...(matching && earlier ? [w.matching(matching.matched, matching.unmatched, matching.unused, earlier.name)] : []),
    ...classNotes(preview, w),
    ...(small.length > 0 ? [w.smallClasses(some(small.map((one) => `${one.class} (${one.pupils})`)))] : []),
    ...(preview.unmapped.length > 0 ? [w.unmapped(preview.unmapped.join(w.comma))] : []),
    ...(rows > 0 ? [w.otherSchools(rows, some(preview.otherSchools.map(({ school }) => school)))] : []),
    ...(preview.otherGrades > 0 ? [w.otherGrades(preview.otherGrades)] : []),
    ...(sheet.hiddenRows.length > 0 ? [w.hidden(sheet.hiddenRows.length)] : []),
    ...(sheet.merged.length > 0 ? [w.merged(some(sheet.merged))] : []),
  ];
}
