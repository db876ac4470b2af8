/** What the page's worker does: holds the county, takes what was read, adds it up, and makes every file that leaves the page. */
import { canonical } from "../../shared/canonical.ts";
import { withChoice } from "../../shared/choices.ts";
import type { Effect, Rollup } from "../../shared/contract.ts";
import { effectOf } from "../../shared/figures/effect.ts";
import { askedOf } from "../../shared/handin/asked.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { County } from "../../shared/handin/county.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Noticed, Store } from "../../shared/handin/held.ts";
import { inputFrom, rollupOf } from "../../shared/handin/rollup.ts";
import { standingIn } from "../../shared/handin/standing.ts";
import { heldRevision, newStore } from "../../shared/handin/store.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { SOURCE_TARGETS } from "../../shared/indicators/options.ts";
import { invalid, type Words } from "../../shared/refusal.ts";
import type { Member } from "../../shared/rollup.ts";
import { type Ground, groundIn } from "../../shared/whatif/input.ts";
import { type ScenarioName, withoutScenario } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { makeTemplates } from "../template/make.ts";
import { cellsIn } from "./cells.ts";
import { exampleStore } from "./example/store.ts";
import { openKept } from "./kept.ts";
import { commented, storeText, submissionsZip, submissionText } from "./made-files.ts";
import { openFile, setUpIn } from "./open-file.ts";
import { putScenario } from "./scenarios.ts";
import { type HeldLine, heldIn, type Keeper, keeperOf, lineOf } from "./store.ts";
import { type BulletinGiven, bulletinOf, resultsWorkbook, tableFile } from "./tables.ts";
import { type CameWith, type Explained, notedIn, noteIn, putBackIn, removeIn, restoreIn, type TakeGiven, takeIn } from "./take.ts";

export type OfficeTasks = ReturnType<typeof officeTasks>;

export interface Opened {
  /** Whether it is there again after a reload. */
  readonly kept: boolean;
  readonly county: County | null;
  readonly held: readonly HeldLine[];
}

/** A rollup without its schools, and why something that is held does not count. */
export interface RollupRead extends Omit<Rollup, "schools"> {
  readonly noticed: readonly { readonly school: string | null; readonly words: Words }[];
}

const STALE = invalid(
  "没有存：设置刚在另一个窗口里改过，现在显示的是改过的。请看一下，再改一次。",
  "not saved: another window has just changed the set-up, which is now shown. Look at it and make your change again",
);

/** What a school was asked about, then what it explained that no query asks about. */
export interface Asked {
  readonly findings: readonly FileFinding[];
  /** How many of them are queries. */
  readonly queries: number;
}

interface At {
  readonly school: string;
  readonly collection: string;
  /** The moment, ISO 8601. */
  readonly now: string;
}

/** A line as the page shows it. */
interface Shown extends At {
  readonly revision: number;
}

/** The store, where the line that was pressed is still what stands. */
function asShown(store: Store, { school, collection }: Pick<At, "school" | "collection">, revision: number): Store {
  if (heldRevision(store, collection, school) === revision) return store;
  throw invalid(
    "没有做：这所学校刚在另一个窗口里收了另一版，现在显示的是那一版。请看一下，再做一次。",
    "not done: another window has just taken another revision of this school, which is now shown. Look at it, then do it again",
  );
}

/** Schools of a rollup that are handed over at a time: some milliseconds of the page. */
const PIECE = 20;
/** Of schools with all their distributions, fewer. */
const FEW = 5;

