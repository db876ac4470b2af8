/**
 * The same marks as different programs write them, read the same. By hand, as public documentation and issue threads show these programs'
 * files (each is named), and by an independent writer.
 */
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { formulaAt } from "../../../addin/files/book.ts";
import { readWorkbook } from "../../../addin/files/read.ts";
import { type Change, entriesOf, namespaces, paths, rel, relsXml, typesXml, workbook, workbookXml } from "../../tools/hostile-workbook.ts";
import { zip } from "../../tools/hostile-zip.ts";

const { MAIN, OFFICE, PACKAGE, HEAD } = namespaces;
const OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

const marks = [
  ["姓名", "学号", "语文", "数学"],
  ["王小明", "0012", 95.5, "缺考"],
  ["李 雷", "0013", 60, 59.5],
];

const utf8 = new TextEncoder();
const marked = (text: string) => Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8.encode(text)]);
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [0xfeff, ...[...text].map((letter) => letter.charCodeAt(0))].flatMap((code) =>
      big ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );

const sst = (prefix = "") => {
  const p = prefix === "" ? "" : `${prefix}:`;
  const texts = ["姓名", "学号", "语文", "数学", "王小明", "0012", "缺考", "李 雷", "0013"];
  return `${HEAD}<${p}sst xmlns${prefix && `:${prefix}`}="${MAIN}" count="9" uniqueCount="9">${texts.map((text) => `<${p}si><${p}t>${text}</${p}t></${p}si>`).join("")}</${p}sst>`;
};
/** Cells of a row: numbers of shared texts as "s0", else numbers. */
const cells = (row: number | undefined, prefix: string, more: string, ...values: (string | number)[]) =>
  values
    .map((value, column) => {
      const address = row === undefined ? "" : ` r="${"ABCD"[column]}${row}"`;
      const [type, text] = typeof value === "number" ? ["", value] : [' t="s"', value.slice(1)];
      return `<${prefix}c${address}${more}${type}><${prefix}v>${text}</${prefix}v></${prefix}c>`;
    })
    .join("");
const sheetData = (prefix = "", { addresses = true, more = "", rowMore = "" } = {}) =>
  `<${prefix}sheetData>${[
    ["s0", "s1", "s2", "s3"],
    ["s4", "s5", 95.5, "s6"],
    ["s7", "s8", 60, 59.5],
  ]
    .map((values, at) => {
      const row = addresses ? at + 1 : undefined;
      return `<${prefix}row${row ? ` r="${row}"` : ""}${rowMore}>${cells(row, prefix, more, ...values)}</${prefix}row>`;
    })
    .join("")}</${prefix}sheetData>`;
const ws = (inside: string, more = "") => `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"${more}>${inside}</worksheet>`;

