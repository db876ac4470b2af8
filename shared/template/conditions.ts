import type { Parts } from "./layout.ts";
import type { TemplateRequest } from "./request.ts";
export function conditionTemplate(_: TemplateRequest): Parts {
  throw new Error("todo");
}
