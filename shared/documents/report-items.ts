/** 试题分析: what each item asked, and how well it told pupils apart; or that no marks by item were given. */
import type { ItemFigures } from "../analysis/items.ts";
import { shownDigits } from "../display.ts";
import type { Block, Column, Row } from "./document.ts";
import type { Reporting } from "./report-input.ts";

export function itemAnalysisPart({ items, w }: Reporting): Block[] {
  if (!items) return [{ kind: "paragraph", text: w.noItems }];
  const right = (head: string, width: number): Column => ({ head, width, align: "right" });
  const columns: Column[] = [
    { head: w.item, width: 16 },
    right(w.full, 10),
    right(w.itemMean, 12),
    right(w.itemRate, 14),
    right(w.itemDeviation, 12),
    right(w.itemDiscrimination, 12),
    right(w.itemRest, 12),
    right(w.itemAlpha, 12),
  ];
  const row = (name: string, figures: ItemFigures): Row => {
    const { full, mean, rate, deviation, discrimination, itemRest, alpha } = figures;
    const told = (value: number | undefined) => (value === undefined ? "—" : shownDigits(value, "mark"));
    const cells = [name, String(full), shownDigits(mean, "mark"), `${shownDigits(rate, "rate")} %`, shownDigits(deviation, "mark")];
    return { cells: [...cells, told(discrimination), told(itemRest), told(alpha)] };
  };
  const rows = [...items.items.map((item, at) => row(items.labels[at] ?? String(at + 1), item)), row(w.wholePaper, items.paper)];
  return [
    { kind: "paragraph", text: w.itemsOf(items.name, items.pupils) },
    { kind: "table", columns, rows },
    { kind: "note", text: w.aboutItems },
  ];
}
