/**
 * Questions of cells, gathered: everything asked within a window goes in one request, the same question only once; answers are kept
 * with the state of the region they are from, and what still holds is not sent again. A cell never waits longer than LONGEST.
 */
import type { AskAnswer, AskAnswers, AskBody, Question } from "../shared/contract.ts";
import { Refusal, undecided } from "../shared/refusal.ts";
import { ApiRefusal } from "./api.ts";

/** Milliseconds in which questions are gathered. */
const WINDOW = 40;
/** Questions of one request; the Worker takes no more. */
const MOST = 1_500;
/** Milliseconds until a cell is told that there is no answer; Excel shows #BUSY! until then. */
export const LONGEST = 25_000;
/** Milliseconds in which an answer is given again without asking whether it still holds. */
const FRESH = 2_000;
/** Answers that are kept; the ones kept longest go first. */
const KEPT = 20_000;

export type Told = Exclude<AskAnswer, { same: true } | { refused: unknown }>;
export type Send = (body: AskBody, signal: AbortSignal) => Promise<AskAnswers>;

interface Kept {
  readonly answer: Exclude<AskAnswer, { same: true }>;
  readonly state: string;
  readonly at: number;
}

interface Waiter {
  tell(answer: Kept["answer"]): void;
  refuse(error: unknown): void;
}

interface Pending {
  readonly question: Question;
  readonly waiters: Set<Waiter>;
}

export interface Asker {
  /** The answer to a question; rejects with a Refusal. `signal` takes the question back. */
  ask(question: Question, signal?: AbortSignal): Promise<Told>;
  /** What is known already, without asking. */
  known(question: Question): Told | undefined;
}

/** An asker that sends by `send`; everything it keeps is of one session. */
export function askerBy(send: Send, now: () => number = Date.now): Asker {
  const kept = new Map<string, Kept>();
  let gathered = new Map<string, Pending>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    const all = [...gathered].filter(([, { waiters }]) => waiters.size > 0);
    gathered = new Map();
    for (let from = 0; from < all.length; from += MOST) void request(all.slice(from, from + MOST));
  }

  async function request(batch: readonly (readonly [string, Pending])[]): Promise<void> {
    const stop = new AbortController();
    const waiting = () => batch.some(([, { waiters }]) => waiters.size > 0);
    const watch = setInterval(() => {
      if (!waiting()) stop.abort();
    }, WINDOW);
    try {
      const questions = batch.map(([key, { question }]) => ({ question, held: kept.get(key)?.state ?? null }));
      const { state, answers } = await send({ questions }, stop.signal);
      for (const [at, [key, { waiters }]] of batch.entries()) {
        const given = answers[at];
        const answer = given && "same" in given ? kept.get(key)?.answer : given;
        if (answer) {
          keep(key, { answer, state, at: now() });
          for (const waiter of [...waiters]) waiter.tell(answer);
        } else fail(waiters, undecided("服务器没有回答这个问题，请重算。", "the server left this question out: recalculate"));
      }
    } catch (error) {
      for (const [, { waiters }] of batch) fail(waiters, error);
    } finally {
      clearInterval(watch);
    }
  }

  function fail(waiters: ReadonlySet<Waiter>, error: unknown): void {
    for (const waiter of [...waiters]) waiter.refuse(error);
  }

  function keep(key: string, one: Kept): void {
    kept.delete(key);
    kept.set(key, one);
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
  }

  function ask(question: Question, signal?: AbortSignal): Promise<Told> {
    const key = JSON.stringify(question);
    const held = kept.get(key);
    if (held && now() - held.at < FRESH) return toldBy(held.answer);
    const pending = gathered.get(key) ?? { question, waiters: new Set<Waiter>() };
    gathered.set(key, pending);
    if (timer === undefined) timer = setTimeout(flush, WINDOW);
    return new Promise<Kept["answer"]>((tell, refuse) => {
      const leave = () => {
        pending.waiters.delete(waiter);
        clearTimeout(late);
        signal?.removeEventListener("abort", taken);
      };
      const ending =
        <Value>(end: (value: Value) => void) =>
        (value: Value) => {
          leave();
          end(value);
        };
      const waiter: Waiter = { tell: ending(tell), refuse: ending(refuse) };
      const taken = () => waiter.refuse(undecided("已取消。", "cancelled"));
      const late = setTimeout(
        () => waiter.refuse(undecided("服务器迟迟没有回答，请稍后重算。", "the server did not answer in time: recalculate later")),
        LONGEST - 2 * WINDOW,
      );
      pending.waiters.add(waiter);
      if (signal?.aborted) taken();
      else signal?.addEventListener("abort", taken);
    }).then(toldBy, (error: unknown) => {
      throw refusalOf(error);
    });
  }

  function known(question: Question): Told | undefined {
    const held = kept.get(JSON.stringify(question))?.answer;
    return held && !("refused" in held) ? held : undefined;
  }

  return { ask, known };
}

async function toldBy(answer: Kept["answer"]): Promise<Told> {
  if ("refused" in answer) throw undecided(answer.refused.zh, answer.refused.en);
  return answer;
}

/** Offline, unauthorised, or a fault: the cell is #N/A and says why. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ApiRefusal) return undecided(error.words.zh, error.words.en);
  return undecided("没有得到回答。", "there was no answer");
}
