/** The sheet of one grade's marks: a row per pupil, a column per paper, and the earlier mark where a paper is measured against one. */
import type { Paper } from "../../contract.ts";
import { gridWords, linesOf } from "../../exam.ts";
import { percentsIn, type Rules } from "../../indicators/rules.ts";
import { addressOf } from "../../tabulate/address.ts";
import type { ScorePlace } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import {
  boxOf,
  type ColumnLook,
  type DefinedName,
  type Placed,
  rangeOf,
  rowOf,
  type Shade,
  type TemplateSheet,
  type Validation,
} from "../sheet.ts";
import { schoolLine, WRITTEN_STATES } from "../words.ts";
import { beforeScale, isListed, isWrong, listName, offScale, type Scale } from "./mark.ts";

const LAST_ROW = 1_048_575;

export function scoreSheet(place: ScorePlace, { school, region, collection, rules }: TemplateRequest): TemplateSheet {
  const width = place.headers.length;
  const top = place.first;
  const bottom = place.first + place.room - 1;
  return {
    name: place.sheet,
    ...(width > 9 && { landscape: true }),
    columns: columnsOf(place),
    heights: [
      [0, 30],
      [2, 48],
      [3, 54],
      [4, 21],
    ],
    merges: [0, 1, 2].map((row) => boxOf(row, 0, row, width - 1)),
    cells: [
      { row: 0, column: 0, look: "title", value: `${collection.exam?.name ?? collection.name}　${place.spoken}成绩` },
      { row: 1, column: 0, look: "line", value: schoolLine(school, region) },
      {
        row: 2,
        column: 0,
        look: "note",
        value: `一名学生一行，从第 ${top + 1} 行填起。没有分数的不要留空，填：${WRITTEN_STATES.join("、")}；考了 0 分填 0。黄色＝还没填，红色＝填得不对。从别的表粘贴时请用“选择性粘贴—数值”。学号、姓名只为校内核对，可以不填。`,
      },
      ...rowOf(3, 0, "small", ["必填", "可不填", "可不填"]),
      ...place.marks.map(({ paper, column }): Placed => ({ row: 3, column, look: "small", value: linesShown(paper, rules) })),
      ...place.marks.flatMap(({ paper, before }): Placed[] =>
        before && paper.before
          ? [{ row: 3, column: before.column, look: "small", value: `${paper.before.name}\n满分 ${paper.before.full}\n没有的可空` }]
          : [],
      ),
      ...rowOf(place.header, 0, "head", place.headers),
    ],
    validations: [...listValidations(place), ...markValidations(place), beyond(place)],
    shades: shadesOf(place, top, bottom),
    freeze: { row: place.first, column: 3 },
    repeat: { from: place.header - 1, to: place.header },
    // As many as fit on one page below the head.
    lined: width > 9 ? 20 : 35,
    signed: true,
    digitsAsText: boxOf(top, 0, bottom, 2),
  };
}

function columnsOf(place: ScorePlace): ColumnLook[] {
  const marks = place.marks.length + place.marks.filter(({ before }) => before).length;
  return [
    { width: 10, look: "input text", format: "@" },
    { width: 21, look: "input text", format: "@" },
    { width: 11, look: "input text", format: "@" },
    ...Array.from({ length: marks }, (): ColumnLook => ({ width: 10, look: "input mark" })),
  ];
}

/** 满分 120, 及格 72, 优秀 102, 低分 <48 */
function linesShown(paper: Paper, rules: Rules): string {
  const { pass, excellent, low } = linesOf(paper, percentsIn(rules));
  return `满分 ${paper.full}\n及格 ${pass} 起\n优秀 ${excellent} 起\n低于 ${low} 低分`;
}

function listValidations(place: ScorePlace): Validation[] {
  const [top, bottom] = [place.first, place.first + place.room - 1];
  return [
    {
      range: boxOf(top, 0, bottom),
      type: "textLength",
      operator: "between",
      formula1: "1",
      formula2: "16",
      title: "班级",
      message: "班级最多 16 个字，例如 1班、九(1)。同一个班每一行都要写得一样。",
      prompt: "每名学生都要填班级，同一个班写法要一样，例如 1班。",
    },
  ];
}

