import type { Parts } from "./layout.ts";
import type { TemplateRequest } from "./request.ts";
export function enteredTemplate(_: TemplateRequest): Parts {
  throw new Error("todo");
}
