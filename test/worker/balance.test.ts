/** Indicators that are reported by themselves, and the 优质均衡 check of a region, through the front door. */
import { describe, expect, it } from "vitest";
import type { AskAnswers, Balance, Problem, Receipt, Rollup } from "../../shared/contract.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import { ask, type County, county, must } from "./county.ts";

const setUp = async (indicators: string[]) => {
  const where = await county();
  const body = { name: "Process", form: "indicators", period: "2025", indicators };
  await must("PUT", `${where.home}/collections/process`, { token: where.tokens.bureau, body });
  return where;
};
let keys = 0;
const send = ({ home, tokens }: County, unit: string, entered: object, id = "process", stage = "junior") =>
  ask<Problem & Receipt>("PUT", `${home}/collections/${id}/submissions/${unit}`, {
    token: tokens.bureau,
    key: `k${keys++}`,
    body: { definitions, slices: [{ stage, entered }] },
  });
const read = async ({ home, tokens }: County, id = "process") =>
  (await must<Rollup>("GET", `${home}/collections/${id}/rollup`, { token: tokens.bureau })).body;

describe("indicators that are reported by themselves", () => {
  it("are pooled from counts: 20 of 20, 255 of 300 are 275 of 320, not the mean of the rates", async () => {
    const where = await setUp(["student.conduct.rate"]);
    await send(where, "S01", { "student.conduct.rate": { of: 20, among: 20 } });
    await send(where, "S02", { "student.conduct.rate": { of: 255, among: 300 } });
    const { figures, verdicts, schools } = await read(where);
    expect(figures).toMatchObject([{ indicator: "student.conduct.rate", counts: { numerator: 275, denominator: 320 } }]);
    expect(verdicts).toMatchObject([{ limit: 1, operator: "=", verdict: "missed" }]);
    expect(schools.map(({ verdicts }) => verdicts[0]?.verdict)).toEqual(["met", "missed"]);
  });

  it("of every teacher are judged on the worst, over all schools", async () => {
    const where = await setUp(["teacher.mid.hours"]);
    await send(where, "S01", { "teacher.mid.hours": { "50/1": 4, "60/1": 1 } });
    await send(where, "S02", { "teacher.mid.hours": { "99/2": 1, "80/1": 3 } });
    const { figures, verdicts } = await read(where);
    expect([figures[0]?.value, verdicts[0]?.verdict]).toEqual([49.5, "missed"]);
  });

  it("asked of each school are not judged on the county's sum", async () => {
    const where = await setUp(["moral.lesson.count"]);
    await send(where, "S01", { "moral.lesson.count": { what: 3 } });
    await send(where, "S02", { "moral.lesson.count": { what: 5 } });
    const { figures, verdicts, schools } = await read(where);
    expect([figures[0]?.value, verdicts]).toEqual([8, []]);
    expect(schools.map(({ verdicts }) => verdicts[0]?.verdict)).toEqual(["missed", "met"]);
  });

  it("of the county are reported by the county, under its own code", async () => {
    const where = await setUp(["rank.city.junior"]);
    expect((await send(where, "S01", { "rank.city.junior": { "v:6": 1 } })).body.errors?.[0]?.at).toBe(
      "slices[0].entered.rank.city.junior",
    );
    expect((await send(where, where.code, { "rank.city.junior": { "v:6": 1 } })).status).toBe(201);
    const { verdicts, coverage } = await read(where);
    expect([verdicts.map(({ verdict }) => verdict), coverage.missing]).toEqual([["met"], []]);
  });

  it("that hold of no teacher at all are said so, and waited for no longer", async () => {
    const where = await setUp(["teacher.mid.hours"]);
    await send(where, "S01", { "teacher.mid.hours": { "60/1": 3 } });
    await send(where, "S02", { "teacher.mid.hours": {} });
    const { verdicts, schools } = await read(where);
    expect([verdicts[0]?.verdict, schools.map(({ verdicts }) => verdicts[0]?.verdict)]).toEqual(["met", ["met", "undecided"]]);
  });

  it("asked of each school's own started thousand are not judged on the county's", async () => {
    const where = await setUp(["psych.teacher.ratio"]);
    await send(where, "S01", { "psych.teacher.ratio": { top: 5, bottom: 1500 } });
    await send(where, "S02", { "psych.teacher.ratio": { top: 0, bottom: 1500 } });
    const { verdicts, schools } = await read(where);
    expect([verdicts, schools.map(({ verdicts }) => verdicts[0]?.verdict)]).toEqual([[], ["met", "missed"]]);
  });

  it("are kept from a viewer where few pupils stand behind them, and weeks are no pupils", async () => {
    const where = await setUp(["psych.focus.tracking", "check.weekly.sample"]);
    const sent = { "psych.focus.tracking": { "1/1": 1 }, "check.weekly.sample": { of: 4, among: 4 } };
    await send(where, "S01", { "check.weekly.sample": { of: 4, among: 4 } });
    await send(where, "S02", { "check.weekly.sample": { of: 4, among: 4 } });
    const seen = async () =>
      (await must<Rollup>("GET", `${where.home}/collections/process/rollup`, { token: where.tokens.viewer })).body.schools.flatMap(
        ({ figures }) => figures.map(({ indicator, value }) => [indicator, value]),
      );
    expect(await seen()).toEqual([
      ["check.weekly.sample", 1],
      ["check.weekly.sample", 1],
    ]);
    await send(where, "S02", sent);
    expect((await seen()).find(([indicator]) => indicator === "psych.focus.tracking")?.[1]).toBeNull();
  });

  it.each<[string, object, string]>([
    ["nothing at all", {}, "slices[0].entered"],
    ["rank 0", { "student.conduct.rate": { "v:0": 1 } }, "slices[0].entered.student.conduct.rate.v:0"],
    ["more than there are", { "student.conduct.rate": { of: 3, among: 2 } }, "slices[0].entered.student.conduct.rate"],
    ["a number that is not asked", { "student.conduct.rate": { of: 1, among: 2, left: 1 } }, "slices[0].entered.student.conduct.rate.left"],
    ["a number left out", { "student.conduct.rate": { of: 1 } }, "slices[0].entered.student.conduct.rate"],
    ["an indicator that is not asked for", { "moral.lesson.count": { what: 1 } }, "slices[0].entered.moral.lesson.count"],
  ])("are refused with %s, naming the place", async (_, entered, at) => {
    const where = await setUp(["student.conduct.rate"]);
    const got = await send(where, "S01", entered);
    expect([got.status, got.body.errors?.[0]?.at]).toEqual([422, at]);
  });

  it.each(["exam.pass", "eq.cv", "warning.red", "academic.cut.item", "eq.cv.junior", "none"])("cannot be %s", async (id) => {
    const where = await county();
    const body = { name: "Process", form: "indicators", period: "2025", indicators: [id] };
    const got = await ask<Problem>("PUT", `${where.home}/collections/process`, { token: where.tokens.bureau, body });
    expect([got.status, got.body.errors?.[0]?.at]).toEqual([422, "indicators[0]"]);
  });
});

