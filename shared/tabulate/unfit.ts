/** Why nothing can be read of a list, as far as it can be told: its text is garbled, its columns stand in one cell, or its rows are no pupils'. */
import type { Paper } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { plainText, shown } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { gradeName } from "../template/words.ts";
import { addressOf } from "./address.ts";
import { TITLE_ROWS } from "./columns.ts";
import { findingAt, type SheetFinding } from "./finding.ts";
import { namesSubject, plainHeader } from "./headers.ts";
import { isBlank, type Reading, type SchoolName } from "./pupils.ts";

/** The one thing that is wrong with a list of which no mark can be read; nothing else is worth telling then. */
export function unreadable(sheet: Sheet, mapping: Mapping, papers: readonly Paper[]): SheetFinding | null {
  const { top, left, cells } = sheet;
  const crammed = crammedRow(cells, mapping.subjects.length > 0 ? [] : papers);
  if (crammed !== null) return findingAt("error", addressOf(top + crammed, left), { code: "no-marks", ...inOneCell });
  const turned = turnedRow(cells, mapping, papers);
  if (turned) return findingAt("error", addressOf(top + turned.row, left + turned.column), { code: "no-marks", ...rowsAreSubjects });
  if (mapping.subjects.length > 0) return null;
  return findingAt("error", addressOf(top + (mapping.header ?? 0), left), { code: "no-marks", ...lacking(sheet, mapping, papers) });
}

const inOneCell: Words = {
  zh: "一整行的内容挤在这一格里，没有分成列：请在 Excel 或 WPS 里用“数据 → 分列”按分隔符分开（表头和各行用同一种分隔符），另存为 .xlsx 再选。",
  en: "a whole row stands in this one cell and not in columns: part it by its separator (Data, Text to Columns; the same one in the headers and in every row), save as .xlsx and choose it again.",
};

const rowsAreSubjects: Words = {
  zh: "学科在行上、学生在列上，要的是每名学生一行、每个学科一列：请在 Excel 或 WPS 里复制整张表，用“选择性粘贴 → 转置”贴到新的工作表，保存再选。",
  en: "the subjects are rows and the pupils columns, and one row for each pupil with a column per subject is needed: copy the table, paste it transposed on a new sheet, save and choose it again.",
};

/** As many rows as a table may have whose rows are subjects, the titles over it included. */
const TURNED_ROWS = 40;

/** Where subjects stand below each other, each once, and more of them than columns are found: no list with a row for each mark has that. */
function turnedRow(cells: Sheet["cells"], { subjects }: Mapping, papers: readonly Paper[]): { row: number; column: number } | null {
  if (subjects.length === papers.length) return null;
  const top = cells.slice(0, TURNED_ROWS);
  for (const column of (cells[0] ?? []).slice(0, TITLE_ROWS).keys()) {
    const named = (cell: unknown) => papers.filter(({ subject }) => namesSubject(plainHeader(cell), subject));
    const rows = top.flatMap((row, at) => (named(row[column]).length > 0 ? [at] : []));
    const different = new Set(rows.flatMap((at) => named(cells[at]?.[column]))).size;
    if (different > Math.max(1, subjects.length) && rows.length === different) return { row: rows[0] as number, column };
  }
  return null;
}

/** The first row that holds several columns in its only cell: the headers, where none are found yet for `papers`, or most of the rows. */
function crammedRow(cells: Sheet["cells"], papers: readonly Paper[]): number | null {
  const partsOf = (row: readonly unknown[]) => {
    const [only, ...more] = row.filter((cell) => !isBlank(cell));
    return typeof only === "string" && more.length === 0 ? only.split(/[\t,;，；|]/) : [];
  };
  const isSubject = (part: string) => papers.some(({ subject }) => namesSubject(plainHeader(part), subject));
  const heads = cells.slice(0, TITLE_ROWS).findIndex((row) => partsOf(row).some(isSubject));
  if (heads >= 0) return heads;
  const rows = cells.flatMap((row, at) => (partsOf(row).length > 3 ? [at] : []));
  return 2 * rows.length > cells.length ? (rows[0] ?? null) : null;
}

