/** Where a line comes from, as it is kept: the catalogue's clause, or the scenario it was drafted from with the number that scenario reaches. */
import type { StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import { clauseOf } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";

/** As the contract bounds it. */
const LONGEST_SOURCE = 200;

/** The clause as a line quotes it. */
export function sourceOf(definition: Definition): string {
  return clauseOf(definition).zh.slice(0, LONGEST_SOURCE);
}

type Asked = { readonly [Key in "operator" | "value"]: NonNullable<StatementLine[Key]> };

export function sourceOfScenario(name: string, { operator, value }: Asked, definition: Definition): string {
  return `推演方案“${name}” ${shownLimit(operator, value, null, definition).zh}`;
}

const OF_SCENARIO = /^(推演方案“(.+)”) ([^”]+)$/u;

/** The number of the scenario a source names; `null` of any other source. */
export function askedByScenario(source: string): string | null {
  return OF_SCENARIO.exec(source)?.[3] ?? null;
}

/** A document's name: up to the first blank, of a scenario up to its number; "" of a source without either. */
export function documentOf(source: string): string {
  return OF_SCENARIO.exec(source)?.[1] ?? /^(.*?) /u.exec(source)?.[1] ?? "";
}

/** What is kept in Chinese, in the reader's language as far as it is known in it. */
export function sourceWords(source: string, definition: Definition | undefined): Words {
  const clause = definition && clauseOf(definition);
  if (clause && (source === clause.zh || source === sourceOf(definition))) return { zh: source, en: clause.en };
  const [, , name, asked] = OF_SCENARIO.exec(source) ?? [];
  return { zh: source, en: name === undefined ? source : `Scenario “${name}” ${asked}` };
}
