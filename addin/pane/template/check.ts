/** The open workbook as a filled template: read, checked, and turned into what the whole school hands in. Rows of pupils end here. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Note, Overview, SubmissionBody } from "../../../shared/contract.ts";
import { countyOf } from "../../../shared/handin/county.ts";
import type { FileFinding } from "../../../shared/handin/finding.ts";
import type { Handed } from "../../../shared/handin/handed.ts";
import type { Catalogue } from "../../../shared/indicators/catalogue.ts";
import { SHEETS } from "../../../shared/template/words.ts";
import type { Workbook } from "../../host.ts";

type Running = { readonly done: number; readonly all: number };

export interface TemplateCheck {
  /** Whether the workbook has the sheets of a template, as far as a person sees them. */
  readonly open: boolean;
  readonly running: Running | null;
  readonly handed: Handed | null;
  /** Cells have changed since. It is read again before anything is sent. */
  readonly stale: boolean;
  readonly failed: boolean;
  /** What is explained here of the queries, by the finding. */
  readonly notes: ReadonlyMap<string, string>;
  /** Looks again whether a template is open. */
  look(): Promise<void>;
  explain(finding: FileFinding, text: string): void;
  check(): Promise<Handed | null>;
  cancel(): void;
}

const VISIBLE = [SHEETS.guide, SHEETS.checks, SHEETS.summary];
const SETTLE = 250;

export function keyOf({ code, sheet, cell }: Pick<FileFinding, "code" | "sheet" | "cell">): string {
  return `${code} ${sheet} ${cell}`;
}

export function useTemplateCheck(workbook: Workbook, overview: Overview | null, catalogue: Catalogue): TemplateCheck {
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState<Running | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const [stale, setStale] = useState(false);
  const [failed, setFailed] = useState(false);
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const stopper = useRef<AbortController | null>(null);

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
      if (what === "cells") setStale(true);
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
    setFailed(false);
    setRunning({ done: 0, all: 1 });
    try {
      const [{ readTemplate }, book] = await Promise.all([
        import("../../../shared/template/read.ts"),
        workbook.readBook((done, all) => setRunning({ done, all: Math.max(1, all) }), stop.signal),
      ]);
      if (!book) return null;
      const found = readTemplate(book, countyOf(overview), catalogue);
      setHanded(found);
      setStale(false);
      return found;
    } catch {
      setFailed(true);
      return null;
    } finally {
      setRunning(null);
    }
  }, [workbook, overview, catalogue]);

  return {
    ...{ open, running, handed, stale, failed, notes, look, check },
    explain: (finding, text) => setNotes((now) => new Map(now).set(keyOf(finding), text)),
    cancel: () => stopper.current?.abort(),
  };
}

/** The body with what was explained in the pane beside what the workbook itself says; of one finding the pane's word is the later. */
export function withNotes(body: SubmissionBody, findings: readonly FileFinding[], written: TemplateCheck["notes"]): SubmissionBody {
  const own = new Map((body.notes ?? []).map((note) => [keyOf(note), note]));
  for (const finding of findings) {
    const text = written.get(keyOf(finding))?.trim();
    if (finding.level === "query" && text) own.set(keyOf(finding), noteOf(finding, text));
  }
  const { notes: _, ...rest } = body;
  return own.size === 0 ? rest : { ...rest, notes: [...own.values()].slice(0, MOST_NOTES) };
}

/** As many as one submission takes. */
const MOST_NOTES = 200;

function noteOf({ code, sheet, cell }: FileFinding, text: string): Note {
  return { code, sheet, cell, text: text.slice(0, 300) };
}
