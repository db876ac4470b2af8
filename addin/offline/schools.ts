/** A list of schools as it is pasted from Excel or read from a file -> schools, and what is wrong with which row. */
import type { School, Stage } from "../../shared/contract.ts";
import type { Words } from "../../shared/refusal.ts";
import { plainText } from "../../shared/scores.ts";

export interface SchoolList {
  readonly schools: readonly School[];
  /** Rows are counted from 1, as in the list. */
  readonly faults: readonly { readonly row: number; readonly words: Words }[];
  /** The list has no column of codes: they were given, in order, or kept from schools of the same name. */
  readonly numbered: boolean;
}

type Field = "code" | "name" | "stages" | "setting" | "type" | "groups";

const HEADERS: Readonly<Record<Field, RegExp>> = {
  code: /^(学校)?(标识码|代码|编码|编号|code)$|^(school)?(code|id)$/i,
  name: /^(学校|学校名称|名称|校名|单位|单位名称|school|name|schoolname)$/i,
  stages: /^(学段|办学学段|办学类型|学校类型|stages?)$/i,
  setting: /^(城乡|城乡类型|城乡分类|所在地|setting)$/i,
  type: /^(类别|学校类别|type)$/i,
  groups: /^(分组|片区|学区|乡镇|groups?)$/i,
};

/** Without a header row the columns are these. */
const PLAIN: readonly Field[] = ["code", "name", "stages"];

const KINDS: readonly (readonly [pattern: RegExp, stages: readonly Stage[]])[] = [
  [/十二年一贯|12年一贯/, ["primary", "junior", "senior"]],
  [/九年一贯|9年一贯/, ["primary", "junior"]],
  [/完全中学|完中/, ["junior", "senior"]],
];
const STAGES: readonly (readonly [pattern: RegExp, stage: Stage])[] = [
  [/小学|primary|教学点/i, "primary"],
  [/初中|初级中学|junior/i, "junior"],
  [/高中|高级中学|senior/i, "senior"],
];

/** The stages a text names: 初中, "小学、初中", 九年一贯制学校; nothing where it names none. */
function stagesIn(text: string): Stage[] {
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  if (kind) return [...kind[1]];
  return STAGES.filter(([pattern]) => pattern.test(text)).map(([, stage]) => stage);
}

/** Cells of a pasted text: a line per row, tabs between cells; commas where there is no tab at all. */
export function cellsOf(text: string): string[][] {
  const separator = text.includes("\t") ? "\t" : /[,，]/;
  return text.split(/\r?\n/).map((line) => line.split(separator));
}

export function readSchools(rows: readonly (readonly string[])[], known: readonly School[]): SchoolList {
  const plain = rows.map((row) => row.map((cell) => plainText(cell).trim()));
  const first = plain.findIndex((row) => row.some((cell) => cell !== ""));
  const head = headerOf(plain[first] ?? []);
  const columns = head ?? (plain.slice(first).every((row) => row.filter((cell) => cell !== "").length <= 2) ? PLAIN.slice(1) : PLAIN);
  const numbered = !columns.includes("code");
  const faults: { row: number; words: Words }[] = [];
  const schools: School[] = [];
  const taken = new Set(known.map(({ school }) => school));
  plain.forEach((row, at) => {
    if (at < first + (head ? 1 : 0) || row.every((cell) => cell === "")) return;
    const cell = (field: Field) => row[columns.indexOf(field)] ?? "";
    const say = (zh: string, en: string) => faults.push({ row: at + 1, words: { zh, en } });
    const name = cell("name");
    const code = numbered ? (known.find((one) => one.name === name)?.school ?? nextCode(taken)) : cell("code");
    taken.add(code);
    // The kind of school often stands in its name: 柳沟小学.
    const stages = stagesIn(cell("stages") || cell("type") || name);
    const before = faults.length;
    if (name === "" || name.length > 100) say("没有学校名称", "there is no name");
    if (code === "") say("没有代码", "there is no code");
    else if (!/^[0-9A-Za-z-]{1,32}$/.test(code))
      say(`代码“${code}”应是数字、字母或 -，最多 32 位`, `the code "${code}" is to be digits, letters or -, 32 at most`);
    if (stages.length === 0)
      say("看不出学段：请写小学、初中、高中或九年一贯制", "no stage: write primary, junior, senior, or several of them");
    if (schools.some(({ school }) => school === code)) say(`代码 ${code} 出现了两次`, `the code ${code} is there twice`);
    if (schools.some((one) => one.name === name)) say(`“${name}”出现了两次`, `"${name}" is there twice`);
    if (faults.length > before) return;
    const setting = (["城区", "镇区", "乡村"] as const).find((one) => cell("setting").includes(one)) ?? null;
    const groups = cell("groups")
      .split(/[、,，;；\s]+/)
      .filter((group) => group !== "" && group.length <= 40)
      .slice(0, 50);
    schools.push({ school: code, name, stages, setting, type: (cell("type") || cell("stages")).slice(0, 40) || null, groups });
  });
  return { schools, faults, numbered: numbered && schools.length > 0 };
}

/** The fields of a header row; `null` where the row is a school already. */
function headerOf(row: readonly string[]): (Field | null)[] | null {
  const fields = row.map((cell) => {
    const plain = cell.replace(/[\s*（）()：:_-]/g, "");
    return (Object.keys(HEADERS) as Field[]).find((field) => HEADERS[field].test(plain)) ?? null;
  });
  return fields.includes("name") && fields.filter((field) => field !== null).length > 1 ? fields : null;
}

function nextCode(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const code = `S${String(number).padStart(3, "0")}`;
    if (!taken.has(code)) return code;
  }
}
