import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { Figure, ReadingInForce } from "../../shared/contract.ts";
import { shownDigits } from "../../shared/display.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { ruleOf } from "../../shared/indicators/kinds.ts";
import { type Group, type Item, limitsOf, type SchoolFigures } from "./check.ts";
import { formatGrade, formatStage } from "./format.ts";
import { SchoolName } from "./notes.tsx";
import { choicesBehind, useReadings } from "./readings.ts";
import { useLanguage, useSpoken, useWords } from "./say.ts";
import { Fact } from "./targets.tsx";

interface FiguresProps {
  /** Groups of one stage and grade that have a subject. */
  readonly groups: readonly Group[];
  readonly readings: readonly ReadingInForce[];
  /** The schools behind a region's figures. */
  readonly schools?: readonly SchoolFigures[];
}

/** 一分三率, the table of every county bulletin: a line for each subject, which opens in place. */
export function Figures({ groups, readings, schools = [] }: FiguresProps) {
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
              schools.map((school) => (
                <SchoolRow key={school.school} school={school} columns={columns} figures={figuresOf(school.figures, group)} />
              ))}
            {open === group.key && (
              <tr class="q-opened">
                <td colSpan={columns.length + 1}>
                  <Definitions items={group.items} readings={readings} />
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

function figuresOf(figures: readonly Figure[], { stage, grade, subject }: Group): readonly Figure[] {
  return figures.filter((figure) => figure.stage === stage && figure.grade === grade && figure.subject === subject);
}

function SchoolRow({
  school,
  columns,
  figures,
}: {
  readonly school: SchoolFigures;
  readonly columns: readonly Definition[];
  readonly figures: readonly Figure[];
}) {
  return (
    <tr class="q-school">
      <th scope="row">
        <SchoolName {...school} />
      </th>
      {columns.map((indicator) => (
        <Cell
          key={indicator.id}
          item={{ indicator, figure: figures.find((figure) => figure.indicator === indicator.id) ?? null, verdicts: [] }}
        />
      ))}
    </tr>
  );
}

/** What the columns mean: counts, formula, and the readings each rests on. */
function Definitions({ items, readings }: { readonly items: readonly Item[]; readonly readings: readonly ReadingInForce[] }) {
  const w = useWords();
  const spoken = useSpoken();
  const resting = useReadings(readings);
  return (
    <dl class="q-facts">
      {items.map(({ key, indicator, figure }) => (
        <Fact key={key} name={spoken(indicator.names)}>
          {[
            figure?.counts ? w.check.division(figure.counts.numerator, figure.counts.denominator) : "",
            spoken(ruleOf(indicator.kind).words(indicator.kind, choicesBehind(figure?.readings ?? [], indicator))),
            indicator.estimate ? w.check.estimate : "",
            ...resting(figure?.readings ?? []).map(w.check.reading),
            figure?.why ? spoken(figure.why) : "",
          ]
            .filter((part) => part !== "")
            .join(w.check.stop)}
        </Fact>
      ))}
    </dl>
  );
}
