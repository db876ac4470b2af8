/** By which definitions, and by which of a region's choices, something is read. */

import type { Definition, Reading } from "./definition.ts";
import { percentOf } from "./kinds/share.ts";
import { type Choose, chooser, readingsInForce } from "./options.ts";

export interface Rules {
  readonly release: string;
  readonly definitions: readonly Definition[];
  /** The region's choice for each option it has decided; the others stand at their defaults. */
  readonly chosen: Readonly<Record<string, string>>;
}

export function chooseBy({ chosen }: Rules, definition: Definition): Choose {
  return chooser(definition, chosen);
}

export function readingIdsOf({ chosen }: Rules, definition: Definition): string[] {
  return readingsInForce(definition, chosen).map(({ id }) => id);
}

/** The texts of readings, each once. */
export function readingsOf({ chosen }: Rules, definitions: readonly Definition[]): Reading[] {
  const all = definitions.flatMap((definition) => readingsInForce(definition, chosen));
  return [...new Map(all.map((reading) => [reading.id, reading])).values()];
}

/** The lines of a paper that does not set them, in per cent of the full mark. */
export function percentsIn({ chosen }: Pick<Rules, "chosen">) {
  const choose: Choose = (option) => chosen[option] ?? "";
  return { pass: percentOf("pass", choose), excellent: percentOf("excellent", choose), low: percentOf("low", choose) };
}
