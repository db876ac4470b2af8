/** What a choice would change, collection by collection, put together for whoever is about to save it. */
import type { Effect, EffectRow } from "../../shared/contract.ts";
import type { Outcome } from "./verdict.tsx";

/** One verdict that would be another: the unit's name is "" for the region. */
export interface Change extends Pick<EffectRow, "indicator" | "stage" | "grade" | "subject"> {
  readonly collection: string;
  readonly unit: string;
  readonly now: Outcome | null;
  readonly other: Outcome | null;
}

export interface Changes {
  /** Schools of which some verdict would change. */
  readonly schools: number;
  /** The verdicts, the region's first. */
  readonly verdicts: readonly Change[];
  /** Figures that would have another value, of schools and of the region. */
  readonly values: number;
}

export function changesIn(effects: readonly Effect[]): Changes {
  const rows = effects.flatMap(({ region, collection, units }) =>
    units.flatMap(({ unit, name, rows: own }) => own.map((row) => ({ collection, unit, name, ofRegion: unit === region, row }))),
  );
  const changed = rows.flatMap(({ collection, unit, name, ofRegion, row }) => {
    const { indicator, stage, grade, subject, now, other } = row;
    const targets = Array.from({ length: Math.max(now.verdicts.length, other.verdicts.length) }, (_, at) => at);
    return targets
      .map((at) => ({ now: now.verdicts[at] ?? null, other: other.verdicts[at] ?? null }))
      .filter((one) => one.now !== one.other)
      .map((one) => ({ code: unit, ofRegion, change: { collection, unit: name, indicator, stage, grade, subject, ...one } }));
  });
  const regionFirst = [...changed.filter(({ ofRegion }) => ofRegion), ...changed.filter(({ ofRegion }) => !ofRegion)];
  return {
    schools: new Set(changed.filter(({ ofRegion }) => !ofRegion).map(({ code }) => code)).size,
    verdicts: regionFirst.map(({ change }) => change),
    values: rows.filter(({ row }) => row.now.value !== row.other.value).length,
  };
}
