/** What stands: of each school in each collection the last revision, unless it is a withdrawal. */
import type { Lineage, Stage, SubmissionBody } from "../shared/contract.ts";

export interface Revision extends Record<string, SqlStorageValue> {
  school: string;
  revision: number;
  definitions: string;
  sha256: string;
  received: string;
  receipt: string;
  /** Canonical JSON; null where the school withdrew. */
  body: string | null;
}

const columns = "school, revision, definitions, sha256, received, receipt, body";
const isLast = "revision = (SELECT max(revision) FROM submissions WHERE collection = s.collection AND school = s.school)";

/** The last revision of a school, withdrawals included. */
export function lastRevision(sql: SqlStorage, collection: string, school: string): Revision | undefined {
  const query = `SELECT ${columns} FROM submissions WHERE collection = ? AND school = ? ORDER BY revision DESC LIMIT 1`;
  return sql.exec<Revision>(query, collection, school).toArray()[0];
}

/** What stands in a collection, school by school. */
export function standing(sql: SqlStorage, collection: string): (Revision & { body: string })[] {
  const query = `SELECT ${columns} FROM submissions AS s WHERE collection = ? AND ${isLast} AND body IS NOT NULL ORDER BY school`;
  return sql.exec<Revision & { body: string }>(query, collection).toArray();
}

/** The same without the bodies. */
export function standingHeads(sql: SqlStorage, collection: string) {
  const query = `SELECT collection, school, revision, sha256 FROM submissions AS s WHERE collection = ? AND ${isLast} AND body IS NOT NULL ORDER BY school`;
  return sql
    .exec<Record<string, SqlStorageValue> & Pick<Revision, "school" | "revision" | "sha256"> & { collection: string }>(query, collection)
    .toArray();
}

export function anythingStands(sql: SqlStorage, collection: string): boolean {
  return (
    sql.exec(`SELECT 1 FROM submissions AS s WHERE collection = ? AND ${isLast} AND body IS NOT NULL LIMIT 1`, collection).toArray()
      .length > 0
  );
}

/** The stages for which figures of a school stand in any collection. */
export function stagesSubmitted(sql: SqlStorage, school: string): Stage[] {
  const query = `SELECT DISTINCT json_extract(slice.value, '$.stage') AS stage
    FROM collections CROSS JOIN submissions AS s USING (collection), json_each(s.body, '$.slices') AS slice
    WHERE s.school = ? AND ${isLast} AND s.body IS NOT NULL`;
  return sql
    .exec<{ stage: string }>(query, school)
    .toArray()
    .map(({ stage }) => stage as Stage);
}

export function bodyOf(revision: { body: string }): SubmissionBody {
  return JSON.parse(revision.body) as SubmissionBody;
}

export function lineageOf({ school, revision, sha256, received, definitions }: Revision): Lineage {
  return { school, revision, sha256, received, definitions };
}
