import { useEffect, useMemo, useState } from "preact/hooks";
import type { Rollup } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import { instant } from "../../shared/moment.ts";
import { inTime } from "../../shared/period.ts";
import { baselineName } from "../check/about.ts";
import { aboutRegion } from "../check/about-region.ts";
import { InputsBehind } from "../check/inputs-behind.ts";
import { RegionReport } from "../check/region.tsx";
import { wantsInputs } from "../check/wants-inputs.ts";
import { ChooseCollection } from "../pane/choose-collection.tsx";
import { Coverage } from "../pane/coverage.tsx";
import { ReportButton } from "../pane/report-button.tsx";
import { useSpoken } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { type Ground, PictureGround, remembered } from "../pictures/ground.ts";
import { Added } from "./added.tsx";
import { toBeginWith } from "./begin-with.ts";
import { Bulletins } from "./bulletins.tsx";
import { useHeldGround } from "./held-ground.ts";
import { HeldList } from "./held-list.tsx";
import type { Office } from "./office.ts";
import type { RollupRead } from "./office-tasks.ts";
import { Questions } from "./questions.tsx";
import { SaveResults } from "./save-results.tsx";
import { Unready } from "./templates-page.tsx";
import { useOfflineWords } from "./words.ts";

/** The collection that is looked at, on every page that shows one; `null` while nobody has chosen. */
export interface Choice {
  readonly chosen: string | null;
  choose(collection: string): void;
}

interface ResultsProps {
  readonly office: Office;
  readonly choice: Choice;
  go(tab: string): void;
}

/** 看结果: who has handed in, the region's figures and verdicts, and the tables that go round. */
export function ResultsPage({ office, choice: { chosen, choose }, go }: ResultsProps) {
  const w = useOfflineWords();
  const { county, held } = office;
  const collections = inTime(county?.collections ?? []);
  const collection = collections.find((one) => one.collection === chosen) ?? toBeginWith(collections, held);
  const rollup = useRollup(office, collection?.collection ?? null);
  const ground = useGround(office);
  const wanted = useMemo(() => rollup !== null && wantsInputs(rollup), [rollup]);
  const inputs = useHeldGround(office, wanted && collection ? collection.collection : null)?.input ?? null;
  const about = useMemo(
    () =>
      rollup && county && collection
        ? aboutRegion({ ...county, collection, baseline: baselineName(collection, county.collections) }, rollup, county.schools)
        : null,
    [rollup, county, collection],
  );
  if (!county || county.schools.length === 0 || !collection) return <Unready go={go} />;
  const own = held.filter((one) => one.collection === collection.collection);
  const open = own.filter((one) => one.open > 0);
  return (
    <>
      <ChooseCollection collections={county.collections} chosen={collection.collection} choose={choose} />
      {!rollup && <p class="q-hint">{w.results.reading}</p>}
      {rollup && (
        <Coverage coverage={rollup.coverage} beyond={rollup.lineage.length - rollup.coverage.submitted} schools={county.schools}>
          <SaveResults office={office} county={county} collection={collection} disabled={own.length === 0} />
        </Coverage>
      )}
      {own.length === 0 && (
        <>
          <p>{w.results.nothing}</p>
          <p>
            <button type="button" class="q-primary" onClick={() => go("files")}>
              {w.next(w.tabs.files)}
            </button>
          </p>
        </>
      )}
      {open.length > 0 && (
        <p class="q-warn">
          {w.results.unexplained(
            open.length,
            open.reduce((sum, one) => sum + one.open, 0),
          )}
        </p>
      )}
      {rollup && rollup.noticed.length > 0 && <Noticed county={county} noticed={rollup.noticed} />}
      {own.length > 0 && <Questions key={collection.collection} office={office} county={county} collection={collection.collection} />}
      <HeldList office={office} county={county} held={own} />
      {rollup && about && own.length > 0 && (
        <>
          <PictureGround.Provider value={ground}>
            <InputsBehind.Provider value={wanted ? inputs : null}>
              <RegionReport key={collection.collection} checked={rollup} about={about} schools={rollup.schools} />
            </InputsBehind.Provider>
          </PictureGround.Provider>
          <ReportButton overview={{ ...county, role: "bureau" }} collection={collection} rollup={rollup} say={office.say} />
          {collection.form === "exam" && (
            <>
              <Bulletins key={collection.collection} office={office} county={county} collection={collection} held={own} />
              <Added key={collection.collection} county={county} collection={collection} rollup={rollup} made={office.today()} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** What is held and does not count, and why. */
function Noticed({ county, noticed }: { readonly county: County; readonly noticed: RollupRead["noticed"] }) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  const nameOf = (code: string | null) => county.schools.find(({ school }) => school === code)?.name ?? code ?? county.name;
  return (
    <Note tone="warn" title={w.results.noticed(noticed.length)}>
      <ul class="q-plain">
        {noticed.slice(0, 20).map(({ school, words }) => (
          <li key={school + words.zh}>
            {nameOf(school)}：{spoken(words)}
          </li>
        ))}
      </ul>
    </Note>
  );
}

type Complete = RollupRead & Pick<Rollup, "schools">;

/** Earlier collections for the pictures, added up once until something else is held. */
function useGround({ helper, county, held }: Office): Ground | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was added up holds only for what was held
  return useMemo(() => {
    if (!county) return null;
    const read = remembered((collection) => helper.ask("rollup", { collection, now: instant(Date.now()) }, () => undefined));
    /** The schools are told in pieces: only the one is kept. */
    const readSchool = async (collection: string, school: string) => {
      const found: Rollup["schools"] = [];
      const given = { collection, now: instant(Date.now()) };
      const { definitions } = await helper.ask("rollup", given, (some: Rollup["schools"]) => {
        found.push(...some.filter((one) => one.school === school));
      });
      return { definitions, figures: found[0]?.figures ?? [] };
    };
    return { collections: county.collections, read, readSchool };
  }, [helper, county, held]);
}

/** The rollup of what is held; schools arrive in pieces, so that the page stays awake while hundreds are handed over. */
function useRollup({ helper, held, county, attempt }: Office, collection: string | null): Complete | null {
  const [rollup, setRollup] = useState<Complete | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever something else is held or set up
  useEffect(() => {
    let wanted = true;
    const schools: Rollup["schools"] = [];
    setRollup(null);
    if (collection === null) return;
    const given = { collection, now: instant(Date.now()) };
    void attempt(() => helper.ask("rollup", given, (some: Rollup["schools"]) => void schools.push(...some))).then((read) => {
      if (wanted && read) setRollup({ ...read, schools });
    });
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection]);
  return rollup;
}
