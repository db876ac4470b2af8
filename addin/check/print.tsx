/** The report on paper: every target with its verdict in words, and the sentence of each that is not met. Made when it is asked for. */
import { Fragment, render } from "preact";
import { FAMILIES } from "../../shared/indicators/definition.ts";
import { dayOf } from "../../shared/moment.ts";
import type { Words } from "../../shared/refusal.ts";
import { SIGNED } from "../../shared/template/sign.ts";
import { gapWords } from "../../shared/whatif/gap.ts";
import type { Language } from "../language.ts";
import { type Checked, countVerdicts, limitsOf, type SchoolFigures } from "../pane/check.ts";
import { formatLimit, formatStage, formatValue } from "../pane/format.ts";
import { SpokenLanguage, useLanguage, useSpoken, useWords } from "../pane/say.ts";
import { OUTCOMES } from "../pane/verdict.tsx";
import { type About, coverageBy } from "./about.ts";
import { everySchool, requirementWords } from "./every-school.tsx";
import { explained, marksBehind } from "./explained.ts";
import type { RowProps } from "./row.tsx";
import { byFamily, rowsOf, UNMET } from "./rows.ts";
import { useCheckWords } from "./words.ts";

export interface Printed {
  readonly checked: Checked;
  readonly about: About;
  readonly schools: readonly SchoolFigures[];
  /** What missed rows lack, by their keys. */
  readonly lacks: ReadonlyMap<string, Words> | null;
}

/** Puts the paper beside the page, which print.css then hides, until the printer has it. */
export function printReport(printed: Printed, language: Language): void {
  document.querySelector("body > .q-print")?.remove();
  const paper = document.createElement("div");
  paper.className = "q-print";
  paper.lang = language;
  document.body.append(paper);
  render(
    <SpokenLanguage.Provider value={language}>
      <Paper {...printed} />
    </SpokenLanguage.Provider>,
    paper,
  );
  addEventListener(
    "afterprint",
    () => {
      render(null, paper);
      paper.remove();
    },
    { once: true },
  );
  window.print();
}

function Paper({ checked, about, schools, lacks }: Printed) {
  const c = useCheckWords();
  const w = useWords();
  const spoken = useSpoken();
  const rows = rowsOf(checked);
  const counts = countVerdicts(checked.verdicts);
  const covered = coverageBy(schools);
  const unmet = rows.filter(({ verdict }) => UNMET.has(verdict.verdict));
  return (
    <>
      <h1>{c.paper.title(about.name)}</h1>
      <p>
        {[
          about.collection.name,
          c.paper.period(about.collection.period),
          c.paper.made(dayOf(new Date().toISOString())),
          c.paper.definitions(checked.definitions),
        ].join("　")}
      </p>
      <EverySchoolLines {...{ checked, about, schools }} />
      <p>{OUTCOMES.map((outcome) => `${w.verdicts[outcome]} ${counts[outcome]}`).join("　")}</p>
      <table>
        <thead>
          <tr>
            {[
              c.paper.indicator,
              c.paper.about,
              c.value,
              c.target,
              c.verdict,
              c.paper.gap,
              about.asked.length > 0 ? c.coverage : c.paper.counts,
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {byFamily(rows).map(({ family, rows: own }) => (
          <tbody key={family}>
            <tr>
              <th colSpan={7} scope="colgroup">
                {spoken(FAMILIES[family])}
              </th>
            </tr>
            {own.map((row) => (
              <Line
                key={row.key}
                {...{ row, about }}
                lack={lacks?.get(row.key) ?? null}
                covered={about.asked.length > 0 ? covered(row.verdict, about.asked) : null}
              />
            ))}
          </tbody>
        ))}
      </table>
      {unmet.length > 0 && (
        <section>
          <h2>{c.paper.unmet}</h2>
          <ol>
            {unmet.map((row) => (
              <li key={row.key}>
                {!spoken(row.indicator.names).includes(spoken(row.place)) && `${spoken(row.place)} `}
                {spoken(explained(row, checked.readings, about))}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="q-signed">{c.paper.signed(SIGNED)}</p>
    </>
  );
}

/** Before the targets of the region: whether its schools pass, and what the others miss. */
function EverySchoolLines({ checked, about, schools }: Omit<Printed, "lacks">) {
  const c = useCheckWords();
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const read = everySchool(checked, about, schools);
  return (
    <>
      {read?.stages.map(({ stage, passing, asked, failing, open, requirements, verdict }) => (
        <p key={stage} class="q-every">
          <b>{c.every.line(formatStage(stage, language), c.schools(passing, asked), w.verdicts[verdict])}</b>
          {[
            ...(failing.length > 0 ? [`${c.every.failing(failing.length)}${c.every.names(failing.map(({ name }) => name))}`] : []),
            ...(open.length > 0 ? [`${c.every.untold(open.length)}${c.every.names(open.map(({ name }) => name))}`] : []),
            ...(requirements.length > 0 ? [c.every.missed(requirementWords(read.standard, requirements, c, spoken))] : []),
          ].map((part) => (
            <Fragment key={part}>
              <br />
              {part}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  );
}

type LineProps = { readonly about: About } & Pick<RowProps, "row" | "covered" | "lack">;

function Line({ row, about, covered, lack }: LineProps) {
  const c = useCheckWords();
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { indicator, figure, verdict, place } = row;
  const { value, operator, limit, upTo } = verdict;
  return (
    <tr>
      <td>{spoken(indicator.names)}</td>
      <td class="q-word">{spoken(place)}</td>
      <td class="q-number">{value === null ? "—" : formatValue(value, indicator, language, limitsOf(verdict))}</td>
      <td class="q-number">{formatLimit(operator, limit, upTo, indicator, language)}</td>
      <td class="q-word">{w.verdicts[verdict.verdict]}</td>
      <td>{[gapWords(verdict, indicator, figure, marksBehind(row, about)), ...(lack ? [lack] : [])].map(spoken).join(c.comma)}</td>
      <td class="q-number">
        {covered ? c.schools(covered.has, covered.of) : figure?.counts ? c.heads(figure.counts.numerator, figure.counts.denominator) : ""}
      </td>
    </tr>
  );
}
