/** The sentences of a report: each recounted from what the schools sent, or worked out by hand from figures that are put in. */
import { describe, expect, test } from "vitest";
import { reportFile } from "../../addin/documents/report.ts";
import type { Rollup } from "../../shared/contract.ts";
import type { ReportInput } from "../../shared/documents/report-input.ts";
import { catalogueOf } from "../../shared/indicators/catalogue.ts";
import { shipped } from "../../shared/indicators/index.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { readDocx } from "./docx-text.ts";
import { reportOf } from "./reports.ts";

const said = async (input: ReportInput, tongue: "zh" | "en" = "zh", catalogue = shipped) =>
  readDocx((await reportFile(input, catalogue, tongue)).bytes).paragraphs;
const names = { S01: "第一中学", S02: "第二中学", S03: "第三中学" };
const named = (id: string) => shipped.find(id)?.names.zh ?? "";

/** Of all schools: how many sat a paper, and how many of them at or above a mark. */
function counted(subject: string) {
  const marks = demo.schools.flatMap(({ school, name }, at) =>
    submissionOf(at, school, name).slices.flatMap(({ scores, subject: of, class: part }) =>
      scores && of === subject && part === null ? scores.counts.map(([mark, pupils]) => ({ mark: mark / scores.grid, pupils })) : [],
    ),
  );
  const from = (low: number) => marks.reduce((sum, { mark, pupils }) => sum + (mark >= low ? pupils : 0), 0);
  return { sat: from(0), from };
}
const percent = (part: number, whole: number) => `${(Math.round((part / whole) * 1000) / 10).toFixed(1)} %`;

describe("what a report says of targets", () => {
  test("the missed rates from the furthest off, each with value, target, gap and how many pupils; the undecided with their reason", async () => {
    const papers = demo.exam.papers.map(({ subject, full }) => ({ full, ...counted(subject) }));
    const sat = papers.reduce((sum, one) => sum + one.sat, 0);
    const passed = papers.reduce((sum, { full, from }) => sum + from(full * 0.6), 0);
    // 90 %: what lacks, in points to a tenth and in sittings.
    const points = (Math.round((0.9 - passed / sat) * 1000) / 10).toFixed(1);
    const input = reportOf([]);
    const joint = input.rollup.figures.find(({ indicator }) => indicator === "exam.allpass")?.counts ?? { numerator: 0, denominator: 1 };
    const away = (Math.round((0.95 - joint.numerator / joint.denominator) * 1000) / 10).toFixed(1);
    const paragraphs = await said(input);
    expect(paragraphs).toContain(
      `按比率判定而未达标的 2 项，由离目标远者起：${named("academic.pass.all.rate.junior.grad")}（九年级）${percent(joint.numerator, joint.denominator)}，` +
        `目标 ≥ 95 %，差 ${away} 个百分点，还差 ${Math.ceil((joint.denominator * 95) / 100) - joint.numerator} 人；` +
        `${named("academic.attainment.rate.junior")}${percent(passed, sat)}，目标 ≥ 90 %，差 ${points} 个百分点，还差 ${Math.ceil((sat * 9) / 10) - passed} 人次。`,
    );
    expect(paragraphs).toContain("无法判定的原因：没有可比的基线采集（须已截止，且应填报的学校都已填报）（1 项）。");
  });

  test("while a school is missing nothing is said to be missed, and why nothing can be judged is counted", async () => {
    const paragraphs = await said(reportOf());
    expect(paragraphs.some((text) => text.includes("未达标的"))).toBe(false);
    expect(paragraphs).toContain(
      "无法判定的原因：应填报 6 所，还有 1 所未填报（8 项）；没有可比的基线采集（须已截止，且应填报的学校都已填报）（1 项）。",
    );
  });

  test("of more than three those as far off as the third are told; what is no rate is named without being compared", async () => {
    const input = reportOf([]);
    const [first] = input.rollup.verdicts;
    const missed = (subject: string, gap: number, indicator = "exam.pass") => ({
      ...{ ...(first as Rollup["verdicts"][number]), indicator, stage: "junior" as const, grade: 9, subject, value: 0.9 + gap, gap },
      ...{ operator: ">=" as const, limit: 0.9, verdict: "missed" as const, needed: null, reason: null },
    });
    const verdicts = [missed("语文", -0.1), missed("数学", -0.3), missed("英语", -0.1), missed("物理", -0.02), missed("化学", -0.2)];
    const paragraphs = await said({ ...input, rollup: { ...input.rollup, verdicts: [...verdicts, missed("数学", -2, "exam.mean")] } });
    const text = paragraphs.find((one) => one.startsWith("按比率判定")) ?? "";
    expect(text).toMatch(/^按比率判定而未达标的共 5 项，离目标最远的 4 项为：/);
    expect([...text.matchAll(/（九年级 (.{2})）/g)].map(([, subject]) => subject)).toEqual(["数学", "化学", "语文", "英语"]);
    expect(paragraphs).toContain("不按比率判定而未达标的 1 项：平均分（九年级 数学），数值见下表。");
  });
});

