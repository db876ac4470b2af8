/** What the person works on: collection, school, grade. What was not chosen is guessed, and every guess can be changed. */
import { useMemo, useState } from "preact/hooks";
import type { Collection, Overview, Paper, School, Stage } from "../../shared/contract.ts";
import { plainText } from "../../shared/scores.ts";
import { gradeSpoken, guessColumns, papersOf, subjectsFound } from "../../shared/tabulate.ts";
import type { Sheet } from "../host.ts";
import { mostPressing } from "./pressing.ts";

export interface Place {
  readonly stage: Stage;
  readonly grade: number;
}

export interface Choice {
  readonly collections: readonly Collection[];
  readonly schools: readonly School[];
  readonly places: readonly Place[];
  /** The exam in 核对 and 填报. */
  readonly collection: Collection | null;
  /** What 汇总 shows: an exam is chosen for all tabs at once, a collection of another form for 汇总 alone. */
  readonly rolled: Collection | null;
  readonly school: School | null;
  /** `null` where the exam covers several grades and the sheet does not say which it is. */
  readonly place: Place | null;
  choose(next: Partial<Omit<Chosen, "rolled">>): void;
}

interface Chosen {
  readonly collection: string;
  readonly rolled: string;
  readonly school: string;
  readonly place: string;
}

export const placeName = ({ stage, grade }: Place) => `${stage} ${grade}`;

/** `missing` are the schools still asked for: a bureau that tries things out begins with one of them. */
export function useChoice(overview: Overview | null, sheet: Sheet | null, missing: readonly string[]): Choice {
  const [chosen, setChosen] = useState<Partial<Chosen> & { readonly sheet?: string | undefined }>({});
  const collections = overview?.collections ?? [];
  const named = (code: string | undefined) => collections.find((one) => one.collection === code);
  const collection = named(chosen.collection) ?? firstExam(collections);
  const rolled = named(chosen.rolled) ?? collection ?? collections[0] ?? null;
  const schools = overview?.schools ?? NO_SCHOOLS;
  const papers = collection?.exam?.papers ?? NO_PAPERS;
  const written = useMemo(() => (sheet && papers.length > 0 ? schoolNamed(sheet, papers, schools) : undefined), [sheet, papers, schools]);
  const school =
    schools.find((one) => one.school === (overview?.school ?? chosen.school)) ??
    written ??
    schools.find((one) => missing.includes(one.school)) ??
    schools[0] ??
    null;

  const places = useMemo(() => placesOf(papers, school), [papers, school]);
  const guess = useMemo(() => (sheet && collection ? guessPlace(sheet, collection, places) : null), [sheet, collection, places]);
  // A grade was chosen for the sheet that was open then: another sheet may well be another grade.
  const place = places.find((one) => placeName(one) === chosen.place && chosen.sheet === sheet?.name) ?? guess;
  return {
    collections,
    schools,
    places,
    collection,
    rolled,
    school,
    place,
    choose: ({ collection: code, ...next }) =>
      setChosen((now) => ({
        ...now,
        ...next,
        ...(code && { rolled: code, ...(named(code)?.form === "exam" && { collection: code }) }),
        ...(next.place && { sheet: sheet?.name }),
      })),
  };
}

const NO_PAPERS: readonly Paper[] = [];
const NO_SCHOOLS: readonly School[] = [];

/** The exam to begin with. */
function firstExam(collections: readonly Collection[]): Collection | null {
  return mostPressing(collections.filter(({ form }) => form === "exam"));
}

/** The school most rows of the sheet name, where a column names schools. */
function schoolNamed(sheet: Sheet, papers: readonly Paper[], schools: readonly School[]): School | undefined {
  const { school: column, header } = guessColumns(sheet.cells, papers);
  if (column === null || header === null) return undefined;
  const rows = new Map<string, number>();
  for (const row of sheet.cells.slice(header + 1)) {
    const name = plainText(String(row[column] ?? ""));
    if (name !== "") rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  const byRows = [...rows].sort(([, a], [, b]) => b - a);
  return byRows.map(([name]) => schools.find((one) => one.school === name || one.name === name)).find((one) => one !== undefined);
}

function placesOf(papers: readonly Paper[], school: School | null): Place[] {
  const all = new Map(papers.map(({ stage, grade }) => [placeName({ stage, grade }), { stage, grade }]));
  return [...all.values()].filter(({ stage }) => !school || school.stages.includes(stage));
}

/** The only grade; the one the sheet speaks of; the one whose subjects alone fit best. Never a coin tossed between two. */
function guessPlace(sheet: Sheet, collection: Collection, places: readonly Place[]): Place | null {
  if (places.length <= 1) return places[0] ?? null;
  const exam = collection.exam as NonNullable<Collection["exam"]>;
  const spoken = gradeSpoken(sheet.name, sheet.cells);
  const said = places.filter(({ grade }) => grade === spoken);
  if (said.length === 1) return said[0] as Place;
  const found = places.map((place) => subjectsFound(sheet.cells, papersOf(exam, place)));
  const best = Math.max(...found);
  const winners = places.filter((_, at) => found[at] === best);
  return best > 0 && winners.length === 1 ? (winners[0] as Place) : null;
}
