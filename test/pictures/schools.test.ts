/** 各校分布 and 变化: every school with a value has one dot at its value, tables hold what was given, and no line joins what cannot be compared. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "../../shared/kernel/wilson.ts";
import { bandsOf } from "../../shared/marks/quarters.ts";
import { textWidth } from "../../shared/pictures/measure.ts";
import type { Shape } from "../../shared/pictures/scene.ts";
import { stripPicture } from "../../shared/pictures/strip.ts";
import { type StripData, type StripSchool, stripTable } from "../../shared/pictures/strip-data.ts";
import { trendPicture } from "../../shared/pictures/trend.ts";
import { type TrendData, type TrendPoint, trendTable } from "../../shared/pictures/trend-data.ts";

const RATE: StripData["of"] = { unit: "rate", kind: { kind: "share", line: "pass", side: "reached" } };
const TARGET = { operator: ">=", limit: 0.95, upTo: null } as const;

const rates = fc.array(
  fc.option(
    fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
    { nil: null, freq: 8 },
  ),
  {
    minLength: 1,
    maxLength: 320,
  },
);

function schoolsOf(values: readonly (number | null)[]): StripSchool[] {
  return values.map((value, at) => ({
    school: `S${String(at).padStart(3, "0")}`,
    name: `第${at}中学`,
    value,
    outcome: value === null ? null : value >= TARGET.limit ? "met" : "missed",
    ...(value === null && { why: "不足 10 人，不显示" }),
  }));
}

const stripOf = (values: readonly (number | null)[]): StripData => ({
  title: "及格率 九年级 数学",
  of: RATE,
  schools: schoolsOf(values),
  target: TARGET,
  whole: 0.9,
});

/** Texts that stick out of a picture. */
function outside(shapes: readonly Shape[], width: number, height: number): string[] {
  return shapes.flatMap((shape) => {
    if (shape.shape !== "text") return [];
    const wide = textWidth(shape.text, shape.size);
    const start = shape.anchor === "end" ? shape.x - wide : shape.anchor === "middle" ? shape.x - wide / 2 : shape.x;
    return start >= -1 && start + wide <= width + 1 && shape.y <= height ? [] : [shape.text];
  });
}

