/** An import: files go in, lines come out, and whoever keeps the county takes what they say. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import type { Handed } from "../../shared/handin/handed.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import type { Dropped } from "./dropped.ts";
import { explainedAt, isAsked, isOpen, type Line } from "./lines.ts";
import { changesOf, settledBy, wordsOf } from "./outcome.ts";
import { readAll } from "./pool.ts";
import type { Read } from "./read-tasks.ts";
import { together } from "./together.ts";

/** What became of a file that was read. */
export interface Taken {
  readonly state: "taken" | "clash" | "fewer" | "doubt" | "passed" | "refused";
  readonly words: Words;
  /** With `passed`: no one's choice, and none can change it. */
  readonly final?: true;
  /** What the file was asked about, with what was explained of it before. */
  readonly findings?: Handed["findings"];
}

/** A file that was read, for whoever keeps the county. */
export interface Offer {
  readonly read: Read;
  readonly file: File;
  readonly path: string;
}

/** Files of one school in one collection, or one file of a county's data. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** The import they came with: two files of one import on the same school clash, a later import corrects. */
  readonly batch: number;
  /** The one of them of which a person has said that it counts. */
  readonly chosen: number | null;
}

export interface Keeping {
  readonly county: County;
  /** Makes a worker that answers `ReadTasks`. */
  spawn(): Worker;
  /** Keeps what files without errors say; `null` where a file is what it was. May refuse by throwing a Refusal. */
  take(given: Offers): Promise<readonly (Taken | null)[]>;
  /** Keeps one explanation of these queries; an empty text takes explanations away. */
  note(handed: Omit<Handed, "body">, places: readonly number[], text: string): Promise<void>;
  /** The findings with what is explained of them by now, here or elsewhere. */
  noted(handed: Omit<Handed, "body">): Promise<Handed["findings"]>;
  /** An import has ended, or something of it was decided or explained. */
  ended(): Promise<void>;
}

export interface Import {
  readonly lines: readonly Line[];
  /** How many files the import that is running has in all and has done; `null` while none runs. */
  readonly running: { readonly all: number; readonly done: number } | null;
  add(files: readonly Dropped[]): Promise<void>;
  /** Reads a file once more that was given up because time ran out. */
  again(line: Line): Promise<void>;
  cancel(): void;
  /** Takes the lines off the list; what was taken stays taken. */
  clear(): void;
  /** A file that clashes, counts less than what it replaces, or may hold other pupils, counts all the same. */
  decide(line: Line): Promise<void>;
  note(line: Line, findings: readonly number[], text: string): Promise<void>;
  /** Takes up what was explained elsewhere of what was taken. */
  recall(): Promise<void>;
}

/** A file that was read, and the line it stands on. */
interface Item {
  readonly id: number;
  readonly offer: Offer;
  readonly batch: number;
}

/** Milliseconds: lines change many times a second, and drawing each change would take the workers' time. */
const SHOWN_EVERY = 500;

