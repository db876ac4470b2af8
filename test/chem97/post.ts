/** The real scores through the public API: a bureau sets its county up, every school submits, and the county is read back. */
import type { Recount, Rollup, TokenIssued } from "../../shared/contract.ts";
import { COLLECTION, collectionBody, regionOf, schoolBody, schoolCodeOf, submissionOf } from "./county.ts";
import { groupedBy, type Pupil } from "./pupils.ts";

export interface Product {
  readonly url: string;
  readonly adminSecret: string;
}

export interface CountyRead {
  readonly lea: number;
  readonly rollup: Rollup;
  readonly recount: Recount;
}

/** Counties side by side: each is an object of its own in the Worker, which takes its schools one after the other. */
const AT_ONCE = 6;

/** Posts every county and hands each one's rollup over as soon as it is read. */
export async function postCounties(product: Product, pupils: readonly Pupil[], take: (read: CountyRead) => void): Promise<void> {
  const waiting = [...groupedBy(pupils, "lea")];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) take(await postCounty(product, ...next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function postCounty({ url, adminSecret }: Product, lea: number, pupils: readonly Pupil[]): Promise<CountyRead> {
  const home = `${url}api/regions/${regionOf(lea)}`;
  const schools = [...groupedBy(pupils, "school")];
  await call("PUT", home, adminSecret, { name: `County ${lea}` });
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const { token } = await call<TokenIssued>("POST", `${home}/tokens`, adminSecret, { role: "bureau", expires });
  await call("POST", `${home}/schools`, token, { schools: schools.map(([school]) => schoolBody(school)) });
  const collection = `${home}/collections/${COLLECTION}`;
  await call("PUT", collection, token, collectionBody);
  for (const [school, list] of schools) {
    const code = schoolCodeOf(school);
    await call("PUT", `${collection}/submissions/${code}`, token, submissionOf(list), { "Idempotency-Key": `chem97-${code}` });
  }
  const rollup = await call<Rollup>("GET", `${collection}/rollup`, token);
  return { lea, rollup, recount: await call<Recount>("GET", `${collection}/recount`, token) };
}

async function call<Answer>(
  method: string,
  address: string,
  token: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(address, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
