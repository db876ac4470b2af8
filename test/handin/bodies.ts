/** A county for tests of what is handed in: the demo's schools, an exam with value added, resources, and indicators by themselves. */
import type { Collection, SubmissionBody } from "../../shared/contract.ts";
import type { County } from "../../shared/handin/county.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";

import * as demo from "../tools/demo-county.ts";

export const exam: Collection = { ...demo.collectionBody, collection: demo.collection, definitions, choices: null };
export const resources: Collection = {
  ...exam,
  collection: "2025-resources",
  name: "2025 办学条件",
  form: "resources",
  period: "2025",
  exam: null,
};
export const indicators: Collection = {
  ...exam,
  collection: "2025-process",
  name: "2025 过程指标",
  form: "indicators",
  period: "2025",
  exam: null,
  indicators: ["teacher.backbone.share"],
  choices: [],
};
export const county: County = {
  region: demo.region,
  name: demo.regionBody.name,
  schools: demo.schools,
  collections: [exam, resources, indicators],
  targets: demo.targets.map((target) => ({ ...target, by: "督导室", at: "2025-01-01T00:00:00.000Z" })),
  choices: [],
};

/** 语文 of grade 9: so many pupils at each mark, in half marks. */
export function chinese(pupils: readonly [mark: number, pupils: number][], absent = 0): SubmissionBody {
  const counts = pupils.map(([mark, number]): [number, number] => [mark * 2, number]);
  const sat = counts.reduce((sum, [, number]) => sum + number, 0);
  const states = { sat, absent, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
  return {
    definitions,
    slices: [{ stage: "junior", grade: 9, subject: "语文", class: null, scores: { grid: 2, states, counts } }],
  };
}
export { definitions };
