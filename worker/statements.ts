/**
 * 责任书 at rest: a row for each version, a row for each signature, an audit entry and the key, in one transaction. The steps are those of
 * shared/statement/versions.ts; that nothing signed ever changes is also a rule of the tables themselves (migrations.ts).
 */
import type { AmendBody, PartyName, Signature, SignBody, StatementBody, StatementReceipt } from "../shared/contract.ts";
import { shipped } from "../shared/indicators/index.ts";
import { instant } from "../shared/moment.ts";
import { choicesOf } from "../shared/statement/choices.ts";
import { personalFault, statementFaults } from "../shared/statement/faults.ts";
import { partiesOf } from "../shared/statement/parties.ts";
import { amended, drafted, signed, stateOf, type Version, whyNotAmend, whyNotDraft, whyNotSign } from "../shared/statement/versions.ts";
import type { Act } from "./act.ts";
import { record } from "./audit.ts";
import { canonical, sha256 } from "./canonical.ts";
import { allChoices } from "./choices.ts";
import { type Receipted, receiptFor, type Stating, spend } from "./keys.ts";
import { refuse } from "./problem.ts";
import { schoolOf } from "./schools.ts";

/** Which statement, of which school. */
export interface Place {
  readonly school: string;
  readonly statement: string;
}

interface Row extends Record<string, SqlStorageValue> {
  version: number;
  revision: number;
  why: string | null;
  author: string;
  written: string;
  sha256: string;
  body: string;
}

type Given = Receipted<StatementReceipt>;

/** Writes the draft, the first time or anew; the same key and body again only repeat the receipt. */
export function putStatement(act: Act, place: Place, key: string, after: number | null, body: StatementBody): Given {
  return keyed(act, key, { verb: "statement.put", ...place, content: sha256(canonical(body)) }, () => {
    const versions = writable(act, place, after, body);
    const refusal = whyNotDraft(versions);
    if (refusal) throw refuse(refusal);
    return keep(act, place, drafted(versions, writtenBy(act, body)), "statement.put");
  });
}

/** A new version beside the one that was signed. */
export function amendStatement(act: Act, place: Place, key: string, after: number | null, { why, statement }: AmendBody): Given {
  return keyed(act, key, { verb: "statement.amend", ...place, content: sha256(canonical({ why, statement })) }, () => {
    const versions = writable(act, place, after, statement);
    if (versions.length === 0) throw refuse("statement-unknown");
    const refusal = whyNotAmend(versions);
    if (refusal) throw refuse(refusal);
    return keep(act, place, amended(versions, { ...writtenBy(act, statement), why }), "statement.amend");
  });
}

/** A party signs the last version as it was read. */
export function signStatement(act: Act, place: Place, key: string, after: number | null, body: SignBody): Given {
  return keyed(act, key, { verb: "statement.sign", ...place, content: sha256(canonical(body)) }, () => {
    const personal = personalFault("role", body.role);
    if (personal.length > 0) throw refuse("statement-invalid", personal);
    schoolOf(act.sql, place.school);
    const versions = builtOn(versionsOf(act.sql, place), after);
    const last = versions.at(-1);
    if (!last) throw refuse("statement-unknown");
    mayAct(act, place, last.body, body.party);
    const refusal = whyNotSign(versions, body);
    if (refusal) throw refuse(refusal);
    const at = instant(act.now);
    const next = signed(versions, { ...body, office: act.office, at });
    const signature = next.at(-1)?.signatures.at(-1) as Signature;
    act.sql.exec(
      "INSERT INTO signatures (school, statement, version, party, sha256, body) VALUES (?, ?, ?, ?, ?, ?)",
      place.school,
      place.statement,
      last.version,
      body.party,
      last.sha256,
      canonical(signature),
    );
    const proof = record(act, "statement.sign", pathOf(place, last), sha256(canonical({ ...signature, sha256: last.sha256 })));
    return receiptOf(act, place, next, { receipt: proof, at });
  });
}

