/**
 * The only file that says `fetch`: one verb for each route, in the types of the contract.
 * A call either answers, or throws an `ApiRefusal` that can be shown as it is. The token is sent, never written anywhere.
 */
import type {
  AmendBody,
  AskAnswers,
  AskBody,
  Balance,
  BalanceQuery,
  Catalogue,
  Choice,
  ChoiceBody,
  Collection,
  CollectionBody,
  ComputeBody,
  ComputedView,
  CountyCascade,
  Demo,
  Effect,
  EffectQuery,
  Health,
  IndicatorVersions,
  Overview,
  Problem,
  Receipt,
  Recount,
  Region,
  RegionBody,
  Rollup,
  School,
  SchoolBody,
  SchoolsBody,
  SchoolsStored,
  SignBody,
  Statement,
  StatementBody,
  StatementQuery,
  StatementReceipt,
  Statements,
  Submission,
  SubmissionBody,
  TalliesAnswer,
  Target,
  TargetBody,
  Token,
  TokenBody,
  TokenIssued,
  Tokens,
} from "../shared/contract.ts";
import type { Call as PlannedCall } from "../shared/handin/plan.ts";
import type { Words } from "../shared/refusal.ts";

/** Why a call has no answer: the network, the clock, the person, or the server said no. */
export type RefusalCause = "offline" | "timeout" | "cancelled" | "unauthorised" | "refused";

export class ApiRefusal extends Error {
  readonly cause: RefusalCause;
  readonly words: Words;
  /** HTTP status, 0 where there was no answer. */
  readonly status: number;
  /** The machine-readable reason of the server, or the cause. */
  readonly reason: string;
  /** The places the server names, one by one. */
  readonly errors: readonly { readonly at: string; readonly message: string }[];

  constructor(cause: RefusalCause, words: Words, problem: Partial<Pick<Problem, "status" | "reason" | "errors">> = {}) {
    super(`${words.zh} ${words.en}`);
    this.name = "ApiRefusal";
    this.cause = cause;
    this.words = words;
    this.status = problem.status ?? 0;
    this.reason = problem.reason ?? cause;
    this.errors = problem.errors ?? [];
  }

  /** Whether the same request may be sent again with a hope of another answer. */
  get retryable(): boolean {
    return this.cause === "offline" || this.cause === "timeout" || this.cause === "cancelled" || this.status >= 500 || this.status === 429;
  }
}

export interface Session {
  /** Origin of the Worker; "" is the page's own. */
  readonly server: string;
  readonly region: string;
  readonly token: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call is given up. */
  readonly timeout?: number | undefined;
}

interface Call extends CallOptions {
  readonly server: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** `no-cache`: the browser keeps the answer with its ETag, and asks whether it still holds. */
  readonly cache?: "no-store" | "no-cache";
}

/** Long enough for a county's rollup over a slow line, short enough that nobody wonders whether the pane has died. */
const patience = 20_000;

const offline: Words = {
  zh: "连不上服务器。请检查网络；已读取的数据都还在，恢复后可以重试。",
  en: "The server cannot be reached. Check the network; what was read is kept, and you can try again.",
};
const timeout: Words = { zh: "服务器迟迟没有回答，请稍后重试。", en: "The server did not answer in time. Please try again." };
const cancelled: Words = { zh: "已取消。", en: "Cancelled." };
const unreadable: Words = {
  zh: "回答不是来自本系统的服务器（可能被网关或代理拦截）。",
  en: "The answer did not come from a server of this product (a gateway or proxy may be in between).",
};

