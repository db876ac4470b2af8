/** Why a file is not read: one sentence in each language, with what to do about it. */
import { invalid, late, type Refusal, type Words } from "../../shared/refusal.ts";
import { placeName } from "./places.ts";

const SAVE_AS: Words = {
  zh: "请用 Excel 或 WPS 打开，另存为 .xlsx 再交",
  en: "open it in Excel or WPS, save it as .xlsx and hand that in",
};
const HAND_IN_VALUES: Words = {
  zh: "请把这些单元格复制后选择性粘贴为数值，另存为 .xlsx 再交",
  en: "copy those cells, paste them as values, save as .xlsx and hand that in",
};

/** The file is of another kind than the product reads. */
export const otherKind = {
  empty: () => invalid("文件是空的：请重新导出或重新拷贝。", "the file is empty: export or copy it again"),
  encrypted: () =>
    invalid(
      "文件有打开密码，无法读取：请打开后在“文件 → 信息 → 保护工作簿”中取消密码，另存为 .xlsx 再交。",
      "the file is password-protected: open it, take the password off, save it as .xlsx and hand that in",
    ),
  xls: () => kind("是旧格式的 .xls 或 .et 文件", "is an old .xls or .et file"),
  xlsb: () => kind("是二进制工作簿 .xlsb", "is a binary workbook, .xlsb"),
  numbers: () =>
    kind("是苹果 Numbers 表格（.numbers）", "is a spreadsheet of Apple Numbers (.numbers)", {
      zh: "请用 Numbers 打开，选“文件 → 导出为 → Excel”，交导出的 .xlsx",
      en: "open it in Numbers, choose File, Export To, Excel, and hand in the .xlsx",
    }),
  ods: () => kind("是 .ods 表格", "is an .ods spreadsheet"),
  html: () => kind("其实是网页，只是扩展名像表格", "is a web page under the name of a workbook"),
  xml: () => kind("是 XML 文件，不是 .xlsx", "is an XML file, no .xlsx"),
  pdf: () => kind("是 PDF，不是表格", "is a PDF, no workbook", MAKE_AGAIN),
  picture: () => kind("是图片，不是表格", "is a picture, no workbook", MAKE_AGAIN),
  document: () => kind("是文字文档或演示文稿，不是表格", "is a text document or slides, no workbook", MAKE_AGAIN),
  archive: () =>
    kind("是压缩包", "is a compressed folder", { zh: "请先解压，再交里面的文件", en: "unpack it and hand in the files in it" }),
  locked: () =>
    kind("是有密码的压缩包", "is a compressed folder with a password", {
      zh: "请用密码解压，再交里面的文件",
      en: "unpack it with the password and hand in the files in it",
    }),
  unknown: () => kind("不是 .xlsx 工作簿", "is no .xlsx workbook"),
  text: () =>
    kind("是文本，不是 .xlsx 工作簿", "is text, no .xlsx workbook", { zh: "请另存为 .xlsx 或 .csv 再交", en: "save it as .xlsx or .csv" }),
  noText: () => kind("不是文本，不能当作 .csv 读取", "is no text and cannot be read as .csv"),
  quotes: (line: number) =>
    invalid(
      `这个 .csv 的第 ${line} 行引号没有配对：请在 Excel 或 WPS 中打开检查，另存为 .xlsx 再交。`,
      `line ${line} of this .csv has a quotation mark without its other half: open it, check it and save it as .xlsx`,
    ),
  encoding: () =>
    invalid(
      "看不出这个 .csv 的编码（不是 UTF-8、GB18030 或 UTF-16）：请在 Excel 或 WPS 中打开，另存为 .xlsx 再交。",
      "the encoding of this .csv is none of UTF-8, GB18030, UTF-16: open it in Excel or WPS and save it as .xlsx",
    ),
};

const MAKE_AGAIN: Words = { zh: "请交 .xlsx 或 .csv", en: "hand in an .xlsx or .csv" };

function kind(zh: string, en: string, advice: Words = SAVE_AS): Refusal {
  return invalid(`这个文件${zh}：${advice.zh}。`, `this file ${en}: ${advice.en}`);
}

/** The file is cut short, altered or not made as the format asks; `zh` and `en` say where. */
export function damaged(zh: string, en: string): Refusal {
  return invalid(
    `文件已损坏或不完整（${zh}）：请重新拷贝；仍不行，${SAVE_AS.zh}。`,
    `the file is damaged or incomplete (${en}): copy it again, or ${SAVE_AS.en}`,
  );
}

/** What is wrong with a part inside the file; parts are shown by their path, cut short. */
export function damagedPart(part: string, zh: string, en: string): Refusal {
  return damaged(`${shown(part)}：${zh}`, `${shown(part)}: ${en}`);
}

