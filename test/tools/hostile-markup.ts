/** XML that is broken, declares entities, or goes on for ever. */
import type { Hostile } from "./hostile.ts";
import {
  dataXml,
  GOOD_ROWS,
  namespaces,
  paths,
  rel,
  relsXml,
  sheetXml,
  stringsXml,
  typesXml,
  workbook,
  workbookXml,
} from "./hostile-workbook.ts";

const { MAIN, HEAD } = namespaces;

/** Each part as it should be. */
const good = new Map<string, string>([
  [paths.types, typesXml()],
  [paths.rels, relsXml(rel("rId1", "officeDocument", "xl/workbook.xml"))],
  [paths.workbook, workbookXml('<sheet name="成绩" sheetId="1" r:id="rId1"/>')],
  [paths.sheet, dataXml(GOOD_ROWS)],
  [paths.strings, stringsXml("姓名", "语文", "甲")],
]);

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
const DTD = /含有 DTD 或实体声明/;

/** Put between the declaration and the root of every part. */
const doctypes: readonly (readonly [string, string])[] = [
  ["a billion laughs", `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`],
  ["an entity from a file", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ["a DTD from the network", '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'],
  ["a parameter entity", '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://example.invalid/e"> %e;]>'],
];

const declaring: readonly Hostile[] = [...good].flatMap(([path, xml]) =>
  doctypes.map(([what, doctype]) => ({
    name: `${what}, in ${path}`,
    bytes: () => workbook({ [path]: xml.replace("?>\n", `?>\n${doctype}`) }),
    says: DTD,
  })),
);

const sst = (inside: string) => `${HEAD}<sst xmlns="${MAIN}">${inside}</sst>`;
const utf8 = new TextEncoder();
const withByte = (xml: string, ...bytes: number[]) => {
  const [before = "", after = ""] = xml.split("§");
  return Uint8Array.from([...utf8.encode(before), ...bytes, ...utf8.encode(after)]);
};
const [UNPAIRED, HALF, ENTITY, SHAPE, WELL] = [/标记没有配对/, /在中途结束/, /有未定义的实体/, /不是应有的内容/, /XML 格式不对/];

const made: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
  ["an entity nobody declared", paths.strings, stringsXml("&lol;"), ENTITY],
  ["an entity of HTML", paths.strings, stringsXml("a&nbsp;b"), ENTITY],
  ["an entity in an attribute", paths.workbook, workbookXml('<sheet name="&xxe;" sheetId="1" r:id="rId1"/>'), ENTITY],
  ["a bare &", paths.strings, stringsXml("A & B"), ENTITY],
  ["a reference without end", paths.strings, stringsXml("&#65"), ENTITY],
  ["the character 0", paths.strings, stringsXml("&#0;"), ENTITY],
  ["half a character", paths.strings, stringsXml("&#xD800;"), ENTITY],
  ["a character beyond all", paths.strings, stringsXml("&#x110000;"), ENTITY],
  ["a control character by number", paths.strings, stringsXml("&#8;"), ENTITY],
  ["a negative character", paths.strings, stringsXml("&#-1;"), ENTITY],
  ["a control character", paths.strings, stringsXml("a\u0001b"), /控制字符/],
  ["a zero among the text", paths.sheet, dataXml("").replace("<sheetData", "\u0000<sheetData"), /控制字符/],
  ["bytes that are no UTF-8", paths.strings, withByte(stringsXml("a§b"), 0xff), /不是 UTF-8 或 UTF-16/],
  ["GBK under the name of UTF-8", paths.strings, withByte(stringsXml("a§b"), 0xbc, 0xd7), /不是 UTF-8 或 UTF-16/],
  ["overlong UTF-8", paths.strings, withByte(stringsXml("a§b"), 0xc0, 0xaf), /不是 UTF-8 或 UTF-16/],
  ["half a character of UTF-8 at the end", paths.strings, withByte(`${stringsXml("a")}§`, 0xe4, 0xb8), /不是 UTF-8 或 UTF-16/],
  ["another encoding", paths.sheet, dataXml("").replace("UTF-8", "GBK"), /编码不是/],
  ["UTF-7", paths.sheet, dataXml("").replace("UTF-8", "UTF-7"), /编码不是/],
  ["no root", paths.sheet, HEAD, HALF],
  ["nothing", paths.sheet, "", HALF],
  ["text alone", paths.sheet, "成绩", WELL],
  ["another root", paths.sheet, `${HEAD}<workbook xmlns="${MAIN}"/>`, SHAPE],
  ["a root in another namespace", paths.sheet, '<worksheet xmlns="http://example.invalid/"><sheetData/></worksheet>', SHAPE],
  ["a root in no namespace", paths.sheet, "<worksheet><sheetData/></worksheet>", SHAPE],
  ["a prefix nobody declared", paths.sheet, "<x:worksheet/>", /命名空间未声明/],
  ["a prefix nobody declared, inside", paths.sheet, sheetXml("<y:sheetData/>"), /命名空间未声明/],
  ["two roots", paths.sheet, `${dataXml("")}${dataXml("").replace(HEAD, "")}`, SHAPE],
  ["text after the root", paths.sheet, `${dataXml("")}95`, WELL],
  ["a tag that is not closed", paths.sheet, dataXml("<row>"), UNPAIRED],
  ["tags that cross", paths.sheet, dataXml("<row><c></row></c>"), UNPAIRED],
  ["a tag that closes nothing", paths.sheet, `${HEAD}</worksheet>`, UNPAIRED],
  ["capitals that do not match", paths.sheet, sheetXml("<sheetData></SheetData>"), UNPAIRED],
  ["an end in the middle of a tag", paths.sheet, dataXml("").slice(0, -5), HALF],
  ["an end in the middle of an attribute", paths.sheet, `${HEAD}<worksheet xmlns="${MAIN.slice(0, 9)}`, HALF],
  ["an end before the root is closed", paths.sheet, dataXml("").replace("</worksheet>", ""), HALF],
  ["an end in a comment", paths.sheet, `${HEAD}<!-- `, HALF],
  ["an end in CDATA", paths.sheet, `${HEAD}<worksheet xmlns="${MAIN}"><![CDATA[`, HALF],
  ["CDATA before the root", paths.sheet, `${HEAD}<![CDATA[ ]]>`, DTD],
  ["an attribute without quotes", paths.sheet, dataXml("<row r=1/>"), WELL],
  ["an attribute without value", paths.sheet, dataXml("<row hidden/>"), WELL],
  ["an attribute twice", paths.sheet, dataXml('<row r="1" r="2"/>'), WELL],
  ["attributes without space between", paths.sheet, dataXml('<row r="1"s="2"/>'), WELL],
  ["< in an attribute", paths.sheet, dataXml('<row r="<1"/>'), WELL],
  ["a tag in a tag", paths.sheet, dataXml("<row <c/>/>"), WELL],
  ["a tag without name", paths.sheet, dataXml("< row/>"), WELL],
  ["a slash in the middle", paths.sheet, dataXml('<row / r="1">'), WELL],
  ["101 attributes", paths.sheet, dataXml(`<row ${Array.from({ length: 101 }, (_, n) => `a${n}="1"`).join(" ")}/>`), WELL],
  ["65 elements inside each other", paths.sheet, sheetXml(`${"<a>".repeat(65)}${"</a>".repeat(65)}`), /嵌套过深/],
  ["300,000 elements inside each other", paths.sheet, `<worksheet xmlns="${MAIN}">${"<a>".repeat(300_000)}`, /嵌套过深/],
  ["a tag of 200,000 letters that does not end", paths.sheet, `${HEAD}<${"b9f3ae71".repeat(25_000)}`, /过长/],
  ["a reference of 200,000 letters", paths.strings, stringsXml(`&${"b9f3ae71".repeat(25_000)}`), /过长/],
  [
    "more texts than 500,000",
    paths.strings,
    sst(Array.from({ length: 500_001 }, (_, n) => `<si><t>${n}</t></si>`).join("")),
    /文本超过 500,000 个/,
  ],
  ["a shared text of 32,768 characters", paths.strings, stringsXml("长".repeat(32_768)), /文本超过 32,767 个字符/],
  ["a shared text in 32,768 runs", paths.strings, sst(`<si>${"<r><t>a</t></r>".repeat(32_768)}</si>`), /文本超过 32,767 个字符/],
  ["70,000 styles", paths.styles, `<styleSheet xmlns="${MAIN}"><cellXfs>${"<xf/>".repeat(70_000)}</cellXfs></styleSheet>`, /样式过多/],
  ["styles that are no styles", paths.styles, stringsXml("a"), SHAPE],
];

export const markup: readonly Hostile[] = [
  ...declaring,
  ...made.map(([name, path, xml, says]) => ({ name: `${name}, in ${path}`, bytes: () => workbook({ [path]: xml }), says })),
];
