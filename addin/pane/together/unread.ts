/** Sheets of the open workbook with marks of other pupils: only the sheet that is shown is read, so the others are named. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { offerSheets, papersOf, withOneHeader } from "../../../shared/tabulate.ts";
import type { Sheet, Workbook } from "../../host.ts";
import { writeReference } from "../../reference.ts";
import type { Choice } from "../choice.ts";
import type { SheetReading } from "../sheet.ts";

/** Enough of a sheet to know its title, its headers and some of its pupils. */
const TOP = "1:60";
/** A workbook of more sheets is looked through as far as this. */
const MOST = 40;

interface Tops {
  readonly of: string;
  readonly sheets: readonly Pick<Sheet, "name" | "top" | "left" | "cells">[];
}

/** Their names; none where a selection or a file is read. */
export function useUnread(
  workbook: Workbook,
  { sheet, source }: Pick<SheetReading, "sheet" | "source">,
  choice: Choice,
): readonly string[] {
  const [tops, setTops] = useState<Tops>({ of: "", sheets: [] });
  const { collection, place, school, schools } = choice;
  const of = source === "used" && sheet ? sheet.name : "";
  useEffect(() => {
    if (of === "") return;
    let current = true;
    void topsBeside(workbook, of).then((sheets) => current && setTops({ of, sheets }));
    return () => {
      current = false;
    };
  }, [workbook, of]);
  return useMemo(() => {
    if (!sheet || tops.of !== of || tops.sheets.length === 0 || !collection?.exam || !place || !school) return NONE;
    const strangers = schools.filter((one) => one.school !== school.school).map(({ name }) => name);
    const offered = offerSheets(sheet, tops.sheets, papersOf(collection.exam, place), { own: school.name, others: strangers });
    return offered.filter(({ fits, why }) => fits && why === null).map(({ name }) => name);
  }, [tops, of, sheet, collection, place, school, schools]);
}

const NONE: readonly string[] = [];

async function topsBeside(workbook: Workbook, active: string): Promise<Tops["sheets"]> {
  const names = (await workbook.sheetNames().catch(() => NONE)).filter((name) => name !== active).slice(0, MOST);
  const read = await Promise.all(
    names.map(async (name) => {
      // A sheet that cannot be read now is none to name.
      const cells = await workbook.readAt(writeReference({ sheet: name, range: TOP })).catch(() => []);
      return withOneHeader({ name, top: 0, left: 0, cells });
    }),
  );
  return read.filter(({ cells }) => cells.length > 1);
}
