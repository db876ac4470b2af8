/** The targets of a unit as rows of a list, by family, and which of them a filter shows. */
import type { Figure, Verdict } from "../../shared/contract.ts";
import { placeWords } from "../../shared/handin/place-words.ts";
import { type Definition, FAMILIES, type Family } from "../../shared/indicators/definition.ts";
import type { Words } from "../../shared/refusal.ts";
import { plainText } from "../../shared/scores.ts";
import { lacksInputs } from "../../shared/whatif/lacks-inputs.ts";
import { type Checked, groupsOf } from "../pane/check.ts";
import type { Outcome } from "../pane/verdict.tsx";

export interface Row {
  /** The same of every unit that has the figure. */
  readonly key: string;
  readonly indicator: Definition;
  readonly figure: Figure | null;
  readonly verdict: Verdict;
  /** What it is about within its unit: 九年级 数学. */
  readonly place: Words;
  /** What a search finds it by. */
  readonly sought: string;
}

export interface Filter {
  /** Verdicts that are shown; none chosen: all. */
  readonly outcomes: ReadonlySet<Outcome>;
  readonly text: string;
}

export const NO_FILTER: Filter = { outcomes: new Set(), text: "" };
export const UNMET: ReadonlySet<Outcome> = new Set(["missed", "undecided"]);

const ORDER = Object.keys(FAMILIES) as Family[];

/**
 * One row for each verdict, families in their order, in each as they came: but whether a school passes as a whole before what that is made of,
 * and what is only estimated after all else.
 */
export function rowsOf(checked: Checked): Row[] {
  const rows = groupsOf(checked).flatMap(({ items }) =>
    items.flatMap(({ key, indicator, figure, verdicts }) =>
      verdicts.map((verdict, at): Row => {
        const place = placeWords(verdict);
        const { zh, en } = FAMILIES[indicator.family];
        const sought = [indicator.names.zh, indicator.names.en, indicator.id, place.zh, place.en, zh, en].join(" ").toLowerCase();
        return { key: `${key}|${at}`, indicator, figure, verdict, place, sought };
      }),
    ),
  );
  const ranks: ((row: Row) => number)[] = [
    ({ indicator }) => (indicator.estimate ? 1 : 0),
    ({ indicator }) => ORDER.indexOf(indicator.family),
    ({ indicator }) => (indicator.kind.kind === "schoolCheck" ? 0 : 1),
  ];
  return rows.sort((a, b) => ranks.reduce((sooner, rank) => sooner || rank(a) - rank(b), 0));
}

/** Missed, with a distance that is told in numbers of what is reported. */
export function mayLack({ indicator, verdict }: Row): boolean {
  return verdict.verdict === "missed" && lacksInputs(indicator);
}

export function shownRows(rows: readonly Row[], { outcomes, text }: Filter): Row[] {
  const words = plainText(text)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter(
    ({ verdict, sought }) => (outcomes.size === 0 || outcomes.has(verdict.verdict)) && words.every((word) => sought.includes(word)),
  );
}

/** Neighbours of one family under its name. */
export function byFamily(rows: readonly Row[]): { readonly family: Family; readonly rows: readonly Row[] }[] {
  const families: { family: Family; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = families.at(-1);
    if (last?.family === row.indicator.family) last.rows.push(row);
    else families.push({ family: row.indicator.family, rows: [row] });
  }
  return families;
}
