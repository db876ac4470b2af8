import type { SheetFinding } from "../../shared/tabulate.ts";

export interface FindingGroup extends Pick<SheetFinding, "level" | "words"> {
  /** One cell, or a run of cells below each other: `B3:B51`. */
  readonly range: string;
}

/** Joins findings that say the same of cells below each other: one merged class is one line, not fifty. Errors come first. */
export function groupFindings(findings: readonly SheetFinding[]): FindingGroup[] {
  const runs: { level: SheetFinding["level"]; words: SheetFinding["words"]; column: string; first: number; last: number }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const { level, cell, words } of findings) {
    const [, column = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const row = Number(digits);
    const key = `${column} ${words.zh}`;
    const run = open.get(key);
    if (run && run.last === row - 1) run.last = row;
    else {
      const fresh = { level, words, column, first: row, last: row };
      runs.push(fresh);
      open.set(key, fresh);
    }
  }
  return runs
    .map(({ level, words, column, first, last }) => ({
      level,
      words,
      range: first === last ? `${column}${first}` : `${column}${first}:${column}${last}`,
    }))
    .sort((a, b) => Number(a.level === "query") - Number(b.level === "query"));
}
