/**
 * A statement while somebody types it: every field a text, so that nothing typed is lost because it is not sound yet. Read into a body, or
 * into what is wrong at which field. Rates are typed as per cent.
 */
import { SUBJECT } from "../codes.ts";
import { TEACHER_CODE } from "../collecting/teaching.ts";
import type { Stage, StatementBody, StatementLevel, StatementLine } from "../contract.ts";
import { limitDigits, timesOf } from "../display.ts";
import type { Finding } from "../exam.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition, Unit } from "../indicators/definition.ts";
import { NO_POINTS, NO_RATE } from "../indicators/limits.ts";
import type { Words } from "../refusal.ts";
import { plainText } from "../scores.ts";
import { CLASS_NAME } from "../slice.ts";
import type { Operator } from "../target.ts";
import { editedFrom } from "./edited.ts";
import { statementFaults, type Terms } from "./faults.ts";
import { sourceOf } from "./source.ts";

export interface TypedLine extends Pick<StatementLine, "id" | "indicator" | "version" | "stage"> {
  readonly grade: string;
  readonly subject: string;
  /** "" where the line has no number. */
  readonly operator: Operator | "";
  readonly value: string;
  readonly upTo: string;
  readonly period: string;
  readonly deadline: string;
  readonly source: string;
}

export interface Typed {
  readonly level: StatementLevel;
  readonly title: string;
  readonly group: string;
  readonly teacher: string;
  readonly first: string;
  readonly second: string;
  readonly lines: readonly TypedLine[];
}

/** A body as it stands in the fields. */
export function typedOf({ level, title, group, teacher, first, second, lines }: StatementBody, catalogue: Catalogue): Typed {
  const own = lines.map((line) => typedLine(line, catalogue));
  return { level, title, group: group ?? "", teacher: teacher ?? "", first, second, lines: own };
}

export function typedLine(line: StatementLine, catalogue: Catalogue): TypedLine {
  const unit = catalogue.find(`${line.indicator}@${line.version}`)?.unit ?? "none";
  const digits = (value: number | null) => (value === null ? "" : limitDigits(value, unit));
  return {
    ...line,
    grade: line.grade === null ? "" : String(line.grade),
    subject: line.subject ?? "",
    operator: line.operator ?? "",
    value: digits(line.value),
    upTo: digits(line.upTo),
    deadline: line.deadline ?? "",
  };
}

