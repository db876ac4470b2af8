/**
 * The definitions in force in this add-in: the catalogue that was shipped, until the pane has fetched a newer one with the region's
 * choices and targets. Functions read it synchronously; it outlives a reload in the browser's store. Of the shipped ones those that read
 * exams are here from the start; all of them come with all-definitions.ts.
 */
import type { Choice, IndicatorView, Target } from "../shared/contract.ts";
import { type Catalogue, catalogueOf } from "../shared/indicators/catalogue.ts";
import { ofExams } from "../shared/indicators/of-exams.ts";
import { definitionFrom } from "../shared/indicators/view.ts";
import { dayOf } from "../shared/moment.ts";

/** What the server says: kept as it came. */
export interface Served {
  /** The region whose choices and targets these are; null while nobody is connected. */
  readonly region: string | null;
  readonly release: string;
  readonly indicators: readonly IndicatorView[];
  readonly choices: readonly Choice[];
  readonly targets: readonly Target[];
}

export interface InForce extends Omit<Served, "indicators"> {
  readonly catalogue: Catalogue;
}

/** Hears that something else is in force, or, with `more`, only that more definitions are known: no cell has read those before. */
type Listener = (more: boolean) => void;

const KEY = "quality.catalogue";
const listeners = new Set<Listener>();
let shipped = ofExams;
/** What the server said last; `undefined` before the browser's store was looked into. */
let heard: Served | null | undefined;
let current: InForce | null = null;

/** What is in force now. The release of the shipped catalogue is that of today. */
export function inForce(): InForce {
  current ??= recalled() ?? inForceBy(null);
  return current;
}

/** Takes what the server says; cells that read it must be computed anew, which listeners see to. */
export function serve(served: Served): void {
  const before = current;
  heard = served;
  current = inForceBy(served);
  remember(served);
  if (JSON.stringify(shownOf(before)) !== JSON.stringify(shownOf(current))) tell(false);
}

/** Back to the shipped catalogue, without a region's choices: nobody is connected any more. */
export function forgetServed(): void {
  heard = null;
  current = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without a store there is nothing to forget.
  }
  tell(false);
}

/** Takes the whole shipped catalogue in place of that part of it which was there from the start. */
export function knowAll(all: Catalogue): void {
  shipped = all;
  current = null;
  tell(true);
}

/** Calls back when something else is in force, or more is known; returns how to stop. */
export function onInForce(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(more: boolean): void {
  for (const listener of listeners) listener(more);
}

/** A served definition wins over the shipped one of the same id and version; versions the server does not tell of stay known. */
function inForceBy(served: Served | null): InForce {
  if (!served)
    return { region: null, release: shipped.releaseAt(dayOf(new Date().toISOString())), catalogue: shipped, choices: [], targets: [] };
  const { indicators, ...rest } = served;
  const told = indicators.map(definitionFrom).filter((definition) => definition !== null);
  const keys = new Set(told.map(({ id, version }) => `${id}@${version}`));
  return { ...rest, catalogue: catalogueOf([...shipped.all.filter(({ id, version }) => !keys.has(`${id}@${version}`)), ...told]) };
}

function shownOf(one: InForce | null): unknown {
  return one && [one.region, one.release, one.choices, one.targets, one.catalogue.all];
}

function remember(served: Served): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(served));
  } catch {
    // A full or forbidden store: the next start fetches again.
  }
}

/** What the server said last, in this opening or an earlier one. What an older add-in kept may have another shape. */
function recalled(): InForce | null {
  try {
    if (heard === undefined) heard = JSON.parse(localStorage.getItem(KEY) ?? "null") as Served | null;
    return heard && inForceBy(heard);
  } catch {
    heard = null;
    return null;
  }
}
