/** A file is read one sheet at a time: what other sheets of it hold marks is told, so that no class is left behind in silence. */
import { useMemo } from "preact/hooks";
import { guessColumns, papersOf } from "../../shared/tabulate.ts";
import type { Choice } from "./choice.ts";
import { useWords } from "./say.ts";
import type { SheetReading } from "./sheet.ts";

interface OtherSheetsProps {
  readonly reading: Pick<SheetReading, "file" | "sheet">;
  readonly choice: Pick<Choice, "collection" | "place">;
}

export function OtherSheets({ reading: { file, sheet }, choice: { collection, place } }: OtherSheetsProps) {
  const w = useWords();
  const names = useMemo(() => {
    const exam = collection?.exam;
    if (!file || file.template || !sheet || !exam || !place) return [];
    const papers = papersOf(exam, place);
    const others = file.sheets.filter((name) => name !== sheet.name);
    return others.filter((name) => guessColumns(file.sheet(name).cells, papers).subjects.length > 0);
  }, [file, sheet, collection, place]);
  return names.length > 0 && sheet ? <p class="q-warn">{w.source.otherSheets(sheet.name, names)}</p> : null;
}
