/** A scenario into what the page holds: as strictly as it will be read from a file. */
import type { Store } from "../../shared/handin/held.ts";
import { faultsIn } from "../../shared/handin/shape.ts";
import { invalid } from "../../shared/refusal.ts";
import { scenarioShape, withScenario } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";

/** One more, or in place of the one of its name. Refuses one that no file could hold, saying where. */
export function putScenario(store: Store, scenario: Scenario, seen: Scenario | null): Store {
  const [fault] = faultsIn(scenarioShape, scenario);
  if (fault) throw invalid(`方案没有保存：${fault.at}：${fault.words.zh}`, `the scenario was not kept: ${fault.at}: ${fault.words.en}`);
  return { ...store, scenarios: withScenario(store.scenarios ?? [], scenario, seen) };
}
