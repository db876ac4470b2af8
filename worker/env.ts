import type { Answer } from "./problem.ts";
import type { Region } from "./region.ts";

/** What the platform gives the Worker; wrangler.toml says where each comes from. */
export interface Env {
  readonly REGION: DurableObjectNamespace<Region>;
  readonly ASSETS: Fetcher;
  /** Who knows it is the deployment's admin. Unset: nobody is. */
  readonly ADMIN_SECRET?: string;
  /** "1" on the machine of whoever tries the product: `/api/demo` exists. */
  readonly DEMO?: string;
}

/** A region's object as it is called from outside. The platform's own type turns pairs like [mark, pupils] into lists on the way. */
export type RegionStub = {
  [Verb in keyof Region as Region[Verb] extends (...args: never[]) => Answer<unknown> ? Verb : never]: Region[Verb] extends (
    ...args: infer Arguments
  ) => infer Result
    ? (...args: Arguments) => Promise<Result>
    : never;
};

/** The one object of a region code. */
export function regionAt(namespace: DurableObjectNamespace<Region>, code: string): RegionStub {
  return namespace.get(namespace.idFromName(code)) as unknown as RegionStub;
}