async function call<T>(method: string, path: string, options: Call): Promise<T> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort("timeout"), options.timeout ?? patience);
  const stop = () => giveUp.abort("cancelled");
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener("abort", stop);
  const headers: Record<string, string> = { accept: "application/json", ...options.headers };
  if (options.token) headers.authorization = `Bearer ${options.token}`;
  if (options.body !== undefined) headers["content-type"] = "application/json";
  try {
    const answer = await fetch(`${options.server}${path}`, {
      method,
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: giveUp.signal,
      cache: options.cache ?? "no-store",
      credentials: "omit",
    });
    const text = await answer.text();
    if (!answer.ok) throw refused(answer.status, text);
    return (text === "" ? undefined : parse(text, answer.status)) as T;
  } catch (error) {
    if (error instanceof ApiRefusal) throw error;
    if (giveUp.signal.aborted)
      throw giveUp.signal.reason === "timeout" ? new ApiRefusal("timeout", timeout) : new ApiRefusal("cancelled", cancelled);
    throw new ApiRefusal("offline", offline);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", stop);
  }
}

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiRefusal("refused", unreadable, { status, reason: "unreadable" });
  }
}

function refused(status: number, text: string): ApiRefusal {
  const problem = parse(text, status) as Partial<Problem> | null;
  if (!problem?.words || !problem.reason) return new ApiRefusal("refused", unreadable, { status, reason: "unreadable" });
  return new ApiRefusal(status === 401 ? "unauthorised" : "refused", problem.words, {
    status,
    reason: problem.reason,
    errors: problem.errors ?? [],
  });
}

const at = encodeURIComponent;
const keyedBy = (key: string, after: number | null): Record<string, string> => ({
  "idempotency-key": key,
  ...(after !== null && { "if-match": `"${after}"` }),
});
const asked = (query: object) => new URLSearchParams(query as Record<string, string>);

/** What anyone may ask. */
export function openApi(server: string) {
  return {
    health: (options: CallOptions = {}) => call<Health>("GET", "/api/health", { server, ...options }),
    indicators: (options: CallOptions = {}) => call<Catalogue>("GET", "/api/indicators", { server, cache: "no-cache", ...options }),
    indicator: (id: string, options: CallOptions = {}) =>
      call<IndicatorVersions>("GET", `/api/indicators/${at(id)}`, { server, cache: "no-cache", ...options }),
    compute: (id: string, body: ComputeBody, options: CallOptions = {}) =>
      call<ComputedView>("POST", `/api/indicators/${at(id)}/compute`, { server, body, ...options }),
    /** The tokens of the demo county. There only on a machine started for trying out; `null` elsewhere. */
    demo: (options: CallOptions = {}) =>
      call<Demo>("GET", "/api/demo", { server, ...options }).catch((error: unknown) => {
        if (error instanceof ApiRefusal && (error.status === 404 || error.status === 403)) return null;
        throw error;
      }),
  };
}

