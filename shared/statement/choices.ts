/** What definitions leave open, as the region had chosen it when a version was written: by that its lines are judged for ever. */
import type { Choice, StatementBody } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import { chooser } from "../indicators/options.ts";
import { chosenIn } from "../indicators/rules.ts";

type Lines = Pick<StatementBody, "lines">;
type Kept = NonNullable<StatementBody["choices"]>;

/** The choice of every option that the lines' definitions have, those at their defaults too: a default may change. */
export function choicesOf({ lines }: Lines, chosen: readonly Pick<Choice, "option" | "choice">[], catalogue: Catalogue): Kept {
  const table = chosenIn(chosen);
  const kept = new Map<string, string>();
  for (const { indicator, version } of lines) {
    const definition = catalogue.find(`${indicator}@${version}`);
    if (!definition) continue;
    const choose = chooser(definition, table);
    for (const { id } of definition.options ?? []) kept.set(id, choose(id));
  }
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([option, choice]) => ({ option, choice }));
}

/** The choices that a statement is read by: its own before those of the collection. Versions from before they were kept have none. */
export function choicesWith({ choices = [] }: Pick<StatementBody, "choices">, those: readonly Choice[]): Choice[] {
  const own = new Set(choices.map(({ option }) => option));
  return [...those.filter(({ option }) => !own.has(option)), ...choices.map((one) => ({ ...one, why: "", by: "", at: "" }))];
}

/** Do two statements read a definition alike? */
export function readAlike(a: Pick<StatementBody, "choices">, b: Pick<StatementBody, "choices">, definition: Definition): boolean {
  const [one, other] = [a, b].map(({ choices }) => chosenIn(choices ?? []));
  return (definition.options ?? []).every(({ id }) => {
    const [here, there] = [one?.[id], other?.[id]];
    return here === undefined || there === undefined || here === there;
  });
}
