/** A county in a file, set up here or merged into what is here: a whole store, or what a server tells of its region. */

import { changeFaults } from "../../shared/handin/changed.ts";
import { type County, countyOf } from "../../shared/handin/county.ts";
import type { FileFinding } from "../../shared/handin/finding.ts";
import type { Store } from "../../shared/handin/held.ts";
import { newStore, setUp } from "../../shared/handin/store.ts";
import { importStore, readStore } from "../../shared/handin/store-file.ts";
import { invalid, Refusal, type Words } from "../../shared/refusal.ts";
import { formatOf } from "../handin/file-text.ts";
import { textOf } from "../handin/store-text.ts";
import { countyFrom } from "./county-file.ts";
import { heldIn, type Keeper } from "./store.ts";

export interface FileOpened {
  /** How many submissions the file held, and how many there are now. */
  readonly read: number;
  readonly held: number;
  /** How many scenarios it held. */
  readonly scenarios: number;
  /** What is to be looked at: set-ups that differ, scenarios of one name that do. */
  readonly notices: readonly Words[];
}

/** Refuses what is no such file, or of another region than the one that is set up. */
export async function openFile(keeper: Keeper, { file, now }: { readonly file: File; readonly now: string }): Promise<FileOpened> {
  const text = await textOf(file);
  const isStore = formatOf(text) === "quality-county";
  let opened: FileOpened = { read: 0, held: 0, scenarios: 0, notices: [] };
  await keeper.update((here) => {
    if (!isStore) {
      const county = countyFrom(text);
      if (here && here.county.region !== county.region) throw otherRegion(county.region);
      opened = { ...opened, held: here?.held.length ?? 0 };
      return here ? setUpIn(here, countyOf(county), now) : newStore(countyOf(county), now);
    }
    const alone = readStore(text);
    if (!alone.store) throw refusalOf(alone.findings);
    if (here && here.county.region !== alone.store.county.region) throw otherRegion(alone.store.county.region);
    const { store, findings } = here ? importStore(here, text) : alone;
    if (!store) throw refusalOf(findings);
    const scenarios = alone.store.scenarios?.length ?? 0;
    opened = { read: alone.store.held.length, held: store.held.length, scenarios, notices: findings.map(({ words }) => words) };
    return store;
  });
  return opened;
}

/** A store set up anew; refused where what it holds would no longer be readable. */
export function setUpIn(store: Store, county: County, now: string): Store {
  const faults = changeFaults({ county: store.county, held: heldIn(store) }, county);
  const joined = (tongue: keyof Words) => faults.map((words) => words[tongue]).join(tongue === "zh" ? "" : " ");
  if (faults.length > 0) throw invalid(joined("zh"), joined("en"));
  return setUp(store, county, now);
}

function otherRegion(region: string): Refusal {
  return invalid(
    `这个文件是另一个区划（${region}）的：没有读入。要换区划，请先到“数据”里导出并清空。`,
    `this file is of another region (${region}) and was not read; to change region, export and clear all data first`,
  );
}

function refusalOf(findings: readonly FileFinding[]): Refusal {
  const words = findings[0]?.words ?? { zh: "文件没有读入。", en: "the file was not read" };
  return new Refusal("invalid", words);
}
