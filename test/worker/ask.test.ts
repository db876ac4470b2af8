/** What cells ask: the rollup's own numbers, other lines from the distribution, and nothing that the asker may not see. */
import { describe, expect, it } from "vitest";
import type { AskAnswer, AskAnswers, Question, Slice } from "../../shared/contract.ts";
import { ask, type County, county, marks, must, rollup, submit } from "./county.ts";

const whole = { stage: null, grade: null, subject: null, class: null };
const actual = (unit: string, more: object = {}): Question => ({
  ask: "actual",
  collection: "final",
  indicator: "exam.pass",
  unit,
  slice: whole,
  line: null,
  ...more,
});

async function told(where: County, token: string, ...questions: Question[]): Promise<AskAnswer[]> {
  const body = { questions: questions.map((question) => ({ question, held: null })) };
  return (await must<AskAnswers>("POST", `${where.home}/ask`, { token, body })).body.answers;
}

const refusal = (answer: AskAnswer | undefined) => (answer && "refused" in answer ? answer.refused.zh : answer);

/** 30 pupils, 12 of them in class 3 班 with marks of their own. */
function withClass() {
  const body = marks({ 2: 10, 6: 8, 8: 12 });
  const own = { ...(marks({ 2: 4, 8: 8 }).slices[0] as Slice), class: "3班" };
  return { ...body, slices: [...body.slices, own] };
}

describe("a number", () => {
  it("is the rollup's, of a school by code or name and of the region", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10, 8: 10 }));
    await submit(where, "S02", "k1", marks({ 2: 30, 8: 60 }));
    const answers = await told(where, where.tokens.bureau, actual("S01"), actual("School S02"), actual(where.code));
    expect(answers).toEqual([{ value: 10 / 20 }, { value: 60 / 90 }, { value: 70 / 110 }]);
    const own = (await rollup(where)).figures.find(({ indicator }) => indicator === "exam.pass")?.value;
    expect(answers[2]).toEqual({ value: own });
  });

  it("may be read at another line, counted from the distribution, and of a class that was sent on its own", async () => {
    const where = await county();
    await submit(where, "S01", "k1", withClass());
    const { bureau } = where.tokens;
    const ofClass = { ...whole, class: "3" };
    expect(
      await told(where, bureau, actual("S01", { line: 8 }), actual("S01", { slice: ofClass }), actual("S01", { slice: ofClass, line: 2 })),
    ).toEqual([{ value: 12 / 30 }, { value: 8 / 12 }, { value: 1 }]);
  });

  it("is refused where there is none, with the reason", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 8: 10 }));
    const answers = await told(
      where,
      where.tokens.bureau,
      actual("S09"),
      actual("S01", { indicator: "no.such" }),
      actual("S01", { collection: "other" }),
      actual("S01", { line: 6.3 }),
      actual("S01", { indicator: "exam.mean", line: 6 }),
      actual("S01", { slice: { ...whole, subject: "语文" } }),
      actual("S01", { slice: { ...whole, class: "9" } }),
    );
    expect(answers.map(refusal)).toEqual([
      expect.stringMatching(/没有这所学校，或还没有上报/),
      expect.stringMatching(/没有“no\.such”/),
      expect.stringMatching(/没有采集“other”/),
      expect.stringMatching(/线 6\.3 不在 化学 的分数格上/),
      expect.stringMatching(/不能换线/),
      expect.stringMatching(/切面写得不对/),
      expect.stringMatching(/没有单独上报的班级/),
    ]);
  });
});

