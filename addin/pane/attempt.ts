/** Sending: what stands on the server, one attempt with its key, and its receipt. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Receipt, Submission, SubmissionBody } from "../../shared/contract.ts";
import { ApiRefusal } from "../api.ts";
import type { Choice } from "./choice.ts";
import type { Connection } from "./connection.ts";
import type { County } from "./county.ts";
import { keptBeside, keptSlices, type List } from "./standing.ts";

/** What an attempt is doing: reading the sheet again, asking what stands on the server, sending. */
export const STEPS = ["reading", "asking", "sending"] as const;
export type Step = (typeof STEPS)[number];

export interface Attempt {
  /** What stands on the server; `null` where nothing was submitted, `undefined` while unknown. */
  readonly current: Submission | null | undefined;
  readonly step: Step | null;
  readonly receipt: Receipt | null;
  readonly refusal: ApiRefusal | null;
  send(list: () => Promise<List | null>): Promise<void>;
  /** Sends what the whole school hands in, in place of all that stands. */
  sendWhole(body: () => Promise<SubmissionBody | null>): Promise<void>;
  withdraw(): Promise<void>;
  cancel(): void;
  refresh(): Promise<void>;
  /** Takes the receipt or the refusal off the screen: what is sent next is another list. */
  forget(): void;
}

/** A request that may have arrived although no answer came: sent again, it keeps its key. */
interface Pending {
  readonly key: string;
  readonly what: string;
}

/**
 * `submitted`: the schools known to have submitted, for those who may read the rollup; `null` while it is not read yet,
 * `undefined` for who may not: then the server is asked about the school itself.
 */
export function useAttempt(
  { api, run }: Connection,
  { collection, school, place, places }: Choice,
  { submitted, refresh: refreshCounty }: Pick<County, "submitted" | "refresh">,
): Attempt {
  const [current, setCurrent] = useState<Submission | null | undefined>(undefined);
  const [step, setStep] = useState<Step | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const pending = useRef<Pending | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const [of, at] = [collection?.collection ?? null, school?.school ?? null];

  const ask = useCallback(
    async (signal?: AbortSignal): Promise<Submission | null> => {
      if (!api || of === null || at === null) return null;
      try {
        return await run(api.submission(of, at, { signal }));
      } catch (error) {
        if (error instanceof ApiRefusal && error.reason === "submission-unknown") return null;
        throw error;
      }
    },
    [api, run, of, at],
  );

  const refresh = useCallback(async () => {
    try {
      setCurrent(await ask());
    } catch {
      // What was known stays on the screen; the connection's own words say what is wrong.
    }
  }, [ask]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another collection or school is another matter
  useEffect(() => {
    setCurrent(undefined);
    setReceipt(null);
    setRefusal(null);
    return () => stopper.current?.abort();
  }, [of, at, api]);

  const unasked = current === undefined;
  useEffect(() => {
    if (!unasked || submitted === null) return;
    if (at !== null && submitted && !submitted.includes(at)) setCurrent(null);
    else void refresh();
  }, [unasked, submitted, at, refresh]);

  /** Runs one attempt from its first step to its receipt; a refusal ends it, and says whether trying again makes sense. */
  const attempt = useCallback(
    async (work: (signal: AbortSignal) => Promise<Receipt | null>) => {
      const stop = new AbortController();
      stopper.current = stop;
      setRefusal(null);
      setReceipt(null);
      try {
        const earned = await work(stop.signal);
        if (!earned) return;
        pending.current = null;
        setReceipt(earned);
        void refreshCounty();
      } catch (error) {
        const met = error as ApiRefusal;
        if (!met.retryable) pending.current = null;
        setRefusal(met);
        // A request given up may have arrived all the same.
        if (met.cause === "cancelled" || met.cause === "timeout") void refresh();
      } finally {
        setStep(null);
      }
    },
    [refresh, refreshCounty],
  );

  const keyFor = (what: string) => {
    if (pending.current?.what !== what) pending.current = { key: newKey(), what };
    return pending.current.key;
  };

  /** Reads what is to be sent, asks what stands, and sends what comes of both. */
  const submit = async <Own>(read: () => Promise<Own | null>, whole: (own: Own, standing: Submission | null) => SubmissionBody) => {
    if (!api || of === null || at === null) return;
    await attempt(async (signal) => {
      setStep("reading");
      const own = await read();
      if (!own) return null;
      setStep("asking");
      // Where the exam has one grade, and nothing is known to stand beside its figures, there is nothing to keep and nothing to ask.
      const alone = places.length === 1 && current !== undefined && !current?.body?.notes && !current?.body?.teaching;
      const standing = alone ? null : await ask(signal);
      const body = whole(own, standing);
      setStep("sending");
      const after = alone ? null : (standing?.receipt.revision ?? 0);
      const earned = await run(api.submit(of, at, keyFor(JSON.stringify([of, at, body])), after, body, { signal }));
      setCurrent({ receipt: earned, body });
      return earned;
    });
  };

  const send = async (list: () => Promise<List | null>) => {
    if (!collection) return;
    const { definitions } = collection;
    await submit(list, ({ slices, notes }, standing) => {
      const all = [...slices, ...keptSlices(standing, place)];
      return { definitions, slices: all, ...keptBeside(standing, all, { place, notes }) };
    });
  };

  const sendWhole = (body: () => Promise<SubmissionBody | null>) => submit(body, (own) => own);

  const withdraw = async () => {
    if (!api || of === null || at === null) return;
    await attempt(async (signal) => {
      setStep("sending");
      const earned = await run(api.withdraw(of, at, keyFor(JSON.stringify([of, at, "withdraw", current?.receipt.revision])), { signal }));
      setCurrent({ receipt: earned, body: null });
      return earned;
    });
  };

  const cancel = () => stopper.current?.abort();
  const forget = () => {
    setReceipt(null);
    setRefusal(null);
  };
  return { current, step, receipt, refusal, send, sendWhole, withdraw, cancel, refresh, forget };
}

/** 128 random bits. (`randomUUID` is missing on pages served over plain http.) */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
