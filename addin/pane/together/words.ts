/** What is said of a list that lies on several sheets of a file. */
import type { Language } from "../../language.ts";
import { useLanguage } from "../say.ts";

const zh = {
  title: (sheets: number) => `${sheets} 张工作表合在一起读`,
  alone: "各工作表合在一起读",
  first: "各列以这张表的表头为准",
  names: (sheets: readonly string[]) => `${sheets[0]}等 ${sheets.length} 张工作表`,
  not: (sheet: string, why: string) => `没有读“${sheet}”：${why}。`,
  unread: (sheets: readonly string[]) =>
    `只读了现在这张表。本工作簿里还有别的学生的成绩表没有读：${sheets.join("、")}。要合在一起读，请先保存，再点“选择文件”选这个工作簿。`,
  nameAsClass: "工作表的名字",
};

const en: typeof zh = {
  title: (sheets) => `${sheets} sheets read together`,
  alone: "Sheets to read together",
  first: "the columns go by its headers",
  names: (sheets) => `${sheets[0]} and ${sheets.length - 1} more ${sheets.length === 2 ? "sheet" : "sheets"}`,
  not: (sheet, why) => `${sheet} is not read: ${why}.`,
  unread: (sheets) =>
    `Only the sheet that is shown is read. Sheets of this workbook with marks of other pupils are not: ${sheets.join(", ")}. To read them together, save the workbook and choose it as a file.`,
  nameAsClass: "name of the sheet",
};

const words: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useTogetherWords(): typeof zh {
  return words[useLanguage()];
}
