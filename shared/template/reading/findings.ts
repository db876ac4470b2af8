/** What is found while a template is read: every finding with its code and place, and what the school explains beside it. */
import type { FileFinding } from "../../handin/finding.ts";
import type { Words } from "../../refusal.ts";

interface Found extends FileFinding {
  /** The line of 校验 that asks about the same, where the school may explain it. */
  readonly check?: string;
}

/** So many cells with the same fault on one sheet are told one by one; how many more there are is told once. */
const MOST = 200;

export class Findings {
  private readonly found: Found[] = [];
  private readonly counts = new Map<string, number>();
  private errors = 0;

  get failed(): boolean {
    return this.errors > 0;
  }

  error(code: string, sheet: string | null, cell: string | null, words: Words): void {
    this.errors++;
    this.put({ level: "error", code, sheet, cell, words });
  }

  query(code: string, sheet: string | null, cell: string | null, words: Words, check?: string): void {
    this.put({ level: "query", code, sheet, cell, words, ...(check !== undefined && { check }) });
  }

  private put(one: Found): void {
    const key = `${one.sheet}|${one.code}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= MOST) this.found.push(one);
  }

  /** The first finding that a line of 校验 asks about. */
  askedBy(check: string): FileFinding | undefined {
    return this.found.find((one) => one.check === check);
  }

  /** Errors first; a note stands with every query of its line. */
  all(notes: ReadonlyMap<string, string>): FileFinding[] {
    const listed = this.found.map(({ check, ...one }): FileFinding => {
      const note = check === undefined ? undefined : notes.get(check);
      return note === undefined ? one : { ...one, note };
    });
    const more = [...this.counts].flatMap(([key, count]): FileFinding[] => {
      const first = this.found.find((one) => `${one.sheet}|${one.code}` === key);
      if (count <= MOST || !first) return [];
      const words = {
        zh: `这张表另有 ${count - MOST} 处同样的问题，没有一一列出：${first.words.zh}`,
        en: `${count - MOST} more of the same on this sheet are not listed: ${first.words.en}`,
      };
      return [{ level: first.level, code: first.code, sheet: first.sheet, cell: null, words }];
    });
    return [...listed, ...more].sort((a, b) => Number(a.level === "query") - Number(b.level === "query"));
  }
}
