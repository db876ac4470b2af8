/** What the open sheet says before it is sent: the same figures and verdicts the Worker will read from the same whole numbers. */
import type { Collection, Figure, IndicatorView, Overview, School, Slice, Verdict } from "../../shared/contract.ts";
import { catalogue, definitions } from "../../shared/indicators/index.ts";
import { unitFigures } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { targetsIn, verdictsOn } from "../../shared/verdicts.ts";

export interface Checked {
  readonly figures: readonly Figure[];
  readonly verdicts: readonly Verdict[];
}

export function check(slices: readonly Slice[], collection: Collection, school: School, { targets }: Overview): Checked {
  const tallies = talliesOf({ definitions, slices: [...slices] });
  const figures = unitFigures(tallies, collection).map(({ figure }) => figure);
  return {
    figures,
    verdicts: verdictsOn(figures, { unit: school.school, targets: targetsIn(collection.period, targets), undecided: () => null }),
  };
}

/** A school behind a region's figures. */
export interface SchoolFigures extends Checked {
  readonly school: string;
  readonly name: string;
}

/** A figure with its definition and the verdicts that rest on it: one row of a list. */
export interface Item {
  readonly key: string;
  readonly indicator: IndicatorView;
  readonly figure: Figure | null;
  readonly verdicts: readonly Verdict[];
}

export interface Group {
  readonly key: string;
  readonly stage: Figure["stage"];
  readonly grade: number | null;
  readonly subject: string | null;
  readonly items: readonly Item[];
}

type Place = Pick<Figure, "stage" | "grade" | "subject" | "resource">;

const INDICATORS = new Map(catalogue().map((indicator) => [indicator.id, indicator]));

/** Figures and verdicts as rows, grouped by what they are about: all subjects first, then each subject as it came. */
export function groupsOf({ figures, verdicts }: Checked): Group[] {
  const items = new Map<string, Item>();
  const places = new Map<string, Place>();
  const put = (at: Place & { indicator: string }, figure: Figure | null, verdict: Verdict | null) => {
    const indicator = INDICATORS.get(at.indicator);
    if (!indicator) return;
    const key = [at.indicator, at.stage, at.grade, at.subject, at.resource].join("|");
    const known = items.get(key);
    places.set(key, at);
    items.set(key, {
      key,
      indicator,
      figure: figure ?? known?.figure ?? null,
      verdicts: verdict ? [...(known?.verdicts ?? []), verdict] : (known?.verdicts ?? []),
    });
  };
  for (const figure of figures) put(figure, figure, null);
  for (const verdict of verdicts) put(verdict, null, verdict);

  const groups = new Map<string, Group & { items: Item[] }>();
  for (const item of items.values()) {
    const { stage, grade, subject } = places.get(item.key) as Place;
    const key = [stage, grade, subject].join("|");
    const group = groups.get(key) ?? { key, stage, grade, subject, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function rank({ grade, subject }: Group): number {
  return grade === null ? 0 : subject === null ? 1 : 2;
}

/** How many verdicts of each kind a list holds. */
export function countVerdicts(verdicts: readonly Verdict[]): Record<Verdict["verdict"], number> {
  const counts = { met: 0, missed: 0, undecided: 0 };
  for (const { verdict } of verdicts) counts[verdict]++;
  return counts;
}
