/** The schools of a region, as its bureau registers them. */
import type { School, SchoolBody, SchoolsBody, SchoolsStored } from "../shared/contract.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { refuse } from "./problem.ts";
import { stagesSubmitted } from "./standing.ts";

interface Row extends Record<string, SqlStorageValue> {
  school: string;
  body: string;
}

export function putSchool(act: Act, code: string, body: SchoolBody): School {
  store(act.sql, code, body);
  record(act, "schools.put", code, sha256(canonical(body)));
  return { school: code, ...body };
}

/** Registers many schools at once: all of them, or none. */
export function putSchools(act: Act, { schools }: SchoolsBody): SchoolsStored {
  if (new Set(schools.map(({ school }) => school)).size < schools.length) throw refuse("school-twice");
  for (const { school, ...body } of schools) store(act.sql, school, body);
  record(act, "schools.put", `${schools.length} schools`, sha256(canonical(schools)));
  return { schools: schools.length };
}

export function allSchools(sql: SqlStorage): School[] {
  return sql.exec<Row>("SELECT school, body FROM schools ORDER BY school").toArray().map(view);
}

export function schoolCodes(sql: SqlStorage): string[] {
  return sql
    .exec<Pick<Row, "school">>("SELECT school FROM schools ORDER BY school")
    .toArray()
    .map(({ school }) => school);
}

export function schoolOf(sql: SqlStorage, code: string): School {
  const row = sql.exec<Row>("SELECT school, body FROM schools WHERE school = ?", code).toArray()[0];
  if (!row) throw refuse("school-unknown");
  return view(row);
}

/** A stage for which the school's figures stand cannot be taken off: they would count in a stage it does not have. */
function store(sql: SqlStorage, code: string, body: SchoolBody): void {
  if (stagesSubmitted(sql, code).some((stage) => !body.stages.includes(stage))) throw refuse("stage-in-use");
  sql.exec("INSERT OR REPLACE INTO schools (school, body) VALUES (?, ?)", code, canonical(body));
}

function view({ school, body }: Row): School {
  return { school, ...(JSON.parse(body) as SchoolBody) };
}
