/** Classes that are hardly right: two spellings of one, another grade's, one on two sheets. Told by cells: what stands there may be a pupil's name. */
import type { Stage } from "../contract.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf } from "./address.ts";
import { classCore } from "./classes.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import { DIGITS, gradeInColumn } from "./headers.ts";
import { rangesAt } from "./origins.ts";

interface Rows {
  readonly pupils: readonly { readonly class: string | null }[];
  readonly rows: readonly number[];
}

/** One query for all classes with a line break in their cell: Alt+Enter, or what is left of a pasted table. */
export function brokenClasses(sheet: Sheet, column: number, { rows }: Rows): SheetFinding[] {
  const broken = rows.filter((row) => {
    const cell = sheet.cells[row]?.[column];
    return typeof cell === "string" && /[\r\n]/.test(cell.trim());
  });
  const [first] = broken;
  if (first === undefined) return [];
  return [findingAt("query", addressOf(sheet.top + first, sheet.left + column), sentences.brokenClass(broken.length))];
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

/** One query for each sheet on which a class goes on that began on another, at its first such row: the same pupils may be read twice. */
export function splitClasses({ origins, nameColumn }: Sheet, column: number, { pupils, rows }: Rows): SheetFinding[] {
  if (!origins || column === nameColumn) return [];
  const begins = new Map<string, string>();
  const told = new Map<string, SheetFinding>();
  pupils.forEach(({ class: name }, at) => {
    const row = rows[at] as number;
    const here = origins[row]?.part.sheet.name;
    if (name === null || here === undefined) return;
    const first = begins.get(name) ?? here;
    begins.set(name, first);
    if (first !== here && !told.has(here)) told.set(here, findingAt("query", addressOf(row, column), sentences.classSplit(first, here)));
  });
  return [...told.values()];
}

const sentences = {
  classTenths: (column: string): Said => ({
    code: "class-tenths",
    zh: `${column} 列的班级写成了 9.1、9.2 这样的数，又到了 10 个班以上：9.10 和 9.1 是同一个数，两个班会并成一个。请把这一列改成文本（9.10），或写 901、910。`,
    en: `column ${column} has classes as numbers like 9.1 and 9.2, and ten or more of them: 9.10 and 9.1 are one number, and two classes become one. Make the column text, or write 901 and 910.`,
  }),
  classGrade: (cells: string, spoken: string): Said => ({
    code: "class-grade",
    zh: `班级里写的是别的年级（${cells}），现在按${spoken}读：请核对是不是选错了年级，或贴错了班。`,
    en: `the class names another grade (${cells}), but the list is read for ${spoken}: check the grade that is chosen and the rows.`,
  }),
  classSplit: (first: string, here: string): Said => ({
    code: "class-sheets",
    zh: `这个班在“${first}”里也有学生：请核对“${here}”和它是不是同一批学生；确实分在两张表里请说明。`,
    en: `this class has pupils on ${first} too: see whether ${here} holds the same pupils again; if the class lies on both sheets, say so.`,
  }),
  brokenClass: (cells: number): Said => ({
    code: "class-broken",
    zh: `有 ${cells} 格班级里有换行，已当作没有换行来读：请核对，最好写在一行里。`,
    en: `${cells} cells under class hold a line break and are read without it: check them, or better write each in one line.`,
  }),
};
