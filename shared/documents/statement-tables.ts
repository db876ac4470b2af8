/**
 * The tables of a statement in print. What holds for all lines, or for most, is said once above them: scope, deadline, and the documents
 * that several lines are taken from, each by a sign; a line that differs tells its own. So nothing is lost, and a line takes two rows of text.
 */
import type { StatementLine } from "../contract.ts";
import { editedWords } from "../statement/edited.ts";
import type { PrintedLine } from "../statement/print.ts";
import { documentOf } from "../statement/source.ts";
import type { Block, Column, Row, Tongue } from "./document.ts";
import { idColumn } from "./id-column.ts";
import { STATEMENT_WORDS as W } from "./statement-words.ts";

/** A line with the number it has in print. */
export interface Numbered {
  readonly number: number;
  readonly printed: PrintedLine;
  readonly family: string;
  readonly line: StatementLine;
}

export interface Common {
  /** What more than half of the lines have; null where no scope or day is that common. */
  readonly scope: string | null;
  readonly deadline: string | null;
  /** Documents that several lines name, by their signs. */
  readonly documents: ReadonlyMap<string, string>;
}

const SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/** A shorter name would win nothing by a sign. */
const SHORTEST = 6;

export function commonOf(lines: readonly Numbered[], tongue: Tongue): Common {
  const sources = lines.map(({ printed }) => printed.source);
  const names = [...countsOf(sources.map(documentOf))].filter(([name, count]) => count > 1 && name.length >= SHORTEST);
  // A sign that somebody wrote into a source would be read as ours.
  const free = [...SIGNS].filter((sign) => !sources.some((source) => source.includes(sign)));
  return {
    scope: most(lines.map(({ printed }) => printed.scope[tongue])),
    deadline: most(lines.map(({ printed }) => printed.deadline)),
    documents: new Map(names.slice(0, free.length).map(([name], at) => [name, free[at] as string])),
  };
}

function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function most(all: readonly string[]): string | null {
  const found = [...countsOf(all)].find(([, count]) => count > 1 && count * 2 > all.length);
  return found?.[0] ?? null;
}

/** What is said above the tables. */
export function commonWords({ scope, deadline, documents }: Common, lines: readonly Numbered[], tongue: Tongue): Block[] {
  const w = W[tongue];
  const all = (mine: (printed: PrintedLine) => boolean) => lines.every(({ printed }) => mine(printed));
  const sentences = [
    ...(scope === null
      ? []
      : [
          w.allScope(
            scope,
            all((printed) => printed.scope[tongue] === scope),
          ),
        ]),
    ...(deadline === null
      ? []
      : [
          w.allDeadline(
            deadline,
            all((printed) => printed.deadline === deadline),
          ),
        ]),
  ];
  return [
    ...(sentences.length === 0 ? [] : [{ kind: "paragraph", text: sentences.join(tongue === "zh" ? "" : " ") } as const]),
    ...(documents.size === 0
      ? []
      : [{ kind: "note", text: w.documents([...documents].map(([name, sign]) => `${sign} ${name}`)) } as const]),
  ];
}

export function targetTable(lines: readonly Numbered[], common: Common, tongue: Tongue): Block {
  const w = W[tongue];
  const [number, name, scope, limit, deadline, from] = w.targetHeads;
  const columns: Column[] = [
    { head: number, width: 7, align: "center" },
    { head: name, width: 28 },
    ...(common.scope === null ? [{ head: scope, width: 14, align: "center" } as const] : []),
    { head: limit, width: 15, align: "center" },
    ...(common.deadline === null ? [{ head: deadline, width: 14, align: "center" } as const] : []),
    { head: from, width: 50 },
  ];
  const rows = byFamily(lines, ({ number, printed: one }) => {
    const own = one.scope[tongue];
    const source = signed(one.source, common);
    return [
      String(number),
      common.scope === null || own === common.scope ? one.names[tongue] : w.inScope(one.names[tongue], own),
      ...(common.scope === null ? [own] : []),
      common.deadline === null || one.deadline === common.deadline ? one.limit[tongue] : w.byDay(one.limit[tongue], one.deadline),
      ...(common.deadline === null ? [one.deadline] : []),
      one.edited ? editedWords(one.edited, { zh: source, en: source })[tongue] : source,
    ];
  });
  return { kind: "table", columns, rows };
}

/** The source with its document's sign for its name. */
function signed(source: string, { documents }: Common): string {
  const name = documentOf(source);
  const sign = documents.get(name);
  return sign === undefined ? source : `${sign}${source.slice(name.length)}`;
}

/** Rows under the names of their families. */
function byFamily(lines: readonly Numbered[], cells: (line: Numbered) => string[]): Row[] {
  return lines.flatMap((line, at) => {
    const opens = line.family !== lines[at - 1]?.family;
    return [...(opens ? [{ across: line.family }] : []), { cells: cells(line) }];
  });
}

/** Small, as an annex; with room for the longest id, so that none is broken. */
export function definitionTable(lines: readonly Numbered[], tongue: Tongue): Block {
  const w = W[tongue];
  const [number, name, formula, version] = w.definitionHeads;
  const room = idColumn(lines.map(({ printed }) => printed.definition));
  const rest = 100 - 6 - room;
  const columns: Column[] = [
    { head: number, width: 6, align: "center" },
    { head: name, width: rest * 0.38 },
    { head: formula, width: rest * 0.62 },
    { head: version, width: room },
  ];
  const rows = lines.map(({ number, printed: one }) => ({
    cells: [
      String(number),
      one.names[tongue],
      [one.formula, ...one.choices].map((words) => words[tongue]).join(w.semicolon),
      one.definition,
    ],
  }));
  return { kind: "table", small: true, columns, rows };
}
