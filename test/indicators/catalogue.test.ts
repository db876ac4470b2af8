import { describe, expect, test } from "vitest";
import { LINE_PERCENT } from "../../shared/exam.ts";
import { compute, defaultLimit, numberOf } from "../../shared/indicators/compute.ts";
import { FAMILIES, FORMS } from "../../shared/indicators/definition.ts";
import { explain } from "../../shared/indicators/explain.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { KIND_NAMES, ruleOf } from "../../shared/indicators/kinds.ts";
import { chooser } from "../../shared/indicators/options.ts";
import { SOURCES } from "../../shared/indicators/sources.ts";
import { cellsOf, inputsOf } from "../../shared/indicators/view.ts";

const all = shipped.all.map((definition) => [`${definition.id}@${definition.version}`, definition] as const);

test("the default lines are 60, 85 and 40 % of the full mark", () => {
  expect(LINE_PERCENT).toEqual({ pass: 60, excellent: 85, low: 40 });
});

test("every kind there is, is used; no id stands for two definitions of one version", () => {
  expect(new Set(shipped.all.map(({ kind }) => kind.kind))).toEqual(new Set(KIND_NAMES));
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length);
  const names = shipped.all.flatMap(({ id, aliases = [], version }) => (version === 1 ? [id, ...aliases] : []));
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
});

test("how sure its reader was of a source is a field of its own, and in no text that is printed where people sign", () => {
  const printed = shipped.all.map(({ names, clause, readings = [], options = [] }) => ({ names, clause, readings, options }));
  expect(JSON.stringify(printed)).not.toMatch(/把握|confidence/);
});

test("a reading or option has one text wherever it stands", () => {
  const texts = new Map<string, Set<string>>();
  const say = (id: string, text: unknown) => texts.set(id, (texts.get(id) ?? new Set()).add(JSON.stringify(text)));
  for (const { readings = [], options = [] } of shipped.all) {
    for (const { id, zh, en } of readings) say(id, [zh, en]);
    for (const option of options) say(option.id, option);
  }
  expect([...texts].filter(([, said]) => said.size > 1).map(([id]) => id)).toEqual([]);
});

test("only the between-school difference is an estimate of ours", () => {
  expect(shipped.all.filter(({ estimate }) => estimate).map(({ id }) => id)).toEqual(["exam.betweenschools"]);
});

test("admission rates, rankings, cards and unit exams carry the note of policy", () => {
  const barred = /^(gaokao\.(qingbei|keytier|undergrad|tier1)|rank\.city|warning\.(talk|yellow|red)|unittest\.)/;
  for (const { id, restricted } of shipped.all)
    if (barred.test(id)) expect([id, restricted?.zh]).toEqual([id, expect.stringContaining("限制使用")]);
});

describe.each(all)("%s", (_, definition) => {
  const { kind, names, targets, stages, judged, unit, readings = [], options = [] } = definition;

  test("is named and explained in Chinese and in English, with its source and what it reads", () => {
    const choose = chooser(definition);
    const texts = [names, ruleOf(kind).words(kind, choose), ...inputsOf(definition).map((input) => input.names), ...readings];
    for (const { zh, en } of [...texts, ...options.flatMap((option) => [option.names, ...option.choices])]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[A-Za-z]/);
    }
    expect(Object.keys(SOURCES)).toContain(definition.source);
    expect(Object.keys(FAMILIES)).toContain(definition.family);
    expect(Object.keys(FORMS)).toContain(definition.form);
    expect(definition.clause.length).toBeGreaterThan(1);
    expect(definition.from).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
  });

  test("has limits just where it is judged by a limit, and says why where it is not", () => {
    expect(targets.length > 0).toBe(judged === "limit");
    if (judged === "direction" || judged === "open") expect(definition.why?.zh).toMatch(/[\u4e00-\u9fff]/);
    if (judged !== "open") expect(stages.length).toBeGreaterThan(0);
    for (const { stage, value, operator, upTo } of targets) {
      if (stage !== null) expect(stages).toContain(stage);
      if (unit === "rate" && kind.kind !== "change") expect(value >= 0 && value <= 1).toBe(true);
      expect(upTo !== undefined).toBe(operator === "between");
    }
  });

  test("computes its worked example, and says it in words", () => {
    if (kind.kind === "event") {
      expect(definition.example).toBeNull();
      return;
    }
    const { example } = definition;
    if (example === null) throw new Error("every definition but an event rule has a worked example");
    const computed = compute(definition, cellsOf(example.inputs));
    expect(computed.fact === undefined ? undefined : numberOf(computed.fact)).toBe(example.value);
    const said = explain(computed, defaultLimit(definition, stages[0] ?? null));
    for (const text of [said.zh, said.en]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).toContain(`${definition.id}@${definition.version}`);
    }
  });
});
