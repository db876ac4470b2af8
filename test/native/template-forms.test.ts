/**
 * Templates of resources and of reported indicators: filled in from outside, computed by LibreOffice, held against the kernel. Every indicator
 * of the catalogue that a school or a county reports is typed as its own worked example has it.
 */
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { writeTemplate } from "../../addin/template/write.ts";
import type { Collection, ResourceName, Stage, Verdict } from "../../shared/contract.ts";
import { isOfCounty, whyNotAsked } from "../../shared/entered.ts";
import { defaultLimit } from "../../shared/indicators/compute.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { unitFigures } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { judge } from "../../shared/target.ts";
import { type Template, templateOf } from "../../shared/template/layout.ts";
import type { EnteredPlaces, InputPlace } from "../../shared/template/places.ts";
import { verdictsOn } from "../../shared/verdicts.ts";
import { demoOverview } from "../tools/demo-templates.ts";
import { fill } from "../tools/fill.ts";
import { computed, withoutLibreOffice } from "../tools/libreoffice.ts";

type Cells = Record<string, string | number>;
type Cell = (sheet: string, row: number, column: number) => unknown;

const [, conditions, process] = demoOverview.collections as [Collection, Collection, Collection];
const rules = rulesOf(shipped, conditions.definitions);

async function shown(workbook: Uint8Array): Promise<Cell> {
  const { sheets } = await readXlsx(await computed(workbook, "xlsx"));
  return (sheet, row, column) => sheets.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
}

function made(collection: Collection, stages: Stage[], more: { school?: string; type?: string } = {}): Template {
  const school = { school: "S01", name: "第一学校", stages, ...more };
  return templateOf({ region: demoOverview, school, collection, rules, targets: [], made: "2025-06-01" });
}

function near(value: unknown, wanted: number, what: string): void {
  expect(typeof value, `${what}: ${value}`).toBe("number");
  expect(Math.abs((value as number) - wanted), what).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(wanted)));
}

/** What a school has, in the order in which the sheet asks for it: pupils, then the seven; null is left blank. */
type Column = readonly (number | null)[];
const NAMES: readonly ResourceName[] = [
  "teachers.overqualified",
  "teachers.backbone",
  "teachers.pearts",
  "area.teaching",
  "area.sports",
  "equipment.value",
  "rooms.multimedia",
];
const PARTS = [1, 1, 1, 100, 100, 100, 1];

interface School {
  readonly name: string;
  readonly type?: string;
  readonly stages: Partial<Record<Stage, Column>>;
}

const schools: School[] = [
  { name: "a junior school", stages: { junior: [412, 22, 4, 4, 2389.6, 4202.4, 1030000, 10] } },
  { name: "one that misses the floor by a hair", stages: { junior: [1000, 45, 10, 9, 5800, 10200, 2500000, 24] } },
  {
    name: "two stages with amounts of their own",
    stages: { primary: [500, 25, 6, 5, 2600, 4000, 1000000.5, 12], junior: [400, 22, 4, 4, 2400.05, 4100, 1100000, 10] },
  },
  {
    name: "three stages that share under one",
    stages: {
      primary: [507, 25, 6, 5, 7000.55, 11000, 3000000, 31],
      junior: [398, 22, 4, 4, null, null, null, null],
      senior: [211, 20, 3, 3, null, null, null, null],
    },
  },
  { name: "a teaching point of 49", type: "教学点", stages: { primary: [49, 3, 1, 1, 300, 500, 120000, 2] } },
  { name: "a teaching point of 50", type: "教学点", stages: { primary: [50, 3, 1, 1, 300, 500, 120000, 2] } },
];

