/** Fills an empty store with the demo county, through the public API and by the way a school's own sheet goes. */
import type { Overview, Statement, StatementVersion, TokenIssued } from "../../shared/contract.ts";
import * as county from "./demo-county.ts";
import { submissionOf } from "./demo-submissions.ts";

type Call = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<T>;

/** The targets come last, so a load that was interrupted is done again; a county somebody named otherwise is left alone. */
export async function loadDemo(url: string, adminSecret: string): Promise<void> {
  const admin = caller(url, adminSecret);
  const found = await admin<Overview>("GET", "").catch(() => undefined);
  if (found && (found.targets.length > 0 || found.name !== county.regionBody.name)) return;

  await admin("PUT", "", county.regionBody);
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { id, token } = await admin<TokenIssued>("POST", "/tokens", { role: "bureau", expires });
  const bureau = caller(url, token);
  await bureau("POST", "/schools", { schools: county.schools });
  await bureau("PUT", `/collections/${county.collection}`, county.collectionBody);
  for (const [at, { school, name }] of county.schools.entries()) {
    if (school === county.missing) continue;
    const path = `/collections/${county.collection}/submissions/${school}`;
    await bureau("PUT", path, submissionOf(at, school, name), { "Idempotency-Key": `demo-${school}` });
  }
  const own = await admin<TokenIssued>("POST", "/tokens", { role: "school", school: "S01", expires });
  await loadStatements(bureau, caller(url, own.token));
  await bureau("PUT", "/targets", { targets: county.targets });
  for (const used of [id, own.id]) await admin("DELETE", `/tokens/${used}`);
}

/** 第一中学's statement, signed by both parties; what it agrees with its subject groups are drafts. What an interrupted load left is gone on with. */
async function loadStatements(bureau: Call, school: Call): Promise<void> {
  const at = (id: string) => `/schools/S01/statements/${id}`;
  for (const [id, body] of county.groupStatements) {
    if (await school("GET", at(id)).catch(() => undefined)) continue;
    await school("PUT", at(id), body, { "Idempotency-Key": `demo-${id}` });
  }
  const found = await bureau<Statement>("GET", at("2025")).catch(() => undefined);
  const keyed = (key: string) => ({ "Idempotency-Key": `demo-statement-${key}` });
  if (!found) await bureau("PUT", at("2025"), county.statement, keyed("put"));
  const { version, sha256, signatures } = (await bureau<Statement>("GET", at("2025"))).versions[0] as StatementVersion;
  for (const [party, role, as] of [
    ["first", "局长", bureau],
    ["second", "校长", school],
  ] as const) {
    if (signatures.some((one) => one.party === party)) continue;
    await as("POST", `${at("2025")}/sign`, { version, sha256, party, role }, keyed(party));
  }
}

function caller(url: string, token: string): Call {
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${url}api/regions/${county.region}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  };
}
