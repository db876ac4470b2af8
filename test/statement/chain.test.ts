/** The cascade over the demo county's own statements, against heads counted straight from what its schools sent. */
import { describe, expect, test } from "vitest";
import type { Paper, School, StatementBody, StatementLine, SubmissionBody, Target } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { readRollup } from "../../shared/rollup.ts";
import { type Agreed, cascadeBelow, cascadeOfCounty, partsBelow } from "../../shared/statement/chain.ts";
import { inputOf } from "../documents/reports.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";

const bodies = new Map(demo.schools.map(({ school, name }, at) => [school, submissionOf(at, school, name)]));
const chainOf = (missing: readonly string[]) => ({
  input: inputOf(missing),
  sentBy: (school: string) => (missing.includes(school) ? null : (bodies.get(school) ?? null)),
  catalogue: shipped,
  schools: demo.schools,
});
const chain = chainOf([]);
const own: Agreed = { school: "S01", body: demo.statement };
const groups: Agreed[] = demo.groupStatements.map(([, body]) => ({ school: "S01", body }));
const SUBJECTS = demo.exam.papers.map(({ subject }) => subject);

/** Who sat a subject, straight from the slices of the whole grade. */
function satIn(school: string, subject: string): number {
  const { slices } = bodies.get(school) as SubmissionBody;
  const whole = slices.find((one) => one.subject === subject && one.class === null);
  return (whole?.scores?.counts ?? []).reduce((sum, [, pupils]) => sum + pupils, 0);
}
/** The fewest of so many that are at least so many hundredths of them. */
const least = (hundredths: number, pupils: number) => Number((BigInt(hundredths) * BigInt(pupils) + 99n) / 100n);
const lineOf = (indicator: string, all: readonly Agreed[], by = chain) =>
  cascadeBelow(own, all, by)?.find((line) => line.indicator === indicator);