type Parts = Readonly<Record<string, Change>>;
const plain: Parts = { [paths.strings]: sst(), [paths.sheet]: ws(sheetData()) };
const typed = (type: string) => typesXml().replace(/application\/vnd[^"]*worksheet\+xml/, type);
const MORE =
  ' xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" mc:Ignorable="x14ac"';

const written: readonly (readonly [string, () => Uint8Array])[] = [
  [
    "Excel: a size, views, heights, spans, phonetic settings, a printer",
    () =>
      workbook({
        ...plain,
        [paths.sheet]: ws(
          `<dimension ref="A1:D3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="4" width="9"/></cols>${sheetData("", { rowMore: ' spans="1:4" x14ac:dyDescent="0.25"' })}<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7"/><pageSetup r:id="rId1"/>`,
          MORE,
        ),
        [paths.types]: typesXml(
          '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>',
        ),
        "xl/printerSettings/printerSettings1.bin": "…",
        "xl/worksheets/_rels/sheet1.xml.rels": relsXml(rel("rId1", "printerSettings", "../printerSettings/printerSettings1.bin")),
        "docProps/core.xml": "<x/>",
      }),
  ],
  // Issue 5 of abap2xlsx.
  ["abap2xlsx: a path in place of the type", () => workbook({ ...plain, [paths.types]: typed("/xl/worksheets/sheet1.xml") })],
  ["a writer that leaves the sheet at the type of all .xml", () => workbook({ ...plain, [paths.types]: typed("application/xml") })],
  // A size of A1 is why openpyxl's fast reading finds one cell in such files: issue 1039 of langgenius/dify.
  [
    "WPS: a size of A1, own formats, pictures in cells, rows of styles to the end",
    () =>
      workbook({
        ...plain,
        [paths.sheet]: ws(
          `<dimension ref="A1"/>${sheetData("", { more: ' s="1"' }).replace("</sheetData>", '<row r="4" spans="1:16384"><c r="A4" s="1"/><c r="XFD4" s="1"/></row><row r="1048576" s="1" customFormat="1"/></sheetData>')}`,
        ),
        [paths.styles]: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="0.0_ "/><numFmt numFmtId="44" formatCode="_ &quot;￥&quot;* #,##0.00_ "/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="59"/></cellXfs><extLst><ext xmlns:x14="urn:x"><x14:slicerStyles/></ext></extLst></styleSheet>`,
        "xl/cellimages.xml": '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
        "xl/_rels/cellimages.xml.rels": relsXml(rel("rId1", "image", "media/image1.png")),
        "xl/media/image1.png": "…",
        "docProps/custom.xml": "<KSOProductBuildVer/>",
        "customXml/item1.xml": "<x/>",
      }),
  ],
  [
    "Google Sheets: state of each sheet, no size, no properties",
    () =>
      workbook({
        ...plain,
        [paths.workbook]: workbookXml(
          '<sheet state="visible" name="成绩" sheetId="1" r:id="rId1"/>',
          "<definedNames/><calcPr/>",
          "<workbookPr/>",
        ),
        [paths.sheet]: ws(
          `<sheetPr><outlinePr summaryBelow="0"/></sheetPr><sheetViews/><sheetFormatPr customHeight="1"/>${sheetData("", { more: ' s="1"', rowMore: ' ht="15.75" customHeight="1"' }).replace(">60<", ">60.0<")}<drawing r:id="rId9"/>`,
          MORE,
        ),
        [paths.styles]: null,
      }),
  ],
  // Paths from the root and prefixes: issue 4 of redraiment/rusty-sheet.
  [
    "openpyxl: paths from the root, prefixed relationships, formulas without value",
    () =>
      workbook({
        ...plain,
        [paths.workbookRels]: `<ns0:Relationships xmlns:ns0="${PACKAGE}/relationships"><ns0:Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml" Type="${OFFICE}/worksheet"/><ns0:Relationship Id="s" Target="/xl/sharedStrings.xml" Type="${OFFICE}/sharedStrings"/></ns0:Relationships>`,
        [paths.workbook]: `<workbook xmlns="${MAIN}"><workbookPr/><sheets><sheet xmlns:r="${OFFICE}" name="成绩" sheetId="1" state="visible" r:id="rId1"/></sheets><definedNames/></workbook>`,
        [paths.sheet]: ws(sheetData("", { more: "" }))
          .replace("<v>60</v>", "<v></v>")
          .replace(/<c r="C3"><v><\/v><\/c>/, '<c r="C3" t="n"><v>60</v></c>'),
      }),
  ],
  // The x: of the Open XML SDK and ClosedXML: issue 193 of mini-software/MiniExcel, 68 of dilshod/xlsx2csv.
  [
    "the Open XML SDK: every name with a prefix, no capitals in UTF",
    () =>
      workbook({
        [paths.workbook]: `<?xml version="1.0" encoding="utf-8"?><x:workbook xmlns:r="${OFFICE}" xmlns:x="${MAIN}"><x:sheets><x:sheet name="成绩" sheetId="1" r:id="rId1" xmlns:r="${OFFICE}"/></x:sheets></x:workbook>`,
        [paths.strings]: sst("x"),
        [paths.sheet]: `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${MAIN}">${sheetData("x:")}</x:worksheet>`,
        [paths.styles]: `<x:styleSheet xmlns:x="${MAIN}"><x:cellXfs><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>`,
      }),
  ],
  // A sheet called sheet.xml: issue 202 of tidyverse/readxl.
  [
    "reports: a sheet called sheet.xml, no styles, no types for it",
    () =>
      workbook({
        [paths.strings]: sst(),
        [paths.sheet]: null,
        [paths.styles]: null,
        "xl/worksheets/sheet.xml": ws(sheetData()),
        [paths.workbookRels]: relsXml(rel("rId1", "worksheet", "worksheets/sheet.xml"), rel("s", "sharedStrings", "sharedStrings.xml")),
      }),
  ],
  // Sizes after the data and in the large form: issue 1018 of apache/poi, 179 of qrilka/xlsx.
  [
    "Apache POI as a stream: inline texts, sizes in the large form after the data",
    () => {
      const texts = marks.map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((value, c) => (typeof value === "string" ? `<c r="${"ABCD"[c]}${at + 1}" t="inlineStr"><is><t>${value}</t></is></c>` : `<c r="${"ABCD"[c]}${at + 1}" t="n"><v>${value}</v></c>`)).join("")}</row>`,
      );
      const entries = entriesOf({ [paths.strings]: null, [paths.sheet]: ws(`<sheetData>\n${texts.join("\n")}\n</sheetData>`) });
      return zip(
        entries.map((entry) => ({ ...entry, descriptor: true, zip64: true })),
        { zip64: true },
      );
    },
  ],
  ["an archive whose end is in the large form alone", () => workbook(plain, { only64: true })],
  [
    "a stream with a comment at its end",
    () =>
      zip(
        entriesOf(plain).map((entry) => ({ ...entry, descriptor: true })),
        { comment: "第一中学" },
      ),
  ],
  ["nothing compressed", () => zip(entriesOf(plain).map((entry) => ({ ...entry, method: 0 })))],
  [
    "folders as parts, backslashes, capitals",
    () =>
      zip([
        { name: "xl/", content: "", method: 0 },
        ...entriesOf(plain).map((entry) => ({ ...entry, name: (entry.name as string).replaceAll("/", "\\").replace("sheet1", "Sheet1") })),
      ]),
  ],
  [
    "strict Open XML",
    () => {
      const strict = (xml: string) =>
        xml.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll(OFFICE, OFFICE_STRICT);
      return zip(entriesOf(plain).map((entry) => ({ ...entry, content: strict(entry.content as string) })));
    },
  ],
  ["no addresses anywhere", () => workbook({ ...plain, [paths.sheet]: ws(sheetData("", { addresses: false })) })],
  [
    "a mark of UTF-8 in front of every part",
    () => zip(entriesOf(plain).map((entry) => ({ ...entry, content: marked(entry.content as string) }))),
  ],
  [
    "UTF-16, little end first",
    () => zip(entriesOf(plain).map((entry) => ({ ...entry, content: utf16((entry.content as string).replace("UTF-8", "UTF-16"), false) }))),
  ],
  [
    "UTF-16, big end first",
    () => zip(entriesOf(plain).map((entry) => ({ ...entry, content: utf16((entry.content as string).replace("UTF-8", "UTF-16"), true) }))),
  ],
  [
    "single quotes, line ends of Windows, spaces in tags, comments",
    () =>
      workbook({
        ...plain,
        [paths.sheet]: ws(sheetData())
          .replace(/ (r|t|s)="([^"]*)"/g, "\r\n  $1 = '$2'")
          .replaceAll("</c>", "</c >\r\n<!-- > -->")
          .replaceAll("<v>", "<v ><!-- 5 -->"),
      }),
  ],
  [
    "texts in CDATA and by number",
    () => workbook({ ...plain, [paths.strings]: sst().replace("王小明", "<![CDATA[王小]]>&#26126;").replace("李 雷", "李&#x20;雷") }),
  ],
  [
    "a default namespace declared anew on every row",
    () => workbook({ ...plain, [paths.sheet]: ws(sheetData("", { rowMore: ` xmlns="${MAIN}"` })) }),
  ],
  [
    "a foreign row among them",
    () =>
      workbook({
        ...plain,
        [paths.sheet]: ws(
          sheetData().replace(
            "<sheetData>",
            '<sheetData><row xmlns="urn:other" r="9"><c r="A9"><v>1</v></c></row><o:row xmlns:o="urn:other"><c r="A1"><v>1</v></c></o:row>',
          ),
        ),
      }),
  ],
];

describe("read the same", () => {
  test.each(written)("%s", (_, make) => {
    const { sheets, names } = readWorkbook(make());
    expect(sheets.map(({ name, state, rows }) => ({ name, state, rows }))).toEqual([{ name: "成绩", state: "visible", rows: marks }]);
    expect(names).toEqual([]);
  });
});

describe("an independent writer (hucre)", () => {
  test("texts, numbers, truths, dates and formulas come through, and so do names, merges and what is hidden", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "成绩 (一)",
          rows: [
            ["=1+1", " 两端 ", "<&>\"'", "第一行\n第二行", null],
            [0.1 + 0.2, -0.5, 1e21, 1 / 3, true, false],
            [new Date(Date.UTC(2026, 8, 1)), null, null, "末"],
          ],
          cells: new Map([["4,1", { formula: "SUM(A2:B2)", formulaResult: 7.5 }]]),
          merges: [{ startRow: 5, startCol: 0, endRow: 6, endCol: 2 }],
        },
        { name: "隐藏", rows: [["内"]], hidden: true },
      ],
      namedRanges: [{ name: "总分", range: "'成绩 (一)'!$A$1:$B$2" }],
    });
    const book = readWorkbook(bytes);
    const [marksSheet, hidden] = book.sheets;
    if (!marksSheet || !hidden) throw new Error("two sheets were written");
    expect(marksSheet.rows).toEqual([
      ["=1+1", " 两端 ", "<&>\"'", "第一行\n第二行"],
      [0.1 + 0.2, -0.5, 1e21, 1 / 3, true, false],
      [{ date: 46266 }, null, null, "末"],
      [],
      [null, 7.5],
    ]);
    expect(formulaAt(marksSheet, 4, 1)).toBe("SUM(A2:B2)");
    expect(marksSheet.merges).toEqual([{ top: 5, left: 0, bottom: 6, right: 2 }]);
    expect([hidden.name, hidden.state, hidden.rows]).toEqual(["隐藏", "hidden", [["内"]]]);
    expect(book.names.map(({ name, text }) => [name, text])).toEqual([["总分", "'成绩 (一)'!$A$1:$B$2"]]);
  });

  test("three thousand pupils in nine subjects come through, mark for mark", async () => {
    const rows = Array.from({ length: 3000 }, (_, pupil) => [
      `学生${pupil}`,
      String(pupil).padStart(5, "0"),
      ...Array.from({ length: 9 }, (_, subject) => ((pupil * 37 + subject * 11) % 301) / 2),
    ]);
    const [sheet] = readWorkbook(await writeXlsx({ sheets: [{ name: "成绩", rows }] })).sheets;
    expect(sheet?.rows).toEqual(rows);
  });
});
