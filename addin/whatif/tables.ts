/** The plan and the rates as tables that leave the tab: values, and formulas where a function of ours tells the same. */

import { type Column, type Format, isMeasured, type Table } from "../../shared/handin/table.ts";
import type { Rate } from "../../shared/marks/rates.ts";
import type { LineMove } from "../../shared/whatif/lines.ts";
import type { CountyPlan } from "../../shared/whatif/plan.ts";
import { rateName } from "../../shared/whatif/planwords.ts";
import { inert } from "../files/inert.ts";
import type { Language } from "../language.ts";
import { actualFormula } from "../pane/actual-formula.ts";
import { inLanguage } from "../pane/format.ts";
import type { Answers } from "./answers.ts";
import { fromTexts } from "./from.ts";
import { rateOf } from "./say.ts";
import type { Scenario } from "./state.ts";
import { supposedTexts } from "./supposed.ts";
import { bothWords, type WhatIfDictionary, whatIfWords } from "./words.ts";

/** A table with the formulas that may stand in place of its values, by row and column. */
export interface Leaving {
  readonly table: Table;
  readonly formulas: ReadonlyMap<string, string>;
}

const column = (name: (w: WhatIfDictionary) => string, format: Format): Column => ({ name: bothWords(name), format });
const NONE: ReadonlyMap<string, string> = new Map();

/** A row a school: how many pupils, from where, at what effort; the sum below. */
export function planTable({ plan, measure, words }: CountyPlan & { possible: true }, sittings = false): Leaving {
  const known = measure.of !== "pupils";
  const effort = measure.of === "marks" ? column((w) => w.heads.marks, "number") : column((w) => w.heads.percent, "number");
  const columns = [
    column((w) => w.heads.school, "text"),
    column((w) => (sittings ? w.liftSittings : w.lift), "count"),
    ...(known ? [column((w) => w.heads.from, "text"), effort] : []),
  ];
  const rows = plan.schools.map((one) => [
    one.name,
    one.pupils,
    ...(known ? [bothWords((w) => fromTexts(one, measure, w).join(w.semicolon)), one.effort] : []),
  ]);
  const total = [
    bothWords((w) => w.total),
    plan.schools.reduce((sum, { pupils }) => sum + pupils, 0),
    ...(known ? [null, plan.effort] : []),
  ];
  return { table: { title: bothWords((w) => w.plan), note: words, columns, rows: [...rows, total] }, formulas: NONE };
}

/** A row a unit: counts and rates before and after; the region first where it is asked about. */
export function ratesTable(
  { current, moved, prepared, school }: Pick<Answers, "current" | "moved" | "prepared" | "school">,
  scenario: Scenario,
  live: string | null,
): Leaving | null {
  if (!current) return null;
  const { definition, rate } = current;
  const { moves, choices } = scenario;
  const columns = [
    column((w) => w.unit, "text"),
    column((w) => w.among, "count"),
    column((w) => w.reached, "count"),
    column((w) => w.before, "rate"),
    column((w) => w.reachedAfter, "count"),
    column((w) => w.after, "rate"),
  ];
  const row = (name: (w: WhatIfDictionary) => string, before: Rate | null, after: Rate | null) => [
    bothWords(name),
    before?.denominator ?? null,
    before?.numerator ?? null,
    fraction(before),
    after?.numerator ?? null,
    fraction(after),
  ];
  const units = school === null ? prepared.units.slice(1) : [];
  const all = [
    { code: school ?? prepared.units[0]?.code ?? "", name: null, before: rate, after: moved.whole?.standing ?? null },
    ...units.map(({ code, name }) => {
      const own = moved.schools.find(({ unit }) => unit === code);
      return { code, name, before: rateOf(own?.before ?? null), after: rateOf(own?.after ?? null) };
    }),
  ];
  const named = prepared.units.find(({ code }, at) => at > 0 && code === school)?.name;
  const rows = all.map(({ name, before, after }) => row((w) => name ?? named ?? w.county, before, after));
  const formulas = new Map<string, string>();
  if (live !== null)
    all.forEach(({ code, before }, at) => {
      if (before) formulas.set(`${at} 3`, actualFormula(current, code, live));
      const [line] = moves;
      // Only the one line of the one paper that the rate reads can be named in a cell, and no other choice than the one in force.
      const told =
        definition.reads.from === "paper" && moves.length === 1 && choices.length === 0 && line !== undefined && isOwnLine(line, current);
      if (before && line && told) formulas.set(`${at} 5`, actualFormula(current, code, live, line.mark));
    });
  const follow = columns.filter((_, at) => [...formulas.keys()].some((key) => key.endsWith(` ${at}`))).map(({ name }) => name);
  const noteIn = (language: Language) => {
    const w = whatIfWords[language];
    // A target supposed changes none of these rates.
    const supposed = supposedTexts({ prepared, current }, { moves, choices, limit: null }, language);
    return [
      ...(supposed.length > 0 ? [w.supposedAs(supposed.join(w.semicolon))] : []),
      ...(follow.length > 0 ? [w.follow(follow.map((name) => inLanguage(name, language)).join(w.and))] : []),
    ].join(w.space);
  };
  return { table: { title: rateName(definition, current), note: { zh: noteIn("zh-CN"), en: noteIn("en") }, columns, rows }, formulas };
}

/** A move that was made for another question stays in the scenario: its mark is no line of this rate. */
function isOwnLine(move: LineMove, { definition: { kind }, stage, grade, subject }: NonNullable<Answers["current"]>): boolean {
  return kind.kind === "share" && move.line === kind.line && move.stage === stage && move.grade === grade && move.subject === subject;
}

function fraction(rate: Rate | null): number | null {
  return rate === null || rate.denominator === 0 ? null : rate.numerator / rate.denominator;
}

const PATTERNS: Readonly<Record<Format, string | null>> = { text: null, count: "0", mark: "0.00", rate: "0.00%", number: null };

/** The table as cells of a sheet: what it says, its heads, its rows; with the number format of each column. */
export function cellsOf({ table, formulas }: Leaving, language: Language) {
  const { title, note, columns, rows } = table;
  const words = (said: { zh: string; en: string }) => inert(inLanguage(said, language));
  const wide = (first: string) => [first, ...columns.slice(1).map(() => "")];
  const body = rows.map((row, down) =>
    row.map((cell, across) => {
      const formula = formulas.get(`${down} ${across}`);
      if (formula !== undefined) return formula;
      if (cell === null) return "";
      if (isMeasured(cell)) return cell.value;
      return typeof cell === "number" ? cell : typeof cell === "string" ? inert(cell) : words(cell);
    }),
  );
  const said = note.zh === "" ? [] : [wide(words(note))];
  return {
    cells: [wide(words(title)), ...said, columns.map(({ name }) => words(name)), ...body],
    formats: columns.map(({ format }) => PATTERNS[format]),
  };
}
