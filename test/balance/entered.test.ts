/** An item of the checklist holds for every school of every stage, by the limit of the standard and by no other. */
import { describe, expect, test } from "vitest";
import { enteredIn, type RegionSchool } from "../../shared/balance/entered.ts";
import type { Stage, Target } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import type { Member, RollupInput } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { add, zero } from "../../shared/tally.ts";
import { collection, rollupInput } from "../indicators/county.ts";

const IDS = ["gov.05.classsize", "gov.06.smallschool", "gov.07.special", "gov.09.training", "qual.01.retention", "qual.06.moral"];
const school = (code: string, stages: Stage[], type: string | null = null, pupils: number | null = 500): RegionSchool => ({
  school: code,
  stages,
  type,
  pupils,
});
const SCHOOLS = [school("P1", ["primary"]), school("P2", ["primary"]), school("J1", ["junior"]), school("N1", ["primary", "junior"])];
type Sent = Partial<Record<Stage, Record<string, Record<string, number>>>>;
const talliesFrom = (sent: Sent) =>
  talliesOf({
    definitions: "2026-11",
    slices: Object.entries(sent).map(([stage, entered]) => ({ stage: stage as Stage, grade: null, subject: null, class: null, entered })),
  });

/** What was sent by each school, and by the county itself. */
function input(sent: Readonly<Record<string, Sent>>, schools: readonly RegionSchool[] = SCHOOLS, county: Sent = {}): RollupInput {
  const members = schools.flatMap(({ school: code, stages }): Member[] => {
    const own = sent[code];
    return own ? [{ school: code, name: code, stages: [...stages], tallies: talliesFrom(own) }] : [];
  });
  const given = rollupInput(members, { collection: collection({ form: "indicators", exam: null, period: "2025", indicators: IDS }) });
  const sums = new Map(given.sums);
  for (const [key, own] of talliesFrom(county)) sums.set(key, add(sums.get(key) ?? zero, own));
  return { ...given, sums };
}

const item = (id: string, from: RollupInput, schools: readonly RegionSchool[] = SCHOOLS) =>
  enteredIn(from, schools)(shipped.find(id) as Definition)?.verdict ?? "not entered";

/** Classes of 45, which both stages allow. */
const CLASSES = { "gov.05.classsize": { "45/1": 3 } };
const GOOD = { "qual.06.moral": { "v:3": 1 } };
const everywhere = (sent: Record<string, Record<string, number>>) => ({
  P1: { primary: sent },
  P2: { primary: sent },
  J1: { junior: sent },
  N1: { primary: sent, junior: sent },
});
const without = <Key extends string>(all: Readonly<Record<Key, Sent>>, ...codes: Key[]) =>
  Object.fromEntries(Object.entries(all).filter(([code]) => !codes.includes(code as Key))) as Record<string, Sent>;

describe.each<[string, string, Record<string, Record<string, number>>, Record<string, Record<string, number>>]>([
  ["an item that is pooled over the county", "gov.05.classsize", CLASSES, { "gov.05.classsize": { "51/1": 1 } }],
  ["an item that is judged school by school", "qual.06.moral", GOOD, { "qual.06.moral": { "v:2": 1 } }],
])("%s", (_, id, good, bad) => {
  test("is met when every school has reported every stage of its own", () => {
    expect(item(id, input(everywhere(good)))).toBe("met");
  });

  test("is undecided when a school never sent it, asked or not", () => {
    expect(item(id, input(without(everywhere(good), "P2")))).toBe("undecided");
    expect(item(id, input({ ...everywhere(good), P2: { primary: { "gov.09.training": { of: 1, among: 1 } } } }))).toBe("undecided");
  });

  test("is undecided when a school has reported one of its stages only", () => {
    expect(item(id, input({ ...everywhere(good), N1: { junior: good } }))).toBe("undecided");
  });

  test("is undecided when a whole stage is missing", () => {
    expect(item(id, input({ P1: { primary: good }, P2: { primary: good } }))).toBe("undecided");
  });

  test("is missed for one school, and not entered where nobody sent it", () => {
    expect(item(id, input({ ...everywhere(good), J1: { junior: bad } }))).toBe("missed");
    expect(item(id, input({}))).toBe("not entered");
  });

  test("asks nothing of special schools: neither that they send it, nor what they have", () => {
    const special = [...SCHOOLS, school("X1", ["primary"], "特殊教育学校")];
    expect(item(id, input(everywhere(good), special), special)).toBe("met");
    expect(item(id, input({ ...everywhere(good), X1: { primary: bad } }, special), special)).toBe("met");
    const point = (pupils: number | null) => [...SCHOOLS, school("T1", ["primary"], "教学点", pupils)];
    expect([49, 50, null].map((pupils) => item(id, input(everywhere(good), point(pupils)), point(pupils)))).toEqual([
      "met",
      "undecided",
      "undecided",
    ]);
  });
});

