/** What a region decides reaches the cells: its choices, its targets, a newer version; and where no limit can be told, why. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { forgetServed, inForce, onInForce, serve } from "../../../addin/catalogue.ts";
import { CATALOGUE, DEFINITION, EXPLAIN, INDICATOR, TARGET, VERDICT } from "../../../addin/functions.ts";
import type { Choice, Target } from "../../../shared/contract.ts";
import type { Definition } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { viewOf } from "../../../shared/indicators/view.ts";
import { col, refused } from "./ask.ts";

const REGION = "370811";
afterEach(() => forgetServed());

function served({ choices = [], targets = [], definitions = [] }: { choices?: Choice[]; targets?: Target[]; definitions?: Definition[] }) {
  serve({ region: REGION, release: inForce().release, indicators: definitions.map(viewOf), choices, targets });
}
const choice = (option: string, chosen: string): Choice => ({
  option,
  choice: chosen,
  why: "局长办公会纪要",
  by: "bureau-1",
  at: "2026-11-20T17:30:00.000Z",
});
const target = (indicator: string, own: Partial<Target>): Target => ({
  ...{ indicator, stage: null, unit: null, period: "2026", operator: ">=", value: 0.9, upTo: null, source: "区目标责任书" },
  ...{ by: "bureau-1", at: "2026-11-20T17:30:00.000Z" },
  ...own,
});
const find = (id: string) => shipped.find(id) as Definition;

describe("the source's limit", () => {
  test.each<[id: string, stage: string | null, limit: number]>([
    ["gov.11.rotation", null, 0.1],
    ["exam.betweenschools", null, 0.15],
    ["gov.13.nearby", "小学", 1],
    ["gov.13.nearby", "junior", 0.95],
    ["gov.13.nearby", "初中", 0.95],
    ["eq.cv.primary", "Primary", 0.5],
    ["eq.cv", " 初中 ", 0.45],
    ["academic.attainment.rate.junior", null, 0.9],
    ["gov.04.size", null, 2000],
    ["rank.city.junior", null, 6],
    ["naep.level", null, 3],
    ["gov.01.layout", null, 1],
  ])("of %s, %s, is %d", (id, stage, limit) => {
    expect(TARGET(id, stage)).toBe(limit);
  });

  test("of 3 to 5 clubs is the lower end for TARGET; VERDICT knows both", () => {
    expect(TARGET("student.club.influential")).toBe(3);
    expect([2, 3, 4, 5, 6].map((clubs) => VERDICT("student.club.influential", clubs))).toEqual([
      "未达标",
      "达标",
      "达标",
      "达标",
      "未达标",
    ]);
  });

  test("is that of the version named", () => {
    expect([TARGET("gov.07.special@1"), TARGET("gov.07.special@2"), TARGET("gov.07.special")]).toEqual([6000, 7000, 7000]);
    expect([1, 2].map((version) => VERDICT(`gov.07.special@${version}`, 6500))).toEqual(["达标", "未达标"]);
    expect([1, 2].map((version) => INDICATOR(`gov.07.special@${version}`, [[[520000]], [[80]]]))).toEqual([6500, 6500]);
  });

  test.each<[what: string, id: string, stage: string | null, says: RegExp]>([
    [
      "differs by stage and none is named",
      "gov.13.nearby",
      null,
      /目标分学段，须写明学段：小学 ≥ 100 %；初中 ≥ 95 %.*name the stage: primary ≥ 100 %; junior ≥ 95 %/,
    ],
    ["is asked for a stage it is not about", "gov.14.quota", "小学", /不用于小学，只用于初中.*not for primary: it is for junior/],
    ["is a direction", "retention.compulsory", "初中", /没有数字，不判定达标.*never a pass/],
    ["was cut from the text", "academic.cut.item", null, /[\u4e00-\u9fff].*[a-z]/],
    ["was never given", "exam.pass", null, /原文没有目标，本区也未设定.*neither the source nor the region/],
    ["belongs to an event rule", "warning.yellow", null, /触发规则，不与目标值比较.*event rule/],
  ])("that %s is #N/A with the reason, and never a pass", (_, id, stage, says) => {
    expect(refused(() => TARGET(id, stage))).toEqual({ code: "#N/A", message: expect.stringMatching(says) });
    for (const value of [0, 0.5, 1]) expect(VERDICT(id, value, stage)).toBe("无法判定");
  });

  test("is there, or its reason is, for every definition and stage", () => {
    for (const { id, version, stages, judged, kind } of shipped.all) {
      for (const stage of stages) {
        const ask = () => TARGET(`${id}@${version}`, stage);
        if (judged === "limit" && kind.kind !== "event") expect(ask(), id).toBeTypeOf("number");
        else expect(refused(ask).code, id).toBe("#N/A");
      }
    }
  });
});

describe("a verdict", () => {
  test("compares to 12 significant digits: 0.45 - 0.40 is 5 points", () => {
    expect(0.45 - 0.4 < 0.05).toBe(true);
    expect(VERDICT("academic.excellence.change.junior", 0.45 - 0.4)).toBe("达标");
    expect(VERDICT("academic.excellence.change.junior", 0.0499)).toBe("未达标");
  });

  test.each([[null], [undefined], [""], [[[null]]], ["#N/A"], [{ code: "#DIV/0!" }], [[[{ code: "#VALUE!" }]]]])(
    "on %j is undecided",
    (value) => {
      expect(VERDICT("gov.11.rotation", value)).toBe("无法判定");
    },
  );

  test("a 0 is no blank", () => {
    expect([VERDICT("gov.11.rotation", 0), VERDICT("exam.betweenschools", 0)]).toEqual(["未达标", "达标"]);
  });

  test("95, 0.95 and “95%” are three things: only the fraction is judged", () => {
    expect(VERDICT("soc.01.recognition", 0.95)).toBe("达标");
    for (const bad of [95, 1.01, -0.1])
      expect(refused(() => VERDICT("soc.01.recognition", bad))).toEqual({
        code: "#VALUE!",
        message: expect.stringMatching(/^value：.*95% 写 0\.95，不写 95.* write 0\.95, not 95/),
      });
    expect(refused(() => VERDICT("soc.01.recognition", "95%")).message).toMatch(/“95%”是文本：请写成数值/);
    expect(refused(() => VERDICT("academic.excellence.change.junior", 5)).message).toMatch(/5 个百分点写 0\.05/);
    expect(VERDICT("gaokao.tier1.growth", 1.2)).toBe("达标");
  });

  test("is given on words too: 是, 否, and the name of a level", () => {
    expect(["是", "否", true, 0].map((word) => VERDICT("gov.01.layout", word))).toEqual(["达标", "未达标", "达标", "未达标"]);
    expect(["Ⅱ级", "Ⅲ级", 4].map((level) => VERDICT("naep.level", level))).toEqual(["未达标", "达标", "达标"]);
    expect(refused(() => VERDICT("gov.01.layout", "也许")).code).toBe("#VALUE!");
  });

  test("is said in English where that is asked for", () => {
    expect([0.1, 0.0999, null].map((value) => VERDICT("gov.11.rotation", value, null, "EN"))).toEqual(["met", "missed", "undecided"]);
  });
});

describe("a region's choice", () => {
  // 50 registered: 2 exempt, 3 absent, 45 sat, 44 of them pass
  const scores = col(...Array(44).fill(80), 40, ...Array(3).fill("缺考"), ...Array(2).fill("免考"));

  test("of the denominator: 44 of 45 who sat, of 48 expected, of 50 registered; against 95 % only the first passes", () => {
    const found = ["sat", "expected", "registered"].map((chosen) => {
      served({ choices: [choice("score-denominator", chosen)] });
      return INDICATOR("exam.pass", [scores]);
    });
    expect(found).toEqual([44 / 45, 44 / 48, 44 / 50]);
    expect(found.map((rate) => VERDICT("academic.attainment.rate.primary", rate))).toEqual(["达标", "未达标", "未达标"]);
  });

  test("is written into the sentence and the definition, with who, when and why", () => {
    const ask = () => EXPLAIN("exam.pass", [scores]);
    expect(ask()).toContain("分数 ≥ 及格线的人数 44 ÷ 实考人数 45 = 97.8 %");
    expect(DEFINITION("exam.pass", "口径")[0]?.[0]).toMatch(/^分母为实考人数（默认；可改为：分母为应考人数/);
    served({ choices: [choice("score-denominator", "registered")] });
    expect(ask()).toContain("分数 ≥ 及格线的人数 44 ÷ 在籍人数 50 = 88.0 %");
    // 17:30 in Greenwich is the next day in China
    expect(ask()).toMatch(/；分母口径由 bureau-1 于 2026-11-21 选定：局长办公会纪要$/);
    expect(DEFINITION("exam.pass", "options", "en")[0]?.[0]).toMatch(
      /^of those registered .* \(chosen by bureau-1 on 2026-11-21: 局长办公会纪要; may be changed to: of those who sat, or /,
    );
    expect(DEFINITION("exam.pass", "公式")[0]?.[0]).toContain("在籍人数");
  });

  test("of the excellent line at 80 % and the low line at 30 %", () => {
    const at = (id: string) => INDICATOR(id, [col(100, 84, 80, 79, 39, 30, 29, 0)]);
    expect([at("exam.excellent"), at("exam.low")]).toEqual([1 / 8, 4 / 8]);
    served({ choices: [choice("excellent-line", "80"), choice("low-line", "30")] });
    expect([at("exam.excellent"), at("exam.low")]).toEqual([3 / 8, 2 / 8]);
  });

  test("of no weighting flips the verdict on 差异系数: 0.5153 misses 0.50, 0.4888 meets it", () => {
    const ask = () => INDICATOR("eq.cv", [col(279, 137, 935, 160, 402), col(45, 37, 89, 76, 55)]);
    const both = [ask()];
    served({ choices: [choice("cv-weighting", "none")] });
    both.push(ask());
    expect(both.map((value) => [value.toFixed(4), VERDICT("eq.cv", value, "小学")])).toEqual([
      ["0.5153", "未达标"],
      ["0.4888", "达标"],
    ]);
  });

  test("to judge by national documents only leaves their limits and takes away those of other places' plans", () => {
    expect([TARGET("gov.11.rotation"), TARGET("academic.attainment.rate.junior")]).toEqual([0.1, 0.9]);
    served({ choices: [choice("source-targets", "national")] });
    expect(TARGET("gov.11.rotation")).toBe(0.1);
    expect(refused(() => TARGET("academic.attainment.rate.junior"))).toEqual({
      code: "#N/A",
      message: expect.stringMatching(/来源文件有目标，本区决定不用它判定/),
    });
    expect(VERDICT("academic.attainment.rate.junior", 1)).toBe("无法判定");
    served({ choices: [choice("source-targets", "national")], targets: [target("academic.attainment.rate.junior", { value: 0.93 })] });
    expect(TARGET("academic.attainment.rate.junior")).toBe(0.93);
  });

  test("nobody made stands at its default", () => {
    served({ choices: [choice("score-denominator", "of-the-moon"), choice("unheard-of", "x")] });
    expect(INDICATOR("exam.pass", [scores])).toBe(44 / 45);
    expect(EXPLAIN("exam.pass", [scores])).not.toContain("bureau-1");
  });
});

describe("a region's target", () => {
  test("takes the place of the source's, and gives one where the source has none", () => {
    served({ targets: [target("gov.11.rotation", { value: 0.12 }), target("exam.pass", { value: 0.8 })] });
    expect([TARGET("gov.11.rotation"), TARGET("exam.pass"), TARGET("gov.11.rotation.backbone")]).toEqual([0.12, 0.8, 0.2]);
    expect([VERDICT("gov.11.rotation", 0.11), VERDICT("exam.pass", 0.8)]).toEqual(["未达标", "达标"]);
    expect(EXPLAIN("gov.11.rotation", [[[33]], [[300]]])).toContain("= 11.0 %；目标 ≥ 12 %（本区目标 2026：区目标责任书）：未达标");
  });

  test("that names the region wins over its general one; one for a school is not its own", () => {
    served({
      targets: [
        target("exam.pass", { value: 0.8 }),
        target("exam.pass", { value: 0.85, unit: REGION }),
        target("exam.pass", { value: 0.99, unit: "S01" }),
      ],
    });
    expect(TARGET("exam.pass")).toBe(0.85);
    served({ targets: [target("exam.pass", { value: 0.99, unit: "S01" })] });
    expect(refused(() => TARGET("exam.pass")).code).toBe("#N/A");
  });

  test("of one stage leaves the source's to the others", () => {
    served({ targets: [target("gov.13.nearby", { stage: "junior", value: 0.97 })] });
    expect([TARGET("gov.13.nearby", "小学"), TARGET("gov.13.nearby", "初中")]).toEqual([1, 0.97]);
    served({ targets: [target("exam.pass", { stage: "junior", value: 0.9 })] });
    expect(TARGET("exam.pass", "junior")).toBe(0.9);
    expect(refused(() => TARGET("exam.pass")).message).toMatch(/须写明学段：小学 无目标；初中 ≥ 90 %（本区 2026）；高中 无目标/);
  });

  test("the same for both stages needs no stage named", () => {
    served({ targets: [target("gov.13.nearby", { value: 0.98 })] });
    expect(TARGET("gov.13.nearby")).toBe(0.98);
  });

  test("of two periods that differ is told as such: #N/A, and no verdict", () => {
    served({ targets: [target("exam.pass", { period: "2025", value: 0.8 }), target("exam.pass", { period: "2026", value: 0.85 })] });
    expect(refused(() => TARGET("exam.pass"))).toEqual({
      code: "#N/A",
      message: expect.stringMatching(/有几个不同的目标.*≥ 80 %（本区 2025），≥ 85 %（本区 2026）.*several different targets apply/),
    });
    expect(VERDICT("exam.pass", 0.9)).toBe("无法判定");
    served({ targets: [target("exam.pass", { period: "2025" }), target("exam.pass", { period: "2026" })] });
    expect(TARGET("exam.pass")).toBe(0.9);
  });

  test("between two ends, both included", () => {
    served({ targets: [target("moral.lesson.count", { operator: "between", value: 4, upTo: 6 })] });
    expect([TARGET("moral.lesson.count"), ...[3, 4, 6, 7].map((count) => VERDICT("moral.lesson.count", count))]).toEqual([
      4,
      "未达标",
      "达标",
      "达标",
      "未达标",
    ]);
  });

  test("gives a direction its number, as a rollup does; a text that was cut stays unjudged", () => {
    served({ targets: [target("retention.compulsory", { value: 0.95 }), target("academic.cut.item", { value: 0.98 })] });
    expect([VERDICT("retention.compulsory", 0.96), VERDICT("academic.cut.item", 0.99)]).toEqual(["达标", "无法判定"]);
    expect(refused(() => TARGET("academic.cut.item")).code).toBe("#N/A");
  });

  test("stands in the catalogue and in the definition", () => {
    served({ targets: [target("gov.11.rotation", { value: 0.12 })] });
    const row = CATALOGUE("assurance").find(([id]) => id === "gov.11.rotation");
    expect([row?.[3], DEFINITION("gov.11.rotation", "目标")[0]?.[0]]).toEqual(["≥ 12 %（本区 2026）", "≥ 12 %（本区 2026）"]);
  });
});

describe("a newer version from the server", () => {
  const newer: Definition = {
    ...find("gov.11.rotation"),
    version: 2,
    from: "2026-11",
    targets: [{ stage: null, operator: ">=", value: 0.15 }],
  };

  test("is in force, and the old one keeps its limit and its number under its own name", () => {
    served({ definitions: [newer] });
    expect(["gov.11.rotation", "gov.11.rotation@2", "gov.11.rotation@1"].map((id) => TARGET(id))).toEqual([0.15, 0.15, 0.1]);
    expect(["gov.11.rotation", "gov.11.rotation@1"].map((id) => VERDICT(id, 0.12))).toEqual(["未达标", "达标"]);
    expect(EXPLAIN("gov.11.rotation@1", [[[36]], [[300]]])).toMatch(/目标 ≥ 10 %.*：达标；定义 gov\.11\.rotation@1$/);
    expect(DEFINITION("gov.11.rotation", "版本")[0]?.[0]).toBe("2，自 2026-11 起；另有 gov.11.rotation@1");
  });

  test("is forgotten with the connection, and cells are told each time", () => {
    const listener = vi.fn();
    const stop = onInForce(listener);
    served({ definitions: [newer] });
    served({ definitions: [newer] });
    expect(listener).toHaveBeenCalledTimes(1);
    forgetServed();
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    expect(TARGET("gov.11.rotation")).toBe(0.1);
  });

  test("stands when all definitions come after those of exams: more is known, nothing else has changed, and no cell is computed anew", async () => {
    vi.resetModules();
    const first = await import("../../../addin/catalogue.ts");
    const choices = [choice("excellent-line", "80")];
    first.serve({ region: REGION, release: "2026-11", indicators: [viewOf(newer)], choices, targets: [] });
    const before = first.inForce();
    expect([before.catalogue.find("exam.pass")?.version, before.catalogue.find("gov.07.special")]).toEqual([1, undefined]);
    const heard: boolean[] = [];
    first.onInForce((more) => heard.push(more));

    const { inForce: now } = await import("../../../addin/all-definitions.ts");
    expect(heard).toEqual([true]);
    expect(now().catalogue.find("gov.07.special")?.id).toBe("gov.07.special");
    expect(now().catalogue.find("gov.11.rotation")?.version).toBe(2);
    for (const one of before.catalogue.all) expect(now().catalogue.find(`${one.id}@${one.version}`)).toEqual(one);
    expect([now().region, now().release, now().choices]).toEqual([REGION, "2026-11", choices]);
    vi.resetModules();
  });
});
