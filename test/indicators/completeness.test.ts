/** Nothing of the sources is left out: every row of both lists has a definition that says what the row says, and every limit is pinned. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LEVELS, PERIODS } from "../../shared/indicators/definition.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { holdsForEach } from "../../shared/indicators/kinds/worst.ts";
import { type SourceRow, seedRows, standardRows } from "../tools/source-rows.ts";

/** What the words of the lists mean, each once. */
const STAGES: Record<string, string[]> = {
  全: ["primary", "junior", "senior"],
  "小学+初中": ["primary", "junior"],
  小学: ["primary"],
  初中: ["junior"],
  高中: ["senior"],
  特教: ["primary", "junior"],
  "?": [],
};
const CYCLES: Record<string, string[]> = {
  次: ["lesson"],
  日: ["day"],
  周: ["week"],
  月: ["month"],
  学期: ["term"],
  学年: ["schoolyear"],
  年度: ["year"],
  三年: ["threeyears"],
  "学期/学年": ["term", "schoolyear"],
  "?": [],
};
const LEVEL_WORDS: Record<string, string[]> = {
  county: ["county"],
  school: ["school"],
  "subject-group": ["group"],
  class: ["class"],
  teacher: ["teacher"],
  principal: ["principal"],
  student: ["pupil"],
  "school/subject-group/teacher": ["school", "group", "teacher"],
  "?": [],
};
const SEEDS: Record<string, string> = {
  "000_4fb61d4618c76841.txt": "statement",
  "001_39fb0b7366974bc1.txt": "year2021",
  "002_a54b012e46b17a76.txt": "plan2025",
  "003_2da3d4cb3462a8ac.txt": "balance2025",
  "004_c2e32f4bcb77e7bf.txt": "jining",
};

/** Where a row and the text it was taken from disagree about whom it is for, the text wins. */
const TEXT_WINS: Record<string, { stages?: string[]; levels?: string[] }> = {
  // 对…提升较快和成果优秀的校长要表彰重用: the principal.
  "reward.improvement": { levels: ["principal"] },
  // 让两镇都有一所中学和小学达到…: so many schools of the zone.
  "town.school.parity": { levels: ["county"] },
  // 疃里镇高庙小学和马集镇中心小学: both primary.
  "twohundred.support": { stages: ["primary"] },
};

const definitionOf = (row: SourceRow) => {
  const definition = shipped.versionsOf(row.id).at(-1);
  if (!definition) throw new Error(`no definition for ${row.id} ${row.name_zh}`);
  return definition;
};

test("the lists are whole: 245 rows of the source documents, 43 of the standard, no id twice", () => {
  expect([seedRows.length, standardRows.length]).toEqual([245, 43]);
  expect(new Set([...seedRows, ...standardRows].map(({ id }) => id)).size).toBe(288);
});

test("the words for periods and levels are those of the product", () => {
  expect(new Set(Object.values(CYCLES).flat())).toEqual(new Set(Object.keys(PERIODS)));
  expect(new Set(Object.values(LEVEL_WORDS).flat())).toEqual(new Set(Object.keys(LEVELS)));
});

describe("every row of the source documents", () => {
  test.each(seedRows.map((row) => [row.id, row] as const))("%s", (_, row) => {
    const { names, source, stages, periods, levels } = definitionOf(row);
    expect(names.zh).toBe(row.name_zh);
    expect(source).toBe(SEEDS[row.seed ?? ""]);
    const text = TEXT_WINS[row.id];
    expect([...stages]).toEqual(text?.stages ?? STAGES[row.stage]);
    expect([...periods]).toEqual(CYCLES[row.period ?? ""]);
    expect([...levels]).toEqual(text?.levels ?? LEVEL_WORDS[row.level ?? ""]);
  });
});

