/** The hidden lists behind the drop-downs: the states, then every mark of a scale. */
import type { ScorePlace } from "../places.ts";
import { type DefinedName, type Placed, rangeOf, type TemplateSheet } from "../sheet.ts";
import { SHEETS } from "../words.ts";
import { beforeScale, isListed, listName, offered, type Scale } from "./mark.ts";

export interface Lists {
  readonly sheet: TemplateSheet;
  readonly names: readonly DefinedName[];
}

export function choiceLists(scores: readonly ScorePlace[]): Lists {
  const scales = scores.flatMap(({ marks }) => marks.flatMap(({ paper }): Scale[] => [paper, ...[beforeScale(paper) ?? []].flat()]));
  const listed = [...new Map(scales.filter(isListed).map((scale) => [listName(scale), scale])).entries()];
  const cells = listed.flatMap(([name, scale], column): Placed[] => [
    { row: 0, column, look: "text", value: name },
    ...offered(scale).map((value, at): Placed => ({ row: at + 1, column, look: "text", value })),
  ]);
  const names = listed.map(
    ([name, scale], column): DefinedName => ({ name, sheet: SHEETS.choices, range: rangeOf(1, column, offered(scale).length, column) }),
  );
  return { sheet: { name: SHEETS.choices, hidden: true, columns: listed.map(() => ({ width: 16 })), cells }, names };
}
