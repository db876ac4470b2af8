/**
 * Every shape that crosses the wire, once. The Worker validates with these schemas and generates its OpenAPI from them;
 * the add-in takes only their types (`import type`), so zod stays out of what the browser loads.
 * Unknown keys are refused everywhere: there is no place to put a name or a pupil's number.
 */
export * from "./contract/ask.ts";
export * from "./contract/balance.ts";
export * from "./contract/base.ts";
export * from "./contract/catalogue.ts";
export * from "./contract/read.ts";
export * from "./contract/send.ts";
export * from "./contract/setup.ts";
export * from "./contract/statement.ts";
export * from "./contract/tallies.ts";
