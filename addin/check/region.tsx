/** A region's report, and from each row the way to a school's: the same list, of that school, with the row open. */
import { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import "../all-definitions.ts";
import type { Submission } from "../../shared/contract.ts";
import type { Checked, SchoolFigures } from "../pane/check.ts";
import { lazily } from "../pane/lazily.tsx";
import { Notes } from "../pane/notes.tsx";
import { type Ground, PictureGround, remembered } from "../pictures/ground.ts";
import { type About, aboutSchool } from "./about.ts";
import { EverySchool } from "./every-school.tsx";
import { InputsBehind } from "./inputs-behind.ts";
import { Report } from "./report.tsx";
import { useCheckWords } from "./words.ts";

interface RegionReportProps {
  readonly checked: Checked;
  readonly about: About;
  readonly schools: readonly SchoolFigures[];
  /** Reads what a school sent, for the numbers behind its figures; left out where that may not be read. */
  readonly read?: ((school: string) => Promise<Submission | null>) | undefined;
}

const SchoolLacks = lazily(async () => (await import("./school-lacks.tsx")).SchoolLacks);

export function RegionReport({ checked, about, schools, read }: RegionReportProps) {
  const input = useContext(InputsBehind);
  const [at, setAt] = useState<At | null>(null);
  const own = at && schools.find(({ school }) => school === at.school);
  return (
    <>
      {/* Kept while a school is shown: the filter, the rows that are open, and the place on the page. */}
      <div hidden={own !== null && own !== undefined}>
        <EverySchool {...{ checked, about, schools }} openSchool={(school) => setAt({ school, row: "" })} />
        <Report {...{ checked, about, schools }} openSchool={(school, row) => setAt({ school, row })} />
        {input && <SchoolLacks {...{ input, schools }} openSchool={(school) => setAt({ school, row: "" })} />}
      </div>
      {at && own && <OneSchool {...{ checked, about, schools, read, at, own, turn: setAt }} />}
    </>
  );
}

interface At {
  readonly school: string;
  readonly row: string;
}

interface OneSchoolProps extends RegionReportProps {
  readonly at: At;
  readonly own: SchoolFigures;
  turn(at: At | null): void;
}

/** The same list of one school, with the row open that led to it. */
function OneSchool({ checked: { definitions, readings }, about, schools, read, at, own, turn }: OneSchoolProps) {
  const c = useCheckWords();
  const top = useRef<HTMLDivElement>(null);
  const submission = useSubmission(own.school, read);
  useEffect(() => top.current?.querySelector<HTMLElement>(".q-row[open] > summary, button")?.focus(), []);
  const held = useMemo(
    () =>
      aboutSchool(
        { ...about, name: own.name, unit: about.asked.find(({ school }) => school === own.school) ?? null },
        submission,
        about.lineage.filter(({ school }) => school === own.school),
      ),
    [about, submission, own],
  );
  const region = useContext(PictureGround);
  const pictures = useMemo(() => groundOf(region, own.school), [region, own.school]);
  return (
    <div ref={top} class="q-one">
      <p class="q-actions">
        <button type="button" onClick={() => turn(null)}>
          ← {c.back}
        </button>
        <label class="q-whose">
          <span class="q-unseen">{c.whose}</span>
          <select value={own.school} onChange={({ currentTarget }) => turn({ ...at, school: currentTarget.value })}>
            {schools.map(({ school, name }) => (
              <option key={school} value={school}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Notes schools={[own]} />
      <PictureGround.Provider value={pictures}>
        <Report
          key={own.school}
          checked={{ definitions, readings, figures: own.figures, verdicts: own.verdicts }}
          about={held}
          at={at.row}
        />
      </PictureGround.Provider>
    </div>
  );
}

/** The pictures of the school: its own figures in each rollup, and never the region's. */
function groundOf(region: Ground | null, school: string): Ground | null {
  const { readSchool } = region ?? {};
  return region && readSchool ? { ...region, read: remembered((collection) => readSchool(collection, school)) } : null;
}

/** `null` while it is read, and where it is not there to be read. */
function useSubmission(school: string, read: RegionReportProps["read"]): Submission | null {
  const [found, setFound] = useState<Submission | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    if (read)
      void read(school)
        .catch(() => null)
        .then((submission) => wanted && setFound(submission));
    return () => {
      wanted = false;
    };
  }, [school, read]);
  return found;
}