describe("what a report says of subjects", () => {
  test("the highest and the lowest of each rate as counted from the submissions, those that are alike together", async () => {
    const paragraphs = await said(reportOf([]));
    const text = paragraphs.find((one) => one.startsWith("九年级各科中")) ?? "";
    for (const [name, part, below] of [
      ["及格率", 0.6, false],
      ["优秀率", 0.8, false],
      ["低分率", 0.4, true],
    ] as const) {
      const rates = demo.exam.papers.map(({ subject, full }) => {
        const { sat, from } = counted(subject);
        return { subject, heads: below ? sat - from(full * part) : from(full * part), sat };
      });
      const end = (way: 1 | -1) => {
        // Fractions are compared across, in whole numbers.
        const [top] = [...rates].sort((a, b) => way * (b.heads * a.sat - a.heads * b.sat));
        const those = rates.filter((one) => top && one.heads * top.sat === top.heads * one.sat);
        return `${those.map(({ subject }) => subject).join("、")}（${percent(top?.heads ?? 0, top?.sat ?? 1)}）`;
      };
      expect(text).toContain(`${name}最高的是${end(1)}，最低的是${end(-1)}`);
    }
    expect(text).toMatch(/校际差异率（估计）最高的是物理（0\.019）/);
    // Marks of papers with different full marks are not compared.
    expect(text).not.toMatch(/平均分|标准差/);
  });

  test("two rates that would look alike are told apart by more digits; equal ones are said to be the same", async () => {
    const input = reportOf([]);
    const [known] = input.rollup.figures.filter(({ indicator }) => indicator === "exam.pass");
    const figure = (subject: string, numerator: number) => ({
      ...(known as Rollup["figures"][number]),
      ...{ subject, value: numerator / 100_000, counts: { numerator, denominator: 100_000 } },
    });
    const told = async (...figures: Rollup["figures"]) =>
      (await said({ ...input, rollup: { ...input.rollup, figures } })).find((one) => one.startsWith("九年级各科中"));
    expect(await told(figure("语文", 87_001), figure("数学", 87_002))).toBe(
      "九年级各科中，及格率最高的是数学（87.002 %），最低的是语文（87.001 %）。",
    );
    expect(await told(figure("语文", 87_000), figure("数学", 87_000))).toBe("九年级各科中，及格率各科相同（87.0 %）。");
    expect(await told(figure("语文", 87_000))).toBeUndefined();
  });
});