/** What is wrong with a cell that a program wrote wrongly: the sheet by its name, the cell by zero-based row and column. */
export function faultyCell(sheet: string, row: number, column: number, { zh, en }: Words): Refusal {
  return wrongCell(
    sheet,
    row,
    column,
    `${zh}：请重新填写这一格，另存为 .xlsx 再交`,
    `${en}: type it again, save as .xlsx and hand that in`,
  );
}

/** What is wrong with a cell that no program writes: nobody can say what it should hold. */
export function damagedCell(sheet: string, row: number, column: number, { zh, en }: Words): Refusal {
  const cell = placeName(row, column);
  return damaged(`工作表“${shown(sheet)}”的 ${cell}：${zh}`, `sheet “${shown(sheet)}”, cell ${cell}: ${en}`);
}

/** What is wrong with a sheet that a program wrote wrongly. */
export function faultySheet(sheet: string, zh: string, en: string): Refusal {
  return damaged(`工作表“${shown(sheet)}”：${zh}`, `sheet “${shown(sheet)}”: ${en}`);
}

/** What is wrong with a cell, and what to do. */
function wrongCell(sheet: string, row: number, column: number, zh: string, en: string): Refusal {
  const cell = placeName(row, column);
  return invalid(`工作表“${shown(sheet)}”的 ${cell}：${zh}。`, `sheet “${shown(sheet)}”, cell ${cell}: ${en}`);
}

/** Something in it that acts, or that reaches outside. */
export const notAccepted = {
  macros: () =>
    invalid(
      "文件里有宏，不接收：请另存为“Excel 工作簿（.xlsx）”，宏会去掉，再交。",
      "the file has macros: save it as an Excel workbook (.xlsx), which leaves them out, and hand that in",
    ),
  links: () =>
    invalid(`文件里有指向其他文件的外部链接，不接收：${HAND_IN_VALUES.zh}。`, `the file has links to other files: ${HAND_IN_VALUES.en}`),
  connections: () =>
    invalid(
      "文件里有数据连接或查询，不接收：请在“数据 → 查询和连接”中删除，另存为 .xlsx 再交。",
      "the file has data connections or queries: delete them under Data, save as .xlsx and hand that in",
    ),
  controls: () =>
    invalid(
      "文件里有 ActiveX 控件，不接收：请删除控件，另存为 .xlsx 再交。",
      "the file has ActiveX controls: delete them, save as .xlsx and hand that in",
    ),
  embedded: () =>
    invalid(
      "文件里嵌有其他文件或对象，不接收：请删除嵌入的对象，另存为 .xlsx 再交。",
      "the file has other files or objects embedded: delete them, save as .xlsx and hand that in",
    ),
  addIns: () =>
    invalid(
      "文件里带有加载项或自定义功能区，不接收：请去掉后另存为 .xlsx 再交。",
      "the file carries an add-in or a ribbon of its own: take it out, save as .xlsx and hand that in",
    ),
  linkIn: (sheet: string, row: number, column: number) =>
    wrongCell(
      sheet,
      row,
      column,
      `公式引用了其他文件，不接收：${HAND_IN_VALUES.zh}`,
      `the formula refers to another file: ${HAND_IN_VALUES.en}`,
    ),
  ddeIn: (sheet: string, row: number, column: number) =>
    wrongCell(
      sheet,
      row,
      column,
      `公式会启动或连接其他程序（DDE），不接收：${HAND_IN_VALUES.zh}`,
      `the formula starts or asks another program (DDE): ${HAND_IN_VALUES.en}`,
    ),
  linkInName: (name: string) =>
    invalid(
      `定义的名称“${shown(name)}”引用了其他文件或程序，不接收：请在“公式 → 名称管理器”中删除它，另存为 .xlsx 再交。`,
      `the defined name “${shown(name)}” refers to another file or program: delete it in the Name Manager, save as .xlsx and hand that in`,
    ),
};

