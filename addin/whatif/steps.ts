/** Long work a slice at a time, so that the page answers in between. */
import { useEffect, useState } from "preact/hooks";

/** Milliseconds of work before the page may do something else. */
const SLICE = 12;

/** Runs the steps to their end; `null` once it is stopped. */
export async function inSlices<Result>(steps: Generator<undefined, Result>, stop: AbortSignal): Promise<Result | null> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      if (stop.aborted) return null;
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await pause();
  }
}

/** A turn of the page: unlike a timeout of 0, a message is not held back to 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export interface Worked<Result> {
  /** Of the work before, until that of now is done; `null` where none was done yet. */
  readonly result: Result | null;
  readonly busy: boolean;
  readonly failed: unknown;
}

/** What comes of the work that `make` begins, begun anew whenever that is another function; `null`: nothing to do now. */
export function useSteps<Result>(make: (() => Generator<undefined, Result>) | null): Worked<Result> {
  const [worked, setWorked] = useState<{ readonly of: unknown } & Omit<Worked<Result>, "busy">>({ of: null, result: null, failed: null });
  useEffect(() => {
    if (!make) return;
    const stop = new AbortController();
    const work = async () => inSlices(make(), stop.signal);
    work().then(
      (result) => !stop.signal.aborted && setWorked({ of: make, result, failed: null }),
      (failed) => !stop.signal.aborted && setWorked((now) => ({ of: make, result: now.result, failed })),
    );
    return () => stop.abort();
  }, [make]);
  return { result: worked.result, failed: worked.of === make ? worked.failed : null, busy: make !== null && worked.of !== make };
}
