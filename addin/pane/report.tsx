import { useState } from "preact/hooks";
import { type Checked, countVerdicts, type Group, groupsOf, type SchoolFigures } from "./check.ts";
import { Figures } from "./figures.tsx";
import { formatGrade, formatValue } from "./format.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { Targets } from "./targets.tsx";
import { type Outcome, Strip } from "./verdict.tsx";

interface ReportProps {
  readonly checked: Checked;
  readonly schools?: readonly SchoolFigures[];
}

/** Targets first, then the figures of every subject: the same page for a school's sheet and for a region. */
export function Report({ checked, schools = [] }: ReportProps) {
  const w = useWords();
  const { definitions, readings } = checked;
  const [filter, setFilter] = useState<Outcome | null>(null);
  const groups = groupsOf(checked);
  const counts = countVerdicts(checked.verdicts);
  const judged = groups
    .flatMap(({ items }) => items)
    .map((item) => ({ ...item, verdicts: item.verdicts.filter(({ verdict }) => filter === null || verdict === filter) }))
    .filter(({ verdicts }) => verdicts.length > 0);
  return (
    <>
      <section aria-labelledby="q-targets">
        <h2 id="q-targets">{w.check.targets}</h2>
        <Strip counts={counts} filter={filter} choose={setFilter} />
        {judged.length > 0 ? (
          <Targets items={judged} definitions={definitions} readings={readings} schools={schools} />
        ) : (
          <p class="q-hint">{w.check.noTargets}</p>
        )}
      </section>
      <section aria-labelledby="q-figures">
        <h2 id="q-figures">{w.check.figures}</h2>
        <Overall groups={groups} />
        {gradesOf(groups).map((grade) => (
          <Figures key={grade[0]?.key} groups={grade} readings={readings} schools={schools} />
        ))}
      </section>
    </>
  );
}

/** Figures over all subjects that no target is set for: those with one stand among the targets. */
function Overall({ groups }: { readonly groups: readonly Group[] }) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const lines = groups
    .filter(({ subject }) => subject === null)
    .flatMap(({ stage, grade, items }) =>
      items.filter(({ verdicts }) => verdicts.length === 0).map((item) => ({ ...item, place: formatGrade(stage, grade, language) })),
    );
  if (lines.length === 0) return null;
  return (
    <dl class="q-overall">
      {lines.map(({ key, place, indicator, figure }) => (
        <div key={key}>
          <dt>
            {spoken(indicator.names)} <small>{place}</small>
          </dt>
          <dd>
            <strong>{figure?.value == null ? "—" : formatValue(figure.value, indicator, language)}</strong>{" "}
            <small>
              {figure?.counts
                ? w.check.division(figure.counts.numerator, figure.counts.denominator)
                : figure?.why
                  ? spoken(figure.why)
                  : ""}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The subject groups of each grade together: a grade is a table. */
function gradesOf(groups: readonly Group[]): Group[][] {
  const grades = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.subject === null) continue;
    const key = `${group.stage} ${group.grade}`;
    grades.set(key, [...(grades.get(key) ?? []), group]);
  }
  return [...grades.values()];
}
