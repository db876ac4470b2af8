import { useRef, useState } from "preact/hooks";
import { requiredSchools } from "../../shared/coverage.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import { saveFile } from "../pane/save.ts";
import { useSpoken } from "../pane/say.ts";
import { ChooseCollection } from "./choose-collection.tsx";
import type { Made } from "./made-files.ts";
import type { Office } from "./office.ts";
import type { OfficeTasks } from "./office-tasks.ts";
import { useOfflineWords } from "./words.ts";

/** 发模板: one workbook for each school that a collection asks. */
export function TemplatesPage({ office, go }: { readonly office: Office; go(tab: string): void }) {
  const w = useOfflineWords();
  const { county } = office;
  const [chosen, setChosen] = useState<string | null>(null);
  const [school, setSchool] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const maker = useRef<Helper<OfficeTasks> | null>(null);
  const collection = county?.collections.find((one) => one.collection === chosen) ?? county?.collections.at(-1);
  if (!county || county.schools.length === 0 || !collection) return <Unready go={go} />;
  const required = new Set(requiredSchools(collection, county.schools));
  const asked = county.schools.filter(({ school }) => required.has(school));

  const make = async (schools: readonly string[]) => {
    setMade(null);
    setProgress({ done: 0, all: schools.length });
    // A worker of its own: what is held stays at hand meanwhile, and stopping is ending it.
    const own = helperIn<OfficeTasks>(office.spawn());
    maker.current = own;
    const given = { county, collection: collection.collection, schools, made: office.today() };
    const done = await office.attempt(() =>
      own.ask("templates", given, (count: number) => setProgress({ done: count, all: schools.length })),
    );
    own.end();
    maker.current = null;
    setProgress(null);
    if (!done) return;
    setMade(done);
    if (!done.file) return;
    saveFile(done.file, done.content, done.content.type);
    office.say(w.templates.done(done.count));
  };
  const stop = () => {
    maker.current?.end();
    maker.current = null;
    setProgress(null);
  };
  return (
    <>
      <h2>{w.templates.title}</h2>
      <p class="q-hint">{w.templates.hint}</p>
      <ChooseCollection collections={county.collections} chosen={collection.collection} choose={setChosen} />
      {asked.length === 0 && <p class="q-warn">{w.templates.none}</p>}
      {asked.length > 0 && (
        <>
          <p>
            <button
              type="button"
              class="q-primary o-big"
              disabled={progress !== null}
              onClick={() => void make(asked.map((one) => one.school))}
            >
              {w.templates.all(asked.length)}
            </button>
          </p>
          <div class="o-line">
            <label>
              <span>{w.templates.one}</span>
              <select value={school ?? asked[0]?.school} onChange={({ currentTarget }) => setSchool(currentTarget.value)}>
                {asked.map((one) => (
                  <option key={one.school} value={one.school}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" disabled={progress !== null} onClick={() => void make([school ?? (asked[0]?.school as string)])}>
              {w.templates.make}
            </button>
          </div>
        </>
      )}
      {progress && (
        <div class="q-progress">
          <label>
            <span role="status">{w.templates.making(progress.done, progress.all)}</span>
            <progress max={progress.all} value={progress.done} />
          </label>
          <button type="button" onClick={stop}>
            {w.templates.cancel}
          </button>
        </div>
      )}
      {made && <Outcome made={made} />}
      {made?.file && (
        <p class="o-next">
          <button type="button" class="q-primary" onClick={() => go("files")}>
            {w.next(w.tabs.files)}
          </button>
        </p>
      )}
    </>
  );
}

function Outcome({ made: { count, skipped } }: { readonly made: Made }) {
  const w = useOfflineWords();
  const spoken = useSpoken();
  return (
    <>
      {count > 0 && <p>{w.templates.done(count)}</p>}
      {skipped.length > 0 && (
        <>
          <p class="q-warn">{w.templates.skipped(skipped.length)}</p>
          <ul class="q-plain">
            {skipped.slice(0, 20).map(({ school, name, words }) => (
              <li key={school}>
                {name}：{spoken(words)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A page that waits for the set-up says so and leads there. */
export function Unready({ go }: { go(tab: string): void }) {
  const w = useOfflineWords();
  return (
    <>
      <p>{w.files.need}</p>
      <p>
        <button type="button" class="q-primary" onClick={() => go("setup")}>
          {w.next(w.tabs.setup)}
        </button>
      </p>
    </>
  );
}
