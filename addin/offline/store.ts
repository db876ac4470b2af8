/** What a bureau holds on this computer: in the worker's memory while the page is open, and kept in the browser as it changes. */
import { canonical } from "../../shared/canonical.ts";
import { askedOf } from "../../shared/handin/asked.ts";
import { isUnexplained } from "../../shared/handin/finding.ts";
import type { Decision, Held, Store } from "../../shared/handin/held.ts";
import { invalid } from "../../shared/refusal.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { type Change, type Kept, STAMP } from "./kept.ts";

/** What is held of one school in one collection, as the page lists it. */
export interface HeldLine {
  readonly school: string;
  readonly collection: string;
  readonly revision: number;
  readonly queries: number;
  /** How many of them are explained. */
  readonly noted: number;
  /** How many are still to be explained. */
  readonly open: number;
  /** Explanations that no query asks about. */
  readonly other: number;
  readonly made: string;
  /** The revision of the content that this one replaced, where it can be brought back. */
  readonly former: number | null;
  /** The revision whose counts stand again because that one was undone; `null` where it was not. */
  readonly back: number | null;
}

/** A content that another replaced; with `back` because the bureau went back to that revision. */
export interface Former extends Held {
  readonly back?: number;
}

export interface Keeper {
  /** Whether it is there again after a reload. */
  readonly lasting: boolean;
  /** `null`: nothing is set up yet. */
  store(): Store | null;
  /** The content that what is held of a school replaced. */
  former(place: Pick<Held, "school" | "collection">): Former | null;
  /**
   * Changes what is held, one change after the other, and keeps it before it is true. What another window has changed meanwhile is read
   * first, so that a change is always made to what stands; it may be made more than once. `null` clears everything. `back`: the revision that
   * the change goes back to.
   */
  update(change: (store: Store | null) => Store | null, back?: number): Promise<void>;
}

const [COUNTY, DECISIONS, HELD, FORMER, SCENARIO] = ["county", "decisions", "held ", "former ", "scenario "];
const nameOf = ({ collection, school, revision, sha256 }: Held) => `${HELD}${collection} ${school} ${revision} ${sha256}`;
const scenarioName = ({ collection, name }: Scenario) => `${SCENARIO}${collection} ${name}`;

/** Opens what was kept the last time. */
export async function keeperOf(kept: Kept): Promise<Keeper> {
  let { store, formers, stamp } = readIn(await kept.all());
  let last: Promise<void> = Promise.resolve();
  const apply = async (change: (store: Store | null) => Store | null, back?: number): Promise<void> => {
    if ((await kept.one(STAMP)) !== stamp) ({ store, formers, stamp } = readIn(await kept.all()));
    const next = change(store);
    if (next === store) return;
    if (next === null) {
      await kept.clear();
      [store, formers, stamp] = [null, new Map(), undefined];
      return;
    }
    const replaced = replacedBy(store, next).map((one): Former => (back === undefined ? one : { ...one, back }));
    const own = `${Date.now()} ${Math.random()}`;
    // Another window was in between: the change is made again, to what that one left.
    if (!(await keep(kept, store, next, replaced, { expected: stamp, stamp: own }))) return apply(change, back);
    for (const one of replaced) formers.set(formerName(one), one);
    [store, stamp] = [next, own];
  };
  return {
    lasting: kept.lasting,
    store: () => store,
    former: (place) => formers.get(formerName(place)) ?? null,
    update(change, back) {
      const done = last.then(() => apply(change, back));
      // Who comes next does not care whether this one failed.
      last = done.catch(() => undefined);
      return done;
    },
  };
}

function readIn(texts: ReadonlyMap<string, string>) {
  const formers = [...texts].filter(([name]) => name.startsWith(FORMER)).map(([name, text]) => [name, JSON.parse(text) as Former] as const);
  return { store: storeIn(texts), formers: new Map(formers), stamp: texts.get(STAMP) };
}