describe("what a report says of schools", () => {
  /** The demo county with other intervals, in the order of the schools' codes. */
  function withIntervals(...ends: (readonly [number, number] | null)[]): ReportInput {
    const input = reportOf([]);
    const schools = input.rollup.schools.map((school, at) => ({
      ...school,
      figures: school.figures.map((one) => {
        const own = ends[at];
        if (one.indicator !== "exam.valueadded") return one;
        return own ? { ...one, interval: { low: own[0], high: own[1] } } : { ...one, value: null, interval: null };
      }),
    }));
    return { ...input, rollup: { ...input.rollup, schools } };
  }

  test("whose value added lies wholly above or below 0, an end at 0 includes it; and of whom no value is listed", async () => {
    const paragraphs = await said(withIntervals([-3, -0.1], [0.2, 2], [0, 1], [-1, 0], [0.1, 3], null));
    expect(paragraphs).toContain(
      "九年级 数学：区间全在 0 以上的学校有 2 所：第二中学、河西镇中学；全在 0 以下的学校有 1 所：第一中学；区间含 0 的 2 所。",
    );
    expect(paragraphs).toContain("没有列出数值的 1 所：柳沟学校（没有前后两次都有成绩的学生，或实考不足 10 人）。");
  });

  test("of fewer than ten pupils no value added is listed", async () => {
    const input = reportOf([]);
    const schools = input.rollup.schools.map((school) =>
      school.name !== names.S02
        ? school
        : { ...school, figures: school.figures.map((one) => (one.counts ? { ...one, counts: { numerator: 3, denominator: 9 } } : one)) },
    );
    const { tables, paragraphs } = readDocx((await reportFile({ ...input, rollup: { ...input.rollup, schools } }, shipped)).bytes);
    const rows = tables.find(([head]) => head?.includes("95 % 区间"))?.slice(1) ?? [];
    expect(rows.map(([name]) => name)).toEqual(demo.schools.map(({ name }) => name).filter((name) => name !== names.S02));
    expect(paragraphs.some((text) => text.startsWith("没有列出数值的 1 所：第二中学"))).toBe(true);
  });

  test("how many targets all schools meet and which most miss, and no school by name", async () => {
    const input = reportOf([]);
    const missed = (id: string) =>
      input.rollup.schools.filter(({ verdicts }) => verdicts.some(({ indicator, verdict }) => indicator === id && verdict === "missed"))
        .length;
    const [all, attained] = [missed("academic.pass.all.rate.junior.grad"), missed("academic.attainment.rate.junior")];
    expect([all, attained]).toEqual([6, 6]);
    const text = (await said(input)).find((one) => one.startsWith("对各校判定的目标"));
    expect(text).toBe(
      `对各校判定的目标 4 项，其中所有学校都达标的 0 项。未达标学校最多的是${named("academic.pass.all.rate.junior.grad")}（九年级）、${named("academic.attainment.rate.junior")}，6 所未达标。`,
    );
    for (const { name } of demo.schools) expect(text).not.toContain(name);
  });

  test("what policy restricts is in no sentence", async () => {
    const catalogue = catalogueOf(
      shipped.all.map((one) => (one.id === "exam.betweenschools" ? { ...one, restricted: { zh: "限制", en: "restricted" } } : one)),
    );
    const sentences = (await said(reportOf([]), "zh", catalogue)).filter((text) => text.includes("各科中"));
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).not.toContain("校际差异率");
  });
});

test("the last chapter is the bureau's, with room to write, above its seal; the method says how intervals are made, where there are any", async () => {
  for (const [tongue, chapter, problems, measures, pooled] of [
    ["zh", "十、主要问题与改进措施", "（一）主要问题", "（二）改进措施", "各校共用这一个"],
    ["en", "10. Main problems and measures", "(1) Main problems", "(2) Measures", "one and the same for all schools"],
  ] as const) {
    const paragraphs = await said(reportOf([]), tongue);
    const at = [chapter, problems, measures].map((text) => paragraphs.indexOf(text)) as [number, number, number];
    expect(at[0]).toBeGreaterThan(0);
    expect(paragraphs.slice(at[1] + 1, at[2])).toEqual(["", "", "", "", ""]);
    expect(paragraphs.slice(at[2] + 1, at[2] + 6)).toEqual(["", "", "", "", ""]);
    expect(paragraphs.slice(at[2] + 6).some((text) => /制表人|Prepared by/.test(text))).toBe(true);
    expect(paragraphs.filter((text) => text.includes(pooled))).toHaveLength(1);
    const none = await said(reportOf(demo.schools.map(({ school }) => school)), tongue);
    expect(none.some((text) => text.includes(pooled))).toBe(false);
  }
});

test("sentences in English have no Chinese but subjects and schools", async () => {
  const paragraphs = await said(reportOf([]), "en");
  const ours = paragraphs.filter((text) => /^(Missed targets|Undecided|Subjects, |Schools are judged|grade 9)/.test(text));
  expect(ours.length).toBeGreaterThan(3);
  for (const text of ours) expect(text.replaceAll(/[语数英物化][文学语理]/g, "")).not.toMatch(/\p{Script=Han}/u);
});
