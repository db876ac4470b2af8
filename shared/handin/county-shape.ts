/** The shape of a county, as shared/contract/setup.ts has it on the wire. A test holds the two against each other. */
import { COLLECTION_ID, REGION_CODE, RELEASE, SCHOOL_CODE, SUBJECT } from "../codes.ts";
import { dayOf, opening } from "../moment.ts";
import { LIMIT_OPERATORS } from "../target.ts";
import { GRIDS, STAGES } from "./body-shape.ts";
import { code, either, list, number, one, orNull, record, type Shape, text, whole } from "./shape.ts";

const stage = one(...STAGES);
const grid = one(...GRIDS);
const label = text(1, 100, /^\S(?:[\s\S]*\S)?$/);
const why = text(1, 200, /^\S(?:[\s\S]*\S)?$/);
const said = text(0, 1000);
const mark = number(0, 100_000);
const full = number(Number.MIN_VALUE, 100_000);
const school = code(SCHOOL_CODE);
const collectionId = code(COLLECTION_ID);
const period = text(4, 20);
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, or a day in China. */
export const moment: Shape = (value, at, found) => {
  const before = found.length;
  text(10, 40, new RegExp(`${DATE.source}|${DATETIME.source}`))(value, at, found);
  if (found.length === before && !isThere(value as string))
    found.push({ at, words: { zh: "没有这一天。", en: "there is no such moment" } });
};

/** Dates roll over: 30 February would be 2 March. */
function isThere(moment: string): boolean {
  const day = moment.slice(0, 10);
  return !Number.isNaN(opening(moment)) && !Number.isNaN(opening(day)) && dayOf(day) === day;
}

const schoolShape = record({
  school,
  name: label,
  stages: list(stage, 1, 100),
  setting: orNull(one("城区", "镇区", "乡村")),
  type: orNull(text(0, 40)),
  groups: list(text(1, 40), 0, 50),
});
const line = orNull(mark);
const paper = record({
  stage,
  grade: whole(1, 12),
  subject: code(SUBJECT),
  full,
  grid,
  lines: record({ pass: line, excellent: line, low: line }),
  before: orNull(record({ name: label, full, grid })),
});
const choice = record({ option: text(0, 80), choice: text(0, 80), why, by: said, at: said });
const collection = record({
  collection: collectionId,
  name: label,
  form: one("exam", "resources", "indicators"),
  period,
  exam: orNull(record({ name: label, papers: list(paper, 1, 200) })),
  opens: orNull(moment),
  closes: orNull(moment),
  required: orNull(list(school, 0, 5000)),
  baseline: orNull(collectionId),
  indicators: orNull(list(text(0, 80), 1, 400)),
  definitions: code(RELEASE),
  choices: orNull(list(choice, 0, 200)),
});
const target = record({
  indicator: text(0, 80),
  stage: orNull(stage),
  unit: orNull(either(code(REGION_CODE), school)),
  period,
  operator: one(...LIMIT_OPERATORS),
  value: number(),
  upTo: orNull(number()),
  source: text(1, 200),
  by: said,
  at: said,
});

export const countyShape: Shape = record({
  region: code(REGION_CODE),
  name: label,
  schools: list(schoolShape, 0, 5000),
  collections: list(collection, 0, 5000),
  targets: list(target, 0, 2000),
  choices: list(choice, 0, 200),
});
