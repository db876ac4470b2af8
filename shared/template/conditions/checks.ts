/** What is checked of a school's resources. */
import { STAGES } from "../../indicators/definition.ts";
import { LEAST_EQUIPMENT, RESOURCE_UNITS } from "../../indicators/resources.ts";
import type { Check } from "../check.ts";
import type { ConditionPlaces } from "../places.ts";
import { cellOn, quoted, rangeOf } from "../sheet.ts";
import { derivedRows, isShared, isSharedAmount } from "./places.ts";
import { isWhole, MODES } from "./sheet.ts";

/** Cells of the stage columns that hold anything. */
export function filledOf({ sheet, stages, pupils, amounts }: ConditionPlaces): string {
  const last = amounts.at(-1)?.row ?? pupils;
  return `COUNTA(${quoted(sheet)}!${rangeOf(pupils, stages[0]?.column ?? 0, last, stages.at(-1)?.column ?? 0)})`;
}

export function conditionChecks(places: ConditionPlaces): Check[] {
  const { sheet, stages, pupils, amounts } = places;
  const shared = isShared(places);
  const perStage = stages.flatMap(({ stage, column }): Check[] => {
    const about = STAGES[stage].zh;
    const at = (row: number) => cellOn(sheet, row, column);
    const first = (test: string, from: number, to: number) => ({
      sheet,
      column,
      row: `MIN(IF(${test},ROW(${quoted(sheet)}!${rangeOf(from, column, to, column)})))`,
    });
    const all = `${quoted(sheet)}!${rangeOf(pupils, column, amounts.at(-1)?.row ?? pupils, column)}`;
    const own = amounts.filter(({ resource }) => !(shared && isSharedAmount(resource)));
    const required = `${quoted(sheet)}!${rangeOf(pupils, column, own.at(-1)?.row ?? pupils, column)}`;
    const last = own.at(-1)?.row ?? pupils;
    const whole = [pupils, ...amounts.flatMap(({ resource, row }) => (isWhole(resource) ? [row] : []))];
    const fine = amounts.flatMap(({ resource, row }) => (isWhole(resource) ? [] : [row]));
    const equipment = amounts.find(({ resource }) => resource === "equipment.value")?.row ?? pupils;
    const teachers = amounts.filter(({ resource }) => resource.startsWith("teachers."));
    const parts = (row: number, by: number) => `IF(ISNUMBER(${at(row)}),IF(ABS(${at(row)}*${by}-ROUND(${at(row)}*${by},0))>0.0001,1,0),0)`;
    return [
      {
        ...{ about, what: "空白", level: "must", fix: "每格都要填，没有就填 0。" },
        formula: `COUNTBLANK(${required})`,
        empty: own.length + 1,
        first: { ...first(`ISBLANK(${required})`, pupils, last), empty: pupils + 1 },
      },
      {
        ...{ about, what: "不是数", level: "must", fix: "只写数字，不带单位，不是文本格式。" },
        formula: `ROWS(${all})-COUNTBLANK(${all})-COUNT(${all})`,
        first: first(`1-ISBLANK(${all})-ISNUMBER(${all})>0`, pupils, amounts.at(-1)?.row ?? pupils),
      },
      {
        ...{ about, what: "小于 0，或学生数为 0", level: "must", fix: "没有学生的学段请告诉教育局改学校的学段，不要填 0。" },
        formula: `COUNTIF(${all},"<0")+COUNTIF(${at(pupils)},0)`,
      },
      {
        ...{ about, what: "人数、间数不是整数", level: "must", fix: "人数和间数填整数。" },
        formula: whole.map((row) => parts(row, 1)).join("+"),
      },
      {
        ...{ about, what: "面积、金额超过两位小数", level: "must", fix: "最多两位小数。" },
        formula: fine.map((row) => parts(row, 100)).join("+"),
      },
      {
        ...{
          about,
          what: `设备值平均每生不到 ${LEAST_EQUIPMENT} 元`,
          level: "must",
          fix: "看来是按万元填的。单位是元：12.5 万元填 125000。",
        },
        formula: `IF(AND(N(${at(equipment)})>0,N(${at(pupils)})>0),IF(${at(equipment)}/${at(pupils)}<${LEAST_EQUIPMENT},1,0),0)`,
      },
      {
        id: `teachers-above-pupils ${stage}`,
        ...{ about, what: "教师数多于学生数", level: "look", fix: "请核对两个数是不是填反了。" },
        formula: teachers.map(({ row }) => `IF(AND(N(${at(row)})>0,N(${at(row)})>N(${at(pupils)})),1,0)`).join("+"),
      },
    ];
  });
  const mode = cellOn(sheet, derivedRows(places).mode, 2);
  const shown = amounts.filter(({ resource }) => isSharedAmount(resource)).map(({ resource }) => RESOURCE_UNITS[resource].zh);
  const box = `${quoted(sheet)}!${rangeOf(amounts.find(({ resource }) => isSharedAmount(resource))?.row ?? 0, stages[0]?.column ?? 0, amounts.at(-1)?.row, stages.at(-1)?.column)}`;
  if (!shared) return perStage;
  return [
    ...perStage,
    {
      about: "共用的四项",
      what: "没有填，或没有填清楚",
      level: "must",
      empty: 1,
      formula: `IF(OR(COUNT(${box})=0,${mode}="${MODES.unclear}"),1,0)`,
      fix: `${shown.join("、")}：四项都只填在一个学段（全校总数），或每个学段都填各自的；没有就填 0。`,
    },
  ];
}
