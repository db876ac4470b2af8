/** The catalogue through the front door: filters, search, versions, and figures from inputs. */
import { describe, expect, it } from "vitest";
import type { Catalogue, ComputedView, IndicatorVersions, Problem } from "../../shared/contract.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { ask, must } from "./county.ts";

const found = async (query: string) => (await must<Catalogue>("GET", `/api/indicators?${query}`, {})).body.indicators.map(({ id }) => id);
const search = (text: string) => found(`q=${encodeURIComponent(text)}`);

describe("the catalogue is searched", () => {
  it.each([
    ["in Chinese", "优秀率", "exam.excellent"],
    ["in English", "all-subject pass", "exam.allpass"],
    ["by id", "exam.mean", "exam.mean"],
    ["by the initials of the pinyin, 率 read as lǜ", "yxl", "exam.excellent"],
    ["by initials inside a longer name", "bmxsyyxjysggjs", "eq.teacher.backbone.primary"],
  ])("%s", async (_, text, id) => {
    expect(await search(text)).toContain(id);
  });

  it("by several words that must all fit", async () => {
    expect(await search("生均 面积 初中")).toEqual(expect.arrayContaining(["eq.area.teaching.junior", "eq.area.sports.junior"]));
    expect(await search("生均 面积 初中")).not.toContain("eq.area.sports.primary");
    expect(await search("没有这样的指标")).toEqual([]);
  });

  it("best first: the name itself comes before the names it is part of", async () => {
    expect((await search("优秀率"))[0]).toBe("exam.excellent");
  });
});

describe("the catalogue is filtered", () => {
  it("by family, stage, source and kind, each narrowing", async () => {
    const equity = await found("family=equity&stage=junior&kind=ratio");
    expect(equity).toHaveLength(7);
    expect(equity.every((id) => id.endsWith(".junior"))).toBe(true);
    expect(await found("source=jining&kind=dispersion")).toEqual(["exam.betweenschools"]);
  });

  it("by release, and only by one there is", async () => {
    expect((await ask<Problem>("GET", "/api/indicators?release=2031-01")).body.reason).toBe("release-unknown");
    expect((await ask<Problem>("GET", "/api/indicators?release=9999-99")).body.reason).toBe("release-unknown");
  });

  it("and refuses a filter it does not know", async () => {
    const got = await ask<Problem>("GET", "/api/indicators?colour=red");
    expect([got.status, got.body.reason]).toEqual([400, "query-invalid"]);
  });
});

describe("a definition tells under which keys a school reports it", () => {
  const reports = async (id: string) => (await must<IndicatorVersions>("GET", `/api/indicators/${id}`, {})).body.versions.at(-1)?.reports;

  it("a rate by how many of how many, an indicator of exams not at all", async () => {
    expect(await reports("teacher.backbone.share")).toEqual({ keys: ["of", "among"], looks: null });
    expect(await reports("exam.pass")).toBeNull();
  });

  it("and where the keys follow a pattern, what they look like", async () => {
    expect(await reports("psych.teacher.ratio")).toEqual({ keys: ["top", "bottom"], looks: null });
    expect((await reports("pe.lessons.weekly"))?.looks?.zh).toMatch(/./);
  });
});

describe("a definition with dated versions", () => {
  it("shows all of them, which is in force, and what changed", async () => {
    const { body } = await must<IndicatorVersions>("GET", "/api/indicators/gov.07.special", {});
    expect(body.versions.map(({ version, from, targets }) => [version, from, targets[0]?.value])).toEqual([
      [1, "2017-04", 6000],
      [2, "2025-01", 7000],
    ]);
    expect(body.current).toBe(2);
    expect(body.changes.map(({ from, to, changed }) => [from, to, changed.some(({ field }) => field === "targets")])).toEqual([
      [1, 2, true],
    ]);
  });

  it("stays computable in each of them: 6500 yuan met the old limit and misses the new one", async () => {
    const verdict = async (version: number) => {
      const body = { inputs: [650_000, 100], version };
      return (await must<ComputedView>("POST", "/api/indicators/gov.07.special/compute", { body })).body;
    };
    expect(await verdict(1)).toMatchObject({ value: 6500, verdict: "met", limit: { value: 6000 } });
    expect(await verdict(2)).toMatchObject({ value: 6500, verdict: "missed", limit: { value: 7000 } });
  });

  it("is found by an alias too", async () => {
    expect((await must<IndicatorVersions>("GET", "/api/indicators/eq.cv.junior", {})).body.id).toBe("eq.cv");
  });
});