describe("who asks", () => {
  it("a school sees its own figures and no other's, nor the region's", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 8: 10 }));
    await submit(where, "S02", "k1", marks({ 2: 10 }));
    const answers = await told(
      where,
      where.tokens.S01,
      actual("S01"),
      actual("S02"),
      actual(where.code),
      { ask: "rollup", collection: "final", family: null },
      { ask: "submitted", collection: "final" },
      { ask: "schools", collection: "final", indicator: "exam.pass" },
    );
    expect(answers[0]).toEqual({ value: 1 });
    expect(answers.slice(1, 4).map(refusal)).toEqual(Array(3).fill("您的令牌不能看这个单位的数。"));
    const rows = answers.slice(4).map((answer) => ("rows" in answer ? answer.rows.slice(1).map(([code]) => code) : answer));
    expect(rows).toEqual([["S01"], ["S01"]]);
  });

  it("a viewer moves no line and reads no class: that would tell the distribution", async () => {
    const where = await county();
    await submit(where, "S01", "k1", withClass());
    const { viewer } = where.tokens;
    const answers = await told(where, viewer, actual("S01", { line: 8 }), actual("S01", { slice: { ...whole, class: "3班" } }));
    expect(answers.map(refusal)).toEqual(Array(2).fill("您的令牌不能看这个单位的数。"));
  });
});

describe("a table", () => {
  it("tells who has submitted, each school's number, and what the region's is made of", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10, 8: 10 }));
    const [submitted, schools, lineage, figures] = await told(
      where,
      where.tokens.bureau,
      { ask: "submitted", collection: "Final" },
      { ask: "schools", collection: "final", indicator: "exam.pass" },
      { ask: "lineage", collection: "final", indicator: "exam.pass", unit: where.code },
      { ask: "rollup", collection: "final", family: "exam" },
    );
    const body = (answer: AskAnswer | undefined) => (answer && "rows" in answer ? answer.rows.slice(1) : []);
    expect(body(submitted).map((row) => row.slice(0, 4))).toEqual([
      ["S01", "School S01", { zh: "已填报", en: "submitted" }, 1],
      ["S02", "School S02", { zh: "未填报", en: "missing" }, ""],
    ]);
    // As a clock in China shows it, on a day of any year.
    expect(body(submitted).map((row) => row[4])).toEqual([expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d$/), ""]);
    expect(body(schools).map((row) => row.slice(0, 6))).toEqual([
      ["S01", "School S01", { zh: "九年级 化学", en: "grade 9 化学" }, 10, 20, 0.5],
    ]);
    expect(body(lineage)[0]?.slice(0, 7)).toEqual(["S01", "School S01", { zh: "九年级 化学", en: "grade 9 化学" }, 10, 20, 0.5, 1]);
    expect(body(lineage).map(([code]) => code)).toContain(where.code);
    expect(body(figures).map(([id]) => id)).toContain("exam.pass");
  });
});

describe("what is held", () => {
  it("is not sent again until something in the region changes", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10, 8: 10 }));
    const asking = async (held: string | null) => {
      const body = { questions: [{ question: actual("S01"), held }] };
      return (await must<AskAnswers>("POST", `${where.home}/ask`, { token: where.tokens.bureau, body })).body;
    };
    const first = await asking(null);
    expect((await asking(first.state)).answers).toEqual([{ same: true }]);
    await submit(where, "S01", "k2", marks({ 2: 5, 8: 15 }));
    expect((await asking(first.state)).answers).toEqual([{ value: 0.75 }]);
  });

  it("another role's state is not taken for one's own", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10, 8: 10 }));
    const body = (held: string | null) => ({ questions: [{ question: actual("S01"), held }] });
    const { state } = (await must<AskAnswers>("POST", `${where.home}/ask`, { token: where.tokens.bureau, body: body(null) })).body;
    const viewer = await must<AskAnswers>("POST", `${where.home}/ask`, { token: where.tokens.viewer, body: body(state) });
    expect(viewer.body.answers).toEqual([{ value: 0.5 }]);
  });
});

it("too many questions, or none, are refused", async () => {
  const where = await county();
  const one = { question: actual("S01"), held: null };
  for (const questions of [[], Array(1501).fill(one)])
    expect((await ask("POST", `${where.home}/ask`, { token: where.tokens.bureau, body: { questions } })).status).toBe(422);
});
