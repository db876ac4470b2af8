/** Where a fault of a submission is, as people know the place: grade, subject and class in place of where it stands in a list. */
import { SUBJECT } from "../codes.ts";
import type { SubmissionBody } from "../contract.ts";
import type { Finding } from "../exam.ts";
import { STAGES } from "../indicators/definition.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import { STATE_WORDS } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import { CLASS_NAME } from "../slice.ts";
import { placeWords } from "./place-words.ts";
import { MOST_FAULTS } from "./shape.ts";

export interface PlacedFault {
  readonly place: Words;
  readonly words: Words;
}

/** Faults as `checkSubmission` tells them, those alike as one; a place that is in no list stays as it is. */
export function faultPlaces(faults: readonly Finding[], body: SubmissionBody): PlacedFault[] {
  return together(faults.map(({ at, words }) => ({ place: faultPlace(at, body), field: NOTHING, words })));
}

function faultPlace(at: string, { slices, teaching = [] }: SubmissionBody): Words {
  const [, list, index] = /^(slices|teaching)\[(\d+)\]/.exec(at) ?? [];
  const own = list === "slices" ? slices[Number(index)] : list === "teaching" ? teaching[Number(index)] : undefined;
  if (!own) return { zh: at, en: at };
  return placeIn(list === "teaching", own);
}

function placeIn(isTeaching: boolean, own: Parameters<typeof placeWords>[0] & { readonly class: string | null }): Words {
  const of = (own.class === null ? [own.subject] : [own.class, own.subject]).filter(Boolean).join(" ") || null;
  const { zh, en } = placeWords({ ...own, subject: of });
  return isTeaching ? { zh: `任课表 ${zh}`, en: `who teaches ${en}` } : { zh, en };
}

/** What the fields of a submission hold, as people call it. */
const FIELDS: Readonly<Record<string, Words>> = {
  ...STATE_WORDS,
  ...RESOURCE_UNITS,
  stage: { zh: "学段", en: "stage" },
  grade: { zh: "年级", en: "grade" },
  subject: { zh: "学科", en: "subject" },
  class: { zh: "班级", en: "class" },
  teacher: { zh: "教师代码", en: "teacher's code" },
  grid: { zh: "分数格", en: "grid of marks" },
  counts: { zh: "各分数的人数", en: "pupils at each mark" },
  states: { zh: "各状态的人数", en: "pupils in each state" },
  matched: { zh: "前测匹配的人数", en: "pupils matched with earlier marks" },
  unmatched: { zh: "前测没有匹配的人数", en: "pupils not matched with earlier marks" },
  passed: { zh: "全科合格人数", en: "pupils who passed every subject" },
  lowest: { zh: "最低得分率的人数", en: "pupils at each lowest share of the marks" },
  pupils: { zh: "学生数", en: "pupils" },
  resources: { zh: "办学条件", en: "resources" },
  amounts: { zh: "办学条件", en: "resources" },
  note: { zh: "说明", en: "explanation" },
  revision: { zh: "版次", en: "revision" },
  made: { zh: "导出时间", en: "time of export" },
  region: { zh: "区划代码", en: "code of the region" },
  school: { zh: "学校代码", en: "code of the school" },
  collection: { zh: "采集代码", en: "code of the collection" },
};
/** Faults of a shape, those alike as one: 九年级 语文、九年级 数学等 9 处的班级. Where no name is known, the place in the file stands in brackets. */
export function shapePlaces(faults: readonly Finding[], told: unknown): PlacedFault[] {
  return together(
    faults.map(({ at, words }) => {
      const [, list = "", index = "", inner = ""] = /^body\.(slices|teaching)\[(\d+)\]\.?(.*)$/.exec(at) ?? [];
      const place = list === "" ? null : knownPlace(list, fieldIn(fieldIn(fieldIn(told, "body"), list), index));
      const path = place ? inner : at;
      const name = /amounts\.(.+)$/.exec(path)?.[1] ?? /(?:^|\.)([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
      const known = Object.hasOwn(FIELDS, name) ? (FIELDS[name] as Words) : null;
      if (known && (place || path === name)) return { place, field: known, words };
      const { zh, en } = known ?? { zh: "有一处", en: "a place" };
      return { place, field: path === "" ? NOTHING : { zh: `${zh}（${path}）`, en: `${en} (${path})` }, words };
    }),
    MOST_FAULTS,
  );
}

const NOTHING: Words = { zh: "", en: "" };
/** Places that are told of faults alike. */
const MOST_TOLD = 3;

/** Faults of one field in the same words as one, with the first of their places; where there are `most`, there may be more. */
function together(
  faults: readonly { readonly place: Words | null; readonly field: Words; readonly words: Words }[],
  most = Number.POSITIVE_INFINITY,
): PlacedFault[] {
  const alike = new Map<string, { readonly field: Words; readonly words: Words; readonly places: Words[] }>();
  for (const { place, field, words } of faults) {
    const key = JSON.stringify([field.zh, words.zh]);
    const one = alike.get(key) ?? { field, words, places: [] };
    if (place && !one.places.some(({ zh }) => zh === place.zh)) one.places.push(place);
    alike.set(key, one);
  }
  return [...alike.values()].map(({ field, words, places }) => {
    const some = (language: keyof Words, comma: string) =>
      places
        .slice(0, MOST_TOLD)
        .map((one) => one[language])
        .join(comma);
    const [zhMore, enMore] =
      places.length <= MOST_TOLD
        ? ["", ""]
        : faults.length < most
          ? [`等 ${places.length} 处`, ` and others, ${places.length} in all`]
          : ["等多处", " and others"];
    const zh = [some("zh", "、") + zhMore, field.zh].filter(Boolean).join("的");
    const en = [some("en", ", ") + enMore, field.en].filter(Boolean).join(": ");
    return { place: { zh: zh || "整个文件", en: en || "the file" }, words };
  });
}

/** As much of a place as is told rightly: whatever else stands there is what may be wrong, and is not repeated. */
function knownPlace(list: string, own: unknown): Words | null {
  const [stage, grade, subject, name] = ["stage", "grade", "subject", "class"].map((field) => fieldIn(own, field));
  if (typeof stage !== "string" || !Object.hasOwn(STAGES, stage)) return null;
  return placeIn(list === "teaching", {
    stage: stage as keyof typeof STAGES,
    grade: Number.isInteger(grade) && (grade as number) >= 1 && (grade as number) <= 12 ? (grade as number) : null,
    subject: typeof subject === "string" && SUBJECT.test(subject) ? subject : null,
    class: typeof name === "string" && CLASS_NAME.test(name) ? name : null,
  });
}

function fieldIn(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
