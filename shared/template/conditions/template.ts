/** The workbook of a school's resources: the seven indicators of 优质均衡 and the school rule. */
import { outsideScope } from "../../balance/scope.ts";
import { BALANCE_STAGES, standardOf } from "../../balance/standard.ts";
import type { ResourceName } from "../../contract.ts";
import { reading } from "../../figures.ts";
import { STAGES } from "../../indicators/definition.ts";
import { chooseBy } from "../../indicators/rules.ts";
import { nativeFormula } from "../../indicators/view.ts";
import { checkSheet } from "../check.ts";
import { type FigureFormula, NONE } from "../figure.ts";
import { guideSheet } from "../guide.ts";
import type { Parts } from "../layout.ts";
import type { ConditionPlaces } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { cellOn } from "../sheet.ts";
import { summaryOf } from "../summary.ts";
import { COUNTS } from "../summary-row.ts";
import { conditionChecks, filledOf } from "./checks.ts";
import { conditionGuide } from "./guide.ts";
import { conditionPlaces, derivedRows, isSharedAmount, pupilsCell, RESOURCES } from "./places.ts";
import { conditionNames, conditionSheet, isWhole } from "./sheet.ts";

export function conditionTemplate(request: TemplateRequest): Parts {
  const places = conditionPlaces(request.collection, request.school);
  const summary = summaryOf("办学条件　汇总", figuresOf(places, request), () => false, request, COUNTS.amounts);
  return {
    places,
    sheets: [
      guideSheet(conditionGuide(places), request),
      conditionSheet(places, request),
      checkSheet(conditionChecks(places), null, filledOf(places), request),
      summary.sheet,
    ],
    names: conditionNames(places),
    figures: summary.figures,
  };
}

/** Per pupil for each stage that is asked, then the school rule over the seven. */
function figuresOf(places: ConditionPlaces, { rules, school }: TemplateRequest): FigureFormula[] {
  const rows = derivedRows(places);
  const standard = standardOf(rules);
  const outside = outsideFormula(places, school.type ?? null);
  // What stages share may be split, and a part of a room is no whole one.
  const formatHere = (resource: ResourceName) =>
    isWhole(resource) && !(places.stages.length > 1 && isSharedAmount(resource)) ? "0" : "#,##0.00";
  return places.stages.flatMap(({ stage, column }): FigureFormula[] => {
    const asked = BALANCE_STAGES.find((one) => one === stage);
    if (!asked) return [];
    const common = { stage, grade: null, subject: null, about: STAGES[stage].zh };
    const at = (row: number) => cellOn(places.sheet, row, column);
    const perPupil = reading(rules, "resource").flatMap((definition): FigureFormula[] => {
      if (definition.kind.kind !== "ratio" || !definition.stages.includes(stage)) return [];
      const index = RESOURCES.indexOf(definition.reads.resource);
      const [of, among] = [at(rows.counted(index)), pupilsCell(places, column)];
      return [
        {
          ...{ ...common, definition, resource: definition.reads.resource },
          // What nobody has filled in is no 0.
          counts: { of: orNone(of), among: orNone(among), amounts: formatHere(definition.reads.resource) },
          value: `${of}*${definition.kind.factor}/${among}`,
          ...(definition.family === "equity" && outside !== null && { unless: outside }),
        },
      ];
    });
    const values = standard.asked[asked].map(({ resource }) => at(rows.perPupil(RESOURCES.indexOf(resource))));
    const rule = nativeFormula(standard.school, [`"${STAGES[stage].zh}"`, ...values], chooseBy(rules, standard.school))?.slice(1);
    const value = outside === null ? `${rule}` : `IF(${outside},NA(),${rule})`;
    const ofBalance = (one: FigureFormula) => one.definition.family === "equity";
    const rest = perPupil.filter((one) => !ofBalance(one));
    return [...perPupil.filter(ofBalance), { ...common, definition: standard.school, resource: null, value }, ...rest];
  });
}

const orNone = (cell: string) => `IF(ISNUMBER(${cell}),${cell},"${NONE}")`;

/** True where the school is out of scope; null where it never is. A teaching point is while it has few pupils. */
function outsideFormula(places: ConditionPlaces, type: string | null): string | null {
  if (outsideScope(type, Number.POSITIVE_INFINITY)) return "TRUE";
  if (!outsideScope(type, 0)) return null;
  const pupils = places.stages.filter(({ stage }) => stage !== "senior").map(({ column }) => pupilsCell(places, column));
  const few = [...Array(1000).keys()].find((number) => !outsideScope(type, number)) ?? 0;
  return `SUM(${pupils.join(",")})<${few}`;
}