/** Every version of a statement, oldest first; none where there is none. */
export function versionsOf(sql: SqlStorage, { school, statement }: Place): Version[] {
  const rows = sql.exec<Row>("SELECT * FROM statements WHERE school = ? AND statement = ? ORDER BY version", school, statement).toArray();
  const signatures = sql
    .exec<{ version: number; body: string }>(
      "SELECT version, body FROM signatures WHERE school = ? AND statement = ? ORDER BY rowid",
      school,
      statement,
    )
    .toArray();
  return rows.map(({ version, revision, why, author, written, sha256: hash, body }) => ({
    ...{ version, revision, why, by: author, at: written, sha256: hash },
    body: JSON.parse(body) as StatementBody,
    signatures: signatures.filter((one) => one.version === version).map((one) => JSON.parse(one.body) as Signature),
  }));
}

/** The versions there are, once it is clear that the caller may write this body after them. */
function writable(act: Act, place: Place, after: number | null, body: StatementBody): Version[] {
  const { stages } = schoolOf(act.sql, place.school);
  const versions = builtOn(versionsOf(act.sql, place), after);
  mayWrite(act, body, versions);
  const faults = statementFaults(body, { catalogue: shipped, stages });
  const last = versions.at(-1);
  if (last && (last.body.level !== body.level || last.body.group !== body.group || last.body.teacher !== body.teacher))
    faults.push({
      at: "level",
      words: { zh: "同一份责任书不能改换对象，请另建一份。", en: "a statement stays with whom it is for: make another" },
    });
  if (faults.length > 0) throw refuse("statement-invalid", faults);
  return versions;
}

/** A school writes what it agrees with its own groups and teachers; what it signs with the bureau, the bureau writes. */
function mayWrite({ role }: Act, body: StatementBody, versions: readonly Version[]): void {
  const levels = [body.level, ...versions.slice(-1).map((one) => one.body.level)];
  if (role === "school" && levels.includes("school")) throw refuse("role-forbidden");
}

function mayAct(act: Act, { school }: Place, body: StatementBody, party: PartyName): void {
  const { unit } = partiesOf(body, { region: act.region.region, school })[party];
  if (unit !== (act.role === "school" ? act.school : act.region.region)) throw refuse("party-foreign");
}

function builtOn(versions: Version[], after: number | null): Version[] {
  if (after !== null && after !== (versions.at(-1)?.revision ?? 0)) throw refuse("statement-moved");
  return versions;
}

/** As it is kept: with the choices of the region that its lines are read by from now on. */
function writtenBy({ office, now, sql }: Act, sent: StatementBody) {
  const body = { ...sent, choices: choicesOf(sent, allChoices(sql), shipped) };
  return { body, by: office, at: instant(now), sha256: sha256(canonical(body)) };
}

/** Writes the last of these versions. */
function keep(act: Act, place: Place, versions: readonly Version[], verb: "statement.put" | "statement.amend"): StatementReceipt {
  const last = versions.at(-1) as Version;
  act.sql.exec("DELETE FROM statements WHERE school = ? AND statement = ? AND version = ?", place.school, place.statement, last.version);
  act.sql.exec(
    "INSERT INTO statements (school, statement, version, revision, why, author, written, sha256, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    place.school,
    place.statement,
    last.version,
    last.revision,
    last.why,
    last.by,
    last.at,
    last.sha256,
    canonical(last.body),
  );
  const proof = record(act, verb, pathOf(place, last), last.sha256);
  return receiptOf(act, place, versions, { receipt: proof, at: last.at });
}

function pathOf({ school, statement }: Place, { version }: Version): string {
  return `${school}/${statement}/${version}`;
}

function receiptOf(
  act: Act,
  place: Place,
  versions: readonly Version[],
  given: Pick<StatementReceipt, "receipt" | "at">,
): StatementReceipt {
  const last = versions.at(-1) as Version;
  const { version, revision } = last;
  return { ...given, region: act.region.region, ...place, version, revision, state: stateOf(last, versions), sha256: last.sha256 };
}

function keyed(act: Act, key: string, asked: Stating, work: () => StatementReceipt): Given {
  const earned = receiptFor<StatementReceipt>(act, key, asked);
  if (earned) return { receipt: earned, replayed: true };
  const receipt = work();
  spend(act, key, asked, receipt);
  return { receipt, replayed: false };
}
