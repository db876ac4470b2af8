/** What a template is made from. */
import type { Collection, School, Target } from "../contract.ts";
import type { Rules } from "../indicators/rules.ts";

export interface TemplateRequest {
  readonly region: { readonly region: string; readonly name: string };
  readonly school: Pick<School, "school" | "name" | "stages"> & Partial<Pick<School, "type">>;
  readonly collection: Collection;
  readonly rules: Rules;
  readonly targets: readonly Target[];
  /** The day on which it is made, 2026-11-22: told, never read from a clock. */
  readonly made: string;
}
