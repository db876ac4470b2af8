import { useContext, useEffect, useId, useMemo, useState } from "preact/hooks";
import { FAMILIES } from "../../shared/indicators/definition.ts";
import type { Words } from "../../shared/refusal.ts";
import { type Checked, countVerdicts, type SchoolFigures } from "../pane/check.ts";
import { fetchedLater } from "../pane/lazily.tsx";
import { useLanguage, useSpoken } from "../pane/say.ts";
import { type About, coverageBy } from "./about.ts";
import { FiguresSection } from "./figures.tsx";
import { FilterBar } from "./filter.tsx";
import { InputsBehind } from "./inputs-behind.ts";
import { TargetRow } from "./row.tsx";
import { byFamily, type Filter, mayLack, NO_FILTER, type Row, rowsOf, shownRows } from "./rows.ts";
import { useCheckWords } from "./words.ts";
import "./check.css";

export interface ReportProps {
  readonly checked: Checked;
  readonly about: About;
  /** The schools behind a region's figures. */
  readonly schools?: readonly SchoolFigures[];
  /** The row that is open to begin with. */
  readonly at?: string | null;
  openSchool?(school: string, at: string): void;
}

/** Rows that are drawn at once; a county's list is longer only where every subject of every grade has its target. */
const SHOWN = 80;
const NONE: readonly SchoolFigures[] = [];

const loadLacks = () => import("./lacks.ts");
fetchedLater(loadLacks);

/** What missed rows lack in teachers, square metres or yuan, by their keys; its code comes when a row needs it. */
function useLacks(rows: readonly Row[], about: About): ReadonlyMap<string, Words> | null {
  const region = useContext(InputsBehind);
  const [lacks, setLacks] = useState<ReadonlyMap<string, Words> | null>(null);
  useEffect(() => {
    let wanted = true;
    setLacks(null);
    if (rows.some(mayLack))
      loadLacks().then(
        ({ lacksBy }) => wanted && setLacks(lacksBy(rows, about, region)),
        () => undefined, // not loaded: the gap stands there all the same
      );
    return () => {
      wanted = false;
    };
  }, [rows, about, region]);
  return lacks;
}

/** Targets by family, filtered and opened in place, then the figures of every subject: the same for a sheet, a submission and a region. */
export function Report({ checked, about, schools = NONE, at = null, openSchool = () => undefined }: ReportProps) {
  const c = useCheckWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(at ? [at] : []));
  const [most, setMost] = useState(SHOWN);
  const heading = useId();
  const rows = useMemo(() => rowsOf(checked), [checked]);
  const covered = useMemo(() => coverageBy(schools), [schools]);
  const counts = useMemo(() => countVerdicts(checked.verdicts), [checked]);
  const lacks = useLacks(rows, about);
  const shown = useMemo(() => shownRows(rows, filter), [rows, filter]);
  const print = async () => (await import("./print.tsx")).printReport({ checked, about, schools, lacks }, language);
  const turn = (key: string, now: boolean) =>
    setOpen((before) => {
      if (before.has(key) === now) return before;
      const next = new Set(before);
      if (now) next.add(key);
      else next.delete(key);
      return next;
    });
  return (
    <>
      <section aria-labelledby={heading}>
        <h2 id={heading}>{about.unit === null && about.collection.form === "resources" ? c.ofRegion : c.targets}</h2>
        {rows.length === 0 ? (
          <p class="q-hint">{c.noTargets}</p>
        ) : (
          <FilterBar counts={counts} shown={shown.length} filter={filter} choose={setFilter}>
            <button type="button" onClick={() => void print()}>
              {c.print}
            </button>
          </FilterBar>
        )}
        {byFamily(shown.slice(0, most)).map(({ family, rows: own }) => (
          <div key={family} class="q-kin">
            <h3>{spoken(FAMILIES[family])}</h3>
            <ul class="q-targets">
              {own.map((row) => (
                <TargetRow
                  key={row.key}
                  {...{ row, about, schools, readings: checked.readings, definitions: checked.definitions }}
                  lack={lacks?.get(row.key) ?? null}
                  covered={about.asked.length > 0 ? covered(row.verdict, about.asked) : null}
                  open={open.has(row.key)}
                  turn={(now) => turn(row.key, now)}
                  openSchool={(school) => openSchool(school, row.key)}
                />
              ))}
            </ul>
          </div>
        ))}
        {rows.length > 0 && shown.length === 0 && (
          <p class="q-actions">
            <span class="q-hint">{c.none}</span>
            <button type="button" onClick={() => setFilter(NO_FILTER)}>
              {c.clear}
            </button>
          </p>
        )}
        {shown.length > most && (
          <button type="button" onClick={() => setMost(most + SHOWN)}>
            {c.more(Math.min(SHOWN, shown.length - most))}
          </button>
        )}
      </section>
      <FiguresSection checked={checked} about={about} schools={schools} />
    </>
  );
}
