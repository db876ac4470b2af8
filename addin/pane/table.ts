import { inert } from "../files/inert.ts";
import type { Language } from "../language.ts";
import { type Checked, groupsOf, limitsOf } from "./check.ts";
import { formatGrade, formatLimit, formatValue, inLanguage } from "./format.ts";
import { dictionaries } from "./words.ts";

/** The report as cells: one row for each figure and target, to be written into the sheet. All are texts: a limit such as "= 5" is no formula. */
export function reportCells(checked: Checked, language: Language): string[][] {
  const w = dictionaries[language];
  const rows = groupsOf(checked).flatMap(({ stage, grade, subject, items }) =>
    items.flatMap(({ indicator, figure, verdicts }) => {
      const about = [formatGrade(stage, grade, language), subject ?? ""];
      const name = inLanguage(indicator.names, language);
      const shown = (limits: readonly number[]) => (figure?.value == null ? "" : formatValue(figure.value, indicator, language, limits));
      if (verdicts.length === 0) return [[...about, name, shown([]), "", ""]];
      return verdicts.map(({ operator, limit, upTo, verdict }) => [
        ...about,
        name,
        shown(limitsOf({ limit, upTo })),
        formatLimit(operator, limit, upTo, indicator, language),
        w.verdicts[verdict],
      ]);
    }),
  );
  const heads = [w.source.grade, w.preview.subject, w.check.indicator, w.check.value, w.check.target, w.check.verdict];
  return [heads, ...rows].map((row) => row.map(inert));
}
