/** The OpenAPI document, made from the same lines and schemas that answer and validate (route.ts). */
import { createRoute, z } from "@hono/zod-openapi";
import * as contract from "../shared/contract.ts";
import { latestRelease } from "../shared/indicators/index.ts";
import type { Who } from "./auth.ts";
import type { App } from "./route.ts";

type Registry = App["openAPIRegistry"];

interface Documented {
  readonly sentence: string;
  readonly method: string;
  readonly path: string;
  readonly codes: z.ZodObject;
  readonly key?: z.ZodString | undefined;
  readonly who?: readonly Who[];
  readonly takes?: z.ZodType | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly gives: z.ZodType;
  readonly status?: number;
}

export function document(registry: Registry, line: Documented): void {
  const { sentence, method, path, codes, key, who, takes, query, gives, status = 200 } = line;
  registry.registerPath(
    createRoute({
      method: method.toLowerCase() as "get",
      path,
      summary: sentence,
      ...(who && { description: `For: ${who.join(", ")}.`, security: [{ token: [] }] }),
      request: {
        params: codes,
        ...(query && { query }),
        ...(key && { headers: z.object({ "Idempotency-Key": key, "If-Match": afterShape }) }),
        ...(takes && { body: { required: true, content: { "application/json": { schema: named(registry, takes) } } } }),
      },
      responses: {
        [status]: { description: "Done.", content: { "application/json": { schema: named(registry, gives) } } },
        default: {
          description: "Refused, and why.",
          content: { "application/problem+json": { schema: named(registry, contract.problem) } },
        },
      },
    }),
  );
}

const afterShape = z
  .string()
  .optional()
  .meta({ description: "the revision this was built on, 0 for none: refused (412) if another stands" });

const components = new Map<unknown, z.ZodType>();

/** A shape of the contract appears once, under its name there. */
function named(registry: Registry, shape: z.ZodType): z.ZodType {
  const name = Object.entries(contract).find(([, one]) => one === shape)?.[0];
  if (name && !components.has(shape)) {
    // A clone, because only shapes made after the generator was loaded know how to bear a name.
    components.set(shape, registry.register(name.charAt(0).toUpperCase() + name.slice(1), shape.clone()));
  }
  return components.get(shape) ?? shape;
}

type OpenApi = ReturnType<App["getOpenAPI31Document"]>;

/** The whole document. Written once, when it is first asked for: the routes do not change while the Worker runs. */
export function describe(app: App): OpenApi {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "q1.<region>.<secret>",
  });
  const made = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "QUALITY",
      version: latestRelease,
      description: "School-quality indicators of a Chinese county: counts in, figures and verdicts out.",
    },
  });
  // The generator leaves the flag of /…/u in the pattern; JSON Schema's patterns are unicode anyway.
  const written = JSON.stringify(made, (key, part: unknown) => (key === "pattern" ? String(part).replace(/\/u$/, "") : part));
  return JSON.parse(written) as OpenApi;
}

/** Which methods an address takes, whatever codes it holds. */
export function methodsAt(app: App, path: string): string[] {
  return app.openAPIRegistry.definitions.flatMap((one) => {
    if (one.type !== "route") return [];
    const form = new RegExp(`^${one.route.path.replace(/\{\w+\}/g, "[^/]+")}$`);
    return form.test(path) ? [one.route.method.toUpperCase()] : [];
  });
}
