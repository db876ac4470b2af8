import { useState } from "preact/hooks";
import type { Verdict } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { dayOf } from "../../shared/moment.ts";
import { limitsOf, type SchoolFigures } from "../pane/check.ts";
import { formatValue } from "../pane/format.ts";
import { useInForce } from "../pane/in-force.ts";
import { SchoolName } from "../pane/notes.tsx";
import { useLanguage } from "../pane/say.ts";
import { VerdictMark } from "../pane/verdict.tsx";
import { type About, membersOf, sameFigure } from "./about.ts";
import type { Row } from "./rows.ts";
import { useCheckWords } from "./words.ts";

interface BySchoolProps {
  readonly row: Row;
  readonly about: About;
  readonly schools: readonly SchoolFigures[];
  openSchool(school: string): void;
}

const SHOWN = 60;

/** The submissions a figure of a region is made of: school, counts, revision, when. In the order of their codes; each leads to the school. */
export function BySchool({ row, about, schools, openSchool }: BySchoolProps) {
  const c = useCheckWords();
  const [most, setMost] = useState(SHOWN);
  const language = useLanguage();
  const { catalogue } = useInForce();
  const { verdict } = row;
  const made = perPupilBehind(row, schools, (id) => catalogue.find(id, about.collection.definitions));
  // 差异系数 is read over the schools: what they have of it is the amount per pupil.
  const own: Own = made
    ? { indicator: made, of: { ...verdict, indicator: made.id }, limits: [] }
    : { indicator: row.indicator, of: verdict, limits: limitsOf(verdict) };
  const members = made ? schools.filter((school) => countedOf(school, own.of)) : membersOf(verdict, schools);
  const known = new Map(schools.map((one) => [one.school, one]));
  const missing = about.asked.filter(({ school, stages }) => !known.has(school) && stages.includes(verdict.stage));
  const lines = [
    ...members.map((school) => ({ code: school.school, name: school.name, school })),
    ...missing.map(({ school, name }) => ({ code: school, name, school: null })),
  ].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return (
    <>
      <table class="q-behind">
        <caption>{c.bySchool}</caption>
        <thead>
          <tr>
            <th scope="col">{c.school}</th>
            <th scope="col">{made ? made.names[language === "en" ? "en" : "zh"] : c.value}</th>
            <th scope="col">{c.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(({ code, name, school }) =>
            school ? (
              <SchoolLine key={code} own={own} operator={verdict.operator} about={about} school={school} open={() => openSchool(code)} />
            ) : (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td colSpan={2}>{c.notSent}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {lines.length > most && (
        <button type="button" onClick={() => setMost(lines.length)}>
          {c.more(lines.length - most)}
        </button>
      )}
    </>
  );
}

/** What each school is told by: the region's figure, or the amount per pupil behind it. */
interface Own {
  readonly indicator: Definition;
  readonly of: Pick<Verdict, "indicator" | "stage" | "grade" | "subject" | "resource">;
  /** A value must not seem to have reached these by rounding. */
  readonly limits: readonly number[];
}

/** The indicator that the schools have of a resource where they have none of the row's own. */
function perPupilBehind(
  { verdict, indicator }: Row,
  schools: readonly SchoolFigures[],
  find: (id: string) => Definition | undefined,
): Definition | null {
  if (verdict.resource === null || indicator.kind.kind !== "dispersion") return null;
  for (const { figures } of schools)
    for (const figure of figures) {
      const found = figure.resource === verdict.resource ? find(figure.indicator) : undefined;
      if (found?.kind.kind === "ratio" && found.family === indicator.family) return found;
    }
  return null;
}

/** With a value, and no reason why it stands outside. */
function countedOf({ figures }: SchoolFigures, of: Own["of"]): boolean {
  return figures.some((one) => sameFigure(one, of) && one.value !== null && one.why === null);
}

interface SchoolLineProps {
  readonly own: Own;
  readonly operator: Verdict["operator"];
  readonly about: About;
  readonly school: SchoolFigures;
  open(): void;
}

function SchoolLine({ own: { indicator, of, limits }, operator, about, school, open }: SchoolLineProps) {
  const c = useCheckWords();
  const language = useLanguage();
  const figure = school.figures.find((one) => sameFigure(one, of));
  const own = school.verdicts.find((one) => sameFigure(one, of) && one.operator === operator);
  const sent = about.lineage.find((one) => one.school === school.school);
  const value = own?.value ?? figure?.value ?? null;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="q-link" title={c.openSchool(school.name)} onClick={open}>
          <SchoolName {...school} />
        </button>
        <small>
          {[
            figure?.counts ? c.heads(figure.counts.numerator, figure.counts.denominator) : "",
            sent ? c.revision(sent.revision, dayOf(sent.received)) : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </small>
      </th>
      <td>{value === null ? "—" : formatValue(value, indicator, language, own ? limitsOf(own) : limits)}</td>
      <td>{own ? <VerdictMark outcome={own.verdict} /> : "—"}</td>
    </tr>
  );
}
