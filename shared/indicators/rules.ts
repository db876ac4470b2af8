/** By which definitions, and by which of a region's choices, something is read. */
import type { Choice, Paper, ReadingInForce } from "../contract.ts";
import { ownLines } from "../figures/own-lines.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Definition } from "./definition.ts";
import { percentOf } from "./kinds/share.ts";
import { type Choose, chooser, readingsInForce } from "./options.ts";
import { NEGATIVE_SHARE } from "./readings.ts";

export interface Rules {
  readonly release: string;
  readonly definitions: readonly Definition[];
  /** The region's choices; options it has not decided stand at their defaults. */
  readonly choices: readonly Choice[];
}

export function rulesOf(catalogue: Catalogue, release: string, choices: readonly Choice[] = []): Rules {
  return { release, definitions: catalogue.inForce(release), choices };
}

/** The choices as a table: option -> choice. */
export function chosenIn(choices: readonly Pick<Choice, "option" | "choice">[]): Readonly<Record<string, string>> {
  return Object.fromEntries(choices.map(({ option, choice }) => [option, choice]));
}

export function chooseBy({ choices }: Rules, definition: Definition): Choose {
  return chooser(definition, chosenIn(choices));
}

export function readingIdsOf({ choices }: Rules, definition: Definition): string[] {
  return readingsInForce(definition, chosenIn(choices)).map(({ id }) => id);
}

/**
 * The texts of the readings of these ids, each once, with who decided it where the region did. `papers`: of the exam that is read; where
 * it sets lines itself, these are told in place of the choice.
 */
export function readingTexts({ choices, definitions }: Rules, ids: ReadonlySet<string>, papers: readonly Paper[] = []): ReadingInForce[] {
  const chosen = chosenIn(choices);
  const all = [...definitions.flatMap((definition) => readingsInForce(definition, chosen)), NEGATIVE_SHARE].filter(({ id }) => ids.has(id));
  return [...new Map(all.map((reading) => [reading.id, reading])).values()].map((reading) => {
    const own = choices.find(({ option, choice }) => reading.id === `${option}:${choice}`);
    const typed = ownLines(reading, papers);
    const decided = own && !typed?.all ? { by: own.by, at: own.at, why: own.why } : null;
    return { ...reading, ...typed?.text, decided };
  });
}

/** The lines of a paper that does not set them, in per cent of the full mark. */
export function percentsIn({ choices }: Pick<Rules, "choices">) {
  const chosen = chosenIn(choices);
  const choose: Choose = (option) => chosen[option] ?? "";
  return { pass: percentOf("pass", choose), excellent: percentOf("excellent", choose), low: percentOf("low", choose) };
}
