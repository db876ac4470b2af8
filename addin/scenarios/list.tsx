/** The scenarios kept of this collection: what each supposes, and what can be done with it. */
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { type ScenarioDictionary, useScenarioWords } from "./words.ts";

interface ScenarioListProps {
  readonly own: readonly Scenario[];
  readonly ticked: ReadonlySet<string>;
  tick(names: ReadonlySet<string>): void;
  open(scenario: Scenario): void;
  remove(scenario: Scenario): void;
  /** Not everybody may. */
  readonly draft: ((scenario: Scenario) => void) | undefined;
}

export function ScenarioList({ own, ticked, tick, open, remove, draft }: ScenarioListProps) {
  const w = useScenarioWords();
  if (own.length === 0) return null;
  const toggle = (name: string, on: boolean) => tick(new Set(on ? [...ticked, name] : [...ticked].filter((one) => one !== name)));
  return (
    <ul class="q-plain s-list">
      {own.map((scenario) => (
        <li key={scenario.name}>
          <label class="q-tick">
            <input
              type="checkbox"
              checked={ticked.has(scenario.name)}
              onChange={({ currentTarget }) => toggle(scenario.name, currentTarget.checked)}
              aria-label={w.of(w.compare, scenario.name)}
            />
            <span>
              <strong>{scenario.name}</strong> <span class="q-hint">{summaryOf(scenario, w)}</span>
            </span>
          </label>
          <span class="s-actions">
            <button type="button" class="w-small" aria-label={w.of(w.open, scenario.name)} onClick={() => open(scenario)}>
              {w.open}
            </button>
            {draft && (
              <button type="button" class="w-small" aria-label={w.of(w.draft, scenario.name)} onClick={() => draft(scenario)}>
                {w.draft}
              </button>
            )}
            <button type="button" class="w-small" aria-label={w.of(w.remove, scenario.name)} onClick={() => remove(scenario)}>
              {w.remove}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What it supposes, in a few words. */
export function summaryOf({ moves, choices, lifts, inputs, query }: Scenario, w: ScenarioDictionary): string {
  const parts = [
    ...(moves.length > 0 ? [w.lines(moves.length)] : []),
    ...(choices.length > 0 ? [w.choices(choices.length)] : []),
    ...(lifts.length > 0 ? [w.lifts(liftedText(lifts, w), new Set(lifts.map((one) => one.school)).size)] : []),
    ...(inputs.length > 0 ? [w.inputs(inputs.length)] : []),
    ...(query.limit ? [w.limit] : []),
  ];
  return parts.join(" · ");
}

/** How many are lifted; over several papers a pupil is counted in each. */
export function liftedText(lifts: Scenario["lifts"], w: ScenarioDictionary): string {
  const papers = new Set(lifts.map(({ grade, subject }) => `${grade} ${subject}`));
  const n = lifts.reduce((sum, one) => sum + one.pupils, 0);
  return papers.size > 1 ? w.sittings(n) : w.pupils(n);
}
