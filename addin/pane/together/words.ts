/** What is said of a list that lies on several sheets of a file. */
import type { Language } from "../../language.ts";
import { useLanguage } from "../say.ts";

const zh = {
  title: (sheets: number) => `${sheets} 张工作表合在一起读`,
  alone: "各工作表合在一起读",
  first: "各列以这张表的表头为准",
  names: (sheets: readonly string[]) => `${sheets[0]}等 ${sheets.length} 张工作表`,
  not: (sheet: string, why: string) => `没有读“${sheet}”：${why}。`,
  nameAsClass: "工作表的名字",
};

const en: typeof zh = {
  title: (sheets) => `${sheets} sheets read together`,
  alone: "Sheets to read together",
  first: "the columns go by its headers",
  names: (sheets) => `${sheets[0]} and ${sheets.length - 1} more ${sheets.length === 2 ? "sheet" : "sheets"}`,
  not: (sheet, why) => `${sheet} is not read: ${why}.`,
  nameAsClass: "name of the sheet",
};

const words: Readonly<Record<Language, typeof zh>> = { "zh-CN": zh, en };

export function useTogetherWords(): typeof zh {
  return words[useLanguage()];
}
