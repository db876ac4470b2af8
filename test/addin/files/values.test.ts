/** What cells hold, by the format's own words (ECMA-376 part 1, 18.3 and 18.4), from workbooks written by hand. */
import { describe, expect, test } from "vitest";
import { formulaAt, isDate, isError, sheetNamed, textIn, usedRange, valueAt } from "../../../addin/files/book.ts";
import { readWorkbook } from "../../../addin/files/read.ts";
import {
  dataXml,
  GOOD_ROWS,
  namespaces,
  paths,
  sheetXml,
  stringsXml,
  withCell,
  withRows,
  workbook,
  workbookXml,
} from "../../tools/hostile-workbook.ts";

const { MAIN, HEAD } = namespaces;
const sheetOf = (bytes: Uint8Array) => {
  const [sheet] = readWorkbook(bytes).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
};
const inB2 = (attributes: string, inside: string) => valueAt(sheetOf(withCell(attributes, inside)), 1, 1);
const v = (text: string) => `<v>${text}</v>`;

describe("a cell", () => {
  test.each([
    ["95.5", 95.5],
    ["0", 0],
    ["-0", 0],
    ["0.30000000000000004", 0.1 + 0.2],
    ["9007199254740991", 2 ** 53 - 1],
    ["1.7976931348623157E308", Number.MAX_VALUE],
    ["5e-324", Number.MIN_VALUE],
    [".5", 0.5],
    ["60.", 60],
    [" 60 ", 60],
    ["+1.5E+2", 150],
    ["59.999999999999993", 59.99999999999999],
  ])("with the number %s keeps all its bits", (written, number) => {
    expect(Object.is(inB2("", v(written)), number)).toBe(true);
    expect(Object.is(inB2('t="n"', v(written)), number)).toBe(true);
  });

  test.each([
    ['t="s"', v("2"), "甲"],
    ['t="str"', v("合格"), "合格"],
    ['t="str"', v(""), ""],
    ['t="str"', "<v/>", ""],
    ['t="inlineStr"', "<is><t>乙</t></is>", "乙"],
    [
      't="inlineStr"',
      "<is><r><rPr><b/></rPr><t>第</t></r><r><t xml:space='preserve'> 一 </t></r><rPh sb='0' eb='1'><t>dì</t></rPh></is>",
      "第 一 ",
    ],
    ['t="b"', v("1"), true],
    ['t="b"', v("0"), false],
    ['t="b"', v("true"), true],
    ["", v(""), null],
    ["", "", null],
    ['t="s"', "", null],
    ['t="s"', v(""), null],
    ['t="e"', v("#DIV/0!"), { error: "#DIV/0!" }],
    ['t="e"', v("#SPILL!"), { error: "#SPILL!" }],
    ['t="d"', v("2026-09-01"), { date: 46266 }],
    ['t="d"', v("2026-09-01T12:00:00Z"), { date: 46266.5 }],
    ['s="1"', v("46266"), { date: 46266 }],
    ['s="99"', v("46266"), 46266],
  ])("written %s %s", (attributes, inside, value) => {
    expect(inB2(attributes, inside)).toEqual(value);
  });

  test("has its text unescaped: references of XML, CDATA, and the escapes of the format", () => {
    expect(inB2('t="str"', v("&lt;1&gt;&amp;&quot;&apos;&#x4e00;&#20108;"))).toBe(`<1>&"'一二`);
    expect(inB2('t="str"', v("<![CDATA[<甲> & ]]>乙"))).toBe("<甲> & 乙");
    expect(inB2('t="str"', v("a_x000D_\nb_x0009_c_x005F_x000D__X000D_"))).toBe("a\nb\tc_x000D__X000D_");
    expect(inB2('t="str"', v("&amp;lt;"))).toBe("&lt;");
    expect(inB2('t="str"', v("一<!-- 二 -->三<?四?>"))).toBe("一三");
  });

  test("holds no control characters and no halves of characters, however they are written", () => {
    expect(inB2('t="str"', v("_x0000_=1_x001B__xD83D__xFFFF_"))).toBe("\ufffd=1\ufffd\ufffd\ufffd");
    expect(inB2('t="str"', v("𠮷😀"))).toBe("𠮷😀");
  });

  test("of long text is read whole across the pieces a part is read in", () => {
    const long = "成绩单，".repeat(8_000);
    const rows = Array.from({ length: 40 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="str"><v>${row}${long}</v></c></row>`);
    expect(sheetOf(withRows(rows.join(""))).rows.map(([text]) => text)).toEqual(rows.map((_, row) => `${row}${long}`));
  });
});

describe("shared texts", () => {
  test("of several runs are one text, without the reading aid", () => {
    const sst = `${HEAD}<sst xmlns="${MAIN}" count="9" uniqueCount="9"><si><r><t>王</t></r><r><rPr><sz val="9"/></rPr><t>小明</t></r><rPh sb="0" eb="1"><t>wáng</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si></sst>`;
    const rows = [0, 1, 2].map((n) => `<c t="s"><v>${n}</v></c>`).join("");
    expect(sheetOf(workbook({ [paths.strings]: sst, [paths.sheet]: dataXml(`<row>${rows}</row>`) })).rows).toEqual([["王小明", "", ""]]);
  });

  test("named like parts of objects are texts like others", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const cells = names.map((_, n) => `<c t="s"><v>${n}</v></c>`).join("");
    const bytes = workbook({
      [paths.strings]: stringsXml(...names),
      [paths.sheet]: dataXml(`<row>${cells}</row>`),
      [paths.workbook]: workbookXml(
        '<sheet name="__proto__" sheetId="1" r:id="rId1"/>',
        '<definedNames><definedName name="constructor">__proto__!A1</definedName><definedName name="__proto__">1</definedName></definedNames>',
      ),
    });
    const book = readWorkbook(bytes);
    expect(book.sheets[0]?.rows).toEqual([names]);
    expect(sheetNamed(book, "__PROTO__")?.name).toBe("__proto__");
    expect(sheetNamed(book, "constructor")).toBeUndefined();
    expect(book.names.map(({ name, text }) => [name, text])).toEqual([
      ["constructor", "__proto__!A1"],
      ["__proto__", "1"],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).A1).toBeUndefined();
  });
});

describe("a sheet", () => {
  test("is as large as its cells, whatever it says of itself, and ends at the last that holds something", () => {
    const cells =
      '<row r="2"><c r="C2"><v>1</v></c><c r="D2" s="1"/></row><row r="5"><c r="A5"><f>C2</f></c></row><row r="1048576" ht="14"/><row r="9"><c r="XFD9" s="1"/></row>';
    for (const dimension of ["A1", "A1:XFD1048576", "__proto__"]) {
      const sheet = sheetOf(workbook({ [paths.sheet]: sheetXml(`<dimension ref="${dimension}"/><sheetData>${cells}</sheetData>`) }));
      expect(sheet.rows).toEqual([[], [null, null, 1], [], [], [null]]);
      expect(usedRange(sheet)).toBe("A1:C5");
    }
    expect(usedRange(sheetOf(withRows("")))).toBeUndefined();
  });

  test("without addresses counts on from what came before", () => {
    const rows =
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="4"><c><v>5</v></c></row><row><c/><c><v>6</v></c></row>';
    expect(sheetOf(withRows(rows)).rows).toEqual([[1, null, 3, 4], [], [], [5], [null, 6]]);
  });

  test("may have its rows and cells in any order", () => {
    const rows = '<row r="2"><c r="B2"><v>22</v></c><c r="A2"><v>21</v></c></row><row r="1"><c r="a1"><v>11</v></c></row>';
    expect(sheetOf(withRows(rows)).rows).toEqual([[11], [21, 22]]);
  });

  test("tells of hidden rows and columns, and of merged ranges", () => {
    const bytes = workbook({
      [paths.sheet]: sheetXml(
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col min="499" max="16384" hidden="true"/></cols><sheetData><row r="3" hidden="1"/><row r="4" hidden="0"/><row r="5" hidden="true"/></sheetData><mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D4:B3"/></mergeCells>',
      ),
    });
    const { hiddenRows, hiddenColumns, merges } = sheetOf(bytes);
    expect([...hiddenRows]).toEqual([2, 4]);
    expect([...hiddenColumns]).toEqual([1, 2, 498, 499]);
    expect(merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 2, left: 1, bottom: 3, right: 3 },
    ]);
  });

  test("keeps what does not belong to its cells out of them: rules, validations, and what newer programs add", () => {
    const more =
      '<conditionalFormatting><cfRule type="cellIs"><formula>60</formula></cfRule></conditionalFormatting><dataValidations><dataValidation><formula1>0</formula1></dataValidation></dataValidations><extLst><ext xmlns:x14="urn:x"><x14:c r="A1"><x14:v>7</x14:v></x14:c><sheetData><row r="9"><c r="A9"><v>7</v></c></row></sheetData></ext></extLst>';
    const sheet = sheetOf(workbook({ [paths.sheet]: sheetXml(`<sheetData>${GOOD_ROWS}</sheetData>${more}`) }));
    expect(sheet.rows).toHaveLength(3);
  });
});

describe("a workbook", () => {
  const three = workbookXml(
    '<sheet name="成绩" sheetId="7" state="visible" r:id="rId1"/><sheet name="任课" sheetId="2" state="hidden" r:id="r2"/><sheet name="_meta" sheetId="9" state="veryHidden" r:id="r3"/><sheet name="图" sheetId="4" r:id="r4"/>',
    '<definedNames><definedName name="县">成绩!$B$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">任课!$A$1:$C$9</definedName></definedNames>',
  );
  const rels = `${HEAD}<Relationships xmlns="${namespaces.PACKAGE}/relationships">${[
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["r2", "worksheet", "/xl/worksheets/other.xml"],
    ["r3", "worksheet", "./worksheets/../worksheets/meta.xml"],
    ["r4", "chartsheet", "chartsheets/sheet1.xml"],
  ]
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${namespaces.OFFICE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;
  const bytes = workbook({
    [paths.workbook]: three,
    [paths.workbookRels]: rels,
    [paths.sheet]: dataXml("<row><c><v>1</v></c></row>"),
    "xl/worksheets/other.xml": dataXml("<row><c><v>2</v></c></row>"),
    "xl/worksheets/meta.xml": dataXml("<row><c><v>3</v></c></row>"),
    "xl/chartsheets/sheet1.xml": "<x/>",
  });

  test("has its sheets in order, with what can be seen of them", () => {
    expect(readWorkbook(bytes).sheets.map(({ name, state, rows }) => [name, state, rows])).toEqual([
      ["成绩", "visible", [[1]]],
      ["任课", "hidden", [[2]]],
      ["_meta", "veryHidden", [[3]]],
      ["图", "visible", []],
    ]);
  });

  test("has its names, each with the sheet it is known in", () => {
    expect(readWorkbook(bytes).names).toEqual([
      { name: "县", text: "成绩!$B$1", sheet: undefined, hidden: false },
      { name: "_xlnm.Print_Area", text: "任课!$A$1:$C$9", sheet: "任课", hidden: true },
    ]);
  });

  test("that counts from 1904 gives the same dates", () => {
    const sheet = workbookXml('<sheet name="成绩" sheetId="1" r:id="rId1"/>', "", '<workbookPr date1904="1"/>');
    // 1 September 2026 is 46266 days from the eve of 1900 and 44804 from 1 January 1904: the systems are 1462 apart.
    const old = sheetOf(
      workbook({
        [paths.workbook]: sheet,
        [paths.sheet]: dataXml('<row><c s="1"><v>44804</v></c><c><v>44804</v></c><c t="d"><v>2026-09-01</v></c></row>'),
      }),
    );
    expect(old.rows).toEqual([[{ date: 46266 }, 44804, { date: 46266 }]]);
  });

  test("keeps hyperlinks out of the way: they are followed by nobody", () => {
    const link = `${HEAD}<Relationships xmlns="${namespaces.PACKAGE}/relationships"><Relationship Id="a" Type="${namespaces.OFFICE}/hyperlink" Target="mailto:a@b.invalid" TargetMode="External"/></Relationships>`;
    expect(sheetOf(workbook({ "xl/worksheets/_rels/sheet1.xml.rels": link })).rows).toHaveLength(3);
  });
});

describe("formulas", () => {
  test("stand beside the value last computed; one that was never computed has none", () => {
    const sheet = sheetOf(
      withRows(
        '<row><c><f>1+1</f><v>2</v></c><c><f>=A1</f></c><c t="e"><f>#REF!+1</f><v>#REF!</v></c><c t="str"><f t="array" ref="D1">A1&amp;""</f><v>2</v></c><c><v>5</v></c></row>',
      ),
    );
    expect(sheet.rows).toEqual([[2, null, { error: "#REF!" }, "2", 5]]);
    expect([0, 1, 2, 3, 4].map((column) => formulaAt(sheet, 0, column))).toEqual(["1+1", "A1", "#REF!+1", 'A1&""', undefined]);
  });

  test("that were filled down are told where they stand", () => {
    const sheet = sheetOf(
      withRows(
        '<row><c><f t="shared" si="0" ref="A1:A3">SUM(B1:C1)/$D$1</f><v>1</v></c></row><row><c><f t="shared" si="0"/><v>2</v></c></row><row><c><f t="shared" si="0"></f><v>3</v></c></row>',
      ),
    );
    expect([0, 1, 2].map((row) => formulaAt(sheet, row, 0))).toEqual(["SUM(B1:C1)/$D$1", "SUM(B2:C2)/$D$1", "SUM(B3:C3)/$D$1"]);
  });

  test.each([
    "SUM(成绩表[语文])",
    "成绩表[[#This Row],[语文]]*2+其他!A1",
    '"[1]成绩!A1"&"cmd|x!A0"',
    "'甲|乙'!A1",
    "[0]!总分+'[0]成绩'!A1",
    'COUNTIFS(B:B,"="&[1])'.replace("[1]", "A1"),
    '_xlfn.DISPIMG("ID_ABC",1)',
    "RTDX(1)+CALLS(2)",
    'IF(A1="|","[x]!",1)',
  ])("that stay inside the file are read: %s", (formula) => {
    const written = formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect(formulaAt(sheetOf(withCell("", `<f>${written}</f><v>1</v>`)), 1, 1)).toBe(formula);
  });
});

test("a value is shown as somebody sees it", () => {
  const error = inB2('t="e"', v("#N/A"));
  const date = inB2('s="1"', v("46266"));
  expect([isError(error), isDate(error), isError(date), isDate(date)]).toEqual([true, false, false, true]);
  expect([95.5, "缺考", true, false, null, error, date].map(textIn)).toEqual(["95.5", "缺考", "TRUE", "FALSE", "", "#N/A", "2026-09-01"]);
});
