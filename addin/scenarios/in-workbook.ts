/** Scenarios in a workbook: one text, read before every change and written whole with it. What cannot be read is left alone. */
import { read, withoutScenario, withScenario, written } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import type { Workbook } from "../host.ts";
import type { ScenarioKeeping } from "./keeping.ts";

/** The name under which a workbook keeps them. */
const NAME = "quality.scenarios";

/** The playground's workbook lasts as long as its page. */
export function inWorkbook(workbook: Pick<Workbook, "keptText" | "keepText" | "host">): ScenarioKeeping {
  const all = async () => {
    const text = await workbook.keptText(NAME);
    return text === "" ? [] : read(text);
  };
  // Another pane on this workbook may have saved meanwhile: the change is made on what stands now.
  const change = async (next: (now: readonly Scenario[]) => readonly Scenario[]) => {
    const fresh = next(await all());
    await workbook.keepText(NAME, written(fresh));
    return fresh;
  };
  return {
    where: workbook.host === "playground" ? "page" : "workbook",
    all,
    put: (scenario, seen) => change((now) => withScenario(now, scenario, seen)),
    remove: (gone) => change((now) => withoutScenario(now, gone)),
    discard: () => workbook.keepText(NAME, ""),
  };
}
