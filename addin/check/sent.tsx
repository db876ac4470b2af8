/** 已填报: what a school has sent, against its targets. A school sees its own; who may read the region chooses any. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Submission } from "../../shared/contract.ts";
import { inForce } from "../all-definitions.ts";
import { ApiRefusal } from "../api.ts";
import { type Checked, check } from "../pane/check.ts";
import type { Desk } from "../pane/desk.ts";
import { Notes } from "../pane/notes.tsx";
import { useWords } from "../pane/say.ts";
import { RefusalNote } from "../pane/status.tsx";
import { PictureGround } from "../pictures/ground.ts";
import { aboutSchool, baselineName } from "./about.ts";
import { OwnBulletins } from "./own-bulletins.tsx";
import { useOwnGround } from "./own-ground.ts";
import { Report } from "./report.tsx";
import { useCheckWords } from "./words.ts";

export function SentReport(desk: Desk) {
  const { connection, choice, county } = desk;
  const c = useCheckWords();
  const w = useWords();
  const { overview } = connection;
  const { rolled: collection, school } = choice;
  const rollup = county.rollup?.collection === collection?.collection ? county.rollup : null;
  const own = rollup?.schools.find((one) => one.school === school?.school);
  const { submission, refusal } = useSent(connection, collection?.collection ?? null, school?.school ?? null);
  const checked = useMemo((): Checked | null => {
    // The rollup's own figures hold the county's regression and baseline too.
    if (rollup && own) return { definitions: rollup.definitions, readings: rollup.readings, figures: own.figures, verdicts: own.verdicts };
    if (!submission?.body || !collection || !school || !overview) return null;
    const { targets, choices } = overview;
    return check(submission.body.slices, collection, school, { targets, choices: collection.choices ?? choices }, inForce().catalogue);
  }, [rollup, own, submission, collection, school, overview]);
  const about = useMemo(() => {
    if (!collection || !school || !overview) return null;
    const lineage = submission?.body ? [submission.receipt] : (rollup?.lineage.filter((one) => one.school === school.school) ?? []);
    const { region, targets, choices } = overview;
    const baseline = baselineName(collection, overview.collections);
    return aboutSchool({ name: school.name, unit: school, region, collection, targets, choices, baseline }, submission ?? null, lineage);
  }, [collection, school, overview, submission, rollup]);
  const ground = useOwnGround(desk, collection?.collection ?? null, school, checked);
  if (!overview || !about) return <p class="q-hint">{c.nothingSent}</p>;
  return (
    <>
      <div class="q-fields">
        <label>
          <span>{w.source.collection}</span>
          <select value={collection?.collection} onChange={({ currentTarget }) => choice.choose({ collection: currentTarget.value })}>
            {choice.collections.map((one) => (
              <option key={one.collection} value={one.collection}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        {overview.role !== "school" && (
          <label>
            <span>{c.school}</span>
            <select value={school?.school} onChange={({ currentTarget }) => choice.choose({ school: currentTarget.value })}>
              {choice.schools.map((one) => (
                <option key={one.school} value={one.school}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {refusal && <RefusalNote refusal={refusal} />}
      {own && <Notes schools={[own]} />}
      {checked ? (
        <PictureGround.Provider value={ground}>
          <Report key={`${collection?.collection} ${school?.school}`} checked={checked} about={about} />
          {submission?.body && collection && school && (
            <OwnBulletins {...{ overview, collection, school }} body={submission.body} workbook={desk.workbook} say={desk.say} />
          )}
        </PictureGround.Provider>
      ) : (
        !refusal && <p class="q-hint">{submission === undefined ? w.county.reading : c.nothingSent}</p>
      )}
    </>
  );
}

/** What stands of a school: `undefined` while it is read, `null` where there is nothing, or it was taken back, or it may not be read. */
function useSent({ api, overview, run }: Desk["connection"], collection: string | null, school: string | null) {
  const [submission, setSubmission] = useState<Submission | null | undefined>(undefined);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const may = overview !== null && overview.role !== "viewer";
  useEffect(() => {
    setRefusal(null);
    setSubmission(undefined);
    if (!api || !may || collection === null || school === null) return setSubmission(null);
    const stop = new AbortController();
    run(api.submission(collection, school, { signal: stop.signal }))
      .then((found) => !stop.signal.aborted && setSubmission(found.body ? found : null))
      .catch((error) => {
        if (stop.signal.aborted) return;
        setSubmission(null);
        if (!(error instanceof ApiRefusal && error.status === 404)) setRefusal(error as ApiRefusal);
      });
    return () => stop.abort();
  }, [api, run, may, collection, school]);
  return { submission, refusal };
}
