/** The OpenAPI document, made from the same lines and schemas that answer and validate (route.ts). */
import { createRoute, z } from "@hono/zod-openapi";
import * as contract from "../shared/contract.ts";
import { definitions } from "../shared/indicators/index.ts";
import type { Who } from "./auth.ts";
import type { App } from "./route.ts";

interface Documented {
  readonly sentence: string;
  readonly method: string;
  readonly path: string;
  readonly codes: z.ZodObject;
  readonly key?: z.ZodString | undefined;
  readonly who?: readonly Who[];
  readonly takes?: z.ZodType;
  readonly gives: z.ZodType;
  readonly status?: number;
}

export function document(registry: App["openAPIRegistry"], line: Documented): void {
  const { sentence, method, path, codes, key, who, takes, gives, status = 200 } = line;
  registry.registerPath(
    createRoute({
      method: method.toLowerCase() as "get",
      path,
      summary: sentence,
      ...(who && { description: `For: ${who.join(", ")}.`, security: [{ token: [] }] }),
      request: {
        params: codes,
        ...(key && { headers: z.object({ "Idempotency-Key": key }) }),
        ...(takes && { body: { required: true, content: { "application/json": { schema: takes } } } }),
      },
      responses: {
        [status]: { description: "Done.", content: { "application/json": { schema: gives } } },
        default: { description: "Refused, and why.", content: { "application/problem+json": { schema: contract.problem } } },
      },
    }),
  );
}

/** The whole document. Written once, when it is first asked for: the routes do not change while the Worker runs. */
export function describe(app: App) {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "q1.<region>.<secret>",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "QUALITY",
      version: definitions,
      description: "School-quality indicators of a Chinese county: counts in, figures and verdicts out.",
    },
  });
}

/** Which methods an address takes, whatever codes it holds. */
export function methodsAt(app: App, path: string): string[] {
  return app.openAPIRegistry.definitions.flatMap((one) => {
    if (one.type !== "route") return [];
    const form = new RegExp(`^${one.route.path.replace(/\{\w+\}/g, "[^/]+")}$`);
    return form.test(path) ? [one.route.method.toUpperCase()] : [];
  });
}
