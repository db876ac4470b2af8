/** Classes that are written differently and look like one: 1班, 01班, 一班, 九(1)班. Told by cells: what stands there may be a pupil's name. */
import type { Stage } from "../contract.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { DIGITS, gradeInColumn } from "./headers.ts";
import { rangesAt } from "./origins.ts";

interface Rows {
  readonly pupils: readonly { readonly class: string | null }[];
  readonly rows: readonly number[];
}

/**
 * What a class is called once the grade, brackets, 班 and zeros in front are left out; Chinese numbers to 99 are digits. In a list of grade 9
 * 9.1 and 901 are taken for its first class too.
 */
export function classCore(name: string, grade: number | null = null): string {
  const plain = name.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  const own = grade === null ? plain : plain.replace(new RegExp(`^${grade}(?=[._-]\\d{1,2}班?$|\\d{2}班?$)`), "");
  const text = own.replaceAll(/[._-]/g, "");
  const bare = text
    .replace(/^(?:(?:[一二三四五六七八九]|\d{1,2})年级|[初高]中?[一二三])/, "")
    .replace(/^(?:[一二三四五六七八九]|\d{1,2})(?=\()/, "")
    .replace(/^[一二三四五六七八九](?=\d)/, "")
    .replaceAll(/[()班]/g, "");
  if (/^\d+$/.test(bare)) return bare.replace(/^0+(?=\d)/, "");
  return spokenNumber(bare) ?? (bare === "" ? text : bare);
}

/** 七, 十, 十二, 二十三 */
function spokenNumber(text: string): string | undefined {
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  if (ten === undefined) return tens !== undefined && ones === undefined ? String(DIGITS.indexOf(tens)) : undefined;
  return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0));
}

/** By number where both have one, else by their characters: alike on every machine. */
export function inClassOrder(a: string, b: string): number {
  const [one, other] = [Number(classCore(a)), Number(classCore(b))];
  if (one !== other && Number.isFinite(one) && Number.isFinite(other)) return one - other;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One query for each set of spellings, at the first cell of the second; every spelling is named by its cells. */
export function alikeClasses(sheet: Sheet, column: number, grade: number, { pupils, rows }: Rows): SheetFinding[] {
  const cores = new Map<string, Map<string, number[]>>();
  pupils.forEach(({ class: name }, at) => {
    if (name === null || name === "") return;
    const core = classCore(name, grade);
    const spellings = cores.get(core) ?? new Map<string, number[]>();
    cores.set(core, spellings.set(name, [...(spellings.get(name) ?? []), rows[at] as number]));
  });
  return [...cores.values()].flatMap((spellings): SheetFinding[] => {
    const [, second] = [...spellings.values()];
    if (!second) return [];
    const written = [...spellings.values()].map((own) => `${rangesAt(sheet, own, column, 2)}（${own.length}）`);
    const words = {
      zh: `班级有 ${spellings.size} 种写法，看来是同一个班：${written.join("；")}。括号里是人数。同一个班请写得一样；确实是几个班请说明。`,
      en: `one class seems to be written in ${spellings.size} ways: ${written.join("; ")}, with the number of pupils in brackets. Write one class in one way; if they are several, say so.`,
    };
    return [{ level: "query", code: "class-alike", cell: addressOf(sheet.top + (second[0] as number), sheet.left + column), words }];
  });
}

const CLASS_GRADE = /^(?:([一二三四五六七八九])(?:年级|\(|\d)|(\d)(?:年级|\(|\.\d)|([初高])中?([一二三]))/;

/** 801, 802 and so on, all of one grade; a lone 801 may be a room. */
const GRADE_AND_CLASS = /^([1-9])(?:0[1-9]|[1-4]\d)班?$/;

/** The grade that a class's name begins with, where it says one for sure: 八(1)班, 8.1, 初二3班, and 2023级1班 in a known school year. */
function gradeOfClass(name: string, stage: Stage, year: number | undefined): number | undefined {
  const plain = name.normalize("NFKC").replaceAll(/\s/g, "");
  const entered = /^20\d\d级/.exec(plain)?.[0];
  if (entered !== undefined) return gradeInColumn(entered, stage, year);
  const [, word, digit, level, grade] = CLASS_GRADE.exec(plain) ?? [];
  if (word !== undefined) return DIGITS.indexOf(word);
  if (digit !== undefined) return Number(digit);
  return level === undefined ? undefined : DIGITS.indexOf(grade as string) + (level === "初" ? 6 : 9);
}

/** One query for all classes whose names speak of other grades. */
export function classesOfOthers(
  sheet: Sheet,
  column: number,
  { stage, grade, year }: Pick<Mapping, "stage" | "grade"> & { readonly year: number | undefined },
  { pupils, rows }: Rows,
): SheetFinding[] {
  const names = new Set(pupils.flatMap(({ class: name }) => name ?? []));
  const begins = new Set([...names].map((name) => GRADE_AND_CLASS.exec(name.normalize("NFKC"))?.[1]));
  const [all] = begins.size === 1 && names.size > 1 ? begins : [];
  const others = rows.filter((_, at) => {
    const name = pupils[at]?.class;
    const spoken = name ? (gradeOfClass(name, stage, year) ?? (all === undefined ? undefined : Number(all))) : undefined;
    return spoken !== undefined && spoken !== grade;
  });
  if (others[0] === undefined) return [];
  const cells = rangesAt(sheet, others, column);
  return [
    findingAt("query", addressOf(others[0] + sheet.top, sheet.left + column), sentences.classGrade(cells, gradeName({ stage, grade }, []))),
  ];
}

/** Classes that are numbers like 9.1 and 9.2, where there are ten or more: the tenth, 9.10, is the first again. */
export function classesInTenths(sheet: Sheet, column: number, rows: readonly number[]): SheetFinding[] {
  const parts = rows.flatMap((row) => {
    const cell = sheet.cells[row]?.[column];
    const [, whole, tenths] = typeof cell === "number" ? (/^(\d+)\.(\d{1,2})$/.exec(String(cell)) ?? []) : [];
    return whole !== undefined && tenths !== undefined ? [{ row, whole, tenths }] : [];
  });
  const [first] = parts;
  if (!first) return [];
  const seen = (whole: string) => new Set(parts.filter((one) => one.whole === whole).map(({ tenths }) => tenths));
  const many = [...new Set(parts.map(({ whole }) => whole))].some((whole) => {
    const own = seen(whole);
    return [..."123456789"].every((tenth) => own.has(tenth));
  });
  if (!many) return [];
  const at = addressOf(sheet.top + first.row, sheet.left + column);
  return [findingAt("query", at, sentences.classTenths(at.replace(/\d+$/, "")))];
}

/** A column of classes that says nothing but the grade, 九年级, of everybody: then there is no class, and no figure of one. */
export function classesAreGrade(sheet: Sheet, column: number, { pupils, rows }: Rows): SheetFinding[] {
  const names = new Set(pupils.map(({ class: name }) => name));
  const [only] = names;
  const [first] = rows;
  if (names.size !== 1 || !only || first === undefined || !/^(?:[一二三四五六七八九]年级|[初高]中?[一二三])$/.test(only)) return [];
  return [
    findingAt("query", addressOf(sheet.top + first, sheet.left + column), {
      code: "class-is-grade",
      zh: `班级一列每一行都是“${only}”，那是年级：请填班级（如 1班）；只有一个班请说明。`,
      en: `every class says ${only}, which is the grade: write the class, such as 1班, or say that there is but one.`,
    }),
  ];
}
