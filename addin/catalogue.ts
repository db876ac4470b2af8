/**
 * The definitions in force in this add-in: the catalogue that was shipped, until the pane has fetched a newer one with the region's
 * choices and targets. Functions read it synchronously; it outlives a reload in the browser's store.
 */
import type { Choice, IndicatorView, Target } from "../shared/contract.ts";
import { type Catalogue, catalogueOf } from "../shared/indicators/catalogue.ts";
import { shipped } from "../shared/indicators/index.ts";
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

const KEY = "quality.catalogue";
const OF_THE_ADDIN: InForce = { region: null, release: "", catalogue: shipped, choices: [], targets: [] };
const listeners = new Set<() => void>();
let current: InForce | null = null;

/** What is in force now. The release of the shipped catalogue is that of today. */
export function inForce(): InForce {
  current ??= remembered() ?? { ...OF_THE_ADDIN, release: shipped.releaseAt(dayOf(new Date().toISOString())) };
  return current;
}

/** Takes what the server says; cells that read it must be computed anew, which listeners see to. */
export function serve(served: Served): void {
  const next = inForceOf(served);
  const before = current;
  current = next;
  remember(served);
  if (JSON.stringify(shownOf(before)) !== JSON.stringify(shownOf(next))) for (const listener of listeners) listener();
}

/** Back to the shipped catalogue, without a region's choices: nobody is connected any more. */
export function forgetServed(): void {
  current = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without a store there is nothing to forget.
  }
  for (const listener of listeners) listener();
}

/** Calls back when something else is in force; returns how to stop. */
export function onInForce(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A served definition wins over the shipped one of the same id and version; versions the server does not tell of stay known. */
function inForceOf({ indicators, ...rest }: Served): InForce {
  const served = indicators.map(definitionFrom).filter((definition) => definition !== null);
  const keys = new Set(served.map(({ id, version }) => `${id}@${version}`));
  return { ...rest, catalogue: catalogueOf([...shipped.all.filter(({ id, version }) => !keys.has(`${id}@${version}`)), ...served]) };
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

function remembered(): InForce | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : inForceOf(JSON.parse(text) as Served);
  } catch {
    return null;
  }
}
