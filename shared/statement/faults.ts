/** What is wrong with a statement before anybody signs it, each with its place; empty when it can be kept. */
import { holdsPersonal } from "../collecting/personal.ts";
import type { Stage, StatementBody, StatementLevel, StatementLine } from "../contract.ts";
import { isOfCounty } from "../entered.ts";
import type { Finding } from "../exam.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { type Definition, LEVELS } from "../indicators/definition.ts";
import { limitFaults, nameFault, periodFault, stageFault } from "../indicators/limit-faults.ts";
import { parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";

/** By which catalogue, and which stages the school has. */
export interface Terms {
  readonly catalogue: Catalogue;
  readonly stages: readonly Stage[];
}

type Fault = readonly [field: keyof StatementLine, words: Words];

export function statementFaults(body: StatementBody, terms: Terms): Finding[] {
  return [
    ...headFaults(body),
    ...body.lines.flatMap((line, at) => [...lineFaults(line, body.level, terms), ...besideOthers(line, at, body.lines)].map(placed(at))),
  ];
}

const placed =
  (at: number) =>
  ([field, words]: Fault): Finding => ({ at: `lines[${at}].${field}`, words });

/** A telephone number or an identity card in a text that is signed, printed and never changed again. */
export function personalFault(at: string, text: string): Finding[] {
  return holdsPersonal(text) ? [{ at, words: PERSONAL }] : [];
}

const PERSONAL: Words = {
  zh: "这里有电话或身份证号码：请删去，责任书只写单位和职务，不写姓名和号码。",
  en: "this holds a telephone or identity number: take it out; a statement names offices and posts, no person and no number",
};

function headFaults({ level, group, teacher, ...head }: StatementBody): Finding[] {
  const found = (["title", "first", "second"] as const).flatMap((at) => personalFault(at, head[at]));
  const say = (at: string, zh: string, en: string) => found.push({ at, words: { zh, en } });
  if (level === "group" && group === null) say("group", "请写学科组。", "name the subject group");
  if (level === "school" && group !== null) say("group", "学校责任书没有学科组。", "a school's statement has no group");
  if (level === "teacher" && teacher === null) say("teacher", "请写教师代码。", "name the teacher by code");
  if (level !== "teacher" && teacher !== null) say("teacher", "只有教师责任书写教师代码。", "only a teacher's statement names a teacher");
  return found;
}

/** The definition that a line names, version and all. */
export function definitionOf({ indicator, version }: StatementLine, { catalogue }: Pick<Terms, "catalogue">): Definition | undefined {
  return catalogue.find(`${indicator}@${version}`);
}

/** What is wrong with one line by itself. */
export function lineFaults(line: StatementLine, level: StatementLevel, terms: Terms): Fault[] {
  const definition = definitionOf(line, terms);
  const named = nameFault(line.indicator, terms.catalogue.find(line.indicator));
  if (named) return [["indicator", named]];
  if (!definition) return [["version", { zh: "这个指标没有这个版本。", en: "the indicator has no such version" }]];
  return [...placeFaults(line, level, definition, terms), ...numberFaults(line, definition), ...deadlineFaults(line)];
}

/** Read from marks, so that class slices give it for a subject group and a teacher too. */
function isReadFromClasses({ reads }: Definition): boolean {
  return reads.from === "paper" || reads.from === "stage" || reads.from === "pairs";
}

/** Can an indicator be asked of a school, a subject group, a teacher? */
export function isOfLevel(definition: Definition, level: StatementLevel): boolean {
  if (definition.kind.kind === "event" || definition.reads.from === "members") return false;
  if (level === "school") return !isOfCounty(definition);
  return definition.levels.includes(level) || isReadFromClasses(definition);
}

function placeFaults(line: StatementLine, level: StatementLevel, definition: Definition, { stages }: Terms): Fault[] {
  const faults: Fault[] = [];
  if (!isOfLevel(definition, level))
    faults.push(["indicator", { zh: `这个指标不是${LEVELS[level].zh}的指标。`, en: `the indicator is not one of a ${LEVELS[level].en}` }]);
  const stage = stageFault(line.stage, definition);
  if (stage) faults.push(["stage", stage]);
  else if (!stages.includes(line.stage)) faults.push(["stage", { zh: "学校没有这个学段。", en: "the school does not have this stage" }]);
  const parts = partsAllowed(definition, level);
  if (line.grade !== null && !parts.grade) faults.push(["grade", { zh: "这个指标不分年级。", en: "the indicator is not of a grade" }]);
  if (line.subject !== null && !parts.subject)
    faults.push(["subject", { zh: "这个指标不分学科。", en: "the indicator is not of a subject" }]);
  if (line.subject === null && level === "group" && isReadFromClasses(definition))
    faults.push(["subject", { zh: "学科组的成绩指标要写学科。", en: "a group's exam indicators name their subject" }]);
  return faults;
}

/** By what an indicator may be narrowed. */
function partsAllowed(definition: Definition, level: StatementLevel) {
  const { from } = definition.reads;
  const byPaper = from === "paper" || from === "pairs" || (from === "stage" && level !== "school");
  return { grade: byPaper || from === "grade", subject: byPaper };
}

function numberFaults(line: StatementLine, definition: Definition): Fault[] {
  const { operator, value, upTo, period } = line;
  if (operator !== null && value !== null) return limitFaults({ ...line, operator, value }, definition).filter(([key]) => key !== "stage");
  const faults: Fault[] = [];
  const listed = definition.judged === "direction" || definition.judged === "open";
  if (operator !== null || value !== null || upTo !== null)
    faults.push(["value", { zh: "目标要写全：符号和数。", en: "a target has both an operator and a number" }]);
  else if (!listed)
    faults.push([
      "value",
      { zh: "请写目标值；只有原文没有数字的指标可以不写。", en: "give a number: only what the source gives none may go without" },
    ]);
  const wrong = periodFault(period);
  if (wrong) faults.push(["period", wrong]);
  return faults;
}

function deadlineFaults({ deadline, period }: StatementLine): Fault[] {
  if (deadline === null || periodFault(period)) return [];
  const { from, to } = parsePeriod(period);
  if (from <= deadline && deadline <= to) return [];
  const words: Words = {
    zh: `期限 ${deadline} 不在这一项的周期 ${period} 内（${from} 至 ${to}）：请在这一项的“周期”栏改写周期，或另选期限。`,
    en: `the deadline ${deadline} is outside this line's period ${period} (${from} to ${to}): change the line's Period field, or the deadline`,
  };
  return [["deadline", words]];
}

/** The same line twice, the same id twice, or an indicator under two versions: which holds could not be told. */
function besideOthers(line: StatementLine, at: number, lines: readonly StatementLine[]): Fault[] {
  const before = lines.slice(0, at);
  const key = (one: StatementLine) =>
    JSON.stringify([one.indicator, one.stage, one.grade, one.subject, one.period, one.operator, one.deadline]);
  const faults: Fault[] = [];
  if (before.some(({ id }) => id === line.id)) faults.push(["id", { zh: "这个编号用了两次。", en: "this id is used twice" }]);
  if (before.some((one) => key(one) === key(line)))
    faults.push(["indicator", { zh: "同一目标写了两次。", en: "the same target is set twice" }]);
  if (before.some(({ indicator, version }) => indicator === line.indicator && version !== line.version))
    faults.push(["version", { zh: "同一指标写了两个版本。", en: "the indicator appears under two versions" }]);
  return faults;
}
