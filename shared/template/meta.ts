/** The hidden sheet by which a file is recognised: whose it is, for what, and by which layout and definitions it was made. */
import { inOrder } from "../canonical.ts";
import type { Paper } from "../contract.ts";
import type { FigurePlace } from "./figure.ts";
import type { Places } from "./places.ts";
import type { TemplateRequest } from "./request.ts";
import type { Placed, TemplateSheet } from "./sheet.ts";
import { SHEETS, TEMPLATE_FORMAT } from "./words.ts";

/** What is told, in the order of the rows: the key in A, the value in B, from row 1 on. */
export const META_KEYS = [
  "模板格式",
  "区划",
  "区划名称",
  "学校代码",
  "学校名称",
  "采集",
  "采集名称",
  "报表",
  "周期",
  "定义",
  "制作日期",
  "布局校验",
] as const;
export type MetaKey = (typeof META_KEYS)[number];
export type Meta = Readonly<Record<MetaKey, string>>;

export function metaOf({ region, school, collection, made }: TemplateRequest, places: Places): Meta {
  return {
    模板格式: String(TEMPLATE_FORMAT),
    区划: region.region,
    区划名称: region.name,
    学校代码: school.school,
    学校名称: school.name,
    采集: collection.collection,
    采集名称: collection.name,
    报表: collection.form,
    周期: collection.period,
    定义: collection.definitions,
    制作日期: made,
    布局校验: checksum(places),
  };
}

/** The rows of the sheet; below them the version of each definition that was used. */
export function metaSheet(meta: Meta, figures: readonly FigurePlace[], versions: ReadonlyMap<string, number>): TemplateSheet {
  const used = [...new Set(figures.map(({ indicator }) => indicator))].map((id) => `${id}@${versions.get(id)}`);
  const pair = (row: number, key: string, value: string): Placed[] => [
    { row, column: 0, look: "text", value: key },
    { row, column: 1, look: "text", value },
  ];
  return {
    name: SHEETS.meta,
    hidden: true,
    columns: [{ width: 14 }, { width: 60 }],
    cells: [
      ...META_KEYS.flatMap((key, row) => pair(row, key, meta[key])),
      ...used.flatMap((name, at) => pair(META_KEYS.length + at, "指标定义", name)),
    ],
  };
}

/** FNV-1a, 64 bits, over all places, papers in their canonical order: it tells two layouts apart, and guards nothing. */
export function checksum(places: Places, format = TEMPLATE_FORMAT): string {
  return fnv(format, places, inOrder);
}

/**
 * Was the template made by this layout? Until 2026-11-28 the order of a paper's keys counted: of a county set up in the browser they came as
 * the contract has them, from a server sorted.
 */
export function isLayout(told: string, places: Places, format: number): boolean {
  return told === checksum(places, format) || told === fnv(format, places, asSetUp);
}

function fnv(format: number, places: Places, ordered: (paper: Paper) => Paper): string {
  let hash = 0xcbf29ce484222325n;
  const plain = JSON.stringify([format, places], (key, value) =>
    key === "definition" ? `${value.id}@${value.version}` : key === "paper" ? ordered(value) : value,
  );
  for (const character of plain) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) as number)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

function asSetUp({ stage, grade, subject, full, grid, lines, before }: Paper): Paper {
  return {
    ...{ stage, grade, subject, full, grid },
    lines: { pass: lines.pass, excellent: lines.excellent, low: lines.low },
    before: before && { name: before.name, full: before.full, grid: before.grid },
  };
}
