/** A store of the tests on consistency: who sent what for which collection, and what is asked of it. */
import type { Collection, Slice, SubmissionBody } from "../../shared/contract.ts";
import { defaultSettings } from "../../shared/handin/consistency/settings.ts";
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { Store } from "../../shared/handin/held.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { CHINESE, MATHS } from "../indicators/county.ts";
import { chinese, county, definitions, exam as demoExam, indicators as demoIndicators, resources as demoResources } from "./bodies.ts";

export const NOW = Date.parse("2025-12-01T00:00:00Z");
export const made = "2025-07-01T12:00:00.000Z";
export const papers = [CHINESE, { ...MATHS, before: null }];
export const now: Collection = { ...demoExam, collection: "now", exam: { name: "期末", papers } };
export const last: Collection = { ...now, collection: "last", name: "上学年期末", period: "2023-2024-2" };
export const resources: Collection = { ...demoResources, collection: "res" };
export const resourcesLast: Collection = { ...resources, collection: "res-last", name: "2024 办学条件", period: "2024" };
export const process: Collection = {
  ...demoIndicators,
  collection: "pro",
  indicators: ["fitness.pass.rate", "fitness.good.rate", "budget.equipment.share"],
};
export const processLast: Collection = { ...process, collection: "pro-last", name: "2024 过程指标", period: "2024" };
export const SCHOOLS = ["S01", "S02", "S03", "S04", "S05", "S06"];

export type Sent = readonly [collection: string, school: string, body: SubmissionBody];

export function storeOf(sent: readonly Sent[], collections = [now, last, resources, resourcesLast, process, processLast]): Store {
  return sent.reduce(
    (store, [collection, school, body]) =>
      add(store, heldFrom({ school, collection, body, findings: [], counts: [] }, { revision: 1, made, file: `${school}.xlsx` })),
    newStore({ ...county, collections }, made),
  );
}

export const ofStage = (parts: Partial<Slice>): SubmissionBody => ({
  definitions,
  slices: [{ stage: "junior", grade: null, subject: null, class: null, ...parts }],
});
export const res = (pupils: number, yuan: number) =>
  ofStage({ resources: { pupils, amounts: { "equipment.value": Math.round(yuan * 100) } } });
/** So many of a hundred pupils at 80 of 120, the rest at 40; and how many more were absent. */
export const passing = (passed: number, absent = 0) =>
  chinese(
    [
      [40, 100 - passed],
      [80, passed],
    ],
    absent,
  );
export const asked = (store: Store, id: string, settings = defaultSettings) => consistencyOf(store, id, NOW, settings);
export const codes = (store: Store, id: string, settings = defaultSettings) =>
  asked(store, id, settings).map(({ school, finding }) => `${school} ${finding.code}`);
export const words = (store: Store, id: string) => asked(store, id).map(({ finding }) => finding.words);
