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

/** Slips are few; a list of another region would fill the pane. */
const MOST_NAMED = 20;

/** What the pane offers below a plain list that has rows of nobody; a template's are deleted. */
const leaveOut: Words = {
  zh: "请点“……行不是学生，不读”，不用改表",
  en: "press “… leave out” below, and the sheet stays as it is",
};

/** Every sentence the tabulation can say about a cell: what is wrong, and what to do. */
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
  twoColumns: (subject: string, here: string, there: string, hidden: boolean): Said => ({
    code: "subject-twice",
    zh: `${subject}有两列：读的是 ${here}，没有读${hidden ? "隐藏的" : ""} ${there}。请核对；用错了就在“各列是什么”里改选。`,
    en: `${subject} has two columns: ${here} is read, ${there}${hidden ? ", which is hidden," : ""} is not. Check which is meant, and choose the other under “Which column is which” if it is.`,
  }),
  hiddenColumn: (subject: string, here: string): Said => ({
    code: "subject-hidden",
    zh: `${subject}读的是隐藏的一列（${here}）：请取消隐藏，核对是不是这次的成绩。`,
    en: `${subject} is read from a hidden column (${here}): unhide it and see whether these are the marks of this exam.`,
  }),
  onlyZeros: (rows: number, cells: string): Said => ({
    code: "row-zeros",
    zh: `有 ${rows} 名学生各科都是 0 分（${cells}）：缺考的请改写“缺考”，真考了 0 分的请说明。`,
    en: `${rows} ${rows === 1 ? "pupil has" : "pupils have"} 0 in every subject (${cells}): write 缺考 for those who were absent; if the zeros were earned, say so.`,
  }),
  stateBeside: (rows: number, cells: string): Said => ({
    code: "row-state",
    zh: `有 ${rows} 名学生旁边写着缺考、转出之类（${cells}），又有分数：现在按分数计入。不该计入的请把状态写进分数格。`,
    en: `${rows} ${rows === 1 ? "pupil is" : "pupils are"} said to be absent, to have left or the like (${cells}) and ${rows === 1 ? "has" : "have"} marks, which count: write the state in place of the marks where they should not.`,
  }),
  otherFull: (head: unknown, named: number, full: number): Said => ({
    code: "header-full",
    zh: `${shown(head)}写的满分是 ${named}，这次采集的满分是 ${full}，按 ${full} 读：请核对；分数是按 ${named} 分算的，就不能这样交。`,
    en: `${shown(head)} says a full mark of ${named}, the collection's is ${full}, and it is read so: check which the marks are out of; marks out of ${named} must not be sent like this.`,
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
  lastTime: (head: unknown, entry: string): Said => ({
    code: "entry-guessed",
    zh: `${shown(head)}当作“${entry}”来读，增值按它算：请核对这列是不是那次考试；不是的请在“各列是什么”里改选。`,
    en: `${shown(head)} is read as “${entry}”, from which the value added is computed: check that it is that exam, and choose otherwise under “Which column is which” if not.`,
  }),
  nobody: (rows: number, cells: string, plain: boolean): Said => ({
    code: "row-nobody",
    zh: `有 ${rows} 行有分数，却没有姓名，也没有学号（${cells}）：看来不是学生（全校、合计、另附的统计表）。不是学生的${plain ? leaveOut.zh : "请删除"}；是学生的请补上姓名。`,
    en: `${rows} rows with marks have neither a name nor a number (${cells}): they look like no pupils (the school as a whole, totals, a table below). If so, ${plain ? leaveOut.en : "delete them"}; else write the pupils' names.`,
  }),
  noName: (rows: number, cells: string): Said => ({
    code: "row-no-name",
    zh: `有 ${rows} 行没有姓名（${cells}），别的行都有：看来是各班的人数、平均之类，现在算作学生。不是学生的请删除；是学生的请补上姓名，或说明。`,
    en: `${rows} ${rows === 1 ? "row has" : "rows have"} no name (${cells}), where others do: they look like counts or means of classes, and count as pupils. Delete them, or write the names, or say why there are none.`,
  }),
  noOwnNumber: (rows: number, cells: string): Said => ({
    code: "row-no-number",
    zh: `有 ${rows} 行没有学号或考号（${cells}），别的行都有：可能是得分率、及格线之类，现在算作学生。不是学生的请删除；是学生的请补上，或说明。`,
    en: `${rows} ${rows === 1 ? "row has" : "rows have"} no number (${cells}), where others do: they may be rates or lines, and count as pupils. Delete them, or write the numbers, or say why there are none.`,
  }),
  otherExam: (text: string, exam: string): Said => ({
    code: "list-exam",
    zh: `${shown(text)}写的是另一次考试，现在按“${exam}”读：请核对是不是拿错了表。`,
    en: `${shown(text)} names another exam, but the list is read for “${exam}”: see whether it is the right list.`,
  }),
  otherExamHeads: (heads: readonly string[], exam: string): Said => ({
    code: "header-exam",
    zh: `表头${heads.slice(0, 3).map(shown).join("、")}${heads.length > 3 ? `等 ${heads.length} 列` : ""}写的是另一次考试，现在按“${exam}”读：请核对是不是用错了列、拿错了表。`,
    en: `the ${heads.length === 1 ? "header" : "headers"} ${heads.slice(0, 3).map(shown).join(", ")}${heads.length > 3 ? ` and others, ${heads.length} in all,` : ""} ${heads.length === 1 ? "names" : "name"} another exam, but the list is read for “${exam}”: see whether these are the right columns and the right list.`,
  }),
  otherYear: (text: string, year: number): Said => ({
    code: "list-year",
    zh: `${shown(text)}写的是另一个学年，这次采集是 ${year}-${year + 1} 学年：请核对是不是拿错了表。`,
    en: `${shown(text)} names another school year, the collection's is ${year}-${year + 1}: see whether it is the right list.`,
  }),
  perhapsSchool: (text: string, named: string, own: string): Said => ({
    code: "list-school",
    zh: `${shown(text)}看来写的是${named}，现在按${own}读：请核对是不是拿错了表，或选错了学校。`,
    en: `${shown(text)} seems to name ${named}, but the list is read for ${own}: see whether the list and the school are the right ones.`,
  }),
  classTenths: (column: string): Said => ({
    code: "class-tenths",
    zh: `${column} 列的班级写成了 9.1、9.2 这样的数，又到了 10 个班以上：9.10 和 9.1 是同一个数，两个班会并成一个。请把这一列改成文本（9.10），或写 901、910。`,
    en: `column ${column} has classes as numbers like 9.1 and 9.2, and ten or more of them: 9.10 and 9.1 are one number, and two classes become one. Make the column text, or write 901 and 910.`,
  }),
  schoolAlike: (named: string, own: string, rows: number): Said => ({
    code: "school-alike",
    zh: `学校写的是${shown(named)}（${rows} 行），没有算进${own}：看来是同一所学校。是本校的请把校名写成“${own}”；确实是别的学校，不用改。`,
    en: `${rows} rows name the school ${shown(named)} and are not counted for ${own}: it looks like the same school. If it is, write “${own}”; if it is another school, leave them.`,
  }),
  schoolUnknown: (spellings: readonly (readonly [named: string, rows: number])[], own: string): Said => {
    const more = spellings.length > MOST_NAMED ? "……" : "";
    const told = (rows: (n: number) => string, comma: string) =>
      spellings
        .slice(0, MOST_NAMED)
        .map(([named, n]) => shown(named) + rows(n))
        .join(comma) + more;
    return {
      code: "school-unknown",
      zh: `学校这一列有 ${spellings.length} 种写法不是本区的学校，没有计入：${told((n) => `（${n} 行）`, "、")}。是${own}的请改成“${own}”；确实是别处的，不用改。`,
      en: `the column of schools has ${spellings.length} spellings that are no school of the region and are not counted: ${told((n) => ` (${n} rows)`, ", ")}. Write “${own}” where it is meant; where it is another place's, leave them.`,
    };
  },
  headless: (subject: string, here: string, there: string): Said => ({
    code: "header-missing",
    zh: `${subject}的表头 ${here} 右边，${there} 没有表头，下面却是数：分不清哪一列是分数（合并的表头只管第一格）。请在 ${there} 写上表头，例如“${subject}名次”。`,
    en: `right of ${subject} (${here}) the column of ${there} has no header but numbers below: it cannot be told which holds the marks (of a merged header only the first cell counts). Write a header at ${there}, such as “${subject} rank”.`,
  }),
  classGrade: (cells: string, spoken: string): Said => ({
    code: "class-grade",
    zh: `班级里写的是别的年级（${cells}），现在按${spoken}读：请核对是不是选错了年级，或贴错了班。`,
    en: `the class names another grade (${cells}), but the list is read for ${spoken}: check the grade that is chosen and the rows.`,
  }),
  columnLacking: (sheet: string, head: unknown): Said => ({
    code: "sheet-column",
    zh: `工作表“${sheet}”里没有${shown(head)}这一列：请改选别的列，或不读这张表。`,
    en: `the sheet ${sheet} has no column ${shown(head)}: choose another column, or leave the sheet out.`,
  }),
  classSplit: (first: string, here: string): Said => ({
    code: "class-sheets",
    zh: `这个班在“${first}”里也有学生：请核对“${here}”和它是不是同一批学生；确实分在两张表里请说明。`,
    en: `this class has pupils on ${first} too: see whether ${here} holds the same pupils again; if the class lies on both sheets, say so.`,
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
  brokenClass: (cells: number): Said => ({
    code: "class-broken",
    zh: `有 ${cells} 格班级里有换行，已当作没有换行来读：请核对，最好写在一行里。`,
    en: `${cells} cells under class hold a line break and are read without it: check them, or better write each in one line.`,
  }),
  noGrade: (cell: unknown): Said => ({
    code: "grade-bad",
    zh: `年级${cell === null ? "空白" : shown(cell)}看不懂：请写成 9、九年级或初三。`,
    en: `the grade ${cell === null ? "is blank" : `${shown(cell)} is not understood`}: write 9, 九年级 or 初三.`,
  }),
  noEntry: (subject: string, pupils: number): Said => ({
    code: "entry-missing",
    zh: `${subject}有 ${pupils} 名学生前后两次成绩不全，不参与增值计算。`,
    en: `${subject}: pupils without one of the two marks are left out of the value added (${pupils}).`,
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
  restarts: (here: string, there: string): Said => ({
    code: "number-restarts",
    zh: `学号在每个班里从头编号（如 ${here} 和 ${there} 相同），分不清谁是谁：人数照常统计，但不能用来和前测成绩匹配。要匹配请换成全校不重复的学号。`,
    en: `the pupils' numbers begin anew in every class (${here} and ${there} are alike) and do not tell who is who: pupils are counted all the same, but not matched with earlier marks. For that, write numbers that are each pupil's own in the school.`,
  }),
  alikeRows: (pupils: number, cells: string, sheets: boolean): Said => ({
    code: "row-twice",
    zh: `有 ${pupils} 行没有学号，${sheets ? "" : "班级、"}姓名和各科成绩与前面一行全都相同（${cells}）：请核对是不是同一名学生写了两次；确实是两人请说明。`,
    en: `${pupils} rows without a pupil number are like a row above in ${sheets ? "" : "class, "}name and every mark (${cells}): see whether a pupil is listed twice; if they are two, say so.`,
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
