/**
 * Makes the calls of a plan one after the other, and tells afterwards what stands. A school's figures that the Worker has got otherwise are
 * never replaced unasked; a refusal is listed and the rest goes on; where the way itself breaks off, it ends, and may be done again.
 */
import type { Lineage } from "../../shared/contract.ts";
import type { Call } from "../../shared/handin/plan.ts";
import { ApiRefusal, type RegionApi } from "../api.ts";

/** Something the Worker did not take. `with`: submissions that were not sent because of it. */
export interface NotTaken {
  readonly call: Call;
  readonly why: ApiRefusal;
  readonly with: number;
}

export interface Moved {
  /** Submissions that stand now and were not there, and such as were there before. */
  readonly sent: number;
  readonly already: number;
  readonly notTaken: readonly NotTaken[];
  /** Submissions in whose place something else stands: another content, or what the school took back. */
  readonly others: readonly Call[];
  /** Calls made of how many. */
  readonly done: number;
  /** Why it ended before its end. */
  readonly broken: ApiRefusal | null;
}

export interface Moving {
  readonly api: Pick<RegionApi, "replay" | "rollup" | "submission">;
  /** Paths of submissions that are to replace what stands in their place. */
  readonly over: ReadonlySet<string>;
  readonly signal: AbortSignal;
  tell(done: number): void;
}

type Standing = ReadonlyMap<string, Pick<Lineage, "revision" | "sha256">>;

export async function move(calls: readonly Call[], moving: Moving): Promise<Moved> {
  const so = { sent: 0, already: 0, notTaken: [] as NotTaken[], others: [] as Call[], done: 0 };
  try {
    for (const group of byCollection(calls)) await moveGroup(group, so, moving);
    return { ...so, broken: null };
  } catch (error) {
    return { ...so, broken: brokenBy(error, moving.signal) };
  }
}

type SoFar = { -readonly [Key in "sent" | "already" | "done"]: Moved[Key] } & { notTaken: NotTaken[]; others: Call[] };

/** What the set-up of a collection is refused for, its submissions would be refused for too, or worse: taken for something else. */
async function moveGroup(group: readonly Call[], so: SoFar, moving: Moving): Promise<void> {
  const of = group[0]?.of ?? "";
  const given: Call[] = [];
  let standing: Standing | null = null;
  let refused: ApiRefusal | null = null;
  for (const [at, call] of group.entries()) {
    moving.signal.throwIfAborted();
    try {
      if (call.hands) {
        standing ??= await standingIn(of, moving);
        const outcome = await handIn(call, standing, moving);
        if (outcome === "given") {
          given.push(call);
          so.sent++;
        } else if (outcome === "already") so.already++;
        else so.others.push(call);
      } else await moving.api.replay(call, null, { signal: moving.signal });
    } catch (error) {
      const why = refusalOf(error);
      refused = call.hands ? null : why;
      const rest = refused ? group.slice(at + 1) : [];
      so.notTaken.push({ call, why, with: rest.filter(({ hands }) => hands).length });
    }
    so.done += refused ? group.length - at : 1;
    moving.tell(so.done);
    if (refused) return;
  }
  if (given.length === 0) return;
  // A key that was used before earns its receipt again, whatever has come since: what stands tells.
  const now = await standingIn(of, moving);
  const gone = given.filter((call) => !stands(call, now));
  so.sent -= gone.length;
  so.others.push(...gone);
}

/** The calls in their order, those of one collection together. */
function byCollection(calls: readonly Call[]): Call[][] {
  const groups: Call[][] = [];
  for (const call of calls) {
    const last = groups.at(-1);
    if (last && call.of !== null && last[0]?.of === call.of) last.push(call);
    else groups.push([call]);
  }
  return groups;
}

async function standingIn(collection: string, { api, signal }: Moving): Promise<Standing> {
  const { lineage } = await api.rollup(collection, { signal });
  return new Map(lineage.map((one) => [one.school, one]));
}

const stands = ({ hands }: Call, standing: Standing) => standing.get(hands?.school ?? "")?.sha256 === hands?.sha256;

/** Hands in where nothing stands, or where it is to replace what does. */
async function handIn(call: Call, standing: Standing, moving: Moving): Promise<"given" | "already" | "other"> {
  const { api, signal, over } = moving;
  const there = standing.get(call.hands?.school ?? "");
  if (stands(call, standing)) return "already";
  if (!over.has(call.path)) {
    if (there) return "other";
    try {
      await api.replay(call, 0, { signal });
      return "given";
    } catch (error) {
      if ((error as ApiRefusal).reason === "revision-moved") return "other";
      throw error;
    }
  }
  const revision = there?.revision ?? (await lastRevision(call, moving));
  // The first key may have been spent on this content: replacing is another act.
  const key = revision === 0 ? call.key : `${call.key?.slice(0, 48)}-after-${revision}`;
  await api.replay({ ...call, key }, revision, { signal });
  return "given";
}

/** Also of what was taken back; 0 where there never was anything. */
async function lastRevision({ of, hands }: Call, { api, signal }: Moving): Promise<number> {
  try {
    return (await api.submission(of ?? "", hands?.school ?? "", { signal })).receipt.revision;
  } catch (error) {
    if ((error as ApiRefusal).reason === "submission-unknown") return 0;
    throw error;
  }
}

/** A refusal of this call alone; whatever says that no further call will be answered is thrown on. */
function refusalOf(error: unknown): ApiRefusal {
  if (!(error instanceof ApiRefusal) || error.retryable || error.cause === "unauthorised") throw error;
  return error;
}

function brokenBy(error: unknown, signal: AbortSignal): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  if (signal.aborted) return new ApiRefusal("cancelled", { zh: "已停止。", en: "Stopped." });
  // What was done is told all the same.
  const why = error instanceof Error ? error.message : String(error);
  return new ApiRefusal("refused", { zh: `出了意外：${why}`, en: `Something unexpected: ${why}` });
}

/** Collections that were set up open, for their submissions, and whose days were not set again: their ids. */
export function leftOpen(calls: readonly Call[], { done, notTaken }: Pick<Moved, "done" | "notTaken">): string[] {
  const refused = new Set(notTaken.map(({ call }) => call));
  const made = (call: Call) => calls.indexOf(call) < done && !refused.has(call);
  return [...new Set(calls.flatMap(({ of }) => of ?? []))].filter((of) => {
    const [opening, ...rest] = calls.filter(({ path }) => path === `/collections/${of}`);
    const closing = rest.at(-1);
    return opening && closing && made(opening) && !made(closing);
  });
}
