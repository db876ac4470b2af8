/** Scenarios side by side with what is real: every figure and verdict that any of them moves, and how many targets each meets. */
import type { Figure, Verdict } from "../contract.ts";
import { Refusal, type Words } from "../refusal.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { applied, type Scenario, type Untold } from "./scenario.ts";

export interface Met {
  readonly met: number;
  readonly missed: number;
  readonly undecided: number;
}

export interface Column {
  /** `null`: what is real. */
  readonly name: string | null;
  readonly region: Met;
  readonly schools: Met;
  readonly untold: readonly Untold[];
  /** Why the scenario does not fit this county; its cells are empty then. */
  readonly refused: Words | null;
}

export interface Cell {
  readonly value: number | null;
  readonly counts: Figure["counts"];
  readonly why: Words | null;
  readonly verdicts: readonly Pick<Verdict, "verdict" | "operator" | "limit" | "upTo">[];
}

export interface Row extends Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource"> {
  readonly unit: string;
  /** "" of the region. */
  readonly name: string;
  /** As the columns stand; `null` where there is no such figure. */
  readonly cells: readonly (Cell | null)[];
}

export interface Comparison {
  /** What is real first. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** `units`: only theirs; `null`: everybody's. */
export function compared(real: RollupInput, scenarios: readonly Scenario[], units: ReadonlySet<string> | null = null): Comparison {
  const now = readRollup(real);
  const all = [{ column: columnOf(null, now, []), units: unitsIn(real.region, now) }, ...scenarios.map((one) => readOne(real, one))];
  const rows = new Map<string, Omit<Row, "cells">>();
  for (const { units: own } of all)
    for (const [key, { row }] of own) if (units === null || units.has(row.unit)) rows.set(key, rows.get(key) ?? row);
  return {
    columns: all.map(({ column }) => column),
    rows: [...rows].flatMap(([key, row]) => {
      const cells = all.map(({ units: own }) => own.get(key)?.cell ?? null);
      return all.some(({ column }, at) => !column.refused && !sameCell(cells[0] ?? null, cells[at] ?? null)) ? [{ ...row, cells }] : [];
    }),
  };
}

type Reading = Pick<ReturnType<typeof readRollup>, "figures" | "verdicts" | "schools">;
type Cells = ReadonlyMap<string, { readonly row: Omit<Row, "cells">; readonly cell: Cell }>;

function readOne(real: RollupInput, scenario: Scenario): { readonly column: Column; readonly units: Cells } {
  try {
    const { input, untold } = applied(real, scenario);
    const reading = readRollup(input);
    return { column: columnOf(scenario.name, reading, untold), units: unitsIn(real.region, reading) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const nothing = { figures: [], verdicts: [], schools: [] };
    return { column: { ...columnOf(scenario.name, nothing, []), refused: error.words }, units: new Map() };
  }
}

function columnOf(name: string | null, { verdicts, schools }: Reading, untold: readonly Untold[]): Column {
  return { name, region: metIn(verdicts), schools: metIn(schools.flatMap((one) => one.verdicts)), untold, refused: null };
}

function metIn(verdicts: readonly Verdict[]): Met {
  const of = (wanted: Verdict["verdict"]) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  return { met: of("met"), missed: of("missed"), undecided: of("undecided") };
}

function unitsIn(region: string, { figures, verdicts, schools }: Reading): Cells {
  const all = [{ school: region, name: "", figures, verdicts }, ...schools];
  return new Map(
    all.flatMap(({ school: unit, name, figures: own, verdicts: judged }) => {
      const byPlace = new Map<string, Cell["verdicts"]>();
      for (const { verdict, operator, limit, upTo, ...place } of judged)
        byPlace.set(placeOf(place), [...(byPlace.get(placeOf(place)) ?? []), { verdict, operator, limit, upTo }]);
      return own.map((figure) => {
        const { indicator, stage, grade, subject, resource, value, counts, why } = figure;
        const found = byPlace.get(placeOf(figure)) ?? [];
        return [
          `${unit} ${placeOf(figure)}`,
          { row: { unit, name, indicator, stage, grade, subject, resource }, cell: { value, counts, why, verdicts: found } },
        ] as const;
      });
    }),
  );
}

function placeOf({
  indicator,
  stage,
  grade,
  subject,
  resource,
}: Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource">): string {
  return [indicator, stage, grade, subject, resource].join("|");
}

function sameCell(a: Cell | null, b: Cell | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
