/** Files that pretend to be .csv. */
import type { Hostile } from "./hostile.ts";
import { workbook } from "./hostile-workbook.ts";

const utf8 = new TextEncoder();
const rows = (count: number, row: string) => utf8.encode(Array(count).fill(row).join("\n"));

const made: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ["nothing", () => new Uint8Array(0), /文件是空的/],
  ["blank lines alone", () => utf8.encode("\r\n\r\n,,,\r\n"), /文件是空的/],
  ["a mark of UTF-8 alone", () => Uint8Array.from([0xef, 0xbb, 0xbf]), /文件是空的/],
  ["a workbook", () => workbook(), /不是文本/],
  ["a PDF", () => utf8.encode("%PDF-1.4"), /是 PDF/],
  ["a web page", () => utf8.encode("<html><table>"), /其实是网页/],
  ["zeros among the text", () => utf8.encode("姓名,语文\n甲,9\u00005"), /编码|不是文本/],
  ["a bell in a name", () => utf8.encode("姓名,语文\n甲\u0007,95"), /不是文本/],
  ["an escape in a name", () => utf8.encode("姓名,语文\n\u001b[31m甲,95"), /不是文本/],
  ["bytes of no encoding", () => Uint8Array.from([0x61, 0xff, 0xff, 0x2c, 0x80, 0x0a]), /看不出这个 \.csv 的编码/],
  ["UTF-8 with a mark and broken bytes", () => Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xff]), /看不出这个 \.csv 的编码/],
  ["half a character of GB18030", () => Uint8Array.from([0xbc, 0xd7, 0x2c, 0x81]), /看不出这个 \.csv 的编码/],
  ["an odd byte of UTF-16", () => Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62]), /看不出这个 \.csv 的编码/],
  ["half a pair of UTF-16", () => Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0]), /看不出这个 \.csv 的编码/],
  ["a quotation mark without its other half", () => utf8.encode('姓名,语文\n"甲,95\n乙,60'), /第 2 行引号没有配对/],
  ["text behind a quotation mark", () => utf8.encode('姓名,语文\n"甲"乙,95'), /第 2 行引号没有配对/],
  ["a million quotation marks", () => utf8.encode(`a,${'"'.repeat(999_999)}`), /引号没有配对/],
  ["20 MB of quotation marks in a text", () => utf8.encode('"a"b'.repeat(4_900_000)), /第 1 行引号没有配对/],
  ["wrong quotation marks on every line", () => rows(5_000, '"a"b,"c"d'), /第 1 行引号没有配对/],
  ["15 MB of quotation marks", () => utf8.encode('"'.repeat(15_000_000)), /的 A1：文本超过 32,767/],
  ["spaces for ever behind a quotation mark", () => utf8.encode(`甲\n"a"${" ".repeat(5_000_000)}`), /第 2 行引号没有配对/],
  [
    "a quotation mark that opens on line 2 and 15 MB of lines behind it",
    () => utf8.encode(`甲\n"乙,${"1\n".repeat(7_500_000)}`),
    /第 2 行引号/,
  ],
  ["nine million short lines", () => utf8.encode("1\n".repeat(9_000_000)), /的 A20001：第 20,000 行以下/],
  ["nine million short lines with a quotation mark", () => utf8.encode('x"\n'.repeat(6_600_000)), /的 A20001：第 20,000 行以下/],
  ["a line of quoted cells without end", () => utf8.encode('"x",'.repeat(4_900_000)), /的 SG1：第 500 列以右/],
  ["20,001 pupils", () => rows(20_001, "甲,95"), /第 20,000 行以下还有内容/],
  ["501 columns", () => rows(3, Array(501).fill("1").join(",")), /的 SG1：第 500 列以右还有内容/],
  ["a million commas", () => utf8.encode(`a${",".repeat(1_000_000)}b`), /第 500 列以右/],
  ["a text of 32,768 characters", () => utf8.encode(`甲,${"长".repeat(32_768)}`), /的 B1：文本超过 32,767/],
  ["a text of 19 MB", () => utf8.encode(`甲,${"x".repeat(19_000_000)}`), /文本超过 32,767/],
  ["more than 20 MB", () => new Uint8Array(20 * 1024 * 1024 + 1).fill(0x31), /超过 20 MB/],
  ["ten million line ends", () => new Uint8Array(10_000_000).fill(10), /第 20,000 行以下/],
  ["ten million commas and line ends", () => utf8.encode(",\n".repeat(5_000_000)), /第 20,000 行以下/],
];

export const tables: readonly Hostile[] = made.map(([name, bytes, says]) => ({ name: `${name}, as .csv`, as: "csv", bytes, says }));
