/** 推演 as a tab shows it: what it is made of is loaded when it is opened for the first time. */
import type { ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { useWhatIfWords } from "./words.ts";

/** The part that is loaded, once it is there: it stays for the next opening. */
export function useLoaded<Props>(load: () => Promise<ComponentType<Props>>): {
  readonly part: ComponentType<Props> | null;
  readonly failed: boolean;
  again(): void;
} {
  const [part, setPart] = useState<{ readonly part: ComponentType<Props> } | null>(null);
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    load().then(
      (found) => setPart({ part: found }),
      () => setFailed(true),
    );
  }, [load]);
  useEffect(again, [again]);
  return { part: part?.part ?? null, failed, again };
}

type Pane = typeof import("./pane.tsx");
type Props = Parameters<Pane["PaneWhatIf"]>[0];

const load = async () => (await import("./pane.tsx")).PaneWhatIf as ComponentType<Props>;

export function WhatIfTab(props: Props) {
  const w = useWhatIfWords();
  const { part: Part, failed, again } = useLoaded(load);
  if (Part) return <Part {...props} />;
  if (!failed) return <p class="q-hint">{w.loading}</p>;
  return (
    <p class="q-warn" role="alert">
      {w.unloaded}{" "}
      <button type="button" onClick={again}>
        {w.again}
      </button>
    </p>
  );
}
