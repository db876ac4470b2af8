/** Marks by item picked from a sheet, made into the figures of a report: by the function that a cell asks, so both say the same. */
import type { ItemFigures } from "../../shared/analysis/items.ts";
import type { ItemsOfPaper } from "../../shared/documents/report-input.ts";
import { invalid } from "../../shared/refusal.ts";
import { itemTable } from "../tables/items.ts";

/** `cells`: the names of the items, their full marks, then a row of marks for each pupil; no names of pupils. */
export function itemsOf(name: string, cells: readonly (readonly unknown[])[]): ItemsOfPaper {
  const [heads = [], fulls = [], ...marks] = cells;
  if (marks.length === 0)
    throw invalid(
      `${name}：请选三行以上：第一行题号，第二行各题满分，以下每名学生一行。`,
      `${name}: select three rows or more: the items, their full marks, then a row for each pupil`,
    );
  const rows = itemTable(marks, [fulls]).slice(1);
  const figures = rows.map(([, full, mean, rate, deviation, discrimination, itemRest, alpha]): ItemFigures => {
    const optional = (value: unknown) => (typeof value === "number" ? value : undefined);
    const own = { full: Number(full), mean: Number(mean), rate: Number(rate), deviation: Number(deviation) };
    return { ...own, discrimination: optional(discrimination), itemRest: optional(itemRest), alpha: optional(alpha) };
  });
  const labels = heads.map((head, at) => String(head ?? "").trim() || String(at + 1));
  return { name, pupils: Number(rows[0]?.[8] ?? 0), labels, items: figures.slice(0, -1), paper: figures.at(-1) as ItemFigures };
}
