/** The workbook a newcomer finds open: the sample class, and beside it formulas that already show results. */
import { BooleanNumber, HorizontalAlign, type ICellData, type IStyleData, type IWorkbookData, LocaleType } from "@univerjs/core";
import type { Words } from "../../shared/refusal.ts";
import type { Language } from "../language.ts";
import { PAPERS, SCHOOL, sampleClass } from "./sample.ts";

export const SHEET = "示例班级";

const LAST = 51;
const NAME_COLUMN = 10;
const FIRST_MARK = 3;

const FULL_MARKS = PAPERS.map(({ full }) => full).join(",");

/** What to show in words, the formula, and how its result prints. The formula stands beside its result as text. */
const EXAMPLES: readonly (readonly [Words, string, string])[] = [
  [say("语文及格率", "Chinese pass"), `=QUALITY.PASSRATE(D2:D${LAST},,120)`, "0.0%"],
  [say("数学优秀率", "Maths excellent"), `=QUALITY.EXCELLENTRATE(E2:E${LAST},,120)`, "0.0%"],
  [say("英语低分率", "English low"), `=QUALITY.LOWRATE(F2:F${LAST},,120)`, "0.0%"],
  [say("物理平均分", "Physics mean"), `=QUALITY.MEANSCORE(G2:G${LAST})`, "0.00"],
  [say("全科合格率", "All-subject pass"), `=QUALITY.ALLPASSRATE(D2:H${LAST},,{${FULL_MARKS}})`, "0.0%"],
  [say("数学及格率", "Maths pass"), `=QUALITY.PASSRATE(E2:E${LAST},,120)`, "0.0%"],
  [say("距 90% 还差几人", "Short of 90%"), `=QUALITY.NEEDED(E2:E${LAST},0.9,,120)`, "0"],
  [say("是否达标", "On target?"), "=QUALITY.ONTARGET(L7,0.9)", "General"],
  [say("差异系数", "Disparity"), "=QUALITY.DISPARITY({279;137;935;160;402},{45;37;89;76;55})", "0.0000"],
];

/** Tables that spill: the row of their title, the title, the formula, and how their columns print. */
const TABLES: readonly (readonly [number, Words, string, readonly string[]])[] = [
  [
    12,
    say("语文一分三率", "Chinese"),
    `=QUALITY.SUMMARYBY(B2:B${LAST},D2:D${LAST},120)`,
    ["0", "0", "0", "0", "0", "0", "0", "0.0", "0.0", "General", "General", "0.0", "0.0%", "0.0%", "0.0%"],
  ],
  [19, say("数学分数段", "Maths bands"), `=QUALITY.BANDS(E2:E${LAST},20,120)`, ["0", "0.0%", "0.0%"]],
  [
    28,
    say("数学增值，按班", "Value added"),
    `=QUALITY.VALUEADDED(B2:B${LAST},I2:I${LAST},E2:E${LAST})`,
    ["0", "0", "0.0", "0.0", "0.00", "0.00", "0.00"],
  ],
];
const TABLE_ROWS = 7;

const STYLES: Record<string, IStyleData> = {
  head: { bl: BooleanNumber.TRUE, bg: { rgb: "#f3f3f3" } },
  title: { bl: BooleanNumber.TRUE },
  faint: { cl: { rgb: "#707070" } },
  right: { ht: HorizontalAlign.RIGHT },
};

export function demoWorkbook(language: Language): IWorkbookData {
  const spoken = (words: Words) => (language === "en" ? words.en : words.zh);
  const cells: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData) => {
    cells[row] = { ...cells[row], [column]: { ...cells[row]?.[column], ...cell } };
  };

  sampleClass(SCHOOL).forEach((line, row) => {
    line.forEach((value, column) => {
      if (row === 0) put(row, column, { v: value, s: "head" });
      else if (value !== null) put(row, column, column < FIRST_MARK || typeof value === "number" ? { v: value } : { v: value, s: "right" });
    });
  });

  EXAMPLES.forEach(([title, formula, pattern], index) => {
    put(index + 1, NAME_COLUMN, { v: spoken(title) });
    put(index + 1, NAME_COLUMN + 1, { f: formula, s: number(pattern) });
    put(index + 1, NAME_COLUMN + 2, { v: formula, s: "faint" });
  });
  for (const [row, title, formula, patterns] of TABLES) {
    put(row, NAME_COLUMN, { v: spoken(title), s: "title" });
    put(row, NAME_COLUMN + 1, { v: formula, s: "faint" });
    put(row + 1, NAME_COLUMN, { f: formula });
    patterns.forEach((pattern, column) => {
      put(row + 1, NAME_COLUMN + 1 + column, { s: "right" });
      for (let below = 2; below <= TABLE_ROWS; below++) put(row + below, NAME_COLUMN + 1 + column, { s: number(pattern) });
    });
  }

  return {
    id: "quality-playground",
    name: "QUALITY",
    appVersion: "",
    locale: LocaleType.ZH_CN,
    styles: STYLES,
    sheetOrder: ["class"],
    sheets: {
      class: {
        id: "class",
        name: SHEET,
        rowCount: 200,
        columnCount: 32,
        defaultStyle: { ff: "Segoe UI, Microsoft YaHei, PingFang SC, Noto Sans CJK SC", fs: 10 },
        defaultColumnWidth: 62,
        defaultRowHeight: 21,
        freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
        columnData: Object.fromEntries([76, 42, 58, 44, 44, 44, 44, 44, 64, 16, 108, 62, 72].map((w, column) => [column, { w }])),
        cellData: cells,
      },
    },
  };
}

function number(pattern: string): IStyleData {
  return { n: { pattern } };
}

function say(zh: string, en: string): Words {
  return { zh, en };
}
