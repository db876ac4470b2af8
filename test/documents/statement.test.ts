/** 目标责任书 as a Word file, read back from the XML by a reader that shares nothing with its writer. */
import { describe, expect, test } from "vitest";
import { statementFile } from "../../addin/documents/statement.ts";
import type { StatementVersion } from "../../shared/contract.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { changesBetween } from "../../shared/statement/changes.ts";
import { propose } from "../../shared/statement/propose.ts";
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

  test("numbers its targets through; what most share is said once, a line that differs tells its own, the period's last day stands for no day", async () => {
    const { tables, paragraphs } = await docx();
    expect(paragraphs).toContain("各项的范围，除另行写明的外，均为初中。各项的期限，除另行写明的外，均为 2025-12-31。");
    expect(paragraphs).toContain("“来源”一栏以序号代表文件：① 2025年目标责任书。");
    const name = (id: string) => shipped.find(id)?.names.zh;
    expect(tables[0]?.filter((row) => row.length === 4)).toEqual([
      ["序号", "指标", "要求", "来源"],
      ["1", `${name("exam.pass")}（范围：初中 九年级 化学）`, "≥ 85.5 %", "① 二.1"],
      ["2", name("academic.attainment.rate.junior"), "≥ 90 %", "① 二.1"],
      ["3", name("academic.pass.all.rate.junior.grad"), "≥ 95 %（期限：2025-07-10）", "① 二.1"],
      ["4", name("unittest.retest.pass.rate"), "= 100 %", "① 二.1"],
    ]);
  });

  test("of 138 lines every source, scope, deadline and id can be read back in full, and no id is broken: in both languages", async () => {
    const { lines } = propose(shipped, { level: "school", stages: ["junior"], period: "2025", release: latestRelease });
    expect(lines.length).toBeGreaterThan(100);
    for (const tongue of ["zh", "en"] as const) {
      const { tables, paragraphs, xml } = await docx(version(1, { body: { ...FIRST, lines: [...lines] } }), tongue);
      const legend = paragraphs.find((text) => text.includes("① ")) ?? "";
      const documents = new Map([...legend.matchAll(/([①-⑳]) (.*?)(?=[；;] ?[①-⑳]|[。.]$)/g)].map(([, sign, name]) => [sign, name]));
      expect(documents.size).toBeGreaterThan(3);
      const rows = [...(tables[0] ?? []), ...(tables[1] ?? [])].filter((row) => row.length === 4 && /^\d+$/.test(row[0] ?? ""));
      const sources = rows.map(([, , , source = ""]) => source.replace(/^[①-⑳]/, (sign) => documents.get(sign) ?? sign));
      expect([...sources].sort()).toEqual(lines.map(({ source }) => source).sort());
      expect(paragraphs.join()).toContain(tongue === "zh" ? "范围均为初中" : "scope of each is junior");
      // Each id stands whole in a column that is wide enough for it: 小五 is 9 points, and no sign of an id is wider than half of it on average.
      const ids = tables[2]?.slice(1).map((row) => row[3] ?? "") ?? [];
      expect([...ids].sort()).toEqual(lines.map(({ indicator, version }) => `${indicator}@${version}`).sort());
      const widths = [...(xml.split("<w:tblGrid>")[3] ?? "").matchAll(/<w:gridCol w:w="(\d+)"/g)]
        .slice(0, 4)
        .map(([, width]) => Number(width));
      expect((widths[3] ?? 0) / 20 - 7).toBeGreaterThan(Math.max(...ids.map((id) => id.length)) * 9 * 0.44);
    }
  });

  test("where nothing is common to most lines the columns are there, and a sign that somebody wrote into a source is not taken for ours", async () => {
    const own = (at: number, source: string) => ({
      ...{ ...(FIRST.lines[2] as (typeof FIRST.lines)[0]), id: `X${at}`, subject: ["语文", "数学", "化学", "物理"][at] ?? null },
      ...{ deadline: `2025-0${at + 1}-10`, source },
    });
    const lines = ["① 一号文件的第一条", "教学质量目标文件 一", "教学质量目标文件 二", "另一件"].map((source, at) => own(at, source));
    const { tables, paragraphs } = await docx(version(1, { body: { ...FIRST, lines } }));
    const rows = tables[0]?.filter((row) => row.length === 6) ?? [];
    expect(rows[0]).toEqual(["序号", "指标", "范围", "要求", "期限", "来源"]);
    const told = rows.slice(1).map((row) => [row[2], row[4], row[5]]);
    expect([...told].sort()).toEqual(
      [
        ["初中 九年级 语文", "2025-01-10", "① 一号文件的第一条"],
        ["初中 九年级 数学", "2025-02-10", "② 一"],
        ["初中 九年级 化学", "2025-03-10", "② 二"],
        ["初中 九年级 物理", "2025-04-10", "另一件"],
      ].sort(),
    );
    expect(paragraphs).toContain("“来源”一栏以序号代表文件：② 教学质量目标文件。");
  });

  test("keeps what is asked in words apart, without a number, and says that it is not judged", async () => {
    const { tables, paragraphs } = await docx();
    expect(paragraphs).toContain("二、以文字提出的要求");
    expect(paragraphs).toContain("下列要求在来源文件中没有可判定的数值，列出备查，不判定是否达标。");
    const own = tables[1]?.filter((row) => row.length === 4);
    expect(own).toHaveLength(2);
    expect(own?.[1]?.[0]).toBe("5");
    expect(own?.[1]?.[2]).not.toMatch(/\d/);
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
    // The formula names its divisor: it is not said a second time after it.
    expect(formula((await docx(first)).tables)?.split("实考人数")).toHaveLength(2);
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
    const ours = [...paragraphs.filter((text) => !/S01|370811|2025年|化学|^① 二.1$/.test(text)), ...(tables[0]?.[0] ?? [])];
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
        ?.filter((row) => row.length === 4)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual([...wild.slice(0, 3), "a\ufffdb\ufffdc", "]]>"]);
    expect(xml).not.toMatch(/w:instrText|w:fldSimple|w:hyperlink|w:altChunk|w:object/);
    expect(parts.some((part) => /vba|embeddings|externalLink/i.test(part))).toBe(false);
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
  });
});
