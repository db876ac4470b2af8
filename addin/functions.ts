// biome-ignore-all assist/source/organizeImports: Excel lists the functions in this order
/**
 * Every =QUALITY.* function: the same export in Excel, in the playground and under Node. Pure and synchronous, without network or state,
 * but for those of region.ts, which ask the Worker.
 * One line for each file of functions. Their JSDoc is the metadata Excel shows; what is computed lives in shared/, how cells are read
 * in cells.ts, marks.ts and rows.ts, what spills in tables.ts and tables/.
 */
export * from "./functions/scores.ts";
export * from "./functions/schools.ts";
export * from "./functions/targets.ts";
export * from "./functions/definitions.ts";
export * from "./functions/analysis.ts";
export * from "./functions/balance.ts";
export * from "./functions/region.ts";
