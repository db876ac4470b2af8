/** What a region chooses is recorded with who, when and why, stands beside every number, and is seen beforehand. */
import { describe, expect, it } from "vitest";
import type { Choice, Effect, Overview, Problem, Rollup, Target, TokenIssued } from "../../shared/contract.ts";
import { ask, type County, collection, county, marks, must, rollup, submit } from "./county.ts";

const EIGHTY = { option: "excellent-line", choice: "80", why: "局党组会议纪要〔2026〕12号" };

async function choose({ home, tokens }: County, choices: object[]) {
  return ask<{ choices: Choice[] }>("PUT", `${home}/choices`, { token: tokens.bureau, body: { choices } });
}
const excellent = async (where: County) => {
  const { figures, readings } = await rollup(where);
  const figure = figures.find(({ indicator }) => indicator === "exam.excellent");
  return { counts: figure?.counts, readings: readings.filter(({ id }) => figure?.readings.includes(id)) };
};

describe("a choice", () => {
  it("moves the figures, and is printed beside them with who, when and why", async () => {
    const where = await county();
    // Full mark 10: the line at 85 % is 8.5, at 80 % it is 8.
    await submit(where, "S01", "k1", marks({ 8: 3, 9: 2, 5: 5 }));
    expect(await excellent(where)).toMatchObject({ counts: { numerator: 2, denominator: 10 } });
    expect((await choose(where, [EIGHTY])).status).toBe(200);
    const { counts, readings } = await excellent(where);
    expect(counts).toEqual({ numerator: 5, denominator: 10 });
    expect(readings.map(({ id }) => id)).toEqual(["score-denominator:sat", "excellent-line:80"]);
    expect(readings[1]?.decided).toMatchObject({ why: EIGHTY.why });
    expect(readings[1]?.decided?.by).not.toBe("");
    expect(readings[1]?.decided?.at).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(readings[0]?.decided).toBeNull();
  });

  it("of the denominator gives the three rates of one class: 44 of 45 sat, 48 expected, 50 registered", async () => {
    const where = await county();
    const body = marks({ 6: 44, 5: 1 }, 3);
    const scores = body.slices[0]?.scores;
    if (scores) scores.states.exempt = 2;
    await submit(where, "S01", "k1", body);
    const rates: unknown[] = [];
    for (const choice of ["sat", "expected", "registered"]) {
      await choose(where, [{ option: "score-denominator", choice, why: "test" }]);
      rates.push((await rollup(where)).figures.find(({ indicator }) => indicator === "exam.pass")?.counts);
    }
    expect(rates).toEqual([
      { numerator: 44, denominator: 45 },
      { numerator: 44, denominator: 48 },
      { numerator: 44, denominator: 50 },
    ]);
  });

  it("names the office whose token made it", async () => {
    const where = await county();
    const body = { role: "bureau", expires: "2099-01-01", name: "教研室" };
    const { token } = (await must<TokenIssued>("POST", `${where.home}/tokens`, { token: where.tokens.bureau, body })).body;
    const made = await must<{ choices: Choice[] }>("PUT", `${where.home}/choices`, { token, body: { choices: [EIGHTY] } });
    expect(made.body.choices[0]?.by).toBe("教研室");
  });

  it("keeps who made it and when while the list around it changes", async () => {
    const where = await county();
    const [first] = (await choose(where, [EIGHTY])).body.choices;
    const second = (await choose(where, [{ option: "low-line", choice: "30", why: "test" }, EIGHTY])).body.choices;
    expect(second[1]).toEqual(first);
    expect((await must<Overview>("GET", where.home, { token: where.tokens.viewer })).body.choices).toEqual(second);
  });

  it.each<[string, object[], string]>([
    ["an option nobody leaves open", [{ ...EIGHTY, option: "pass-line" }], "choices[0].option"],
    ["a choice there is not", [{ ...EIGHTY, choice: "75" }], "choices[0].choice"],
    ["one option twice", [EIGHTY, { ...EIGHTY, choice: "90" }], "choices[1].option"],
    ["no reason", [{ ...EIGHTY, why: " " }], "choices[0].why"],
  ])("is refused with %s, and nothing is stored", async (_, choices, at) => {
    const where = await county();
    const got = await ask<Problem>("PUT", `${where.home}/choices`, { token: where.tokens.bureau, body: { choices } });
    expect([got.status, got.body.errors?.[0]?.at]).toEqual([422, at]);
    expect((await must<Overview>("GET", where.home, { token: where.tokens.bureau })).body.choices).toEqual([]);
  });
});

describe("what a school counted by hand", () => {
  it("goes on resting on what it was asked by, whatever is chosen later", async () => {
    const where = await county();
    const token = where.tokens.bureau;
    const put = (path: string, body: object, key?: string) => must("PUT", `${where.home}${path}`, { token, body, ...(key && { key }) });
    await put("/collections/fit", { name: "Fitness", form: "indicators", period: "2025", indicators: ["fitness.pass.rate"] });
    const entered = { "fitness.pass.rate": { of: 45, among: 45 } };
    await put("/collections/fit/submissions/S01", { definitions: "2026-11", slices: [{ stage: "junior", entered }] }, "f1");
    const readings = async () =>
      (await must<Rollup>("GET", `${where.home}/collections/fit/rollup`, { token })).body.readings.map(({ id }) => id);
    const before = await readings();
    expect(before).toContain("fitness-denominator:tested");
    await choose(where, [{ option: "fitness-denominator", choice: "tested-or-missed", why: "test" }]);
    expect(await readings()).toEqual(before);
  });
});

