/** A region's own targets as lines to be implied by its schools: read as the rollup judges them, one for each figure they are held against. */
import type { StatementLine, Target } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Words } from "../refusal.ts";
import { type RollupInput, readableIn, unitFigures } from "../rollup.ts";
import { limitsFor, targetsIn } from "../verdicts.ts";

type Stage = StatementLine["stage"];

interface RegionLines {
  readonly lines: StatementLine[];
  /** Names of the indicators that have a target of the period and are not read by this collection: the rollup leaves them out. */
  readonly unread: Words[];
}

/**
 * Those of the collection's period. A target without a stage is held in every stage there is something of (`isOf`), one that names the
 * region wins over a general one, and an indicator that is read for each paper or grade is asked of each.
 */
export function linesOfRegion(
  targets: readonly Target[],
  { rules, collection, region, sums }: RollupInput,
  catalogue: Catalogue,
  isOf: (stage: Stage) => boolean,
): RegionLines {
  const { period, exam } = collection;
  const all = targetsIn(period, targets).filter(({ unit }) => unit === null || unit === region);
  const readable = readableIn(rules, collection);
  const inForce = all.filter(({ indicator }) => readable.has(indicator));
  const figures = unitFigures(rules, sums, collection).map(({ figure }) => figure);
  const isThere = (stage: Stage) => (exam ? exam.papers.some((paper) => paper.stage === stage) : isOf(stage));
  const lines = [...new Set(inForce.map(({ indicator }) => indicator))].flatMap((id) => {
    const definition = catalogue.find(id, collection.definitions ?? undefined);
    if (!definition) return [];
    const own = inForce.filter(({ indicator }) => indicator === id);
    const named = new Set(own.flatMap(({ stage }) => stage ?? []));
    const everywhere = own.some(({ stage }) => stage === null) ? definition.stages.filter(isThere) : [];
    const stages = new Set([...named, ...everywhere]);
    // What no stage of the collection has is asked all the same, as the rollup lists it.
    if (stages.size === 0) for (const stage of definition.stages.slice(0, 1)) stages.add(stage);
    return [...stages].flatMap((stage) => {
      const found = figures.filter((figure) => figure.indicator === id && figure.stage === stage);
      const places = found.length > 0 ? found : [{ indicator: id, stage, grade: null, subject: null }];
      return places.flatMap(({ grade, subject }) =>
        limitsFor({ indicator: id, stage }, { rules, unit: region, targets: own }).map(({ operator, value, upTo, source }) => ({
          ...{ indicator: id, version: definition.version, stage, grade, subject },
          ...{ operator, value, upTo, period, deadline: null, source },
        })),
      );
    });
  });
  const others = new Set(all.filter(({ indicator }) => !readable.has(indicator)).map(({ indicator }) => indicator));
  return {
    lines: lines.map((line, at) => ({ id: `T${at + 1}`, ...line })),
    unread: [...others].map((id) => catalogue.find(id, collection.definitions ?? undefined)?.names ?? { zh: id, en: id }),
  };
}
