/** The schools of the offline test with marks that nobody had, and their figures counted one by one. */

export const SCHOOLS = ["第一中学", "第二中学", "第三中学", "第四中学"].map((name, at) => ({ code: `S0${at + 1}`, name }));
export const SUBJECTS = ["语文", "数学"];
export const SHEET = "成绩 九年级";

type Cell = string | number | null;

const PUPILS = 40;

/** The rows of a school's sheet: class, number, name, marks. A mark is out of the middle of nowhere, but always the same. */
export function marksOf(school: number): Cell[][] {
  return Array.from({ length: PUPILS }, (_, pupil) => {
    const mark = (subject: number): Cell => {
      if ((pupil + 3 * subject + school) % 19 === 0) return "缺考";
      return ((pupil * 37 + subject * 53 + school * 29) % 161) / 2 + 20;
    };
    return [`${pupil < PUPILS / 2 ? 1 : 2}班`, `2026${String(pupil + 1).padStart(3, "0")}`, `学生${pupil + 1}`, mark(0), mark(1)];
  });
}

/** Those rows by address, from row 6 on. */
export function sheetRows(rows: readonly (readonly Cell[])[]): Record<string, string | number> {
  const cells: Record<string, string | number> = {};
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries()) if (value !== null) cells[`${"ABCDEFGH"[column]}${row + 6}`] = value;
  return cells;
}

/** Mean and pass rate of each subject over some schools, with the digits a bulletin has. */
export function countRates(schools: readonly number[]): { subject: string; mean: string; passed: string }[] {
  return SUBJECTS.map((subject, at) => {
    const marks = schools
      .flatMap((school) => marksOf(school).map((row) => row[3 + at]))
      .filter((mark): mark is number => typeof mark === "number");
    const sum = marks.reduce((total, mark) => total + mark, 0);
    const passed = marks.filter((mark) => mark >= 60).length;
    return { subject, mean: (sum / marks.length).toFixed(2), passed: ((100 * passed) / marks.length).toFixed(1) };
  });
}