describe("every worked example", () => {
  it("gives through the API the number that was typed by hand into its definition", async () => {
    const wrong: string[] = [];
    for (const { id, version, example } of shipped.all) {
      if (example === null) continue;
      const got = await must<ComputedView>("POST", `/api/indicators/${id}/compute`, { body: { inputs: example.inputs, version } });
      if (got.body.value !== example.value) wrong.push(`${id}@${version}: ${got.body.value}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("an indicator is computed from its inputs", () => {
  const compute = async (id: string, inputs: unknown[], stage: string | null = null) =>
    (await must<ComputedView>("POST", `/api/indicators/${id}/compute`, { body: { inputs, stage } })).body;

  it("judged on the counts: 279 of 294 is 94.9 %, which misses 95", async () => {
    const got = await compute("satisfaction.parent.school", [279, 294]);
    expect(got).toMatchObject({ verdict: "missed", counts: { numerator: "279", denominator: "294" } });
    expect(got.explanation.zh).toContain("279");
  });

  it("with columns and the stage that decides the limit", async () => {
    const amounts = [279, 137, 935, 160, 402];
    const pupils = [45, 37, 89, 76, 55];
    expect(await compute("eq.cv", [amounts, pupils], "primary")).toMatchObject({ verdict: "missed", limit: { value: 0.5 } });
    expect(await compute("eq.cv", [amounts, pupils])).toMatchObject({ verdict: "undecided", limit: null });
  });

  it("refused where it is not for the stage, where the version is named twice, and where no rank can be 0", async () => {
    expect(await compute("gov.12.certificate", [10, 10], "senior")).toMatchObject({ verdict: "undecided", limit: null });
    const ask2 = (id: string, body: object) => ask<Problem>("POST", `/api/indicators/${id}/compute`, { body });
    expect((await ask2("gov.07.special@1", { inputs: [1, 1], version: 2 })).body.reason).toBe("inputs-invalid");
    expect((await ask2("rank.city.junior", { inputs: [0] })).body.reason).toBe("inputs-invalid");
    expect((await ask2("gaokao.tier1.growth", { inputs: [500, 100, 20, 100] })).body.reason).toBe("inputs-invalid");
    expect((await ask2("eq.school.composite", { inputs: ["constructor", 5, 1, 1, 6, 11, 3000, 3] })).body.reason).toBe("inputs-invalid");
  });

  it("refused before exact arithmetic is asked about 1e300 and 1e-320", async () => {
    const many = Array.from({ length: 2000 }, (_, at) => (at % 2 ? 1e300 : 1e-320));
    const got = await ask<Problem>("POST", "/api/indicators/eq.cv/compute", {
      body: { inputs: [many, many.map(() => 1)], stage: "primary" },
    });
    expect([got.status, got.body.reason]).toEqual([422, "inputs-invalid"]);
    const pairs = [["a", "a", "b", "b"], [1e300, 2e-320, 3, 4], [1, 2, 3, 4], "a"];
    expect((await ask("POST", "/api/indicators/exam.valueadded/compute", { body: { inputs: pairs } })).status).toBe(422);
  });

  it("refused with rows of different length: a subject that is not there is not passed", async () => {
    const got = await ask<Problem>("POST", "/api/indicators/exam.allpass/compute", { body: { inputs: [[[60, 70], [60]]] } });
    expect(got.body.errors?.[0]?.message).toContain("row 2");
  });

  it("and refused with the place where an input is wrong", async () => {
    const got = await ask<Problem>("POST", "/api/indicators/fitness.pass.rate/compute", { body: { inputs: [12, "many"] } });
    expect([got.status, got.body.reason]).toEqual([422, "inputs-invalid"]);
    expect(got.body.errors?.[0]?.message).toContain("input 2");
    expect((await ask<Problem>("POST", "/api/indicators/warning.red/compute", { body: { inputs: [1] } })).status).toBe(422);
  });
});