function lacking(sheet: Sheet, mapping: Mapping, papers: readonly Paper[]): Words {
  const { header } = mapping;
  const subjects = [...new Set(papers.map(({ subject }) => subject))];
  const some = (comma: string) => subjects.slice(0, 3).join(comma) + (subjects.length > 3 ? "……" : "");
  if (isGarbled(sheet.cells))
    return {
      zh: "文字成了乱码（保存时用错了编码），认不出表头：请在原来的系统重新导出，或在 Excel 里用“数据 → 从文本/CSV”选对编码（UTF-8 或 GB18030）打开，另存为 .xlsx 再选。",
      en: "the text is garbled (saved in a wrong encoding), so the headers are not known: export it again, or open it in Excel by Data, From Text/CSV with the right encoding (UTF-8 or GB18030), save as .xlsx and choose it again.",
    };
  const heads = header === null ? [] : (sheet.cells[header] ?? []).map((cell) => plainText(String(cell ?? "")).replace(/\s+/g, ""));
  const [subject, mark] = [heads.find((head) => SUBJECT_HEADS.has(head)), heads.find((head) => MARK_HEADS.has(head))];
  if (subject !== undefined && mark !== undefined)
    return {
      zh: `每名学生一科一行（“${subject}”“${mark}”两列），要的是每名学生一行、每个学科一列：请在 Excel 里用“插入 → 数据透视表”，行放班级、学号和姓名，列放“${subject}”，值放“${mark}”，结果粘贴成值；缺考等文字在透视表里会空着，请补写，再选这个文件。`,
      en: `each pupil has a row for every subject (columns “${subject}” and “${mark}”), and one row with a column per subject is needed: make a pivot table (class, number and name as rows, “${subject}” as columns, “${mark}” as values), paste it as values, write in the states such as 缺考, which it leaves blank, and choose it again.`,
    };
  if (sheet.hiddenSheets)
    return {
      zh: `这张表里没有成绩，文件里还有隐藏的工作表${sheet.hiddenSheets.map(shown).join("、")}，隐藏的不读：成绩在那里的，请在 Excel 里取消隐藏（右键点工作表标签），保存再选。`,
      en: `there are no marks on this sheet; the file has hidden sheets besides, which are not read: ${sheet.hiddenSheets.join(", ")}. If the marks are there, unhide them (right-click on a sheet's tab), save and choose the file again.`,
    };
  if (header === null)
    return {
      zh: `前 ${TITLE_ROWS} 行里没有表头（姓名、学号、${some("、")}），没有可以读的分数：请在名单上面加一行表头，或换一张表，或在“各列是什么”里选各学科的列。`,
      en: `none of the first ${TITLE_ROWS} rows are headers (姓名, 学号, ${some(", ")}), so there is nothing to read: write headers over the list, choose another sheet, or the subjects’ columns under “Which column is which”.`,
    };
  const row = sheet.top + header + 1;
  return {
    zh: `表头（第 ${row} 行）里没有这次考试的学科（${some("、")}），没有可以读的分数：请把学科写进表头，或换一张表，或在“各列是什么”里选各学科的列。`,
    en: `the headers (row ${row}) name no subject of this exam (${some(", ")}), so there is nothing to read: write the subjects there, choose another sheet, or the subjects’ columns under “Which column is which”.`,
  };
}

const SUBJECT_HEADS: ReadonlySet<string> = new Set(["科目", "学科", "课程", "科目名称", "学科名称", "课程名称", "考试科目"]);
const MARK_HEADS: ReadonlySet<string> = new Set(["成绩", "分数", "得分", "考试成绩", "卷面分", "原始分", "卷面成绩"]);

/** What is put for characters that are none; Chinese in UTF-8 or GBK read as a western text, and UTF-8 read as GBK (姓名, 学号, 班级, 语文). */
const GARBLED = [/\uFFFD/, /[\u00e4-\u00e9][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{2}/, /濮撳悕|瀛﹀彿|鐝|璇|鏁板/];
const WESTERN = /[\u00b0-\u00f7][\u00a1-\u00fe]{3}/;

function isGarbled(cells: Sheet["cells"]): boolean {
  const texts = cells.slice(0, TITLE_ROWS).flatMap((row) => row.filter((cell) => typeof cell === "string"));
  return texts.some((text) => GARBLED.some((sign) => sign.test(text)) || (WESTERN.test(text) && !/\p{Script=Han}/u.test(text)));
}

/** Why none of the rows is a pupil of the school and the grade: the columns that say so name others. */
export function noPupils(sheet: Sheet, mapping: Mapping, reading: Reading, school: SchoolName, papers: readonly Paper[]): SheetFinding {
  const { header, gradeColumn, school: schools } = mapping;
  const at = (column: number) => addressOf(sheet.top + (header ?? 0), sheet.left + column);
  const own = gradeName(mapping, []);
  if (gradeColumn !== null && reading.otherGrades > 0) {
    const named = spelled(sheet, header, gradeColumn);
    const others = [...new Set(papers.map(({ grade }) => grade))].filter((grade) => grade !== mapping.grade);
    const [read, choose]: [Words, Words] =
      others.length > 0
        ? [
            { zh: "现在读的是", en: "the list is read for" },
            { zh: "，选错年级的请改选", en: ", or the other grade" },
          ]
        : [
            { zh: "这次采集要的是", en: "the collection asks" },
            { zh: "", en: "" },
          ];
    return findingAt("error", at(gradeColumn), {
      code: "no-pupils",
      zh: `“年级”一列写的是${named("、")}，${read.zh}${own}，没有一行是：拿错表的请换表${choose.zh}；年级写错了的，请把这一列改成“${own}”。`,
      en: `the column of grades says ${named(", ")}, and ${read.en} ${own}, of which there is no row: choose the right list${choose.en}; if the grade is written wrong, write ${own}.`,
    });
  }
  if (schools !== null && reading.otherSchools.size > 0) {
    const named = spelled(sheet, header, schools);
    return findingAt("error", at(schools), {
      code: "no-pupils",
      zh: `“学校”一列写的是${named("、")}，没有一行是${school.name}：拿错表的请换表，选错学校的请改选；校名写法不同的，请改成“${school.name}”。`,
      en: `the column of schools says ${named(", ")}, and no row ${school.name}: choose the right list, or the other school; if the name is only written otherwise, write ${school.name}.`,
    });
  }
  return findingAt("error", at(schools ?? 0), {
    code: "no-pupils",
    zh: `表头下面没有${school.name}的学生：请核对学校、年级和表头所在的行。`,
    en: `below the headers there is no pupil of ${school.name}: check the school, the grade and the row of the headers.`,
  });
}

/** What a column says below its header, the first three of it. */
function spelled({ cells }: Sheet, header: number | null, column: number): (comma: string) => string {
  const below = cells.slice(header === null ? 0 : header + 1).map((row) => row[column]);
  const named = [...new Set(below.filter((cell) => !isBlank(cell)).map((cell) => shown(String(cell))))];
  return (comma) => named.slice(0, 3).join(comma) + (named.length > 3 ? "……" : "");
}
