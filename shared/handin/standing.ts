/** What stands of what is held in a collection: one content for each school, right by the county as it is set up now. */
import { type Apart, bodyNow, whyApart } from "../collecting/apart.ts";
import type { Collection } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Words } from "../refusal.ts";
import type { County } from "./county.ts";
import { problem } from "./envelope.ts";
import { bodyFaults } from "./file.ts";
import type { FileFinding } from "./finding.ts";
import type { Held, Noticed, Store } from "./held.ts";
import { placeWords } from "./place-words.ts";

/** A content as it counts by the set-up of now, with the grades whose joint counts do not. */
export interface Stands extends Held {
  readonly apart: readonly Apart[];
}

export interface Standing {
  readonly standing: readonly Stands[];
  /** Why something that is held does not stand: schools whose figure is withheld until a person decides. */
  readonly findings: readonly Noticed[];
}

export function standingIn(store: Store, id: string, catalogue: Catalogue): Standing {
  const collection = store.county.collections.find((one) => one.collection === id);
  const held = store.held.filter((one) => one.collection === id);
  const schools = [...new Set(held.map(({ school }) => school))].sort();
  const standing: Stands[] = [];
  const findings: Noticed[] = [];
  for (const school of schools) {
    const left = contentsLeft(
      store,
      held.filter((one) => one.school === school),
    );
    const [own] = left;
    if (left.length > 1) findings.push({ school, finding: conflict(left) });
    if (!own || left.length > 1 || !collection) continue;
    const { stands, faults } = readAgain(own, store.county, collection, catalogue);
    if (faults.length === 0) standing.push(stands);
    findings.push(
      ...[...faults, ...stands.apart.map((grade) => otherLines(store.county, stands, grade))].map((finding) => ({ school, finding })),
    );
  }
  return { standing, findings };
}

interface Known {
  readonly collection: Collection;
  readonly schools: County["schools"];
  readonly catalogue: Catalogue;
  readonly stands: Stands;
  readonly faults: readonly FileFinding[];
}

/** What a content comes to and what was found in it, for as long as county and catalogue are the same: whatever is read from a store asks for it. */
const known = new WeakMap<Held, Known>();

function readAgain(held: Held, county: County, collection: Collection, catalogue: Catalogue): Known {
  const before = known.get(held);
  if (before && before.collection === collection && before.schools === county.schools && before.catalogue === catalogue) return before;
  const stands = { ...held, ...bodyNow(held.body, collection) };
  const faults = bodyFaults(stands, county, collection, catalogue);
  const read = { collection, schools: county.schools, catalogue, stands, faults };
  known.set(held, read);
  return read;
}

/** Without a decision all contents of the revision; with one, the content it keeps, or none. Decisions that contradict each other are none. */
function contentsLeft({ decisions }: Store, contents: readonly Held[]): readonly Held[] {
  const decided = decisions.filter((one) =>
    contents.some(
      ({ school, collection, revision }) => one.school === school && one.collection === collection && one.revision === revision,
    ),
  );
  const [only] = decided;
  if (!only || decided.length > 1) return contents;
  const kept = contents.filter(({ sha256 }) => sha256 === only.keep);
  // Another store may have decided on a content that this one has never seen.
  return kept.length > 0 || only.keep === null ? kept : contents;
}

function otherLines({ schools }: County, { school, apart }: Stands, grade: Apart): FileFinding {
  const name = schools.find((one) => one.school === school)?.name ?? school;
  const { zh, en } = whyApart([{ name, apart }], grade) as Words;
  const about = placeWords(grade);
  return problem("joint-other-lines", `${about.zh}：${zh}。其他指标照常计入。`, `${about.en}: ${en}. All else of it counts`);
}

function conflict(contents: readonly Held[]) {
  const [revision] = contents.map((one) => one.revision);
  const files = contents.map(({ file, made }) => `${file}（${made}）`);
  return problem(
    "revision-conflict",
    `第 ${revision} 版有 ${contents.length} 份不同的内容：${files.join("、")}。请选定一份，或请学校交更高的版次；在此之前不计入汇总。`,
    `revision ${revision} has ${contents.length} different contents: ${files.join(", ")}; choose one, or ask for a higher revision. Until then neither counts`,
  );
}
