import type { Verdict } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { limitsOf, type SchoolFigures } from "./check.ts";
import { formatValue } from "./format.ts";
import { SchoolName } from "./notes.tsx";
import { useLanguage, useWords } from "./say.ts";
import { VerdictMark } from "./verdict.tsx";

interface BySchoolProps {
  readonly indicator: Definition;
  readonly verdict: Verdict;
  readonly schools: readonly SchoolFigures[];
}

/** The schools behind one figure of a region, in the order of their codes: they are not ranked. */
export function BySchool({ indicator, verdict, schools }: BySchoolProps) {
  const w = useWords();
  const language = useLanguage();
  const same = (one: Verdict) =>
    one.indicator === verdict.indicator &&
    one.stage === verdict.stage &&
    one.grade === verdict.grade &&
    one.subject === verdict.subject &&
    one.resource === verdict.resource;
  const rows = schools.flatMap((school) => school.verdicts.filter(same).map((own) => ({ school, own })));
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.source.school}</th>
          <th scope="col">{w.check.value}</th>
          <th scope="col">{w.check.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ school, own: { value, limit, upTo, operator, verdict: outcome } }) => (
          <tr key={school.school + operator + limit}>
            <th scope="row">
              <SchoolName {...school} />
            </th>
            <td>{value === null ? "—" : formatValue(value, indicator, language, limitsOf({ limit, upTo }))}</td>
            <td>
              <VerdictMark outcome={outcome} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
