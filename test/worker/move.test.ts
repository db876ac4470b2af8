/** A bureau that worked with files moves into a Worker: the same figures there, and nothing twice. */
import { expect, it } from "vitest";
import type { Collection, Receipt, Rollup, SubmissionBody } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Store } from "../../shared/handin/held.ts";
import { type Call, planOf } from "../../shared/handin/plan.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { adminSecret, ask, must } from "./county.ts";

const NOW = Date.now();
const by = { by: "督导室", at: "2025-03-01T00:00:00.000Z" };
const final: Collection = {
  ...demo.collectionBody,
  collection: "2025-final",
  definitions,
  choices: null,
  closes: "2025-07-20",
  baseline: "2024-final",
};
const before: Collection = {
  ...final,
  collection: "2024-final",
  name: "2024 期末",
  period: "2023-2024-2",
  closes: "2024-07-20",
  baseline: null,
};
const resources: Collection = {
  ...before,
  collection: "2025-conditions",
  name: "2025 办学条件",
  form: "resources",
  period: "2025",
  exam: null,
  closes: "2025-10-31",
};
const process: Collection = {
  ...resources,
  collection: "2025-process",
  name: "2025 过程指标",
  form: "indicators",
  indicators: ["teacher.backbone.share", "rank.city.junior", "moral.lesson.count"],
  choices: [{ option: "teacher-denominator", choice: "staff", why: "2024 年会议纪要", ...by }],
};
const county: County = {
  region: demo.region,
  name: demo.regionBody.name,
  schools: demo.schools,
  collections: [final, before, resources, process],
  targets: demo.targets.map((target) => ({ ...target, ...by })),
  choices: [{ option: "excellent-line", choice: "80", why: "局党组会议纪要〔2026〕12号", ...by }],
};

const ofStage = (parts: object): SubmissionBody => ({
  definitions,
  slices: [{ stage: "junior", grade: null, subject: null, class: null, ...parts }],
});
const amounts = (at: number) => ({
  "teachers.overqualified": 40 + at,
  "teachers.backbone": 5 + at,
  "teachers.pearts": 4 + at,
  "area.teaching": 600_000 + 7_000 * at,
  "area.sports": 900_000 - 31_000 * at,
  "equipment.value": 250_000_000 + at,
  "rooms.multimedia": 24 + at,
});

/** What every school hands in, for each of the four collections; 第三中学 has not sent the final exam. */
const store: Store = demo.schools.reduce(
  (now, { school, name }, at) => {
    const bodies: [string, SubmissionBody][] = [
      ["2024-final", submissionOf((at + 3) % 6, school, name)],
      ...(school === demo.missing ? [] : [["2025-final", submissionOf(at, school, name)] as [string, SubmissionBody]]),
      ["2025-conditions", ofStage({ resources: { pupils: 500 + 120 * at, amounts: amounts(at) } })],
      [
        "2025-process",
        ofStage({ entered: { "teacher.backbone.share": { of: 10 + at, among: 60 + at }, "moral.lesson.count": { what: at } } }),
      ],
    ];
    return bodies.reduce((held, [collection, body]) => add(held, handed(collection, school, 1, body)), now);
  },
  withRank(newStore(county, by.at)),
);

function handed(collection: string, school: string, revision: number, body: SubmissionBody) {
  return heldFrom({ school, collection, body, findings: [], counts: [] }, { revision, made: by.at, file: `${school}.xlsx` });
}

function withRank(empty: Store): Store {
  return add(empty, handed("2025-process", demo.region, 1, ofStage({ entered: { "rank.city.junior": { "v:6": 1 } } })));
}

const home = `/api/regions/${demo.region}`;

async function foundRegion(): Promise<{ bureau: string; viewer: string }> {
  await must("PUT", home, { token: adminSecret, body: demo.regionBody });
  const issue = async (role: string) =>
    (await must<{ token: string }>("POST", `${home}/tokens`, { token: adminSecret, body: { role, expires: "2099-12-31" } })).body.token;
  return { bureau: await issue("bureau"), viewer: await issue("viewer") };
}

const make = ({ method, path, body, key }: Call, token: string) =>
  must<Receipt>(method, `${home}${path}`, { token, body, ...(key && { key }) });

