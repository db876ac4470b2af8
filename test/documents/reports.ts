/** The demo county's rollup for tests of documents: from the store of files, as a bureau without a server has it. */
import type { Choice, Collection, SubmissionBody } from "../../shared/contract.ts";
import type { ReportInput } from "../../shared/documents/report-input.ts";
import type { County } from "../../shared/handin/county.ts";
import { inputFrom, rollupOf } from "../../shared/handin/rollup.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import * as demo from "../tools/demo-county.ts";
import { submissionOf } from "../tools/demo-submissions.ts";

export const EXAM: Collection = { ...demo.collectionBody, collection: demo.collection, definitions, choices: null };
const CHOICE: Choice = {
  option: "excellent-line",
  choice: "80",
  why: "局党组会议纪要〔2025〕9号",
  by: "督导室",
  at: "2025-05-01T02:00:00.000Z",
};
const county: County = {
  region: demo.region,
  name: demo.regionBody.name,
  schools: demo.schools,
  collections: [EXAM],
  targets: demo.targets.map((target) => ({ ...target, by: "督导室", at: "2025-01-01T00:00:00.000Z" })),
  choices: [CHOICE],
};

const reader = { now: Date.parse("2025-07-20T00:00:00Z"), audience: "bureau" } as const;

/** One of the schools explains something. */
function bodyOf(at: number, school: string, name: string): SubmissionBody {
  const body = submissionOf(at, school, name);
  if (school !== "S02") return body;
  return { ...body, notes: [{ code: "spread", sheet: "九年级", cell: "D7", text: "=1+1 停电一小时，部分学生未答完<第二卷>" }] };
}

function store(without: readonly string[]) {
  const schools = demo.schools.map(({ school, name }, at) => ({ school, name, at })).filter(({ school }) => !without.includes(school));
  return schools.reduce(
    (held, { school, name, at }) => {
      const handed = { school, collection: EXAM.collection, body: bodyOf(at, school, name), findings: [], counts: [] };
      return add(held, heldFrom(handed, { revision: 1, made: "2025-07-10T01:00:00.000Z", file: `${school}.json` }));
    },
    newStore(county, "2025-01-01T00:00:00.000Z"),
  );
}

/** What stands with some of the schools missing, for recounting. */
export function inputOf(without: readonly string[] = [demo.missing]) {
  return inputFrom(store(without), EXAM.collection, reader).input;
}

export function reportOf(without: readonly string[] = [demo.missing], over: Partial<ReportInput> = {}): ReportInput {
  const rollup = rollupOf(store(without), EXAM.collection, reader);
  return {
    region: { region: demo.region, name: county.name },
    rollup,
    collection: EXAM,
    schools: demo.schools,
    made: "2025-07-18",
    ...over,
  };
}