describe("a school over its subject groups", () => {
  test("学业质量达标率: every group's own heads, 95 % of 语文 and 90 % of the others, against 90 % of all sittings", () => {
    const parts = SUBJECTS.map((subject, at) => least(at === 0 ? 95 : 90, satIn("S01", subject)));
    const asked = least(
      90,
      SUBJECTS.reduce((sum, subject) => sum + satIn("S01", subject), 0),
    );
    const sum = parts.reduce((all, one) => all + one, 0);
    const found = lineOf("academic.attainment.rate.junior", groups);
    expect(found).toMatchObject({ implied: sum >= asked, short: Math.max(0, asked - sum), over: 0 });
    expect(found?.words.zh).toContain(`合计最少 ${sum.toLocaleString("en-US")} 人`);
    expect(found?.words.zh).toContain(`要求至少 ${asked.toLocaleString("en-US")} 人`);
  });

  test("one group held to less than the whole's line is named, with the pupils it is short", () => {
    const [chinese, ...others] = groups as [Agreed, ...Agreed[]];
    const loose = { ...chinese, body: { ...chinese.body, lines: chinese.body.lines.map((line) => ({ ...line, value: 0.5 })) } };
    const found = lineOf("academic.attainment.rate.junior", [loose, ...others]);
    const sat = satIn("S01", "语文");
    expect(found?.implied).toBe(false);
    expect(found?.behind).toEqual([
      { name: { zh: "语文组", en: "语文组" }, base: sat, at: least(50, sat), by: least(90, sat) - least(50, sat) },
    ]);
  });

  test("groups of another year stand below no line of this one: its teachers do, and without any nothing does", () => {
    const of = (period: string) => (one: Agreed) => ({
      ...one,
      body: { ...one.body, lines: one.body.lines.map((line) => ({ ...line, period, deadline: null })) },
    });
    const later = groups.map(of("2031"));
    expect(cascadeBelow(own, later, chain)).toBeNull();
    expect(partsBelow(own, [...later, ...groups], chain.input)).toEqual(groups);
    const [first] = groups as [Agreed];
    const teacher = { school: "S01", body: { ...first.body, level: "teacher" as const, teacher: "T02" } };
    expect(partsBelow(own, [...later, teacher], chain.input)).toEqual([teacher]);
  });

  test("whose statement is not signed by both is told beside what is counted of it", () => {
    const [first, ...others] = demo.schools.map(({ school }): Agreed => ({ school, body: demo.statement }));
    const found = cascadeOfCounty({ zh: "示例县", en: "county" }, [], [{ ...(first as Agreed), draft: true }, ...others], chain);
    expect([found.unsigned, found.drafts]).toEqual([[], [demo.schools[0]?.name]]);
  });

  test("a draft for another year is not named, and counts for no statement of this one", () => {
    const [own, ...others] = demo.schools.map(({ school }): Agreed => ({ school, body: demo.statement }));
    const later = { ...demo.statement, lines: demo.statement.lines.map((line) => ({ ...line, period: "2031", deadline: null })) };
    const draft = { school: (own as Agreed).school, body: later, draft: true };
    const county = (all: readonly Agreed[]) => cascadeOfCounty({ zh: "示例县", en: "county" }, [], all, chain);
    const told = ({ unsigned, drafts }: Pick<ReturnType<typeof county>, "unsigned" | "drafts">) => [unsigned, drafts];
    expect(told(county([own as Agreed, draft, ...others]))).toEqual([[], []]);
    expect(told(county([draft, ...others]))).toEqual([[demo.schools[0]?.name], []]);
  });

  test("a group that signed by another choice is named: its heads are of another kind", () => {
    const by = (choice: string, { school, body }: Agreed): Agreed => ({
      ...{ school },
      body: { ...body, choices: [{ option: "score-denominator", choice }] },
    });
    const [chinese, ...others] = groups.map((one) => by("sat", one)) as [Agreed, ...Agreed[]];
    const line = (all: readonly Agreed[]) =>
      cascadeBelow(by("sat", own), all, chain)?.find(({ indicator }) => indicator === "academic.attainment.rate.junior");
    expect(line([chinese, ...others])).toMatchObject(lineOf("academic.attainment.rate.junior", groups) as object);
    const found = line([by("expected", chinese), ...others]);
    expect([found?.implied, found?.words.zh]).toEqual([null, expect.stringMatching(/语文组的责任书签订时选的口径不同/)]);
  });

  test("优秀率 has no target in any group: all of them are taken at nothing", () => {
    const sittings = SUBJECTS.reduce((sum, subject) => sum + satIn("S01", subject), 0);
    expect(lineOf("academic.excellence.rate.junior", groups)).toMatchObject({ implied: false, short: least(35, sittings) });
  });

  test("全科合格率: at worst nobody misses two subjects; those excused pass", () => {
    const { slices } = bodies.get("S01") as SubmissionBody;
    const pupils = slices.find(({ joint }) => joint)?.joint?.pupils ?? 0;
    const pass = SUBJECTS.map((subject, at) => {
      const whole = slices.find((one) => one.subject === subject && one.class === null);
      return least(at === 0 ? 95 : 90, satIn("S01", subject)) + (whole?.scores?.states.exempt ?? 0);
    });
    const worst = Math.max(0, pupils - pass.reduce((sum, one) => sum + (pupils - one), 0));
    expect(pupils).toBeGreaterThan(100);
    expect(lineOf("academic.pass.all.rate.junior.grad", groups)).toMatchObject({ implied: false, short: least(95, pupils) - worst });
  });

  test("a line about one subject is over its own group: those who sat it and nobody else", () => {
    const [first] = own.body.lines;
    const chemistry = { ...first, id: "L9", indicator: "exam.pass", grade: 9, subject: "化学", value: 0.95 } as StatementLine;
    const [found] = cascadeBelow({ ...own, body: { ...own.body, lines: [chemistry] } }, groups, chain) ?? [];
    const sat = satIn("S01", "化学");
    expect(found).toMatchObject({ implied: false, short: least(95, sat) - least(90, sat), without: [] });
    expect(found?.behind).toEqual([expect.objectContaining({ name: { zh: "化学组", en: "化学组" }, base: sat })]);
    expect(found?.scope.zh).toBe("初中 九年级 化学");
    expect(found?.words.zh).toContain("化学及格率 ≥ 95 %");
  });

  test("nothing stands below: there is no cascade, rather than one that fails", () => {
    expect(cascadeBelow(own, [own], chain)).toBeNull();
    const ofOthers = groups.map((one) => ({ ...one, school: "S02" }));
    expect(cascadeBelow(own, ofOthers, chain)).toBeNull();
  });

  test("a school that has not sent anything cannot be told", () => {
    const untold = cascadeBelow(own, groups, chainOf(["S01"]));
    expect(untold?.map(({ implied }) => implied)).toEqual([null, null, null]);
  });

  test("lines of another year are not held against this collection", () => {
    const later = (body: StatementBody) => ({ ...body, lines: body.lines.map((line) => ({ ...line, period: "2026" })) });
    expect(cascadeBelow({ ...own, body: later(own.body) }, groups, chain)).toEqual([]);
  });
});

