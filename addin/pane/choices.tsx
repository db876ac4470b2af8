/** What the region chose where definitions leave something open: for everyone to read, and for the bureau to change. */
import "../all-definitions.ts";
import type { Choice, ChoiceBody, Effect, Overview } from "../../shared/contract.ts";
import type { Option } from "../../shared/indicators/definition.ts";
import { GENERAL_OPTIONS } from "../../shared/indicators/options.ts";
import type { InForce } from "../catalogue.ts";
import type { Connection } from "./connection.ts";
import { Decide } from "./decide.tsx";
import { changesIn } from "./effect.ts";
import { OptionInForce } from "./insert/options.tsx";
import { useSpoken, useWords } from "./say.ts";
import { tellWindows } from "./windows.ts";

interface ChoicesProps {
  readonly connection: Connection;
  readonly here: InForce;
  say(text: string): void;
}

export function Choices({ connection, here, say }: ChoicesProps) {
  const { api, overview, run, reload } = connection;
  const may = overview !== null && (overview.role === "bureau" || overview.role === "admin");

  const put = async (choices: ChoiceBody[]) => {
    if (!api || !overview) return;
    await run(api.putChoices(choices));
    tellWindows(overview.region);
    await reload();
  };

  /** What schools counted by hand rests on what it was asked by, whatever is chosen later. */
  const foresee = async (option: Option, choice: string) => {
    const effects: Effect[] = [];
    for (const { collection, form } of overview?.collections ?? [])
      if (api && form !== "indicators") effects.push(await run(api.effect(collection, { option: option.id, choice })));
    return effects;
  };

  return <ChoiceList choices={overview?.choices ?? []} here={here} say={say} deciding={may ? { county: overview, foresee, put } : null} />;
}

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly here: InForce;
  /** `null` where they are only to be read. */
  readonly deciding: {
    readonly county: Pick<Overview, "name" | "collections">;
    foresee(option: Option, choice: string): Promise<Effect[]>;
    /** The list is put as a whole: what is left out stands at its default. */
    put(choices: ChoiceBody[]): Promise<void>;
  } | null;
  say(text: string): void;
}

/** The same wherever the choices are kept. */
export function ChoiceList({ choices, here, deciding, say }: ChoiceListProps) {
  const w = useWords();
  const spoken = useSpoken();
  const decide = async (option: Option, decided: ChoiceBody | null) => {
    const others = choices.filter((one) => one.option !== option.id).map(({ option, choice, why }) => ({ option, choice, why }));
    await deciding?.put(decided ? [...others, decided] : others);
    say(w.choices.saved(spoken(option.names)));
  };
  return (
    <section aria-labelledby="q-choices">
      <h2 id="q-choices">{w.insert.options}</h2>
      <p class="q-hint">{w.choices.what}</p>
      <ul class="q-plain q-options">
        {openOptions(here).map((option) => {
          const decision = choices.find((one) => one.option === option.id);
          const chosen = option.choices.find(({ id }) => id === decision?.choice) ?? option.choices[0];
          return (
            <OptionInForce key={option.id} option={option} chosen={chosen?.id ?? ""} decision={decision}>
              {deciding && (
                <Decide
                  {...{ option, decision, here, county: deciding.county }}
                  foresee={async (choice) => changesIn(await deciding.foresee(option, choice))}
                  decide={(decided) => decide(option, decided)}
                />
              )}
            </OptionInForce>
          );
        })}
      </ul>
    </section>
  );
}

/** Each option once, in the order of the definitions that carry it; then those that concern all. */
function openOptions({ catalogue, release }: InForce): Option[] {
  const all = catalogue.inForce(release).flatMap(({ options = [] }) => options);
  return [...new Map([...all, ...GENERAL_OPTIONS].map((option) => [option.id, option])).values()];
}
