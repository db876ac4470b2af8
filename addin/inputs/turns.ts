/** What turns when numbers change: a figure with every limit it is held against, each verdict before and after. */
import type { Verdict } from "../../shared/contract.ts";
import { effectBetween } from "../../shared/figures/effect.ts";
import type { RollupInput, readRollup } from "../../shared/rollup.ts";
import { sameLimit } from "../../shared/verdicts.ts";

type Reading = ReturnType<typeof readRollup>;
type Outcome = Verdict["verdict"];

export interface Turn extends Pick<Verdict, "indicator" | "stage" | "grade" | "subject" | "resource" | "unit"> {
  /** "" of the region. */
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** `null`: it is not held against this limit there. */
  readonly limits: readonly (Pick<Verdict, "operator" | "limit" | "upTo"> & {
    readonly before: Outcome | null;
    readonly after: Outcome | null;
  })[];
}

/** Those of which any verdict turns. `alone`: the one school there is, of the region nothing is told then. */
export function turnsIn(input: RollupInput, real: Reading, now: Reading, alone: string | null): Turn[] {
  const verdictsOf = ({ verdicts, schools }: Reading, unit: string) =>
    unit === input.region ? verdicts : (schools.find(({ school }) => school === unit)?.verdicts ?? []);
  return effectBetween(input, real, now)
    .filter(({ unit }) => alone === null || unit !== input.region)
    .flatMap(({ unit, name, rows }) =>
      rows.flatMap(({ indicator, stage, grade, subject, resource, now: before, other: after }): Turn[] => {
        const place = { indicator, stage, grade, subject, resource };
        const [was, is] = [real, now].map((reading) => verdictsOf(reading, unit).filter((one) => isAt(one, place))) as [
          Verdict[],
          Verdict[],
        ];
        const each = [...was, ...is];
        const limits = each
          .filter((one, at) => each.findIndex((other) => sameLimit(one, other)) === at)
          .map(({ operator, limit, upTo }) => {
            const outcome = (all: readonly Verdict[]) => all.find((one) => sameLimit(one, { operator, limit, upTo }))?.verdict ?? null;
            return { operator, limit, upTo, before: outcome(was), after: outcome(is) };
          });
        const turned = limits.some((one) => one.before !== one.after);
        return turned ? [{ ...place, unit, name, before: before.value, after: after.value, limits }] : [];
      }),
    );
}

/** How many verdicts come to be so. */
export function turnedTo(turns: readonly Turn[], outcome: Outcome): number {
  return turns.reduce((sum, { limits }) => sum + limits.filter(({ before, after }) => after === outcome && before !== outcome).length, 0);
}

type Place = Pick<Verdict, "indicator" | "stage" | "grade" | "subject" | "resource">;

function isAt(a: Place, b: Place): boolean {
  return a.indicator === b.indicator && a.stage === b.stage && a.grade === b.grade && a.subject === b.subject && a.resource === b.resource;
}