/** A new line of an indicator: with the limit its source sets for the stage, where it sets one. */
export function newLine(definition: Definition, stage: Stage, period: string, beside: readonly Pick<TypedLine, "id">[]): TypedLine {
  const { id: indicator, version, unit, targets, judged } = definition;
  const limit = targets.find((target) => (target.stage ?? stage) === stage);
  const numbers = beside.flatMap(({ id }) => /^L(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  const unjudged = judged === "direction" || judged === "open";
  return {
    ...{ id: `L${Math.max(0, ...numbers) + 1}`, indicator, version, stage, grade: "", subject: "", period, deadline: "" },
    operator: limit?.operator ?? (unjudged ? "" : ">="),
    value: limit ? limitDigits(limit.value, unit) : "",
    upTo: limit?.upTo === undefined || limit.upTo === null ? "" : limitDigits(limit.upTo, unit),
    source: sourceOf(definition),
  };
}

/** The body where all of it can be read, and everything that is wrong, at the field as the contract names it. */
export function readTyped(typed: Typed, terms: Terms): { readonly body: StatementBody | null; readonly faults: readonly Finding[] } {
  const faults: Finding[] = [];
  const say = (at: string) => (words: Words) => {
    faults.push({ at, words });
    return null;
  };
  const text = (at: string, written: string) => {
    const plain = written.trim();
    if (plain === "") say(at)({ zh: "请填写。", en: "write something here" });
    return plain;
  };
  const optional = (at: string, written: string, pattern: RegExp, words: Words) => {
    const plain = plainText(written);
    if (plain === "") return null;
    return pattern.test(plain) ? plain : say(at)(words);
  };
  const { level, lines } = typed;
  const body: StatementBody = {
    level,
    title: text("title", typed.title),
    group: level === "school" ? null : optional("group", typed.group, CLASS_NAME, LABEL),
    teacher: level === "teacher" ? optional("teacher", typed.teacher, TEACHER_CODE, CODE) : null,
    first: text("first", typed.first),
    second: text("second", typed.second),
    lines: lines.map((line, at) => {
      const field = (name: keyof TypedLine) => `lines[${at}].${name}`;
      const unit = terms.catalogue.find(`${line.indicator}@${line.version}`)?.unit ?? "none";
      const number = (name: "value" | "upTo") =>
        line[name].trim() === "" ? null : (numberIn(line[name], unit) ?? say(field(name))(notANumber(line[name], unit)));
      return {
        ...{ id: line.id, indicator: line.indicator, version: line.version, stage: line.stage },
        grade: gradeIn(line.grade) ?? (line.grade.trim() === "" ? null : say(field("grade"))(GRADE)),
        subject: optional(field("subject"), line.subject, SUBJECT, LABEL),
        operator: line.operator === "" ? null : line.operator,
        value: line.operator === "" ? null : number("value"),
        upTo: line.operator === "between" ? number("upTo") : null,
        period: plainText(line.period),
        deadline: line.deadline === "" ? null : line.deadline,
        source: text(field("source"), line.source),
      };
    }),
  };
  if (lines.length === 0) say("lines")({ zh: "责任书至少要有一条目标。", en: "a statement has at least one line" });
  // What could not be read is told once, and not also as missing.
  const told = new Set(faults.map(({ at }) => at));
  const found = statementFaults(body, terms).filter(({ at }) => !told.has(at));
  faults.push(...found.map(({ at, words }) => ({ at, words: asTyped(words) })));
  return { body: faults.length === 0 ? body : null, faults };
}

const NUMBER: Words = { zh: "请写一个数，例如 95。", en: "write a number, such as 95" };
const GRADE: Words = { zh: "请写年级的数字，例如 9。", en: "write the number of the grade, such as 9" };
const LABEL: Words = { zh: "请写简短的名称（最多 16 个字）。", en: "a short name, at most 16 characters" };
const CODE: Words = {
  zh: "请写教师代码（字母和数字，最多 16 位），不写姓名或手机号。",
  en: "a code of letters and digits, at most 16; no name, no mobile number",
};

/** What may stand behind a number: a rate is per cent, a change of rates is points, and they are two things; anything else is neither. */
const SIGNS: Readonly<Record<Unit, RegExp | null>> = {
  ...{ rate: /%$/, points: /个?百分点$/ },
  ...{ mark: null, none: null, flag: null, level: null, rank: null },
};
const SIGN = /(%|个?百分点)$/;

/** The number typed, per cent for rates and points; undefined where it is none. The decimal point is moved in the text, so 95.5 is 0.955. */
export function numberIn(written: string, unit: Unit): number | undefined {
  const sign = SIGNS[unit];
  const whole = plainText(written);
  const plain = (sign ? whole.replace(sign, "") : whole).trim();
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(plain)) return undefined;
  return timesOf(unit) === 100 ? Number(`${plain}e-2`) : Number(plain);
}

/** What the source asks in place of what is typed; `null` where they agree, and while no number is. */
export function editedTyped(line: TypedLine, definition: Definition): Words | null {
  const number = (written: string) => (written.trim() === "" ? null : (numberIn(written, definition.unit) ?? null));
  const { stage, operator } = line;
  const upTo = operator === "between" ? number(line.upTo) : null;
  return editedFrom({ stage, operator: operator || null, value: number(line.value), upTo, source: line.source.trim() }, definition);
}

export function notANumber(written: string, unit: Unit): Words {
  if (!SIGN.test(plainText(written))) return NUMBER;
  if (unit === "rate") return { zh: "这一项是百分比，请写 95 或 95%。", en: "this is per cent: write 95 or 95%" };
  if (unit === "points")
    return { zh: "这一项是百分点，请只写数，例如 5。", en: "this is in percentage points: write the number alone, such as 5" };
  return { zh: "这一项不是百分比，请只写数，例如 85。", en: "this is no per cent: write the number alone, such as 85" };
}

/** What is wrong with a limit, to who types per cent: nobody is told to write a fraction into a field of per cent. */
export function asTyped(words: Words): Words {
  if (words === NO_RATE) return { zh: "百分比在 0 到 100 之间：95% 就写 95。", en: "per cent is between 0 and 100: write 95 for 95%" };
  if (words === NO_POINTS)
    return { zh: "百分点在 -100 到 100 之间：5 个百分点就写 5。", en: "points are between -100 and 100: write 5 for 5 points" };
  return words;
}

function gradeIn(written: string): number | undefined {
  const plain = plainText(written);
  return /^([1-9]|1[0-2])$/.test(plain) ? Number(plain) : undefined;
}
