/** A change against an earlier collection: only one that has closed, with nobody missing, is a baseline. */
import { expect, it } from "vitest";
import { type County, collection, county, marks, must, rollup, submit } from "./county.ts";

const change = async (where: County) => {
  const { figures, verdicts } = await rollup(where);
  const of = ({ indicator }: { indicator: string }) => indicator === "academic.excellence.change.junior";
  const [figure, verdict] = [figures.find(of), verdicts.find(of)];
  return { value: figure?.value, why: figure?.why?.en, verdict: verdict?.verdict };
};

it("is undecided until the baseline has closed with every required school, and exact after", async () => {
  const where = await county();
  const { home, tokens } = where;
  const earlier = (changes: object) =>
    must("PUT", `${home}/collections/y2024`, { token: tokens.bureau, body: collection({ period: "2023-2024-2", ...changes }) });
  const send = (school: "S01" | "S02", body: object) =>
    must("PUT", `${home}/collections/y2024/submissions/${school}`, { token: tokens[school], key: `y2024-${school}`, body });
  await earlier({});
  await must("PUT", `${home}/collections/final`, { token: tokens.bureau, body: collection({ baseline: "y2024" }) });
  // 45 of 100 are excellent now, 40 of 100 were then: 5 points, which binary arithmetic makes a little less.
  await submit(where, "S01", "k1", marks({ 2: 25, 9: 25 }));
  await submit(where, "S02", "k1", marks({ 2: 30, 9: 20 }));
  await send("S01", marks({ 2: 30, 9: 20 }));
  await earlier({ closes: "2024-07-31" });
  expect(await change(where)).toMatchObject({ value: null, why: expect.stringContaining("no baseline"), verdict: "undecided" });
  await earlier({});
  await send("S02", marks({ 2: 30, 9: 20 }));
  expect(await change(where)).toMatchObject({ value: null, verdict: "undecided" });
  await earlier({ closes: "2024-07-31" });
  expect(await change(where)).toEqual({ value: 0.05, why: undefined, verdict: "met" });
});
