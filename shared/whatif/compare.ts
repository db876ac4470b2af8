/** Scenarios side by side with what is real: every figure and verdict that any of them moves, and how many targets each meets. */

import type { Figure, Verdict } from "../contract.ts";
import { figureKey } from "../figures/figure-key.ts";
import { type Definition, STAGES } from "../indicators/definition.ts";
import { withoutRestated } from "../indicators/restated.ts";
import { Refusal, type Words } from "../refusal.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { rateName } from "./planwords.ts";
import { applied, type Scenario, type Untold } from "./scenario.ts";
import { afterLifts, type Bound, type Bounded, NOT_SAID } from "./surely.ts";

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
  /** The value is no less than this, or no more: which papers the plan's pupils gain in is not said. */
  readonly bound?: Exclude<Bound, "open">;
  readonly why: Words | null;
  readonly verdicts: readonly Pick<Verdict, "verdict" | "operator" | "limit" | "upTo" | "reason">[];
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
  /** What is judged by a target first. */
  readonly rows: readonly Row[];
}

/** `units`: only theirs, where the region is one of them its schools' targets are counted all the same; `null`: everybody's. */
export function* comparing(
  real: RollupInput,
  scenarios: readonly Scenario[],
  units: ReadonlySet<string> | null = null,
): Generator<undefined, Comparison> {
  const all = [readOne(real, null, units)];
  for (const scenario of scenarios) {
    // Each is a whole rollup: whoever waits may do something in between.
    yield undefined;
    all.push(readOne(real, scenario, units));
  }
  const rows = new Map<string, Omit<Row, "cells">>();
  for (const { cells } of all) for (const [key, { row }] of cells) rows.set(key, rows.get(key) ?? row);
  const moved = [...rows].flatMap(([key, row]) => {
    const cells = all.map((one) => one.cells.get(key)?.cell ?? null);
    const other = all.some(({ column }, at) => !column.refused && !sameCell(cells[0] ?? null, cells[at] ?? null));
    return other ? [{ ...row, cells: cells.map((cell) => cell && told(cell)) }] : [];
  });
  const judged = ({ cells }: Row) => cells.some((cell) => cell !== null && cell.verdicts.length > 0);
  // What another document takes over from the standard is one requirement, and judged by the standard.
  const once = withoutRestated(moved, real.rules.definitions, (row) => !judged(row));
  return { columns: all.map(({ column }) => column), rows: [...once.filter(judged), ...once.filter((row) => !judged(row))] };
}

/** What each row is called; with its stage where another is called the same. */
export function rowNames(rows: readonly Row[], definitions: readonly Definition[]): Words[] {
  const byId = new Map(definitions.map((one) => [one.id, one]));
  const names = rows.map((row) => rateName(byId.get(row.indicator) as Definition, row));
  return names.map((name, at) => {
    const { zh, en } = STAGES[(rows[at] as Row).stage];
    const alike = names.some((other, place) => place !== at && other.zh === name.zh && rows[place]?.unit === rows[at]?.unit);
    return alike ? { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` } : name;
  });
}

/** The same at once. */
export function compared(real: RollupInput, scenarios: readonly Scenario[], units: ReadonlySet<string> | null = null): Comparison {
  const steps = comparing(real, scenarios, units);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Reading = Pick<ReturnType<typeof readRollup>, "figures" | "verdicts" | "schools">;
/** A cell whose value may be known for nothing more than where it was. */
type Held = Omit<Cell, "bound"> & { readonly bound?: Bound };
type Cells = ReadonlyMap<string, { readonly row: Omit<Row, "cells">; readonly cell: Held }>;

function readOne(real: RollupInput, scenario: Scenario | null, units: ReadonlySet<string> | null) {
  const name = scenario?.name ?? null;
  try {
    const { input, untold } = scenario ? applied(real, scenario) : { input: real, untold: [] };
    const reading = afterLifts(readRollup(input), scenario?.lifts ?? [], input);
    const cells = unitsIn(real.region, reading);
    return {
      column: { ...columnOf(name, reading, units === null || units.has(real.region) ? null : units), untold },
      cells: new Map([...cells].filter(([, { row }]) => units === null || units.has(row.unit))),
    };
  } catch (error) {
    if (!(error instanceof Refusal) || !scenario) throw error;
    return { column: { ...columnOf(name, NO_READING, null), refused: error.words }, cells: new Map() as Cells };
  }
}

const NO_READING: Reading = { figures: [], verdicts: [], schools: [] };

/** `counted`: the schools whose targets are counted; `null`: all. */
function columnOf(name: string | null, { verdicts, schools }: Reading, counted: ReadonlySet<string> | null): Column {
  const own = schools.filter(({ school }) => counted === null || counted.has(school));
  return { name, region: metIn(verdicts), schools: metIn(own.flatMap((one) => one.verdicts)), untold: [], refused: null };
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
      for (const { verdict, operator, limit, upTo, reason, ...place } of judged)
        byPlace.set(figureKey(place), [...(byPlace.get(figureKey(place)) ?? []), { verdict, operator, limit, upTo, reason }]);
      return own.map((figure) => {
        const { indicator, stage, grade, subject, resource, value, counts, why, bound }: Bounded = figure;
        const found = byPlace.get(figureKey(figure)) ?? [];
        return [
          `${unit} ${figureKey(figure)}`,
          {
            row: { unit, name, indicator, stage, grade, subject, resource },
            cell: { value, counts, why, ...(bound && { bound }), verdicts: found },
          },
        ] as const;
      });
    }),
  );
}

/** Held on its own no bound makes a row: every figure of every paper would be one. */
function sameCell(a: Held | null, b: Held | null): boolean {
  const value = (cell: Held | null) => JSON.stringify({ ...cell, bound: undefined });
  return value(a) === value(b);
}

/** What may have gone either way has no value to show. */
function told({ bound, ...cell }: Held): Cell {
  if (bound === "open") return { ...cell, value: null, counts: null, why: NOT_SAID };
  return { ...cell, ...(bound && { bound }) };
}
