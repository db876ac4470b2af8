/** Comments in a copy: what is not touched stays byte for byte, links stand where the format asks, and no text can act. */
import { strFromU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../addin/files/read.ts";
import { withFindings } from "../../../addin/template/comments.ts";
import type { FileFinding } from "../../../shared/handin/finding.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { paths, sheetXml, workbook } from "../../tools/hostile-workbook.ts";
import { demoTemplate } from "../../tools/template-file.ts";

const finding = (cell: string, zh: string, sheet = "成绩"): FileFinding => ({
  level: "error",
  code: "test",
  sheet,
  cell,
  words: { zh, en: zh },
});
const sheetOf = (file: Uint8Array) => strFromU8(unzipSync(file)[paths.sheet] as Uint8Array);
const ROW = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

describe("findings in a copy of a workbook", () => {
  test("with nothing found the copy is the file, part by part", async () => {
    const file = await demoTemplate();
    expect(unzipSync(withFindings(file, []))).toEqual(unzipSync(file));
  });

  test("only the sheet's link, relationships and types are new; every other part is as it was", async () => {
    const file = await demoTemplate();
    const [before, after] = [unzipSync(file), unzipSync(withFindings(file, [finding("D7", "空白", "成绩 九年级")]))];
    const changed = Object.keys(after).filter(
      (path) => !before[path] || !Buffer.from(before[path]).equals(Buffer.from(after[path] as Uint8Array)),
    );
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/worksheets/_rels/sheet2.xml.rels",
      "xl/worksheets/sheet2.xml",
    ]);
    const link = /<legacyDrawing [^>]*\/>/.exec(strFromU8(after["xl/worksheets/sheet2.xml"] as Uint8Array))?.[0] ?? "no link";
    expect(strFromU8(after["xl/worksheets/sheet2.xml"] as Uint8Array).replace(link, "")).toBe(
      strFromU8(before["xl/worksheets/sheet2.xml"] as Uint8Array),
    );
  });

  test.each([
    ["the end", `${ROW}<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`, ""],
    ["a table", `${ROW}<ignoredErrors><ignoredError sqref="A1"/></ignoredErrors>`, '<tableParts count="0"/>'],
    [
      "an extension list, not one inside a rule",
      `${ROW}<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>1</formula><extLst><ext uri="a"/></extLst></cfRule></conditionalFormatting>`,
      '<extLst><ext uri="b"/></extLst>',
    ],
    ["what is in a comment or a section of the text", `${ROW}<!-- <tableParts/> --><drawing xmlns:r="r" r:id="x>y"/>`, "<controls/>"],
  ])("the link stands right before %s", (_, before, after) => {
    const made = sheetOf(withFindings(workbook({ [paths.sheet]: sheetXml(before + after) }), [finding("A1", "x")]));
    const at = made.indexOf("<legacyDrawing");
    expect(made.slice(0, at).endsWith(before)).toBe(true);
    expect(
      made
        .slice(at)
        .replace(/^<legacyDrawing [^>]*\/>/, "")
        .startsWith(`${after}</worksheet>`),
    ).toBe(true);
  });

  test("texts that programs would compute, and texts that are markup, are texts", () => {
    const nasty = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "<x/>&amp;]]>", "\u0000\ud800"];
    const made = withFindings(
      workbook({}),
      nasty.map((zh) => finding("A1", zh)),
    );
    const comments = strFromU8(unzipSync(made)["xl/comments1.xml"] as Uint8Array);
    expect(comments.match(/<t [^>]*>([^<]*)<\/t>/)?.[1]).toBe(
      ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "&lt;x/&gt;&amp;amp;]]&gt;", "\ufffd\ufffd"].map((text) => `【必须改】${text}`).join("\n"),
    );
    expect(readFile(made)).toEqual(readFile(workbook({})));
  });

  test("of more cells than a person puts right at once, the first thousand are marked and the first says how many more", () => {
    const made = withFindings(
      workbook({}),
      Array.from({ length: 1_234 }, (_, row) => finding(`B${row + 2}`, "空白")),
    );
    const comments = strFromU8(unzipSync(made)["xl/comments1.xml"] as Uint8Array);
    expect(comments.match(/<comment /g)).toHaveLength(1_000);
    expect(comments).toContain('<comment ref="B2" authorId="0"><text><r><t xml:space="preserve">这张表另有 234 个单元格有问题');
  });

  test("in English, with the sheet named where it is not in the file", () => {
    const made = withFindings(workbook({}), [finding("B2", "is missing", "Scores")], "en");
    expect(strFromU8(unzipSync(made)["xl/comments1.xml"] as Uint8Array)).toContain("[Must fix] Scores!B2: is missing");
  });

  test("a file that is no workbook is refused", () => {
    for (const file of [new Uint8Array(0), new TextEncoder().encode("姓名,语文\n"), zipSync({ "a.txt": new Uint8Array(3) })])
      expect(() => withFindings(file, [])).toThrow(Refusal);
  });
});
