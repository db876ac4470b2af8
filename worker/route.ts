/**
 * How a line of the route table becomes a route: who is asking, the codes in the address, the key and the body, in that order.
 * Somebody who may not come in is told so before anything is said about what they sent.
 */
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as contract from "../shared/contract.ts";
import { type Caller, credentialOf, type Who } from "./auth.ts";
import { limits, readJson } from "./body.ts";
import type { Env, RegionStub } from "./env.ts";
import { document } from "./openapi.ts";
import { type Answer, Refused, refuse } from "./problem.ts";
import { toResponse } from "./response.ts";
import { shaped } from "./shape.ts";

export type App = OpenAPIHono<{ Bindings: Env }>;
type Asked = Context<{ Bindings: Env }>;
type Method = "GET" | "PUT" | "POST" | "DELETE";

/** Every code an address may hold. */
const codeShapes = {
  region: contract.regionCode,
  school: contract.schoolCode,
  collection: contract.collectionId,
  id: contract.tokenId,
  statement: contract.statementId,
  indicator: z.string().max(80),
};
type Code = keyof typeof codeShapes;
type CodesOf<Path extends string> = Path extends `${string}{${infer One extends Code}}${infer Rest}` ? One | CodesOf<Rest> : never;
type Codes<Path extends string> = Readonly<Record<CodesOf<Path>, string>>;

const keyShape = z.string().regex(/^[\x21-\x7e]{1,255}$/);

interface OpenLine<Takes extends z.ZodType, Gives extends z.ZodType, Query extends z.ZodObject> {
  readonly gives: Gives;
  readonly takes?: Takes;
  /** What may stand behind the question mark. */
  readonly query?: Query;
  /** The same for everybody until the next release: browsers may keep it. */
  readonly cached?: boolean;
}

interface RegionLine<Takes extends z.ZodType, Gives extends z.ZodType, Query extends z.ZodObject> {
  readonly who: readonly Who[];
  readonly query?: Query;
  readonly takes?: Takes;
  readonly gives: Gives;
  readonly status?: 200 | 201;
  /** The largest body, in bytes. */
  readonly limit?: number;
  /** The request needs an Idempotency-Key. */
  readonly keyed?: boolean;
}

/** What a region's route works with. */
interface Call<Path extends string, Body, Query> {
  readonly region: RegionStub;
  readonly caller: Caller;
  readonly codes: Codes<Path>;
  readonly key: string;
  /** The revision the sender built on, 0 for none; null where it did not say. */
  readonly after: number | null;
  readonly body: Body;
  readonly query: Query;
}

/** What an open route works with. */
interface OpenCall<Path extends string, Body, Query> {
  readonly codes: Codes<Path>;
  readonly body: Body;
  readonly query: Query;
  readonly context: Asked;
}

/** What only index.ts touches: the clock and the bindings. */
interface Given {
  readonly now: number;
  readonly adminSecret: string | undefined;
  region(code: string): RegionStub;
}

/** What is too large to be made at once comes as a stream of its JSON. */
type Handled<Gives extends z.ZodType> = Promise<Answer<z.output<Gives> | ReadableStream<Uint8Array>>> | Answer<z.output<Gives>>;

/** Routes that anyone may ask. */
export function openRoutes(app: App) {
  return function anyone<Path extends string, Gives extends z.ZodType, Takes extends z.ZodType, Query extends z.ZodObject>(
    sentence: string,
    address: `${"GET" | "POST"} ${Path}`,
    line: OpenLine<Takes, Gives, Query>,
    handle: (call: OpenCall<Path, z.output<Takes>, z.output<Query>>) => Handled<Gives>,
  ): void {
    const { method, path, pattern, codes } = parse(address);
    document(app.openAPIRegistry, { sentence, method, path, codes, ...line });
    app.on(method, pattern, async function answerAnyone(context) {
      const given = shaped(codes, context.req.param(), "path-invalid") as Codes<Path>;
      const query = queryOf(line.query, context) as z.output<Query>;
      const body = (line.takes && shaped(line.takes, await readJson(context.req.raw, limits.inputs), "body-invalid")) as z.output<Takes>;
      return toResponse(await handle({ codes: given, body, query, context }), line, context.req.header("If-None-Match"));
    });
  };
}

/** Routes into a region, for the deployment's admin or a token of that region. */
export function regionRoutes(app: App, given: (context: Asked) => Given) {
  return function route<Path extends string, Takes extends z.ZodType, Gives extends z.ZodType, Query extends z.ZodObject>(
    sentence: string,
    address: `${Method} /api/regions/{region}${Path}`,
    line: RegionLine<Takes, Gives, Query>,
    handle: (call: Call<`{region}${Path}`, z.output<Takes>, z.output<Query>>) => Handled<Gives>,
  ): void {
    const { method, path, pattern, codes } = parse(address);
    document(app.openAPIRegistry, { sentence, method, path, codes, key: line.keyed ? keyShape : undefined, ...line });
    app.on(method, pattern, async function answerCaller(context) {
      const { now, adminSecret, region: open } = given(context);
      const { region: code = "", school = null } = context.req.param() as Partial<Record<Code, string>>;
      const token = credentialOf(context.req.header("Authorization"), code, adminSecret);
      if (token === null && !line.who.includes("admin")) throw refuse("role-forbidden");
      const caller: Caller = { token, may: line.who, school, now };
      const region = open(code);
      const read = async () => ({
        codes: shaped(codes, context.req.param(), "path-invalid") as Codes<`{region}${Path}`>,
        key: line.keyed ? readKey(context.req.header("Idempotency-Key")) : "",
        after: line.keyed ? readAfter(context.req.header("If-Match")) : null,
        query: queryOf(line.query, context) as z.output<Query>,
        body: (line.takes &&
          shaped(line.takes, await readJson(context.req.raw, line.limit ?? limits.setting), "body-invalid")) as z.output<Takes>,
      });
      const wanted = await read().catch(async function strangersFirst(fault: unknown) {
        const admitted = token === null ? undefined : await region.admits(caller);
        throw admitted && !admitted.ok ? new Refused(admitted.problem) : fault;
      });
      return toResponse(await handle({ region, caller, ...wanted }), line);
    });
  };
}

function queryOf(shape: z.ZodObject | undefined, context: Asked): unknown {
  return shape && shaped(shape, context.req.query(), "query-invalid");
}

function parse(address: string) {
  const [method, path] = address.split(" ") as [Method, string];
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Code);
  const codes = z.object(Object.fromEntries(names.map((name) => [name, codeShapes[name]])));
  return { method, path, pattern: path.replace(/\{(\w+)\}/g, ":$1"), codes };
}

/** `If-Match: "3"`: take this only if revision 3 still stands, so that two computers do not undo each other's grades. */
function readAfter(sent: string | undefined): number | null {
  if (sent === undefined) return null;
  const revision = /^"?(\d{1,9})"?$/.exec(sent)?.[1];
  if (revision === undefined) throw refuse("if-match-invalid");
  return Number(revision);
}

function readKey(sent: string | undefined): string {
  if (sent === undefined || sent === "") throw refuse("idempotency-key-missing");
  if (!keyShape.safeParse(sent).success) throw refuse("idempotency-key-invalid");
  return sent;
}