/** What a token of a region may ask. */
export function regionApi({ server, region, token }: Session) {
  const home = `/api/regions/${at(region)}`;
  const ask = <T>(method: string, path: string, options: Omit<Call, "server" | "token"> = {}) =>
    call<T>(method, home + path, { server, token, ...options });
  const statementAt = (school: string, id: string) => `/schools/${at(school)}/statements/${at(id)}`;
  const submissionAt = (collection: string, school: string) => `/collections/${at(collection)}/submissions/${at(school)}`;
  return {
    overview: (options: CallOptions = {}) => ask<Overview>("GET", "", options),
    putRegion: (body: RegionBody, options: CallOptions = {}) => ask<Region>("PUT", "", { body, ...options }),
    tokens: (options: CallOptions = {}) => ask<Tokens>("GET", "/tokens", options),
    issueToken: (body: TokenBody, options: CallOptions = {}) => ask<TokenIssued>("POST", "/tokens", { body, ...options }),
    revokeToken: (id: string, options: CallOptions = {}) => ask<Token>("DELETE", `/tokens/${at(id)}`, options),
    putSchool: (school: string, body: SchoolBody, options: CallOptions = {}) =>
      ask<School>("PUT", `/schools/${at(school)}`, { body, ...options }),
    putSchools: (body: SchoolsBody, options: CallOptions = {}) => ask<SchoolsStored>("POST", "/schools", { body, ...options }),
    putCollection: (collection: string, body: CollectionBody, options: CallOptions = {}) =>
      ask<Collection>("PUT", `/collections/${at(collection)}`, { body, ...options }),
    putTargets: (targets: TargetBody[], options: CallOptions = {}) =>
      ask<{ targets: Target[] }>("PUT", "/targets", { body: { targets }, ...options }),
    /** The whole list: what it leaves out stands at its default again. */
    putChoices: (choices: ChoiceBody[], options: CallOptions = {}) =>
      ask<{ choices: Choice[] }>("PUT", "/choices", { body: { choices }, ...options }),
    /** `after`: the revision this was built on, 0 for none, null where nothing was built on. */
    submit: (collection: string, school: string, key: string, after: number | null, body: SubmissionBody, options: CallOptions = {}) =>
      ask<Receipt>("PUT", submissionAt(collection, school), {
        body,
        headers: keyedBy(key, after),
        ...options,
      }),
    submission: (collection: string, school: string, options: CallOptions = {}) =>
      ask<Submission>("GET", submissionAt(collection, school), options),
    withdraw: (collection: string, school: string, key: string, options: CallOptions = {}) =>
      ask<Receipt>("DELETE", submissionAt(collection, school), { headers: { "idempotency-key": key }, ...options }),
    /** A call of a plan to move in (shared/handin/plan.ts); `after` as above. */
    replay: ({ method, path, body, key }: PlannedCall, after: number | null, options: CallOptions = {}) =>
      ask<unknown>(method, path, { body, ...(key !== null && { headers: keyedBy(key, after) }), ...options }),
    rollup: (collection: string, options: CallOptions = {}) => ask<Rollup>("GET", `/collections/${at(collection)}/rollup`, options),
    /** `held`: the state of an answer that is held already. */
    tallies: (collection: string, held: string | null = null, options: CallOptions = {}) =>
      ask<TalliesAnswer>("GET", `/collections/${at(collection)}/tallies${held === null ? "" : `?${asked({ held })}`}`, {
        timeout: 3 * patience,
        ...options,
      }),
    /** The 优质均衡 check of a collection of resources. */
    balance: (collection: string, query: Partial<BalanceQuery> = {}, options: CallOptions = {}) =>
      ask<Balance>("GET", `/collections/${at(collection)}/balance?${asked(query)}`, options),
    /** What another version, or another choice, would do to each unit. */
    effect: (collection: string, query: EffectQuery = {}, options: CallOptions = {}) =>
      ask<Effect>("GET", `/collections/${at(collection)}/effect?${asked(query)}`, options),
    /** With a collection: how many lines of each are met, missed, undecided by what that collection holds. */
    statements: (query: StatementQuery = {}, options: CallOptions = {}) => ask<Statements>("GET", `/statements?${asked(query)}`, options),
    /** The region's targets over the statements of its schools. */
    cascade: (collection: string, options: CallOptions = {}) =>
      ask<CountyCascade>("GET", `/collections/${at(collection)}/cascade`, options),
    /** With a collection: each line's verdict by what that collection holds. */
    statement: (school: string, id: string, query: StatementQuery = {}, options: CallOptions = {}) =>
      ask<Statement>("GET", `${statementAt(school, id)}?${asked(query)}`, options),
    /** `after`: the revision this was built on, 0 for none, null where nothing was built on. */
    putStatement: (school: string, id: string, key: string, after: number | null, body: StatementBody, options: CallOptions = {}) =>
      ask<StatementReceipt>("PUT", statementAt(school, id), { body, headers: keyedBy(key, after), ...options }),
    signStatement: (school: string, id: string, key: string, body: SignBody, options: CallOptions = {}) =>
      ask<StatementReceipt>("POST", `${statementAt(school, id)}/sign`, { body, headers: keyedBy(key, null), ...options }),
    amendStatement: (school: string, id: string, key: string, after: number | null, body: AmendBody, options: CallOptions = {}) =>
      ask<StatementReceipt>("POST", `${statementAt(school, id)}/amend`, { body, headers: keyedBy(key, after), ...options }),
    /** Many questions of cells at once. */
    ask: (body: AskBody, options: CallOptions = {}) => ask<AskAnswers>("POST", "/ask", { body, ...options }),
    recount: (collection: string, options: CallOptions = {}) => ask<Recount>("GET", `/collections/${at(collection)}/recount`, options),
  };
}

export type RegionApi = ReturnType<typeof regionApi>;