describe("the 优质均衡 check of a region", () => {
  const amounts = (over: object = {}) => ({
    "teachers.overqualified": 53,
    "teachers.backbone": 10,
    "teachers.pearts": 9,
    "area.teaching": 580_000,
    "area.sports": 1_020_000,
    "equipment.value": 250_000_000,
    "rooms.multimedia": 24,
    ...over,
  });
  async function resources(where: County, over: object) {
    await must("PUT", `${where.home}/collections/balance`, {
      token: where.tokens.bureau,
      body: { name: "Resources", form: "resources", period: "2025" },
    });
    for (const [unit, more] of [
      ["S01", {}],
      ["S02", over],
    ] as const) {
      const body = { definitions, slices: [{ stage: "junior", resources: { pupils: 1000, amounts: amounts(more) } }] };
      const path = `${where.home}/collections/balance/submissions/${unit}`;
      await must("PUT", path, { token: where.tokens.bureau, key: `r${keys++}`, body });
    }
  }
  const check = async ({ home, tokens }: County, query = "") =>
    (await must<Balance>("GET", `${home}/collections/balance/balance${query}`, { token: tokens.bureau })).body;

  it("passes a school with six of seven and the last at 85 %, exactly: 46 of 1000 is 4.6, above 4.505", async () => {
    const where = await county();
    await resources(where, { "teachers.overqualified": 46 });
    const { schools, stages, items, verdict } = await check(where);
    expect(schools.map(({ met, verdict }) => [met, verdict])).toEqual([
      [7, "met"],
      [6, "met"],
    ]);
    const [junior] = stages;
    // Two schools of 1000 pupils with 5.3 and 4.6: mean 4.95, deviation 0.35.
    expect(junior?.dispersions[0]?.weighted).toBeCloseTo(0.35 / 4.95, 12);
    expect(junior).toMatchObject({ passing: 2, schools: 2, verdict: "met" });
    expect(new Set(items.map(({ group }) => group))).toEqual(new Set(["precondition", "assurance", "quality", "recognition"]));
    expect(items.every(({ state }) => state === "not entered")).toBe(true);
    expect(verdict).toBe("undecided");
  });

  it("fails a school below the floor, and the region with it", async () => {
    const where = await county();
    await resources(where, { "teachers.overqualified": 45 });
    const { schools, verdict } = await check(where);
    expect([schools[1]?.met, schools[1]?.restAboveFloor, schools[1]?.verdict, verdict]).toEqual([6, false, "missed", "missed"]);
  });

  it("takes the other items from the collection in which they were reported", async () => {
    const where = await county();
    await resources(where, {});
    const body = { name: "Items", form: "indicators", period: "2025", indicators: ["gov.09.training", "soc.01.recognition"] };
    await must("PUT", `${where.home}/collections/items`, { token: where.tokens.bureau, body });
    const entered = { "gov.09.training": { of: 80, among: 80 }, "soc.01.recognition": { of: 84, among: 100 } };
    const sent = await send(where, where.code, entered, "items");
    const { items } = await check(where, "?items=items");
    const states = Object.fromEntries(items.map(({ indicator, state }) => [indicator, state]));
    expect([sent.status, states["gov.09.training"], states["soc.01.recognition"]]).toEqual([201, "met", "missed"]);
    expect(states["gov.08.pay"]).toBe("not entered");
  });

  const itemsFrom = async (where: County, indicators: string[]) => {
    const body = { name: "Items", form: "indicators", period: "2025", indicators };
    await must("PUT", `${where.home}/collections/items`, { token: where.tokens.bureau, body });
    return async (id: string) => (await check(where, "?items=items")).items.find(({ indicator }) => indicator === id)?.state;
  };

  it("judges items by the standard's limit, whatever target the county has set itself", async () => {
    const where = await county();
    await resources(where, {});
    const state = await itemsFrom(where, ["gov.09.training"]);
    const own = { indicator: "gov.09.training", period: "2025", operator: ">=", value: 0.5, source: "县里定的" };
    await must("PUT", `${where.home}/targets`, { token: where.tokens.bureau, body: { targets: [own] } });
    await send(where, where.code, { "gov.09.training": { of: 60, among: 80 } }, "items");
    expect(await state("gov.09.training")).toBe("missed");
  });

  it("holds an item open for a school that has not sent it, though the collection did not ask it", async () => {
    const where = await county();
    await resources(where, {});
    const state = await itemsFrom(where, ["qual.06.moral"]);
    const body = { name: "Items", form: "indicators", period: "2025", indicators: ["qual.06.moral"], required: ["S01"] };
    await must("PUT", `${where.home}/collections/items`, { token: where.tokens.bureau, body });
    await send(where, "S01", { "qual.06.moral": { "v:3": 1 } }, "items");
    expect(await state("qual.06.moral")).toBe("undecided");
    await send(where, "S02", { "qual.06.moral": { "v:4": 1 } }, "items");
    expect(await state("qual.06.moral")).toBe("met");
  });

  it("holds an item of the county open until it has reported every stage it has", async () => {
    const where = await county();
    const nine = { name: "School S02", stages: ["primary", "junior"] };
    await must("PUT", `${where.home}/schools/S02`, { token: where.tokens.bureau, body: nine });
    await resources(where, {});
    const state = await itemsFrom(where, ["gov.09.training"]);
    await send(where, where.code, { "gov.09.training": { of: 80, among: 80 } }, "items");
    expect(await state("gov.09.training")).toBe("undecided");
  });

  it("has one 差异系数 for each resource, which a cell names by its id or its name", async () => {
    const where = await county();
    // 1 and 3 of 100 pupils in schools of one size: the spread is 1, the mean is 2.
    await resources(where, { "teachers.backbone": 30 });
    const question = (subject: string | null) => ({
      question: {
        ...{ ask: "actual", indicator: "eq.cv", unit: where.code, collection: "balance", line: null },
        slice: { stage: "junior", grade: null, subject, class: null },
      },
      held: null,
    });
    const body = { questions: [question("teachers.backbone"), question("县级以上骨干教师数"), question(null)] };
    const { answers } = (await must<AskAnswers>("POST", `${where.home}/ask`, { token: where.tokens.bureau, body })).body;
    for (const answer of answers.slice(0, 2)) expect("value" in answer && answer.value).toBeCloseTo(0.5, 12);
    expect(JSON.stringify(answers[2])).toContain("teachers.backbone");
  });

  it("and the rollup leave a special school out alike, and say why", async () => {
    const where = await county();
    const special = { name: "School S02", stages: ["junior"], type: "特殊教育学校" };
    await must("PUT", `${where.home}/schools/S02`, { token: where.tokens.bureau, body: special });
    await resources(where, { "teachers.overqualified": 0, "area.sports": 1 });
    const [{ stages, outside }, { verdicts, schools }] = [await check(where), await read(where, "balance")];
    expect([stages[0]?.verdict, outside.map(({ school }) => school)]).toEqual(["met", ["S02"]]);
    expect(verdicts.filter(({ indicator }) => indicator === "eq.cv").map(({ value, verdict }) => [value, verdict])).toEqual(
      Array(7).fill([0, "met"]),
    );
    const own = schools.find(({ school }) => school === "S02")?.verdicts.find(({ indicator }) => indicator === "eq.school.composite");
    expect([own?.verdict, own?.reason?.en]).toEqual(["undecided", "special schools are not assessed"]);
  });
});
