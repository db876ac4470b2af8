/** The workbook of indicators that a unit reports by themselves. */
import { type Definition, STAGES } from "../../indicators/definition.ts";
import { chooseBy } from "../../indicators/rules.ts";
import { nativeFormula } from "../../indicators/view.ts";
import { type Check, checkSheet } from "../check.ts";
import type { FigureFormula } from "../figure.ts";
import { guideSheet } from "../guide.ts";
import type { Parts } from "../layout.ts";
import type { EnteredPlaces } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { quoted, rangeOf } from "../sheet.ts";
import { summaryOf } from "../summary.ts";
import { SHEETS } from "../words.ts";
import { enteredGuide } from "./guide.ts";
import { enteredPlaces } from "./places.ts";
import { checkColumn, columnsSheet, enteredNames, enteredSheet, MARKS, rowsOf } from "./sheet.ts";

export function enteredTemplate(request: TemplateRequest): Parts {
  const { collection, school, region, rules } = request;
  const places = enteredPlaces(collection, school, region.region, rules);
  const columns = columnsSheet(places, request);
  const summary = summaryOf("指标　汇总", figuresOf(places, request), () => false, request);
  const filled = places.inputs.map(({ name }) => `COUNTA(${name})`).join("+");
  return {
    places,
    sheets: [
      guideSheet(enteredGuide(columns !== null), request),
      enteredSheet(places, request),
      ...(columns ? [columns] : []),
      checkSheet(checksOf(places), null, `(${filled})`, request),
      summary.sheet,
    ],
    names: enteredNames(places),
    figures: summary.figures,
  };
}

function figuresOf({ inputs }: EnteredPlaces, { rules }: TemplateRequest): FigureFormula[] {
  return [...new Set(inputs.map(({ definition }) => definition))].flatMap((definition) => {
    const stages = [...new Set(inputs.filter((one) => one.definition === definition).map(({ stage }) => stage))];
    return stages.map((stage): FigureFormula => {
      const names = inputs
        .filter((one) => one.definition === definition && one.stage === stage && !one.input.optional)
        .map(({ name }) => name);
      const common = { definition, stage, grade: null, subject: null, resource: null, about: STAGES[stage].zh };
      return { ...common, ...formulaOf(definition, names, (one) => nativeFormula(one, names, chooseBy(rules, one))) };
    });
  });
}

/** A rate has its counts beside it. */
function formulaOf(
  definition: Definition,
  names: readonly string[],
  native: (definition: Definition) => string | null,
): Pick<FigureFormula, "counts" | "value"> {
  const { kind } = definition.kind;
  const counts = { of: `N(${names[0]})`, among: `N(${names[1]})` };
  if (kind === "joint") return { counts, value: `IF(COUNT(${names.join(",")})=2,${names[0]}/${names[1]},NA())` };
  const value = native(definition)?.slice(1) ?? "NA()";
  return kind === "rate" ? { counts, value } : { value };
}

export function checksOf(places: EnteredPlaces): Check[] {
  const rows = rowsOf(places);
  const column = checkColumn(places);
  const range = `${quoted(SHEETS.entered)}!${rangeOf(places.header + 1, column, rows.at(-1)?.row, column)}`;
  const required = rows.filter((row) => !row.places[0]?.input.optional);
  const check = (mark: string, what: string, level: Check["level"], fix: string, id?: string): Check => {
    const blank = mark === MARKS.none ? required : [];
    return {
      ...{ about: SHEETS.entered, what, level, fix, ...(id && { id }) },
      formula: `COUNTIF(${range},"${mark}")`,
      empty: blank.length,
      first: { sheet: SHEETS.entered, column, row: `MIN(IF(${range}="${mark}",ROW(${range})))`, empty: (blank[0]?.row ?? -1) + 1 },
    };
  };
  return [
    check(
      MARKS.wrong,
      "填得不对的行",
      "must",
      "看那一行红色的格子：整数、两位小数、是/否，或分子不能大于分母；逐项填报里不能有文字和负数。",
    ),
    check(MARKS.part, "只填了一部分的行", "must", "同一个指标的几个数要填全；没有就填 0 或 否。"),
    check(MARKS.none, "整个没有填的行", "look", "没有这项工作填 0 或 否；确实不能填的，在“说明”里写一句。", "indicator-blank"),
  ];
}
