/** Whether a line still asks what its source asks. Known where the source is the catalogue's own clause: its limits stand in the definition. */
import type { StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import { clauseOf } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";

type Asking = Pick<StatementLine, "stage" | "source" | "operator" | "value" | "upTo">;

/** As the contract bounds it. */
const LONGEST_SOURCE = 200;

/** The clause as a line quotes it. */
export function sourceOf(definition: Definition): string {
  return clauseOf(definition).zh.slice(0, LONGEST_SOURCE);
}

/**
 * That the line asks something else than its source, and what that is: "已改，原要求 ≥ 95 %". `null` where they agree, where another document is named (it may ask just
 * that), and where the line has no number: then it asks nothing that could be taken for the source's.
 */
export function editedFrom(line: Asking, definition: Definition): Words | null {
  if (line.operator === null || line.value === null || line.source !== sourceOf(definition)) return null;
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

/** The same with its source, as it stands beside the number in the pane and in print. `source`: as it is written there. */
export function editedWords(edited: Words, source: string): Words {
  return { zh: `${edited.zh}（${source}）`, en: `${edited.en} (${source})` };
}
