/** 填表说明: who, what, until when, how to fill it in, and what leaves the school. One page of A4 in plain words. */
import { dayOf } from "../moment.ts";
import type { TemplateRequest } from "./request.ts";
import { boxOf, type Placed, rowOf, type TemplateSheet } from "./sheet.ts";
import { SHEETS } from "./words.ts";

export interface GuideText {
  readonly who: string;
  /** Numbered steps. */
  readonly steps: readonly string[];
  /** Words to write in place of a number, with what they mean. */
  readonly words?: readonly (readonly [word: string, meaning: string])[];
  readonly leaves: readonly string[];
}

const WIDTH = 4;

export function guideSheet({ who, steps, words, leaves }: GuideText, { region, school, collection, made }: TemplateRequest): TemplateSheet {
  const cells: Placed[] = [{ row: 0, column: 0, look: "title", value: collection.name }];
  const merges = [boxOf(0, 0, 0, WIDTH - 1)];
  const heights: [number, number][] = [[0, 36]];
  let row = 1;
  const facts: [string, string][] = [
    ["学校", `${school.name}（${school.school}）`],
    ["区划", `${region.name}（${region.region}）`],
    ["周期", collection.period],
    ...(collection.exam ? [["考试", collection.exam.name] as [string, string]] : []),
    ["谁来填", who],
    ["截止", collection.closes ? `${dayOf(collection.closes)} 之前` : "以教育局通知为准"],
    ["模板制作", `${made}，只供本校本次使用，请不要拿别校的或以前的模板来填`],
  ];
  for (const [name, value] of facts) {
    cells.push({ row, column: 0, look: "head", value: name }, { row, column: 1, look: "text", value });
    cells.push(...rowOf(row, 2, "text", ["", ""]));
    merges.push(boxOf(row, 1, row, WIDTH - 1));
    heights.push([row, 22]);
    row++;
  }
  const section = (text: string) => {
    row++;
    cells.push({ row, column: 0, look: "section", value: text });
    heights.push([row, 24]);
    row++;
  };
  const line = (number: string, text: string, look: Placed["look"] = "note") => {
    cells.push({ row, column: 0, look: "cell", value: number }, { row, column: 1, look, value: text });
    cells.push(...rowOf(row, 2, look, ["", ""]));
    merges.push(boxOf(row, 1, row, WIDTH - 1));
    heights.push([row, 19 * Math.max(1, Math.ceil(text.length / 37)) + 5]);
    row++;
  };
  section("一、怎么填");
  for (const [at, text] of steps.entries()) line(String(at + 1), text, "text");
  if (words) {
    section("二、没有分数的怎么写");
    for (const [word, meaning] of words) line(word, meaning, "text");
  }
  section(words ? "三、哪些数据会离开学校" : "二、哪些数据会离开学校");
  for (const [at, text] of leaves.entries()) line(String(at + 1), text, "text");
  return {
    name: SHEETS.guide,
    columns: [{ width: 10 }, { width: 30 }, { width: 25 }, { width: 25 }],
    cells,
    merges,
    heights,
  };
}
