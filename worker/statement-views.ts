/** Statements as they are read: the list, and one with all its versions, what each changed, and its verdicts. */
import type {
  CountyCascade,
  LineCheck,
  Signature,
  Statement,
  StatementBody,
  StatementHead,
  StatementQuery,
  Statements,
  StatementVersion,
} from "../shared/contract.ts";
import { shipped } from "../shared/indicators/index.ts";
import { type Agreed, type Chain, cascadeBelow, cascadeOfCounty, partsBelow } from "../shared/statement/chain.ts";
import { changesBetween } from "../shared/statement/changes.ts";
import { hear } from "../shared/statement/hear.ts";
import { inForce, stateOf, type Version } from "../shared/statement/versions.ts";
import type { Act } from "./act.ts";
import { collectionOf } from "./collections.ts";
import { refuse } from "./problem.ts";
import { inputOf } from "./rollup.ts";
import { allSchools, schoolOf } from "./schools.ts";
import { bodyOf } from "./standing.ts";
import { type Place, versionsOf } from "./statements.ts";

interface Row extends Record<string, SqlStorageValue> {
  school: string;
  statement: string;
  version: number;
  level: string;
  title: string;
  group: string | null;
  teacher: string | null;
  lines: number;
  /** A JSON array of those of the lines, each once. */
  periods: string;
  /** A JSON array of them, in the order in which they were given. */
  signatures: string;
}

/** The heads alone: a county has hundreds of statements of a hundred lines. A school sees its own. */
export function listStatements(act: Act, { collection }: StatementQuery): Statements {
  const { sql, role, school } = act;
  const fields = ["level", "title", "group", "teacher"].map((field) => `json_extract(body, '$.${field}') AS "${field}"`).join(", ");
  const given = "SELECT body FROM signatures s WHERE s.school = v.school AND s.statement = v.statement AND s.version = v.version";
  const periods = "(SELECT json_group_array(DISTINCT json_extract(line.value, '$.period')) FROM json_each(v.body, '$.lines') line)";
  const signed = `(SELECT json_group_array(json(body)) FROM (${given} ORDER BY rowid))`;
  const rows = sql
    .exec<Row>(
      `SELECT school, statement, version, ${fields}, json_array_length(body, '$.lines') AS lines, ${periods} AS periods, ${signed} AS signatures
         FROM statements v WHERE ? IS NULL OR school = ? ORDER BY school, statement, version`,
      role === "school" ? school : null,
      school,
    )
    .toArray();
  const byPlace = new Map<string, Row[]>();
  for (const row of rows) byPlace.set(`${row.school} ${row.statement}`, [...(byPlace.get(`${row.school} ${row.statement}`) ?? []), row]);
  const judge = collection === undefined ? undefined : judgeOf(act, collection);
  return {
    statements: [...byPlace.values()].map((versions) => {
      const head = headOf(versions);
      return { ...head, outcome: judge ? counted(judge(head.school, bodyAt(sql, head))) : null };
    }),
  };
}

/** The body that is judged: of the version in force, or else of the last one. */
function bodyAt(sql: SqlStorage, { school, statement, version, inForce: held }: Omit<StatementHead, "outcome">): StatementBody {
  const row = sql
    .exec<{ body: string }>(
      "SELECT body FROM statements WHERE school = ? AND statement = ? AND version = ?",
      school,
      statement,
      held ?? version,
    )
    .one();
  return JSON.parse(row.body) as StatementBody;
}

function counted(lines: readonly LineCheck[]): NonNullable<StatementHead["outcome"]> {
  const count = (outcome: LineCheck["verdict"]) => lines.filter(({ verdict }) => verdict === outcome).length;
  return { met: count("met"), missed: count("missed"), undecided: count("undecided") };
}

function headOf(rows: readonly Row[]): Omit<StatementHead, "outcome"> {
  const { school, statement, version, level, title, group, teacher, lines, periods } = rows.at(-1) as Row;
  const standing = rows.map((row) => ({ version: row.version, signatures: JSON.parse(row.signatures) as Signature[] }));
  const last = standing.at(-1) as (typeof standing)[number];
  return {
    ...{ school, statement, title, group, teacher, version, lines },
    periods: JSON.parse(periods) as string[],
    level: level as StatementHead["level"],
    state: stateOf(last, standing),
    inForce: inForce(standing)?.version ?? null,
    signatures: last.signatures,
  };
}

export function readStatement(act: Act, place: Place, { collection }: StatementQuery): Statement {
  schoolOf(act.sql, place.school);
  const versions = versionsOf(act.sql, place);
  const last = versions.at(-1);
  if (!last) throw refuse("statement-unknown");
  const judged = inForce(versions) ?? last;
  return {
    region: act.region.region,
    ...place,
    versions: versions.map((version, at) => viewOf(version, versions, versions[at - 1])),
    check: collection === undefined ? null : checkBy(act, place, judged, collection),
  };
}

function checkBy(act: Act, { school }: Place, { version, body }: Version, collection: string): NonNullable<Statement["check"]> {
  const chain = chainOf(act, collection);
  const lines = hear(body, school, { ...chain, sent: chain.sentBy(school) });
  const [own, all] = [{ school, body }, agreed(act.sql, school)];
  const drafts = partsBelow(own, all, chain.input).flatMap((one) => (one.draft ? [one.body.second] : []));
  return { collection, version, lines, cascade: cascadeBelow(own, all, chain), drafts };
}

function viewOf(version: Version, versions: readonly Version[], before: Version | undefined): StatementVersion {
  return {
    ...version,
    signatures: [...version.signatures],
    state: stateOf(version, versions),
    changes: before ? changesBetween(before.body, version.body) : [],
  };
}

/** Judges bodies by what a collection holds: gathered once, however many are judged. */
function judgeOf(act: Act, id: string): (school: string, body: StatementBody) => LineCheck[] {
  const { input, sentBy } = chainOf(act, id);
  return (school, body) => hear(body, school, { input, sent: sentBy(school), catalogue: shipped });
}

function chainOf(act: Act, id: string): Chain {
  const { input, submitted } = inputOf(act, collectionOf(act.sql, id));
  const sentBy = (school: string) => {
    const own = submitted.find((revision) => revision.school === school);
    return own ? bodyOf(own) : null;
  };
  return { input, sentBy, catalogue: shipped };
}

/** The county's targets over the statements of its schools. */
export function countyCascade(act: Act, id: string): CountyCascade {
  const chain = chainOf(act, id);
  const { name } = act.region;
  const found = cascadeOfCounty({ zh: name, en: name }, chain.input.targets, agreed(act.sql, null), {
    ...chain,
    schools: allSchools(act.sql),
  });
  return { collection: id, ...found };
}

/** What stands agreed, of one school or of all. */
function agreed(sql: SqlStorage, school: string | null): Agreed[] {
  const places = sql
    .exec<{ school: string; statement: string }>(
      "SELECT DISTINCT school, statement FROM statements WHERE ? IS NULL OR school = ? ORDER BY school, statement",
      school,
      school,
    )
    .toArray();
  return places.flatMap((place) => {
    const versions = versionsOf(sql, place);
    const judged = inForce(versions) ?? versions.at(-1);
    return judged ? [{ school: place.school, body: judged.body, draft: judged !== inForce(versions) }] : [];
  });
}
