/** 方案 among what a bureau holds: in its file and back, merged with nothing lost, and kept in the browser until they are removed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openKept } from "../../addin/offline/kept.ts";
import { putScenario } from "../../addin/offline/scenarios.ts";
import { keeperOf } from "../../addin/offline/store.ts";
import type { Store } from "../../shared/handin/held.ts";
import { merge } from "../../shared/handin/merge.ts";
import { newStore, setUp } from "../../shared/handin/store.ts";
import { importStore, readStore, writeStore } from "../../shared/handin/store-file.ts";
import { Refusal } from "../../shared/refusal.ts";
import { isSame, withoutScenario } from "../../shared/whatif/kept.ts";
import type { Scenario } from "../../shared/whatif/scenario.ts";
import { county, exam } from "./bodies.ts";

const NOON = "2025-07-01T12:00:00.000Z";
const by = { program: "test", made: NOON };
const query = { unit: null, question: null, limit: null, schools: null, pupils: null, share: null };

/** A line of 化学 moved to a mark, under a name. */
const scenario = (name: string, mark: number, collection = exam.collection): Scenario => ({
  ...{ name, collection, query, choices: [], inputs: [], lifts: [] },
  moves: [{ stage: "junior", grade: 9, subject: "化学", line: "pass", mark }],
});
const holding = (...scenarios: readonly Scenario[]): Store =>
  scenarios.reduce(
    (store, one) => putScenario(store, one, store.scenarios?.find((own) => isSame(own, one)) ?? null),
    newStore(county, NOON),
  );
const marksOf = ({ scenarios = [] }: Store) => scenarios.map(({ moves }) => moves[0]?.mark).sort();
const contents = ({ scenarios = [] }: Store) =>
  new Set(scenarios.map(({ collection, moves }) => `${collection} ${moves.map(({ mark }) => mark)}`));

const some = fc
  .array(
    fc.tuple(
      fc.constantFrom("方案1", "方案2", "长".repeat(40), "😀".repeat(20)),
      fc.integer({ min: 50, max: 53 }),
      fc.constantFrom("final", "mid"),
    ),
    {
      maxLength: 5,
    },
  )
  .map((all) => merge(newStore(county, NOON), holding(...all.map((given) => scenario(...given)))));

describe("merging scenarios", () => {
  test("comes to the same in any order, in any groups and any number of times, and loses no content", () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const all = merge(merge(a, b), c);
        expect(merge(a, merge(b, c))).toEqual(all);
        expect(merge(merge(c, b), a)).toEqual(all);
        expect(merge(all, b)).toEqual(all);
        expect(contents(all)).toEqual(new Set([a, b, c].flatMap((one) => [...contents(one)])));
        const names = (all.scenarios ?? []).map(({ name, collection }) => `${collection} ${name}`);
        expect(new Set(names).size).toBe(names.length);
        expect((all.scenarios ?? []).every(({ name }) => name.length <= 40)).toBe(true);
        // What a merge comes to is what its file says.
        expect(readStore(writeStore(all, by))).toEqual({ store: all, findings: [] });
      }),
    );
  });

  test("a store that holds none says nothing of them, as files did before there were any", () => {
    expect(Object.keys(merge(newStore(county, NOON), newStore(county, NOON)))).not.toContain("scenarios");
    expect(writeStore(newStore(county, NOON), by)).not.toContain("scenarios");
  });

  test("one name for two contents: both are kept, and it is said which bears which name", () => {
    const { store, findings } = importStore(
      holding(scenario("方案1", 60)),
      writeStore(holding(scenario("方案1", 72), scenario("方案2", 50)), by),
    );
    if (!store) throw new Error("refused");
    expect(marksOf(store)).toEqual([50, 60, 72]);
    const nameOf = (mark: number) => store.scenarios?.find(({ moves }) => moves[0]?.mark === mark)?.name;
    expect(new Set([nameOf(60), nameOf(72)])).toContain("方案1");
    expect(findings.map(({ code, words }) => [code, words.zh])).toEqual([
      ["scenario-differs", `方案“方案1”两边内容不同，两个都留下：这里的叫“${nameOf(60)}”，文件里的叫“${nameOf(72)}”。`],
    ]);
    // The same file once more brings nothing new.
    const again = importStore(store, writeStore(holding(scenario("方案1", 72)), by));
    expect(again.store).toEqual(store);
  });

  test("a county that is set up anew keeps them", () => {
    expect(marksOf(setUp(holding(scenario("方案1", 60)), { ...county, name: "新县" }, "2025-07-02T12:00:00.000Z"))).toEqual([60]);
  });
});

describe("a data file", () => {
  test("with something in a scenario that none holds is refused, naming the place", () => {
    const wrong = { ...scenario("方案1", 60), pupils: ["张三"] } as unknown as Scenario;
    const { store, findings } = readStore(writeStore({ ...newStore(county, NOON), scenarios: [wrong] }, by));
    expect(store).toBeNull();
    expect(findings[0]?.words.zh).toContain("scenarios[0].pupils");
  });
});

describe("what the page keeps", () => {
  test("is there when it is opened again, changed and without what was removed; what no file could hold is refused", async () => {
    const kept = await openKept();
    const change = async (next: (store: Store) => Store) => (await keeperOf(kept)).update((store) => store && next(store));
    await (await keeperOf(kept)).update(() => holding(scenario("方案1", 60), scenario("方案2", 50)));
    await change((store) => putScenario(store, scenario("方案1", 72), scenario("方案1", 60)));
    expect((await keeperOf(kept)).store()?.scenarios).toEqual([scenario("方案1", 72), scenario("方案2", 50)]);
    await change((store) => ({ ...store, scenarios: withoutScenario(store.scenarios ?? [], scenario("方案2", 0)) }));
    expect((await keeperOf(kept)).store()?.scenarios).toEqual([scenario("方案1", 72)]);
    // Pressed 撤销删除: it is there again.
    await change((store) => putScenario(store, scenario("方案2", 50), null));
    expect(marksOf((await keeperOf(kept)).store() as Store)).toEqual([50, 72]);
    await expect(change((store) => putScenario(store, scenario(" ", 60), null))).rejects.toThrow(Refusal);
    expect(marksOf((await keeperOf(kept)).store() as Store)).toEqual([50, 72]);
  });

  test("what another window saved under a name is not replaced by who has not seen it", () => {
    const theirs = putScenario(holding(scenario("方案1", 60)), scenario("方案1", 72), scenario("方案1", 60));
    expect(() => putScenario(theirs, scenario("方案1", 66), scenario("方案1", 60))).toThrow(/另一个窗口/);
    expect(() => putScenario(theirs, scenario("方案1", 66), null)).toThrow(Refusal);
    expect(marksOf(putScenario(theirs, scenario("方案1", 66), scenario("方案1", 72)))).toEqual([66]);
  });
});
