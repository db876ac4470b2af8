/** Files that are something else than their name says. */
import type { Hostile } from "./hostile.ts";
import { workbook } from "./hostile-workbook.ts";
import { joined, zip } from "./hostile-zip.ts";

const utf8 = new TextEncoder();
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => utf8.encode(value);
const utf16 = (value: string) => Uint8Array.from([...value].flatMap((letter) => [letter.charCodeAt(0), 0]));

/** A compound file as far as anybody looks at it: its mark, then the names of its streams somewhere in the directory. */
const compound = (...streams: string[]) =>
  joined(
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(1016),
    ...streams.map((name) => joined(utf16(name), new Uint8Array(128 - 2 * name.length))),
  );

const zipOf = (...names: string[]) => zip(names.map((name) => ({ name, content: "…" })));
const filled = (head: readonly number[], length = 600) => joined(bytes(...head), new Uint8Array(length).fill(0x20));
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

const made: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ["nothing at all", () => new Uint8Array(0), /文件是空的/],
  ["one byte", () => bytes(0x50), /是文本/],
  ["a few zeros", () => new Uint8Array(64), /不是文本|不是 \.xlsx/],
  ["marks as text", () => text("姓名,语文\n甲,95"), /是文本.*另存为/],
  ["a PDF", () => text("%PDF-1.7\n%âãÏÓ"), /是 PDF/],
  ["a PNG", () => filled([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /是图片/],
  ["a JPEG", () => filled([0xff, 0xd8, 0xff, 0xe0]), /是图片/],
  ["a GIF", () => text("GIF89a…"), /是图片/],
  ["a RAR", () => filled([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]), /是压缩包.*解压/],
  ["a 7z", () => filled([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /是压缩包/],
  ["a gzip", () => filled([0x1f, 0x8b, 0x08]), /是压缩包/],
  ["rich text", () => text("{\\rtf1\\ansi 成绩}"), /是文字文档/],
  ["an old .xls", () => compound("Root Entry", "Workbook"), /旧格式的 \.xls.*另存为 \.xlsx/],
  ["an .xls of Excel 95", () => compound("Root Entry", "Book"), /旧格式的 \.xls/],
  ["an old .et", () => compound("Root Entry", "Workbook", "ETExtData"), /旧格式的 \.xls 或 \.et/],
  ["bare BIFF 8", () => filled([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]), /旧格式的 \.xls/],
  ["bare BIFF 4", () => filled([0x09, 0x04, 0x06, 0x00, 0x00, 0x00]), /旧格式的 \.xls/],
  ["a workbook with a password", () => compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), /打开密码.*取消密码/],
  ["a workbook with rights management", () => compound("Root Entry", "EncryptedPackage", "\u0006DataSpaces"), /打开密码/],
  ["an old .doc", () => compound("Root Entry", "WordDocument"), /是文字文档/],
  ["an old .ppt", () => compound("Root Entry", "PowerPoint Document"), /文字文档或演示文稿/],
  ["a web page called .xls", () => text("<html><body><table><tr><td>95</td></tr></table></body></html>"), /其实是网页/],
  ["a web page behind a mark and spaces", () => text("\ufeff \r\n<!DOCTYPE html><table>"), /其实是网页/],
  ["a bare table", () => text('<table border="1"><tr><td>语文</td></tr></table>'), /其实是网页/],
  ["a web page that is a piece", () => text("<div class='a'><table>"), /其实是网页/],
  ["a web page in UTF-16", () => joined(bytes(0xff, 0xfe), utf16("<html><table>")), /其实是网页/],
  ["a web page in UTF-16 without its mark", () => utf16("\r\n<table>"), /其实是网页/],
  ["a web page in one file", () => text('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'), /其实是网页/],
  ["a web page in one file, of a browser", () => text("From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\n"), /其实是网页/],
  [
    "XML Spreadsheet 2003",
    () =>
      text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    /是 XML 文件/,
  ],
  ["any XML", () => text('<?xml version="1.0"?><marks/>'), /是 XML 文件/],
  ["an .ods", () => zipOf("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"), /是 \.ods 表格.*另存为 \.xlsx/],
  [
    "a .docx",
    () =>
      zip([
        { name: "[Content_Types].xml", content: types },
        { name: "word/document.xml", content: "<w/>" },
      ]),
    /是文字文档/,
  ],
  [
    "a .pptx",
    () =>
      zip([
        { name: "[Content_Types].xml", content: types },
        { name: "ppt/presentation.xml", content: "<p/>" },
      ]),
    /演示文稿/,
  ],
  [
    "an .xlsb",
    () =>
      zip([
        { name: "[Content_Types].xml", content: types },
        { name: "xl/workbook.bin", content: "…" },
      ]),
    /\.xlsb/,
  ],
  [
    "a spreadsheet of Numbers",
    () => zipOf("Index/Document.iwa", "Index/Tables/DataList.iwa", "Metadata/Properties.plist", "preview.jpg"),
    /苹果 Numbers.*导出为 → Excel/,
  ],
  ["one of Numbers as a folder", () => zipOf("成绩.numbers/Index.zip", "成绩.numbers/preview.jpg"), /苹果 Numbers.*导出为 → Excel/],
  ["a .zip of workbooks", () => zip([{ name: "第一中学.xlsx", content: workbook() }]), /是压缩包.*先解压，再交里面的文件/],
  ["a .zip of pictures", () => zipOf("1.png", "2.png"), /是压缩包/],
  ["a .zip of nothing", () => zip([]), /是压缩包/],
  ["a file of over 20 MB", () => joined(workbook(), new Uint8Array(20 * 1024 * 1024)), /超过 20 MB/],
];

export const kinds: readonly Hostile[] = made.map(([name, make, says]) => ({ name, as: "xlsx", bytes: make, says }));
