import type { Note } from "../../shared/contract.ts";
import type { SchoolFigures } from "./check.ts";
import { useWords } from "./say.ts";

/** What schools explain, school by school: the texts behind the mark that stands beside a school's name. */
export function Notes({ schools }: { readonly schools: readonly SchoolFigures[] }) {
  const w = useWords();
  const explained = schools.filter(({ notes }) => notes.length > 0);
  if (explained.length === 0) return null;
  return (
    <section aria-labelledby="q-notes">
      <h2 id="q-notes">{w.county.notes(explained.length)}</h2>
      <dl class="q-facts">
        {explained.map(({ school, name, notes }) => (
          <div key={school}>
            <dt>{name}</dt>
            <dd>
              <ul class="q-plain">
                {notes.map((note) => (
                  <li key={`${note.code} ${note.sheet} ${note.cell}`}>
                    {note.text} <small>{placeOf(note)}</small>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A school's name in a table of figures, marked where the school explains something. */
export function SchoolName({ name, notes }: Pick<SchoolFigures, "name" | "notes">) {
  const w = useWords();
  if (notes.length === 0) return <>{name}</>;
  return (
    <>
      {name} <abbr title={notes.map(({ text }) => text).join("\n")}>{w.county.noted}</abbr>
    </>
  );
}

function placeOf({ sheet, cell }: Note): string {
  return [sheet, cell].filter((part) => part !== null).join(" ");
}
