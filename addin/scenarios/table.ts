/** The comparison as a table that goes into a file: numbers as numbers in their own units, each verdict in a column beside them. */
import { boundShown, shownLimit } from "../../shared/display.ts";
import { isMeasured, type Table, type Cell as TableCell } from "../../shared/handin/table.ts";
import { valueCell } from "../../shared/handin/tables.ts";
import { verdictWords } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import type { Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import { type Cell, type Column, type Comparison, rowNames } from "../../shared/whatif/compare.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { bothWords } from "../whatif/words.ts";
import { BOUNDS } from "./comparison.tsx";
import { summaryOf } from "./list.tsx";
import { bothScenarioWords as both } from "./words.ts";

interface About {
  readonly input: RollupInput;
  readonly scenarios: readonly Scenario[];
  /** Whose figures they are: a school's code or the region's. */
  readonly unit: string;
}

/** What is real first, then each scenario; a row for how many targets are met, then one for each figure that a scenario moves. */
export function comparisonTable({ columns, rows }: Comparison, { input, scenarios, unit }: About): Table {
  const definitions = new Map(input.rules.definitions.map((one) => [one.id, one]));
  const counts = (head: Words, of: "region" | "schools"): TableCell[] => [
    head,
    ...columns.flatMap((column) => [metCell(column, of), null]),
  ];
  const region = unit === input.region;
  const names = rowNames(rows, input.rules.definitions);
  return {
    title: both((w) => w.compareTitle),
    note: noteOf(scenarios, columns, nameOf(input, unit)),
    columns: [
      { name: both((w) => w.figure), format: "text" },
      ...columns.flatMap(({ name }) => [
        { name: both((w) => name ?? w.real), format: "number" as const },
        { name: both((w) => w.verdictOf(name ?? w.real)), format: "text" as const },
      ]),
    ],
    rows: [
      ...(region
        ? [
            counts(
              both((w) => w.targetsRegion),
              "region",
            ),
          ]
        : []),
      counts(
        both((w) => (region ? w.targetsSchools : w.targetsSchool)),
        "schools",
      ),
      ...rows.map((row, at): TableCell[] => {
        const definition = definitions.get(row.indicator) as Definition;
        const limits = row.cells.flatMap((cell) => cell?.verdicts.flatMap(({ limit, upTo }) => [limit, upTo ?? limit]) ?? []);
        return [names[at] ?? null, ...row.cells.flatMap((cell) => [figureCell(cell, definition, limits), verdictCell(cell, definition)])];
      }),
    ],
  };
}

/** Whose figures, of which collection. */
function nameOf({ members, collection }: RollupInput, unit: string): Words {
  const school = members.find((one) => one.school === unit)?.name;
  const { zh, en } = bothWords((w) => school ?? w.county);
  return { zh: `${zh} · ${collection.name}`, en: `${en} · ${collection.name}` };
}

/** That nothing of it is real, what each scenario supposes, and which of them do not fit. */
function noteOf(scenarios: readonly Scenario[], columns: readonly Column[], about: Words): Words {
  const refusals = columns.flatMap(({ name, refused }) => (refused ? [{ name: name ?? "", refused }] : []));
  const inTongue = (tongue: keyof Words) =>
    [
      `${about[tongue]}${tongue === "zh" ? "。" : ". "}${both((w) => w.supposed)[tongue]}`,
      ...scenarios.map((one) => both((w) => w.about(one.name, summaryOf(one, w)))[tongue]),
      ...refusals.map(({ name, refused }) => both((w) => w.about(name, refused[tongue].replace(/[。.]$/, "")))[tongue]),
    ].join("\n");
  return { zh: inTongue("zh"), en: inTongue("en") };
}

function metCell({ refused, ...column }: Column, of: "region" | "schools"): TableCell {
  const { met, missed, undecided } = column[of];
  return refused ? "—" : both((w) => w.metOf(met, met + missed + undecided, undecided));
}

function figureCell(cell: Cell | null, definition: Definition, limits: readonly number[]): TableCell {
  if (cell === null || cell.value === null) return cell?.why ?? "—";
  if (!cell.bound) return valueCell(cell.value, definition, limits);
  const bound = boundShown(cell.value, cell.bound, definition.unit, limits);
  const shown = valueCell(bound, definition, [...limits, bound]);
  if (!isMeasured(shown)) return shown;
  const { zh, en } = shown.format;
  const sign = BOUNDS[cell.bound];
  return { ...shown, format: { zh: `"${sign}"${zh}`, en: `"${sign}"${en}` } };
}

/** Each limit with its verdict, and why one is open. */
function verdictCell(cell: Cell | null, definition: Definition): TableCell {
  if (!cell || cell.verdicts.length === 0) return null;
  const inTongue = (tongue: keyof Words) =>
    cell.verdicts
      .map(({ verdict, operator, limit, upTo, reason }) => {
        const why = reason ? (tongue === "zh" ? `：${reason.zh}` : `: ${reason.en}`) : "";
        return `${shownLimit(operator, limit, upTo, definition)[tongue]} ${verdictWords(verdict)[tongue]}${why}`;
      })
      .join(tongue === "zh" ? "；" : "; ");
  return { zh: inTongue("zh"), en: inTongue("en") };
}
