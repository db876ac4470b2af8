/** What stands, told to who counts from it: the same figures as the rollup's own, in the demo county and in counties drawn at random. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Overview, Rollup, SubmissionBody, Tallied } from "../../shared/contract.ts";
import { latestRelease as definitions, shipped } from "../../shared/indicators/index.ts";
import { readRollup } from "../../shared/rollup.ts";
import { aloneWords, groundAlone, groundOf } from "../../shared/whatif/input.ts";
import { bodyByClass, bodySent, PAPERS, type Pupil, pupil } from "../indicators/county.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";
import { adminSecret, ask, type County, collection, county, marks, must, placeOf, submit } from "./county.ts";

interface Place {
  readonly home: string;
  readonly token: string;
}

const put = ({ home, token }: Place, path: string, body: unknown, key?: string) =>
  must("PUT", `${home}${path}`, { token, body, ...(key !== undefined && { key }) });
const send = (place: Place, id: string, school: string, body: SubmissionBody, key = "k") =>
  put(place, `/collections/${id}/submissions/${school}`, { ...body, definitions }, `${id}-${school}-${key}`);

async function told({ home, token }: Place, id: string) {
  const { body: overview } = await must<Overview>("GET", home, { token });
  const { body } = await must<Tallied>("GET", `${home}/collections/${id}/tallies`, { token });
  return { overview, body };
}

/** What the rollup says, and what is read from the answer. */
async function bothReadings(place: Place, id: string) {
  const { overview, body } = await told(place, id);
  const { body: rollup } = await must<Rollup>("GET", `${place.home}/collections/${id}/rollup`, { token: place.token });
  const ground = groundOf(overview, body, shipped);
  const { readings, totals, figures, verdicts, schools, coverage } = rollup;
  const here = JSON.parse(JSON.stringify({ ...readRollup(ground.input), coverage: ground.input.coverage })) as unknown;
  return { there: { readings, totals, figures, verdicts, schools, coverage }, here, alone: ground.alone };
}

async function demoCounty(): Promise<Place> {
  const home = `/api/regions/${demo.region}`;
  await must("PUT", home, { token: adminSecret, body: demo.regionBody });
  const issued = await must<{ token: string }>("POST", `${home}/tokens`, {
    token: adminSecret,
    body: { role: "bureau", expires: "2099-12-31" },
  });
  const place = { home, token: issued.body.token };
  await must("POST", `${home}/schools`, { token: place.token, body: { schools: demo.schools } });
  await put(place, `/collections/${demo.collection}`, demo.collectionBody);
  await put(place, "/targets", { targets: demo.targets });
  for (const [at, { school, name }] of demo.schools.entries()) {
    if (school !== demo.missing) await send(place, demo.collection, school, submissionOf(at, school, name));
  }
  return place;
}

const resources = (at: number, pupils: number): SubmissionBody => ({
  definitions,
  slices: [
    {
      ...{ stage: "junior", grade: null, subject: null, class: null },
      resources: { pupils, amounts: { "teachers.backbone": at % 4, "area.sports": 90_000 + 317 * at, "equipment.value": 12_345_678 + at } },
    },
  ],
});
const entered = (numbers: Record<string, Record<string, number>>): SubmissionBody => ({
  definitions,
  slices: [{ stage: "junior", grade: null, subject: null, class: null, entered: numbers }],
});
/** Whoever has left is not counted, and fewer than ten are no class. */
const stays = ({ chinese, maths }: Pupil) => chinese !== "left" && maths !== "left";
const cohort = fc.array(pupil, { minLength: 10, maxLength: 40 }).filter((pupils) => pupils.filter(stays).length >= 10);
/** Sent as the one class it is. */
const byClass = (pupils: readonly Pupil[]) => bodyByClass(pupils.map((one) => ({ ...one, class: "1" })));

