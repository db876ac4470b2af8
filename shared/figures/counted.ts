/** What the heads of a rate are called, wherever they are told: one word for one thing. */
import { thingsOf } from "../display.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";

/** Pupils; sittings where a pupil counts once in each of several papers; things where a definition says itself what it counts. */
export type Counted = "pupils" | "sittings" | "things";

/** Over several papers a pupil is counted in each: 人次. */
export function countsSittings({ reads }: Pick<Definition, "reads">): boolean {
  return reads.from === "stage";
}

export function countedIn({ reads, kind }: Pick<Definition, "reads" | "kind">): Counted {
  if (countsSittings({ reads })) return "sittings";
  return kind.kind === "share" || kind.kind === "joint" ? "pupils" : "things";
}

/** Behind a number of many. */
export const COUNTED: Readonly<Record<Counted, Words>> = {
  pupils: { zh: "人", en: "pupils" },
  sittings: { zh: "人次", en: "sittings" },
  things: { zh: "", en: "" },
};

/** Behind a number in Excel's own writing. */
export function countFormat(counted: Counted): Words {
  const { zh, en } = COUNTED[counted];
  return counted === "things" ? { zh: "0", en: "0" } : { zh: `0" ${zh}"`, en: `[=1]0" ${en.slice(0, -1)}";0" ${en}"` };
}

/** 3 人次, 1 sitting; of things the number alone. */
export function countWords(n: number, counted: Counted): Words {
  const { zh, en } = COUNTED[counted];
  const own = thingsOf(String(n), en);
  return { zh: `${n}${zh && ` ${zh}`}`, en: `${n}${own && ` ${own}`}` };
}
