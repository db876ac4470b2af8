import type { Words } from "../refusal.ts";
import { shown } from "../scores.ts";

/** What is wrong, or worth a look, at one cell of a sheet. Nothing is sent while an error stands. */
export interface SheetFinding {
  readonly level: "error" | "query";
  /** For machines, and never changed. */
  readonly code: string;
  /** Address of the cell, e.g. `D7`. */
  readonly cell: string;
  /** The list it stands in, where that is not the one that is submitted: the earlier exam's. */
  readonly list?: string;
  /** The sheet it stands on, where the list is read together from several. */
  readonly sheet?: string;
  readonly words: Words;
  /** The mark is blank: writing a state into the cell settles it. */
  readonly blank?: boolean;
}

/** A sentence with its code. */
export interface Said extends Words {
  readonly code: string;
}

export function findingAt(level: SheetFinding["level"], cell: string, { code, ...words }: Said, blank = false): SheetFinding {
  return { level, code, cell, words, ...(blank && { blank }) };
}

/** What the pane offers below a plain list that has rows of nobody; a template's are deleted. */
const leaveOut: Words = {
  zh: "请点“……行不是学生，不读”，不用改表",
  en: "press “… leave out” below, and the sheet stays as it is",
};

/** Every sentence about what keeps a list from being read, or a pupil from being matched, and what to do. A question has its sentence where it is asked. */
export const sentences = {
  blank: (subject: string): Said => ({
    code: "score-blank",
    zh: `${subject}空白：请填分数，或缺考、缓考、免考、违纪、转出。`,
    en: `${subject} is blank: write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  header: (cell: unknown): Said => ({
    code: "score-header",
    zh: `${shown(cell)}是表头，不是分数：请删除这一行，或重新选择表头所在的行。`,
    en: `${shown(cell)} is a header, not a mark: delete this row, or choose the row of the headers again.`,
  }),
  headerRows: (rows: number, cells: string, plain: boolean): Said => ({
    code: "header-again",
    zh: `名单中间又有 ${rows} 行表头（${cells}），没有算作学生：${plain ? leaveOut.zh : "请删除这些行"}。`,
    en: `the headers stand again among the pupils, in ${rows} rows (${cells}), which are not counted: ${plain ? leaveOut.en : "delete them"}.`,
  }),
  headerTwo: (): Said => ({
    code: "header-two",
    zh: "表头有两行，这是第二行，不是学生：请并成一行表头，再删除这一行。",
    en: "the headers take two rows, of which this is the second and no pupil: make one row of them and delete this one.",
  }),
  notScore: (subject: string, cell: unknown): Said => ({
    code: "score-text",
    zh: `${subject}的${shown(cell)}不是分数：请填分数，或缺考、缓考、免考、违纪、转出。`,
    en: `${shown(cell)} under ${subject} is not a mark: write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  date: (subject: string, day: string): Said => ({
    code: "score-date",
    zh: `${subject}是日期 ${day}，不是分数：Excel 会把 1-2 这样的写法变成日期，请把格式改成常规后重填分数。`,
    en: `${subject} is the date ${day}, not a mark: Excel turns 1-2 into a date; set the format to General and write the mark again.`,
  }),
  truth: (subject: string, cell: unknown): Said => ({
    code: "score-truth",
    zh: `${subject}的 ${String(cell).toUpperCase()} 是逻辑值，不是分数：请填分数，或缺考、缓考、免考、违纪、转出。`,
    en: `${String(cell).toUpperCase()} under ${subject} is a truth value, not a mark: write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  failed: (subject: string, cell: unknown): Said => ({
    code: "score-error",
    zh: `${subject}的公式出错（${shown(cell)}）：请改成分数，或缺考、缓考、免考、违纪、转出。`,
    en: `the formula under ${subject} fails (${shown(cell)}): write a mark, or absent, deferred, exempt, misconduct, left.`,
  }),
  uncomputed: (): Said => ({
    code: "not-computed",
    zh: "这格的公式没有算过，不知道是多少：请用 Excel 或 WPS 打开这个文件，保存一次再选。",
    en: "the formula here was never computed, so its value is not known: open the file in Excel or WPS, save it once, and choose it again.",
  }),
  negative: (subject: string, mark: number): Said => ({
    code: "score-negative",
    zh: `${subject} ${mark} 小于 0：分数不能为负。`,
    en: `${subject} ${mark} is below 0: marks are not negative.`,
  }),
  aboveFull: (subject: string, mark: number, full: number): Said => ({
    code: "score-above-full",
    zh: `${subject} ${mark} 超过满分 ${full}：请核对这个分数，或请教育局核对试卷的满分。`,
    en: `${subject} ${mark} is above the full mark ${full}: check the mark, or ask the bureau to check the paper's full mark.`,
  }),
  offGrid: (subject: string, mark: number, grid: number): Said => ({
    code: "score-off-grid",
    zh: `${subject} ${mark} 不是 ${1 / grid} 分的整数倍：请改成卷面分，系统不替您取整。`,
    en: `${subject} ${mark} is not a multiple of ${1 / grid} mark: write the mark as given on the paper; nothing is rounded for you.`,
  }),
  total: (cell: unknown, plain: boolean): Said => ({
    code: "total-row",
    zh: `${shown(cell)}这一行看来是合计或平均，不是学生：${plain ? leaveOut.zh : "请删除这一行"}。`,
    en: `the row of ${shown(cell)} looks like a total or a mean, not a pupil: ${plain ? leaveOut.en : "delete it"}.`,
  }),
  besides: (here: string, there: string): Said => ({
    code: "list-beside",
    zh: `${here} 和 ${there} 是同一个学科，看来并排放着两组名单：只能读一组。请把右边的名单接到左边的下面，各列对齐。`,
    en: `${here} and ${there} are the same subject: two lists seem to stand side by side, and only one can be read. Move the right one below the left one, column under column.`,
  }),
  otherGrade: (text: string, spoken: string, grade: number): Said => ({
    code: "list-grade",
    zh: `${shown(text)}写的是别的年级，现在按${spoken}读：选错年级的请改选，拿错表的请换表；没有错就改正这里的文字。`,
    en: `${shown(text)} names another grade, but the list is read for grade ${grade}: choose the other grade, or the right list; if all is right, correct this text.`,
  }),
  otherSchool: (text: string, named: string, own: string): Said => ({
    code: "list-school",
    zh: `${shown(text)}写的是${named}，现在按${own}读：拿错表的请换表，选错学校的请改选；没有错就改正这里的文字。`,
    en: `${shown(text)} names ${named}, but the list is read for ${own}: choose the right list, or the other school; if all is right, correct this text.`,
  }),
  nobody: (rows: number, cells: string, plain: boolean): Said => ({
    code: "row-nobody",
    zh: `有 ${rows} 行有分数，却没有姓名，也没有学号（${cells}）：看来不是学生（全校、合计、另附的统计表）。不是学生的${plain ? leaveOut.zh : "请删除"}；是学生的请补上姓名。`,
    en: `${rows} rows with marks have neither a name nor a number (${cells}): they look like no pupils (the school as a whole, totals, a table below). If so, ${plain ? leaveOut.en : "delete them"}; else write the pupils' names.`,
  }),
  perhapsSchool: (text: string, named: string, own: string): Said => ({
    code: "list-school",
    zh: `${shown(text)}看来写的是${named}，现在按${own}读：请核对是不是拿错了表，或选错了学校。`,
    en: `${shown(text)} seems to name ${named}, but the list is read for ${own}: see whether the list and the school are the right ones.`,
  }),
  headless: (subject: string, here: string, there: string): Said => ({
    code: "header-missing",
    zh: `${subject}的表头 ${here} 右边，${there} 没有表头，下面却是数：分不清哪一列是分数（合并的表头只管第一格）。请在 ${there} 写上表头，例如“${subject}名次”。`,
    en: `right of ${subject} (${here}) the column of ${there} has no header but numbers below: it cannot be told which holds the marks (of a merged header only the first cell counts). Write a header at ${there}, such as “${subject} rank”.`,
  }),
  columnLacking: (sheet: string, head: unknown): Said => ({
    code: "sheet-column",
    zh: `工作表“${sheet}”里没有${shown(head)}这一列：请改选别的列，或不读这张表。`,
    en: `the sheet ${sheet} has no column ${shown(head)}: choose another column, or leave the sheet out.`,
  }),
  noSchool: (): Said => ({
    code: "school-blank",
    zh: "学校空白：请填学校（合并的单元格只有第一格有内容，请取消合并并向下填充）。",
    en: "the school is blank: fill it in (of merged cells only the first holds a value: unmerge and fill down).",
  }),
  noClass: (): Said => ({
    code: "class-blank",
    zh: "班级空白：请填班级（合并的单元格只有第一格有内容，请取消合并并向下填充）。",
    en: "the class is blank: fill it in (of merged cells only the first holds a value: unmerge and fill down).",
  }),
  badClass: (cell: unknown): Said => ({
    code: "class-bad",
    zh: `班级${shown(cell)}不能用：最多 16 个字，只用文字、数字、括号和 . _ -。`,
    en: `the class ${shown(cell)} cannot be used: at most 16 letters, digits, brackets and . _ -.`,
  }),
  personalClass: (): Said => ({
    code: "class-personal",
    zh: "班级看来是电话或身份证号：请改成班级，例如 1班。",
    en: "the class looks like a telephone or identity number: write the class, for example 1班.",
  }),
  manyClasses: (pupils: number, classes: number): Said => ({
    code: "class-each",
    zh: `班级这一列有 ${pupils} 名学生，却有 ${classes} 个不同的“班”：看来是姓名或学号。请在这一列填班级，或改选班级所在的列。`,
    en: `the class column has ${classes} different classes for ${pupils} pupils: these look like names or numbers. Put the class there, or choose the column that has it.`,
  }),
  noGrade: (cell: unknown): Said => ({
    code: "grade-bad",
    zh: `年级${cell === null ? "空白" : shown(cell)}看不懂：请写成 9、九年级或初三。`,
    en: `the grade ${cell === null ? "is blank" : `${shown(cell)} is not understood`}: write 9, 九年级 or 初三.`,
  }),
  noNumber: (cell: unknown): Said => ({
    code: "number-bad",
    zh: `${shown(cell)}不是学号：学号只用数字、字母、_ 和 -。请改正，或重新选择学号所在的列。`,
    en: `${shown(cell)} is no pupil number (digits, letters, _ and - only): correct it, or choose the column of the numbers again.`,
  }),
  lostDigits: (cell: unknown): Said => ({
    code: "number-cut",
    zh: `${shown(cell)}按数值存过，15 位以后的数字已经丢失：请从学籍系统重新导出，把这一列存为文本。`,
    en: `${shown(cell)} was kept as a number, so digits after the 15th are lost: export it again, with this column as text.`,
  }),
  noNumberHere: (): Said => ({
    code: "number-blank",
    zh: "没有学号，不能与前测成绩匹配，不参与增值计算。",
    en: "there is no pupil number: without it the earlier marks cannot be matched, and the pupil is left out of the value added.",
  }),
  noNumberThere: (): Said => ({
    code: "earlier-number-blank",
    zh: "前测成绩里这一行没有学号，不用它。",
    en: "this row of the earlier list has no pupil number and is not used.",
  }),
  twice: (): Said => ({
    code: "number-twice",
    zh: "学号重复，分不清是哪名学生：请改正，或删去多余的行。",
    en: "the pupil number stands more than once: correct it, or delete the row too many.",
  }),
  sameNumber: (cell: string): Said => ({
    code: "number-twice",
    zh: `学号和 ${cell} 相同：同一名学生只能有一行，不是同一人请改正学号。`,
    en: `the pupil's number is that of ${cell}: a pupil has one row; if they are two, correct the number.`,
  }),
  zeros: (): Said => ({
    code: "number-zeros",
    zh: "学号与另一处只差前面的 0（如 0012 和 12），不能断定是同一名学生：请写成一样；确实不分前面的 0，就勾选“不分前面的 0”。",
    en: "the pupil number differs from another only by zeros in front (0012 and 12): write both alike, or, where zeros do not matter, tick “zeros in front do not count”.",
  }),
  numbersUnmapped: (): Said => ({
    code: "numbers-unmapped",
    zh: "请选择学号所在的列：两次成绩按学号匹配。",
    en: "choose the column of the pupil numbers: the two exams are matched by it.",
  }),
  marksUnmapped: (): Said => ({
    code: "marks-unmapped",
    zh: "请选择前测成绩所在的列。",
    en: "choose the columns of the earlier marks.",
  }),
} as const;