function storeIn(texts: ReadonlyMap<string, string>): Store | null {
  const county = texts.get(COUNTY);
  if (county === undefined) return null;
  const held = [...texts].filter(([name]) => name.startsWith(HELD)).map(([, text]) => JSON.parse(text) as Held);
  const decisions = JSON.parse(texts.get(DECISIONS) ?? "[]") as Decision[];
  const scenarios = [...texts].filter(([name]) => name.startsWith(SCENARIO)).map(([, text]) => JSON.parse(text) as Scenario);
  const saved = scenarios.length > 0 ? { scenarios } : {};
  return { ...(JSON.parse(county) as Pick<Store, "county" | "since">), held, decisions, ...saved };
}

function formerName({ collection, school }: Pick<Held, "school" | "collection">): string {
  return `${FORMER}${collection} ${school}`;
}

/** What was counted and gives way to a higher revision with other numbers: an explanation alone replaces nothing. */
function replacedBy(before: Store | null, after: Store): Held[] {
  if (!before || before.held === after.held) return [];
  const there = new Map(after.held.map((one) => [formerName(one), one]));
  return heldIn(before).filter((one) => {
    const next = there.get(formerName(one));
    return next !== undefined && next.revision > one.revision && canonical(next.body.slices) !== canonical(one.body.slices);
  });
}

/** Only what is different is written: one school's content is a hundredth of a second, three hundred are many. */
async function keep(
  kept: Kept,
  before: Store | null,
  next: Store,
  replaced: readonly Held[],
  stamps: Pick<Change, "expected" | "stamp">,
): Promise<boolean> {
  const { county, since, held, decisions, scenarios = [] } = next;
  const known = new Set((before?.held ?? []).map(nameOf));
  const names = new Set(held.map(nameOf));
  const put = held
    .filter((one) => !known.has(nameOf(one)) || !before?.held.includes(one))
    .map((one) => [nameOf(one), JSON.stringify(one)] as const);
  const drop = [...known].filter((name) => !names.has(name));
  const more: (readonly [string, string])[] = [];
  if (before?.county !== county || before.since !== since) more.push([COUNTY, JSON.stringify({ county, since })]);
  if (before?.decisions !== decisions) more.push([DECISIONS, JSON.stringify(decisions)]);
  const saved = new Set(scenarios.map(scenarioName));
  more.push(
    ...scenarios.filter((one) => !before?.scenarios?.includes(one)).map((one) => [scenarioName(one), JSON.stringify(one)] as const),
  );
  drop.push(...(before?.scenarios ?? []).map(scenarioName).filter((name) => !saved.has(name)));
  try {
    const formers = replaced.map((one) => [formerName(one), JSON.stringify(one)] as const);
    return await kept.change({ ...stamps, put: [...more, ...put, ...formers], drop });
  } catch {
    throw invalid(
      "没有存下来：浏览器给本页的空间用完了。请到“数据”里导出，再清理磁盘或浏览器数据。",
      "it was not kept: the browser has no more room for this page. Export everything under Data, then free some space",
    );
  }
}

/** What stands as far as the bureau decided, without the check against the county's set-up that the rollup makes. */
export function heldIn({ held, decisions }: Store): Held[] {
  return held.filter((one) => {
    const decided = decisions.filter(
      ({ school, collection, revision }) => school === one.school && collection === one.collection && revision === one.revision,
    );
    return decided.length !== 1 || decided[0]?.keep === one.sha256;
  });
}

export function lineOf({ school, collection, revision, queries, body, made }: Held, former: Former | null): HeldLine {
  const asked = askedOf({ queries, body });
  const own = asked.slice(0, queries.length);
  return {
    school,
    collection,
    revision,
    queries: queries.length,
    noted: own.filter(({ note }) => note !== undefined).length,
    open: own.filter(isUnexplained).length,
    other: asked.length - queries.length,
    made,
    former: former?.revision ?? null,
    back: former?.back ?? null,
  };
}