describe("a school over its teachers", () => {
  const body = bodies.get("S01") as SubmissionBody;
  const classes = [...new Set(body.slices.flatMap((one) => one.class ?? []))];
  const everyClass = (subject: string, teacher: string) =>
    classes.map((one) => ({ stage: "junior" as const, grade: 9, subject, class: one, teacher }));
  const [chinese, maths] = SUBJECTS as [string, string];
  /** One teacher has all classes in two subjects. */
  const sent = { ...body, teaching: [...everyClass(chinese, "T01"), ...everyClass(maths, "T01")] };
  const lineOn = (id: string, subject: string, value: number) =>
    ({ ...demo.statement.lines[0], id, indicator: "exam.pass", grade: 9, subject, value }) as StatementLine;
  const teacher: Agreed = {
    school: "S01",
    body: { ...demo.statement, level: "teacher", teacher: "T01", lines: [lineOn("L1", chinese, 0.9), lineOn("L2", maths, 0.9)] },
  };
  const school: Agreed = { ...own, body: { ...own.body, lines: [lineOn("L1", chinese, 0.95), lineOn("L2", maths, 0.95)] } };
  const found = (slices: SubmissionBody["slices"]) =>
    cascadeBelow(school, [teacher], { ...chain, sentBy: () => ({ ...sent, slices }) })?.map(({ scope, implied, short }) => [
      scope.zh.split(" ").at(-1),
      implied,
      short,
    ]);
  const gap = (subject: string) => least(95, satIn("S01", subject)) - least(90, satIn("S01", subject));

  test("each of the subjects taught is told by its own heads", () => {
    expect(found(body.slices)).toEqual([
      [chinese, false, gap(chinese)],
      [maths, false, gap(maths)],
    ]);
  });

  test("a class that was not sent leaves its own subject untold and no other", () => {
    expect(found(body.slices.filter(({ subject, class: one }) => !(subject === chinese && one === classes[0])))).toEqual([
      [chinese, null, 0],
      [maths, false, gap(maths)],
    ]);
  });
});

