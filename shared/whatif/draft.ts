/**
 * A scenario as a proposed statement: a line for each figure of the school that it moves, at the value it would have, so that whoever brings
 * the scenario about meets the statement. Nothing is proposed of what has no better side, and nothing that policy restricts.
 */
import type { Figure, StatementBody, StatementLine } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import { invalid } from "../refusal.ts";
import { type RollupInput, readRollup } from "../rollup.ts";
import { choicesOf } from "../statement/choices.ts";
import { definitionOf, lineFaults } from "../statement/faults.ts";
import { inOrder } from "../statement/order.ts";
import { quantityOf } from "../statement/quantity.ts";
import { sourceOfScenario } from "../statement/source.ts";
import { type Fact, meets } from "../target.ts";
import { applied, type Scenario } from "./scenario.ts";

export interface Asked {
  readonly title: string;
  /** Of every line: when it is to be met. */
  readonly period: string;
  readonly first: string;
  readonly second: string;
}

/** Refuses a scenario by another choice than the one in force, one that moves nothing of the school, and a school that has sent nothing. */
export function draftOf(real: RollupInput, scenario: Scenario, school: string, catalogue: Catalogue, asked: Asked): StatementBody {
  if (scenario.choices.length > 0)
    throw invalid(
      "这个方案换了口径，责任书按现行口径判定：请按现行口径另存一个方案再起草。",
      "the scenario supposes another choice, and a statement is judged by the one in force: save one without it and draft from that",
    );
  const { period, ...parties } = asked;
  const { input } = applied(real, scenario);
  const [before, after] = [real, input].map((one) => readRollup(one).schools.find((own) => own.school === school)?.figures);
  if (!before || !after) throw invalid(`${school} 没有填报。`, `${school} has sent nothing`);
  const terms = { catalogue, stages: real.members.find((one) => one.school === school)?.stages ?? [] };
  const lines = after
    .filter((figure) => !before.some((one) => JSON.stringify(one) === JSON.stringify(figure)))
    .flatMap((figure) => lineOf(figure, input, scenario.name, period) ?? [])
    .filter((line) => lineFaults(line, "school", terms).length === 0 && !definitionOf(line, terms)?.restricted);
  if (lines.length === 0)
    throw invalid("这个方案没有改变这所学校可作目标的指标。", "the scenario moves nothing of this school that a statement could ask");
  const find = (line: StatementLine) => definitionOf(line, terms);
  const demand = (line: StatementLine) => `${quantityOf(line, find)} ${line.operator} ${line.value}`;
  const numbered = inOrder(lines, catalogue)
    // 全科合格率 of grade 9 is asked once, under whichever of its names comes first.
    .filter((line, at, all) => all.findIndex((other) => demand(other) === demand(line)) === at)
    .slice(0, 400)
    .map((line, at) => ({ ...line, id: `L${at + 1}` }));
  const choices = choicesOf({ lines: numbered }, real.rules.choices, catalogue);
  return { level: "school", ...parties, group: null, teacher: null, lines: numbered, choices };
}

function lineOf(figure: Figure, { rules }: RollupInput, name: string, period: string): StatementLine | null {
  const { indicator, stage, grade, subject, value, why } = figure;
  const definition = rules.definitions.find(({ id }) => id === indicator);
  if (!definition || value === null || why || definition.better === "none") return null;
  const operator = definition.better === "high" ? ">=" : "<=";
  const limit = atLeast(figure, value, definition, operator);
  const source = sourceOfScenario(name, { operator, value: limit }, definition);
  return {
    id: "",
    indicator,
    version: definition.version,
    stage,
    grade,
    subject,
    operator,
    value: limit,
    upTo: null,
    period,
    deadline: null,
    source,
  };
}

/** To a tenth of a per cent, or two places, and never beyond the value itself: what the scenario reaches meets the line. */
function atLeast({ counts }: Figure, value: number, { unit }: Definition, operator: ">=" | "<="): number {
  const scale = unit === "rate" || unit === "points" ? 1000 : 100;
  const nearest = Math.round(value * scale);
  const fact: Fact = counts ?? value;
  const step = operator === ">=" ? -1 : 1;
  const limit = nearest / scale;
  return meets(fact, operator, limit) ? limit : (nearest + step) / scale;
}
