/** What a file may hold is what the wire may carry: the shapes checked in the browser against the validators of the API. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as contract from "../../shared/contract.ts";
import { bodyShape } from "../../shared/handin/body-shape.ts";
import { countyShape } from "../../shared/handin/county-shape.ts";
import { faultsIn, type Shape } from "../../shared/handin/shape.ts";
import { bodySent, pupil } from "../indicators/county.ts";
import { chinese, county, exam } from "./bodies.ts";

const everything = {
  ...chinese([[72, 20]]),
  slices: [
    ...chinese([[72, 20]]).slices,
    {
      stage: "junior",
      grade: null,
      subject: null,
      class: null,
      resources: { pupils: 900, amounts: { "area.sports": 1, "rooms.multimedia": 0 } },
    },
    { stage: "primary", grade: null, subject: null, class: null, entered: { "teacher.backbone.share": { of: 25, among: 100 } } },
    {
      ...{ stage: "senior", grade: 12, subject: null, class: "3" },
      joint: { pupils: 45, passed: 40, lowest: [[60, 40]], papers: { 语文: { full: 120, pass: 72.5 } } },
    },
    {
      ...{ stage: "junior", grade: 9, subject: "数学", class: null },
      pairs: {
        grid: { before: 10, after: 2 },
        ...{ matched: 1, unmatched: 0, before: 9, after: 8, before2: 81, after2: "64", product: "90071992547409930" },
      },
    },
  ],
  notes: [{ code: "participation-fell", sheet: "九年级", cell: "D7", text: "流感\n停课" }],
  teaching: [{ stage: "junior", grade: 9, class: "3", subject: "语文", teacher: "T01" }],
};
const countyOfWire = contract.overview.omit({ parent: true, role: true, school: true }).extend({ name: contract.regionBody.shape.name });
const choice = { option: "excellent-line", choice: "80", why: "会议纪要", by: "督导室", at: "2025-01-01T00:00:00.000Z" };
const full = {
  ...county,
  schools: county.schools.slice(0, 1),
  targets: county.targets.slice(0, 1),
  choices: [choice],
  collections: [
    { ...exam, opens: "2025-06-01T08:00:00+08:00", closes: "2025-07-31", required: ["S01"], baseline: "2024-final", choices: [choice] },
  ],
};

/** Does the wire take it, and take it as it is, with no default put in and nothing trimmed? */
function wireTakes(schema: z.ZodType, value: unknown): boolean {
  const parsed = schema.safeParse(value);
  return parsed.success && JSON.stringify(sorted(parsed.data)) === JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

interface Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
}

/** The paths of all fields of a schema, without the places in lists. */
function fieldsOf({ properties = {}, items, anyOf = [] }: Json, path: readonly string[] = []): string[] {
  const named = Object.entries(properties).flatMap(([name, own]) => [[...path, name].join("."), ...fieldsOf(own, [...path, name])]);
  return [...named, ...(items ? fieldsOf(items, path) : []), ...anyOf.flatMap((one) => fieldsOf(one, path))];
}

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

const other = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    "x",
    "汉",
    "2025-02-30",
    "2025-07",
    0,
    -1,
    1,
    1.5,
    13,
    10_000_001,
    1e13,
    2 ** 53,
    "12",
    [],
    {},
    [[1, 1]],
    true,
    "a b",
    "S 1",
  ),
  fc.constantFrom<unknown>(
    "x".repeat(33),
    "x".repeat(41),
    "x".repeat(101),
    "x".repeat(301),
    "13800138000",
    " trimmed ",
    "a\u0007b",
    "d7",
    "D0",
    "name.",
    "字\n",
  ),
);

/** One place of a value replaced, taken away, or given a key more. */
function spoiled(whole: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...placesIn(whole).filter((path) => path.length > 0)), fc.constantFrom("replace", "remove", "add"), other)
    .map(([path, how, put]) => {
      const copy = structuredClone(whole);
      const parent = path
        .slice(0, -1)
        .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy as Record<string, unknown>);
      const key = path.at(-1) as string;
      if (how === "replace") parent[key] = put;
      else if (how === "add") {
        if (Array.isArray(parent)) parent.push(put);
        else parent.more = put;
      } else if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return copy;
    });
}

describe.each<[string, Shape, z.ZodType, unknown]>([
  ["a submission", bodyShape, contract.submissionBody, everything],
  ["a county", countyShape, countyOfWire, full],
])("%s", (_, shape, schema, whole) => {
  test("the example has every field there is on the wire, so that a new one is not forgotten here", () => {
    const named = new Set(placesIn(whole).map((path) => path.filter((key) => !/^\d+$/.test(key)).join(".")));
    const missing = fieldsOf(z.toJSONSchema(schema, { io: "input" }) as Json).filter((path) => !named.has(path));
    expect(missing).toEqual([]);
  });

  test("whole, is taken by both", () => {
    expect([faultsIn(shape, whole), wireTakes(schema, whole)]).toEqual([[], true]);
  });

  test("with one thing wrong, is refused by both; with one thing right in place of another, taken by both", () => {
    fc.assert(
      fc.property(spoiled(whole), (value) => {
        expect(faultsIn(shape, value).length === 0, JSON.stringify(value)).toBe(wireTakes(schema, value));
      }),
      { numRuns: 1500 },
    );
  });
});

test("what schools of any county send is of the shape", () => {
  fc.assert(fc.property(fc.array(pupil, { maxLength: 30 }), (pupils) => faultsIn(bodyShape, bodySent(pupils)).length === 0));
});
