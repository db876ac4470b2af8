/** The catalogue: every definition, once. */
import type { IndicatorView } from "../contract.ts";
import { academic } from "./academic.ts";
import { exam } from "./exam.ts";
import type { Definition } from "./kinds.ts";
import { resource } from "./resource.ts";

/** Version of the definitions a submission was made with. A change of any definition makes a new one. */
export const definitions = "2026-11";

export const indicators: readonly Definition[] = [...exam, ...academic, ...resource];

const BY_ID = new Map(indicators.map((definition) => [definition.id, definition]));

export function findIndicator(id: string): Definition | undefined {
  return BY_ID.get(id);
}

/** The definitions as the API shows them. */
export function catalogue(): IndicatorView[] {
  return indicators.map(({ example: _, kind, stages, targets, ...shown }) => ({
    ...shown,
    kind: kind.kind,
    stages: [...stages],
    targets: targets.map((target) => ({ ...target })),
  }));
}
