/** The collection that 看结果 and 推演 begin with: the latest exam of which something is handed in, else the latest of anything. */
import type { Collection } from "../../shared/contract.ts";
import { inTime } from "../../shared/period.ts";
import type { Office } from "./office.ts";

export function toBeginWith(all: readonly Collection[], held: Office["held"]): Collection | undefined {
  const collections = inTime(all);
  const exams = collections.filter(({ form }) => form === "exam");
  const handedIn = ({ collection }: Collection) => held.some((one) => one.collection === collection);
  return exams.filter(handedIn).at(-1) ?? collections.filter(handedIn).at(-1) ?? exams.at(-1) ?? collections.at(-1);
}
