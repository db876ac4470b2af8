/** The cascade over the demo county's own statements, against heads counted straight from what its schools sent. */
import { describe, expect, test } from "vitest";
import type { StatementBody, SubmissionBody, Target } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { type Agreed, type Chain, cascadeBelow, cascadeOfCounty } from "../../shared/statement/chain.ts";
import { inputOf } from "../documents/reports.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";

const bodies = new Map(demo.schools.map(({ school, name }, at) => [school, submissionOf(at, school, name)]));
const chainOf = (missing: readonly string[]): Chain => ({
  input: inputOf(missing),
  sentBy: (school) => (missing.includes(school) ? null : (bodies.get(school) ?? null)),
  catalogue: shipped,
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
    const found = cascadeBelow(
      own,
      groups.map((one) => ({ ...one, body: later(one.body) })),
      chain,
    );
    expect(found?.[0]?.without.map(({ zh }) => zh)).toEqual(SUBJECTS.map((subject) => `${subject}组`));
  });
});

describe("a county over its schools", () => {
  const targets: Target[] = demo.targets.map((target) => ({ ...target, by: "督导室", at: "2025-01-01T00:00:00.000Z" }));
  const name = { zh: "示例县", en: "demo" };
  const all = demo.schools.map(({ school }): Agreed => ({ school, body: demo.statement }));

  test("where every school has signed the county's own line it is implied, to the head", () => {
    const [first] = cascadeOfCounty(name, targets, all, chain);
    expect(first).toMatchObject({ indicator: "academic.attainment.rate.junior", implied: true, short: 0 });
  });

  test("a school without a statement is a part without a target: short by what the others do not make up", () => {
    const [first] = cascadeOfCounty(name, targets, all.slice(1), chain);
    const sittings = demo.schools.map(({ school }) => SUBJECTS.reduce((sum, subject) => sum + satIn(school, subject), 0));
    const county = sittings.reduce((sum, one) => sum + one, 0);
    const others = sittings.slice(1).reduce((sum, one) => sum + least(90, one), 0);
    expect(first).toMatchObject({ implied: false, short: least(90, county) - others, without: [{ zh: "第一中学", en: "第一中学" }] });
  });

  test("while a school is missing the county's heads are not known", () => {
    const [first] = cascadeOfCounty(name, targets, all, chainOf([demo.missing]));
    expect(first?.implied).toBeNull();
  });
});
