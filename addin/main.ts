/**
 * The shared runtime's entry: associates every function with its code, then starts the pane.
 * The association comes before anything that waits: a cell that calculates earlier would show #VALUE!.
 */
import * as functions from "./functions.ts";

for (const [id, run] of Object.entries(functions)) CustomFunctions.associate(id, run);
