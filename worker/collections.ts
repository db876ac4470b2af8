/** What a bureau asks its schools for: set up, changed while nothing stands, and open or closed by the clock. */
import { countedAt, sameCounted } from "../shared/apart.ts";
import type { Choice, Collection, CollectionBody, Paper } from "../shared/contract.ts";
import { whyNotAsked } from "../shared/entered.ts";
import { checkCollection } from "../shared/exam.ts";
import { FIRST_RELEASE } from "../shared/indicators/catalogue.ts";
import { shipped } from "../shared/indicators/index.ts";
import { closing, dayOf, instant, opening } from "../shared/moment.ts";
import { parsePeriod } from "../shared/period.ts";
import { Refusal } from "../shared/refusal.ts";
import { type Place, readKey } from "../shared/slice.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { allChoices } from "./choices.ts";
import { type Fault, refuse } from "./problem.ts";
import { schoolCodes } from "./schools.ts";
import { anythingStands } from "./standing.ts";
import { sumsOf } from "./sums.ts";

interface Row extends Record<string, SqlStorageValue> {
  collection: string;
  body: string;
}

/** So many different marks a paper may have: its sum is one row, and a row holds 2 MB. */
const mostMarks = 100_000;

export function putCollection(act: Act, id: string, body: CollectionBody): Collection {
  const faults = faultsOf(act.sql, id, body);
  if (faults.length > 0) throw refuse("collection-invalid", faults);
  const before = find(act.sql, id);
  const kept = {
    ...body,
    definitions: body.definitions ?? before?.definitions ?? shipped.releaseAt(dayOf(instant(act.now))),
    // What a school counts by hand rests on what was asked then: a later choice would only relabel the same numbers.
    choices: body.form === "indicators" ? keptChoices(act.sql, id, before) : null,
  };
  if (before && !keepsWhatStands(before, kept) && anythingStands(act.sql, id)) throw refuse("collection-in-use");
  if (before && !keepsJoint(before, body, sumsOf(act.sql, id).keys())) throw refuse("joint-in-use");
  act.sql.exec("INSERT OR REPLACE INTO collections (collection, body) VALUES (?, ?)", id, canonical(kept));
  record(act, "collection.put", id, sha256(canonical(kept)));
  return { collection: id, ...kept };
}

export function allCollections(sql: SqlStorage): Collection[] {
  return sql.exec<Row>("SELECT collection, body FROM collections ORDER BY collection").toArray().map(view);
}

export function collectionOf(sql: SqlStorage, id: string): Collection {
  const found = find(sql, id);
  if (!found) throw refuse("collection-unknown");
  return found;
}

/** Refuses before the opening and after the closing; the moment of closing itself is too late. */
export function checkOpen({ opens, closes }: CollectionBody, now: number): void {
  if (opens !== null && now < opening(opens)) throw refuse("collection-not-open");
  if (closes !== null && now >= closing(closes)) throw refuse("collection-closed");
}

function find(sql: SqlStorage, id: string): Collection | undefined {
  return sql.exec<Row>("SELECT collection, body FROM collections WHERE collection = ?", id).toArray().map(view)[0];
}

function faultsOf(sql: SqlStorage, id: string, body: CollectionBody): Fault[] {
  const faults: Fault[] = [...checkPeriod(body.period), ...checkCollection(body)];
  body.exam?.papers.forEach(({ full, grid }, at) => {
    if (full * grid > mostMarks) {
      faults.push({
        at: `exam.papers[${at}].grid`,
        words: { zh: "分数格太细，请用更粗的格。", en: `more than ${mostMarks} different marks: take a coarser grid` },
      });
    }
  });
  if (body.opens !== null && body.closes !== null && opening(body.opens) >= closing(body.closes)) {
    faults.push({ at: "closes", words: { zh: "截止时间不晚于开始时间。", en: "it closes before it opens" } });
  }
  if (body.definitions !== null && !shipped.releases.includes(body.definitions)) {
    const releases = shipped.releases.join(", ");
    faults.push({ at: "definitions", words: { zh: `没有这个版本，现有：${releases}。`, en: `no such release; there are ${releases}` } });
  }
  const release = shipped.releases.find((one) => one === body.definitions) ?? shipped.releases.at(-1);
  body.indicators?.forEach((id, at, all) => {
    const words =
      whyNotAsked(shipped.find(id, release), id) ?? (all.indexOf(id) < at ? { zh: "出现两次。", en: "it is named twice" } : null);
    if (words) faults.push({ at: `indicators[${at}]`, words });
  });
  const known = new Set(schoolCodes(sql));
  body.required?.forEach((code, at, all) => {
    if (all.indexOf(code) < at)
      faults.push({ at: `required[${at}]`, words: { zh: `学校 ${code} 出现两次。`, en: `school ${code} is named twice` } });
    if (!known.has(code))
      faults.push({ at: `required[${at}]`, words: { zh: `没有登记学校 ${code}。`, en: `school ${code} is not registered` } });
  });
  if (body.baseline !== null && (body.baseline === id || !find(sql, body.baseline))) {
    faults.push({
      at: "baseline",
      words: { zh: "基线应是本区划另一个已有的采集。", en: "the baseline is another collection of the region" },
    });
  }
  return faults;
}

function checkPeriod(period: string): Fault[] {
  try {
    parsePeriod(period);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [{ at: "period", words: error.words }];
    throw error;
  }
}

/** While something stands the choices it was counted by stay; else the collection is asked anew, by those of today. */
function keptChoices(sql: SqlStorage, id: string, before: Collection | undefined): Choice[] {
  return before?.choices && anythingStands(sql, id) ? before.choices : allChoices(sql);
}

/** What was counted stays countable: the form, the release of the definitions, and of every paper the full mark, the grid and the earlier exam. */
function keepsWhatStands(before: CollectionBody, after: CollectionBody): boolean {
  const frames = new Set((after.exam?.papers ?? []).map(frameOf));
  return (
    before.form === after.form &&
    before.definitions === after.definitions &&
    (before.exam?.papers ?? []).every((paper) => frames.has(frameOf(paper)))
  );
}

/** Who passed in every subject was counted at the papers and pass lines of then: where such counts stand, the grade keeps both. */
function keepsJoint(before: CollectionBody, after: CollectionBody, slices: Iterable<string>): boolean {
  const joints = [...slices].map(readKey).filter(({ part }) => part === "joint");
  return joints.every((joint) => sameCounted(countedIn(before, joint), countedIn(after, joint)));
}

function countedIn({ exam }: CollectionBody, { stage, grade }: Pick<Place, "stage" | "grade">) {
  return countedAt((exam?.papers ?? []).filter((paper) => paper.stage === stage && paper.grade === grade));
}

function frameOf({ stage, grade, subject, full, grid, before }: Paper): string {
  return canonical([stage, grade, subject, full, grid, before && { full: before.full, grid: before.grid }]);
}

function view({ collection, body }: Row): Collection {
  // Collections that were set up before releases had names are of the first.
  return {
    definitions: FIRST_RELEASE,
    indicators: null,
    choices: null,
    ...(JSON.parse(body) as Omit<Collection, "collection" | "definitions" | "indicators" | "choices">),
    collection,
  };
}
