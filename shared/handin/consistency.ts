/**
 * What is worth a question once the files of a county lie side by side: across sheets, across schools, across periods. Queries only:
 * nothing is changed or left out because of them, and what a school explained stands beside them.
 */
import { choicesFor } from "../choices.ts";
import type { Collection, Stage } from "../contract.ts";
import type { Reader } from "../figures/gather.ts";
import { shipped } from "../indicators/index.ts";
import { parsePeriod } from "../period.ts";
import { classesAlike, conditionsAgain, enteredAgain, marksAgain } from "./consistency/again.ts";
import { earlierCohort } from "./consistency/cohort.ts";
import { gradeSmall } from "./consistency/grade-small.ts";
import { manyTimes } from "./consistency/many-times.ts";
import { marks } from "./consistency/marks.ts";
import { namesIn } from "./consistency/names.ts";
import { participation } from "./consistency/participation.ts";
import { backboneTwice, partsAbove } from "./consistency/parts.ts";
import { EQUIPMENT_CODE, perPupil } from "./consistency/per-pupil.ts";
import { rollChanged } from "./consistency/roll.ts";
import { samePeople } from "./consistency/same-people.ts";
import { pupilsDiffer, yearsBetween } from "./consistency/same-pupils.ts";
import { defaultSettings, type Settings } from "./consistency/settings.ts";
import { duplicates, enrolment, joint, lines, passAndExcellent } from "./consistency/sheets.ts";
import { stagesAlike } from "./consistency/stages-alike.ts";
import { UNIT_CODE, units, unitsBeside } from "./consistency/units.ts";
import { type Figures, OUTSIDE_CODE, outside, usualIn } from "./consistency/usual.ts";
import type { Held, Noticed, Store } from "./held.ts";
import { rollupOf } from "./rollup.ts";
import { standingIn } from "./standing.ts";

/** The questions about a collection of the store, school by school; those about how the county set it up come first. */
export function consistencyOf(store: Store, id: string, now: Reader["now"], settings: Settings = defaultSettings): Noticed[] {
  const { collections } = store.county;
  const collection = collections.find((one) => one.collection === id);
  if (!collection) return [];
  const standing = standingIn(store, id, shipped).standing;
  const last = lastTime(collection, collections);
  const years = last ? yearsBetween(last.period, collection.period) : null;
  const [before, resources] = [last, resourcesOf(collection, collections)].map((one) =>
    one ? bySchool(store, one) : new Map<string, Held>(),
  );
  const figures = figuresOf(store, id, now);
  const figuresThen: Figures = last ? figuresOf(store, last.collection, now) : new Map();
  // Marks differ between schools as they do; amounts per pupil that nobody handed in before are held against each other.
  const first = collection.form === "resources" && [...figuresThen.values()].flat().every(({ value }) => value === null);
  const usual = usualIn(first ? figures : figuresThen, settings);
  const names = namesIn(store.county);
  const leadersApart = choicesFor(collection, store.county.choices).some(
    ({ option, choice }) => option === "backbone-leaders" && choice === "apart",
  );
  const sinceThen = (held: Held, then: Held) => [
    ...participation(held, then, years, names, settings),
    ...pupilsDiffer(held, then, years, names, settings),
    ...units(held, then, names, settings),
    ...manyTimes(held, then, [...(before?.values() ?? [])], names, settings),
    ...marksAgain(held, then, years, names, settings),
    ...conditionsAgain(held, then, names, settings),
    ...enteredAgain(held, then, names, settings),
  ];
  const own = standing.flatMap((held) => {
    const [then, beside] = [before?.get(held.school), resources?.get(held.school)];
    const rolls: ReadonlyMap<Stage, Noticed> = then ? rollChanged(held, then, names, settings) : new Map();
    const ofRoll = (figures.get(held.school) ?? []).filter(({ stage }) => !rolls.has(stage));
    return [
      ...(beside ? enrolment(held, beside, names, settings) : []),
      ...gradeSmall(held, { last: then, resources: beside, years }, names, settings),
      ...samePeople(held, beside, names, settings),
      ...partsAbove(held, beside, names, settings),
      ...backboneTwice(held, beside, names, leadersApart, settings),
      ...rolls.values(),
      ...joint(held, collection),
      ...marks(held, collection, settings),
      ...classesAlike(held, settings),
      ...stagesAlike(held, settings),
      ...passAndExcellent(held),
      ...perPupil(held, rolls, settings),
      ...(then ? sinceThen(held, then) : []),
      ...outside(held, ofRoll, usual, !first, settings),
    ];
  });
  const asked = [...duplicates(standing, names), ...unitsBeside(standing, settings), ...own];
  // 万元 for 元 says it already.
  const wrongUnit = new Set(asked.flatMap(({ school, finding }) => (finding.code === UNIT_CODE ? [school] : [])));
  const saidBy = new Set(first ? [EQUIPMENT_CODE, OUTSIDE_CODE] : [EQUIPMENT_CODE]);
  const all = asked.filter(({ school, finding }) => !saidBy.has(finding.code) || !wrongUnit.has(school));
  return [
    ...lines(collection),
    ...earlierCohort(collection),
    ...all.sort((a, b) => ((a.school ?? "") < (b.school ?? "") ? -1 : (a.school ?? "") > (b.school ?? "") ? 1 : 0)),
  ];
}

/** What is to be read for the questions about a collection: itself, last time's, and that of resources about its time. */
export function besideOf(id: string, collections: readonly Collection[]): string[] {
  const collection = collections.find((one) => one.collection === id);
  if (!collection) return [];
  const beside = [lastTime(collection, collections), resourcesOf(collection, collections)].flatMap((one) => (one ? [one.collection] : []));
  return [...new Set([id, ...beside])];
}

/** The collection that this one is measured against, else the last earlier one of the same form. */
function lastTime(collection: Collection, all: readonly Collection[]): Collection | undefined {
  const named = all.find((one) => one.collection === collection.baseline);
  if (named) return named;
  const { from } = parsePeriod(collection.period);
  const earlier = all.filter((one) => one.form === collection.form && parsePeriod(one.period).to < from);
  return latest(earlier);
}

/** The collection of resources about the time of an exam, or of indicators. */
export function resourcesOf({ form, period }: Collection, all: readonly Collection[]): Collection | undefined {
  if (form === "resources") return undefined;
  const { from, to } = parsePeriod(period);
  return latest(all.filter((one) => one.form === "resources" && parsePeriod(one.period).from <= to && from <= parsePeriod(one.period).to));
}

function latest(collections: readonly Collection[]): Collection | undefined {
  const key = (one: Collection) => `${parsePeriod(one.period).to} ${one.collection}`;
  return [...collections].sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1);
}

function bySchool(store: Store, { collection }: Collection): Map<string, Held> {
  return new Map(standingIn(store, collection, shipped).standing.map((held) => [held.school, held]));
}

function figuresOf(store: Store, id: string, now: number): Figures {
  return new Map(rollupOf(store, id, { now, audience: "bureau" }).schools.map(({ school, figures }) => [school, figures]));
}