describe("the effect of a choice", () => {
  it("is told for every unit before it is made, and changes nothing", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 8: 3, 9: 2, 5: 5 }));
    await submit(where, "S02", "k2", marks({ 9: 10 }));
    const path = `${where.home}/collections/final/effect?option=excellent-line&choice=80`;
    const { units } = (await must<Effect>("GET", path, { token: where.tokens.bureau })).body;
    const moved = units.map(({ unit, rows }) => [
      unit,
      rows.filter(({ indicator }) => indicator === "exam.excellent").map(({ now, other }) => [now.value, other.value]),
    ]);
    expect(moved).toEqual([
      [where.code, [[12 / 20, 15 / 20]]],
      ["S01", [[2 / 10, 5 / 10]]],
      ["S02", []],
    ]);
    expect(await excellent(where)).toMatchObject({ counts: { numerator: 12, denominator: 20 } });
  });

  it("of whose limits judge takes the verdicts of other places' plans away, and moves no figure", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 8: 3, 9: 2, 5: 5 }));
    const path = `${where.home}/collections/final/effect?option=source-targets&choice=national`;
    const { units } = (await must<Effect>("GET", path, { token: where.tokens.bureau })).body;
    const rows = units.flatMap((unit) => unit.rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const { now, other } of rows) {
      expect(other.value).toBe(now.value);
      expect([now.verdicts.length > 0, other.verdicts]).toEqual([true, []]);
    }
    const before = (await rollup(where)).figures;
    expect((await choose(where, [{ option: "source-targets", choice: "national", why: "区教育局会议" }])).status).toBe(200);
    const after = await rollup(where);
    expect(after.figures).toEqual(before);
    expect(after.verdicts.filter(({ origin }) => origin === "default")).toEqual([]);
  });

  it("is refused without a version, or an option with its choice", async () => {
    const where = await county();
    const got = await ask<Problem>("GET", `${where.home}/collections/final/effect?option=excellent-line`, { token: where.tokens.bureau });
    expect([got.status, got.body.reason]).toEqual([400, "query-invalid"]);
  });
});

describe("a target", () => {
  it("says who set it and when, and goes on saying it while it does not change", async () => {
    const where = await county();
    const target = { indicator: "exam.pass", stage: "junior", period: "2024-2025", operator: ">=", value: 0.95, source: "目标责任书" };
    const put = async (targets: object[]) =>
      (await must<{ targets: Target[] }>("PUT", `${where.home}/targets`, { token: where.tokens.bureau, body: { targets } })).body.targets;
    const [first] = await put([target]);
    expect(first?.at).toMatch(/^\d{4}-/);
    const [changed, kept] = await put([{ ...target, value: 0.9 }, target]);
    expect(kept).toEqual(first);
    expect(changed?.value).toBe(0.9);
  });

  it.each<[string, object]>([
    ["on what the sources leave open", { indicator: "academic.cut.item", value: 0.5 }],
    ["on an event rule", { indicator: "warning.red", value: 1 }],
    ["of a rate from 0.5 to 95", { operator: "between", value: 0.5, upTo: 95 }],
    ["of rank 0", { indicator: "rank.city.junior", operator: "<=", value: 0 }],
    ["between two ends on the smallest unit", { indicator: "studio.youth.count", operator: "between", value: 8, upTo: 10 }],
    ["at most, on the smallest unit", { indicator: "pe.lessons.weekly", operator: "<=", value: 5 }],
    ["at least, on the largest unit", { indicator: "gov.05.classsize", operator: ">=", value: 20 }],
    ["between one number", { indicator: "exam.mean", operator: "between", value: 3 }],
  ])("is refused %s", async (_, changes) => {
    const where = await county();
    const target = { indicator: "exam.pass", period: "2025", operator: ">=", value: 0.5, source: "test", ...changes };
    expect((await ask("PUT", `${where.home}/targets`, { token: where.tokens.bureau, body: { targets: [target] } })).status).toBe(422);
  });
});

describe("a collection", () => {
  it("takes the definitions in force when it is set up, and keeps them", async () => {
    const where = await county();
    const put = (changes: object) =>
      ask<Problem & { definitions: string }>("PUT", `${where.home}/collections/later`, {
        token: where.tokens.bureau,
        body: collection(changes),
      });
    const first = (await put({})).body.definitions;
    expect(first).toMatch(/^\d{4}-\d{2}$/);
    expect((await put({ name: "Renamed" })).body.definitions).toBe(first);
    const got = await put({ definitions: "1999-01" });
    expect([got.status, got.body.errors?.[0]?.at]).toEqual([422, "definitions"]);
  });
});