describe("the figures and verdicts read from what stands are those of the rollup, to the bit", () => {
  it("in the demo county, where one school is missing", async () => {
    const { there, here, alone } = await bothReadings(await demoCounty(), demo.collection);
    expect(here).toEqual(there);
    expect(alone).toBeNull();
    expect(there.figures.length).toBeGreaterThan(20);
  });

  it("in counties drawn at random: an exam with its baseline, resources, and indicators of schools and of the county", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          ...{ one: cohort, other: cohort, before: cohort, line: fc.constantFrom("80", "85", "90") },
          ...{ closed: fc.boolean(), second: fc.boolean(), at: fc.nat({ max: 40 }) },
        }),
        async ({ one, other, before, line, closed, second, at }) => {
          const { home, tokens } = await county();
          const place = { home, token: tokens.bureau };
          const exam = { name: "期末", papers: PAPERS };
          const earlier = { name: "y", exam, period: "2023-2024-2" };
          await put(place, "/choices", { choices: [{ option: "excellent-line", choice: line, why: "random" }] });
          await put(place, "/collections/y2024", collection(earlier));
          await put(place, "/collections/final", collection({ exam, baseline: "y2024" }));
          await put(place, "/collections/means", { name: "m", form: "resources", period: "2025" });
          const indicators = ["teacher.backbone.share", "rank.city.junior"];
          await put(place, "/collections/own", { name: "o", form: "indicators", period: "2025", indicators });
          await send(place, "y2024", "S01", bodySent(before));
          if (second) await send(place, "y2024", "S02", byClass(before));
          await put(place, "/collections/y2024", collection({ ...earlier, ...(closed && { closes: "2024-07-31" }) }));
          await send(place, "final", "S01", bodySent(other), "first");
          await send(place, "final", "S01", bodySent(one), "second");
          await send(place, "final", "S02", byClass(other));
          await send(place, "means", "S01", resources(at, 200 + at));
          await send(place, "means", "S02", resources(at + 1, 311));
          await send(place, "own", "S02", entered({ "teacher.backbone.share": { of: at, among: 40 } }));
          await send(place, "own", home.slice(-6), entered({ "rank.city.junior": { "v:6": 1 } }));
          for (const id of ["final", "means", "own"]) {
            const { there, here } = await bothReadings(place, id);
            expect(here, id).toEqual(there);
            expect(there.figures.length, id).toBeGreaterThan(0);
          }
          const { body } = await told(place, "final");
          expect(body.baseline?.standing.map(({ school }) => school)).toEqual(closed && second ? ["S01", "S02"] : undefined);
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe("what a school is told", () => {
  it("is its own, and of the baseline its own where that counts for the whole county; its figures are those the bureau sees of it", async () => {
    const where = await county();
    const { tokens, home } = where;
    const place = { home, token: tokens.bureau };
    const exam = { name: "期末", papers: PAPERS };
    const pupils = (seed: number) => fc.sample(fc.array(pupil, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed })[0] ?? [];
    await put(place, "/collections/y2024", collection({ name: "y", exam, period: "2023-2024-2" }));
    await put(place, "/collections/final", collection({ exam, baseline: "y2024" }));
    for (const [at, school] of ["S01", "S02"].entries()) {
      await send(place, "y2024", school, bodySent(pupils(at)));
      await send(place, "final", school, bodySent(pupils(at + 10)));
    }
    await put(place, "/collections/y2024", collection({ name: "y", exam, period: "2023-2024-2", closes: "2024-07-31" }));
    const own = await told({ home, token: tokens.S01 }, "final");
    expect(own.body.standing.map(({ school }) => school)).toEqual(["S01"]);
    expect(own.body.baseline?.standing.map(({ school }) => school)).toEqual(["S01"]);
    const ground = groundOf(own.overview, own.body, shipped);
    expect(ground.alone).toBe("S01");
    expect(aloneWords(ground)?.zh).toContain("School S01本校");
    const { body: rollup } = await must<Rollup>("GET", `${home}/collections/final/rollup`, { token: tokens.bureau });
    const withoutAdded = (figures: Rollup["figures"] = []) => figures.filter(({ interval }) => interval === null);
    const seen = withoutAdded(rollup.schools.find(({ school }) => school === "S01")?.figures);
    const mine = readRollup(ground.input).schools[0]?.figures;
    expect(mine).toEqual(seen);
    expect(mine?.find(({ indicator }) => indicator === "academic.excellence.change.junior")?.value).not.toBeNull();

    const before = own.body.baseline?.standing[0]?.body ?? null;
    const sheet = { school: "S01", body: own.body.standing[0]?.body as SubmissionBody, before };
    const bureau = await told(place, "final");
    expect(readRollup(groundAlone(bureau.overview, "final", sheet, shipped).input).schools[0]?.figures).toEqual(seen);
  });

  it("is nothing of a school that has not submitted", async () => {
    const where = await county();
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    const { body } = await told({ home: where.home, token: where.tokens.S02 }, "final");
    expect([body.standing, body.baseline]).toEqual([[], null]);
  });
});

describe("what stands", () => {
  const standingIn = async (where: County) => (await told({ home: where.home, token: where.tokens.bureau }, "final")).body;

  it("is the last revision, body for body; what was withdrawn is not there", async () => {
    const where = await county();
    const first = marks({ 2: 10, 9.5: 3 });
    await submit(where, "S01", "k1", marks({ 2: 9 }));
    const { revision, sha256 } = (await submit(where, "S01", "k2", first)).body;
    await submit(where, "S02", "k1", marks({ 3: 1 }));
    expect((await standingIn(where)).standing[0]).toEqual({ school: "S01", revision, sha256, body: first });
    await must("DELETE", placeOf(where, "S02"), { token: where.tokens.S02, key: "k2" });
    expect((await standingIn(where)).standing.map(({ school }) => school)).toEqual(["S01"]);
  });

  it("is not told twice to who holds it, and is told again once anything has changed", async () => {
    const where = await county();
    const asked = async (held: string) =>
      (await must<object>("GET", `${where.home}/collections/final/tallies?held=${held}`, { token: where.tokens.bureau })).body;
    const { state } = await standingIn(where);
    expect(await asked(state)).toEqual({ same: true });
    await submit(where, "S01", "k1", marks({ 2: 10 }));
    expect(await asked(state)).toMatchObject({ standing: [{ school: "S01" }] });
  });

  it("is refused of a collection that there is not, and to a viewer in words", async () => {
    const { home, tokens } = await county();
    const there = await ask("GET", `${home}/collections/nothing/tallies`, { token: tokens.bureau });
    expect([there.status, there.body.reason]).toEqual([404, "collection-unknown"]);
    const viewer = await ask("GET", `${home}/collections/final/tallies`, { token: tokens.viewer });
    expect([viewer.status, viewer.body.words.zh]).toEqual([403, "这个令牌的角色不能做这件事。"]);
  });
});