/** More than a file of a school holds. */
export const tooMuch = {
  file: (mb: number) =>
    invalid(`文件超过 ${mb} MB：请删去图片和不用的工作表。`, `the file is over ${mb} MB: delete pictures and unused sheets`),
  plain: (mb: number) =>
    invalid(
      `文件超过 ${mb} MB，不读取：请删去多余的行和列，分成几个文件。`,
      `the file is over ${mb} MB: delete surplus rows, or make several files of it`,
    ),
  json: (mb: number) =>
    invalid(
      `这个 .json 文件超过 ${mb} MB，不是填报文件：请交学校导出的填报文件；全部数据的备份请到“数据”里导入。`,
      `this .json file is over ${mb} MB and no submission: hand in the file a school exported; a copy of all data is imported under Data`,
    ),
  inflated: (mb: number) =>
    invalid(
      `文件解压后超过 ${mb} MB，不读取：请删去不用的工作表和行。`,
      `the file is over ${mb} MB once inflated: delete unused sheets and rows`,
    ),
  ratio: (part: string, times: number) =>
    invalid(
      `文件里的 ${shown(part)} 解压后超过原来的 ${times} 倍，像是压缩炸弹，不读取：${SAVE_AS.zh}。`,
      `${shown(part)} in the file inflates to more than ${times} times its size, as a zip bomb does: ${SAVE_AS.en}`,
    ),
  entries: (most: number) =>
    invalid(
      `文件里的部件超过 ${n(most)} 个（每张工作表、每幅图片算一个），不读取：请删去不用的工作表和图片，存好再交。`,
      `the file has more than ${n(most)} parts (each sheet and picture is one): delete unused sheets and pictures, and save it`,
    ),
  sheets: (most: number) =>
    invalid(`工作表超过 ${most} 张：请删去不用的工作表。`, `there are more than ${most} sheets: delete the unused ones`),
  rows: (sheet: string, row: number, column: number, most: number) =>
    wrongCell(
      sheet,
      row,
      column,
      `第 ${n(most)} 行以下还有内容：请删去多余的行`,
      `there is something below row ${n(most)}: delete surplus rows`,
    ),
  columns: (sheet: string, row: number, column: number, most: number) =>
    wrongCell(
      sheet,
      row,
      column,
      `第 ${most} 列以右还有内容：请删去多余的列`,
      `there is something right of column ${most}: delete surplus columns`,
    ),
  cells: (most: number) =>
    invalid(`单元格超过 ${n(most)} 个：请分成几个文件。`, `there are more than ${n(most)} cells: make several files of it`),
  texts: (most: number) =>
    invalid(`文本超过 ${n(most)} 个：请分成几个文件。`, `there are more than ${n(most)} texts: make several files of it`),
  characters: (most: number) =>
    invalid(
      `文本合计超过 ${n(most)} 个字符：请分成几个文件。`,
      `the texts have more than ${n(most)} characters together: make several files of it`,
    ),
  formulas: (most: number) =>
    invalid(
      `公式超过 ${n(most)} 个：请把不用的公式粘贴为数值。`,
      `there are more than ${n(most)} formulas: paste those not needed as values`,
    ),
  dates: (most: number) =>
    invalid(`日期超过 ${n(most)} 个：请分成几个文件。`, `there are more than ${n(most)} dates: make several files of it`),
  text: (sheet: string, row: number, column: number, most: number) =>
    wrongCell(sheet, row, column, `文本超过 ${n(most)} 个字符：请缩短`, `the text has more than ${n(most)} characters: shorten it`),
  sharedText: (most: number) => invalid(`有文本超过 ${n(most)} 个字符：请缩短。`, `a text has more than ${n(most)} characters: shorten it`),
  formula: (sheet: string, row: number, column: number, most: number) =>
    wrongCell(sheet, row, column, `公式超过 ${n(most)} 个字符：请缩短`, `the formula has more than ${n(most)} characters: shorten it`),
  names: (most: number) =>
    invalid(
      `定义的名称超过 ${n(most)} 个：请在名称管理器中删去不用的。`,
      `there are more than ${n(most)} defined names: delete the unused ones`,
    ),
  merges: (sheet: string, most: number) =>
    invalid(
      `工作表“${shown(sheet)}”的合并单元格超过 ${n(most)} 处：请取消合并。`,
      `sheet “${shown(sheet)}” has more than ${n(most)} merged ranges: unmerge them`,
    ),
  time: (seconds: number) =>
    late(
      `这个文件 ${seconds} 秒内读不完：电脑可能正忙，请稍后再读一次；还是读不完的，请删去不用的工作表、行和格式，存好再交。`,
      `this file cannot be read within ${seconds} seconds: the computer may be busy, so read it once more in a moment; if it still cannot be read, delete unused sheets, rows and formats and save it`,
    ),
  csvTime: (seconds: number) =>
    late(
      `这个 .csv ${seconds} 秒内读不完：电脑可能正忙，请稍后再读一次；还是读不完的，请在 Excel 或 WPS 中打开，删去多余的行和列，另存为 .xlsx 再交。`,
      `this .csv cannot be read within ${seconds} seconds: the computer may be busy, so read it once more in a moment; if it still cannot be read, open it, delete surplus rows and columns, and save it as .xlsx`,
    ),
};

function n(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A name out of the file, short enough for a sentence. */
function shown(name: string): string {
  return name.length > 40 ? `${[...name.slice(0, 39)].filter((c) => !/^[\ud800-\udfff]$/.test(c)).join("")}…` : name;
}
