/** A list that lies on several sheets of a file, a class each: which are read together. What was not said is offered; every offer can be changed. */
import { useCallback, useMemo, useState } from "preact/hooks";
import { joinSheets, type Offered, offerSheets, papersOf } from "../../../shared/tabulate.ts";
import type { Sheet } from "../../host.ts";
import type { Choice } from "../choice.ts";
import type { Read, SheetReading } from "../sheet.ts";

export interface Together {
  /** The list: the sheet that is chosen with those that are read along, or that sheet alone. */
  readonly sheet: Sheet | null;
  /** Other sheets of the file with columns of marks. */
  readonly offered: readonly Offered[];
  /** Those that are read along. */
  readonly taken: readonly string[];
  take(name: string, on: boolean): void;
  /** The same sheets of what was read just now. */
  join(read: Read): Sheet;
}

interface Said {
  readonly of: string;
  readonly names: ReadonlyMap<string, boolean>;
}

export function useTogether({ file, sheet }: Pick<SheetReading, "file" | "sheet">, choice: Choice): Together {
  const [said, setSaid] = useState<Said>({ of: "", names: new Map() });
  const { collection, place, school, schools } = choice;
  const papers = useMemo(() => (collection?.exam && place ? papersOf(collection.exam, place) : []), [collection, place]);
  const offered = useMemo(() => {
    if (!file || file.template || !sheet || papers.length === 0 || !school) return NOTHING;
    const others = file.sheets.filter((name) => name !== sheet.name).map(file.sheet);
    const strangers = schools.filter((one) => one.school !== school.school).map(({ name }) => name);
    return offerSheets(sheet, others, papers, { own: school.name, others: strangers });
  }, [file, sheet, papers, school, schools]);
  // What was ticked holds for this file and its leading sheet.
  const of = JSON.stringify([file?.name, sheet?.name]);
  const taken = useMemo(() => {
    const ticked = said.of === of ? said.names : null;
    return offered.filter(({ name, fits, why }) => fits && (ticked?.get(name) ?? why === null)).map(({ name }) => name);
  }, [offered, said, of]);
  const join = useCallback((read: Read) => joined(read, taken, papers), [taken, papers]);
  const whole = useMemo(() => sheet && join({ sheet, file }), [sheet, file, join]);
  const take = (name: string, on: boolean) => setSaid((now) => ({ of, names: new Map([...(now.of === of ? now.names : []), [name, on]]) }));
  return { sheet: whole, offered, taken, take, join };
}

const NOTHING: readonly Offered[] = [];

function joined({ sheet, file }: Read, taken: readonly string[], papers: Parameters<typeof joinSheets>[2]): Sheet {
  if (!file || taken.length === 0) return sheet;
  const others = taken.map((name) => file.sheet(name));
  const merged = [sheet, ...others].flatMap((one) => one.merged.map((cells) => `${one.name}!${cells}`));
  return {
    ...{ address: sheet.address, hiddenRows: [sheet, ...others].flatMap(({ hiddenRows }) => hiddenRows), merged },
    ...joinSheets(sheet, others, papers),
  };
}
