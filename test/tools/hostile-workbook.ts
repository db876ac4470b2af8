/** The smallest workbook by hand, part by part, so that each part can be spoilt on its own. Shares nothing with the reader. */
import { type ZipEnd, type ZipEntry, zip } from "./hostile-zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = { MAIN, OFFICE, PACKAGE, HEAD };

/** The paths of its parts. */
export const paths = {
  types: "[Content_Types].xml",
  rels: "_rels/.rels",
  workbook: "xl/workbook.xml",
  workbookRels: "xl/_rels/workbook.xml.rels",
  sheet: "xl/worksheets/sheet1.xml",
  strings: "xl/sharedStrings.xml",
  styles: "xl/styles.xml",
} as const;

export const sheetXml = (inside: string) => `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</worksheet>`;
export const dataXml = (rows: string) => sheetXml(`<sheetData>${rows}</sheetData>`);
export const stringsXml = (...texts: string[]) =>
  `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;
export const relsXml = (...inside: string[]) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside.join("")}</Relationships>`;
export const rel = (id: string, kind: string, target: string, more = "") =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
export const typesXml = (more = "") =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>${more}</Types>`;
export const workbookXml = (sheets: string, after = "", before = "") =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets>${after}</workbook>`;

/** Three texts, a class of two with a mark each: A1:C3. */
export const GOOD_ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>95.5</v></c></row>' +
  '<row r="3"><c r="A3" t="inlineStr"><is><t>乙</t></is></c><c r="B3"><f>B2-35.5</f><v>60</v></c></row>';

const GOOD: ReadonlyMap<string, string> = new Map([
  [paths.types, typesXml()],
  [paths.rels, relsXml(rel("rId1", "officeDocument", "xl/workbook.xml"))],
  [paths.workbook, workbookXml('<sheet name="成绩" sheetId="1" r:id="rId1"/>')],
  [
    paths.workbookRels,
    relsXml(
      rel("rId1", "worksheet", "worksheets/sheet1.xml"),
      rel("rId2", "sharedStrings", "sharedStrings.xml"),
      rel("rId3", "styles", "styles.xml"),
    ),
  ],
  [paths.sheet, dataXml(GOOD_ROWS)],
  [paths.strings, stringsXml("姓名", "语文", "甲")],
  [paths.styles, `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`],
]);

export type Change = string | Uint8Array | Partial<ZipEntry> | null;

/** The workbook with some parts replaced or added (text, bytes, or fields of the entry), or left out (null). */
export function workbook(changes: Readonly<Record<string, Change>> = {}, end: ZipEnd = {}): Uint8Array {
  return zip(entriesOf(changes), end);
}

/** Its entries, to be spoilt further. */
export function entriesOf(changes: Readonly<Record<string, Change>> = {}): ZipEntry[] {
  const all = new Map<string, Change>([...GOOD, ...Object.entries(changes)]);
  return [...all].flatMap(([name, change]): ZipEntry[] => {
    if (change === null) return [];
    if (typeof change === "string" || change instanceof Uint8Array) return [{ name, content: change }];
    return [{ name, content: GOOD.get(name) ?? "", ...change }];
  });
}

/** The workbook with these rows in its sheet 成绩. */
export function withRows(rows: string): Uint8Array {
  return workbook({ [paths.sheet]: dataXml(rows) });
}

/** The workbook with this cell at B2 of 成绩, its attributes and what is in it: withCell('t="b"', "<v>2</v>"). */
export function withCell(attributes: string, inside: string): Uint8Array {
  return withRows(`<row r="2"><c r="B2" ${attributes}>${inside}</c></row>`);
}
