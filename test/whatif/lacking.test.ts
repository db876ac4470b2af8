/** What is lacking beside a value: the least whole teachers, ㎡ and yuan by exact fractions, alone, of a county's sum, and over all schools. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResourceName } from "../../shared/contract.ts";
import type { Definition } from "../../shared/indicators/definition.ts";
import { RESOURCE_UNITS } from "../../shared/indicators/resources.ts";
import { type Member, readRollup } from "../../shared/rollup.ts";
import { talliesOf } from "../../shared/slice.ts";
import { total } from "../../shared/tally.ts";
import { lackOf, lacksOver } from "../../shared/whatif/lacking.ts";
import { lacksInputs } from "../../shared/whatif/lacks-inputs.ts";
import { finish } from "../../shared/whatif/move.ts";
import { collection, RULES, rollupInput } from "../indicators/county.ts";
import { Fraction } from "../tools/fractions.ts";

const NAMES = Object.keys(RESOURCE_UNITS) as ResourceName[];
const place = { stage: "junior", grade: null, subject: null, class: null } as const;
const over = { collection: collection({ form: "resources", exam: null, period: "2025" }) };
/** What the text asks of a junior school, as it is printed there: per 100 pupils of people and rooms, per pupil of area and money. */
const ASKED: Readonly<Record<ResourceName, readonly [limit: string, factor: number, unit: string]>> = {
  "teachers.overqualified": ["5.3", 100, "人"],
  "teachers.backbone": ["1", 100, "人"],
  "teachers.pearts": ["0.9", 100, "人"],
  "area.teaching": ["5.8", 1, "㎡"],
  "area.sports": ["10.2", 1, "㎡"],
  "equipment.value": ["2500", 1, "元"],
  "rooms.multimedia": ["2.4", 100, "间"],
};

function member(at: number, pupils: number, amounts: Partial<Record<ResourceName, number>>): Member {
  const tallies = talliesOf({ definitions: "t", slices: [{ ...place, resources: { pupils, amounts } }] });
  return { school: `S${at}`, name: `第${at}中学`, stages: ["junior"], tallies };
}

/** Counted up one by one near where it must be, in exact fractions: the least whole unit that reaches the limit. */
function leastByTrying(resource: ResourceName, pupils: number, sent: number): number {
  const [limit, factor] = ASKED[resource];
  const { parts } = RESOURCE_UNITS[resource];
  const reaches = (n: number) => new Fraction((sent + n * parts) * factor, parts * pupils).compare(Fraction.ofText(limit)) >= 0;
  let n = Math.max(0, Math.floor((Number(limit) * pupils) / factor - sent / parts) - 2);
  while (!reaches(n)) n++;
  while (n > 0 && reaches(n - 1)) n--;
  return n;
}

const amounts = fc.record({
  pupils: fc.integer({ min: 1, max: 3000 }),
  sent: fc.tuple(
    ...NAMES.map((name) => {
      const [limit, factor] = ASKED[name];
      return fc.nat({ max: Math.ceil((Number(limit) * 3600 * RESOURCE_UNITS[name].parts) / factor) });
    }),
  ),
});

test("over all schools: who misses it, each one's least whole number, and their sum", () => {
  const told = { lines: 0 };
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 5 }), (schools) => {
      const members = schools.map(({ pupils, sent }, at) =>
        member(at, pupils, Object.fromEntries(NAMES.map((name, place) => [name, sent[place] as number]))),
      );
      const input = rollupInput(members, over);
      const read = readRollup(input);
      const lines = finish(lacksOver(input, read.schools));
      for (const name of NAMES) {
        const least = schools.map(({ pupils, sent }) => leastByTrying(name, pupils, sent[NAMES.indexOf(name)] as number));
        const line = lines.find(({ definition }) => definition.reads.from === "resource" && definition.reads.resource === name);
        const short = least.filter((n) => n > 0);
        expect(line?.missed.length ?? 0).toBe(short.length);
        if (!line) continue;
        told.lines++;
        const [, , unit] = ASKED[name];
        const words = (n: number) => `${RESOURCE_UNITS[name].zh}还差 ${n} ${unit}`;
        expect(line.judged).toBe(schools.length);
        expect(line.total?.zh).toBe(words(short.reduce((sum, n) => sum + n, 0)));
        expect(line.missed.map(({ school, lack }) => [school, lack?.zh])).toEqual(
          least.flatMap((n, at) => (n > 0 ? [[`S${at}`, words(n)]] : [])),
        );
        // A school that is alone says the same of itself.
        const [first] = line.missed;
        const own = read.schools.find(({ school }) => school === first?.school);
        const verdict = own?.verdicts.find((one) => one.resource === name);
        const only = { ...input, members: members.filter(({ school }) => school === own?.school) };
        expect(verdict && lackOf(only, verdict)).toEqual(first?.lack);
      }
    }),
    { numRuns: 60 },
  );
  expect(told.lines).toBeGreaterThan(120);
});

test("a school that left something out is not judged, and its lack is not guessed", () => {
  const input = rollupInput([member(0, 1000, { "teachers.backbone": 7 }), member(1, 1000, {})], over);
  const [line, ...others] = finish(lacksOver(input, readRollup(input).schools));
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    judged: 1,
    missed: [{ school: "S0", lack: { zh: "县级以上骨干教师数还差 3 人", en: "backbone teachers, county and above: 3 teachers short" } }],
    total: { zh: "县级以上骨干教师数还差 3 人" },
  });
});

test("of a county's pooled ratio it is told of the sum, to the whole yuan", () => {
  const id = "budget.equipment.share";
  const definition = RULES.definitions.find((one) => one.id === id) as Definition;
  const stage = definition.stages[0] ?? "junior";
  const form = { collection: collection({ form: "indicators", exam: null, indicators: [id], period: "2025" }) };
  const seen = { missed: 0 };
  // In fen: what was spent on equipment, and in all; at least a fifth is asked.
  const numbers = fc.record({ top: fc.nat({ max: 1_000_000 }), bottom: fc.integer({ min: 1, max: 9_000_000 }) });
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 2, maxLength: 4 }), (sent) => {
      const members = sent.map((own, at): Member => {
        const tallies = talliesOf({ definitions: "t", slices: [{ ...place, stage, entered: { [id]: own } }] });
        return { school: `S${at}`, name: `S${at}`, stages: [stage], tallies };
      });
      const input = { ...rollupInput(members, form), sums: total(members.map(({ tallies }) => tallies)) };
      const verdict = readRollup(input).verdicts.find(({ indicator }) => indicator === id);
      const [top, bottom] = [sent.reduce((sum, one) => sum + one.top, 0), sent.reduce((sum, one) => sum + one.bottom, 0)];
      const reaches = (yuan: number) => (top + yuan * 100) * 5 >= bottom;
      let n = 0;
      while (!reaches(n)) n++;
      expect(verdict?.verdict).toBe(n === 0 ? "met" : "missed");
      const lack = verdict ? lackOf(input, verdict) : undefined;
      expect(lack).toEqual(
        n === 0 ? null : { zh: expect.stringMatching(new RegExp(`还差 ${n}$`)), en: expect.stringMatching(new RegExp(`: ${n} short$`)) },
      );
      seen.missed += Number(n > 0);
    }),
    { numRuns: 60 },
  );
  expect(seen.missed).toBeGreaterThan(15);
});

test("heads of a rate are told by the gap and not a second time", () => {
  const kinds = new Map(RULES.definitions.filter(lacksInputs).map(({ kind }) => [kind.kind, true]));
  expect([...kinds.keys()].sort()).toEqual(["change", "checklist", "mean", "ratio", "worst"]);
});
