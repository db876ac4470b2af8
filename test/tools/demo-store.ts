/** The demo county as a bureau without a server holds it: two exams, one measured against the other, resources, and single indicators. */
import type { Collection, SubmissionBody } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Store } from "../../shared/handin/held.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import * as demo from "./demo-county.ts";
import { submissionOf } from "./demo-submissions.ts";

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
export const county: County = {
  region: demo.region,
  name: demo.regionBody.name,
  schools: demo.schools,
  collections: [final, before, resources, process],
  targets: demo.targets.map((target) => ({ ...target, ...by })),
  choices: [{ option: "excellent-line", choice: "80", why: "局党组会议纪要〔2026〕12号", ...by }],
};

export const ofStage = (parts: object): SubmissionBody => ({
  definitions,
  slices: [{ stage: "junior", grade: null, subject: null, class: null, ...parts }],
});
export const amounts = (at: number) => ({
  "teachers.overqualified": 40 + at,
  "teachers.backbone": 5 + at,
  "teachers.pearts": 4 + at,
  "area.teaching": 600_000 + 7_000 * at,
  "area.sports": 900_000 - 31_000 * at,
  "equipment.value": 250_000_000 + at,
  "rooms.multimedia": 24 + at,
});

/** What every school hands in, for each of the four collections; 第三中学 has not sent the final exam. */
export const store: Store = demo.schools.reduce(
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

export function handed(collection: string, school: string, revision: number, body: SubmissionBody) {
  return heldFrom({ school, collection, body, findings: [], counts: [] }, { revision, made: by.at, file: `${school}.xlsx` });
}

function withRank(empty: Store): Store {
  return add(empty, handed("2025-process", demo.region, 1, ofStage({ entered: { "rank.city.junior": { "v:6": 1 } } })));
}
