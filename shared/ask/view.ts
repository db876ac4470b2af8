/** What questions about a collection are answered from, as whoever asks may see it. */
import type { Collection, Rollup } from "../contract.ts";
import type { Rules } from "../indicators/rules.ts";
import type { Tallies } from "../tally.ts";

export interface View {
  readonly collection: Collection;
  readonly rules: Rules;
  readonly rollup: Rollup;
  /** The only school whose figures the asker may see; null: those of every unit in the rollup. */
  readonly only: string | null;
  /** May the asker read shares at other lines and classes by themselves, which need the distribution of marks? */
  readonly distributions: boolean;
  /** The tallies of a unit, or of one of its classes; `undefined` where none stand. */
  tallies(unit: string, own: string | null): Tallies | undefined;
}
