import { DurableObject } from "cloudflare:workers";
import type {
  AmendBody,
  AskAnswers,
  AskBody,
  Balance,
  BalanceQuery,
  Choice,
  ChoiceBody,
  Collection,
  CollectionBody,
  CountyCascade,
  Demo,
  Effect,
  EffectQuery,
  Overview,
  Receipt,
  Recount,
  RegionBody,
  Region as RegionView,
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
  TalliesQuery,
  Target,
  TargetBody,
  Token,
  TokenBody,
  TokenIssued,
  Tokens,
} from "../shared/contract.ts";
import type { Act } from "./act.ts";
import { ask } from "./ask.ts";
import type { Caller } from "./auth.ts";
import { balance } from "./balance.ts";
import { putChoices } from "./choices.ts";
import { putCollection } from "./collections.ts";
import type { Env } from "./env.ts";
import type { Receipted } from "./keys.ts";
import { founded, migrate } from "./migrations.ts";
import { type Answer, done, problemOf, refuse } from "./problem.ts";
import { recount } from "./recount.ts";
import { overview, putRegion, regionOf } from "./regions.ts";
import { effect, rollup } from "./rollup.ts";
import { putSchool, putSchools } from "./schools.ts";
import { countyCascade, listStatements, readStatement } from "./statement-views.ts";
import { amendStatement, type Place, putStatement, signStatement } from "./statements.ts";
import { readSubmission, submit, withdraw } from "./submissions.ts";
import { tallies } from "./tallies.ts";
import { putTargets } from "./targets.ts";
import { demoTokens, issueToken, listTokens, revokeToken, tokenInForce } from "./tokens.ts";

/**
 * A region: there is only ever one object for each region code, and everything the region has lies in its own SQLite.
 * Each method is one transaction that first admits the caller; it either happened whole or not at all.
 */