describe.skipIf(withoutLibreOffice)("a school's resources in LibreOffice", () => {
  describe.each(schools)("$name", ({ stages, type }) => {
    const own = Object.keys(stages) as Stage[];
    const template = made(conditions, own, type ? { type } : {});
    let cell: Cell;
    beforeAll(async () => {
      const cells: Cells = {};
      for (const [index, column] of Object.values(stages).entries())
        column.forEach((value, at) => {
          if (value !== null) cells[`${"CDE"[index]}${at + 6}`] = value;
        });
      cell = await shown(fill(await writeTemplate(template), { 办学条件: cells }));
    });

    test("every figure and verdict is the kernel's", () => {
      const slices = Object.entries(stages).map(([stage, [pupils, ...amounts]]) => ({
        ...{ stage: stage as Stage, grade: null, subject: null, class: null },
        resources: {
          pupils: pupils as number,
          amounts: Object.fromEntries(
            amounts.flatMap((amount, at) => (amount === null ? [] : [[NAMES[at], Math.round(amount * (PARTS[at] as number))]])),
          ),
        },
      }));
      const unit = { school: "S01", name: "第一学校", stages: own, type: type ?? null };
      const figures = unitFigures(rules, talliesOf({ definitions: rules.release, slices }), conditions, unit).map(({ figure }) => figure);
      const verdicts = verdictsOn(figures, { rules, unit: "S01", targets: [], undecided: () => null });
      // What the statement takes over from the standard stands there once, as the standard's.
      const once = figures.filter(({ indicator, stage }) => stage === "senior" || !indicator.startsWith("resource."));
      expect(template.figures.length).toBe(once.length);
      expect(once.length).toBeGreaterThan(7);
      for (const place of template.figures) {
        const same = (one: { indicator: string; stage: string }) => one.indicator === place.indicator && one.stage === place.stage;
        const what = `${place.indicator} ${place.stage}`;
        const figure = figures.find(same);
        const value = cell(place.sheet, place.row, place.column);
        if (figure?.value == null) expect(value, what).toBe("—");
        else near(value, figure.value, what);
        const verdict = verdicts.find(same) as Verdict;
        const word = { met: "达标", missed: "未达标", undecided: "无法判定" }[verdict.verdict];
        expect(cell(place.sheet, place.row, place.judged?.verdict ?? -1), what).toBe(word);
      }
    });

    test("it can be handed in", () => {
      expect(cell("校验", 2, 0)).toBe("可以上报");
    });
  });

  test("what is wrong is counted: 万元, a blank, half a teacher, three decimals, a shared amount under both", async () => {
    const cell = await shown(
      fill(await writeTemplate(made(conditions, ["primary", "junior"])), {
        办学条件: {
          ...{ C6: 500, C7: 25, C8: 6.5, C9: 5, C10: 2600.123, C11: 4000, C12: 100, C13: 12 },
          ...{ D6: 400, D7: 22, D9: 4, D10: 2400 },
        },
      }),
    );
    const told = (about: string, what: string) => {
      const row = Array.from({ length: 40 }, (_, at) => at).find((at) => cell("校验", at, 0) === about && cell("校验", at, 1) === what);
      return [cell("校验", row ?? -1, 2), cell("校验", row ?? -1, 6) ?? ""];
    };
    expect(told("小学", "人数、间数不是整数")).toEqual([1, ""]);
    expect(told("小学", "面积、金额超过两位小数")).toEqual([1, ""]);
    expect(told("小学", "设备值平均每生不到 10 元")).toEqual([1, ""]);
    expect(told("初中", "空白")).toEqual([1, "D8"]);
    expect(told("共用的四项", "没有填，或没有填清楚")).toEqual([1, ""]);
    expect(cell("校验", 2, 0)).toBe("有 5 处要改");
  });
});

/** The definitions a school, or the county, is asked for, each with its worked example. */
function reported(ofCounty: boolean): Definition[] {
  return rules.definitions.filter((one) => whyNotAsked(one, one.id) === null && isOfCounty(one) === ofCounty && one.example !== null);
}

const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** The example as somebody types it: one cell for each input, a column for a column. */
function typed({ inputs }: EnteredPlaces, definition: Definition): Record<string, Cells> {
  const example = definition.kind.kind === "joint" ? [3, 4] : (definition.example?.inputs ?? []);
  const stage = inputs.find((one) => one.definition === definition)?.stage;
  const own = inputs.filter((one) => one.definition === definition && one.stage === stage);
  const { kind } = definition;
  const levels = kind.kind === "outside" && typeof kind.scale !== "string" ? kind.scale.map(({ zh }) => zh) : [];
  const sheets: Record<string, Cells> = {};
  const put = ({ sheet, row, column }: InputPlace, down: number, value: unknown) => {
    if (value === null || value === undefined) return;
    const cells = sheets[sheet] ?? {};
    sheets[sheet] = cells;
    const level = levels.find((name) => name.startsWith(String(value)));
    cells[`${letters(column)}${row + down + 1}`] = level ?? (value === true ? "是" : value === false ? "否" : (value as string | number));
  };
  own.forEach((place, at) => {
    const value = example[at];
    if (Array.isArray(value)) for (const [down, one] of value.entries()) put(place, down, one);
    else put(place, 0, value);
  });
  return sheets;
}

