/** The scenarios of a workbook as the pane holds them: read once, and written whole with every change. What cannot be read is left alone. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { read, written } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import type { Workbook } from "../host.ts";

/** Where scenarios are kept. */
export type Texts = Pick<Workbook, "keptText" | "keepText">;

/** The name under which a workbook keeps them. */
const NAME = "quality.scenarios";

export interface KeptScenarios {
  /** Of every collection; `null` until they are read. */
  readonly all: readonly Scenario[] | null;
  /** Why they cannot be read. */
  readonly fault: Words | null;
  /** Reads them once more, where the workbook did not answer: nothing is known of what it holds. */
  readonly again: (() => void) | null;
  /** Changes them, and keeps them before the change is true. Throws a refusal where they are too many. */
  change(next: (all: readonly Scenario[]) => readonly Scenario[]): Promise<void>;
  /** Gives up what cannot be read. */
  discard(): Promise<void>;
}

export function useKeptScenarios(texts: Texts): KeptScenarios {
  const [all, setAll] = useState<readonly Scenario[] | null>(null);
  const [fault, setFault] = useState<Words | null>(null);
  const [tries, setTries] = useState(0);
  const [silent, setSilent] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press on 重试 reads once more
  useEffect(() => {
    let gone = false;
    setSilent(false);
    const take = (text: string) => {
      if (gone) return;
      try {
        setAll(text === "" ? [] : read(text));
        setFault(null);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        setFault(error.words);
      }
    };
    texts.keptText(NAME).then(take, () => gone || setSilent(true));
    return () => {
      gone = true;
    };
  }, [texts, tries]);
  const change = useCallback(
    async (next: (now: readonly Scenario[]) => readonly Scenario[]) => {
      // Another pane on this workbook may have saved meanwhile: the change is made on what stands now.
      const text = await texts.keptText(NAME);
      const fresh = next(text === "" ? [] : read(text));
      await texts.keepText(NAME, written(fresh));
      setAll(fresh);
    },
    [texts],
  );
  const discard = useCallback(async () => {
    await texts.keepText(NAME, "");
    setAll([]);
    setFault(null);
  }, [texts]);
  const again = silent ? () => setTries((now) => now + 1) : null;
  return { all, fault, again, change, discard };
}

/** With one more at the end, or in place of the one of its name in the same collection. */
export function withScenario(all: readonly Scenario[], fresh: Scenario): Scenario[] {
  const at = all.findIndex((one) => isSame(one, fresh));
  return at < 0 ? [...all, fresh] : all.map((one, place) => (place === at ? fresh : one));
}

export function isSame(a: Pick<Scenario, "name" | "collection">, b: Pick<Scenario, "name" | "collection">): boolean {
  return a.name === b.name && a.collection === b.collection;
}
