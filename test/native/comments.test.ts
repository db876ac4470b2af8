/** Findings as comments in files of several writers: two other programs see them, and everything else is as it was. */
import { beforeAll, describe, expect, test } from "vitest";
import { readFile } from "../../addin/files/read.ts";
import { withFindings } from "../../addin/template/comments.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";
import { type Seen, seenBy, withoutOpenpyxl, writtenBy } from "../tools/openpyxl.ts";
import { demoTemplate } from "../tools/template-file.ts";

const found = (sheet: string | null, cell: string | null, zh: string, more: Partial<FileFinding> = {}): FileFinding => ({
  ...{ level: "error", code: "test", sheet, cell, words: { zh, en: `en ${zh}` } },
  ...more,
});
const SHEET = "成绩 九年级";
const findings = [
  found(SHEET, "D7", "语文空白：请填分数。"),
  found(SHEET, "D7", '=HYPERLINK("x") 也只是文字 <&> _x0041_', { level: "query", note: "-1 @学校" }),
  found(SHEET, "E300", "数学 151 超过满分 120。"),
  found(null, null, "学校不对。"),
  found("没有这张表", "B2", "缺少工作表。"),
];
const EXPECTED = {
  A1: "【必须改】学校不对。\n【必须改】没有这张表!B2：缺少工作表。",
  D7: '【必须改】语文空白：请填分数。\n【请核对或说明】=HYPERLINK("x") 也只是文字 <&> _x005F_x0041_\n学校说明：-1 @学校',
  E300: "【必须改】数学 151 超过满分 120。",
};

/** By openpyxl: a hidden sheet first, somebody's comments, and what must stand behind a drawing: a table. */
const BY_OPENPYXL = `
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table
first = book.active
first.title = '内部'
first.sheet_state = 'hidden'
ws = book.create_sheet('${SHEET}')
for c, v in zip('ABCDE', ['班级', '学号', '姓名', '语文', '数学']): ws[c + '1'] = v
for r in range(2, 301): ws.cell(r, 4, r / 2)
ws.add_table(Table(displayName='T', ref='A1:E300'))
ws['D7'].comment = Comment('别人的批注', '张老师')
ws['E9'].comment = Comment('另一条', '张老师')
book.active = 1
`;

const textsIn = (seen: Seen, sheet: string) =>
  Object.fromEntries(seen.sheets.find(({ title }) => title === sheet)?.comments.map(({ at, text }) => [at, text]) ?? []);

describe.skipIf(withoutOpenpyxl || withoutLibreOffice)("findings written into a copy", () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    const template = await demoTemplate();
    files = { product: template, LibreOffice: new Uint8Array(await computed(template, "xlsx")), openpyxl: writtenBy(BY_OPENPYXL) };
  });
  const file = (writer: string) => files[writer] as Uint8Array;

  test.each(["product", "LibreOffice", "openpyxl"])("of a file by %s, the cells read back as they were", (writer) => {
    expect(readFile(withFindings(file(writer), findings))).toEqual(readFile(file(writer)));
  });

  test.each(["product", "LibreOffice"])("of a file by %s, openpyxl sees them at their cells", (writer) => {
    const seen = seenBy(withFindings(file(writer), findings));
    expect(textsIn(seen, "填表说明")).toEqual({ A1: EXPECTED.A1 });
    expect(textsIn(seen, SHEET)).toEqual({ D7: EXPECTED.D7, E300: EXPECTED.E300 });
    expect(new Set(seen.sheets.flatMap(({ comments }) => comments.map(({ author }) => author)))).toEqual(new Set(["QUALITY 校验"]));
  });

  test("what somebody else wrote stays, and what is about the whole file stands on the first sheet that shows", () => {
    const seen = seenBy(withFindings(file("openpyxl"), findings));
    expect(textsIn(seen, "内部")).toEqual({});
    expect(textsIn(seen, SHEET)).toEqual({ ...EXPECTED, D7: `别人的批注\n${EXPECTED.D7}`, E9: "另一条" });
  });

  test.each(["product", "LibreOffice", "openpyxl"])(
    "LibreOffice opens the copy of a file by %s and keeps every comment",
    async (writer) => {
      const saved = new Uint8Array(await computed(withFindings(file(writer), findings), "xlsx"));
      const seen = seenBy(saved);
      const texts = seen.sheets.flatMap(({ comments }) => comments.map(({ text }) => text));
      for (const zh of [
        "学校不对。",
        "语文空白：请填分数。",
        "学校说明：-1 @学校",
        "数学 151 超过满分 120。",
        "没有这张表!B2：缺少工作表。",
      ])
        expect(texts.filter((text) => text.includes(zh))).toHaveLength(1);
      if (writer === "openpyxl") expect(texts.filter((text) => /别人的批注|另一条/.test(text))).toHaveLength(2);
      // And a file with comments is one that schools send back: it reads like any other.
      expect(readFile(saved).sheets.length).toBe(readFile(file(writer)).sheets.length);
    },
  );

  test.each(["product", "LibreOffice", "openpyxl"])("checked again, only what is found now stands in the file by %s", (writer) => {
    const again = withFindings(withFindings(file(writer), findings), [found(SHEET, "F8", "英语空白。")]);
    const texts = textsIn(seenBy(again), SHEET);
    expect(texts.F8).toBe("【必须改】英语空白。");
    expect(Object.keys(texts)).toEqual(writer === "openpyxl" ? ["D7", "F8", "E9"] : ["F8"]);
    expect(textsIn(seenBy(again), "填表说明")).toEqual({});
  });
});
