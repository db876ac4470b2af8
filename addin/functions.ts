// biome-ignore-all assist/source/organizeImports: Excel lists the functions in this order
/**
 * Every =QUALITY.* function. Pure and synchronous: no network, no state, the same export in Excel, in the playground and under Node.
 * One line for each file of functions. Their JSDoc is the metadata Excel shows; what is computed lives in shared/, how cells are read
 * in cells.ts, marks.ts and rows.ts, what spills in tables.ts and tables/.
 */
export * from "./functions/scores.ts";
export * from "./functions/schools.ts";
export * from "./functions/targets.ts";
export * from "./functions/definitions.ts";
export * from "./functions/analysis.ts";
export * from "./functions/balance.ts";
