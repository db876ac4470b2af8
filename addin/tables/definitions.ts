/** What the functions on definitions spill: one definition field by field, and the list of the catalogue. */
import { type Definition, FAMILIES, type Family } from "../../shared/indicators/definition.ts";
import { FIELDS, fieldNamed, unitWords } from "../../shared/indicators/fields.ts";
import { ruleShown } from "../../shared/indicators/limits.ts";
import { SOURCES } from "../../shared/indicators/sources.ts";
import { invalid, undecided, type Words } from "../../shared/refusal.ts";
import { inForce } from "../all-definitions.ts";
import { argument, optionalText } from "../cells.ts";
import { type Language, stageOf } from "../defined.ts";
import type { Table } from "../tables.ts";

/** One field's text, or all of them: 项目, 内容. */
export function definitionTable(definition: Definition, field: unknown, language: Language): Table {
  const name = optionalText("field", field);
  const here = inForce();
  if (name === undefined) {
    const header = language === "zh" ? ["项目", "内容"] : ["Field", "Text"];
    return [header, ...FIELDS.map(({ names, text }) => [names[language], text(definition, here)[language]])];
  }
  const found = argument("field", () => fieldNamed(name) ?? noField(name));
  return [[found.text(definition, here)[language]]];
}

function noField(name: string): never {
  const list = (language: Language) => FIELDS.map(({ names }) => names[language]);
  throw invalid(`没有“${name}”这一项；有 ${list("zh").join("、")}。`, `there is no field "${name}"; there are ${list("en").join(", ")}`);
}

const HEADER: readonly Words[] = [
  { zh: "编号", en: "Id" },
  { zh: "名称", en: "Name" },
  { zh: "单位", en: "Unit" },
  { zh: "规则", en: "Rule" },
  { zh: "来源", en: "Source" },
];
const RESTRICTED: Words = { zh: "限制使用：", en: "restricted: " };

/** The indicators in force, those of a family or a stage where one is named: id, name, unit, rule, source. */
export function catalogueTable(family: unknown, stage: unknown, language: Language): Table {
  const [ofFamily, ofStage] = [familyOf(family), stageOf(stage)];
  const here = inForce();
  const found = here.catalogue
    .inForce(here.release)
    .filter((one) => (ofFamily === null || one.family === ofFamily) && (ofStage === null || one.stages.includes(ofStage)));
  if (found.length === 0) throw undecided("没有符合的指标。", "no indicator fits");
  const rows = found.map((one) => [
    one.id,
    one.names[language],
    unitWords(one)[language],
    (one.restricted ? RESTRICTED[language] : "") + ruleShown(one, here)[language],
    SOURCES[one.source][language],
  ]);
  return [HEADER.map((words) => words[language]), ...rows];
}

/** A family by its id or its name in either language; null where it is left out. */
function familyOf(family: unknown): Family | null {
  const name = optionalText("family", family)?.toLowerCase();
  if (name === undefined) return null;
  const found = Object.entries(FAMILIES).find(([id, { zh, en }]) => [id, zh, en.toLowerCase()].includes(name));
  return argument("family", () => (found?.[0] as Family | undefined) ?? noFamily(name));
}

function noFamily(name: string): never {
  const families = Object.entries(FAMILIES);
  throw invalid(
    `没有“${name}”这一类；有 ${families.map(([, { zh }]) => zh).join("、")}。`,
    `there is no family "${name}"; there are ${families.map(([id]) => id).join(", ")}`,
  );
}
