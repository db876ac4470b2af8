/** A definition as the API shows it: the literal as data, with what its kind derives from it. */
import type { ComputedView, IndicatorVersions, IndicatorView, Stage } from "../contract.ts";
import { invalid } from "../refusal.ts";
import type { Cells } from "../scores.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Computed, compute, type LimitInForce, numberOf, outcomeOn } from "./compute.ts";
import type { Definition } from "./definition.ts";
import { explain } from "./explain.ts";
import type { Input } from "./kinds/rule.ts";
import { KIND_NAMES, ruleOf } from "./kinds.ts";
import { limitInForce } from "./limits.ts";
import { type Choose, chooser, readingsInForce } from "./options.ts";
import { SOURCES } from "./sources.ts";

export function inputsOf({ kind }: Definition): readonly Input[] {
  return ruleOf(kind).inputs(kind);
}

/** The native formula over the addresses of the inputs, with its equals sign; `null` where there is none. */
export function nativeFormula({ kind }: Definition, at: readonly string[], choose: Choose): string | null {
  const formula = ruleOf(kind).native(kind, at, choose);
  return formula === null ? null : `=${formula}`;
}

/**
 * The verdict in native Excel: the value rounded to 12 places before it is compared, because 0.45 − 0.40 is a little less than 0.05 there.
 * An error, such as a guard's #N/A, is 无法判定.
 */
export function nativeVerdict(value: string, { operator, value: limit, upTo }: Pick<LimitInForce, "operator" | "value" | "upTo">): string {
  const rounded = `ROUND(${value.replace(/^=/, "")},12)`;
  const test = operator === "between" ? `AND(${rounded}>=${limit},${rounded}<=${upTo ?? limit})` : `${rounded}${operator}${limit}`;
  return `=IFERROR(IF(${test},"达标","未达标"),"无法判定")`;
}

/** Addresses such as a person would use: one column for each input, from row 2. Optional inputs are left out. */
export function usualPlaces(inputs: readonly Input[]): string[] {
  let next = 0;
  const letter = (at: number) => String.fromCharCode(65 + at);
  return inputs
    .filter(({ optional }) => !optional)
    .map(({ shape }) => {
      const from = next;
      const width = shape === "marks" ? 3 : 1;
      next += width;
      if (shape === "marks") return `${letter(from)}2:${letter(from + width - 1)}51`;
      return ["amounts", "scores", "labels"].includes(shape) ? `${letter(from)}2:${letter(from)}51` : `${letter(from)}2`;
    });
}

export function viewOf(definition: Definition): IndicatorView {
  const { kind, source } = definition;
  const choose = chooser(definition);
  const inputs = inputsOf(definition);
  return {
    id: definition.id,
    aliases: [...(definition.aliases ?? [])],
    version: definition.version,
    from: definition.from,
    names: definition.names,
    family: definition.family,
    form: definition.form,
    kind: { ...kind },
    stages: [...definition.stages],
    periods: [...definition.periods],
    levels: [...definition.levels],
    unit: definition.unit,
    measure: definition.measure ?? null,
    better: definition.better,
    source,
    sourceNames: SOURCES[source],
    clause: definition.clause,
    confidence: definition.confidence,
    targets: definition.targets.map((target) => ({ ...target, upTo: target.upTo ?? null })),
    judged: definition.judged,
    why: definition.why ?? null,
    readings: [...(definition.readings ?? [])],
    options: (definition.options ?? []).map((option) => ({ ...option, choices: [...option.choices] })),
    restricted: definition.restricted ?? null,
    estimate: definition.estimate ?? false,
    reads: { ...definition.reads },
    inputs: inputs.map(({ id, names, shape, optional }) => ({ id, names, shape, optional: optional ?? false })),
    reports: reportsOf(definition),
    formula: ruleOf(kind).words(kind, choose),
    native: nativeFormula(definition, usualPlaces(inputs), choose),
    example: definition.example && { inputs: [...definition.example.inputs], value: definition.example.value },
  };
}

/** The keys under which a unit reports it by itself in `entered`; `null` where it is read from exams, resources or rules. */
function reportsOf({ kind, reads }: Definition): IndicatorView["reports"] {
  const reported = reads.from === "entered" ? ruleOf(kind).reports(kind) : null;
  if (!reported) return null;
  const { names, looks } = reported;
  return { keys: names instanceof RegExp ? null : [...names], looks: looks ?? null };
}

/** Every version of an indicator, and what each changed. */
export function versionsView(catalogue: Catalogue, name: string, release: string): IndicatorVersions | undefined {
  const versions = catalogue.versionsOf(name);
  const first = versions[0];
  if (!first) return undefined;
  return {
    id: first.id,
    current: catalogue.find(name, release)?.version ?? null,
    versions: versions.map(viewOf),
    changes: versions.slice(1).map((after, at) => {
      const before = versions[at] as Definition;
      return { from: before.version, to: after.version, changed: changedBetween(before, after) };
    }),
  };
}

/** The fields in which two versions differ. */
export function changedBetween(before: Definition, after: Definition): { field: string; before: unknown; after: unknown }[] {
  const [one, two] = [viewOf(before), viewOf(after)];
  return (Object.keys(two) as (keyof IndicatorView)[])
    .filter((field) => field !== "version" && JSON.stringify(one[field]) !== JSON.stringify(two[field]))
    .map((field) => ({ field, before: one[field], after: two[field] }));
}

/** JSON inputs as the cells they would stand in. */
export function cellsOf(inputs: readonly unknown[]): Cells[] {
  return inputs.map((input) => {
    if (!Array.isArray(input)) return [[input]];
    return input.every(Array.isArray) ? (input as unknown[][]) : input.map((cell) => [cell]);
  });
}

/** One indicator computed from JSON inputs, judged by the source's own limit. */
export function computedView(definition: Definition, inputs: readonly unknown[], stage: Stage | null): ComputedView {
  if (inputsOf(definition).length === 0)
    throw invalid("这是触发规则，不由输入计算。", "this is an event rule: it is not computed from inputs");
  const computed: Computed = compute(definition, cellsOf(inputs));
  const { fact } = computed;
  const { limit, why } = limitInForce(definition, stage, { region: null, targets: [], choices: [] });
  const counted = typeof fact === "object";
  return {
    indicator: definition.id,
    version: definition.version,
    value: fact === undefined ? null : numberOf(fact),
    counts: counted ? { numerator: String(fact.numerator), denominator: String(fact.denominator) } : null,
    limit: limit ? { stage, operator: limit.operator, value: limit.value, upTo: limit.upTo ?? null } : null,
    verdict: outcomeOn(fact, limit),
    readings: readingsInForce(definition),
    explanation: explain(computed, limit, {}, why),
  };
}

/** A definition from the view the API gave; `null` where its kind is not known here (the add-in is older than the server). */
export function definitionFrom(view: IndicatorView): Definition | null {
  if (!(KIND_NAMES as readonly string[]).includes(view.kind.kind) || !(view.source in SOURCES)) return null;
  const { sourceNames: _names, inputs: _inputs, formula: _formula, native: _native, measure, why, restricted, estimate, ...same } = view;
  return {
    ...(same as unknown as Definition),
    ...(measure && { measure }),
    ...(why && { why }),
    ...(restricted && { restricted }),
    ...(estimate && { estimate }),
  };
}
