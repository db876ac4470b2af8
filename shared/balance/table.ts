/**
 * The table of 优质均衡 as people type it: a row for each school and stage, with the school, the stage, its pupils and the seven amounts.
 * A school of several stages has a row for each under one name; amounts its stages share may stand in one of them and be blank in the
 * others (as merged cells are), and are then split.
 */
import type { ResourceName, Stage } from "../contract.ts";
import { stageNamed } from "../indicators/given.ts";
import { equipmentFault, RESOURCE_UNITS } from "../indicators/resources.ts";
import { decimal } from "../kernel/decimal.ts";
import { isTotal } from "../marks/totals.ts";
import { invalid, type Words } from "../refusal.ts";
import { type Cells, placeOf, plainText, readScore, shown } from "../scores.ts";
import type { BalanceStage } from "./result.ts";
import type { StageRow } from "./school.ts";
import { SHARED, type StagePart, type StageWeights, splitShared } from "./split.ts";

const RESOURCES = Object.keys(RESOURCE_UNITS) as ResourceName[];
/** Names of the ten columns, in their order. */
const COLUMNS: readonly Words[] = [
  { zh: "学校", en: "school" },
  { zh: "学段", en: "stage" },
  { zh: "学生数", en: "pupils" },
  ...RESOURCES.map((resource) => RESOURCE_UNITS[resource]),
];
const FIRST_AMOUNT = COLUMNS.length - RESOURCES.length;

interface TypedRow extends StagePart {
  readonly school: string;
  /** Zero-based row of the range. */
  readonly at: number;
}

