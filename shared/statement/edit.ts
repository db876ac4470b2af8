/** Editing a draft: a line is added, changed or removed; what comes out is whole and sound, or nothing changes and the refusal says why. */
import type { StatementBody, StatementLine } from "../contract.ts";
import { invalid, Refusal } from "../refusal.ts";
import { statementFaults, type Terms } from "./faults.ts";

export type NewLine = Omit<StatementLine, "id">;

/** The draft with one more line, under an id that no line of it has. */
export function addLine(body: StatementBody, line: NewLine, terms: Terms): StatementBody {
  return sound({ ...body, lines: [...body.lines, { ...line, id: nextId(body.lines) }] }, terms);
}

/** The draft with some fields of one line changed; its id stays. */
export function changeLine(body: StatementBody, id: string, changes: Partial<NewLine>, terms: Terms): StatementBody {
  mustHave(body, id);
  return sound({ ...body, lines: body.lines.map((line) => (line.id === id ? { ...line, ...changes } : line)) }, terms);
}

/** The draft without one line; the last one stays, because a statement of nothing binds nobody. */
export function removeLine(body: StatementBody, id: string): StatementBody {
  mustHave(body, id);
  if (body.lines.length === 1) throw invalid("责任书至少要有一条目标。", "a statement has at least one line");
  return { ...body, lines: body.lines.filter((line) => line.id !== id) };
}

function nextId(lines: readonly StatementLine[]): string {
  const numbers = lines.flatMap(({ id }) => /^L(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  return `L${Math.max(0, ...numbers) + 1}`;
}

function mustHave({ lines }: StatementBody, id: string): void {
  if (!lines.some((line) => line.id === id)) throw invalid(`没有编号为 ${id} 的目标。`, `there is no line ${id}`);
}

function sound(body: StatementBody, terms: Terms): StatementBody {
  const faults = statementFaults(body, terms);
  if (faults.length === 0) return body;
  const all = (language: "zh" | "en") => faults.map(({ at, words }) => `${at}：${words[language]}`);
  throw new Refusal("invalid", { zh: all("zh").join(""), en: all("en").join("; ") });
}
