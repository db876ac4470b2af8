/** Scenarios as a text that a workbook keeps, and back: strict, of one version, bounded, and what is wrong in it is named with its place. */
import { COLLECTION_ID, REGION_CODE, SCHOOL_CODE, SUBJECT } from "../codes.ts";
import { STAGES } from "../handin/body-shape.ts";
import { code, either, faultsIn, list, number, one, orNull, record, type Shape, text, whole } from "../handin/shape.ts";
import { invalid } from "../refusal.ts";
import { LIMIT_OPERATORS } from "../target.ts";
import type { Scenario } from "./scenario.ts";

/** By what a scenario is known: no two of a collection bear one name. */
export type ScenarioName = Pick<Scenario, "name" | "collection">;

/** So many scenarios a workbook keeps, and so many characters: a table in it stays quick to save. */
const MOST_SCENARIOS = 30;
/** So long may a name be, in UTF-16 units. */
export const LONGEST_NAME = 40;
export const MOST_CHARACTERS = 400_000;

const stage = one(...STAGES);
const grade = whole(1, 12);
const unit = either(code(REGION_CODE), code(SCHOOL_CODE));
const id = text(1, 80);
const many = (shape: Shape) => list(shape, 0, 500);
const line = one("pass", "excellent", "low");
const limit = record({ operator: one(...LIMIT_OPERATORS), value: number(), upTo: orNull(number()) });
export const scenarioShape = record({
  name: text(1, LONGEST_NAME, /^\S(?:[^\p{Cc}]*\S)?$/u),
  collection: code(COLLECTION_ID),
  query: record({
    unit: orNull(unit),
    question: orNull(record({ indicator: id, stage, grade: orNull(grade), subject: orNull(code(SUBJECT)) })),
    limit: orNull(limit),
    schools: orNull(whole(1, 5000)),
    pupils: orNull(whole(0, 10_000_000)),
    share: orNull(number(0, 1)),
  }),
  moves: many(record({ stage, grade, subject: code(SUBJECT), line, mark: number(0, 100_000) })),
  choices: many(record({ option: id, choice: id })),
  inputs: many(record({ unit, stage, indicator: orNull(id), name: text(1, 40), by: whole(-1_000_000_000_000, 1_000_000_000_000) })),
  lifts: list(
    record({ school: code(SCHOOL_CODE), stage, grade, subject: orNull(code(SUBJECT)), line: orNull(line), pupils: whole(1, 10_000_000) }),
    0,
    5000,
  ),
});
const shape = record({ quality: one("scenarios"), version: whole(1), scenarios: list(scenarioShape, 0, MOST_SCENARIOS) });

/** Refuses more than a workbook keeps, and a name that is there twice. */
export function written(scenarios: readonly Scenario[]): string {
  checkNames(scenarios);
  if (scenarios.length > MOST_SCENARIOS)
    throw invalid(`最多保存 ${MOST_SCENARIOS} 个方案，请先删除几个。`, `a workbook keeps ${MOST_SCENARIOS} scenarios: delete some first`);
  const text = JSON.stringify({ quality: "scenarios", version: 1, scenarios });
  checkLength(text);
  return text;
}

export function read(text: string): Scenario[] {
  checkLength(text);
  const value = parsed(text);
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version > 1)
    throw invalid(
      "工作簿里的方案是更新的版本保存的，请更新后再打开。",
      "the scenarios in this workbook were saved by a newer version: update first",
    );
  const [first] = faultsIn(shape, value);
  if (first) throw unreadable(first.at, first.words);
  const { scenarios } = value as { scenarios: Scenario[] };
  checkNames(scenarios);
  return scenarios;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("", { zh: "不是 JSON。", en: "it is no JSON" });
  }
}

function unreadable(at: string, { zh, en }: { zh: string; en: string }) {
  const [place, where] = at === "" ? ["", ""] : [`（${at}）`, ` (${at})`];
  return invalid(`工作簿里保存的方案读不出来${place}：${zh}`, `the scenarios kept in this workbook cannot be read${where}: ${en}`);
}

function checkNames(scenarios: readonly Scenario[]): void {
  const names = scenarios.map(({ name, collection }) => `${collection} ${name}`);
  const at = names.findIndex((name, place) => names.indexOf(name) < place);
  const twice = scenarios[at]?.name;
  if (twice !== undefined) throw invalid(`方案“${twice}”出现两次。`, `the scenario "${twice}" is there twice`);
}

function checkLength(text: string): void {
  if (text.length > MOST_CHARACTERS)
    throw invalid("方案太多，工作簿存不下，请先删除几个。", "the scenarios are more than a workbook keeps: delete some first");
}

/**
 * With one more at the end, or in place of the one of its name in the same collection: `seen`, as whoever saves has it before their eyes.
 * Refused where another window has saved something else under that name since.
 */
export function withScenario(all: readonly Scenario[], fresh: Scenario, seen: Scenario | null): Scenario[] {
  const at = all.findIndex((one) => isSame(one, fresh));
  const stands = all[at];
  // Both were read from one place: their keys stand in one order.
  if (stands && JSON.stringify(stands) !== JSON.stringify(seen))
    throw invalid(
      `另一个窗口刚用“${fresh.name}”这个名称保存过，没有覆盖；列表已更新。请换一个名称，或再按一次“替换”。`,
      `another window has just saved "${fresh.name}": nothing was replaced, and the list is up to date. Take another name, or replace it once more`,
    );
  return at < 0 ? [...all, fresh] : all.map((one, place) => (place === at ? fresh : one));
}

export function withoutScenario(all: readonly Scenario[], gone: ScenarioName): Scenario[] {
  return all.filter((one) => !isSame(one, gone));
}

export function isSame(a: ScenarioName, b: ScenarioName): boolean {
  return a.name === b.name && a.collection === b.collection;
}
