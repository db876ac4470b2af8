/** What the open sheet says before it is sent: the same figures and verdicts the Worker will read from the same whole numbers. */
import type { Collection, Figure, Note, Overview, ReadingInForce, School, Slice, Verdict } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { readingTexts, rulesOf } from "../../shared/indicators/rules.ts";
import { readableIn, unitFigures } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { targetsIn, targetsOfStages, verdictsOn } from "../../shared/verdicts.ts";
import { inForce } from "../catalogue.ts";

/** A unit's figures with what they rest on: of the open sheet, or of a region's rollup. */
export interface Checked {
  /** The release of the definitions it was read by. */
  readonly definitions: string;
  readonly readings: readonly ReadingInForce[];
  readonly figures: readonly Figure[];
  readonly verdicts: readonly Verdict[];
}

/** Reads a school's slices by the collection's own definitions and the region's choices. */
export function check(
  slices: readonly Slice[],
  collection: Collection,
  school: School,
  { targets, choices }: Pick<Overview, "targets" | "choices">,
  catalogue: Catalogue,
): Checked {
  const { definitions, period } = collection;
  const rules = rulesOf(catalogue, definitions, choices);
  const tallies = talliesOf({ definitions, slices: [...slices] });
  const figures = unitFigures(rules, tallies, collection, school).map(({ figure }) => figure);
  const readable = readableIn(rules, collection);
  const inPeriod = targetsIn(period, targets).filter(({ indicator }) => readable.has(indicator));
  const aims = targetsOfStages(inPeriod, school.stages, rules);
  const verdicts = verdictsOn(figures, { rules, unit: school.school, targets: aims, undecided: () => null });
  const resting = new Set([...figures, ...verdicts].flatMap(({ readings }) => readings));
  return { definitions, readings: readingTexts(rules, resting, collection.exam?.papers), figures, verdicts };
}

/** A school behind a region's figures. */
export interface SchoolFigures extends Pick<Checked, "figures" | "verdicts"> {
  readonly school: string;
  readonly name: string;
  readonly notes: readonly Note[];
}

/** A figure with its definition and the verdicts that rest on it: one row of a list. */
export interface Item {
  readonly key: string;
  readonly indicator: Definition;
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

/** Figures and verdicts as rows, grouped by what they are about: all subjects first, then each subject as it came. */
export function groupsOf({ definitions, figures, verdicts }: Checked): Group[] {
  const { catalogue } = inForce();
  const items = new Map<string, Item>();
  const places = new Map<string, Place>();
  const put = (at: Place & { indicator: string }, figure: Figure | null, verdict: Verdict | null) => {
    const indicator = catalogue.find(at.indicator, definitions);
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

/** The limits a value must not seem to have reached by rounding: both ends where there are two. */
export function limitsOf({ limit, upTo }: Pick<Verdict, "limit" | "upTo">): number[] {
  return upTo === null ? [limit] : [limit, upTo];
}
