/** What a person is doing in 插入: kept by the pane, so that changing tabs loses nothing. */
import type { Stage } from "../../../shared/contract.ts";

export interface Inserting {
  readonly q: string;
  /** "" is every family, every stage. */
  readonly family: string;
  readonly stage: Stage | "";
  /** The indicator that lies open, `id` or `id@version`. */
  readonly open: string | null;
  /** The one the arrows stand on in the list. */
  readonly active: string | null;
  /** What is written into the fields of the open one, in the order of its inputs. */
  readonly fields: readonly string[];
  /** The stage whose limit is asked for, where limits differ. */
  readonly judgedAs: Stage | null;
}

export const NOTHING: Inserting = { q: "", family: "", stage: "", open: null, active: null, fields: [], judgedAs: null };

export interface InsertState {
  readonly now: Inserting;
  change(next: Partial<Inserting>): void;
}
