/** Classes that are written differently and look like one: 1班, 01班, 一班, 九(1)班. Told by cells: what stands there may be a pupil's name. */
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf } from "./address.ts";
import { findingAt, type SheetFinding, sentences } from "./finding.ts";
import { rangesAt } from "./origins.ts";

interface Rows {
  readonly pupils: readonly { readonly class: string | null }[];
  readonly rows: readonly number[];
}

const DIGITS = "零一二三四五六七八九";

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

/** The grade that a class's name begins with, where it says one for sure: 八(1)班, 8.1, 初二3班. 801 may be a room. */
function gradeOfClass(name: string): number | undefined {
  const [, word, digit, level, year] = CLASS_GRADE.exec(name.normalize("NFKC").replaceAll(/\s/g, "")) ?? [];
  if (word !== undefined) return DIGITS.indexOf(word);
  if (digit !== undefined) return Number(digit);
  return level === undefined ? undefined : DIGITS.indexOf(year as string) + (level === "初" ? 6 : 9);
}

/** One query for all classes whose names speak of other grades. */
export function classesOfOthers(
  sheet: Sheet,
  column: number,
  { stage, grade }: Pick<Mapping, "stage" | "grade">,
  { pupils, rows }: Rows,
): SheetFinding[] {
  const others = rows.filter((_, at) => {
    const spoken = gradeOfClass(pupils[at]?.class ?? "");
    return spoken !== undefined && spoken !== grade;
  });
  if (others[0] === undefined) return [];
  const cells = rangesAt(sheet, others, column);
  return [
    findingAt("query", addressOf(others[0] + sheet.top, sheet.left + column), sentences.classGrade(cells, gradeName({ stage, grade }, []))),
  ];
}
