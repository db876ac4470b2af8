/** The region itself: its code and name, and the region above it. */
import type { Overview, Region, RegionBody, Target } from "../shared/contract.ts";
import { inTime } from "../shared/period.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { allChoices } from "./choices.ts";
import { allCollections } from "./collections.ts";
import { refuse } from "./problem.ts";
import { allSchools } from "./schools.ts";
import { allTargets } from "./targets.ts";

interface Row extends Record<string, SqlStorageValue> {
  code: string;
  name: string;
  parent: string | null;
}

/** Names the region, or names it anew. */
export function putRegion(act: Pick<Act, "sql" | "now" | "actor">, code: string, body: RegionBody): Region {
  if (body.parent === code)
    throw refuse("body-invalid", [{ at: "parent", words: { zh: "区划不能是自己的上级。", en: "a region is not its own parent" } }]);
  act.sql.exec("INSERT OR REPLACE INTO region (code, name, parent) VALUES (?, ?, ?)", code, body.name, body.parent);
  record(act, "region.put", code, sha256(canonical(body)));
  return { region: code, ...body };
}

export function regionOf(sql: SqlStorage): Region | undefined {
  const row = sql.exec<Row>("SELECT code, name, parent FROM region").toArray()[0];
  return row && { region: row.code, name: row.name, parent: row.parent };
}

/** What is set up, as far as the role may see it: a school sees its own school and what it is asked and judged by. */
export function overview({ sql, region, role, school }: Act): Overview {
  const own = (code: string) => role !== "school" || code === school;
  const concerns = ({ unit }: Target) => unit === null || unit === region.region || own(unit);
  return {
    ...region,
    role,
    school,
    schools: allSchools(sql).filter((one) => own(one.school)),
    collections: inTime(allCollections(sql)).map((one) => ({ ...one, required: one.required?.filter(own) ?? null })),
    targets: allTargets(sql).filter(concerns),
    choices: allChoices(sql),
  };
}
