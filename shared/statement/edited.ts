/**
 * Whether a line still asks what its source asks. Known where the source is the catalogue's own clause, whose limits stand in the definition,
 * and where it is a scenario, whose number stands in the source.
 */
import type { StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { askedByScenario, sourceOf } from "./source.ts";

type Asking = Pick<StatementLine, "stage" | "source" | "operator" | "value" | "upTo">;

/**
 * That the line asks something else than its source, and what that is: "已改，原要求 ≥ 95 %". `null` where they agree, where another document is named (it may ask just
 * that), and where the line has no number: then it asks nothing that could be taken for the source's.
 */
export function editedFrom(line: Asking, definition: Definition): Words | null {
  if (line.operator === null || line.value === null) return null;
  const supposed = askedByScenario(line.source);
  if (supposed !== null) {
    const own = shownLimit(line.operator, line.value, line.upTo, definition).zh;
    return own === supposed ? null : { zh: `已改，方案是 ${supposed}`, en: `Changed; the scenario has ${supposed}` };
  }
  if (line.source !== sourceOf(definition)) return null;
  const own = definition.targets.filter((target) => (target.stage ?? line.stage) === line.stage);
  const same = own.some(({ operator, value, upTo }) => operator === line.operator && value === line.value && (upTo ?? null) === line.upTo);
  if (same) return null;
  if (own.length === 0 || definition.judged === "direction" || definition.judged === "open")
    return { zh: "数值自定，来源没有规定", en: "Our own number: the source sets none" };
  const shown = own.map(({ operator, value, upTo }) => shownLimit(operator, value, upTo, definition));
  return {
    zh: `已改，原要求 ${shown.map(({ zh }) => zh).join("、")}`,
    en: `Changed; ${shown.map(({ en }) => en).join(", ")} was required`,
  };
}

/** The same with its source, as it stands beside the number in the pane and in print. `source`: as it stands there. */
export function editedWords(edited: Words, source: Words): Words {
  return { zh: `${edited.zh}（${source.zh}）`, en: `${edited.en} (${source.en})` };
}