export class Region extends DurableObject<Env> {
  readonly sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    if (founded(this.sql)) migrate(ctx.storage, this.sql);
  }

  /** Names the region; the first time, its tables are made. */
  put(caller: Caller, code: string, body: RegionBody): Answer<RegionView> {
    return this.#answer(() => {
      const who = this.#who(caller);
      migrate(this.ctx.storage, this.sql);
      return putRegion({ sql: this.sql, now: caller.now, ...who }, code, body);
    });
  }

  overview(caller: Caller): Answer<Overview> {
    return this.#admit(caller, overview);
  }

  issueToken(caller: Caller, body: TokenBody): Answer<TokenIssued> {
    return this.#admit(caller, (act) => issueToken(act, body));
  }

  listTokens(caller: Caller): Answer<Tokens> {
    return this.#admit(caller, listTokens);
  }

  revokeToken(caller: Caller, id: string): Answer<Token> {
    return this.#admit(caller, (act) => revokeToken(act, id));
  }

  putSchool(caller: Caller, code: string, body: SchoolBody): Answer<School> {
    return this.#admit(caller, (act) => putSchool(act, code, body));
  }

  putSchools(caller: Caller, body: SchoolsBody): Answer<SchoolsStored> {
    return this.#admit(caller, (act) => putSchools(act, body));
  }

  putCollection(caller: Caller, id: string, body: CollectionBody): Answer<Collection> {
    return this.#admit(caller, (act) => putCollection(act, id, body));
  }

  putTargets(caller: Caller, targets: TargetBody[]): Answer<{ targets: Target[] }> {
    return this.#admit(caller, (act) => putTargets(act, targets));
  }

  putChoices(caller: Caller, choices: ChoiceBody[]): Answer<{ choices: Choice[] }> {
    return this.#admit(caller, (act) => putChoices(act, choices));
  }

  submit(caller: Caller, collection: string, school: string, key: string, after: number | null, body: SubmissionBody): Answer<Receipt> {
    return receipted(this.#admit(caller, (act) => submit(act, collection, school, key, after, body)));
  }

  withdraw(caller: Caller, collection: string, school: string, key: string, after: number | null): Answer<Receipt> {
    return receipted(this.#admit(caller, (act) => withdraw(act, collection, school, key, after)));
  }

  submission(caller: Caller, collection: string, school: string): Answer<Submission> {
    return this.#admit(caller, (act) => readSubmission(act, collection, school));
  }

  rollup(caller: Caller, collection: string): Answer<Rollup> {
    return this.#admit(caller, (act) => rollup(act, collection));
  }

  /** JSON, in UTF-8. */
  tallies(caller: Caller, collection: string, query: TalliesQuery): Answer<ReadableStream<Uint8Array>> {
    return this.#admit(caller, (act) => tallies(act, collection, query));
  }

  balance(caller: Caller, collection: string, query: BalanceQuery): Answer<Balance> {
    return this.#admit(caller, (act) => balance(act, collection, query));
  }

  effect(caller: Caller, collection: string, query: EffectQuery): Answer<Effect> {
    return this.#admit(caller, (act) => effect(act, collection, query));
  }

  ask(caller: Caller, body: AskBody): Answer<AskAnswers> {
    return this.#admit(caller, (act) => ask(act, body));
  }

  recount(caller: Caller, collection: string): Answer<Recount> {
    return this.#admit(caller, (act) => recount(act, collection));
  }

  putStatement(caller: Caller, place: Place, key: string, after: number | null, body: StatementBody): Answer<StatementReceipt> {
    return receipted(this.#admit(caller, (act) => putStatement(act, place, key, after, body)));
  }

  amendStatement(caller: Caller, place: Place, key: string, after: number | null, body: AmendBody): Answer<StatementReceipt> {
    return receipted(this.#admit(caller, (act) => amendStatement(act, place, key, after, body)));
  }

  signStatement(caller: Caller, place: Place, key: string, after: number | null, body: SignBody): Answer<StatementReceipt> {
    return receipted(this.#admit(caller, (act) => signStatement(act, place, key, after, body)));
  }

  statement(caller: Caller, place: Place, query: StatementQuery): Answer<Statement> {
    return this.#admit(caller, (act) => readStatement(act, place, query));
  }

  cascade(caller: Caller, collection: string): Answer<CountyCascade> {
    return this.#admit(caller, (act) => countyCascade(act, collection));
  }

  statements(caller: Caller, query: StatementQuery): Answer<Statements> {
    return this.#admit(caller, (act) => listStatements(act, query));
  }

  /** Only whether the caller would be let in: before somebody is told what is wrong with a body. */
  admits(caller: Caller): Answer<null> {
    return this.#answer(() => {
      this.#who(caller);
      return null;
    });
  }

  /** Tokens for whoever tries the product here; index.ts decides that this is such a machine. */
  demo(now: number): Answer<Demo> {
    return this.#answer(() => {
      const region = founded(this.sql) && regionOf(this.sql);
      if (!region) throw refuse("region-unknown");
      return demoTokens({ sql: this.sql, region, now, actor: "demo", office: "demo", role: "admin", school: null });
    });
  }

  #admit<T>(caller: Caller, work: (act: Act) => T): Answer<T> {
    return this.#answer(() => {
      const who = this.#who(caller);
      const region = founded(this.sql) && regionOf(this.sql);
      if (!region) throw refuse("region-unknown");
      return work({ sql: this.sql, region, now: caller.now, ...who });
    });
  }

  /** Who this is, if the route is theirs. To a token, a region that does not exist answers like one that does. */
  #who({ token, may, school, now }: Caller): Pick<Act, "actor" | "office" | "role" | "school"> {
    const found = token !== null && founded(this.sql) ? tokenInForce(this.sql, token, now) : undefined;
    if (token !== null && !found) throw refuse("token-invalid");
    const role = found?.role ?? "admin";
    if (!may.includes(role)) throw refuse("role-forbidden");
    if (role === "school" && school !== null && found?.school !== school) throw refuse("school-foreign");
    const actor = found?.id ?? "admin";
    return { actor, office: found?.name || (found ? `${OFFICES[role]} ${actor}` : actor), role, school: found?.school ?? null };
  }

  /** One transaction. A refusal, or a fault, undoes it and crosses over as data; of a fault, only that there was one. */
  #answer<T>(work: () => T): Answer<T> {
    try {
      return done(this.ctx.storage.transactionSync(work));
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }
}

/** Whose a token without a name is. */
const OFFICES: Readonly<Record<string, string>> = { bureau: "教育局", school: "学校", viewer: "查看者", admin: "管理员" };

function receipted<Given>(answer: Answer<Receipted<Given>>): Answer<Given> {
  return answer.ok ? { ok: true, value: answer.value.receipt, replayed: answer.value.replayed } : answer;
}
