/** The shape of a submission, as shared/contract/send.ts has it on the wire. A test holds the two against each other. */
import { SUBJECT } from "../codes.ts";
import { TEACHER_CODE } from "../collecting/teaching.ts";
import { STATES } from "../marks/states.ts";
import { CLASS_NAME } from "../slice.ts";
import { MOST_NOTES } from "./notes.ts";
import { code, either, list, number, one, orNull, record, type Shape, text, tuple, under, whole } from "./shape.ts";

export const STAGES = ["primary", "junior", "senior"] as const;
export const GRIDS = [1, 2, 4, 10, 100, 1000] as const;
const RESOURCES = [
  "teachers.overqualified",
  "teachers.backbone",
  "teachers.pearts",
  "area.teaching",
  "area.sports",
  "equipment.value",
  "rooms.multimedia",
] as const;
const NOTE_CODE = /^[a-z0-9-]{1,60}$/;
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;
/** Trimmed, and no control characters but line ends and tabs. */
const NOTE_TEXT = /^(?!\s)(?:[\n\t]|[^\p{Cc}])+(?<!\s)$/u;

const className = code(CLASS_NAME, {
  zh: "班级最多 16 个字，只用文字、数字、括号和 . _ -，不能是电话或身份证号。",
  en: "a class is at most 16 letters, digits, brackets and . _ -, and no telephone or identity number",
});
const teacherCode = code(TEACHER_CODE, {
  zh: "教师代码最多 16 个字母和数字，中间可以有 _ 或 -，不能是电话或身份证号。",
  en: "a teacher's code is at most 16 letters and digits, with _ or - between them, and no telephone or identity number",
});
const pupils = whole(0, 10_000_000);
const amount = whole(0, 1_000_000_000_000);
const sum = either(whole(0), text(1, 40, /^\d+$/));
const grid = one(...GRIDS);
const stage = one(...STAGES);
const grade = whole(1, 12);

const scores = record({
  grid,
  states: record(Object.fromEntries(STATES.map((state) => [state, pupils]))),
  counts: list(tuple(whole(0), whole(1, 10_000_000)), 0, 20_000),
});
const pairs = record({
  grid: record({ before: grid, after: grid }),
  matched: pupils,
  unmatched: pupils,
  before: sum,
  after: sum,
  before2: sum,
  after2: sum,
  product: sum,
});
const counted = record({ full: number(Number.MIN_VALUE, 100_000), pass: number(0, 100_000) });
const amounts = record({}, Object.fromEntries(RESOURCES.map((name) => [name, amount])));

const slice = record(
  { stage, grade: orNull(grade), subject: orNull(code(SUBJECT)), class: orNull(className) },
  {
    scores,
    pairs,
    joint: record(
      { pupils, passed: pupils },
      { lowest: list(tuple(whole(0, 100), whole(1, 10_000_000)), 0, 101), papers: under(code(SUBJECT), counted) },
    ),
    resources: record({ pupils: whole(1, 10_000_000), amounts }),
    entered: under(text(0, 80), under(text(0, 40), amount)),
  },
);
const note = record({
  code: code(NOTE_CODE),
  sheet: orNull(text(1, 31)),
  cell: orNull(code(CELL)),
  text: text(1, 300, NOTE_TEXT),
});
const teaching = record({ stage, grade, class: className, subject: code(SUBJECT), teacher: teacherCode });

export const bodyShape: Shape = record(
  { definitions: text(0, 40), slices: list(slice, 1, 1000) },
  { notes: list(note, 1, MOST_NOTES), teaching: list(teaching, 1, 1000) },
);
