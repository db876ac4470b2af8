import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { DropZone } from "./drop-zone.tsx";
import { FileRow } from "./file-row.tsx";
import type { Import } from "./import.ts";
import { countStates, type Line, rivalsOf, type ShownState, shownState } from "./lines.ts";
import { useImportWords } from "./words.ts";

interface ImporterProps {
  readonly work: Import;
  readonly county: County;
  /** More that can be done with a file that was read. */
  actions?(line: Line): ComponentChildren;
}

const SHOWN = 100;

/** Files in, one line each: how far, which school, how many pupils, what is wrong. */
export function Importer({ work, county, actions }: ImporterProps) {
  const w = useImportWords();
  const { lines, running } = work;
  const [filter, setFilter] = useState<ShownState | null>(null);
  const [most, setMost] = useState(SHOWN);
  const counts = countStates(lines);
  // What was last of its kind may have become another: then all are shown again.
  const own = filter !== null && counts[filter] > 0 ? filter : null;
  const fitting = own === null ? lines : lines.filter((line) => shownState(line) === own);
  const shown = fitting.slice(0, most);
  const { taken, unexplained, passed } = counts;
  const present = (Object.keys(counts) as ShownState[]).filter((state) => counts[state] > 0);
  return (
    <>
      <DropZone busy={running !== null} add={(files) => void work.add(files)} />
      {running && (
        <div class="q-progress">
          <label>
            <span role="status">{w.running(running.done, running.all)}</span>
            <progress max={running.all} value={running.done} />
          </label>
          <button type="button" onClick={work.cancel}>
            {w.cancel}
          </button>
        </div>
      )}
      {lines.length > 0 && (
        <section aria-labelledby="q-files">
          <div class="q-heading">
            <h2 id="q-files">{w.list}</h2>
            {!running && (
              <button type="button" title={w.clearHint} onClick={work.clear}>
                {w.clear}
              </button>
            )}
          </div>
          {!running && (
            <p role="status">{w.ended(lines.length, taken, unexplained, passed, lines.length - taken - unexplained - passed)}</p>
          )}
          {present.length > 1 && (
            <p class="q-buttons">
              <button type="button" aria-pressed={own === null} onClick={() => setFilter(null)}>
                {w.all} {lines.length}
              </button>
              {present.map((state) => (
                <button key={state} type="button" aria-pressed={own === state} onClick={() => setFilter(own === state ? null : state)}>
                  {w.states[state]} {counts[state]}
                </button>
              ))}
            </p>
          )}
          <ul class="q-files">
            {shown.map((line) => (
              <FileRow key={line.id} line={line} county={county} work={work} rivals={rivalsOf(line, lines)} actions={actions} />
            ))}
          </ul>
          {fitting.length > shown.length && (
            <button type="button" onClick={() => setMost(most + SHOWN)}>
              {w.more(fitting.length - shown.length)}
            </button>
          )}
        </section>
      )}
    </>
  );
}
