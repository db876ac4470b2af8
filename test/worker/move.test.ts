/** A bureau that worked with files moves into a Worker: the same figures there, and nothing twice. */
import { expect, it } from "vitest";
import type { Collection, Receipt, Rollup } from "../../shared/contract.ts";
import { type Call, planOf } from "../../shared/handin/plan.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { add } from "../../shared/handin/store.ts";
import * as demo from "../tools/demo-county.ts";
import { amounts, county, handed, ofStage, store } from "../tools/demo-store.ts";
import { adminSecret, ask, must } from "./county.ts";

const NOW = Date.now();
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
