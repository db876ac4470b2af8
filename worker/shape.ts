/** Does a value have the shape a schema asks for? If not, every place that differs, as JSON paths. */
import type { z } from "zod";
import { type Fault, refuse } from "./problem.ts";
import type { ReasonName } from "./reasons.ts";

export function shaped<S extends z.ZodType>(schema: S, value: unknown, reason: ReasonName): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw refuse(reason, read.error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code !== "unrecognized_keys") return [{ at: pathOf(issue.path), words: { zh: "这里的值不合规定。", en: issue.message } }];
  return issue.keys.map((key) => ({
    at: pathOf([...issue.path, key]),
    words: { zh: "没有这个字段，不予接收。", en: "there is no such key, and nothing unknown is taken" },
  }));
}

/** `slices[0].scores.grid`; a key that is no plain word is quoted, and a long one cut. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) =>
      typeof step === "number"
        ? `[${step}]`
        : /^[A-Za-z]\w{0,39}$/.test(String(step))
          ? `.${String(step)}`
          : `[${JSON.stringify(String(step).slice(0, 40))}]`,
    )
    .join("")
    .replace(/^\./, "");
}