describe.skipIf(withoutLibreOffice)("every reported indicator in LibreOffice", () => {
  describe.each([
    ["of schools", false, "S01"],
    ["of the county", true, demoOverview.region],
  ] as const)("%s", (_, ofCounty, school) => {
    const asked = reported(ofCounty);
    const collection = { ...process, indicators: asked.map(({ id }) => id) };
    const template = made(collection, ["primary", "junior", "senior"], { school });
    let cell: Cell;
    beforeAll(async () => {
      const entries: Record<string, Cells> = {};
      for (const definition of asked)
        for (const [sheet, cells] of Object.entries(typed(template.places as EnteredPlaces, definition)))
          entries[sheet] = { ...entries[sheet], ...cells };
      // Only one stage of each is filled in, so 校验 has much to put right; verdicts wait for it, and are looked at as if it had not.
      cell = await shown(fill(await writeTemplate(template), { ...entries, 校验: { A3: "可以上报" } }));
    });

    test("there is a line for each", () => {
      expect(new Set(template.figures.map(({ indicator }) => indicator))).toEqual(new Set(asked.map(({ id }) => id)));
      expect(asked.length).toBeGreaterThan(70);
    });

    test.each(asked.map((definition) => [definition.id, definition] as const))("%s", (id, definition) => {
      const place = template.figures.find(({ indicator }) => indicator === id);
      const wanted = definition.example?.value as number;
      near(cell(place?.sheet ?? "", place?.row ?? -1, place?.column ?? -1), wanted * (place?.times ?? 1), id);
      const limit = defaultLimit(definition, place?.stage ?? null);
      const verdict = cell(place?.sheet ?? "", place?.row ?? -1, 7);
      if (!limit || definition.judged === "open") expect(verdict).toBe("无法判定");
      else expect(verdict).toBe(judge(wanted, limit.operator, limit.value, limit.upTo) === "met" ? "达标" : "未达标");
    });

    test("no line is wrong, and none has a number without its other", () => {
      const column = 4 + (template.places as EnteredPlaces).stages.length;
      const lines = Array.from({ length: 700 }, (_, at) => at).filter((at) =>
        ["不对", "还缺"].includes(String(cell("指标填报", at, column))),
      );
      // Amounts are sent in hundredths: the examples 19.999 ㎡ and 0.405 are told off, and nothing else is.
      const finer = asked.flatMap(({ example, kind }) =>
        kind.kind === "outside"
          ? []
          : (example?.inputs ?? []).filter((input) => typeof input === "number" && !Number.isInteger(Math.round(input * 1e6) / 1e4)),
      );
      expect(lines.map((at) => cell("指标填报", at, column))).toEqual(finer.map(() => "不对"));
      expect([6, 7].map((row) => cell("校验", row, 2))).toEqual([finer.length, 0]);
    });
  });
});

describe.skipIf(withoutLibreOffice)("an empty template", () => {
  test.each(demoOverview.collections.map((collection) => [collection.form, collection] as const))(
    "%s: shows before it is computed what LibreOffice computes",
    async (_, collection) => {
      const template = made(collection, ["primary", "junior"]);
      const cell = await shown(await writeTemplate(template));
      const formulas = template.sheets.flatMap(({ name, cells }) =>
        cells.filter(({ formula }) => formula !== undefined).map((one) => ({ name, ...one })),
      );
      const wrong = formulas.filter(({ name, row, column, cached }) => (cell(name, row, column) ?? "") !== cached);
      expect(wrong.map(({ name, row, column, cached }) => [name, row, column, cached, cell(name, row, column)])).toEqual([]);
      expect(formulas.length).toBeGreaterThan(20);
    },
  );
});
