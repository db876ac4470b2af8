/** 质量分析报告 as a Word file: its numbers recounted from what the schools sent, read back by a reader that shares nothing with its writer. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportFile } from "../../addin/documents/report.ts";
import type { Rollup } from "../../shared/contract.ts";
import type { ReportInput } from "../../shared/documents/report-input.ts";
import { catalogueOf } from "../../shared/indicators/catalogue.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { bandsOf } from "../../shared/marks/quarters.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { readDocx } from "./docx-text.ts";
import { reportOf } from "./reports.ts";

const docx = async (input: ReportInput, tongue: "zh" | "en" = "zh", catalogue = shipped) =>
  readDocx((await reportFile(input, catalogue, tongue)).bytes);

/** What all schools but the missing one sent of a paper: marks with how many pupils, and who was away. */
function sent(subject: string) {
  const scores = demo.schools.flatMap(({ school, name }, at) => {
    if (school === demo.missing) return [];
    return submissionOf(at, school, name).slices.flatMap((slice) =>
      slice.scores && slice.subject === subject && slice.class === null ? [slice.scores] : [],
    );
  });
  const marks = scores.flatMap(({ grid, counts }) => counts.map(([mark, pupils]) => ({ mark: mark / grid, pupils })));
  return { scores, marks, sat: marks.reduce((sum, { pupils }) => sum + pupils, 0) };
}
const percent = (part: number, whole: number) => `${(Math.round((part / whole) * 1000) / 10).toFixed(1)} %`;

