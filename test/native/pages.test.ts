/** The Word files and templates as pages of a PDF: no heading stands alone at the foot of one, and no row of any table is lost on the way. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportFile } from "../../addin/documents/report.ts";
import { statementFile } from "../../addin/documents/statement.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { readDocx } from "../documents/docx-text.ts";
import { reportOf } from "../documents/reports.ts";
import { version } from "../documents/statements.ts";
import { computed, withoutWriter, written } from "../tools/libreoffice.ts";
import { findProgram } from "../tools/programs.ts";
import { emptyTemplate, exam, templateFor } from "../tools/templates.ts";

/** Poppler reads the PDF: no part of LibreOffice, which wrote it. */
const without = withoutWriter || ["pdftotext", "pdfimages"].some((name) => findProgram(undefined, [name], []) === undefined);
const bare = (text: string) => text.replaceAll(/\s/g, "");

/** A PNG of one grey pixel: whoever has no browser paints no more. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");

/** A run of signs and where it stands on its page, from the top. */
type Word = readonly [text: string, top: number, bottom: number];

function wordsIn(page: string): Word[] {
  const found = page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g);
  return [...found].map(([, top, bottom, text]): Word => [text ?? "", Number(top), Number(bottom)]);
}

/** The texts of a PDF's pages, all of them A4, cell by cell, and how many images are in it. */
async function pagesOf(pdf: Uint8Array): Promise<{ pages: string[]; images: number; words: Word[][] }> {
  const folder = mkdtempSync(join(tmpdir(), "quality-pages-"));
  try {
    const file = join(folder, "document.pdf");
    writeFileSync(file, pdf);
    const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
    const images = execFileSync("pdfimages", ["-list", file], { encoding: "utf8" })
      .split("\n")
      .filter((line) => /\bimage\b/.test(line));
    const words = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" }).split("<page ").slice(1).map(wordsIn);
    return { words, pages: text.split("\f").filter((page) => page.trim() !== ""), images: images.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PAGE_NUMBER = /^(第 \d+ 页.*|Page \d+ of \d+)$/;
/** The last line of a page's text: what stands above its number. */
function footOf(page: string): string {
  const lines = page.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !PAGE_NUMBER.test(line)).at(-1) ?? "";
}

async function expectPages(bytes: Uint8Array, headings: RegExp) {
  const { paragraphs, tables } = readDocx(bytes);
  const pdf = await written(bytes, "pdf");
  expect(new TextDecoder("latin1").decode(pdf)).toMatch(/\/MediaBox ?\[ ?0 0 59[45][.\d]* 84[12]/);
  const { pages, images } = await pagesOf(pdf);
  const all = bare(pages.join(""));
  const heads = paragraphs.filter((text) => headings.test(text));
  expect(heads.length).toBeGreaterThan(3);
  for (const heading of heads) {
    expect(all).toContain(bare(heading));
    expect(pages.map(footOf)).not.toContain(heading);
  }
  const rows = tables.flatMap((table) => table.map((cells) => bare(cells.join(""))));
  expect(rows.filter((row) => !all.includes(row))).toEqual([]);
  return { rows, images, pages };
}

describe.skipIf(without)("pages of a Word file", () => {
  test.each([
    ["zh", /^[一二三四五六七八九十]+、/],
    ["en", /^\d+\. /],
  ] as const)("of the analysis report, %s: every row of it, verdicts and all, and its pictures", async (tongue, headings) => {
    const input = reportOf([]);
    const { bytes } = await reportFile(input, shipped, tongue, async () => PIXEL);
    const { rows, images } = await expectPages(bytes, headings);
    const words =
      tongue === "zh" ? { met: "达标", missed: "未达标", undecided: "无法判定" } : { met: "met", missed: "missed", undecided: "undecided" };
    const { verdicts, totals } = input.rollup;
    for (const { indicator, verdict } of verdicts) {
      const name = bare(shipped.find(indicator)?.names[tongue] ?? "");
      expect(
        rows.some((row) => row.startsWith(name) && row.includes(words[verdict])),
        `${indicator} ${verdict}`,
      ).toBe(true);
    }
    // A distribution and a strip of schools for each paper.
    expect(images).toBe(totals.length * 2);
  });

  test("of the analysis report without a painter: the bars stand in the tables, and nothing is missing", async () => {
    const { bytes } = await reportFile(reportOf(), shipped);
    const { images } = await expectPages(bytes, /^[一二三四五六七八九十]+、/);
    expect(images).toBe(0);
  });

  test.each(["zh", "en"] as const)("of a statement: %s", async (tongue) => {
    const { bytes } = await statementFile({ region: "370811", school: "S01", version: version(2) }, shipped, tongue);
    await expectPages(bytes, tongue === "zh" ? /^[一二三四五六七八九十]+、/ : /^\d+\. /);
  });
});

describe.skipIf(without)("pages of an exam's template", () => {
  // One subject: narrow columns, and one row beside which a long text stands. Two grades of many: more than one page of what is checked.
  const papers = exam.exam?.papers ?? [];
  test.each([
    ["of one subject", papers.slice(0, 1)],
    ["of two grades", papers],
  ])("%s: no text is cut, and no heading stands alone", async (_, own) => {
    const collection = { ...exam, exam: { name: "期末", papers: own } };
    const { pages, words } = await pagesOf(await computed(await emptyTemplate(collection, "S03"), "pdf"));
    const sheets = templateFor(collection, "S03").sheets.filter(({ name }) => ["校验", "任课表"].includes(name));
    const texts = sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value, look }) => (typeof value === "string" && look !== "title" ? [value] : [])),
    );
    expect(texts.length).toBeGreaterThan(40);
    const all = pages.map(bare);
    for (const text of texts) expect(all.filter((page) => page.includes(bare(text))).length, text).toBeGreaterThan(0);
    // What does not fit into its cell is drawn over the rows beside it, or not at all.
    const [taught, checked] = ["备课组合计。", "写时的提示）。"].map(
      (end) => words.find((page) => page.some(([text]) => text.endsWith(end))) ?? [],
    );
    const at = (page: Word[] | undefined, end: string) => page?.find(([text]) => text.endsWith(end)) ?? ["", Number.NaN, Number.NaN];
    expect(at(taught, "备课组合计。")[2]).toBeLessThan(at(taught, "班级")[1]);
    expect(at(checked, "空白：填分数，或缺考、缓考、免考、违纪、转出；考了")[1]).toBeGreaterThan(at(checked, "哪一列")[2]);
    const table = all.find((page) => page.includes("哪一列"));
    expect(table).toContain("各科分数");
    for (const { subject } of own) expect(table).toContain(`${subject}（0—`);
  });
});
