/** The page's side of what it keeps: a worker holds and computes, this asks it and remembers what is on the screen. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { dayOf, instant } from "../../shared/moment.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import type { OfficeTasks } from "./office-tasks.ts";
import type { HeldLine } from "./store.ts";
import OfficeWorker from "./worker.ts?worker&inline";

export interface Office {
  readonly state: "opening" | "ready" | "failed";
  /** Whether the data is there again after a reload. */
  readonly kept: boolean;
  readonly county: County | null;
  /** What stands, a line for each school and collection. */
  readonly held: readonly HeldLine[];
  readonly helper: Helper<OfficeTasks>;
  /** The definitions in force today. */
  readonly release: string;
  /** What was refused last. */
  readonly refusal: Words | null;
  /** What was done last, for the status line. */
  readonly said: string;
  today(): string;
  spawn(): Worker;
  setCounty(county: County): Promise<void>;
  /** What stands has changed: reads it anew. */
  refresh(): Promise<void>;
  say(text: string): void;
  /** Does something and shows a refusal where the page shows them; then there is no result. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export const spawn = (): Worker => new OfficeWorker();

const FAULT: Words = { zh: "没有做成，请再试一次。", en: "it did not work; try again" };

export function useOffice(): Office {
  const helper = useMemo(() => helperIn<OfficeTasks>(spawn()), []);
  const [open, setOpen] = useState<Pick<Office, "state" | "kept" | "county" | "held">>({
    ...{ state: "opening", kept: true, county: null, held: [] },
  });
  const [refusal, setRefusal] = useState<Words | null>(null);
  const [said, setSaid] = useState("");
  const ready = useRef(false);

  const read = useCallback(
    async (again: boolean) => {
      const { kept, county, held } = await helper.ask("open", { again });
      ready.current = true;
      setOpen((now) => {
        const next = { state: "ready", kept, county, held } as const;
        // Coming back to the window is no reason to add everything up anew.
        return again && JSON.stringify(now) === JSON.stringify(next) ? now : next;
      });
    },
    [helper],
  );
  const refresh = useCallback(() => read(false), [read]);

  useEffect(() => {
    refresh().catch(() => setOpen((now) => ({ ...now, state: "failed" })));
    // Another window may have changed what is kept.
    const seen = () => {
      if (document.visibilityState === "visible" && ready.current) read(true).catch(() => setRefusal(FAULT));
    };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [read, refresh]);

  return useMemo(() => {
    const today = () => dayOf(instant(Date.now()));
    return {
      ...open,
      helper,
      release: shipped.releaseAt(today()),
      refusal,
      said,
      today,
      spawn,
      refresh,
      say: (text) => {
        setRefusal(null);
        setSaid(text);
      },
      setCounty: async (county) => {
        try {
          await helper.ask("setCounty", { county, was: open.county, now: instant(Date.now()) });
        } finally {
          // Also where it was refused: another window may have changed it.
          await refresh();
        }
      },
      attempt: async (work) => {
        setRefusal(null);
        try {
          return await work();
        } catch (error) {
          setRefusal(error instanceof Refusal ? error.words : FAULT);
          return undefined;
        }
      },
    };
  }, [open, helper, refusal, said, refresh]);
}
