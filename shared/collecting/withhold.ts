/** Small groups: a viewer sees no school's figure that comes from fewer than ten pupils, nor one that a subtraction would give away. */
import type { Read } from "../figures.ts";
import { SMALL_GROUP } from "../submission.ts";

const WITHHELD = { zh: `不足 ${SMALL_GROUP} 人，不显示`, en: `fewer than ${SMALL_GROUP} pupils: withheld` };
const BESIDE_SMALL = { zh: "为保护小群体而不显示", en: "withheld to protect a small group" };

type Unit = readonly Read[];

/**
 * Blanks whole stages of a unit: those in which some figure comes from a small group (one paper could be told from the pooled figure
 * less the others), and those beside it from which a subtraction would give it away.
 */
export function withholdSmall(units: readonly Unit[]): Read[][] {
  const stages = [...new Set(units.flat().map(({ figure }) => figure.stage))];
  const hidden = new Map(stages.map((stage) => [stage, hiddenIn(units, stage)]));
  return units.map((unit) =>
    unit.map((read) => {
      const { stage } = read.figure;
      if (!hidden.get(stage)?.has(unit)) return read;
      return blank(read, isSmall(unit, stage) ? WITHHELD : BESIDE_SMALL);
    }),
  );
}

function isSmall(unit: Unit, stage: string): boolean {
  return unit.some(({ figure, pupils }) => figure.stage === stage && pupils < SMALL_GROUP);
}

function hiddenIn(units: readonly Unit[], stage: string): ReadonlySet<Unit> {
  const hidden = new Set(units.filter((unit) => isSmall(unit, stage)));
  for (let next = besideFew(units, stage, hidden); next; next = besideFew(units, stage, hidden)) hidden.add(next);
  return hidden;
}

/**
 * The region's figure less the shown ones is that of the hidden units together. Where that is one unit alone, or fewer than ten pupils,
 * it would give them away: the unit with the fewest pupils beside them, to be hidden too (secondary suppression).
 */
function besideFew(units: readonly Unit[], stage: string, hidden: ReadonlySet<Unit>): Unit | undefined {
  const holders = new Map<string, { unit: Unit; pupils: number }[]>();
  for (const unit of units) {
    for (const { figure, pupils } of unit) {
      if (figure.stage !== stage) continue;
      const key = [figure.indicator, figure.grade, figure.subject, figure.resource].join("|");
      const having = holders.get(key);
      if (having) having.push({ unit, pupils });
      else holders.set(key, [{ unit, pupils }]);
    }
  }
  for (const having of holders.values()) {
    const shown = having.filter(({ unit }) => !hidden.has(unit));
    const behind = having.filter(({ unit }) => hidden.has(unit));
    const few = behind.length === 1 || behind.reduce((sum, { pupils }) => sum + pupils, 0) < SMALL_GROUP;
    if (behind.length > 0 && few && shown.length > 0) return shown.reduce((a, b) => (b.pupils < a.pupils ? b : a)).unit;
  }
  return undefined;
}

function blank(read: Read, why: typeof WITHHELD): Read {
  return { ...read, figure: { ...read.figure, value: null, counts: null, interval: null, why } };
}
