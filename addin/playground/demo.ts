/** The workbook a newcomer finds open: the sample class, and beside it formulas that already show results. */
import { BooleanNumber, HorizontalAlign, type ICellData, type IStyleData, type IWorkbookData, LocaleType } from "@univerjs/core";
import { SCHOOL, SUBJECTS, sampleClass } from "./sample.ts";

export const SHEET = "示例班级";

const LAST = 51;
const NAME_COLUMN = 9;
const FIRST_MARK = 3;

const FULL_MARKS = SUBJECTS.map(({ full }) => full).join(",");

/** What to show, how to compute it, how to print it. The formula stands beside its result as text. */
const EXAMPLES: readonly (readonly [string, string, string])[] = [
  ["语文及格率", `=QUALITY.PASSRATE(D2:D${LAST},,120)`, "0.0%"],
  ["数学优秀率", `=QUALITY.EXCELLENTRATE(E2:E${LAST},,120)`, "0.0%"],
  ["英语低分率", `=QUALITY.LOWRATE(F2:F${LAST},,120)`, "0.0%"],
  ["物理平均分", `=QUALITY.MEANSCORE(G2:G${LAST})`, "0.00"],
  ["全科合格率", `=QUALITY.ALLPASSRATE(D2:H${LAST},,{${FULL_MARKS}})`, "0.0%"],
  ["数学及格率", `=QUALITY.PASSRATE(E2:E${LAST},,120)`, "0.0%"],
  ["距 60% 还差几人", `=QUALITY.NEEDED(E2:E${LAST},0.6,,120)`, "0"],
  ["是否达标", "=QUALITY.ONTARGET(K7,0.6)", "General"],
  ["差异系数", "=QUALITY.DISPARITY({279;137;935;160;402},{45;37;89;76;55})", "0.0000"],
];

/** Tables that spill: the row they start at, their title, the formula, and how their columns print. */
const TABLES: readonly (readonly [number, string, string, readonly string[]])[] = [
  [
    12,
    "语文一分三率",
    `=QUALITY.SUMMARYBY(B2:B${LAST},D2:D${LAST},120)`,
    ["", "0", "0", "0", "0", "0", "0", "0", "0.0", "0.0", "General", "General", "0.0", "0.0%", "0.0%", "0.0%"],
  ],
  [19, "数学分数段", `=QUALITY.BANDS(E2:E${LAST},20,120)`, ["", "0", "0.0%", "0.0%"]],
];

const STYLES: Record<string, IStyleData> = {
  head: { bl: BooleanNumber.TRUE, bg: { rgb: "#f3f3f3" } },
  title: { bl: BooleanNumber.TRUE },
  faint: { cl: { rgb: "#707070" } },
  right: { ht: HorizontalAlign.RIGHT },
};

export function demoWorkbook(): IWorkbookData {
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
    put(index + 1, NAME_COLUMN, { v: title });
    put(index + 1, NAME_COLUMN + 1, { f: formula, s: number(pattern) });
    put(index + 1, NAME_COLUMN + 2, { v: formula, s: "faint" });
  });
  for (const [row, title, formula, patterns] of TABLES) {
    put(row, NAME_COLUMN, { v: title, s: "title" });
    put(row, NAME_COLUMN + 1, { v: formula, s: "faint" });
    put(row + 1, NAME_COLUMN, { f: formula });
    for (let below = 2; below < 8; below++) {
      patterns.forEach((pattern, column) => {
        if (pattern !== "") put(row + below, NAME_COLUMN + column, { s: number(pattern) });
      });
    }
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
        columnData: Object.fromEntries([96, 46, 62, 50, 50, 50, 50, 50, 18, 116].map((w, column) => [column, { w }])),
        cellData: cells,
      },
    },
  };
}

function number(pattern: string): IStyleData {
  return { n: { pattern } };
}
