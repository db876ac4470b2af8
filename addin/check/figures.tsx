import { Fragment } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import type { Figure, ReadingInForce } from "../../shared/contract.ts";
import { shownDigits } from "../../shared/display.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { restates } from "../../shared/indicators/restated.ts";
import { type Checked, type Group, groupsOf, type Item, limitsOf, type SchoolFigures } from "../pane/check.ts";
import { formatGrade, formatStage, formatValue } from "../pane/format.ts";
import { SchoolName } from "../pane/notes.tsx";
import { useLanguage, useSpoken, useWords } from "../pane/say.ts";
import type { About } from "./about.ts";
import { explained } from "./explained.ts";
import { Fact } from "./fact.tsx";
import { useCheckWords } from "./words.ts";

interface FiguresProps {
  /** Groups of one stage and grade that have a subject. */
  readonly groups: readonly Group[];
  readonly readings: readonly ReadingInForce[];
  readonly about: About;
  /** The schools behind a region's figures. */
  readonly schools: readonly SchoolFigures[];
}

/** 一分三率, the table of every county bulletin: a line for each subject, which opens in place. */
function Figures({ groups, readings, about, schools }: FiguresProps) {
  const w = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const first = groups[0];
  if (!first) return null;
  const columns = [...new Map(groups.flatMap(({ items }) => items.map(({ indicator }) => [indicator.id, indicator] as const))).values()];
  const place = first.grade === null ? formatStage(first.stage, language) : formatGrade(first.stage, first.grade, language);
  return (
    <table class="q-figures">
      <caption>{place}</caption>
      <thead>
        <tr>
          <th scope="col">{w.preview.subject}</th>
          {columns.map((indicator) => (
            <ColumnHead key={indicator.id} indicator={indicator} />
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.key}>
            <tr>
              <th scope="row">
                <button
                  type="button"
                  class="q-opens"
                  aria-expanded={open === group.key}
                  onClick={() => setOpen(open === group.key ? null : group.key)}
                >
                  {group.subject}
                </button>
              </th>
              {columns.map(({ id }) => (
                <Cell key={id} item={group.items.find(({ indicator }) => indicator.id === id)} />
              ))}
            </tr>
            {open === group.key &&
              schools.map((school) => <SchoolRow key={school.school} school={school} columns={columns} group={group} />)}
            {open === group.key && (
              <tr class="q-opened">
                <td colSpan={columns.length + 1}>
                  <Sentences items={group.items} readings={readings} about={about} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** A short name fits the column; the full one is there for who asks. */
function ColumnHead({ indicator }: { readonly indicator: Definition }) {
  const w = useWords();
  const spoken = useSpoken();
  const short = w.columns[indicator.id] ?? spoken(indicator.names);
  return (
    <th scope="col">
      <abbr title={spoken(indicator.names)}>{short}</abbr>
      {indicator.unit === "rate" ? " %" : ""}
    </th>
  );
}

/** The digits alone: the unit stands at the head of the column. */
function Cell({ item }: { readonly item: Pick<Item, "figure" | "indicator" | "verdicts"> | undefined }) {
  const spoken = useSpoken();
  const figure = item?.figure;
  if (!item || !figure || figure.value === null) return <td title={figure?.why ? spoken(figure.why) : undefined}>—</td>;
  return <td>{shownDigits(figure.value, item.indicator.unit, item.verdicts.flatMap(limitsOf))}</td>;
}

interface SchoolRowProps {
  readonly school: SchoolFigures;
  readonly columns: readonly Definition[];
  readonly group: Group;
}

function SchoolRow({ school, columns, group: { stage, grade, subject } }: SchoolRowProps) {
  const here = (one: Pick<Figure, "stage" | "grade" | "subject">) => one.stage === stage && one.grade === grade && one.subject === subject;
  const [figures, verdicts] = [school.figures.filter(here), school.verdicts.filter(here)];
  return (
    <tr class="q-school">
      <th scope="row">
        <SchoolName {...school} />
      </th>
      {columns.map((indicator) => (
        <Cell
          key={indicator.id}
          item={{
            indicator,
            figure: figures.find((figure) => figure.indicator === indicator.id) ?? null,
            verdicts: verdicts.filter((verdict) => verdict.indicator === indicator.id),
          }}
        />
      ))}
    </tr>
  );
}

/** What each column means here: the sentence with the numbers in it. */
function Sentences({ items, readings, about }: { readonly items: readonly Item[] } & Pick<FiguresProps, "readings" | "about">) {
  const spoken = useSpoken();
  return (
    <dl class="q-facts">
      {items.map(({ key, indicator, figure, verdicts: [verdict = null] }) => (
        <Fact key={key} name={spoken(indicator.names)}>
          {spoken(explained({ indicator, figure, verdict }, readings, about))}
        </Fact>
      ))}
    </dl>
  );
}

interface SectionProps extends Pick<FiguresProps, "about" | "schools"> {
  readonly checked: Checked;
}

/** The figures of every subject, a table for each grade; those over all subjects that no target is set for stand before them. */
export function FiguresSection({ checked, about, schools }: SectionProps) {
  const c = useCheckWords();
  const heading = useId();
  const groups = useMemo(() => groupsOf(checked), [checked]);
  if (groups.every(({ items }) => items.every(({ figure }) => figure === null))) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{about.collection.form === "exam" ? c.figures : c.otherFigures}</h2>
      <Overall groups={groups} />
      {gradesOf(groups).map((grade) => (
        <Figures key={grade[0]?.key} groups={grade} readings={checked.readings} about={about} schools={schools} />
      ))}
    </section>
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
      items
        .filter(({ verdicts, indicator }) => verdicts.length === 0 && !items.some((other) => restates(indicator, other.indicator)))
        .map((item) => ({ ...item, place: grade === null ? formatStage(stage, language) : formatGrade(stage, grade, language) })),
    );
  if (lines.length === 0) return null;
  return (
    <dl class="q-overall">
      {lines.map(({ key, place, indicator, figure }) => (
        <div key={key}>
          <dt>
            {spoken(indicator.names)} {!spoken(indicator.names).includes(place) && <small>{place}</small>}
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
