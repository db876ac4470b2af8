/** Words for a state that the file's own 校验 does not know: how they were counted. */
import type { Value } from "../../handin/book.ts";
import { STATE_WORDS, type State } from "../../marks/states.ts";
import { readScore } from "../../scores.ts";
import { addressOf, rangesShown } from "../../tabulate/address.ts";
import type { ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";
import { WRITTEN_STATES } from "../words.ts";

export function askStates(rows: readonly (readonly Value[])[], { sheet, first, headers, marks }: ScorePlace, findings: Findings): void {
  for (const { column } of marks) {
    const found = new Map<State, number[]>();
    rows.forEach((cells, row) => {
      const cell = cells[column];
      if (row < first || typeof cell !== "string" || WRITTEN_STATES.includes(cell)) return;
      const score = readScore(cell);
      if (typeof score === "string") found.set(score, [...(found.get(score) ?? []), row]);
    });
    for (const [state, own] of found) {
      const where = rangesShown(own, column);
      const { zh } = STATE_WORDS[state];
      findings.query("state-word", sheet, addressOf(own[0] as number, column), {
        zh: `${headers[column] ?? ""}有 ${own.length} 格写法与下拉列表不同（${where}），按“${zh}”计，表里的公式不认：请核对，最好改成“${zh}”。`,
        en: `${own.length} cells under ${headers[column] ?? ""} are not written as in the list (${where}); they count as ${zh}, which the file's own formulas do not see: check them, or better write ${zh}.`,
      });
    }
  }
}
