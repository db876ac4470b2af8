import type { Words } from "../refusal.ts";
import { shown } from "../scores.ts";

/** What is wrong, or worth a look, at one cell of a sheet. Nothing is sent while an error stands. */
export interface SheetFinding {
  readonly level: "error" | "query";
  /** Address of the cell, e.g. `D7`. */
  readonly cell: string;
  /** The list it stands in, where that is not the one that is submitted: the earlier exam's. */
  readonly list?: string;
  readonly words: Words;
  /** The mark is blank: writing a state into the cell settles it. */
  readonly blank?: boolean;
}

/** Every sentence the tabulation can say about a cell: what is wrong, and what to do. */
export const sentences = {
  blank: (subject: string): Words => ({
    zh: `${subject}空白：请填分数，或缺考、缓考、免考、违纪、转出。`,
    en: `${subject} is blank: write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  header: (cell: unknown): Words => ({
    zh: `${shown(cell)}是表头，不是分数：请删除这一行，或重新选择表头所在的行。`,
    en: `${shown(cell)} is a header, not a mark: delete this row, or choose the row of the headers again.`,
  }),
  notScore: (subject: string, cell: unknown): Words => ({
    zh: `${subject}的${shown(cell)}不是分数：请填分数，或缺考、缓考、免考、违纪、转出。`,
    en: `${shown(cell)} under ${subject} is not a mark: write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  negative: (subject: string, mark: number): Words => ({
    zh: `${subject} ${mark} 小于 0：分数不能为负。`,
    en: `${subject} ${mark} is below 0: marks are not negative.`,
  }),
  aboveFull: (subject: string, mark: number, full: number): Words => ({
    zh: `${subject} ${mark} 超过满分 ${full}：请核对这个分数，或请教育局核对试卷的满分。`,
    en: `${subject} ${mark} is above the full mark ${full}: check the mark, or ask the bureau to check the paper's full mark.`,
  }),
  offGrid: (subject: string, mark: number, grid: number): Words => ({
    zh: `${subject} ${mark} 不是 ${1 / grid} 分的整数倍：请改成卷面分，系统不替您取整。`,
    en: `${subject} ${mark} is not a multiple of ${1 / grid} mark: write the mark as given on the paper; nothing is rounded for you.`,
  }),
  total: (cell: unknown): Words => ({
    zh: `${shown(cell)}这一行看来是合计或平均，不是学生：请删除，或只选学生所在的行。`,
    en: `the row of ${shown(cell)} looks like a total or a mean, not a pupil: delete it, or select the pupils' rows only.`,
  }),
  noSchool: (): Words => ({
    zh: "学校空白：请填学校（合并的单元格只有第一格有内容，请取消合并并向下填充）。",
    en: "the school is blank: fill it in (of merged cells only the first holds a value: unmerge and fill down).",
  }),
  noClass: (): Words => ({
    zh: "班级空白：请填班级（合并的单元格只有第一格有内容，请取消合并并向下填充）。",
    en: "the class is blank: fill it in (of merged cells only the first holds a value: unmerge and fill down).",
  }),
  badClass: (cell: unknown): Words => ({
    zh: `班级${shown(cell)}不能用：最多 16 个字，只用文字、数字、括号和 . _ -。`,
    en: `the class ${shown(cell)} cannot be used: at most 16 letters, digits, brackets and . _ -.`,
  }),
  noGrade: (cell: unknown): Words => ({
    zh: `年级${cell === null ? "空白" : shown(cell)}看不懂：请写成 9、九年级或初三。`,
    en: `the grade ${cell === null ? "is blank" : `${shown(cell)} is not understood`}: write 9, 九年级 or 初三.`,
  }),
  noPupils: (school: string): Words => ({
    zh: `没有找到${school}的学生：请核对学校、年级和表头所在的行。`,
    en: `no pupil of ${school} was found: check the school, the grade and the row of the headers.`,
  }),
  noEntry: (subject: string, pupils: number): Words => ({
    zh: `${subject}有 ${pupils} 名学生前后两次成绩不全，不参与增值计算。`,
    en: `${subject}: pupils without one of the two marks are left out of the value added (${pupils}).`,
  }),
  noNumber: (cell: unknown): Words => ({
    zh: `${shown(cell)}不是学号：学号只用数字、字母、_ 和 -。请改正，或重新选择学号所在的列。`,
    en: `${shown(cell)} is no pupil number (digits, letters, _ and - only): correct it, or choose the column of the numbers again.`,
  }),
  lostDigits: (cell: unknown): Words => ({
    zh: `${shown(cell)}按数值存过，15 位以后的数字已经丢失：请从学籍系统重新导出，把这一列存为文本。`,
    en: `${shown(cell)} was kept as a number, so digits after the 15th are lost: export it again, with this column as text.`,
  }),
  noNumberHere: (): Words => ({
    zh: "没有学号，不能与前次成绩匹配，不参与增值计算。",
    en: "there is no pupil number: without it the earlier marks cannot be matched, and the pupil is left out of the value added.",
  }),
  noNumberThere: (): Words => ({
    zh: "前次成绩里这一行没有学号，不用它。",
    en: "this row of the earlier list has no pupil number and is not used.",
  }),
  twice: (): Words => ({
    zh: "学号重复，分不清是哪名学生：请改正，或删去多余的行。",
    en: "the pupil number stands more than once: correct it, or delete the row too many.",
  }),
  zeros: (): Words => ({
    zh: "学号与另一处只差前面的 0（如 0012 和 12），不能断定是同一名学生：请写成一样；确实不分前面的 0，就勾选“不分前面的 0”。",
    en: "the pupil number differs from another only by zeros in front (0012 and 12): write both alike, or, where zeros do not matter, tick “zeros in front do not count”.",
  }),
  numbersUnmapped: (): Words => ({
    zh: "请选择学号所在的列：两次成绩按学号匹配。",
    en: "choose the column of the pupil numbers: the two exams are matched by it.",
  }),
  marksUnmapped: (): Words => ({
    zh: "请选择前次成绩所在的列。",
    en: "choose the columns of the earlier marks.",
  }),
} as const;
