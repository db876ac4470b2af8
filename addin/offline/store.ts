/** What a bureau holds on this computer: in the worker's memory while the page is open, and kept in the browser as it changes. */
import type { Decision, Held, Store } from "../../shared/handin/held.ts";
import { invalid } from "../../shared/refusal.ts";
import type { Kept } from "./kept.ts";

/** What is held of one school in one collection, as the page lists it. */
export interface HeldLine {
  readonly school: string;
  readonly collection: string;
  readonly revision: number;
  readonly queries: number;
  /** How many of them are explained. */
  readonly noted: number;
  readonly made: string;
}

export interface Keeper {
  /** Whether it is there again after a reload. */
  readonly lasting: boolean;
  /** `null`: nothing is set up yet. */
  store(): Store | null;
  /** Changes what is held, one change after the other, and keeps it before it is true. `null` clears everything. */
  update(change: (store: Store | null) => Store | null): Promise<void>;
}

const [COUNTY, DECISIONS, HELD] = ["county", "decisions", "held "];
const nameOf = ({ collection, school, revision, sha256 }: Held) => `${HELD}${collection} ${school} ${revision} ${sha256}`;

/** Opens what was kept the last time. */
export async function keeperOf(kept: Kept): Promise<Keeper> {
  let store = storeIn(await kept.all());
  let last: Promise<void> = Promise.resolve();
  const apply = async (change: (store: Store | null) => Store | null) => {
    const next = change(store);
    if (next === store) return;
    if (next === null) await kept.clear();
    else await keep(kept, store, next);
    store = next;
  };
  return {
    lasting: kept.lasting,
    store: () => store,
    update(change) {
      const done = last.then(() => apply(change));
      // Who comes next does not care whether this one failed.
      last = done.catch(() => undefined);
      return done;
    },
  };
}

function storeIn(texts: ReadonlyMap<string, string>): Store | null {
  const county = texts.get(COUNTY);
  if (county === undefined) return null;
  const held = [...texts].filter(([name]) => name.startsWith(HELD)).map(([, text]) => JSON.parse(text) as Held);
  const decisions = JSON.parse(texts.get(DECISIONS) ?? "[]") as Decision[];
  return { ...(JSON.parse(county) as Pick<Store, "county" | "since">), held, decisions };
}

/** Only what is different is written: one school's content is a hundredth of a second, three hundred are many. */
async function keep(kept: Kept, before: Store | null, { county, since, held, decisions }: Store): Promise<void> {
  const known = new Set((before?.held ?? []).map(nameOf));
  const names = new Set(held.map(nameOf));
  const put = held
    .filter((one) => !known.has(nameOf(one)) || !before?.held.includes(one))
    .map((one) => [nameOf(one), JSON.stringify(one)] as const);
  const drop = [...known].filter((name) => !names.has(name));
  const more: (readonly [string, string])[] = [];
  if (before?.county !== county || before.since !== since) more.push([COUNTY, JSON.stringify({ county, since })]);
  if (before?.decisions !== decisions) more.push([DECISIONS, JSON.stringify(decisions)]);
  try {
    await kept.change([...more, ...put], drop);
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

export function lineOf({ school, collection, revision, queries, made }: Held): HeldLine {
  return { school, collection, revision, queries: queries.length, noted: queries.filter(({ note }) => note !== undefined).length, made };
}
