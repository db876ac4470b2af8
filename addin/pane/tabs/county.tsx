import { Coverage } from "../coverage.tsx";
import type { Desk } from "../desk.ts";
import { Notes } from "../notes.tsx";
import { Report } from "../report.tsx";
import { ReportButton } from "../report-button.tsx";
import { useWords } from "../say.ts";
import { RefusalNote } from "../status.tsx";

/** 汇总: the region's figures from everything that was submitted, with who is still missing. */
export function CountyTab({ connection, choice, county, say }: Desk) {
  const w = useWords();
  const { rollup, refusal, busy } = county;
  const refresh = (
    <button type="button" disabled={busy} onClick={() => void county.refresh()}>
      {busy ? w.county.reading : w.county.refresh}
    </button>
  );
  return (
    <>
      <div class="q-fields">
        <label>
          <span>{w.source.collection}</span>
          <select value={choice.rolled?.collection} onChange={(event) => choice.choose({ collection: event.currentTarget.value })}>
            {choice.collections.map(({ collection, name }) => (
              <option key={collection} value={collection}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {choice.collections.length === 0 && <p class="q-warn">{w.source.noExam}</p>}
      {refusal && <RefusalNote refusal={refusal}>{refresh}</RefusalNote>}
      {!rollup && !refusal && <p class="q-hint">{w.county.reading}</p>}
      {rollup && (
        <Coverage
          coverage={rollup.coverage}
          beyond={rollup.lineage.length - rollup.coverage.submitted}
          schools={connection.overview?.schools ?? []}
        >
          {refresh}
        </Coverage>
      )}
      {rollup && rollup.lineage.length === 0 && <p class="q-hint">{w.county.nothing}</p>}
      {rollup && rollup.lineage.length > 0 && connection.overview && choice.rolled && (
        <ReportButton overview={connection.overview} collection={choice.rolled} rollup={rollup} say={say} />
      )}
      {rollup && <Notes schools={rollup.schools} />}
      {rollup && rollup.lineage.length > 0 && <Report checked={rollup} schools={rollup.schools} />}
    </>
  );
}
