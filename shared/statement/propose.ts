/**
 * Where a statement starts: every indicator for which the sources set a limit at that level and stage. What has a direction only, or a
 * text that is cut, is listed without a number. What policy restricts is held apart: it comes in only if somebody takes it in.
 */
import type { Stage, StatementLevel, StatementLine } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { isOfLevel } from "./faults.ts";
import { inOrder } from "./order.ts";
import { sourceOf } from "./source.ts";

export interface Wanted {
  readonly level: StatementLevel;
  readonly stages: readonly Stage[];
  readonly period: string;
  /** The release whose definitions are in force. */
  readonly release: string;
}

export interface Proposal {
  readonly lines: readonly StatementLine[];
  readonly restricted: readonly { readonly line: StatementLine; readonly policy: Words }[];
}

export function propose(catalogue: Catalogue, { level, stages, period, release }: Wanted): Proposal {
  const found = catalogue
    .inForce(release)
    .filter((definition) => isOfLevel(definition, level) && (level === "school" || definition.levels.includes(level)))
    .flatMap((definition) => stages.flatMap((stage) => linesFor(definition, stage, period)));
  const lines = inOrder(found, catalogue).map((line, at) => ({ ...line, id: `L${at + 1}` }));
  const policies = new Map(catalogue.inForce(release).flatMap(({ id, restricted }) => (restricted ? [[id, restricted] as const] : [])));
  return {
    lines: lines.filter(({ indicator }) => !policies.has(indicator)),
    restricted: lines.flatMap((line) => {
      const policy = policies.get(line.indicator);
      return policy ? [{ line, policy }] : [];
    }),
  };
}

/** A line for each limit of the source at that stage; one without a number for a direction and a text that is cut. */
function linesFor(definition: Definition, stage: Stage, period: string): StatementLine[] {
  if (!definition.stages.includes(stage)) return [];
  const { id: indicator, version, judged, targets } = definition;
  const source = sourceOf(definition);
  const line = { id: "", indicator, version, stage, grade: null, subject: null, period, deadline: null, source };
  if (judged === "direction" || judged === "open") return [{ ...line, operator: null, value: null, upTo: null }];
  return targets
    .filter((target) => (target.stage ?? stage) === stage)
    .map(({ operator, value, upTo }) => ({ ...line, operator, value, upTo: upTo ?? null }));
}
