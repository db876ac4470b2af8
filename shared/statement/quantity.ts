import type { StatementLine } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";

/** The definition of a line, where there is one. */
export type Find = (line: StatementLine) => Definition | undefined;

/** What a line is about: an indicator in its place; the pass of all subjects is one quantity under whatever name. */
export function quantityOf(line: StatementLine, find: Find): string {
  const { indicator, stage, grade, subject } = line;
  const definition = find(line);
  if (definition?.kind.kind !== "joint") return JSON.stringify([indicator, stage, grade, subject]);
  const { reads } = definition;
  return JSON.stringify([definition.kind, stage, reads.from === "grade" ? (reads.grade ?? grade) : grade, subject]);
}
