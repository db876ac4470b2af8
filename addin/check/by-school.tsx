import { useState } from "preact/hooks";
import { dayOf } from "../../shared/moment.ts";
import { limitsOf, type SchoolFigures } from "../pane/check.ts";
import { formatValue } from "../pane/format.ts";
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
  const { verdict } = row;
  const known = new Map(schools.map((one) => [one.school, one]));
  const missing = about.asked.filter(({ school, stages }) => !known.has(school) && stages.includes(verdict.stage));
  const lines = [
    ...membersOf(verdict, schools).map((school) => ({ code: school.school, name: school.name, school })),
    ...missing.map(({ school, name }) => ({ code: school, name, school: null })),
  ].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return (
    <>
      <table class="q-behind">
        <caption>{c.bySchool}</caption>
        <thead>
          <tr>
            <th scope="col">{c.school}</th>
            <th scope="col">{c.value}</th>
            <th scope="col">{c.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(({ code, name, school }) =>
            school ? (
              <SchoolLine key={code} row={row} about={about} school={school} open={() => openSchool(code)} />
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

interface SchoolLineProps {
  readonly row: Row;
  readonly about: About;
  readonly school: SchoolFigures;
  open(): void;
}

function SchoolLine({ row: { indicator, verdict }, about, school, open }: SchoolLineProps) {
  const c = useCheckWords();
  const language = useLanguage();
  const figure = school.figures.find((one) => sameFigure(one, verdict));
  const own = school.verdicts.find((one) => sameFigure(one, verdict) && one.operator === verdict.operator);
  const sent = about.lineage.find((one) => one.school === school.school);
  const value = own?.value ?? figure?.value ?? null;
  const limits = limitsOf(own ?? verdict);
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
      <td>{value === null ? "—" : formatValue(value, indicator, language, limits)}</td>
      <td>{own ? <VerdictMark outcome={own.verdict} /> : "—"}</td>
    </tr>
  );
}