describe("a strip of schools", () => {
  test("names each quarter in which there is a school, of a narrow part too, in order and side by side", () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 288, max: 700 }), fc.constantFrom("zh", "en"), (values, width, tongue) => {
        const { shapes } = stripPicture(stripOf(values), { width, tongue });
        const names = tongue === "zh" ? ["低四分之一", "中间一半", "高四分之一"] : ["bottom quarter", "middle half", "top quarter"];
        const letters = bandsOf(values);
        const expected = letters.includes("B") ? names.filter((_, at) => letters.includes((["C", "B", "A"] as const)[at] ?? null)) : [];
        const shown = shapes.flatMap((shape) => (shape.shape === "text" && names.includes(shape.text) ? [shape] : []));
        const placed = [...shown].sort((a, b) => a.x - b.x);
        expect(placed.map(({ text }) => text)).toEqual(expected);
        for (const [at, { text, x }] of placed.entries()) {
          const [left, next] = [x - textWidth(text, 10) / 2, placed[at + 1]];
          expect(left).toBeGreaterThanOrEqual(0);
          expect(x + textWidth(text, 10) / 2).toBeLessThanOrEqual(next ? next.x - textWidth(next.text, 10) / 2 : width);
        }
      }),
    );
  });

  test("each school with a value has its dot, no two touch, and one without a value has none", () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 288, max: 700 }), (values, width) => {
        const { dots, height, shapes } = stripPicture(stripOf(values), { width, tongue: "zh" });
        expect(dots.map(({ school }) => school).sort()).toEqual(
          values.flatMap((value, at) => (value === null ? [] : [`S${String(at).padStart(3, "0")}`])),
        );
        for (const [at, one] of dots.entries()) {
          expect(one.y - one.r >= 0 && one.y + one.r <= height).toBe(true);
          for (const other of dots.slice(0, at)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * one.r);
        }
        expect(outside(shapes, width, height)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("dots rise with their values, and none stands on the wrong side of the target", () => {
    fc.assert(
      fc.property(rates, (values) => {
        const { dots, shapes } = stripPicture(stripOf(values), { width: 288, tongue: "en" });
        const line = shapes.find((shape) => shape.shape === "line" && shape.ink === "accent");
        const limit = line?.shape === "line" ? line.from[0] : Number.NaN;
        for (const [at, dot] of dots.entries()) {
          if (at > 0) expect(dot.x).toBeGreaterThanOrEqual((dots[at - 1]?.x ?? 0) - 1e-9);
          if (dot.value >= TARGET.limit) expect(dot.x).toBeGreaterThanOrEqual(limit - 1e-9);
          else expect(dot.x).toBeLessThanOrEqual(limit + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the table lists every school in the order given, with its value and verdict, or why there is none; quarters are those of the report", () => {
    fc.assert(
      fc.property(rates, (values) => {
        const { rows, heads } = stripTable(stripOf(values), "zh");
        const letters = bandsOf(values);
        const names = { A: "高四分之一", B: "中间一半", C: "低四分之一" };
        const quartered = letters.some((letter) => letter !== null);
        expect(heads).toEqual([
          "学校",
          "数值",
          ...(values.some((value) => value !== null) ? ["判定"] : []),
          ...(quartered ? ["四分位段"] : []),
        ]);
        for (const [at, value] of values.entries()) {
          expect(rows[at]?.[0]).toBe(`第${at}中学`);
          if (value === null) expect(rows[at]?.[1]).toBe("不足 10 人，不显示");
          else {
            expect(rows[at]?.slice(1, 3)).toEqual([`${(value * 100).toFixed(1)} %`, value >= 0.95 ? "达标" : "未达标"]);
            if (quartered) expect(rows[at]?.[3]).toBe(letters[at] ? names[letters[at]] : "—");
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("nothing of it says a rank, and no school is named in the picture", () => {
    const { shapes, alt } = stripPicture(stripOf([0.91, 0.97, 0.88, 0.95, 0.99]), { width: 640, tongue: "zh", heading: true });
    const texts = shapes.flatMap((shape) => (shape.shape === "text" ? [shape.text] : []));
    expect(texts.filter((text) => /中学|名次|第\s*\d/.test(text))).toEqual([]);
    expect(alt).toBe("及格率 九年级 数学：5 所学校，88.0 % 到 99.0 %。目标 ≥ 95 %：达标 3 所，未达标 2 所。");
  });

  test("where no school has a value it says so", () => {
    const picture = stripPicture(stripOf([null, null]), { width: 288, tongue: "en" });
    expect(picture.dots).toEqual([]);
    expect(picture.shapes.flatMap((shape) => (shape.shape === "text" ? [shape.text] : []))).toEqual(["No values"]);
  });
});

const point = (at: number, k: number | null, version = 1): TrendPoint => ({
  key: `c${at}`,
  label: `${2020 + at}-${2021 + at}`,
  name: `${2020 + at} 期末`,
  value: k === null ? null : k / 80,
  counts: k === null ? null : { numerator: k, denominator: 80 },
  interval: k === null ? null : wilson(k, 80),
  version,
});
const trendOf = (points: readonly TrendPoint[]): TrendData => ({
  title: "及格率 九年级 数学",
  of: RATE,
  points,
  target: TARGET,
  interval: "wilson",
});
const joins = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.shape === "line" && shape.ink === "zone3").length;

describe("a trend", () => {
  test("joins neighbours of one definition that both have a value, and nothing else", () => {
    const points = fc.array(fc.tuple(fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }), fc.integer({ min: 1, max: 2 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(points, fc.integer({ min: 288, max: 700 }), (given, width) => {
        const data = trendOf(given.map(([k, version], at) => point(at, k, version)));
        const { shapes, height } = trendPicture(data, { width, tongue: "zh" });
        const comparable = given.filter(
          ([k, version], at) => at > 0 && k !== null && given[at - 1]?.[0] !== null && given[at - 1]?.[1] === version,
        );
        expect(joins(shapes)).toBe(comparable.length);
        const circles = shapes.filter(({ shape }) => shape === "circle").length;
        expect(circles).toBe(given.filter(([k]) => k !== null).length);
        expect(outside(shapes, width, height)).toEqual([]);
      }),
    );
  });

  test("marks a change of definition, and says how its intervals are made", () => {
    const { shapes } = trendPicture(trendOf([point(0, 60), point(1, 64), point(2, 70, 2)]), { width: 640, tongue: "zh" });
    const texts = shapes.flatMap((shape) => (shape.shape === "text" ? [shape.text] : []));
    expect(texts).toContain("定义 v1→v2");
    expect(texts.some((text) => text.includes("Wilson"))).toBe(true);
  });

  test("its table holds counts and interval; the interval is Wilson's of those counts", () => {
    const { rows, heads } = trendTable(trendOf([point(0, 60), point(1, null), point(2, 72, 2)]), "zh");
    expect(heads).toEqual(["采集", "数值", "计数", "95 % 区间", "定义版本"]);
    // 60 of 80: 0.64515 to 0.83194; 72 of 80: 0.81489 to 0.94845, worked out apart in Python by the form with p and z²/n.
    expect(rows).toEqual([
      ["2020 期末", "75.0 %", "60 / 80", "64.5 % — 83.2 %", "v1"],
      ["2021 期末", "—", "—", "—", "v1"],
      ["2022 期末", "90.0 %", "72 / 80", "81.5 % — 94.8 %", "v2"],
    ]);
  });
});
