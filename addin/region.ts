/** What the functions that ask the Worker share: whom they ask as, and how an answer becomes cells. */
import type { AskCell, Question } from "../shared/contract.ts";
import { undecided } from "../shared/refusal.ts";
import { regionApi, type Session } from "./api.ts";
import { type Asker, askerBy, LONGEST, type Told } from "./asking.ts";
import { answering, optionalText } from "./cells.ts";
import type { Language } from "./defined.ts";
import { sessionKnown } from "./session.ts";
import type { Table } from "./tables.ts";

/** What Excel hands to a function that may be called back; its other hosts hand over nothing. */
interface Invocation {
  onCanceled?: () => void;
  readonly isInValuePreview?: boolean;
}

const askers = new Map<string, Asker>();

function askerOf(session: Session): Asker {
  const key = JSON.stringify([session.server, session.region, session.token]);
  const found = askers.get(key) ?? askerBy((body, signal) => regionApi(session).ask(body, { signal, timeout: LONGEST }));
  askers.clear();
  askers.set(key, found);
  return found;
}

/** Runs a question to its answer, and turns a refusal into #N/A with its reason. */
export function asked<Value>(
  invocation: unknown,
  region: () => string | null,
  question: () => Question,
  read: (told: Told) => Value,
): Promise<Value> {
  return answering(async () => {
    const { signal, preview } = callOf(invocation);
    const [code, wanted] = [region(), question()];
    const session = await within(sessionKnown());
    if (!session)
      throw undecided("还没有连接：请打开任务窗格，在“设置”里连接。", "not connected: open the task pane and connect in its settings");
    if (code !== null && code !== session.region)
      throw undecided(`您连接的是区划 ${session.region}，看不到 ${code}。`, `you are connected to region ${session.region}, not ${code}`);
    const asker = askerOf(session);
    const known = preview ? asker.known(wanted) : undefined;
    if (preview && !known) throw undecided("预览时不向服务器取数。", "a preview does not ask the server");
    return read(known ?? (await asker.ask(wanted, signal)));
  });
}

function callOf(invocation: unknown): { readonly signal: AbortSignal; readonly preview: boolean } {
  const stop = new AbortController();
  if (typeof invocation !== "object" || invocation === null) return { signal: stop.signal, preview: false };
  const call = invocation as Invocation;
  call.onCanceled = () => stop.abort();
  return { signal: stop.signal, preview: call.isInValuePreview === true };
}

/** The pane may never come: a cell does not wait for it longer than for the server. */
function within<Value>(task: Promise<Value>): Promise<Value | null> {
  let late: ReturnType<typeof setTimeout>;
  const ended = new Promise<null>((end) => {
    late = setTimeout(() => end(null), LONGEST / 5);
  });
  return Promise.race([task, ended]).finally(() => clearTimeout(late));
}

export function numberIn(told: Told): number {
  if ("value" in told) return told.value;
  throw undecided("回答的不是一个数。", "the answer is not a number");
}

/** A spill in one language. */
export function tableIn(told: Told, language: Language): Table {
  if (!("rows" in told)) throw undecided("回答的不是一张表。", "the answer is not a table");
  return told.rows.map((row) => row.map((cell) => spoken(cell, language)));
}

function spoken(cell: AskCell, language: Language): string | number {
  return typeof cell === "object" ? cell[language] : cell;
}

/** A text that must be there. */
export function requiredText(name: string, value: unknown): string {
  const text = optionalText(name, value);
  if (text === undefined) throw undecided(`请给出 ${name}。`, `give ${name}`);
  return text;
}
