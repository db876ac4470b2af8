/** What the missed rows of a report lack in teachers, square metres, yuan: of a school from its own numbers, of a region from its schools'. */
import { rulesOf } from "../../shared/indicators/rules.ts";
import type { Words } from "../../shared/refusal.ts";
import type { Inputs } from "../../shared/whatif/inputs.ts";
import { lackOf } from "../../shared/whatif/lacking.ts";
import { inForce } from "../all-definitions.ts";
import type { About } from "./about.ts";
import { mayLack, type Row } from "./rows.ts";

/** By the keys of the rows; a row of which it cannot be told is left out. */
export function lacksBy(rows: readonly Row[], about: About, region: Inputs | null): ReadonlyMap<string, Words> {
  const input = region ?? inputsOf(about);
  if (!input) return new Map();
  return new Map(
    rows.filter(mayLack).flatMap(({ key, verdict }) => {
      const lack = lackOf(input, verdict);
      return lack ? [[key, lack] as const] : [];
    }),
  );
}

/** A school alone; `null` where its numbers are not at hand. */
function inputsOf({ unit, region, collection, choices, atHand: { tallies } }: About): Inputs | null {
  if (!unit || !tallies) return null;
  const rules = rulesOf(inForce().catalogue, collection.definitions, collection.choices ?? choices);
  const { school, name, stages, type } = unit;
  return { rules, region, sums: new Map(), members: [{ school, name, stages, type, tallies }] };
}