describe("a quality analysis report as a Word file", () => {
  test("names the schools that are missing, and leaves the county's targets undecided with the reason", async () => {
    const { paragraphs, tables } = await docx(reportOf());
    expect(paragraphs.some((text) => text.startsWith("应填报学校 6 所，已填报 5 所，未填报 1 所：第三中学。"))).toBe(true);
    const judged = tables.find(([head]) => head?.includes("判定"));
    expect(judged?.length).toBeGreaterThan(3);
    for (const row of judged?.slice(1) ?? []) expect([row[4], row[5]]).toEqual(["无法判定", expect.stringMatching(/未填报|基线/)]);
  });

  test("judges where everybody has submitted: verdict, counts and gap are the rollup's, and the sentence counts them", async () => {
    const input = reportOf([]);
    const { paragraphs, tables, xml } = await docx(input);
    // A number is never on another line than its per cent.
    expect([/\d %/.test(xml), /\d\u00a0%/.test(xml)]).toEqual([false, true]);
    const { verdicts, figures } = input.rollup;
    const words = { met: "达标", missed: "未达标", undecided: "无法判定" };
    const of = (outcome: string) => verdicts.filter(({ verdict }) => verdict === outcome).length;
    expect(of("met")).toBeGreaterThan(0);
    expect(of("missed")).toBeGreaterThan(0);
    const sentence = `共对照 ${verdicts.length} 项：达标 ${of("met")} 项，未达标 ${of("missed")} 项，无法判定 ${of("undecided")} 项。`;
    expect(paragraphs).toContain(sentence);
    const rows = tables.find(([head]) => head?.includes("判定"))?.slice(1) ?? [];
    expect(rows.map((row) => row[4])).toEqual(verdicts.map(({ verdict }) => words[verdict]));
    const pooled = figures.find(({ indicator }) => indicator === "academic.attainment.rate.junior")?.counts;
    const row = rows.find(([name]) => name === "学业质量达标率（初中）");
    expect(row?.[2]).toContain(`（${pooled?.numerator}/${pooled?.denominator}）`);
  });

  test("the region's own targets come first and estimates last, marked as such; below stands where each target comes from", async () => {
    const { paragraphs, tables } = await docx(reportOf([]));
    const names = (tables.find(([head]) => head?.includes("判定"))?.slice(1) ?? []).map(([name]) => name as string);
    const own = demo.targets.map(({ indicator }) => shipped.find(indicator, latestRelease)?.names.zh);
    expect([...names.slice(0, own.length)].sort()).toEqual([...own].sort());
    expect(names.slice(-demo.exam.papers.length)).toEqual(demo.exam.papers.map(() => "校际差异率（估计）"));
    const sources = paragraphs.filter((text) => text.startsWith("目标来源："));
    expect(sources.length).toBe(1);
    for (const { source } of demo.targets) expect(sources[0]).toContain(source);
  });

  test("counts who took part, and the rates of each subject, as they come to from the submissions one by one", async () => {
    const { tables } = await docx(reportOf());
    const took = tables.find(([head]) => head?.[1] === "满分");
    const rates = tables.find(([head]) => head?.includes("及格率"));
    for (const { subject, full } of demo.exam.papers) {
      const { scores, marks, sat } = sent(subject);
      const away = scores.reduce((sum, { states }) => sum + states.absent, 0);
      const row = took?.find(([name]) => name === `九年级 ${subject}`);
      expect([row?.[1], row?.[3], row?.[4]]).toEqual([String(full), String(sat), String(away)]);
      const passed = marks.filter(({ mark }) => mark >= full * 0.6).reduce((sum, { pupils }) => sum + pupils, 0);
      const excellent = marks.filter(({ mark }) => mark >= full * 0.8).reduce((sum, { pupils }) => sum + pupils, 0);
      const own = rates?.find(([name]) => name === subject);
      expect(own?.[rates?.[0]?.indexOf("及格率") ?? -1]).toBe(percent(passed, sat));
      expect(own?.[rates?.[0]?.indexOf("优秀率") ?? -1]).toBe(percent(excellent, sat));
    }
  });

  test("shows the distribution of each paper, band by band, the longest bar on the fullest band", async () => {
    const { tables, xml } = await docx(reportOf());
    const shown = tables.filter(([head]) => head?.[0] === "分数段");
    expect(shown).toHaveLength(demo.exam.papers.length);
    for (const [at, { subject, full }] of demo.exam.papers.entries()) {
      const { marks, sat } = sent(subject);
      const rows = shown[at]?.slice(1) ?? [];
      const lowest = Math.min(...marks.filter(({ pupils }) => pupils > 0).map(({ mark }) => mark));
      let [above, upTo] = [0, full];
      for (const [row, cells] of rows.entries()) {
        // Bands of ten; those below the lowest mark are one.
        const low = upTo <= lowest ? 0 : upTo - 10;
        const own = marks.filter(({ mark }) => mark >= low && (row === 0 || mark < upTo));
        const pupils = own.reduce((sum, one) => sum + one.pupils, 0);
        above += pupils;
        // Half marks: 109.5 is the last one below 110.
        const band = `${low}—${row === 0 ? upTo : upTo - 0.5}`;
        expect(cells.slice(0, 4)).toEqual([band, String(pupils), percent(pupils, sat), percent(above, sat)]);
        upTo = low;
      }
      expect(upTo).toBe(0);
    }
    // One bar of all fifty steps in each of the papers' tables, at least.
    const full = xml.match(/<w:gridSpan w:val="50"\/>(?:(?!<\/w:tcPr>).)*w:fill="4A6FA5"/g) ?? [];
    expect(full.length).toBeGreaterThanOrEqual(demo.exam.papers.length);
  });

  test("puts schools into bands in the order of their codes: letters alone, no rank", async () => {
    const { tables, paragraphs } = await docx(reportOf([]));
    const own = tables.filter(([head]) => head?.[0] === "学校" && head.includes("数学"));
    expect(own).toHaveLength(2);
    for (const table of own) {
      expect(table.slice(1).map(([name]) => name)).toEqual(demo.schools.map(({ name }) => name));
      for (const [, ...letters] of table.slice(1)) expect(letters.join("")).toMatch(/^[ABC—]+$/);
    }
    expect(paragraphs.some((text) => /名次|第 ?\d+ ?名/.test(text))).toBe(false);
  });

  test("has value added with its interval, and says of which it cannot be told apart from 0", async () => {
    const input = reportOf();
    const { tables } = await docx(input);
    const rows = tables.find(([head]) => head?.includes("95 % 区间"))?.slice(1) ?? [];
    const figures = input.rollup.schools.map(({ figures }) => figures.find(({ indicator }) => indicator === "exam.valueadded"));
    expect(rows).toHaveLength(5);
    for (const [at, row] of rows.entries()) {
      const { value, interval } = figures[at] ?? {};
      expect(Number.parseFloat(row[2] ?? "")).toBeCloseTo(value as number, 1);
      const [low, high] = (row[3] ?? "").split(" — ").map((end) => Number.parseFloat(end)) as [number, number];
      // Two digits are shown: half a hundredth off at most.
      expect(Math.abs(low - (interval?.low as number))).toBeLessThanOrEqual(0.005001);
      expect(Math.abs(high - (interval?.high as number))).toBeLessThanOrEqual(0.005001);
      expect(row[4]).toBe(low > 0 ? "高于预期" : high < 0 ? "低于预期" : "与预期无明显差别");
    }
  });

  test("prints what a school explains as a text, the choice in force with who, when and why, and whose submissions it rests on", async () => {
    const input = reportOf();
    const { tables } = await docx(input);
    const all = tables.flat();
    expect(all).toContainEqual(["第二中学", "九年级 D7", "=1+1 停电一小时，部分学生未答完<第二卷>"]);
    expect(all).toContainEqual(["优秀线为满分的 80%", "督导室，2025-05-01，局党组会议纪要〔2025〕9号"]);
    for (const { school, sha256 } of input.rollup.lineage) {
      const name = demo.schools.find((one) => one.school === school)?.name;
      expect(all).toContainEqual([name, "1", "2025-07-10", sha256?.slice(0, 12)]);
    }
  });

  test("leaves out what policy restricts, by name and with the policy, unless it is asked for", async () => {
    const policy = { zh: "限制使用：试一试", en: "restricted: a trial" };
    const catalogue = catalogueOf(shipped.all.map((one) => (one.id === "exam.betweenschools" ? { ...one, restricted: policy } : one)));
    const named = (found: Awaited<ReturnType<typeof docx>>) => found.tables.flat(2).some((text) => text.startsWith("校际差异率"));
    const without = await docx(reportOf(), "zh", catalogue);
    expect(named(without)).toBe(false);
    expect(without.paragraphs).toContain("按政策未列出：校际差异率。限制使用：试一试");
    const asked = await docx(reportOf([demo.missing], { withRestricted: true }), "zh", catalogue);
    expect(named(asked)).toBe(true);
    expect(asked.paragraphs).toContain("限制使用，仅供内部：校际差异率。限制使用：试一试");
    expect(named(await docx(reportOf()))).toBe(true);
  });

  test("says when the report is due where the day of the exam is known, and nothing of it where it is not", async () => {
    const said = async (ended: string | null) =>
      (await docx(reportOf([demo.missing], { ended }))).paragraphs.filter((text) => text.includes("两周内"));
    expect(await said("2025-06-20")).toEqual([expect.stringContaining("应于 2025-07-04 前报告；本报告制作于 2025-07-18")]);
    expect(await said(null)).toEqual([]);
  });

  test("of a collection with nothing submitted is a report all the same, without empty parts", async () => {
    const input = reportOf(demo.schools.map(({ school }) => school));
    const { paragraphs } = await docx(input);
    expect(paragraphs.filter((text) => /^[一二三四五六七八]、/.test(text))).toEqual(expect.arrayContaining(["一、概况与填报"]));
    expect(paragraphs.some((text) => text.endsWith("、成绩分布"))).toBe(false);
  });

  test("in English leaves no Chinese but names and what people wrote", async () => {
    const { tables } = await docx(reportOf(), "en");
    for (const [head] of tables) for (const cell of head ?? []) if (!/[语数英物化]/.test(cell)) expect(cell).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("bands of schools", () => {
  test("law: equal values get equal letters, A and C are never more than a quarter and its ties, and nobody in A is below anybody in B", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 8 }), { freq: 6 }), { maxLength: 40 }), (values) => {
        const letters = bandsOf(values);
        const known = values.filter((value) => value !== null);
        for (const [at, value] of values.entries()) {
          expect(letters[at] === null).toBe(value === null || known.length < 4);
          for (const [other, second] of values.entries()) {
            if (value === null || second === null || letters[at] === null) continue;
            if (value === second) expect(letters[at]).toBe(letters[other]);
            if (value < second) expect((letters[at] as string) >= (letters[other] as string)).toBe(true);
          }
        }
        for (const letter of ["A", "C"]) {
          const own = values.filter((_, at) => letters[at] === letter);
          const edge = letter === "A" ? Math.min(...(own as number[])) : Math.max(...(own as number[]));
          expect(own.filter((value) => value !== edge).length).toBeLessThan(Math.max(1, known.length / 4));
        }
      }),
    );
  });

  test("of six schools two are A and two are C; where all are alike all are B", () => {
    expect(bandsOf([6, 5, 4, 3, 2, 1])).toEqual(["A", "A", "B", "B", "C", "C"]);
    expect(bandsOf([5, 5, 5, 5])).toEqual(["B", "B", "B", "B"]);
    expect(bandsOf([3, 2, 1])).toEqual([null, null, null]);
  });

  test("fewer than ten pupils of a school give no letter", async () => {
    const input = reportOf([]);
    const small: Rollup["schools"] = input.rollup.schools.map((school, at) =>
      at > 0
        ? school
        : { ...school, figures: school.figures.map((one) => (one.counts ? { ...one, counts: { numerator: 3, denominator: 9 } } : one)) },
    );
    const { tables } = await docx({ ...input, rollup: { ...input.rollup, schools: small } });
    const banded = tables.filter(([head]) => head?.[0] === "学校" && head.includes("数学"));
    for (const table of banded) expect(table[1]?.slice(1)).toEqual(["—", "—", "—", "—", "—"]);
  });
});
