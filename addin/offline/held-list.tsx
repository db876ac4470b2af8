import { useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { instant } from "../../shared/moment.ts";
import { formatMoment } from "../pane/format.ts";
import { useLanguage } from "../pane/say.ts";
import { HeldAsked } from "./held-asked.tsx";
import type { Office } from "./office.ts";
import { Restore } from "./restore.tsx";
import { Scroll } from "./scroll.tsx";
import type { HeldLine } from "./store.ts";
import { useOfflineWords } from "./words.ts";

interface HeldListProps {
  readonly office: Office;
  readonly county: County;
  readonly held: readonly HeldLine[];
}

/** What was taken, school by school; taken back with one click, and put back with another. */
export function HeldList({ office, county, held }: HeldListProps) {
  const w = useOfflineWords();
  const language = useLanguage();
  const [gone, setGone] = useState<HeldLine | null>(null);
  const [open, setOpen] = useState(false);
  const nameOf = (code: string) =>
    code === county.region ? county.name : (county.schools.find(({ school }) => school === code)?.name ?? code);
  const place = ({ school, collection, revision }: HeldLine) => ({ school, collection, revision, now: instant(Date.now()) });
  const remove = (line: HeldLine) =>
    office.attempt(async () => {
      try {
        await office.helper.ask("remove", place(line));
      } finally {
        // Also where it was refused: another window may have changed it.
        await office.refresh();
      }
      setGone(line);
      office.say(w.results.removed(nameOf(line.school)));
    });
  const putBack = (line: HeldLine) =>
    office.attempt(async () => {
      await office.helper.ask("putBack", place(line));
      await office.refresh();
      setGone(null);
      office.say(w.results.putBack(nameOf(line.school)));
    });
  return (
    <>
      {gone && (
        <div class="q-note q-note-warn">
          {w.results.removed(nameOf(gone.school))}{" "}
          <button type="button" onClick={() => void putBack(gone)}>
            {w.results.undo}
          </button>
        </div>
      )}
      {held.length > 0 && (
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{w.results.held(held.length)}</summary>
          {open && (
            <Scroll label={w.results.held(held.length)}>
              <table class="o-table">
                <thead>
                  <tr>
                    <th scope="col">{w.results.school}</th>
                    <th scope="col">{w.results.revision}</th>
                    <th scope="col">{w.results.findings}</th>
                    <th scope="col">{w.results.made}</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {held.map((line) => (
                    <tr key={line.school}>
                      <th scope="row">{nameOf(line.school)}</th>
                      <td>{line.revision}</td>
                      <td>
                        <HeldAsked line={line} office={office} />
                      </td>
                      <td>{formatMoment(line.made, language)}</td>
                      <td>
                        <span class="q-buttons">
                          <Restore line={line} name={nameOf(line.school)} office={office} />
                          <button type="button" aria-label={`${w.results.remove} ${nameOf(line.school)}`} onClick={() => void remove(line)}>
                            {w.results.remove}
                          </button>
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </details>
      )}
    </>
  );
}
