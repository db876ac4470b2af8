/** The sheet 办学条件: what is typed, how it is counted, and what it comes to per pupil while one types. */

import { SHARED } from "../../balance/split.ts";
import { standardOf } from "../../balance/standard.ts";
import type { ResourceName } from "../../contract.ts";
import { STAGES } from "../../indicators/definition.ts";
import { RESOURCE_UNITS } from "../../indicators/resources.ts";
import { addressOf } from "../../tabulate/address.ts";
import { NONE } from "../figure.ts";
import type { ConditionPlaces } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { boxOf, type DefinedName, type Placed, rangeOf, rowOf, type Shade, type TemplateSheet, type Validation } from "../sheet.ts";
import { signature } from "../sign.ts";
import { schoolLine } from "../words.ts";
import { derivedRows, isShared, isSharedAmount, RESOURCES } from "./places.ts";

const UNITS: Readonly<Record<ResourceName, readonly [unit: string, per: string, how: string]>> = {
  "teachers.overqualified": ["人", "人/百生", "小学数大专及以上，初中数本科及以上学历的专任教师；兼职、代课不算。按学段分别填。"],
  "teachers.backbone": ["人", "人/百生", "县级及以上教育部门授予称号的骨干教师。按学段分别填。"],
  "teachers.pearts": ["人", "人/百生", "体育、音乐、美术专任教师合计。按学段分别填。"],
  "area.teaching": ["㎡", "㎡/生", "教学及辅助用房面积，平方米，最多两位小数。"],
  "area.sports": ["㎡", "㎡/生", "体育运动场馆面积，平方米，最多两位小数。"],
  "equipment.value": ["元", "元/生", "教学仪器设备值，单位是元，不是万元：12.5 万元填 125000。"],
  "rooms.multimedia": ["间", "间/百生", "网络多媒体教室间数。"],
};

export function isWhole(resource: ResourceName): boolean {
  return RESOURCE_UNITS[resource].parts === 1;
}

export function conditionSheet(places: ConditionPlaces, request: TemplateRequest): TemplateSheet {
  const { sheet: name, header, pupils, amounts, stages } = places;
  const note = 2 + stages.length;
  const rows = derivedRows(places);
  const shared = isShared(places);
  const last = rows.perPupil(RESOURCES.length - 1);
  const input = (row: number, format: string): Placed[] => stages.map(({ column }) => ({ row, column, look: "input number", format }));
  const line = (row: number, value: string, unit: string, how: string): Placed[] => [
    { row, column: 0, look: "label", value },
    { row, column: 1, look: "cell", value: unit },
    { row, column: note, look: "text", value: how },
  ];
  const split =
    "几个学段共用、分不开的：四项（用房、场馆、设备、多媒体教室）都只填在一个学段，填全校总数，另外的学段留空；分得开的每个学段填各自的。";
  return {
    name,
    landscape: true,
    onePage: true,
    columns: [{ width: 30 }, { width: 9 }, ...stages.map(() => ({ width: 15 })), { width: 66 }],
    heights: [
      [0, 30],
      [2, shared ? 40 : 22],
      [header, 24],
      ...Array.from({ length: last - header }, (_, at) => [header + 1 + at, 26] as const),
    ],
    merges: [...[0, 1, 2].map((row) => boxOf(row, 0, row, note)), ...(shared ? [boxOf(rows.mode, 2, rows.mode, note)] : [])],
    cells: [
      { row: 0, column: 0, look: "title", value: request.collection.name },
      { row: 1, column: 0, look: "line", value: schoolLine(request.school, request.region) },
      { row: 2, column: 0, look: "note", value: `填黄色的格子：每格一个数，没有就填 0，不要留空。${shared ? split : ""}` },
      ...rowOf(header, 0, "head", ["项目", "单位", ...stages.map(({ stage }) => STAGES[stage].zh), "怎么数"]),
      ...line(pupils, "在校学生数", "人", "按学籍，填本学段的学生数。"),
      ...input(pupils, "0"),
      ...amounts.flatMap(({ resource, row }) => {
        const [unit, , how] = UNITS[resource];
        return [...line(row, RESOURCE_UNITS[resource].zh, unit, how), ...input(row, isWhole(resource) ? "0" : "#,##0.00")];
      }),
      ...(shared ? modeCells(places) : []),
      { row: rows.perPupil(0) - 1 - (shared ? RESOURCES.length : 0), column: 0, look: "section", value: "换算（公式，不用填）" },
      ...rowsOfResults(places, request),
      ...signature(last + 2),
    ],
    validations: validationsOf(places),
    shades: blankShades(places),
    freeze: { row: header + 1, column: 0 },
  };
}

