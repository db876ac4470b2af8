/** What BALANCECHECK spills: a row for each school and stage, then four for each stage of the county. */
import { checkTable } from "../../shared/balance/check.ts";
import type { BalanceSchool, BalanceStageRead, BalanceValue } from "../../shared/balance/result.ts";
import type { Standard } from "../../shared/balance/standard.ts";
import type { ResourceName } from "../../shared/contract.ts";
import { shownDigits } from "../../shared/display.ts";
import { verdictWords } from "../../shared/indicators/compute.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { type Rules, readingIdsOf, readingTexts } from "../../shared/indicators/rules.ts";
import type { Outcome } from "../../shared/target.ts";
import { argument, someCells } from "../cells.ts";
import type { Table } from "../tables.ts";

const STAGES = { primary: "小学", junior: "初中" } as const;
const VALUE_NAMES: Readonly<Record<ResourceName, string>> = {
  "teachers.overqualified": "高于规定学历教师/百生",
  "teachers.backbone": "县级以上骨干教师/百生",
  "teachers.pearts": "体育艺术教师/百生",
  "area.teaching": "生均教学及辅助用房㎡",
  "area.sports": "生均体育运动场馆㎡",
  "equipment.value": "生均教学仪器设备元",
  "rooms.multimedia": "网络多媒体教室/百生",
};

const verdict = (outcome: Outcome) => verdictWords(outcome).zh;

export function balanceTable(table: unknown, rules: Rules): Table {
  const { standard, schools, stages } = argument("table", () => checkTable(rules, someCells(table)));
  const floor = `余项底线（${standard.school.kind.floorPercent}%）`;
  const values = standard.asked.primary.map(({ resource }) => VALUE_NAMES[resource]);
  const header = ["学校", "学段", "学生数", ...values, "达标项数", floor, "判定", "说明"];
  const split = textOf(rules, standard.school, "stage-split");
  return [header, ...schools.map((school) => schoolRow(school, split)), ...stages.flatMap((stage) => stageRows(stage, standard))];
}

function schoolRow(school: BalanceSchool, split: string): Table[number] {
  const { name, stage, pupils, values, met } = school;
  const shown = values.map(({ value }) => value ?? "");
  return [name, STAGES[stage], pupils ?? "", ...shown, met ?? "", restText(values), verdict(school.verdict), school.split ? split : ""];
}

/**
 * Each indicator that is not met, against its exact floor; the printed one beside it where that is another number. With digits enough that
 * it does not look like the requirement it misses.
 */
function restText(values: readonly BalanceValue[]): string {
  const rest = values.filter(({ met }) => !met);
  if (rest.length === 0) return "无余项";
  return rest
    .map(({ resource, value, requirement, floor, printedFloor, aboveFloor }) => {
      const digits = shownDigits(value ?? 0, "none", [floor, printedFloor, requirement]);
      const printed = printedFloor === floor ? "" : `（印作${printedFloor}）`;
      return `${RESOURCE_UNITS[resource].zh} ${Number(digits)}${aboveFloor ? "≥" : "<"}${floor}${printed}`;
    })
    .join("；");
}

/** 差异系数 by both weightings, the limit, and the verdicts. */
function stageRows(read: BalanceStageRead, { weighted, limit }: Standard): Table {
  const { stage, pupils, schools, passing, dispersions } = read;
  const own = limit[stage];
  const label = (name: string) => [name, STAGES[stage]];
  const met = dispersions.filter((one) => one.verdict === "met").length;
  const judged = (byPupils: boolean) => (byPupils === weighted ? "据此判定" : "仅供对照");
  return [
    [...label("差异系数（加权）"), pupils, ...dispersions.map((one) => one.weighted ?? ""), "", "", "", judged(true)],
    [...label("差异系数（不加权）"), pupils, ...dispersions.map((one) => one.unweighted ?? ""), "", "", "", judged(false)],
    [...label("标准"), "", ...dispersions.map((one) => one.limit), "", "", "", `各项均应${own.operator === "<=" ? "≤" : own.operator}标准`],
    [
      ...label("判定"),
      "",
      ...dispersions.map((one) => verdict(one.verdict)),
      met,
      "",
      verdict(read.verdict),
      `${schools} 所学校中 ${passing} 所达标；${dispersions.length} 项差异系数中 ${met} 项达标`,
    ],
  ];
}

/** The reading in force of one option, in Chinese as the rest of the table. */
function textOf(rules: Rules, definition: Standard["school"], option: string): string {
  const ids = readingIdsOf(rules, definition).filter((id) => id.startsWith(`${option}:`));
  return readingTexts(rules, new Set(ids))[0]?.zh ?? "";
}
