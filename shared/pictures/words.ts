/** What stands in pictures and in the tables behind them, in each language. */
import type { Tongue } from "../documents/document.ts";

const zh = {
  told: (line: string, place: string, share: string) => `${line} ${place}：${share}`,
  share: (digits: string) => `${digits} %`,
  was: (mark: string, share: string) => `原 ${mark}：${share}`,
  change: (pupils: string) => `${pupils} 人`,
  sat: (pupils: number, full: number, width: number) => `实考 ${pupils} 人，满分 ${full} 分，每段 ${width} 分`,
  nobody: "没有人参加考试",
  pupils: "人数",
  before: "原人数",
  band: "分数段",
  ofSat: "占实考",
  distribution: (title: string, sat: string, lines: readonly string[]) => `${title}：${sat}。${lines.join("；")}。`,
  spoken: (line: string, sign: string, mark: string, share: string, pupils: number) =>
    `${line}（${sign === "<" ? "低于" : "不低于"} ${mark} 分）：${share}，${pupils} 人`,
  spokenWas: (mark: string, share: string) => `；原来 ${mark} 分：${share}`,
};

const en: typeof zh = {
  told: (line, place, share) => `${line} ${place}: ${share}`,
  share: (digits) => `${digits} %`,
  was: (mark, share) => `was ${mark}: ${share}`,
  change: (pupils) => pupils,
  sat: (pupils, full, width) => `${pupils} sat, full mark ${full}, bands of ${width}`,
  nobody: "Nobody sat",
  pupils: "Pupils",
  before: "Pupils before",
  band: "Band",
  ofSat: "Of those who sat",
  distribution: (title, sat, lines) => `${title}: ${sat}. ${lines.join("; ")}.`,
  spoken: (line, sign, mark, share, pupils) =>
    `${line}, ${sign === "<" ? "below" : "at least"} ${mark}: ${share}, ${pupils === 1 ? "1 pupil" : `${pupils} pupils`}`,
  spokenWas: (mark, share) => `; was ${mark}: ${share}`,
};

export type PictureWords = typeof zh;
export const PICTURE_WORDS: Readonly<Record<Tongue, PictureWords>> = { zh, en };
