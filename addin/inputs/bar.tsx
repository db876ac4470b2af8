/** What is supposed, number by number, so that nobody takes it for real, and the way back. */
import type { Ref } from "preact";
import type { ResourceName } from "../../shared/contract.ts";
import { ruleOf } from "../../shared/indicators/kinds.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import type { Words } from "../../shared/refusal.ts";
import type { RollupInput } from "../../shared/rollup.ts";
import type { InputChange } from "../../shared/whatif/inputs.ts";
import { resourceUnit } from "../../shared/whatif/levers.ts";
import { useSpoken } from "../pane/say.ts";
import { StepsBar, type WayBack } from "../whatif/steps-bar.tsx";
import type { InputsHistory } from "./supposed.ts";
import { useInputsWords } from "./words.ts";

interface BarProps {
  readonly input: RollupInput;
  readonly history: InputsHistory;
  readonly undoButton: Ref<HTMLButtonElement>;
  take(step: WayBack): void;
  set(next: readonly InputChange[]): void;
}

export function SupposedBar({ input, history, undoButton, take, set }: BarProps) {
  const w = useInputsWords();
  const spoken = useSpoken();
  const { changes } = history.now;
  const real = changes.length === 0;
  return (
    <div class={real ? "w-bar i-bar" : "w-bar w-supposed i-bar"}>
      <p role="status">
        <strong>{real ? w.real : w.supposed}</strong>
      </p>
      <StepsBar {...{ history, real, undoButton, take }} />
      {!real && (
        <ul class="q-plain i-changes">
          {changes.map((change) => {
            const text = spoken(changeWords(input, change));
            return (
              <li key={text}>
                {text}{" "}
                <button
                  type="button"
                  class="w-small"
                  aria-label={w.drop(text)}
                  onClick={() => set(changes.filter((one) => one !== change))}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function changeWords(input: RollupInput, change: InputChange): Words {
  const { unit, name, by } = change;
  const school = unit === input.region ? { zh: "全县", en: "county" } : { zh: nameOf(input, unit), en: nameOf(input, unit) };
  const { names, parts, unit: measure } = numberOf(input, change);
  const sign = by > 0 ? `+${by / parts}` : `−${-by / parts}`;
  const what = names ?? { zh: name, en: name };
  const counted = (tongue: keyof Words) => (measure ? ` ${measure[tongue]}` : "");
  return { zh: `${school.zh} ${what.zh} ${sign}${counted("zh")}`, en: `${school.en}: ${what.en} ${sign}${counted("en")}` };
}

function nameOf({ members }: RollupInput, unit: string): string {
  return members.find(({ school }) => school === unit)?.name ?? unit;
}

interface Numbered {
  readonly names: Words | null;
  /** In how many parts it is sent. */
  readonly parts: number;
  /** What it is counted in, where that is no part of its name. */
  readonly unit?: Words;
}

function numberOf({ rules }: RollupInput, { indicator, name }: InputChange): Numbered {
  if (indicator === null) return resourceOf(name);
  const definition = rules.definitions.find(({ id }) => id === indicator);
  if (!definition) return { names: null, parts: 1 };
  const input = ruleOf(definition.kind)
    .inputs(definition.kind)
    .find(({ id }) => id === name);
  const places = input ? input.shape : "whole";
  return { names: joined(definition.names, input?.names ?? null), parts: places === "amount" || name === "sum" ? 100 : 1 };
}

function resourceOf(name: string): Numbered {
  const known = RESOURCE_UNITS[name as ResourceName];
  if (!known) return { names: { zh: "学生数", en: "pupils" }, parts: 1 };
  return { names: known, parts: known.parts, unit: resourceUnit(name as ResourceName) };
}

function joined(of: Words, part: Words | null): Words {
  return part ? { zh: `${of.zh}·${part.zh}`, en: `${of.en}: ${part.en}` } : of;
}
