/** The demo county's collections, one of each form, as the API would tell them: what `npm run template` makes templates of. */
import type { Collection, Overview } from "../../shared/contract.ts";
import { latestRelease } from "../../shared/indicators/index.ts";
import { collection, collectionBody, region, regionBody, schools, targets } from "./demo-county.ts";

const plain = { choices: null, exam: null, opens: null, closes: "2025-07-20", required: null, baseline: null, indicators: null };

const exam: Collection = { ...collectionBody, closes: "2025-07-10", choices: null, collection, definitions: latestRelease };
const conditions: Collection = {
  ...plain,
  ...{ collection: "2025-conditions", definitions: latestRelease },
  ...{ name: "2025 年义务教育优质均衡办学条件(示例)", form: "resources", period: "2025" },
};
const indicators: Collection = {
  ...plain,
  ...{ collection: "2025-process", definitions: latestRelease },
  ...{ name: "2025 年教育教学过程指标(示例)", form: "indicators", period: "2025" },
  indicators: [
    "teacher.backbone.share",
    "student.groups.count",
    "student.quality.fiveaspects",
    "moral.brand.exists",
    "psych.teacher.ratio",
    "budget.equipment.share",
    "pe.lessons.weekly",
    "listening.principal",
    "gov.03.artrooms",
    "homework.minutes.junior",
    "teacher.backbone.share.change",
    "assessment.grade",
    "subject.bundle.score",
  ],
};

export const demoOverview: Overview = {
  region,
  name: regionBody.name,
  parent: null,
  role: "bureau",
  school: null,
  schools,
  collections: [exam, conditions, indicators],
  targets: targets.map((target) => ({ ...target, by: "bureau", at: "2025-03-01T00:00:00.000Z" })),
  choices: [],
};