/** Who decided, and when it was received, are of the place where they were written down. */
const figuresIn = ({ readings, lineage, ...rest }: Rollup) => ({
  ...rest,
  readings: readings.map(({ decided, ...reading }) => ({ ...reading, why: decided?.why })),
  lineage: lineage.map(({ school, revision, sha256, definitions }) => ({ school, revision, sha256, definitions })),
});

it("every collection has the same rollup there as here, to the bureau and to a viewer, also when it is all made twice", async () => {
  const tokens = await foundRegion();
  const { calls, left } = planOf(store);
  expect(left).toEqual([]);
  const receipts: Receipt[] = [];
  for (const call of calls) {
    const { body } = await make(call, tokens.bureau);
    if (call.key) receipts.push(body);
  }
  expect(receipts.map(({ collection, school, sha256 }) => [collection, school, sha256]).sort()).toEqual(
    store.held.map(({ collection, school, sha256 }) => [collection, school, sha256]).sort(),
  );
  for (const call of calls) {
    const { body } = await make(call, tokens.bureau);
    if (call.key) expect(receipts).toContainEqual(body);
  }
  for (const { collection } of county.collections) {
    for (const audience of ["bureau", "viewer"] as const) {
      const there = await must<Rollup>("GET", `${home}/collections/${collection}/rollup`, { token: tokens[audience] });
      const here = rollupOf(store, collection, { now: NOW, audience });
      expect(figuresIn(here), `${collection} to a ${audience}`).toEqual(figuresIn(there.body));
      expect(here.figures.length, collection).toBeGreaterThan(0);
    }
    const { body } = await must<{ identical: boolean }>("GET", `${home}/collections/${collection}/recount`, { token: tokens.bureau });
    expect(body.identical).toBe(true);
  }
  // What a collection was asked by is what it is read by, whatever the region chooses today.
  const { body: overview } = await must<{ collections: Collection[]; choices: object[] }>("GET", home, { token: tokens.bureau });
  expect(overview.collections.find(({ collection }) => collection === "2025-process")?.choices).toMatchObject([
    { option: "teacher-denominator", choice: "staff" },
  ]);
  expect(overview.choices).toMatchObject([{ option: "excellent-line", choice: "80" }]);
  expect((await ask("DELETE", `${home}/collections/2024-final/submissions/S01`, { token: tokens.bureau, key: "x" })).body.reason).toBe(
    "collection-closed",
  );
});

it("a change is read against last year here as there, and a naive count agrees", () => {
  const { figures, coverage } = rollupOf(store, "2025-final", { now: NOW, audience: "bureau" });
  expect(coverage.missing).toEqual([demo.missing]);
  const bodies = store.held.filter(({ collection }) => collection === "2025-final").map(({ body }) => body);
  const chinese = bodies.flatMap(({ slices }) => slices.filter((slice) => slice.subject === "语文" && slice.class === null));
  const counts = chinese.flatMap(({ scores }) => scores?.counts ?? []);
  const pupils = (least: number) => counts.reduce((sum, [mark, number]) => (mark >= least ? sum + number : sum), 0);
  // 72 and 96 of 120, in half marks: the pass line, and the excellent line that the county chose.
  const of = (indicator: string) => figures.find((one) => one.indicator === indicator && one.subject === "语文")?.counts;
  expect(of("exam.pass")).toEqual({ numerator: pupils(144), denominator: pupils(0) });
  expect(of("exam.excellent")).toEqual({ numerator: pupils(192), denominator: pupils(0) });
  expect(figures.find(({ indicator }) => indicator === "academic.excellence.change.junior")?.value).not.toBeNull();
});

it("what is in conflict stays behind, and is named", () => {
  const other = add(store, handed("2025-conditions", "S01", 1, ofStage({ resources: { pupils: 501, amounts: amounts(0) } })));
  const { calls, left } = planOf(other);
  expect(left.map(({ school, finding }) => [school, finding.code])).toEqual([["S01", "revision-conflict"]]);
  expect(calls.filter(({ path }) => path === "/collections/2025-conditions/submissions/S01")).toEqual([]);
  expect(rollupOf(other, "2025-conditions", { now: NOW, audience: "bureau" }).coverage.missing).toEqual(["S01"]);
});
