/**
 * What stands, as it was sent. A county's bodies are many megabytes: each goes out as the JSON it is stored as, neither parsed nor held,
 * one after the other as the asker takes them. A revision never changes, so the answer is of one moment all the same.
 */
import type { Collection, TalliesQuery } from "../shared/contract.ts";
import { isBaseline } from "../shared/figures/gather.ts";
import type { Act } from "./act.ts";
import { allCollections, collectionOf } from "./collections.ts";
import { allSchools } from "./schools.ts";
import { standingHeads } from "./standing.ts";
import { stateOf } from "./state.ts";

interface Head {
  readonly collection: string;
  readonly school: string;
  readonly revision: number;
  readonly sha256: string;
}

const utf8 = new TextEncoder();

/** The answer as JSON, in UTF-8. A school is given its own, and whether the baseline counts is decided on all. */
export function tallies(act: Act, id: string, { held }: TalliesQuery): ReadableStream<Uint8Array> {
  const { sql, region } = act;
  const collection = collectionOf(sql, id);
  const state = stateOf(act, allCollections(sql));
  if (held === state) return streamOf(sql, [JSON.stringify({ same: true })]);
  const head = JSON.stringify({ state, region: region.region, collection: id }).slice(0, -1);
  const before = baselineOf(act, collection);
  return streamOf(sql, [
    `${head},"standing":[`,
    ...listOf(ownOf(act, standingHeads(sql, id))),
    '],"baseline":',
    ...(before ? [`{"collection":${JSON.stringify(before.id)},"standing":[`, ...listOf(ownOf(act, before.heads)), "]}"] : ["null"]),
    "}",
  ]);
}

function ownOf({ role, school }: Act, heads: readonly Head[]): readonly Head[] {
  return role === "school" ? heads.filter((head) => head.school === school) : heads;
}

function baselineOf({ sql, now }: Act, { baseline }: Collection): { id: string; heads: readonly Head[] } | null {
  if (baseline === null) return null;
  const heads = standingHeads(sql, baseline);
  const counts = isBaseline(collectionOf(sql, baseline), allSchools(sql), new Set(heads.map(({ school }) => school)), now);
  return counts ? { id: baseline, heads } : null;
}

function listOf(heads: readonly Head[]): (string | Head)[] {
  return heads.flatMap((head, at) => (at === 0 ? [head] : [",", head]));
}

function streamOf(sql: SqlStorage, parts: readonly (string | Head)[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      const part = parts[next++];
      if (part === undefined) return controller.close();
      controller.enqueue(typeof part === "string" ? utf8.encode(part) : entryOf(sql, part));
    },
  });
}

/** The body as SQLite has it, in UTF-8, with its head before it. */
function entryOf(sql: SqlStorage, { collection, school, revision, sha256 }: Head): Uint8Array {
  const query = "SELECT CAST(body AS BLOB) AS body FROM submissions WHERE collection = ? AND school = ? AND revision = ?";
  const { body } = sql.exec<{ body: ArrayBuffer }>(query, collection, school, revision).one();
  const head = utf8.encode(`${JSON.stringify({ school, revision, sha256 }).slice(0, -1)},"body":`);
  const entry = new Uint8Array(head.byteLength + body.byteLength + 1);
  entry.set(head);
  entry.set(new Uint8Array(body), head.byteLength);
  entry.set(utf8.encode("}"), head.byteLength + body.byteLength);
  return entry;
}