describe("a county over its schools", () => {
  const targets: Target[] = demo.targets.map((target) => ({ ...target, by: "督导室", at: "2025-01-01T00:00:00.000Z" }));
  const name = { zh: "示例县", en: "demo" };
  const all = demo.schools.map(({ school }): Agreed => ({ school, body: demo.statement }));

  test("where every school has signed the county's own line it is implied, to the head", () => {
    const [first] = cascadeOfCounty(name, targets, all, chain).lines;
    expect(first).toMatchObject({ indicator: "academic.attainment.rate.junior", implied: true, short: 0 });
  });

  test("a school without a statement is a part without a target: short by what the others do not make up", () => {
    const [first] = cascadeOfCounty(name, targets, all.slice(1), chain).lines;
    const sittings = demo.schools.map(({ school }) => SUBJECTS.reduce((sum, subject) => sum + satIn(school, subject), 0));
    const county = sittings.reduce((sum, one) => sum + one, 0);
    const others = sittings.slice(1).reduce((sum, one) => sum + least(90, one), 0);
    expect(first).toMatchObject({ implied: false, short: least(90, county) - others, without: [{ zh: "第一中学", en: "第一中学" }] });
  });

  test("while a school is missing the county's heads are not known", () => {
    const { lines, missing } = cascadeOfCounty(name, targets, all, chainOf([demo.missing]));
    expect(lines[0]?.implied).toBeNull();
    // Who is missing is said once, and not on every line.
    expect(missing).toHaveLength(1);
    expect(lines.filter(({ words }) => words.zh.includes(missing[0] as string) || words.zh.includes("填报"))).toEqual([]);
  });

  test("a target that the collection does not read is left out as in the rollup, and named once", () => {
    const others = ["eq.area.sports.junior", "teacher.backbone.share"].map(
      (indicator) => ({ ...targets[0], indicator, stage: null }) as Target,
    );
    const { lines, unread } = cascadeOfCounty(name, [...targets, ...others, others[0] as Target], all, chain);
    expect(lines.map(({ indicator }) => indicator)).toEqual(
      cascadeOfCounty(name, targets, all, chain).lines.map(({ indicator }) => indicator),
    );
    expect(unread).toEqual(others.map(({ indicator }) => shipped.find(indicator)?.names));
    expect(readRollup({ ...chain.input, targets: others }).verdicts.map(({ indicator }) => indicator)).not.toContain(others[0]?.indicator);
  });

  const general = { ...targets[0], indicator: "exam.pass", stage: null, value: 0.6 } as Target;

  test("a target without a stage is asked of each stage the exam has, and of each paper where it is read for each", () => {
    const { lines } = cascadeOfCounty(name, [general], [], chain);
    expect(lines.map(({ scope }) => scope.zh)).toEqual(SUBJECTS.map((subject) => `初中 九年级 ${subject}`));
    for (const subject of SUBJECTS) {
      const sat = demo.schools.reduce((sum, { school }) => sum + satIn(school, subject), 0);
      const found = lines.find(({ scope }) => scope.zh.endsWith(subject));
      expect([subject, found?.implied, found?.short]).toEqual([subject, false, least(60, sat)]);
    }
  });

  test("a target that names the region wins over the general one, one that names a school is none of the county's", () => {
    const attainment = targets[0] as Target;
    const named = { ...attainment, unit: demo.region, value: 0.8 };
    const ofSchool = { ...attainment, unit: "S01", value: 0.99 };
    const { lines } = cascadeOfCounty(name, [attainment, named, ofSchool], all, chain);
    expect(lines.map(({ words }) => words.zh.includes("≥ 80 %"))).toEqual([true]);
    expect(cascadeOfCounty(name, [ofSchool], all, chain).lines).toEqual([]);
  });

  const small: School = { school: "P01", name: "实验小学", stages: ["primary"], setting: "城区", type: "小学", groups: [] };
  const both = (missing: string[]) => {
    const { input, ...rest } = chainOf(missing.filter((school) => school !== small.school));
    const [paper] = demo.exam.papers;
    const papers = [...demo.exam.papers, { ...(paper as Paper), stage: "primary" as const, grade: 6 }];
    const collection = { ...input.collection, exam: { ...demo.exam, papers } };
    return { ...rest, schools: [...demo.schools, small], input: { ...input, collection, coverage: { ...input.coverage, missing } } };
  };

  test("a stage whose schools have all sent is told, another names who has not: a school is asked for its own stages only", () => {
    const found = cascadeOfCounty(name, [general], [], both([small.school]));
    const [primary, ...junior] = found.lines;
    expect([primary?.scope.zh, primary?.implied]).toEqual(["小学", null]);
    expect(primary?.words.zh).toBe("示例县的人数未知，无法核对。");
    expect(junior.map(({ implied }) => implied)).toEqual(SUBJECTS.map(() => false));
    expect(junior.flatMap(({ without }) => without.map(({ zh }) => zh))).not.toContain("实验小学");
    expect(found.missing).toEqual(["实验小学"]);
    expect(found.unsigned).toHaveLength(demo.schools.length + 1);
    // Two are missing, each of another stage: then a line says which of them it waits for.
    const waiting = cascadeOfCounty(name, [general], [], both([small.school, demo.missing])).lines.map(({ words }) => words.zh);
    expect(waiting).toEqual([
      "示例县的人数未知，无法核对：实验小学还没有填报。",
      ...SUBJECTS.map(() => "示例县的人数未知，无法核对：第三中学还没有填报。"),
    ]);
  });

  test("who has not sent is named by name, never by code", () => {
    const found = cascadeOfCounty(name, targets, all.slice(1), chainOf([demo.missing]));
    expect([found.missing, found.unsigned]).toEqual([["第三中学"], ["第一中学"]]);
    expect(JSON.stringify(found)).not.toContain(demo.missing);
  });
});