/** How the shared amounts are read: each stage its own, split, or neither. As splitShared does. */
function modeCells(places: ConditionPlaces): Placed[] {
  const { stages, amounts, pupils } = places;
  const row = derivedRows(places).mode;
  const own = amounts.filter(({ resource }) => isSharedAmount(resource));
  const [first, last] = [own[0]?.row ?? 0, own.at(-1)?.row ?? 0];
  const given = (column: number) => `COUNT(${boxOf(first, column, last, column)})`;
  const sharing = stages.map(({ column }) => `((N(${addressOf(pupils, column)})>0)+${given(column)}>0)`).join("+");
  const box = boxOf(first, stages[0]?.column ?? 0, last, stages.at(-1)?.column ?? 0);
  const alike = own
    .map((one) => {
      const filled = `COUNT(${boxOf(one.row, stages[0]?.column ?? 0, one.row, stages.at(-1)?.column ?? 0)})`;
      return `OR(${filled}=0,${filled}=${sharing})`;
    })
    .join(",");
  const whole = `AND(COUNT(${box})=${SHARED.length},MAX(${stages.map(({ column }) => given(column)).join(",")})=${SHARED.length})`;
  const lacking = `COUNT(${boxOf(pupils, stages[0]?.column ?? 0, pupils, stages.at(-1)?.column ?? 0)})<${stages.length}`;
  const formula = `IF(${lacking},"${MODES.waiting}",IF(AND(${alike}),"${MODES.apart}",IF(${whole},"${MODES.split}","${MODES.unclear}")))`;
  return [
    { row, column: 0, look: "label", value: "共用的四项怎样计算" },
    { row, column: 1, look: "cell" },
    { row, column: 2, look: "cell", formula, cached: MODES.waiting },
  ];
}

export const MODES = {
  waiting: "先填各学段的学生数",
  apart: "各学段用各自填的数",
  split: "按折算学生数分摊到各学段",
  unclear: "没有填清楚：四项都只填在一个学段，或每个学段都填",
} as const;

