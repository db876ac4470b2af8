/** Every function of the add-in, with what its parameters take: fetched when a person first asks for the formulas to be checked. */
import metadata from "virtual:functions.json";
import * as functions from "../../functions.ts";
import type { Workbook } from "../../host.ts";
import { type Checkable, compareFormulas, type FormulaReport } from "./compare.ts";

const all = new Map(
  metadata.functions.map(({ id, parameters }): [string, Checkable] => [
    id,
    {
      run: (functions as unknown as Record<string, Checkable["run"]>)[id] as Checkable["run"],
      parameters: parameters.map(({ name, dimensionality, repeating }) => ({
        name,
        matrix: dimensionality === "matrix",
        repeating: repeating === true,
      })),
    },
  ]),
);

export function checkFormulas(
  workbook: Workbook,
  tell: (done: number, all: number) => void,
  stop: AbortSignal,
): Promise<FormulaReport | null> {
  return compareFormulas(workbook, all, tell, stop);
}
