/** The scenarios as 推演 holds them: read once from where they are kept, and kept there before a change is true. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { isSame, type ScenarioName } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";

/** Where scenarios are kept: in a workbook, or in what the offline page holds. Of every collection, whichever is asked about. */
export interface ScenarioKeeping {
  /** `page`: they are gone once the page is closed. */
  readonly where: "workbook" | "browser" | "page";
  /** Throws a refusal where what is kept cannot be read, and anything else where it was not reached. */
  all(): Promise<readonly Scenario[]>;
  /**
   * Keeps one, in place of `seen`, the one of its name in its collection; tells what is kept then. Throws a refusal where they are too many,
   * and where another window has saved something else under that name.
   */
  put(scenario: Scenario, seen: Scenario | null): Promise<readonly Scenario[]>;
  remove(gone: ScenarioName): Promise<readonly Scenario[]>;
  /** Gives up what cannot be read, where that can be. */
  discard?(): Promise<void>;
}

export interface KeptScenarios {
  /** Of every collection; `null` until they are read. */
  readonly all: readonly Scenario[] | null;
  /** Why they cannot be read. */
  readonly fault: Words | null;
  /** Reads them once more, where nobody answered: nothing is known of what is kept. */
  readonly again: (() => void) | null;
  put(scenario: Scenario): Promise<void>;
  remove(gone: ScenarioName): Promise<void>;
  discard(): Promise<void>;
}

export function useKeptScenarios(keeping: ScenarioKeeping): KeptScenarios {
  const [all, setAll] = useState<readonly Scenario[] | null>(null);
  const [fault, setFault] = useState<Words | null>(null);
  const [tries, setTries] = useState(0);
  const [silent, setSilent] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press on 重试 reads once more
  useEffect(() => {
    let gone = false;
    setSilent(false);
    keeping.all().then(
      (read) => {
        if (gone) return;
        setAll(read);
        setFault(null);
      },
      (error) => {
        if (gone) return;
        if (error instanceof Refusal) setFault(error.words);
        else setSilent(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [keeping, tries]);
  const put = useCallback(
    async (scenario: Scenario) => {
      try {
        setAll(await keeping.put(scenario, all?.find((one) => isSame(one, scenario)) ?? null));
      } catch (error) {
        // Another window may have changed them: what is shown is read once more.
        setTries((now) => now + 1);
        throw error;
      }
    },
    [keeping, all],
  );
  const remove = useCallback(async (gone: ScenarioName) => setAll(await keeping.remove(gone)), [keeping]);
  const discard = useCallback(async () => {
    await keeping.discard?.();
    setAll([]);
    setFault(null);
  }, [keeping]);
  return { all, fault, again: silent ? () => setTries((now) => now + 1) : null, put, remove, discard };
}
