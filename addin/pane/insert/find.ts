/** Finding indicators as one types: Chinese, English, ids, and the initials of the pinyin that were worked out while building. */
import initials from "virtual:initials";
import type { Definition } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { filtered, type Pick } from "../../../shared/indicators/search.ts";

const INITIALS = new Map(shipped.all.map(({ names }, at) => [names.zh, initials[at] ?? ""]));

/** A name that only the server knows has no initials here, and is found by all else. */
export function found(definitions: readonly Definition[], pick: Pick): Definition[] {
  return filtered(definitions, pick, (name) => INITIALS.get(name) ?? "");
}