describe("every row of the standard", () => {
  test.each(standardRows.map((row) => [row.id, row] as const))("%s", (_, row) => {
    const definition = definitionOf(row);
    // A later version may rest on a later document; the standard is where it began.
    expect(shipped.versionsOf(row.id)[0]?.source).toBe("national");
    for (const stage of STAGES[row.stage] ?? []) expect(definition.stages).toContain(stage);
  });
});

/** What a row's operator and threshold mean as a limit; `null` where it gives none, or one that its number alone does not tell. */
function limitOf({ operator, threshold, unit, id }: SourceRow): string | null {
  const number = /^-?[\d.]+$/.test(threshold) ? Number(threshold) : null;
  const rate = unit === "%" || unit === "百分点";
  if (operator === "between") return `between ${threshold}`;
  if (number === null) return null;
  const { kind } = shipped.versionsOf(id)[0] ?? {};
  const value = rate && kind?.kind !== "checklist" ? number / 100 : number;
  switch (operator) {
    case "all":
    case "exists":
      return `= ${number}`;
    case "delta>=":
    case "growth>=":
      return `>= ${value}`;
    case "rank<=":
      return `<= ${value}`;
    case ">=":
    case "<=":
    case "=":
    case "<":
    case ">":
      return `${operator} ${value}`;
    default:
      return null;
  }
}

/** Rows whose limit the definition does not take as the row has it, and why. */
const OTHERWISE: Record<string, string> = {
  "student.top.tracking": "the text gives no rate",
  "curriculum.threelevel.groups": "the text gives three examples, no rate",
  "supervision.dualline": "the text gives no number",
  "teacher.new.135": "the text gives no rule for reaching a milestone",
  "sen.placement.system": "the row is an identity; the text gives a direction",
  "pe.home.and.clubs": "the text encourages, it does not require",
  "studio.youth.count": "8 to 10 for each studio: the smallest at least 8 here, the largest at most 10 in studio.youth.most",
  "studio.funding": "ten thousand yuan, in yuan",
  "eq.cv.primary": "one definition with a limit for each stage",
  "eq.cv.junior": "one definition with a limit for each stage",
};

test("the limits of the rows are those of the definitions, but for those that say why", () => {
  const differing = [...seedRows, ...standardRows].filter((row) => {
    const wanted = limitOf(row);
    if (wanted === null) return false;
    const { targets = [] } = shipped.versionsOf(row.id)[0] ?? {};
    const found = targets.map(({ operator, value, upTo }) => `${operator} ${upTo === undefined ? value : `${value}..${upTo}`}`);
    return found.join() !== wanted;
  });
  expect(differing.map(({ id }) => id).sort()).toEqual(Object.keys(OTHERWISE).sort());
});

test("a limit on the worst unit is one that every unit then meets: none between two ends", () => {
  const blind = shipped.all.filter(
    ({ kind, targets }) => kind.kind === "worst" && targets.some((limit) => !holdsForEach(kind, limit.operator, limit.value)),
  );
  expect(blind.map(({ id }) => id)).toEqual([]);
});

test("a direction, an event or a rank without a number is never given a limit", () => {
  const rows = [...seedRows, ...standardRows].filter(({ operator }) => ["direction", "rule", "rank", "open", "?"].includes(operator));
  expect(rows.filter((row) => definitionOf(row).targets.length > 0).map(({ id }) => id)).toEqual([]);
});

/** Typed from the source texts, apart from the definitions: id, stage or *, operator, value (from..to), or why there is none. */
const PINNED = readFileSync(new URL("../data/thresholds.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

test("every limit and operator is the one typed from the sources, and nothing else has a limit", () => {
  const found = shipped.all.flatMap(({ id, version, targets, judged }) => {
    const name = version === 1 ? id : `${id}@${version}`;
    if (targets.length === 0) return [[name, judged].join("\t")];
    return targets.map(({ stage, operator, value, upTo }) =>
      [name, stage ?? "*", operator, upTo === undefined ? value : `${value}..${upTo}`].join("\t"),
    );
  });
  expect(found.sort()).toEqual([...PINNED].sort());
});
