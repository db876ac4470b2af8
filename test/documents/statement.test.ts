/** 目标责任书 as a Word file, read back from the XML by a reader that shares nothing with its writer. */
import { describe, expect, test } from "vitest";
import { statementFile } from "../../addin/documents/statement.ts";
import type { StatementVersion } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { changesBetween } from "../../shared/statement/changes.ts";
import { readDocx } from "./docx-text.ts";
import { FIRST, version } from "./statements.ts";

const where = { region: "370811", school: "S01" };
const docx = async (over = version(1), tongue: "zh" | "en" = "zh") =>
  readDocx((await statementFile({ ...where, version: over }, shipped, tongue)).bytes);

describe("a statement as a Word file", () => {
  test("names its parties, its period with both days, and its version", async () => {
    const { paragraphs } = await docx();
    expect(paragraphs).toContain("2025年教育教学质量目标责任书");
    expect(paragraphs).toContain("学校级责任书 · 第 1 版（待对方签字）");
    expect(paragraphs).toContain("甲方：示例县教育和体育局（代码 370811）");
    expect(paragraphs).toContain("乙方：第一中学（代码 S01）");
    expect(paragraphs).toContain("考核周期：2025（2025-01-01 — 2025-12-31）");
  });

  test("numbers its targets through, with scope, printed limit, deadline and source; the period's last day where no day is named", async () => {
    const { tables } = await docx();
    const rows = tables[0]?.filter((row) => row.length === 6).map((row) => [row[0], ...row.slice(2)]);
    const source = "2025年目标责任书 二.1";
    expect(rows).toEqual([
      ["序号", "范围", "要求", "期限", "来源"],
      ["1", "初中 九年级 化学", "≥ 85.5 %", "2025-12-31", source],
      ["2", "初中", "≥ 90 %", "2025-12-31", source],
      ["3", "初中", "≥ 95 %", "2025-07-10", source],
      ["4", "初中", "= 100 %", "2025-12-31", source],
    ]);
  });

  test("keeps what is asked in words apart, without a number, and says that it is not judged", async () => {
    const { tables, paragraphs } = await docx();
    expect(paragraphs).toContain("二、以文字提出的要求");
    expect(paragraphs).toContain("下列要求在来源文件中没有可判定的数值，列出备查，不判定是否达标。");
    const own = tables[1]?.filter((row) => row.length === 6);
    expect(own).toHaveLength(2);
    expect(own?.[1]?.[0]).toBe("5");
    expect(own?.[1]?.[3]).not.toMatch(/\d/);
  });

  test("names each definition with its version under the same numbers", async () => {
    const { tables } = await docx();
    const ids = tables[2]?.slice(1).map((row) => [row[0], row[3]]);
    expect(ids).toEqual([
      ["1", "exam.pass@1"],
      ["2", "academic.attainment.rate.junior@1"],
      ["3", "academic.pass.all.rate.junior.grad@1"],
      ["4", "unittest.retest.pass.rate@1"],
      ["5", "equipment.use.rate@1"],
    ]);
  });

  test("prints the policy under which a line stands", async () => {
    const policy = shipped.find("unittest.retest.pass.rate")?.restricted?.zh;
    expect(policy).toBeTruthy();
    expect((await docx()).paragraphs).toContain(`第 4 项：${policy}`);
  });

  test("says what an amendment changed, why and when, by day in China; a first version says nothing of the kind", async () => {
    const { paragraphs } = await docx(version(2));
    expect(paragraphs).toContain("本版为第 2 版，写于 2025-03-02，依据：局党组会议纪要〔2025〕12号。与上一版相比：");
    const told = paragraphs.filter((text) => /^（\d）/.test(text));
    expect(told).toEqual([
      "（1）乙方由“第一中学”改为“第一中学(新校区)”",
      `（2）删去：${shipped.find("academic.pass.all.rate.junior.grad")?.names.zh}（初中，≥ 95 %）`,
      `（3）第 2 项 ${shipped.find("academic.attainment.rate.junior")?.names.zh}：要求由“≥ 90 %”改为“≥ 92.5 %”`,
    ]);
    expect((await docx()).paragraphs.some((text) => text.includes("修订内容"))).toBe(false);
  });

  test("prints how what is left open was chosen, and an amendment by another choice says so", async () => {
    const by = (choice: string, of: StatementVersion): StatementVersion => ({
      ...of,
      body: { ...of.body, choices: [{ option: "score-denominator", choice }] },
    });
    const first = by("sat", version(1));
    const next = by("expected", version(2));
    const changed = { ...next, changes: changesBetween({ ...next.body, choices: first.body.choices }, next.body) };
    const formula = (tables: readonly (readonly (readonly string[])[])[]) =>
      tables.flat().find((row) => row[3] === "academic.attainment.rate.junior@1")?.[2];
    expect(formula((await docx(first)).tables)).toContain("分母为实考人数");
    const { tables, paragraphs } = await docx(changed);
    expect(formula(tables)).toContain("分母为应考人数");
    expect(paragraphs.find((text) => text.startsWith("（1）"))).toMatch(/^（1）分母口径由“分母为实考人数”改为“分母为应考人数/);
  });

  test("has a place for hand, seal and day of either party, and tells who has confirmed in the system", async () => {
    const [first = "", second = ""] = (await docx()).tables.at(-1)?.[0] ?? [];
    for (const side of [first, second]) for (const word of ["（公章）", "签字：", "日期："]) expect(side).toContain(word);
    expect(first).toContain("系统内已由局长于 2025-03-03 确认");
    expect(second).not.toContain("系统内");
  });

  test("is A4, repeats the heads of its tables, and counts its pages", async () => {
    const { bytes } = await statementFile({ ...where, version: version(1) }, shipped);
    const { xml, tables } = readDocx(bytes);
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
    // All but the block of signatures.
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(tables.length - 1);
  });

  test("in English says no Chinese but what people wrote and names in the sources", async () => {
    const { paragraphs, tables } = await docx(version(1), "en");
    const ours = [...paragraphs.filter((text) => !/S01|370811|2025年|化学/.test(text)), ...(tables[0]?.[0] ?? [])];
    const chinese = ours.filter((text) => /\p{Script=Han}/u.test(text));
    expect(chinese.filter((text) => !FIRST.first.includes(text) && !FIRST.second.includes(text) && !text.includes("局长"))).toEqual([]);
  });

  test("holds texts that would act elsewhere as texts, and none that would make the file unreadable", async () => {
    const wild = ['<w:r><w:t>x</w:t></w:r>&"', '=HYPERLINK("http://example.org")', "{ DDEAUTO c:\\\\windows }", "a\u0000b\ud800c", "]]>"];
    const body = {
      ...FIRST,
      title: wild[0] as string,
      second: wild[3] as string,
      lines: wild.map((source, at) => ({ ...(FIRST.lines[0] as (typeof FIRST.lines)[0]), id: `W${at}`, source })),
    };
    const { bytes, name } = await statementFile({ ...where, version: version(1, { body }) }, shipped);
    const { tables, paragraphs, xml, parts } = readDocx(bytes);
    expect(paragraphs[0]).toBe(wild[0]);
    expect(
      tables[0]
        ?.filter((row) => row.length === 6)
        .slice(1)
        .map((row) => row[5]),
    ).toEqual([...wild.slice(0, 3), "a\ufffdb\ufffdc", "]]>"]);
    expect(xml).not.toMatch(/w:instrText|w:fldSimple|w:hyperlink|w:altChunk|w:object/);
    expect(parts.some((part) => /vba|embeddings|externalLink/i.test(part))).toBe(false);
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
  });
});
