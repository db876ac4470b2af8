/** Who makes, checks and seals a table: 制表人, 审核人, 日期, 公章. */
import type { Placed } from "./sheet.ts";

export const SIGNED = ["制表人：", "审核人：", "日期：", "（公章）"] as const;

/** One line of places to sign, as a text over the empty cells to its right. */
export function signature(row: number, column = 0): Placed[] {
  return [
    {
      row,
      column,
      look: "sign",
      value: `${SIGNED[0]}　　　　　　　　　${SIGNED[1]}　　　　　　　　　${SIGNED[2]}　　　　年　　月　　日　　　　${SIGNED[3]}`,
    },
  ];
}
