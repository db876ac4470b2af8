/** What the server says, asked again whenever the question changes or somebody wants it fresh. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { ApiRefusal } from "../api.ts";

export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly refusal: ApiRefusal | null;
  readonly busy: boolean;
  again(): Promise<void>;
}

/** `ask` is remembered by whoever gives it (useCallback): another function is another question, and what was answered before is gone. */
export function useAsked<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Asked<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (signal: AbortSignal) => {
      setBusy(true);
      try {
        const found = await ask(signal);
        if (signal.aborted) return;
        setAnswer(found);
        setRefusal(null);
      } catch (error) {
        if (!signal.aborted) setRefusal(error as ApiRefusal);
      } finally {
        if (!signal.aborted) setBusy(false);
      }
    },
    [ask],
  );
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(null);
    setRefusal(null);
    void run(stop.signal);
    return () => stop.abort();
  }, [run]);
  return { answer, refusal, busy, again: () => run(new AbortController().signal) };
}
