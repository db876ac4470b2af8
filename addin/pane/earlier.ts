/** The list of an earlier exam: another sheet of the workbook, or a file. Which it is and what its columns are is the person's to say. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { asking, type Earlier, type EarlierMapping, guessEarlier, papersOf, withOneHeader } from "../../shared/tabulate.ts";
import type { Sheet, Workbook } from "../host.ts";
import type { Choice } from "./choice.ts";
import { type ListFile, openListFile } from "./list-file.ts";

export interface EarlierReading {
  /** Whether this exam asks for earlier marks at all. */
  readonly asked: boolean;
  readonly earlier: Earlier | null;
  /** The name of its sheet. */
  readonly sheet: string | null;
  /** The file it comes from; `null`: a sheet of the workbook. */
  readonly file: ListFile | null;
  /** Sheets of the workbook that it may be: those that are shown, without the one that is submitted. */
  readonly sheets: readonly string[];
  readonly trouble: Words | null;
  /** Takes a sheet of the workbook; `null` takes no list. */
  choose(sheet: string | null): Promise<void>;
  chooseFile(file: File): Promise<void>;
  /** Goes to another sheet of the file. */
  turnTo(sheet: string): void;
  map(mapping: EarlierMapping): void;
  /** Reads the same list again, now: before something is sent. Nothing comes back where that fails. */
  again(): Promise<{ readonly earlier: Earlier | null } | null>;
}

interface Edited {
  readonly of: string;
  readonly mapping: EarlierMapping;
}

const SETTLE = 250;
const sameExam: Words = {
  zh: "这是本次采集的模板，不是前测的成绩：请选前测考试的表。",
  en: "This is a template of the same collection, not of the earlier exam: choose the earlier exam's list.",
};
const unread: Words = { zh: "读不到前测成绩，请再选一次。", en: "The earlier list cannot be read: choose it again." };

/** `open` is the list that is submitted, `inFile` whether it comes from a file: then every sheet of the workbook may be the earlier one. */
export function useEarlier(workbook: Workbook, open: Sheet | null, inFile: boolean, { collection, place }: Choice): EarlierReading {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [file, setFile] = useState<ListFile | null>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const latest = useRef(0);

  const exam = collection?.exam;
  const papers = useMemo(() => (exam && place ? papersOf(exam, place) : []), [exam, place]);
  const earlier = useMemo(() => (sheet ? earlierOf(sheet, file, papers, edited) : null), [sheet, file, papers, edited]);

  /** Runs a reading; the last one asked for is the one that counts. */
  const take = useCallback(async (reading: () => Promise<{ sheet: Sheet | null; file: ListFile | null }>) => {
    latest.current++;
    const ticket = latest.current;
    try {
      const found = await reading();
      if (ticket !== latest.current) return null;
      setSheet(found.sheet);
      setFile(found.file);
      setTrouble(null);
      return found;
    } catch (error) {
      if (ticket === latest.current) setTrouble(error instanceof Refusal ? error.words : unread);
      return null;
    }
  }, []);

  const choose = async (name: string | null) => {
    await take(async () => ({ sheet: name === null ? null : withOneHeader(await workbook.readSheet(name)), file: null }));
  };
  const chooseFile = async (chosen: File) => {
    await take(async () => {
      const opened = await openListFile(chosen);
      if (collection && opened.collection === collection.collection) throw new Refusal("invalid", sameExam);
      return { sheet: opened.sheet(opened.sheets[0] as string), file: opened };
    });
  };
  const named = sheet?.name;
  const again = async () => {
    if (named === undefined) return { earlier: null };
    const found = await take(async () => {
      const opened = file ? await file.again() : null;
      return { sheet: opened ? opened.sheet(named) : withOneHeader(await workbook.readSheet(named)), file: opened };
    });
    return found && { earlier: found.sheet && earlierOf(found.sheet, found.file, papers, edited) };
  };

  // A sheet of the workbook is read again when cells change; a file does not change under the pane.
  const follow = file || named === undefined ? null : named;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      void workbook.sheetNames().then(setNames, () => undefined);
      if (follow !== null) void take(async () => ({ sheet: withOneHeader(await workbook.readSheet(follow)), file: null }));
    };
    void workbook.sheetNames().then(setNames, () => undefined);
    const stop = workbook.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [workbook, follow, take]);

  return {
    asked: asking(papers).length > 0,
    earlier,
    sheet: named ?? null,
    file,
    sheets: names.filter((name) => inFile || name !== open?.name),
    trouble,
    choose,
    chooseFile,
    turnTo: (name) => file && setSheet(file.sheet(name)),
    map: (mapping) => sheet && setEdited({ of: signOf(sheet, file, mapping.header), mapping }),
    again,
  };
}

/** The list with its columns: what a person mapped by hand holds as long as the same headers stand in the same places. */
function earlierOf(sheet: Sheet, file: ListFile | null, papers: Parameters<typeof guessEarlier>[1], edited: Edited | null): Earlier {
  const kept = edited && edited.of === signOf(sheet, file, edited.mapping.header) ? edited.mapping : null;
  const name = file && file.sheets.length === 1 ? file.name : file ? `${file.name} ${sheet.name}` : sheet.name;
  return { name, sheet, mapping: kept ?? guessEarlier(sheet.cells, papers) };
}

function signOf({ name, top, left, cells }: Sheet, file: ListFile | null, header: number | null): string {
  return JSON.stringify([file?.name, name, top, left, cells[header ?? 0]]);
}
