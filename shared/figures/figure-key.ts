/** Which figure it is among all of a unit: alike for a figure and the verdicts on it. */
import type { Figure } from "../contract.ts";

type Keyed = Pick<Figure, "indicator" | "stage" | "grade" | "subject" | "resource">;

export function figureKey({ indicator, stage, grade, subject, resource }: Keyed): string {
  return [indicator, stage, grade, subject, resource].join("|");
}
