/** What another version of a definition, or another choice, would change: every unit's value and verdict, now and then. */

import type { EffectRow } from "../contract.ts";
import type { Rules } from "../indicators/rules.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { figureKey } from "./figure-key.ts";

type Unit = { readonly figures: readonly Figured[]; readonly verdicts: readonly Judged[] };
type Figured = ReturnType<typeof readRollup>["figures"][number];
type Judged = ReturnType<typeof readRollup>["verdicts"][number];

export interface UnitEffect {
  unit: string;
  name: string;
  rows: EffectRow[];
}

/** The region first, then its schools; only the rows in which the number or a verdict moves, or of the indicators asked about. */
export function effectOf(input: RollupInput, rules: Rules, asked: ReadonlySet<string>): UnitEffect[] {
  return effectBetween(input, readRollup(input), readRollup({ ...input, rules }), asked);
}

type Reading = ReturnType<typeof readRollup>;

/** The same between any two readings of one county. */
export function effectBetween(
  { region }: Pick<RollupInput, "region">,
  now: Reading,
  other: Reading,
  asked: ReadonlySet<string> = new Set(),
): UnitEffect[] {
  const schools = now.schools.map((school, at) => ({
    unit: school.school,
    name: school.name,
    rows: rowsOf(school, other.schools[at] as Unit, asked),
  }));
  return [{ unit: region, name: "", rows: rowsOf(now, other, asked) }, ...schools];
}

function rowsOf(now: Unit, other: Unit, asked: ReadonlySet<string>): EffectRow[] {
  const keys = new Map([...now.figures, ...other.figures].map((figure) => [figureKey(figure), figure]));
  return [...keys].flatMap(([key, { indicator, stage, grade, subject, resource }]) => {
    const [one, two] = [sideOf(now, key), sideOf(other, key)];
    const moved = JSON.stringify(one) !== JSON.stringify(two);
    return moved || asked.has(indicator) ? [{ indicator, stage, grade, subject, resource, now: one, other: two }] : [];
  });
}

function sideOf({ figures, verdicts }: Unit, key: string): EffectRow["now"] {
  const figure = figures.find((one) => figureKey(one) === key);
  return { value: figure?.value ?? null, verdicts: verdicts.filter((one) => figureKey(one) === key).map(({ verdict }) => verdict) };
}
