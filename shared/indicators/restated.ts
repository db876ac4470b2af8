/**
 * Requirements that another document takes over from the 优质均衡 standard, with its numbers. They are one requirement and judged once, by the
 * standard: a school that lacks sports ground lacks one thing.
 */
import type { ResourceName, Stage } from "../contract.ts";
import type { Definition } from "./definition.ts";

/** Whether `one` reads of a school's resources what `standard`, of the standard itself, reads. */
export function restates(one: Definition, standard: Definition): boolean {
  if (one.family === "equity" || standard.family !== "equity") return false;
  const [own, other] = [resourceOf(one), resourceOf(standard)];
  return own !== null && own.resource === other?.resource && own.factor === other.factor;
}

function resourceOf({ reads, kind }: Definition) {
  return reads.from === "resource" && kind.kind === "ratio" ? { resource: reads.resource, factor: kind.factor } : null;
}

interface At {
  readonly indicator: string;
  readonly stage: Stage;
  readonly resource: ResourceName | null;
}

/** Without those that the standard states too at their stage, where that one is `alike`. */
export function withoutRestated<T extends At>(
  all: readonly T[],
  definitions: readonly Definition[],
  alike: (one: T, standard: T) => boolean = () => true,
): readonly T[] {
  // Of an exam, which is read at every move of a line, nothing need be looked up.
  if (all.every(({ resource }) => resource === null)) return all;
  const known = new Map(definitions.filter((one) => resourceOf(one) !== null).map((one) => [one.id, one]));
  const ofResources = all.flatMap((one) => {
    const definition = known.get(one.indicator);
    return definition ? [{ one, definition }] : [];
  });
  const restated = ofResources.filter(({ one, definition }) =>
    ofResources.some((other) => other.one.stage === one.stage && restates(definition, other.definition) && alike(one, other.one)),
  );
  const left = new Set(restated.map(({ one }) => one));
  return left.size === 0 ? all : all.filter((one) => !left.has(one));
}
