/** 插入 without a screen: what is found, what is written into a field, and the formulas that come of it. */
import { describe, expect, test } from "vitest";
import { found } from "../../addin/pane/insert/find.ts";
import { limitRows } from "../../addin/pane/insert/limit-rows.ts";
import { indicatorFormula, isComplete, plainFormula, readWritten, type Written } from "../../addin/pane/insert/written.ts";
import type { Target } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { inputsOf, nativeFormula } from "../../shared/indicators/view.ts";

const all = shipped.inForce(latestRelease);
const one = (id: string) => shipped.find(id) as Definition;
const written = (id: string, ...texts: string[]) => inputsOf(one(id)).map((input, at) => readWritten(texts[at] ?? "", input));
const ids = (q: string, more: object = {}) => found(all, { q, ...more }).map(({ id }) => id);

describe("finding", () => {
  test("yxl finds 优秀率 first, and so do its name in either language and its id", () => {
    for (const q of ["yxl", "YXL", "优秀率", "excellent rate", "exam.excellent"]) expect([q, ids(q)[0]]).toEqual([q, "exam.excellent"]);
  });

  test("initials read a character by its word: 率 is l, not s", () => {
    expect(ids("jgl")[0]).toBe("exam.pass");
    expect(ids("qkhgl")[0]).toBe("exam.allpass");
  });

  test("a definition that only the server knows has no initials, and is found by its name", () => {
    const own: Definition = { ...one("exam.pass"), id: "own.new", names: { zh: "县里自定的指标", en: "one of our own" } };
    expect(found([...all, own], { q: "县里自定" }).map(({ id }) => id)).toEqual(["own.new"]);
    expect(found([own], { q: "xlzd" })).toEqual([]);
  });

  test("family and stage narrow", () => {
    const narrowed = found(all, { family: "exam", stage: "senior" });
    expect(narrowed.length).toBeGreaterThan(3);
    expect(narrowed.filter(({ family, stages }) => family !== "exam" || !stages.includes("senior"))).toEqual([]);
  });
});

describe("what is written into a field", () => {
  test.each<[string, "scores" | "amount" | "flag" | "each", Written["is"]]>([
    ["", "scores", "blank"],
    ["'示例班级'!D2:D51", "scores", "cells"],
    ["120", "scores", "wrong"],
    ["120", "amount", "constant"],
    ["C2", "amount", "cells"],
    ["85%", "amount", "wrong"],
    ["是", "flag", "constant"],
    ["120", "each", "constant"],
    ["100，120、150", "each", "each"],
    ["B1:D1", "each", "cells"],
    ["100,很多", "each", "wrong"],
  ])("%j for %s is %s", (text, shape, is) => expect(readWritten(text, { shape }).is).toBe(is));

  test("is complete when every input that must be there is, and none is wrong", () => {
    const complete = (...texts: string[]) => isComplete(inputsOf(one("exam.pass")), written("exam.pass", ...texts));
    expect([complete("D2:D51"), complete("D2:D51", "120"), complete("", "120"), complete("D2:D51", "x")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the formula of the add-in", () => {
  test("is pinned to the version that was read, and leaves out what was left out", () => {
    expect(indicatorFormula(one("exam.pass"), written("exam.pass", "$D$2:$D$51"), null)).toBe('=QUALITY.INDICATOR("exam.pass@1",D2:D51)');
    expect(indicatorFormula(one("exam.pass"), written("exam.pass", "D2:D51", "", "120"), null)).toBe(
      '=QUALITY.INDICATOR("exam.pass@1",D2:D51,,120)',
    );
  });

  test("names the sheet of its cells where it stands on another", () => {
    const cells = written("exam.pass", "'九(1)班'!D2:D51");
    expect(indicatorFormula(one("exam.pass"), cells, "九(1)班")).toBe('=QUALITY.INDICATOR("exam.pass@1",D2:D51)');
    expect(indicatorFormula(one("exam.pass"), cells, "汇总")).toBe("=QUALITY.INDICATOR(\"exam.pass@1\",'九(1)班'!D2:D51)");
  });

  test("writes words as texts, with their quotes doubled", () => {
    const flag = all.find(({ kind }) => kind.kind === "checklist" && kind.items.length === 1) as Definition;
    expect(indicatorFormula(flag, [{ is: "constant", value: '"是"' }], null)).toBe(`=QUALITY.INDICATOR("${flag.id}@1","""是""")`);
  });
});

describe("Excel's own formula", () => {
  const plain = (id: string, ...texts: string[]) => plainFormula(one(id), written(id, ...texts), null, chooser(one(id)));

  test("goes over the same addresses; an input left out has none", () => {
    const over = (...at: (string | undefined)[]) => nativeFormula(one("exam.excellent"), at as string[], chooser(one("exam.excellent")));
    expect(plain("exam.excellent", "$D$2:$D$51", "96", "120")).toBe(over("D2:D51", "96", "120"));
    expect(plain("exam.excellent", "D2:D51", "", "C1")).toBe(over("D2:D51", undefined, "C1"));
    expect(plain("exam.excellent", "D2:D51")).toBe(over("D2:D51"));
    expect(plain("exam.excellent", "D2:D51", "96")).not.toBe(over("D2:D51"));
  });

  test("takes one row or column for several single inputs, cell by cell", () => {
    expect(plain("qual.01.retention", "B2:C2")).toBe(plain("qual.01.retention", "B2", "C2"));
    expect(plain("qual.01.retention", "B2:B3")).toBe(plain("qual.01.retention", "B2", "B3"));
    const several = written("qual.01.retention", "B2:C2");
    expect(isComplete(inputsOf(one("qual.01.retention")), several)).toBe(true);
    expect(isComplete(inputsOf(one("qual.01.retention")), written("qual.01.retention", "B2:D2"))).toBe(false);
  });

  test("there is none for an event rule", () => {
    const event = all.find(({ kind }) => kind.kind === "event") as Definition;
    expect(plainFormula(event, [], null, chooser(event))).toBeNull();
    expect(isComplete(inputsOf(event), [])).toBe(false);
  });
});

describe("limits by stage", () => {
  const target: Target = {
    ...{ indicator: "exam.pass", stage: "junior", unit: null, period: "2026", operator: ">=", value: 0.9, upTo: null },
    ...{ source: "责任书", by: "bureau", at: "2026-11-22T00:00:00Z" },
  };

  test("stages that share a limit share a row; a region's own target stands for its stage only", () => {
    const nobody = { region: null, targets: [], choices: [] };
    expect(limitRows(one("exam.betweenschools"), nobody).map(({ stages }) => stages)).toEqual([["primary", "junior", "senior"]]);
    const rows = limitRows(one("exam.pass"), { region: "370811", targets: [target], choices: [] });
    expect(rows.map(({ stages, ruled }) => [stages, ruled.limit?.value])).toEqual([
      [["primary", "senior"], undefined],
      [["junior"], 0.9],
    ]);
  });
});