export function officeTasks() {
  let opening: Promise<Keeper> | null = null;
  const cameWith: CameWith = new Map();
  const keeper = () => (opening ??= openKept().then(keeperOf));
  const held = async (): Promise<Store> => {
    const store = (await keeper()).store();
    if (!store) throw invalid("还没有设置区划。", "no region is set up yet");
    return store;
  };
  const update = async (change: (store: Store) => Store) => {
    await (await keeper()).update((store) => store && change(store));
  };
  return {
    /** What is held; `again`: with what another window may have changed. */
    async open({ again }: { again: boolean }): Promise<Opened> {
      const now = await keeper();
      if (again) await now.update((store) => store);
      const store = now.store();
      return {
        kept: now.lasting,
        county: store?.county ?? null,
        held: store ? heldIn(store).map((one) => lineOf(one, now.former(one))) : [],
      };
    },
    /** `was`: the county it was written over, as the page shows it. */
    async setCounty({ county, was, now }: { county: County; was: County | null; now: string }): Promise<void> {
      await (await keeper()).update((store) => {
        const stands = canonical(store?.county ?? null);
        // Pressed twice: it is as it is wanted already.
        if (store && stands === canonical(county)) return store;
        if (stands !== canonical(was)) throw STALE;
        return store ? setUpIn(store, county, now) : newStore(county, now);
      });
    },
    /** The example county with what its schools have handed in; nothing that is set up gives way to it. */
    async example({ definitions, now }: { definitions: string; now: string }): Promise<void> {
      await (await keeper()).update((store) => {
        if (store) throw STALE;
        return exampleStore(definitions, now);
      });
    },
    take: async (given: TakeGiven) => takeIn(await keeper(), cameWith, given),
    note: ({ school, collection, now, ...explained }: At & Explained) =>
      update((store) => noteIn(store, { school, collection }, explained, now)),
    noted: async ({ findings, ...place }: Omit<At, "now"> & Pick<Explained, "findings">) => notedIn(await held(), place, findings),
    remove: ({ now, revision, ...place }: Shown) => update((store) => removeIn(asShown(store, place, revision), place, now)),
    putBack: ({ now, ...place }: At) => update((store) => putBackIn(store, place, now)),
    /** Brings back what another file replaced. */
    async restore({ now, revision, ...place }: Shown): Promise<void> {
      const kept = await keeper();
      const former = kept.former(place);
      if (former) await kept.update((store) => store && restoreIn(asShown(store, place, revision), former, now), former.revision);
    },
    async clear(_: null): Promise<void> {
      cameWith.clear();
      await (await keeper()).update(() => null);
    },
    openFile: async (given: { file: File; now: string }) => openFile(await keeper(), given),

    /** The schools are told in pieces, so that the page stays awake. */
    async rollup({ collection, now }: Omit<At, "school">, tell: (some: Rollup["schools"]) => void): Promise<RollupRead> {
      const store = await held();
      const { schools, ...rest } = rollupOf(store, collection, { now: Date.parse(now), audience: "bureau" });
      for (let at = 0; at < schools.length; at += PIECE) tell(schools.slice(at, at + PIECE));
      const { findings } = standingIn(store, collection, shipped);
      return { ...rest, noticed: findings.map(({ school, finding: { words } }) => ({ school, words })) };
    },
    /** What is worth a question across schools, sheets and periods. */
    questions: async ({ collection, now }: Omit<At, "school">): Promise<Noticed[]> =>
      consistencyOf(await held(), collection, Date.parse(now)),
    /** What another choice of an option would change in each collection; what was counted by hand rests on what it was asked by, but not its limits. */
    async effects({ option, choice, now }: { option: string; choice: string; now: string }): Promise<Effect[]> {
      const store = await held();
      const { region, collections } = store.county;
      return collections
        .filter(({ form }) => form !== "indicators" || option === SOURCE_TARGETS.id)
        .map(({ collection }) => {
          const { input } = inputFrom(store, collection, { now: Date.parse(now), audience: "bureau" });
          const rules = { ...input.rules, choices: withChoice(input.rules.choices, option, choice) };
          return { region, collection, units: effectOf(input, rules, new Set()) };
        });
    },
    /** What a what-if is read from, without its schools: they are told in pieces too. */
    async ground({ collection, now }: Omit<At, "school">, tell: (some: readonly Member[]) => void): Promise<Ground> {
      const ground = groundIn(await held(), collection, { now: Date.parse(now), audience: "bureau" });
      const { members } = ground.input;
      for (let at = 0; at < members.length; at += FEW) tell(members.slice(at, at + FEW));
      return { ...ground, input: { ...ground.input, members: [] } };
    },
    scenarios: async (_: null): Promise<readonly Scenario[]> => (await held()).scenarios ?? [],
    async putScenario(asked: { scenario: Scenario; seen: Scenario | null }): Promise<readonly Scenario[]> {
      await update((store) => putScenario(store, asked.scenario, asked.seen));
      return (await held()).scenarios ?? [];
    },
    async removeScenario(gone: ScenarioName): Promise<readonly Scenario[]> {
      await update((store) => ({ ...store, scenarios: withoutScenario(store.scenarios ?? [], gone) }));
      return (await held()).scenarios ?? [];
    },

    /** What a school was asked about in its file, and what it explained. */
    async asked({ school, collection }: Omit<At, "now">): Promise<Asked> {
      const own = heldIn(await held()).find((one) => one.school === school && one.collection === collection);
      return { findings: own ? askedOf(own) : [], queries: own?.queries.length ?? 0 };
    },
    bulletin: async (given: BulletinGiven) => bulletinOf(await held(), given),
    results: async (given: { collection: string; now: string; tongue: keyof Words }) => resultsWorkbook(await held(), given),

    tableFile,

    cells: cellsIn,
    templates: makeTemplates,
    comments: commented,
    submission: async (given: Omit<At, "now">) => submissionText(await held(), given),
    submissions: async (_: null) => submissionsZip(await held()),
    exportStore: async ({ now }: { now: string }) => storeText(await held(), now),
  };
}
