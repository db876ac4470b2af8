/** Whether a rollup misses anything whose lack is told from what schools sent: all of that is not read for nothing. */
import type { Rollup } from "../../shared/contract.ts";
import { lacksInputs } from "../../shared/whatif/lacks-inputs.ts";
import { inForce } from "../all-definitions.ts";

export function wantsInputs({ definitions, verdicts, schools }: Pick<Rollup, "definitions" | "verdicts" | "schools">): boolean {
  const { catalogue } = inForce();
  return [{ verdicts }, ...schools].some((unit) =>
    unit.verdicts.some(({ verdict, indicator }) => {
      const definition = verdict === "missed" && catalogue.find(indicator, definitions);
      return definition && lacksInputs(definition);
    }),
  );
}
