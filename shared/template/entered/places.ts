/** Where the inputs of reported indicators stand: a row for each indicator and input, a column for each stage; columns of numbers on a second sheet. */
import type { Collection, School, Stage } from "../../contract.ts";
import { isOfCounty } from "../../entered.ts";
import { type Definition, STAGES } from "../../indicators/definition.ts";
import type { Input } from "../../indicators/kinds/rule.ts";
import type { Rules } from "../../indicators/rules.ts";
import { inputsOf } from "../../indicators/view.ts";
import { invalid } from "../../refusal.ts";
import type { EnteredPlaces, InputPlace } from "../places.ts";
import { asName, SHEETS } from "../words.ts";

/** Rows of a column of numbers: one for each class, teacher, pupil. */
export const COLUMN_ROOM = 3000;
const HEADER = 4;
/** Columns before those of the stages: 序号 指标 要填的数 单位. */
const STAGES_FROM = 4;
/** On the second sheet: titles, then indicator, stage and heads; the numbers below. */
export const COLUMN_HEADS = 6;
const ORDER: readonly Stage[] = ["primary", "junior", "senior"];

/** The joint pass of a grade is typed as its two counts; pupils' marks are no input of a form. */
const JOINT: readonly Input[] = [
  { id: "passed", names: { zh: "全科合格的学生数", en: "pupils who pass every subject" }, shape: "whole" },
  { id: "pupils", names: { zh: "学生数", en: "pupils" }, shape: "whole" },
];

/** What is typed for an indicator, in the order of its formula. */
function typedInputs(definition: Definition): readonly Input[] {
  return definition.kind.kind === "joint" ? JOINT : inputsOf(definition);
}

/** The definitions a unit is asked for: a county's own facts are the county's to report. */
export function askedOf(collection: Pick<Collection, "indicators">, rules: Rules, ofCounty: boolean): Definition[] {
  return (collection.indicators ?? []).flatMap((id) => {
    const definition = rules.definitions.find((one) => one.id === id);
    return definition && isOfCounty(definition) === ofCounty ? [definition] : [];
  });
}

/** The places of the indicators a unit is asked for; refuses one that is asked for none. */
export function enteredPlaces(
  collection: Pick<Collection, "indicators" | "name">,
  school: Pick<School, "school" | "name" | "stages">,
  region: string,
  rules: Rules,
): EnteredPlaces {
  const all = askedOf(collection, rules, school.school === region);
  const has = (definition: Definition, stage: Stage) => definition.stages.includes(stage) && school.stages.includes(stage);
  const asked = all.filter((definition) => ORDER.some((stage) => has(definition, stage)));
  if (asked.length === 0)
    throw invalid(
      `“${collection.name}”没有要${school.name}填的指标。`,
      `"${collection.name}" asks nothing of ${school.name}: there is nothing to fill in`,
    );
  const stages = ORDER.filter((stage) => asked.some((definition) => has(definition, stage))).map((stage, at) => ({
    stage,
    column: STAGES_FROM + at,
  }));
  const inputs: InputPlace[] = [];
  let [row, column] = [HEADER + 1, 0];
  for (const definition of asked) {
    const typed = typedInputs(definition);
    const own = stages.filter(({ stage }) => has(definition, stage));
    if (typed.some(({ shape }) => shape === "amounts")) {
      for (const { stage } of own) {
        typed.forEach((input, at) => {
          const place = { sheet: SHEETS.columns, row: COLUMN_HEADS, column: column + 1 + at, room: COLUMN_ROOM };
          inputs.push({ definition, input, stage, ...place, name: nameOf(definition, input, stage) });
        });
        column += typed.length + 1;
      }
      row++;
      continue;
    }
    for (const input of typed) {
      for (const { stage, column: at } of own)
        inputs.push({ definition, input, stage, sheet: SHEETS.entered, row, column: at, room: 1, name: nameOf(definition, input, stage) });
      row++;
    }
  }
  return { form: "indicators", header: HEADER, stages, inputs };
}

function nameOf({ id }: Definition, input: Input, stage: Stage): string {
  return `填_${asName(id)}_${asName(input.id)}_${STAGES[stage].zh}`;
}