describe("an item of the county", () => {
  const done = { "gov.09.training": { of: 80, among: 80 } };

  test("is met when the county has reported each stage it has schools of", () => {
    expect(item("gov.09.training", input({}, SCHOOLS, { primary: done, junior: done }))).toBe("met");
  });

  test("is undecided when it has reported one of them", () => {
    expect(item("gov.09.training", input({}, SCHOOLS, { junior: done }))).toBe("undecided");
  });

  test("asks for no stage that the definition, or the county, does not have", () => {
    const kept = { "qual.01.retention": { of: 95, among: 100 } };
    expect(item("qual.01.retention", input({}, SCHOOLS, { junior: kept }))).toBe("met");
    const juniorOnly = [school("J1", ["junior"])];
    expect(item("gov.09.training", input({}, juniorOnly, { junior: done }), juniorOnly)).toBe("met");
  });
});

test("item 7 asks the special schools, item 6 the smallest teaching points too", () => {
  const schools = [...SCHOOLS, school("X1", ["primary"], "特殊教育学校"), school("T1", ["primary"], "教学点", 20)];
  // 8000 yuan for each of 50 pupils, money in fen.
  const fund = { "gov.07.special": { top: 40_000_000, bottom: 50 } };
  expect(item("gov.07.special", input({ X1: { primary: fund } }, schools), schools)).toBe("met");
  expect(item("gov.07.special", input({ P1: { primary: fund } }, schools), schools)).toBe("not entered");
  const as = (pupils: number) => ({ primary: { "gov.06.smallschool": { [`${pupils}/1`]: 1 } } });
  const sent = { P1: as(100), P2: as(100), N1: as(100) };
  expect(item("gov.06.smallschool", input(sent, schools), schools)).toBe("undecided");
  expect(item("gov.06.smallschool", input({ ...sent, T1: as(20) }, schools), schools)).toBe("missed");
  expect(item("gov.06.smallschool", input({ ...sent, T1: as(100) }, schools), schools)).toBe("met");
});

test("a county's own target neither lowers the standard nor raises it", () => {
  const target = (value: number): Target => ({
    indicator: "gov.09.training",
    stage: null,
    unit: null,
    period: "2025",
    operator: ">=",
    value,
    upTo: null,
    source: "县里定的",
    by: "bureau",
    at: "2026-11-22",
  });
  const half = { "gov.09.training": { of: 40, among: 80 } };
  const sent = input({}, SCHOOLS, { primary: half, junior: half });
  expect(item("gov.09.training", { ...sent, targets: [target(0.5)] })).toBe("missed");
});

test("reported under another version of the definition it is undecided: it was judged by another text", () => {
  const schools = [school("X1", ["primary"], "特殊教育学校")];
  // 6500 yuan: enough for the 6000 of 2017, not for the 7000 since.
  const sent = input({ X1: { primary: { "gov.07.special": { top: 32_500_000, bottom: 50 } } } }, schools);
  const before = { ...sent, rules: rulesOf(shipped, "2017-04") };
  expect(enteredIn(sent, schools)(shipped.find("gov.07.special") as Definition)?.verdict).toBe("missed");
  expect(enteredIn(before, schools)(shipped.find("gov.07.special") as Definition)).toEqual({ value: 6500, verdict: "undecided" });
  expect(rulesOf(shipped, latestRelease).definitions.find(({ id }) => id === "gov.07.special")?.version).toBe(2);
});
