/** The list the pane works on: the open sheet, what was selected of it, or a sheet of a file. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { withOneHeader } from "../../shared/tabulate.ts";
import type { Sheet, Workbook } from "../host.ts";
import { type ListFile, openListFile } from "./list-file.ts";

export interface SheetReading {
  readonly sheet: Sheet | null;
  /** Whether the whole used range is read, the cells that were selected when the person said so, or a file. */
  readonly source: "used" | "selection" | "file";
  /** The file that is read in place of the open sheet. */
  readonly file: ListFile | null;
  readonly trouble: Words | null;
  /** The sheet is large and has changed since it was read. It is read again before anything is sent. */
  readonly stale: boolean;
  read(source: "used" | "selection"): Promise<Sheet | null>;
  /** Reads a file from now on, until a sheet is read again. Of a template there is no sheet: it is read as a whole. */
  readFile(file: File): Promise<ListFile | null>;
  /** Goes to another sheet of the file. */
  turnTo(sheet: string): void;
  /** Reads the same cells again, now: before something is sent. */
  again(): Promise<Read | null>;
}

/** What was read, and the file it is a sheet of. */
export interface Read {
  readonly sheet: Sheet;
  readonly file: ListFile | null;
}

/** Above this many cells a sheet is not read again at every change: Excel would have little time left for the person. */
const LARGE = 200_000;
/** Cells change in bursts: a paste, a fill, a recalculation. */
const SETTLE = 250;

const unread: Words = {
  zh: "读不到这张工作表。请退出单元格编辑，再点“读取本表”。",
  en: "This sheet cannot be read. Leave the cell you are editing and press “Read sheet”.",
};

/** The cells the pane works on, read again whenever they change. `leadOf` says which sheet of a file comes first. */
export function useSheet(workbook: Workbook, leadOf: (file: ListFile) => string | undefined): SheetReading {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [source, setSource] = useState<"used" | "selection">("used");
  const [file, setFile] = useState<ListFile | null>(null);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const [stale, setStale] = useState(false);
  const size = useRef(0);
  const frame = useRef<Sheet | null>(null);
  const latest = useRef(0);
  const fromFile = useRef(false);
  const leads = useRef(leadOf);
  leads.current = leadOf;

  const load = useCallback(
    async (selected: boolean): Promise<Sheet | null> => {
      latest.current++;
      const ticket = latest.current;
      try {
        const found = selected ? await workbook.readSelection() : await workbook.readUsed();
        if (selected) frame.current = found;
        else if (frame.current && frame.current.name !== found.name) {
          frame.current = null;
          setSource("used");
        }
        const cut = withOneHeader(frame.current ? crop(found, frame.current) : found);
        if (ticket === latest.current) {
          setSheet(cut);
          setStale(false);
          size.current = found.cells.length * width(found);
          setTrouble(null);
        }
        return cut;
      } catch (error) {
        if (ticket === latest.current) setTrouble(error instanceof Refusal ? error.words : unread);
        return null;
      }
    },
    [workbook],
  );

  const read = useCallback(
    (next: "used" | "selection") => {
      if (next === "used") frame.current = null;
      fromFile.current = false;
      setFile(null);
      setSource(next);
      return load(next === "selection");
    },
    [load],
  );

  /**
   * Takes a file that is being opened; `wanted` is the sheet that was looked at. One that is refused leaves nothing on the desk: what lay there
   * before must not be sent in its place.
   */
  const take = useCallback(
    async (opening: Promise<ListFile>, named: string, wanted?: string): Promise<{ file: ListFile; sheet: Sheet | null } | null> => {
      latest.current++;
      const ticket = latest.current;
      try {
        const opened = await opening;
        if (ticket !== latest.current) return null;
        const found = opened.template ? null : opened.sheet(wanted ?? leads.current(opened) ?? (opened.sheets[0] as string));
        fromFile.current = true;
        setFile(opened);
        setSheet(found);
        setStale(false);
        setTrouble(null);
        return { file: opened, sheet: found };
      } catch (error) {
        if (ticket !== latest.current) return null;
        const { zh, en } = error instanceof Refusal ? error.words : unread;
        fromFile.current = true;
        setFile(null);
        setSheet(null);
        setStale(false);
        setTrouble({ zh: `${named}：${zh}`, en: `${named}: ${en}` });
        return null;
      }
    },
    [],
  );

  const readFile = useCallback(async (chosen: File) => (await take(openListFile(chosen), chosen.name))?.file ?? null, [take]);
  const turnTo = (name: string) => setSheet(file?.sheet(name) ?? null);
  const again = useCallback(async (): Promise<Read | null> => {
    const read = file ? await take(file.again(), file.name, sheet?.name) : { file: null, sheet: await load(false) };
    return read?.sheet ? { file: read.file, sheet: read.sheet } : null;
  }, [file, sheet, take, load]);

  useEffect(() => {
    void load(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = workbook.onChange(() => {
      clearTimeout(timer);
      if (fromFile.current) return;
      if (size.current > LARGE) setStale(true);
      else timer = setTimeout(() => void (fromFile.current || load(false)), SETTLE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [workbook, load]);

  return { sheet, source: file ? "file" : source, file, trouble, stale, read, readFile, turnTo, again };
}

/** The part of a sheet that lies inside a frame read before; the selection itself moves on with the person. */
export function crop(sheet: Sheet, frame: Sheet): Sheet {
  const [top, left] = [Math.max(sheet.top, frame.top), Math.max(sheet.left, frame.left)];
  const bottom = Math.min(sheet.top + sheet.cells.length, frame.top + frame.cells.length);
  const right = Math.min(sheet.left + width(sheet), frame.left + width(frame));
  return {
    name: sheet.name,
    address: frame.address,
    top,
    left,
    cells: sheet.cells
      .slice(top - sheet.top, Math.max(top, bottom) - sheet.top)
      .map((row) => row.slice(left - sheet.left, Math.max(left, right) - sheet.left)),
    hiddenRows: sheet.hiddenRows.filter((row) => row >= top && row < bottom),
    ...(sheet.hiddenColumns && { hiddenColumns: sheet.hiddenColumns.filter((column) => column >= left && column < right) }),
    merged: frame.merged,
  };
}

function width(sheet: Sheet): number {
  return sheet.cells[0]?.length ?? 0;
}