/** What counts for each stage, where stages share; then the amounts per pupil of the stages that are judged. */
function rowsOfResults(places: ConditionPlaces, { rules }: TemplateRequest): Placed[] {
  const { stages, amounts, pupils } = places;
  const rows = derivedRows(places);
  const standard = standardOf(rules);
  const note = 2 + stages.length;
  const total = stages.map(({ stage, column }) => `${standard.weights[stage]}*N(${addressOf(pupils, column)})`).join("+");
  const mode = addressOf(rows.mode, 2);
  return amounts.flatMap(({ resource, row }, at): Placed[] => {
    const [unit, per] = UNITS[resource];
    const from = boxOf(row, stages[0]?.column ?? 0, row, stages.at(-1)?.column ?? 0);
    const counted = stages.map(({ stage, column }): Placed => {
      const own = addressOf(row, column);
      const weight = `${standard.weights[stage]}*${addressOf(pupils, column)}`;
      const formula = isSharedAmount(resource)
        ? `IF(${mode}="${MODES.split}",SUM(${from})*${weight}/(${total}),IF(AND(${mode}="${MODES.apart}",ISNUMBER(${own})),${own},"${NONE}"))`
        : `IF(ISNUMBER(${own}),${own},"${NONE}")`;
      return { row: rows.counted(at), column, look: "number", formula, cached: NONE, format: isSharedAmount(resource) ? "#,##0.00" : "0" };
    });
    const each = stages.map(({ stage, column }): Placed => {
      const asked = stage === "senior" ? undefined : standard.asked[stage].find((one) => one.resource === resource);
      if (!asked) return { row: rows.perPupil(at), column, look: "blocked" };
      const formula = `IFERROR(${addressOf(rows.counted(at), column)}*${asked.factor}/${addressOf(pupils, column)},"${NONE}")`;
      return { row: rows.perPupil(at), column, look: "number", formula, cached: NONE, format: "0.00" };
    });
    const asked = stages.flatMap(({ stage }) => {
      const own = stage === "senior" ? undefined : standard.asked[stage].find((one) => one.resource === resource);
      return own ? [`${STAGES[stage].zh} ${own.requirement} 起`] : [];
    });
    const label = (of: number, value: string, word: string, text: string): Placed[] => [
      { row: of, column: 0, look: "label", value },
      { row: of, column: 1, look: "cell", value: word },
      { row: of, column: note, look: "text", value: text },
    ];
    return [
      ...(isShared(places) ? [...label(rows.counted(at), `计入：${RESOURCE_UNITS[resource].zh}`, unit, ""), ...counted] : []),
      ...label(rows.perPupil(at), `平均：${RESOURCE_UNITS[resource].zh}`, per, `国家标准：${asked.join("，")}`),
      ...each,
    ];
  });
}

function validationsOf({ stages, pupils, amounts }: ConditionPlaces): Validation[] {
  const [left, right] = [stages[0]?.column ?? 0, stages.at(-1)?.column ?? 0];
  const whole = (row: number, least: number, what: string): Validation => ({
    range: boxOf(row, left, row, right),
    ...{ type: "whole", operator: "between", formula1: String(least), formula2: "10000000" },
    ...{ title: what, message: `请填整数，${least} 以上。` },
  });
  return [
    whole(pupils, 1, "在校学生数"),
    ...amounts.map(({ resource, row }): Validation => {
      const [unit, , how] = UNITS[resource];
      if (isWhole(resource)) return { ...whole(row, 0, RESOURCE_UNITS[resource].zh), prompt: how };
      const cell = addressOf(row, left);
      return {
        range: boxOf(row, left, row, right),
        type: "custom",
        formula1: `AND(ISNUMBER(${cell}),N(${cell})>=0,N(${cell})<=10000000000,ABS(N(${cell})*100-ROUND(N(${cell})*100,0))<0.0001)`,
        title: `${RESOURCE_UNITS[resource].zh}（${unit}）`,
        message: `请填 0 以上的数，单位是${unit}，最多两位小数。`,
        prompt: how,
      };
    }),
  ];
}

/** Inputs still to be filled in; where all stands under one stage, the shared cells of the others are none. */
function blankShades(places: ConditionPlaces): Shade[] {
  const { stages, pupils, amounts } = places;
  const [left, right] = [stages[0]?.column ?? 0, stages.at(-1)?.column ?? 0];
  const split = `$C$${derivedRows(places).mode + 1}="${MODES.split}"`;
  const shade = (row: number, shared: boolean): Shade => {
    const cell = addressOf(row, left);
    const formula = shared && isShared(places) ? `AND(ISBLANK(${cell}),NOT(${split}))` : `ISBLANK(${cell})`;
    return { range: boxOf(row, left, row, right), formula, tone: "blank" };
  };
  return [shade(pupils, false), ...amounts.map(({ resource, row }) => shade(row, isSharedAmount(resource)))];
}

export function conditionNames({ sheet, stages, pupils, amounts }: ConditionPlaces): DefinedName[] {
  const last = amounts.at(-1)?.row ?? pupils;
  return stages.map(({ stage, column }) => ({ name: `办学条件_${STAGES[stage].zh}`, sheet, range: rangeOf(pupils, column, last, column) }));
}