/** The rows of the check in the order they were typed; 高中 only takes its part of what is shared. Refusals name row and column. */
export function rowsOfTable(cells: Cells, weights: StageWeights): StageRow[] {
  const typed = cells.flatMap((row, at) => (row.every((cell) => readScore(cell) === null) ? [] : [typedRow(row, at)]));
  if (typed.length === 0) throw invalid("没有学校。", "there are no schools");
  const schools = new Map<string, TypedRow[]>();
  for (const row of typed) schools.set(row.school, [...(schools.get(row.school) ?? []), row]);
  const rows = new Map<number, StageRow>();
  for (const [school, own] of schools) {
    const { split, parts } = splitShared(checked(school, own), weights);
    checkMoney(own);
    parts.forEach(({ stage, pupils, amounts }, at) => {
      if (stage !== "senior")
        rows.set(own[at]?.at as number, { school, name: school, stage: stage as BalanceStage, pupils, amounts, split, unclear: null });
    });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function typedRow(row: readonly unknown[], at: number): TypedRow {
  if (row.length !== COLUMNS.length)
    throw invalid(
      `要 ${COLUMNS.length} 列：${COLUMNS.map(({ zh }) => zh).join("、")}；现在是 ${row.length} 列。`,
      `the table takes ${COLUMNS.length} columns (${COLUMNS.map(({ en }) => en).join(", ")}), not ${row.length}`,
    );
  const place = placeOf(at);
  if (at === 0 && readScore(row[2]) === undefined)
    throw invalid(`${place.zh}是表头：请从下一行选起。`, `${place.en} is a header: start the range one row below`);
  const school = nameAt(row[0], at);
  if (isTotal(school))
    throw invalid(`${place.zh}是合计行，不是学校：请把它排除在外。`, `${place.en} is a total, not a school: leave it out`);
  const stage = stageAt(row[1], at);
  const pupils = wholeAt(row[2], at, 2);
  if (pupils === null || pupils === 0)
    throw invalid(
      `${place.zh}（${school}）${pupils === 0 ? "学生数为 0" : "没有学生数"}，无法求生均值。`,
      `${place.en} (${school}) has ${pupils === 0 ? "0 pupils" : "no number of pupils"}, so there is no amount per pupil`,
    );
  const amounts = RESOURCES.flatMap((resource, column) => {
    const amount = amountAt(row[FIRST_AMOUNT + column], at, FIRST_AMOUNT + column, resource);
    return amount === null ? [] : [[resource, fractionOf(amount)] as const];
  });
  return { school, at, stage, pupils, amounts: Object.fromEntries(amounts) };
}

function nameAt(cell: unknown, at: number): string {
  const name = typeof cell === "string" || typeof cell === "number" ? plainText(String(cell)) : "";
  const place = placeOf(at, 0);
  if (name.startsWith("#") || (name === "" && readScore(cell) !== null))
    throw invalid(`${place.zh}的${shown(cell)}不是学校名称。`, `${shown(cell)} at ${place.en} is not the name of a school`);
  if (name === "")
    throw invalid(
      `${place.zh}没有学校名称：一所学校有几个学段的，每行都要写学校名称。`,
      `${place.en} has no school: a school of several stages is named in each of its rows`,
    );
  return name;
}

function stageAt(cell: unknown, at: number): Stage {
  const found = stageNamed(cell ?? "");
  if (found) return found;
  const place = placeOf(at, 1);
  const text = plainText(String(cell ?? ""));
  if (/一贯制|完全中学/.test(text))
    throw invalid(
      `${place.zh}的${shown(cell)}有几个学段：请每个学段一行（小学、初中、高中），分别写学生数和教师数，共用的面积、设备、多媒体教室只写在其中一行，其余行留空。`,
      `${shown(cell)} at ${place.en} has several stages: give each a row (primary, junior, senior) with its pupils and teachers; what they share stands in one row and is blank in the others`,
    );
  throw invalid(`${place.zh}的${shown(cell)}应是小学、初中或高中。`, `${shown(cell)} at ${place.en} must be primary, junior or senior`);
}

/** A number from 0 on, or `null` for a blank. */
function numberAt(cell: unknown, at: number, column: number): number | null {
  const read = readScore(cell);
  if (read === null) return null;
  const place = placeOf(at, column);
  const { zh, en } = COLUMNS[column] as Words;
  if (typeof read !== "number")
    throw invalid(`${place.zh}“${zh}”的${shown(cell)}不是数。`, `${shown(cell)} at ${place.en} (${en}) is not a number`);
  if (read < 0) throw invalid(`${place.zh}“${zh}”的 ${read} 小于 0。`, `${read} at ${place.en} (${en}) is below 0`);
  return read;
}

/** People and rooms are whole. */
function wholeAt(cell: unknown, at: number, column: number): number | null {
  const read = numberAt(cell, at, column);
  if (read === null || Number.isSafeInteger(read)) return read;
  const place = placeOf(at, column);
  const { zh, en } = COLUMNS[column] as Words;
  throw invalid(`${place.zh}“${zh}”的 ${read} 应是整数。`, `${read} at ${place.en} (${en}) must be a whole number`);
}

function amountAt(cell: unknown, at: number, column: number, resource: ResourceName): number | null {
  return RESOURCE_UNITS[resource].parts === 1 ? wholeAt(cell, at, column) : numberAt(cell, at, column);
}

function fractionOf(value: number) {
  const { digits, places } = decimal(value);
  return { numerator: digits, denominator: 10n ** BigInt(places) };
}

/** One row for each stage, and no hole: only what stages share may be blank, all four of it, in all rows but one. */
function checked(school: string, own: readonly TypedRow[]): readonly TypedRow[] {
  const stages = own.map(({ stage }) => stage);
  own.forEach(({ at, stage }, index) => {
    const place = placeOf(at);
    if (stages.indexOf(stage) < index)
      throw invalid(`${place.zh}：${school}的这个学段已有一行。`, `${place.en}: this stage of ${school} has a row already`);
  });
  if (stages.every((stage) => stage === "senior"))
    throw invalid(
      `${placeOf(own[0]?.at as number).zh}：${school}只有高中，不在检查范围。`,
      `${placeOf(own[0]?.at as number).en}: ${school} has senior pupils only and is not checked`,
    );
  const blankOf = ({ amounts }: TypedRow) => SHARED.every((resource) => amounts[resource] === undefined);
  const mayShare = own.length > 1 && own.filter((row) => !blankOf(row)).length === 1;
  for (const row of own) {
    const free = [...(mayShare && blankOf(row) ? SHARED : []), ...(row.stage === "senior" ? teachers : [])];
    const hole = RESOURCES.find((resource) => row.amounts[resource] === undefined && !free.includes(resource));
    if (hole) throw blankAt(row, hole, own.length > 1);
  }
  return own;
}

const teachers = RESOURCES.filter((resource) => !SHARED.includes(resource));

function blankAt({ at }: TypedRow, resource: ResourceName, several: boolean) {
  const column = FIRST_AMOUNT + RESOURCES.indexOf(resource);
  const [place, { zh, en }] = [placeOf(at, column), RESOURCE_UNITS[resource]];
  const shared = several && SHARED.includes(resource);
  return invalid(
    `${place.zh}“${zh}”是空的：${shared ? "共用的四项要么只写在一行、其余行全部留空，要么每行都写。" : "没有请填 0。"}`,
    `${place.en} (${en}) is blank: ${shared ? "give the four shared amounts in one row and leave them blank in the others, or give them in every row" : "write 0 for none"}`,
  );
}

function checkMoney(own: readonly TypedRow[]): void {
  for (const { amounts, pupils, at } of own) {
    const value = amounts["equipment.value"];
    const fault = value && equipmentFault(value, pupils);
    if (!fault) continue;
    const place = placeOf(at, FIRST_AMOUNT + RESOURCES.indexOf("equipment.value"));
    throw invalid(`${place.zh}“教学仪器设备值”${fault.zh}`, `${place.en} (value of teaching equipment) ${fault.en}`);
  }
}
