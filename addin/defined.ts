/** Arguments of functions on definitions: an indicator's id, a stage, a language, a value to be judged. */
import type { Choice, Stage } from "../shared/contract.ts";
import { type Computed, compute } from "../shared/indicators/compute.ts";
import { type Definition, STAGES } from "../shared/indicators/definition.ts";
import { readInputs, stageNamed } from "../shared/indicators/given.ts";
import type { Kind } from "../shared/indicators/kinds.ts";
import { impossible } from "../shared/indicators/limits.ts";
import { nearest } from "../shared/indicators/nearest.ts";
import { chosenIn } from "../shared/indicators/rules.ts";
import { invalid, type Words } from "../shared/refusal.ts";
import type { Cells } from "../shared/scores.ts";
import { inForce } from "./all-definitions.ts";
import { argument, oneCell, optionalText, optionalWord, requiredNumber } from "./cells.ts";

export type Language = keyof Words;

/** The definition in force of an id or alias, or the version it names: gov.07.special@1. */
export function definitionOf(id: unknown): Definition {
  const name = optionalText("id", id)?.toLowerCase();
  const { catalogue, release } = inForce();
  return argument("id", () => {
    if (name === undefined) throw invalid("请给出指标编号，例如 exam.pass。", "give the id of an indicator, for example exam.pass");
    const found = catalogue.find(name, release);
    if (found) return found;
    const versions = catalogue.versionsOf(name.split("@")[0] as string);
    throw versions.length > 0 ? notInForce(name, versions) : unknown(name, catalogue.inForce(release));
  });
}

function notInForce(name: string, versions: readonly Definition[]) {
  const list = versions.map(({ id, version, from }) => ({
    zh: `${id}@${version}（自 ${from} 起）`,
    en: `${id}@${version} (from ${from})`,
  }));
  return invalid(
    `没有“${name}”；有 ${list.map(({ zh }) => zh).join("、")}。`,
    `there is no "${name}"; there are ${list.map(({ en }) => en).join(", ")}`,
  );
}

function unknown(name: string, definitions: readonly Definition[]) {
  const near = nearest(definitions, name);
  return invalid(
    `没有编号为“${name}”的指标；最接近的是 ${near.map(({ id, names }) => `${id}（${names.zh}）`).join("、")}。`,
    `there is no indicator "${name}"; the nearest are ${near.map(({ id, names }) => `${id} (${names.en})`).join(", ")}`,
  );
}

/** A stage by its name in Chinese or English; null where it is left out. */
export function stageOf(stage: unknown): Stage | null {
  const name = optionalText("stage", stage);
  if (name === undefined) return null;
  return argument("stage", () => {
    const found = stageNamed(name);
    if (found) return found;
    const [zh, en] = (["zh", "en"] as const).map((language) => Object.values(STAGES).map((one) => one[language]));
    throw invalid(`“${name}”应是 ${zh?.join("、")} 之一。`, `"${name}" must be one of ${en?.join(", ")}`);
  });
}

/** Chinese unless "en" is asked for: what a cell says may not depend on whose computer shows it. */
export function languageOf(language: unknown): Language {
  return optionalWord("language", language, LANGUAGES) ?? "zh";
}

const LANGUAGES = ["zh", "en"] as const;

/** One indicator computed from the cells of its inputs by the region's choices in force. */
export function computedFrom(definition: Definition, given: readonly Cells[], choices: readonly Choice[]): Computed {
  if (definition.kind.kind === "event") return argument("id", () => refuseEvent(definition));
  return argument("inputs", () => compute(definition, given, chosenIn(choices)));
}

function refuseEvent({ id }: Definition): never {
  throw invalid(
    `${id} 是触发规则，不由输入计算；内容见 =QUALITY.DEFINITION("${id}")。`,
    `${id} is an event rule, not computed from inputs; =QUALITY.DEFINITION("${id}") says what it is`,
  );
}

/** What was asked of a sentence: its inputs, and what was written after them. */
interface Asked {
  readonly inputs: readonly Cells[];
  readonly stage: Stage | null;
  readonly language: Language;
}

/** A stage and a "zh" or "en" written after the inputs, in either order; where the indicator takes a word in that place it is the input. */
export function askedAfter(given: readonly Cells[], takesWord: (place: number) => boolean): Asked {
  let inputs = given;
  let [stage, language]: [Stage | undefined, Language | undefined] = [undefined, undefined];
  for (let word = lastWord(inputs); word !== undefined && !takesWord(inputs.length - 1); word = lastWord(inputs)) {
    const [asStage, asLanguage] = [stageNamed(word), LANGUAGES.find((one) => one === word?.trim().toLowerCase())];
    if (asStage && !stage) stage = asStage;
    else if (asLanguage && !language) language = asLanguage;
    else break;
    inputs = inputs.slice(0, -1);
  }
  return { inputs, stage: stage ?? null, language: language ?? "zh" };
}

function lastWord(given: readonly Cells[]): string | undefined {
  const last = given.at(-1);
  const cell = last?.length === 1 && last[0]?.length === 1 ? last[0][0] : undefined;
  return typeof cell === "string" ? cell : undefined;
}

/** A value to be judged as its definition has it: rates as fractions, 是 or 否, a level by its name; `undefined` for a blank or an error. */
export function valueGiven(definition: Definition, value: unknown): number | undefined {
  const cell = oneCell("value", value);
  if (cell === undefined) return undefined;
  if (isWord(definition.kind)) return argument("value", () => Number(readInputs(definition.kind, [[[cell]]])[0]));
  const number = requiredNumber("value", value);
  const fault = impossible(definition, number);
  if (fault) argument("value", () => refuseValue(number, fault));
  return number;
}

/** Kinds whose value people write as a word. */
function isWord(kind: Kind): boolean {
  return (kind.kind === "checklist" && kind.items.length === 1) || (kind.kind === "outside" && typeof kind.scale !== "string");
}

function refuseValue(value: number, { zh, en }: Words): never {
  throw invalid(`${value}：${zh}`, `${value}: ${en}`);
}
