/** From rollups to pictures: the schools behind a figure, and the same figure over the collections of one form. */
import type { Collection, Figure, Verdict } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { wilson } from "../../shared/kernel/wilson.ts";
import { parsePeriod } from "../../shared/period.ts";
import type { StripData } from "../../shared/pictures/strip-data.ts";
import type { TrendData, TrendPoint } from "../../shared/pictures/trend-data.ts";
import type { Words } from "../../shared/refusal.ts";
import { membersOf, sameFigure } from "../check/about.ts";
import type { SchoolFigures } from "../pane/check.ts";
import type { Then } from "./ground.ts";

/** More points than this are too close to each other in the pane. */
const MOST = 8;

/** The collections of one form up to this one, in the order of their periods. */
export function seriesOf(collections: readonly Collection[], { collection, form }: Pick<Collection, "collection" | "form">): Collection[] {
  const ordered = collections
    .filter((one) => one.form === form)
    .map((one) => ({ one, end: parsePeriod(one.period).to }))
    .sort((a, b) => (a.end === b.end ? compare(a.one.collection, b.one.collection) : compare(a.end, b.end)))
    .map(({ one }) => one);
  const here = ordered.findIndex((one) => one.collection === collection);
  return ordered.slice(Math.max(0, here + 1 - MOST), here + 1);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Asked {
  readonly title: string;
  readonly indicator: Definition;
  readonly verdict: Verdict;
  readonly speak: (words: Words) => string;
}

/** Schools in the order of their codes; one limit is drawn only where it is everybody's. */
export function stripOf({ title, indicator, verdict, speak }: Asked, schools: readonly SchoolFigures[]): StripData {
  const members = membersOf(verdict, schools).map((school) => ({
    school,
    figure: school.figures.find((one) => sameFigure(one, verdict)),
    own: school.verdicts.find((one) => sameFigure(one, verdict) && one.operator === verdict.operator),
  }));
  const limits = new Set(members.flatMap(({ own }) => (own ? [`${own.limit} ${own.upTo}`] : [])));
  const judged = limits.size === 1 ? members.find(({ own }) => own)?.own : undefined;
  return {
    title,
    of: indicator,
    schools: members
      .map(({ school: { school, name }, figure, own }) => {
        const value = own?.value ?? figure?.value ?? null;
        const why = figure?.why ? speak(figure.why) : undefined;
        return { school, name, value, outcome: value === null ? null : (own?.verdict ?? null), why };
      })
      .sort((a, b) => compare(a.school, b.school)),
    target: judged ? { operator: judged.operator, limit: judged.limit, upTo: judged.upTo } : null,
    whole: verdict.value,
  };
}

/** `rollups` in the order of `series`; `null` where one could not be read, which leaves a gap with its reason. */
export function trendOf(
  { title, indicator, verdict, speak }: Asked,
  series: readonly Collection[],
  rollups: readonly (Then | null)[],
  catalogue: Catalogue,
  unread: string,
): TrendData {
  const points = series.map(({ collection, name, period }, at): TrendPoint => {
    const rollup = rollups[at];
    const figure: Figure | undefined = rollup?.figures.find((one) => sameFigure(one, verdict));
    const { value = null, counts = null, interval = null } = figure ?? {};
    const version = (rollup && catalogue.find(indicator.id, rollup.definitions)?.version) ?? indicator.version;
    return {
      ...{ key: collection, label: period, name, value, counts, version },
      interval: value === null ? null : counts && counts.denominator > 0 ? wilson(counts.numerator, counts.denominator) : interval,
      why: rollup ? (figure?.why ? speak(figure.why) : undefined) : unread,
    };
  });
  const { operator, limit, upTo } = verdict;
  const kind = points.some(({ counts }) => counts) ? "wilson" : points.some(({ interval }) => interval) ? "own" : null;
  return { title, of: indicator, points, target: { operator, limit, upTo }, interval: kind };
}
