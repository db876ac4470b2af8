/** Findings as people read them: one line for a run of cells below each other of which the same is said. */
import type { SheetFinding } from "../../shared/tabulate.ts";

/** What all of a group say, and where. */
type Grouped<Finding> = Omit<Finding, "cell"> & {
  /** One cell, or a run of cells below each other: `B3:B51`. */
  readonly range: string;
  readonly cells: number;
  /** Every finding of the run, from the top. */
  readonly members: readonly Finding[];
};
export type FindingGroup = Grouped<SheetFinding>;
type Groupable = Pick<SheetFinding, "level" | "cell" | "list" | "words" | "blank"> & { readonly sheet?: string | null };

/** Joins findings that say the same of cells below each other: one merged class is one line, not fifty. Errors come first. */
export function groupFindings<Finding extends Groupable>(findings: readonly Finding[]): Grouped<Finding>[] {
  const runs: { members: [Finding, ...Finding[]]; column: string; first: number; last: number }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const finding of findings) {
    const [, column = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(finding.cell) ?? [];
    const row = Number(digits);
    const key = `${finding.list} ${finding.sheet} ${column} ${finding.blank} ${finding.words.zh}`;
    const run = open.get(key);
    if (run && run.last === row - 1) {
      run.last = row;
      run.members.push(finding);
    } else {
      const fresh: (typeof runs)[number] = { members: [finding], column, first: row, last: row };
      runs.push(fresh);
      open.set(key, fresh);
    }
  }
  return runs
    .map(({ members, column, first, last }) => {
      const [{ cell, ...rest }] = members;
      const range = members.length === 1 ? cell : `${cell}:${column}${last}`;
      return { ...rest, range, cells: last - first + 1, members };
    })
    .sort((a, b) => Number(a.level === "query") - Number(b.level === "query"));
}
