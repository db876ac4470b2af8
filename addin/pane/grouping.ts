import type { SheetFinding } from "../../shared/tabulate.ts";

export interface FindingGroup extends Omit<SheetFinding, "cell"> {
  /** One cell, or a run of cells below each other: `B3:B51`. */
  readonly range: string;
  readonly cells: number;
}

/** Joins findings that say the same of cells below each other: one merged class is one line, not fifty. Errors come first. */
export function groupFindings(findings: readonly SheetFinding[]): FindingGroup[] {
  const runs: { finding: SheetFinding; column: string; first: number; last: number }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const finding of findings) {
    const [, column = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(finding.cell) ?? [];
    const row = Number(digits);
    const key = `${finding.list} ${column} ${finding.blank} ${finding.words.zh}`;
    const run = open.get(key);
    if (run && run.last === row - 1) run.last = row;
    else {
      const fresh = { finding, column, first: row, last: row };
      runs.push(fresh);
      open.set(key, fresh);
    }
  }
  return runs
    .map(({ finding: { cell, ...rest }, column, first, last }) => ({
      ...rest,
      range: first === last ? cell : `${cell}:${column}${last}`,
      cells: last - first + 1,
    }))
    .sort((a, b) => Number(a.level === "query") - Number(b.level === "query"));
}
