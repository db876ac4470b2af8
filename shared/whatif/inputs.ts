/**
 * Inputs changed: three backbone teachers hired, 400 m² added, a record made up. A change is a whole number added to one number that a unit
 * reported; what it does is read by the readers of the rollup, and what could not be reported cannot be tried.
 */
import type { ResourceName, Stage } from "../contract.ts";
import { enteredKey, isOfCounty } from "../entered.ts";
import { ruleOf } from "../indicators/kinds.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import type { Rules } from "../indicators/rules.ts";
import { invalid } from "../refusal.ts";
import type { RollupInput } from "../rollup.ts";
import { countOf, placeKey, reports } from "../slice.ts";
import { add, type Tallies, type Tally, tally } from "../tally.ts";

export interface InputChange {
  /** A school's code; or the region's: of what the county reports itself, or of the sum over its schools, whichever of them it is. */
  readonly unit: string;
  readonly stage: Stage;
  /** `null`: a resource. */
  readonly indicator: string | null;
  /** Of a resource, `pupils`, or the number of the indicator. */
  readonly name: string;
  /** Whole parts as they are sent, 0.01 m², fen, hundredths; below 0 takes away. */
  readonly by: number;
}

/** As much of a rollup's input as what is reported by number is read from. */
export type Inputs = Pick<RollupInput, "rules" | "region" | "sums" | "members">;

/** The same county with all the changes made. Refuses what nobody reported and what could not be reported. */
export function changedInput<Own extends Inputs>(input: Own, changes: readonly InputChange[]): Own {
  const units = new Map<string, InputChange[]>();
  for (const change of changes) units.set(change.unit, [...(units.get(change.unit) ?? []), change]);
  return [...units].reduce((now: Own, [unit, own]) => changedUnit(now, unit, own), input);
}

function changedUnit<Own extends Inputs>(input: Own, unit: string, changes: readonly InputChange[]): Own {
  if (unit === input.region) {
    for (const change of changes) checkOfRegion(input, change);
    return { ...input, sums: changed(input, input.sums, changes) };
  }
  const member = input.members.find(({ school }) => school === unit);
  if (!member) throw invalid(`${unit} 没有填报。`, `${unit} has sent nothing`);
  const fresh = { ...member, tallies: changed(input, member.tallies, changes) };
  return { ...input, members: input.members.map((one) => (one === member ? fresh : one)), sums: summed(input.sums, changes) };
}

function keyOf({ stage, indicator }: InputChange): string {
  return indicator === null ? placeKey({ part: "resources", stage, grade: null, subject: null }) : enteredKey({ stage, indicator });
}

function summed(tallies: Tallies, changes: readonly InputChange[]): Map<string, Tally> {
  const fresh = new Map(tallies);
  for (const change of changes) fresh.set(keyOf(change), add(fresh.get(keyOf(change)) ?? {}, tally([[change.name, change.by]])));
  return fresh;
}

/** What is not a sum over schools is changed at a school. */
function checkOfRegion({ rules }: Inputs, { indicator }: InputChange): void {
  const definition = rules.definitions.find(({ id }) => id === indicator);
  const ofEach = definition && !isOfCounty(definition) && ["checklist", "outside"].includes(definition.kind.kind);
  if (indicator === null || ofEach) throw invalid("请选一所学校：这一项属于各校。", "choose a school: this belongs to each of them");
}

/** Checked once all are made: who comes is counted in two numbers. */
function changed({ rules }: Inputs, tallies: Tallies, changes: readonly InputChange[]): Tallies {
  for (const change of changes) checkBefore(tallies, change, rules);
  const fresh = summed(tallies, changes);
  for (const change of changes) checkAfter(fresh, change, rules);
  return fresh;
}

function calledIn({ definitions }: Rules, { indicator, name }: InputChange) {
  const definition = definitions.find(({ id }) => id === indicator);
  return { definition, called: definition?.names ?? RESOURCE_UNITS[name as ResourceName] ?? { zh: "学生数", en: "pupils" } };
}

function checkBefore(tallies: Tallies, change: InputChange, rules: Rules): void {
  const { indicator, name, by, unit } = change;
  const { definition, called } = calledIn(rules, change);
  if (!Number.isSafeInteger(by)) throw invalid(`改动 ${by} 不是整数。`, `the change ${by} is not a whole number`);
  const own = tallies.get(keyOf(change));
  if (!own || (indicator === null && name !== "pupils" && !reports(own, name as ResourceName)))
    throw invalid(`${unit} 没有填报“${called.zh}”。`, `${unit} has not reported ${called.en}`);
  if (indicator === null) return;
  const names = definition && ruleOf(definition.kind).reports(definition.kind)?.names;
  if (!names || !(names instanceof RegExp ? names.test(name) : names.includes(name)))
    throw invalid(`“${called.zh}”没有 ${name} 这个数。`, `${called.en} has no number ${name}`);
}

function checkAfter(tallies: Tallies, change: InputChange, rules: Rules): void {
  const { indicator, name, by, unit } = change;
  const { definition, called } = calledIn(rules, change);
  const { units: _, ...own } = tallies.get(keyOf(change)) as Tally;
  if (countOf(own, name) < (indicator === null && name === "pupils" ? 1 : 0))
    throw invalid(`${unit} 的“${called.zh}”不能再减 ${-by}。`, `${called.en} of ${unit} cannot be less by ${-by}`);
  const numbers = Object.fromEntries(Object.entries(own).map(([one, value]) => [one, Number(value)]));
  const wrong = definition && ruleOf(definition.kind).reports(definition.kind)?.wrong(numbers);
  if (wrong) throw invalid(`${unit} 的“${called.zh}”：${wrong.zh}。`, `${called.en} of ${unit}: ${wrong.en}`);
}
