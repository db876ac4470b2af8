/** A store as one file: to keep, to carry to another computer, and to merge there in any order. */
import { canonical, inOrder, sha256 } from "../canonical.ts";
import { checkChoices } from "../choices.ts";
import { COLLECTION_ID, SCHOOL_CODE, SHA256 } from "../codes.ts";
import type { Collection } from "../contract.ts";
import { checkCollection, type Finding } from "../exam.ts";
import { shipped } from "../indicators/index.ts";
import { parsePeriod } from "../period.ts";
import { Refusal } from "../refusal.ts";
import { scenarioShape } from "../whatif/kept.ts";
import { bodyShape } from "./body-shape.ts";
import { countyShape, moment } from "./county-shape.ts";
import { openEnvelope, problem } from "./envelope.ts";
import { queriesShape } from "./file.ts";
import type { FileFinding } from "./finding.ts";
import type { Held, Store } from "./held.ts";
import { merge } from "./merge.ts";
import { joinScenarios, keptUnderBoth } from "./merge-scenarios.ts";
import { baselinesFirst } from "./plan.ts";
import { heldRevisionShape } from "./revision.ts";
import { code, list, one, orNull, record, text } from "./shape.ts";

interface StoreFile extends Store {
  readonly format: "quality-county";
  readonly version: 1;
  readonly program: string;
  readonly made: string;
  readonly sha256: string;
}

/** 300 schools of 30 collections at 20 kB each; a browser holds a text of this size. */
export const STORE_BYTES = 200_000_000;

const place = { school: code(SCHOOL_CODE), collection: code(COLLECTION_ID), revision: heldRevisionShape };
const held = record({ ...place, body: bodyShape, sha256: code(SHA256), queries: queriesShape, made: moment, file: text(0, 200) });
const decision = record({ ...place, keep: orNull(code(SHA256)), at: moment });
const shape = record(
  {
    format: one("quality-county"),
    version: one(1),
    program: text(1, 40),
    made: moment,
    county: countyShape,
    since: moment,
    held: list(held, 0, 200_000),
    decisions: list(decision, 0, 200_000),
    sha256: code(SHA256),
  },
  { scenarios: list(scenarioShape, 1, 200_000) },
);

/** The store as a file's text, with the digest of its content. */
export function writeStore(store: Store, { program, made }: Pick<StoreFile, "program" | "made">): string {
  const { county, since, held, decisions, scenarios = [] } = store;
  const saved = scenarios.length > 0 ? { scenarios } : {};
  const rest = { format: "quality-county", version: 1, program, made, county, since, held, decisions, ...saved };
  return `${canonical({ ...rest, sha256: sha256(canonical(rest)) })}\n`;
}

export interface StoreRead {
  /** `null` where the file is refused. */
  readonly store: Store | null;
  readonly findings: readonly FileFinding[];
}

/** Reads a store's file: whole, unaltered, and each content what its digest says. */
export function readStore(given: string): StoreRead {
  const opened = openEnvelope<StoreFile>(given, { format: "quality-county", most: STORE_BYTES, shape });
  if ("refused" in opened) return { store: null, findings: opened.refused };
  const { county, since, held, decisions, scenarios } = inOrder(opened.content);
  const faults = [...countyFaults(county), ...heldFaults(held)];
  const findings = faults.map(({ at, words }) =>
    problem("store-content", `${at}：${words.zh}文件未导入。`, `${at}: ${words.en}; the file was not taken`),
  );
  if (findings.length > 0) return { store: null, findings };
  const read: Store = { county, since, held, decisions };
  const saved = scenarios ? { scenarios: joinScenarios(scenarios) } : {};
  return { store: { ...merge(read, read), ...saved }, findings: [] };
}

/** Adds a store's file to the store here; a set-up that differs is named, whichever is the later, and so is a scenario of one name and two contents. */
export function importStore(here: Store, given: string): StoreRead {
  const { store, findings } = readStore(given);
  if (!store) return { store: null, findings };
  try {
    const merged = merge(here, store);
    return { store: merged, findings: [...differing(here, store, merged), ...keptUnderBoth(here, store, merged)] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { store: null, findings: [problem("file-region", error.words.zh, error.words.en)] };
  }
}

function differing(here: Store, there: Store, merged: Store): FileFinding[] {
  if (canonical(here.county) === canonical(there.county)) return [];
  return [
    {
      level: "query",
      code: "set-up-differs",
      sheet: null,
      cell: null,
      words: {
        zh: `两份数据的县设置（学校、采集、目标）不同：这里 ${here.since}，文件 ${there.since}；已采用较新的 ${merged.since}。请核对。`,
        en: `the county's set-up differs: here of ${here.since}, in the file of ${there.since}; the later one, ${merged.since}, is taken: see that it is right`,
      },
    },
  ];
}

function countyFaults({ schools, collections, targets, choices }: Store["county"]): Finding[] {
  const twice = [schools.map(({ school }) => school), collections.map(({ collection }) => collection)].flatMap((codes) =>
    codes.filter((one, at) => codes.indexOf(one) < at).map((one) => ({ at: one, words: { zh: "出现两次。", en: "it is there twice" } })),
  );
  const order = refusalOf("collections", () => baselinesFirst(collections));
  return [
    ...twice,
    ...order,
    ...checkChoices(choices),
    ...collections.flatMap(collectionFaults),
    ...targets.flatMap(({ period }, at) => periodFaults(`targets[${at}]`, period)),
  ];
}

function collectionFaults(collection: Collection): Finding[] {
  const { collection: id, period, definitions } = collection;
  const known = shipped.releases.includes(definitions);
  const release = { zh: `没有 ${definitions} 版指标定义，请先更新本程序。`, en: `no release ${definitions}: update this program` };
  return [
    ...checkCollection(collection).map(({ at, words }) => ({ at: `${id}.${at}`, words })),
    ...checkChoices(collection.choices ?? []).map(({ at, words }) => ({ at: `${id}.${at}`, words })),
    ...periodFaults(id, period),
    ...(known ? [] : [{ at: `${id}.definitions`, words: release }]),
  ];
}

function periodFaults(at: string, period: string): Finding[] {
  return refusalOf(`${at}.period`, () => parsePeriod(period));
}

function refusalOf(at: string, attempt: () => unknown): Finding[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ at, words: error.words }];
  }
}

function heldFaults(all: readonly Held[]): Finding[] {
  return all.flatMap(({ school, collection, body, sha256: digest }) =>
    sha256(canonical(body)) === digest
      ? []
      : [{ at: `${collection}/${school}`, words: { zh: "内容与校验值不符。", en: "the content does not match its digest" } }],
  );
}
