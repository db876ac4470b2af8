/** Scenarios beside what is real: targets met, then every figure that one of them moves, each with its verdict. */
import { useCallback, useState } from "preact/hooks";
import { boundShown, shownAlike } from "../../shared/display.ts";
import type { Table } from "../../shared/handin/table.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import { type Cell, type Column, type Comparison, comparing, type Row, rowNames } from "../../shared/whatif/compare.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import type { Language } from "../language.ts";
import { inLanguage } from "../pane/format.ts";
import { useLanguage, useSpoken, useWords } from "../pane/say.ts";
import { Note } from "../pane/status.tsx";
import { useSteps } from "../whatif/steps.ts";
import { comparisonTable } from "./table.ts";
import { type ScenarioDictionary, useScenarioWords } from "./words.ts";

interface ComparisonProps {
  readonly input: RollupInput;
  readonly scenarios: readonly Scenario[];
  readonly unit: string;
  insert?(table: Table): Promise<void>;
  save?(table: Table): Promise<void>;
}

/** Rows that are drawn before somebody asks for more. */
const SHOWN = 12;
const GLYPHS = { met: "✓", missed: "✕", undecided: "–" } as const;
export const BOUNDS = { least: "≥ ", most: "≤ " } as const;

export function ComparisonTable({ input, scenarios, unit, insert, save }: ComparisonProps) {
  const w = useScenarioWords();
  const spoken = useSpoken();
  const language = useLanguage();
  const make = useCallback(() => comparing(input, scenarios, new Set([unit])), [input, scenarios, unit]);
  const { result, busy } = useSteps(make);
  const [most, setMost] = useState(SHOWN);
  if (!result) return <p class="q-hint">{w.comparing}</p>;
  const shown = tableOf(result, input, unit, language, w);
  return (
    <div class={busy ? "s-compare s-stale" : "s-compare"} aria-busy={busy}>
      {result.columns.map(
        ({ name, refused, untold }) =>
          (refused || untold[0]) && (
            <Note key={name} tone="warn" title={name ?? ""}>
              {refused ? spoken(refused) : untold[0] && spoken(untold[0].why)}
            </Note>
          ),
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section class="s-scroll" tabIndex={0} aria-label={w.compareTitle}>
        <table aria-label={w.compareTitle}>
          <thead>
            <tr>
              <th scope="col">{w.figure}</th>
              {result.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name ?? w.real}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.counts.map(({ head, cells }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((text, at) => (
                  <td key={result.columns[at]?.name} class="s-count">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
            {result.rows.slice(0, most).map((row, down) => (
              <tr key={shown.rows[down]?.head}>
                <th scope="row">{shown.rows[down]?.head}</th>
                {row.cells.map((cell, at) => (
                  <Figure
                    key={result.columns[at]?.name}
                    cell={cell}
                    text={shown.rows[down]?.cells[at] ?? ""}
                    other={!same(cell, row.cells[0])}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.reasons.map((text) => (
        <p key={text} class="q-hint">
          {text}
        </p>
      ))}
      {result.rows.length === 0 && <p class="q-hint">{w.same}</p>}
      <p class="q-actions">
        {result.rows.length > most && (
          <button type="button" onClick={() => setMost(most + 5 * SHOWN)}>
            {w.more(result.rows.length - most)}
          </button>
        )}
        {insert && (
          <button type="button" onClick={() => void insert(comparisonTable(result, { input, scenarios, unit }))}>
            {w.insert}
          </button>
        )}
        {save && (
          <button type="button" onClick={() => void save(comparisonTable(result, { input, scenarios, unit }))}>
            {w.saveTable}
          </button>
        )}
      </p>
    </div>
  );
}

function Figure({ cell, text, other }: { readonly cell: Cell | null; readonly text: string; readonly other: boolean }) {
  const words = useWords();
  const spoken = useSpoken();
  return (
    <td class={other ? "s-other" : undefined}>
      {text}
      {cell?.verdicts.map(({ verdict, operator, limit, reason }) => {
        const said = words.verdicts[verdict] + (reason ? ` (${spoken(reason)})` : "");
        return (
          <span key={operator + limit} class={`q-${verdict}`} role="img" aria-label={said} title={said}>
            {" "}
            {GLYPHS[verdict]}
          </span>
        );
      })}
    </td>
  );
}

function same(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

interface Line {
  readonly head: string;
  readonly cells: readonly string[];
}

/** The texts of the table as it is shown. */
function tableOf({ columns, rows }: Comparison, input: RollupInput, unit: string, language: Language, w: ScenarioDictionary) {
  const count = (head: string, of: "region" | "schools"): Line => ({ head, cells: columns.map((column) => metText(column, of, w)) });
  const counts =
    unit === input.region ? [count(w.targetsRegion, "region"), count(w.targetsSchools, "schools")] : [count(w.targetsSchool, "schools")];
  const definitions = new Map(input.rules.definitions.map((one) => [one.id, one]));
  const heads = rowNames(rows, input.rules.definitions).map((words) => inLanguage(words, language));
  const reasons = whysIn(rows).map(({ glyph, why }) => w.reason(glyph, inLanguage(why, language)));
  return {
    counts,
    rows: rows.map((row, at) => ({ head: heads[at] ?? "", cells: cellsOf(row, definitions.get(row.indicator) as Definition, language) })),
    reasons: [...new Set(reasons)],
  };
}

/** Why a cell is empty, and why a verdict is open: each once. */
function whysIn(rows: readonly Row[]) {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell === null) return [];
      if (cell.value === null) return cell.why ? [{ glyph: "—", why: cell.why }] : [];
      return cell.verdicts.flatMap(({ reason }) => (reason ? [{ glyph: GLYPHS.undecided, why: reason }] : []));
    }),
  );
}

function metText({ refused, ...column }: Column, of: "region" | "schools", w: ScenarioDictionary): string {
  const { met, missed, undecided } = column[of];
  return refused ? "—" : w.metOf(met, met + missed + undecided, undecided);
}

function cellsOf(row: Row, definition: Definition, language: Language): string[] {
  const limits = row.cells.flatMap((cell) => cell?.verdicts.flatMap(({ limit, upTo }) => [limit, upTo ?? limit]) ?? []);
  const told = row.cells.flatMap((cell) => {
    if (cell === null || cell.value === null) return [];
    return [{ cell, value: cell.bound ? boundShown(cell.value, cell.bound, definition.unit, limits) : cell.value }];
  });
  const texts = shownAlike(
    told.map(({ value }) => value),
    definition,
    [...limits, ...told.flatMap(({ cell, value }) => (cell.bound ? [value] : []))],
  ).map((words) => inLanguage(words, language));
  return row.cells.map((cell) => {
    const at = told.findIndex((one) => one.cell === cell);
    return at < 0 ? "—" : `${cell?.bound ? BOUNDS[cell.bound] : ""}${texts[at]}`;
  });
}
