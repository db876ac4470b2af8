/** The open workbook, or a chosen file, as a filled template: read, checked, and turned into what the whole school hands in. Rows of pupils end here. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Note, Overview, SubmissionBody } from "../../../shared/contract.ts";
import type { ReadBook } from "../../../shared/handin/book.ts";
import { type FileFinding, isUnexplained } from "../../../shared/handin/finding.ts";
import type { Handed } from "../../../shared/handin/handed.ts";
import { Refusal, type Words } from "../../../shared/refusal.ts";
import { SHEETS } from "../../../shared/template/words.ts";
import type { Workbook } from "../../host.ts";
import { groupFindings } from "../grouping.ts";
import type { ListFile } from "../list-file.ts";

type Running = { readonly done: number; readonly all: number };

export interface TemplateCheck {
  /** Whether a template is chosen as a file, or the workbook has the sheets of one, as far as a person sees them. */
  readonly open: boolean;
  /** The chosen file that is read in place of the workbook. */
  readonly file: ListFile | null;
  readonly running: Running | null;
  readonly handed: Handed | null;
  /** Cells have changed since. It is read again before anything is sent. */
  readonly stale: boolean;
  readonly trouble: Words | null;
  /** What is explained here of the queries, by the finding. */
  readonly notes: ReadonlyMap<string, string>;
  /** Looks again whether a template is open. */
  look(): Promise<void>;
  /** Of all findings of a run of cells at once. */
  explain(findings: readonly FileFinding[], text: string): void;
  check(): Promise<Handed | null>;
  cancel(): void;
}

const VISIBLE = [SHEETS.guide, SHEETS.checks, SHEETS.summary];
const SETTLE = 250;
const NO_NOTES: ReadonlyMap<string, string> = new Map();
const unread: Words = {
  zh: "读不到工作簿：请退出单元格编辑，再检查一次。",
  en: "The workbook cannot be read: leave the cell you are editing and check again.",
};

export function keyOf({ code, sheet, cell }: Pick<FileFinding, "code" | "sheet" | "cell">): string {
  return `${code} ${sheet} ${cell}`;
}

/** What was found, and what was explained of it, belongs to the file it was found in, or, of `null`, to the open workbook. */
interface Found {
  readonly of: ListFile | null;
  readonly handed: Handed | null;
  readonly notes: ReadonlyMap<string, string>;
}

/** `chosen` is a file that the person chose; where it is a template, it goes before the open workbook. */
export function useTemplateCheck(workbook: Workbook, overview: Overview | null, chosen: ListFile | null): TemplateCheck {
  const file = chosen?.template ? chosen : null;
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState<Running | null>(null);
  const [found, setFound] = useState<Found>({ of: null, handed: null, notes: NO_NOTES });
  const [changed, setChanged] = useState(false);
  const [trouble, setTrouble] = useState<Words | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const { handed, notes } = found.of === file ? found : { handed: null, notes: NO_NOTES };

  const look = useCallback(
    () =>
      workbook.sheetNames().then(
        (names) => setOpen(VISIBLE.every((name) => names.includes(name))),
        () => undefined, // while a cell is edited; the next change asks again
      ),
    [workbook],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void look();
    const stop = workbook.onChange((what) => {
      if (what === "cells") setChanged(true);
      clearTimeout(timer);
      timer = setTimeout(() => void look(), SETTLE);
    });
    return () => {
      clearTimeout(timer);
      stopper.current?.abort();
      stop();
    };
  }, [workbook, look]);

  const check = useCallback(async (): Promise<Handed | null> => {
    if (!overview) return null;
    const stop = new AbortController();
    stopper.current = stop;
    setTrouble(null);
    setRunning({ done: 0, all: 1 });
    try {
      const [{ handedIn }, book] = await Promise.all([
        import("./read.ts"),
        file ? bookIn(file) : workbook.readBook((done, all) => setRunning({ done, all: Math.max(1, all) }), stop.signal),
      ]);
      if (!book) return null;
      const read = handedIn(book, overview);
      setFound((now) => ({ of: file, handed: read, notes: now.of === file ? now.notes : NO_NOTES }));
      if (!file) setChanged(false);
      return read;
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.words : unread);
      return null;
    } finally {
      setRunning(null);
    }
  }, [workbook, overview, file]);

  // A file is chosen to be read: nobody has to ask for it again.
  useEffect(() => {
    setTrouble(null);
    if (file) void check();
  }, [file, check]);

  return {
    ...{ open: file !== null || open, file, running, handed, stale: changed && file === null, trouble, notes, look, check },
    explain: (findings, text) =>
      setFound((now) => ({ ...now, notes: new Map([...now.notes, ...findings.map((one) => [keyOf(one), text] as const)]) })),
    cancel: () => stopper.current?.abort(),
  };
}

/** The file as it lies on the disk now. */
async function bookIn(file: ListFile): Promise<ReadBook | null> {
  return (await file.again()).template;
}

/** The body with what was explained in the pane beside what the workbook itself says; of one finding the pane's word is the later. */
export function withNotes(body: SubmissionBody, findings: readonly FileFinding[], written: TemplateCheck["notes"]): SubmissionBody {
  const own = new Map((body.notes ?? []).map((note) => [keyOf(note), note]));
  for (const finding of findings) {
    const text = written.get(keyOf(finding))?.trim();
    if (finding.level === "query" && text) own.set(keyOf(finding), noteOf(finding, text));
  }
  const { notes: _, ...rest } = body;
  return own.size === 0 ? rest : { ...rest, notes: [...own.values()] };
}

/** Queries that are neither put right nor explained, in the workbook or in the pane. */
export function unexplainedIn(findings: readonly FileFinding[], written: TemplateCheck["notes"]): number {
  const told = (finding: FileFinding) => written.get(keyOf(finding)) ?? finding.note ?? "";
  return groupFindings(
    findings.flatMap((finding) => {
      const { note: _, ...bare } = finding;
      const open = isUnexplained(bare) && told(finding).trim() === "";
      return open ? [{ ...finding, cell: finding.cell ?? "" }] : [];
    }),
  ).length;
}

function noteOf({ code, sheet, cell }: FileFinding, text: string): Note {
  return { code, sheet, cell, text };
}
