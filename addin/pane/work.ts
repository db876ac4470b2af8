/** From the sheet and the choice to what would be sent and what it would say: recomputed whenever either changes. */
import { useMemo, useState } from "preact/hooks";
import type { Collection, Overview, School } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { yearOfEntries } from "../../shared/period.ts";
import { type Earlier, guessIn, type Mapping, papersOf, type SheetFinding, type Tabulated, tabulate } from "../../shared/tabulate.ts";
import { tornFrom, withoutForeign } from "../../shared/template/torn.ts";
import type { Sheet } from "../host.ts";
import { type Checked, check } from "./check.ts";
import type { Choice } from "./choice.ts";
import { type Later, loadedLater } from "./lazily.tsx";
import { listKey, questionKey } from "./reasons.ts";

export interface Work {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly tabulated: Tabulated;
  readonly region: string;
  /** `null` while an error stands: no figure is shown that rests on a cell that was not understood. */
  readonly checked: Checked | null;
  /** What asks about the list; until it is there the findings are those alone that decide. */
  readonly questions: Later<(tabulated: Tabulated) => Tabulated>;
  /** What was written at its questions. */
  readonly written: ReadonlyMap<string, string>;
  map(mapping: Mapping): void;
  explain(questions: readonly SheetFinding[], text: string): void;
}

interface Edited {
  readonly of: string;
  readonly mapping: Mapping;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** The first screen shows no question. */
const useQuestions = loadedLater(async () => (await import("../../shared/tabulate/questions.ts")).withQuestions);

export function useWork(
  sheet: Sheet | null,
  earlier: Earlier | null,
  choice: Choice,
  overview: Overview | null,
  catalogue: Catalogue,
): Work | null {
  const [edited, setEdited] = useState<Edited | null>(null);
  const [said, setSaid] = useState<ReadonlyMap<string, ReadonlyMap<string, string>>>(new Map());
  const { collection, school, place, schools } = choice;
  const read = useMemo(() => {
    const exam = collection?.exam;
    if (!sheet || !exam || !school || !place || !overview || sheet.cells.length === 0) return null;
    const guess = guessIn(sheet, papersOf(exam, place), `${collection.name} ${exam.name}`);
    // What a person mapped by hand holds as long as the same headers stand in the same places.
    const headers = sheet.cells[guess.header ?? 0];
    const of = JSON.stringify([collection.collection, place, sheet.name, sheet.top, sheet.left, guess.header, headers]);
    const mapping = edited?.of === of ? edited.mapping : guess;
    const { region } = overview;
    const tabulated = withoutForeign(tabulate(sheet, mapping, exam, senderOf(school, schools, collection), earlier), sheet, earlier, {
      region,
      school: school.school,
    });
    const checked = tabulated.slices.length > 0 ? check(tabulated.slices, collection, school, overview, catalogue) : null;
    return { sheet, mapping, tabulated, region, checked, of };
  }, [sheet, earlier, collection, school, schools, place, overview, catalogue, edited]);
  const questions = useQuestions(read !== null);
  const ask = questions.there;
  const work = useMemo(() => (read && ask ? { ...read, tabulated: ask(read.tabulated) } : read), [read, ask]);
  if (!work) return null;
  const list = listKey(choice);
  return {
    ...{ ...work, questions, written: said.get(list) ?? NOTHING },
    map: (mapping) => setEdited({ of: work.of, mapping }),
    explain: (questions, text) =>
      setSaid((now) => {
        const written = new Map(now.get(list));
        for (const question of questions) written.set(questionKey(question), text);
        return new Map(now).set(list, written);
      }),
  };
}

/** The same computation on cells read just now: what is sent is what stands in the sheet at that moment. */
export function tabulateNow(sheet: Sheet, earlier: Earlier | null, work: Work, choice: Choice): Tabulated | null {
  const { collection, school } = choice;
  if (!collection?.exam || !school) return null;
  if (tornFrom(sheet)) return null;
  const sender = { region: work.region, school: school.school };
  const now = withoutForeign(
    tabulate(sheet, work.mapping, collection.exam, senderOf(school, choice.schools, collection), earlier),
    sheet,
    earlier,
    sender,
  );
  return work.questions.there?.(now) ?? now;
}

/** The school a list is read for, and what tells it from others. */
function senderOf(school: School, schools: readonly School[], { period }: Collection) {
  const rest = schools.filter((one) => one.school !== school.school);
  // Who sends for one school is not told of the others, which is not to say that there are none.
  const told = rest.length > 0 && { others: rest.map(({ name }) => name), codes: rest.map((one) => one.school) };
  const year = yearOfEntries(school.stages, period);
  return { school: school.school, name: school.name, ...told, ...(year !== undefined && { year }) };
}
