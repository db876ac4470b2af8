import { useCallback, useMemo } from "preact/hooks";
import type { Rollup } from "../../../shared/contract.ts";
import { Bulletins } from "../../bulletins/bulletins.tsx";
import { baselineName } from "../../check/about.ts";
import { aboutRegion } from "../../check/about-region.ts";
import { InputsBehind } from "../../check/inputs-behind.ts";
import { ofSchool } from "../../check/own-past.ts";
import { RegionReport } from "../../check/region.tsx";
import { wantsInputs } from "../../check/wants-inputs.ts";
import { MoveEntry } from "../../move/entry.tsx";
import { PictureGround, remembered } from "../../pictures/ground.ts";
import { QuestionSection } from "../../questions/section.tsx";
import { useSent } from "../../whatif/ground.ts";
import { Coverage } from "../coverage.tsx";
import type { Desk } from "../desk.ts";
import { Notes } from "../notes.tsx";
import { ReportButton } from "../report-button.tsx";
import { useWords } from "../say.ts";
import { RefusalNote } from "../status.tsx";

/** 汇总: the region's figures from everything that was submitted, with who is still missing. */
export function CountyTab(desk: Desk) {
  const { connection, choice, county, workbook, say } = desk;
  const w = useWords();
  const { rollup, refusal, busy } = county;
  const { api, overview, run } = connection;
  const collection = choice.rolled;
  const read = useCallback(
    async (school: string) => (api && rollup ? run(api.submission(rollup.collection, school)) : null),
    [api, run, rollup],
  );
  const wanted = useMemo(() => overview?.role === "bureau" && rollup !== null && wantsInputs(rollup), [overview, rollup]);
  const sent = useSent(desk, wanted && rollup ? rollup.collection : null);
  const about = useMemo(
    () =>
      rollup && overview && collection
        ? aboutRegion({ ...overview, collection, baseline: baselineName(collection, overview.collections) }, rollup, overview.schools)
        : null,
    [rollup, overview, collection],
  );
  const ground = useMemo(() => {
    if (!api || !rollup || !overview) return null;
    const read = remembered(async (one) => (one === rollup.collection ? rollup : run(api.rollup(one))));
    const readSchool = async (one: string, school: string) => ofSchool(await read(one), school);
    return { workbook, say, collections: overview.collections, read, readSchool };
  }, [api, run, rollup, overview, workbook, say]);
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
      {overview?.role === "bureau" && overview.collections.length === 0 && <MoveEntry connection={connection} say={say} />}
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
      {rollup && <Notes schools={rollup.schools} />}
      {rollup && rollup.lineage.length > 0 && overview?.role === "bureau" && api && (
        <QuestionSection key={standsAs(rollup)} {...{ api, run, overview }} collection={rollup.collection} />
      )}
      {rollup && rollup.lineage.length > 0 && overview && about && (
        <PictureGround.Provider value={ground}>
          <InputsBehind.Provider value={wanted ? (sent.ground?.input ?? null) : null}>
            <RegionReport
              key={rollup.collection}
              checked={rollup}
              about={about}
              schools={rollup.schools}
              read={overview.role === "viewer" ? undefined : read}
            />
          </InputsBehind.Provider>
        </PictureGround.Provider>
      )}
      {rollup && rollup.lineage.length > 0 && overview && collection && overview.role !== "viewer" && (
        <Bulletins key={rollup.collection} {...{ connection, workbook, say, overview, collection, rollup }} />
      )}
      {rollup && rollup.lineage.length > 0 && overview && collection && (
        <ReportButton {...{ overview, collection, rollup, workbook, say }} />
      )}
    </>
  );
}

/** What was asked of other submissions says nothing about these. */
function standsAs({ collection, lineage }: Rollup): string {
  return `${collection} ${lineage.map(({ school, revision }) => `${school}:${revision}`).join(" ")}`;
}