export function useImport(keeping: Keeping | null): Import {
  const keeper = useRef(keeping);
  keeper.current = keeping;
  const lines = useRef<Line[]>([]);
  /** What a person was asked about, by its line: also after one was chosen, because another may be chosen yet. */
  const asked = useRef(new Map<number, Item>());
  const progress = useRef<Import["running"]>(null);
  const [shown, setShown] = useState<Pick<Import, "lines" | "running">>({ lines: [], running: null });
  const stopper = useRef<AbortController | null>(null);
  const timer = useRef(0);
  const imports = useRef(0);

  const show = useCallback(() => {
    if (timer.current !== 0) return;
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      setShown({ lines: [...lines.current], running: progress.current });
    }, SHOWN_EVERY);
  }, []);
  const change = useCallback(
    (id: number, next: Partial<Line>) => {
      lines.current = lines.current.map((line) => (line.id === id ? { ...line, ...next } : line));
      show();
    },
    [show],
  );
  useEffect(() => () => stopper.current?.abort(), []);
  const running = shown.running !== null;
  useEffect(() => {
    if (!running) return;
    // The browser asks in its own words: what is not read yet would have to be dropped again.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [running]);

  const settle = useCallback(
    async (items: readonly Item[], chosen: number | null = null) => {
      const given = { offers: items.map(({ offer }) => offer), batch: items[chosen ?? 0]?.batch ?? 0, chosen };
      const answer = await (keeper.current as Keeping).take(given).catch((error: unknown) => error as Error);
      // A line that was cleared away meanwhile changes no more.
      const own = items.flatMap((item, at) => {
        const line = lines.current.find(({ id }) => id === item.id);
        return line ? [{ item, at, line }] : [];
      });
      const changes = changesOf(
        own.map(({ line }) => line),
        Array.isArray(answer) ? own.map(({ at }) => answer[at]) : (answer as Error),
        chosen === null ? null : own.findIndex(({ at }) => at === chosen),
      );
      for (const [nth, { item }] of own.entries()) {
        const next = changes[nth];
        if (!next) continue;
        change(item.id, next);
        if (next.state && isAsked({ state: next.state })) asked.current.set(item.id, item);
        const line = lines.current.find(({ id }) => id === item.id);
        if (line?.state === "taken") lines.current = settledBy(line, lines.current);
      }
    },
    [change],
  );

  const readIn = useCallback(
    async (keeping: Keeping, fresh: readonly Pick<Line, "id" | "file" | "path">[], batch: number) => {
      const stop = new AbortController();
      stopper.current = stop;
      const fit: Item[] = [];
      progress.current = { all: fresh.length, done: 0 };
      show();
      await readAll(
        fresh.map(({ file }) => file),
        {
          spawn: keeping.spawn,
          county: keeping.county,
          signal: stop.signal,
          began: (at) => change((fresh[at] as Line).id, { state: "reading" }),
          done: (at, read) => {
            const { id, file, path } = fresh[at] as Line;
            progress.current = { all: fresh.length, done: (progress.current?.done ?? 0) + 1 };
            if (read instanceof Refusal)
              return change(id, { state: "refused", words: read.words, ...(read.kind === "late" && { late: batch }) });
            const handed = read.kind === "store" ? null : withoutBody(read.handed);
            if (read.kind !== "store" && read.handed.body === null) return change(id, { state: "errors", handed });
            change(id, { state: "read", handed });
            fit.push({ id, offer: { read, file, path }, batch });
          },
        },
      );
      // Only when all are read: what a school's files say together does not depend on which was read first.
      const own = new Set(fit.map(({ id }) => id));
      const waiting = lines.current.filter(isAsked).flatMap(({ id }) => asked.current.get(id) ?? []);
      const beside = waiting.filter((one) => one.batch === batch && !own.has(one.id));
      for (const group of together([...fit, ...beside])) if (group.some(({ id }) => own.has(id))) await settle(group);
      lines.current = lines.current.map((line) => (isOpen(line) ? { ...line, state: "cancelled" } : line));
      stopper.current = null;
      progress.current = null;
      show();
      await keeping.ended();
    },
    [change, settle, show],
  );

  const recallOf = useCallback(
    async (wanted: number) => {
      const own = () => lines.current.find(({ id }) => id === wanted)?.handed;
      const before = own();
      if (!before || before.findings.length === 0) return;
      const findings = await keeper.current?.noted(before);
      const handed = own();
      if (findings && handed) change(wanted, { handed: { ...handed, findings } });
    },
    [change],
  );

  const add = useCallback(
    async (dropped: readonly Dropped[]) => {
      const keeping = keeper.current;
      if (!keeping || dropped.length === 0 || stopper.current) return;
      const first = lines.current.length === 0 ? 0 : Math.max(...lines.current.map(({ id }) => id)) + 1;
      const fresh = dropped.map(
        ({ file, path }, at): Line => ({ id: first + at, file, path, state: "waiting", handed: null, words: null }),
      );
      lines.current = [...lines.current, ...fresh];
      await readIn(keeping, fresh, ++imports.current);
    },
    [readIn],
  );

  const again = useCallback(
    async ({ id }: Line) => {
      const keeping = keeper.current;
      const line = lines.current.find((one) => one.id === id);
      if (!keeping || line?.late === undefined || stopper.current) return;
      const { late, ...rest } = line;
      const fresh: Line = { ...rest, state: "waiting", words: null };
      lines.current = lines.current.map((one) => (one.id === id ? fresh : one));
      await readIn(keeping, [fresh], late);
    },
    [readIn],
  );

  return useMemo(
    () => ({
      ...shown,
      add,
      again,
      cancel: () => stopper.current?.abort(),
      clear: () => {
        lines.current = [];
        asked.current.clear();
        setShown({ lines: [], running: null });
      },
      decide: async ({ id }: Line) => {
        const [own] = together([...asked.current.values()]).filter((group) => group.some((one) => one.id === id));
        if (own)
          await settle(
            own,
            own.findIndex((one) => one.id === id),
          );
        await keeper.current?.ended();
      },
      note: async (line: Line, places: readonly number[], text: string) => {
        const { handed } = lines.current.find(({ id }) => id === line.id) ?? line;
        if (!handed) return;
        change(line.id, { handed: { ...handed, findings: explainedAt(handed.findings, places, text) } });
        try {
          await keeper.current?.note(handed, places, text);
        } catch (error) {
          change(line.id, { handed, words: wordsOf(error) });
        }
        await recallOf(line.id);
        await keeper.current?.ended();
      },
      recall: async () => {
        for (const { id, state } of lines.current) if (state === "taken") await recallOf(id);
      },
    }),
    [shown, add, again, settle, change, recallOf],
  );
}

function withoutBody({ body: _, ...rest }: Handed): Omit<Handed, "body"> {
  return rest;
}
