/** Workbooks with something in them that acts or reaches outside, and workbooks whose parts do not belong together. */
import type { Hostile } from "./hostile.ts";
import { type Change, dataXml, entriesOf, namespaces, paths, rel, relsXml, typesXml, workbook, workbookXml } from "./hostile-workbook.ts";
import { type ZipEntry, zip } from "./hostile-zip.ts";

const { MAIN } = namespaces;
const MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
const sheetRels = "xl/worksheets/_rels/sheet1.xml.rels";
const toSheet = rel("rId1", "worksheet", "worksheets/sheet1.xml");
const EXTERNAL = ' TargetMode="External"';
const [MACROS, LINKS, CONTROLS, EMBEDDED, CONNECTIONS, ADD_INS] = [
  /里有宏/,
  /外部链接/,
  /ActiveX/,
  /嵌有其他文件/,
  /数据连接或查询/,
  /加载项/,
];
const ddeLink = `<externalLink xmlns="${MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`;

type Changes = Readonly<Record<string, Change>>;

const acting: readonly (readonly [string, Changes, RegExp])[] = [
  ["macros", { "xl/vbaProject.bin": "…" }, MACROS],
  ["macros under another name", { "xl/vbaProject2.bin": "…" }, MACROS],
  [
    "macros by type",
    { "xl/data.bin": "…", [paths.types]: typesXml(override("xl/data.bin", "application/vnd.ms-office.vbaProject")) },
    MACROS,
  ],
  [
    "macros by relationship",
    {
      "xl/data.bin": "…",
      [paths.workbookRels]: relsXml(
        toSheet,
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="data.bin"/>',
      ),
    },
    MACROS,
  ],
  ["an .xlsm without macros", { [paths.types]: typesXml().replace(/application\/vnd[^"]*sheet\.main\+xml/, MACRO) }, MACROS],
  [
    "an .xltm",
    {
      [paths.types]: typesXml().replace(/application\/vnd[^"]*sheet\.main\+xml/, "application/vnd.ms-excel.template.macroEnabled.main+xml"),
    },
    MACROS,
  ],
  ["a sheet of Excel 4 macros", { "xl/macrosheets/sheet1.xml": "<x/>" }, MACROS],
  [
    "a sheet of Excel 4 macros by relationship",
    {
      "xl/m.xml": "<x/>",
      [paths.workbookRels]: relsXml(
        toSheet,
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="m.xml"/>',
      ),
    },
    MACROS,
  ],
  ["a dialog sheet", { "xl/dialogsheets/sheet1.xml": "<x/>" }, MACROS],
  ["signed macros", { "xl/vbaProjectSignature.bin": "…" }, MACROS],
  ["an ActiveX control", { "xl/activeX/activeX1.xml": "<x/>" }, CONTROLS],
  ["an ActiveX control by relationship", { "xl/c.xml": "<x/>", [sheetRels]: relsXml(rel("a", "control", "../c.xml")) }, CONTROLS],
  ["an embedded object", { "xl/embeddings/oleObject1.bin": "…" }, EMBEDDED],
  ["an embedded workbook", { "xl/embeddings/Workbook1.xlsx": workbook() }, EMBEDDED],
  ["an embedded object by relationship", { "xl/o.bin": "…", [sheetRels]: relsXml(rel("a", "oleObject", "../o.bin")) }, EMBEDDED],
  ["a program", { "xl/media/calc.exe": "MZ" }, EMBEDDED],
  ["a script", { "docProps/run.js": "x" }, EMBEDDED],
  ["a shortcut", { "xl/media/成绩.lnk": "x" }, EMBEDDED],
  ["a link to another workbook", { "xl/externalLinks/externalLink1.xml": "<x/>" }, LINKS],
  ["a DDE link", { "xl/externalLinks/externalLink1.xml": ddeLink }, LINKS],
  [
    "a link by relationship",
    { [paths.workbookRels]: relsXml(toSheet, rel("x", "externalLinkPath", "file:///C:/a.xlsx", EXTERNAL)) },
    LINKS,
  ],
  ["a picture from the network", { [sheetRels]: relsXml(rel("x", "image", "http://example.invalid/x.png", EXTERNAL)) }, LINKS],
  ["an object from the network", { [sheetRels]: relsXml(rel("x", "oleObject", "http://example.invalid/x", EXTERNAL)) }, EMBEDDED],
  [
    "a template from the network",
    { [paths.workbookRels]: relsXml(toSheet, rel("x", "attachedTemplate", "http://example.invalid/x", EXTERNAL)) },
    LINKS,
  ],
  [
    "a sheet from the network",
    { [paths.workbookRels]: relsXml(rel("rId1", "worksheet", "http://example.invalid/s.xml", EXTERNAL)) },
    LINKS,
  ],
  [
    "a workbook from the network",
    { [paths.rels]: relsXml(rel("rId1", "officeDocument", "http://example.invalid/w.xml", EXTERNAL)) },
    LINKS,
  ],
  [
    "external, written in capitals",
    { [sheetRels]: relsXml(rel("x", "image", "http://example.invalid/x.png", ' TargetMode="EXTERNAL"')) },
    LINKS,
  ],
  [
    "a picture of a drawing from a share",
    { "xl/drawings/_rels/drawing1.xml.rels": relsXml(rel("x", "image", "\\\\192.0.2.1\\x", EXTERNAL)) },
    LINKS,
  ],
  ["data connections", { "xl/connections.xml": "<x/>" }, CONNECTIONS],
  ["a query", { "xl/queryTables/queryTable1.xml": "<x/>" }, CONNECTIONS],
  ["a data model", { "xl/model/item.data": "…" }, CONNECTIONS],
  [
    "a connection by relationship",
    { "xl/k.xml": "<x/>", [paths.workbookRels]: relsXml(toSheet, rel("k", "connections", "k.xml")) },
    CONNECTIONS,
  ],
  ["a ribbon of its own", { "customUI/customUI14.xml": "<x/>" }, ADD_INS],
  ["an add-in", { "xl/webextensions/webextension1.xml": "<x/>" }, ADD_INS],
  [
    "an add-in's pane",
    {
      "xl/t.xml": "<x/>",
      [paths.rels]: relsXml(rel("w", "officeDocument", "xl/workbook.xml"), rel("t", "webextensiontaskpanes", "xl/t.xml")),
    },
    ADD_INS,
  ],
];

const SHEET = '<sheet name="成绩" sheetId="1" r:id="rId1"/>';
const named = (name: string, inside: string, more = "") =>
  workbookXml(SHEET, `<definedNames><definedName name="${name}"${more}>${inside}</definedName></definedNames>`);
const sheets = (count: number) =>
  Object.fromEntries([
    [
      paths.workbook,
      workbookXml(Array.from({ length: count }, (_, n) => `<sheet name="表${n}" sheetId="${n + 1}" r:id="r${n}"/>`).join("")),
    ],
    [paths.workbookRels, relsXml(...Array.from({ length: count }, (_, n) => rel(`r${n}`, "worksheet", `worksheets/s${n}.xml`)))],
    ...Array.from({ length: count }, (_, n) => [`xl/worksheets/s${n}.xml`, dataXml("")]),
  ]) as Changes;

const DAMAGED = /已损坏或不完整/;

const apart: readonly (readonly [string, Changes, RegExp])[] = [
  ["no types", { [paths.types]: null }, DAMAGED],
  ["no relationships", { [paths.rels]: null }, /xl\/workbook\.xml：缺少/],
  ["no workbook", { [paths.workbook]: null }, /xl\/workbook\.xml：缺少/],
  ["no relationships of the workbook", { [paths.workbookRels]: null }, /工作表没有名称或内容/],
  ["no sheet part", { [paths.sheet]: null }, /sheet1\.xml：缺少/],
  ["a relationship to nowhere", { [paths.rels]: relsXml(rel("rId1", "officeDocument", "xl/nowhere.xml")) }, /缺少这个部件/],
  ["a relationship out of the file", { [paths.workbookRels]: relsXml(rel("rId1", "worksheet", "../../../etc/passwd")) }, /指向文件之外/],
  ["two relationships of one id", { [paths.workbookRels]: relsXml(toSheet, toSheet) }, /关系不完整或重复/],
  ["a relationship without target", { [paths.workbookRels]: relsXml('<Relationship Id="rId1" Type="x/worksheet"/>') }, /关系不完整或重复/],
  ["a workbook that is its own sheet", { [paths.workbookRels]: relsXml(rel("rId1", "worksheet", "workbook.xml")) }, /被引用了两次/],
  [
    "one part for two sheets",
    {
      [paths.workbook]: workbookXml(`${SHEET}<sheet name="二" sheetId="2" r:id="rId2"/>`),
      [paths.workbookRels]: relsXml(
        toSheet,
        rel("rId2", "worksheet", "worksheets/sheet1.xml"),
        rel("s", "sharedStrings", "sharedStrings.xml"),
      ),
    },
    /被引用了两次/,
  ],
  [
    "one part for sheet and texts",
    { [paths.workbookRels]: relsXml(toSheet, rel("s", "sharedStrings", "worksheets/sheet1.xml")) },
    /不是应有的内容/,
  ],
  [
    "a sheet that is called a picture",
    { [paths.types]: typesXml().replace(/application\/vnd[^"]*worksheet\+xml/, "image/png") },
    /sheet1\.xml：内容类型写成了图片/,
  ],
  ["no sheets", { [paths.workbook]: workbookXml("") }, /没有工作表/],
  ["101 sheets", sheets(101), /工作表超过 100 张/],
  [
    "two sheets of one name",
    { ...sheets(2), [paths.workbook]: workbookXml('<sheet name="A" sheetId="1" r:id="r0"/><sheet name="a" sheetId="2" r:id="r1"/>') },
    /两张同名的工作表/,
  ],
  ["a sheet without name", { [paths.workbook]: workbookXml('<sheet sheetId="1" r:id="rId1"/>') }, /工作表没有名称或内容/],
  ["a sheet of spaces", { [paths.workbook]: workbookXml('<sheet name="  " sheetId="1" r:id="rId1"/>') }, /工作表没有名称或内容/],
  [
    "a sheet of 300 letters",
    { [paths.workbook]: workbookXml(`<sheet name="${"长".repeat(300)}" sheetId="1" r:id="rId1"/>`) },
    /工作表没有名称或内容/,
  ],
  ["a sheet without id", { [paths.workbook]: workbookXml('<sheet name="成绩" sheetId="1"/>') }, /工作表没有名称或内容/],
  [
    "a sheet called by __proto__",
    { [paths.workbook]: workbookXml('<sheet name="成绩" sheetId="1" r:id="__proto__"/>') },
    /工作表没有名称或内容/,
  ],
  [
    "a sheet called by constructor",
    { [paths.workbook]: workbookXml('<sheet name="成绩" sheetId="1" r:id="constructor"/>') },
    /工作表没有名称或内容/,
  ],
  ["a sheet that is a theme", { [paths.workbookRels]: relsXml(rel("rId1", "theme", "worksheets/sheet1.xml")) }, /工作表没有名称或内容/],
  ["a defined name that leads to another file", { [paths.workbook]: named("总分", "[1]成绩!$A$1") }, /名称“总分”引用了其他文件/],
  ["a defined name that leads to a path", { [paths.workbook]: named("总分", "'C:\\[a.xlsx]成绩'!$A$1") }, /名称“总分”引用了其他文件/],
  ["a defined name that starts a program", { [paths.workbook]: named("a", "cmd|'/c calc'!A0") }, /名称“a”引用了其他文件或程序/],
  [
    "a hidden defined name that calls",
    { [paths.workbook]: named("_xlnm.Auto_Open", "CALL(&quot;kernel32&quot;)", ' hidden="1"') },
    /引用了其他文件或程序/,
  ],
  ["a defined name without name", { [paths.workbook]: named("", "成绩!A1") }, /名称不对/],
  ["a defined name of no sheet", { [paths.workbook]: named("a", "成绩!A1", ' localSheetId="7"') }, /所属的工作表不存在/],
  ["a defined name of sheet -1", { [paths.workbook]: named("a", "成绩!A1", ' localSheetId="-1"') }, /所属的工作表不存在/],
  ["a defined name of 9,000 letters", { [paths.workbook]: named("a", "A".repeat(9000)) }, /名称过长/],
  [
    "10,001 defined names",
    {
      [paths.workbook]: workbookXml(
        SHEET,
        `<definedNames>${Array.from({ length: 10_001 }, (_, n) => `<definedName name="n${n}">A1</definedName>`).join("")}</definedNames>`,
      ),
    },
    /名称超过 10,000 个/,
  ],
];

export const contents: readonly Hostile[] = [
  ...[...acting, ...apart].map(([name, changes, says]) => ({ name, bytes: () => workbook(changes), says })),
  {
    name: "macros among a thousand pictures",
    bytes: () => {
      const pictures = Array.from({ length: 1000 }, (_, n): ZipEntry => ({ name: `xl/media/${n}.png`, content: "x" }));
      return zip([...pictures, { name: "xl/VBAPROJECT.BIN", content: "…" }, ...entriesOf()]);
    },
    says: MACROS,
  },
];
