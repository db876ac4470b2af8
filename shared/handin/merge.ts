/**
 * Two stores into one, in any order and however often, with the same result. Of a school's revisions the highest stands; contents that
 * differ under one revision are all kept, for a person to choose. Of the bureau's decisions, as of its set-ups, the latest counts.
 */
import { canonical } from "../canonical.ts";
import { opening } from "../moment.ts";
import { invalid } from "../refusal.ts";
import type { Decision, Held, Store } from "./held.ts";
import { joinScenarios } from "./merge-scenarios.ts";

/** Everything both hold. Refuses stores of two regions. */
export function merge(a: Store, b: Store): Store {
  const [here, there] = [a.county.region, b.county.region];
  if (here !== there)
    throw invalid(
      `两份数据属于不同区划（${here} 和 ${there}），不能合并。`,
      `the stores are of two regions (${here} and ${there}) and cannot be merged`,
    );
  const { county, since } = laterSetUp(a, b);
  return {
    ...{ county, since, held: joinHeld([...a.held, ...b.held]), decisions: joinDecisions([...a.decisions, ...b.decisions]) },
    ...scenariosOf(a, b),
  };
}

/** A store that had none keeps saying nothing of them. */
function scenariosOf({ scenarios: here = [] }: Store, { scenarios: there = [] }: Store): Pick<Store, "scenarios"> {
  if (here === there) return { scenarios: here };
  return here.length + there.length === 0 ? {} : { scenarios: joinScenarios([...here, ...there]) };
}

/** Of each school in each collection the contents of the highest revision, each once. */
function joinHeld(all: readonly Held[]): Held[] {
  return byPlace(all).flatMap((own) => {
    const highest = own.filter(({ revision }) => revision === Math.max(...own.map((one) => one.revision)));
    return once(highest, ({ sha256 }) => sha256);
  });
}

/** Of each place the decisions on its highest revision that were taken last: more than one only where they were taken at one moment. */
function joinDecisions(all: readonly Decision[]): Decision[] {
  return byPlace(all).flatMap((own) => {
    const highest = own.filter(({ revision }) => revision === Math.max(...own.map((one) => one.revision)));
    const last = Math.max(...highest.map(({ at }) => opening(at)));
    return once(
      highest.filter(({ at }) => opening(at) === last),
      ({ keep }) => keep ?? "",
    );
  });
}

/** At one moment the greater text, so that it does not matter whose was there first. */
function laterSetUp(a: Store, b: Store): Pick<Store, "county" | "since"> {
  // What is added to a store comes with the store's own county: nothing to compare.
  if (a.county === b.county && a.since === b.since) return a;
  const [one, other] = [opening(a.since), opening(b.since)];
  if (one !== other) return one > other ? a : b;
  const text = ({ county, since }: Store) => canonical({ county, since });
  return text(a) >= text(b) ? a : b;
}

function byPlace<Item extends { readonly school: string; readonly collection: string }>(all: readonly Item[]): Item[][] {
  const places = new Map<string, Item[]>();
  for (const item of all) {
    const key = `${item.collection} ${item.school}`;
    const own = places.get(key);
    if (own) own.push(item);
    else places.set(key, [item]);
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

/** One item for each identity, in their order; of two with the same the one with the lesser text. */
function once<Item extends object>(items: readonly Item[], identity: (item: Item) => string): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const before = found.get(identity(item));
    if (!before || textOf(item) < textOf(before)) found.set(identity(item), item);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** What may differ where the content is the same. */
function textOf(item: object): string {
  return canonical({ ...item, body: null });
}
