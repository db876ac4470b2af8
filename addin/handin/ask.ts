/**
 * Questions to a worker and its answers. A refusal comes back as a refusal; whatever else goes wrong in there comes back as an Error.
 * A task may tell parts of its answer before it ends.
 */
import { Refusal, type Words } from "../../shared/refusal.ts";

/** What a worker can be asked, by name. Each task gets one argument that can be cloned, and may tell parts on the way. */
// biome-ignore lint/suspicious/noExplicitAny: each task says its own types; the caller sees them
export type Tasks = Readonly<Record<string, (given: any, tell: (part: any) => void) => unknown>>;

interface Question {
  readonly id: number;
  readonly task: string;
  readonly given: unknown;
}

type Answer = { readonly id: number } & (
  | { readonly part: unknown }
  | { readonly done: unknown }
  | { readonly refused: ConstructorParameters<typeof Refusal>[0]; readonly words: Words }
  | { readonly failed: string }
);

/** The inside of a worker. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

/** Answers questions with these tasks, several at a time if they come so. */
export function answerWith(tasks: Tasks, port: Port): void {
  const say = (answer: Answer) => port.postMessage(answer);
  port.onmessage = async ({ data }: MessageEvent<Question>) => {
    const { id, task, given } = data;
    try {
      const done = await tasks[task]?.(given, (part) => say({ id, part }));
      say({ id, done });
    } catch (error) {
      if (error instanceof Refusal) say({ id, refused: error.kind, words: error.words });
      else say({ id, failed: String(error) });
    }
  };
}

export interface Helper<T extends Tasks> {
  ask<Name extends keyof T & string>(
    task: Name,
    given: Parameters<T[Name]>[0],
    onPart?: Parameters<T[Name]>[1],
  ): Promise<Awaited<ReturnType<T[Name]>>>;
  /** Ends the worker; questions that wait are never answered. */
  end(): void;
}

/** A worker that is asked. If it dies (out of memory, say) every question that waits is rejected, and `end` is all that is left to do. */
export function helperIn<T extends Tasks>(worker: Worker): Helper<T> {
  const waiting = new Map<
    number,
    { done(value: unknown): void; failed(error: unknown): void; part: ((part: unknown) => void) | undefined }
  >();
  let next = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if ("part" in data) return one.part?.(data.part);
    waiting.delete(data.id);
    if ("done" in data) one.done(data.done);
    else if ("refused" in data) one.failed(new Refusal(data.refused, data.words));
    else one.failed(new Error(data.failed));
  };
  const die = (why: string) => {
    for (const one of waiting.values()) one.failed(new Error(why));
    waiting.clear();
  };
  worker.onerror = (event) => die(event.message || "the worker died");
  worker.onmessageerror = () => die("an answer could not be read");
  return {
    ask: (task, given, onPart) =>
      new Promise((done, failed) => {
        const id = next++;
        waiting.set(id, { done: done as (value: unknown) => void, failed, part: onPart as ((part: unknown) => void) | undefined });
        worker.postMessage({ id, task, given } satisfies Question);
      }),
    end: () => {
      worker.terminate();
      waiting.clear();
    },
  };
}