/** Every mark column: the list of what may be typed, or a rule where the list would be too long. */
function markValidations(place: ScorePlace): Validation[] {
  const [top, bottom] = [place.first, place.first + place.room - 1];
  return place.marks.flatMap(({ paper, column, before }): Validation[] => {
    const at = (of: number) => boxOf(top, of, bottom, of);
    const own: Validation = {
      range: at(column),
      ...ruleFor(paper, addressOf(top, column)),
      title: `${place.headers[column]}只能填分数或状态`,
      message: `请填 0 到 ${paper.full} 的分数（${gridWords(paper.grid)}），或${WRITTEN_STATES.join("、")}。`,
      prompt: `0—${paper.full}，${gridWords(paper.grid)}；没有分数选${WRITTEN_STATES.join("、")}`,
    };
    const earlier = beforeScale(paper);
    if (!before || !earlier) return [own];
    return [
      own,
      {
        range: at(before.column),
        ...ruleFor(earlier, addressOf(top, before.column)),
        title: "前测只能填分数",
        message: `请填 ${paper.before?.name} 的分数，0 到 ${earlier.full}（${gridWords(earlier.grid)}）；没有考过的留空。`,
        prompt: `${paper.before?.name}：0—${earlier.full}；没有考过的留空`,
      },
    ];
  });
}

function ruleFor(scale: Scale, cell: string): Pick<Validation, "type" | "formula1"> {
  if (isListed(scale)) return { type: "list", formula1: listName(scale) };
  const states = WRITTEN_STATES.map((word) => `${cell}="${word}"`).join(",");
  return { type: "custom", formula1: `IF(ISNUMBER(${cell}),(${offScale(cell, scale)})=0,OR(${states}))` };
}

/** Below the room nothing is counted, so nothing may be typed there. */
function beyond(place: ScorePlace): Validation {
  return {
    range: boxOf(place.first + place.room, 0, LAST_ROW, place.headers.length - 1),
    type: "custom",
    formula1: "FALSE",
    title: "超出本表",
    message: `本表最多 ${place.room} 名学生，到第 ${place.first + place.room} 行为止。`,
  };
}

function shadesOf(place: ScorePlace, top: number, bottom: number): Shade[] {
  const width = place.headers.length;
  const last = 2 + place.marks.length;
  const first = (column: number) => addressOf(top, column);
  const used = `COUNTA($A${top + 1}:$${addressOf(top, width - 1)})>0`;
  const wrong = place.marks.flatMap(({ paper, column, before }): Shade[] => {
    const shade = (of: number, scale: Scale): Shade => ({
      range: boxOf(top, of, bottom, of),
      formula: isWrong(first(of), scale),
      tone: "wrong",
    });
    const earlier = beforeScale(paper);
    return before && earlier ? [shade(column, paper), shade(before.column, earlier)] : [shade(column, paper)];
  });
  const blank = (from: number, to: number): Shade => ({
    range: boxOf(top, from, bottom, to),
    formula: `AND(${used},ISBLANK(${first(from)}))`,
    tone: "blank",
  });
  return [...wrong, blank(0, 0), blank(3, last)];
}

/** The names of the grade's columns, as the formulas of the other sheets use them. */
export function scoreNames(place: ScorePlace): DefinedName[] {
  const { sheet, first, room, names } = place;
  const named = (name: string, column: number): DefinedName => ({ name, sheet, range: rangeOf(first, column, first + room - 1, column) });
  return [
    named(names.class, place.class),
    named(names.number, place.number),
    named(names.pupil, place.pupil),
    ...place.marks.flatMap(({ name, column, before }) => [named(name, column), ...(before ? [named(before.name, before.column)] : [])]),
  ];
}
