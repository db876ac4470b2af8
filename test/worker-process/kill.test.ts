/** kill -9 in the middle of submissions: what was acknowledged is there, once, and the sums are those of what stands. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import type { Receipt, Recount, Rollup, Submission, SubmissionBody, TokenIssued } from "../../shared/contract.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import { built } from "../tools/build.ts";
import { freePort } from "../tools/port.ts";
import { adminSecretIn } from "../tools/secrets.ts";
import { type RunningWorker, startWorker } from "../tools/worker.ts";

const folder = mkdtempSync(join(tmpdir(), "quality-kill-"));
const state = join(folder, "state");
const vars = join(folder, "vars");
const admin = adminSecretIn(vars);
const schools = ["S01", "S02", "S03", "S04"];
const home = "api/regions/370811";
const place = (school: string) => `${home}/collections/final/submissions/${school}`;
let worker: RunningWorker;

afterAll(async () => {
  await worker?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly school: string;
  readonly key: string;
  readonly body: SubmissionBody;
  /** The receipt as it was received, or undefined where the Worker died first. */
  answer?: string;
}

it.skipIf(process.platform === "win32")("loses nothing that was acknowledged, and doubles nothing", { timeout: 90_000 }, async () => {
  await built();
  worker = await startWorker(await freePort(), state, vars);
  const bureau = await setUp();
  const sent: Sent[] = [];
  for (const round of [1, 2]) {
    const before = sent.length;
    const writers = Promise.all(schools.map((school) => writeUntilDeath(bureau, school, round, sent)));
    const acknowledged = () => sent.slice(before).filter(({ answer }) => answer !== undefined).length;
    while (acknowledged() < 40) await pause(5);
    killGroup();
    await writers;
    await worker.ended;
    worker = await startWorker(await freePort(), state, vars);
    await check(bureau, sent);
  }
});

/** Sends whatever had no answer again, with the same key, and every receipt must be the one that was given before. */
async function check(bureau: string, sent: Sent[]): Promise<void> {
  for (const one of sent) {
    const again = await submit(bureau, one);
    if (one.answer !== undefined) expect([one.key, again.headers.get("Idempotency-Replayed")]).toEqual([one.key, "true"]);
    const text = await again.text();
    expect([one.key, text]).toEqual([one.key, one.answer ?? text]);
    one.answer = text;
  }
  const marks = new Map<number, number>();
  for (const school of schools) {
    const own = sent.filter((one) => one.school === school);
    const { receipt, body } = await get<Submission>(bureau, place(school));
    expect([school, receipt.revision]).toEqual([school, own.length]);
    const receipts = own.map(({ answer = "" }) => JSON.parse(answer) as Receipt);
    expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(own.length);
    expect(body).toEqual(own[receipts.findIndex(({ revision }) => revision === own.length)]?.body);
    for (const [mark, pupils] of body?.slices[0]?.scores?.counts ?? []) marks.set(mark, (marks.get(mark) ?? 0) + pupils);
  }
  const rollup = await get<Rollup>(bureau, `${home}/collections/final/rollup`);
  expect(rollup.totals[0]?.scores.counts).toEqual([...marks].sort(([a], [b]) => a - b));
  const recount = await get<Recount>(bureau, `${home}/collections/final/recount`);
  expect(recount).toMatchObject({ identical: true, submissions: schools.length, audit: { intact: true } });
}

/** One school submits and corrects, one after the other, until nobody answers any more. */
async function writeUntilDeath(bureau: string, school: string, round: number, sent: Sent[]): Promise<void> {
  for (let turn = 1; ; turn++) {
    const counts: [number, number][] = [
      [turn % 100, turn],
      [100 + (turn % 50), 10],
    ];
    const states = { sat: turn + 10, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
    const slice = { stage: "junior" as const, grade: 9, subject: "chemistry", class: null, scores: { grid: 2 as const, states, counts } };
    const one: Sent = { school, key: `${school}-${round}-${turn}`, body: { definitions, slices: [slice] } };
    sent.push(one);
    try {
      const answer = await submit(bureau, one);
      expect(answer.status).toBe(201);
      one.answer = await answer.text();
    } catch (error) {
      if (error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError")) return;
      throw error;
    }
  }
}

/** kill -9 to everything: wrangler and the workerd it runs. */
function killGroup(): void {
  process.kill(-(worker.group as number), "SIGKILL");
}

async function setUp(): Promise<string> {
  const put = (path: string, token: string, body: unknown, method = "PUT") => must(request(path, method, token, body));
  await put(home, admin, { name: "任城区" });
  const issued = await put(`${home}/tokens`, admin, { role: "bureau", expires: "2099-12-31" }, "POST");
  const { token } = (await issued.json()) as TokenIssued;
  await put(`${home}/schools`, token, { schools: schools.map((school) => ({ school, name: school, stages: ["junior"] })) }, "POST");
  const papers = [{ stage: "junior", grade: 9, subject: "chemistry", full: 100 }];
  await put(`${home}/collections/final`, token, { name: "Final", form: "exam", period: "2025", exam: { name: "Final", papers } });
  return token;
}

async function get<T>(token: string, path: string): Promise<T> {
  return (await must(request(path, "GET", token))).json() as Promise<T>;
}

async function must(answer: Promise<Response>): Promise<Response> {
  const got = await answer;
  if (!got.ok) throw new Error(`${got.status} ${await got.text()}`);
  return got;
}

function submit(token: string, { school, key, body }: Sent): Promise<Response> {
  return request(place(school), "PUT", token, body, { "Idempotency-Key": key });
}

function request(path: string, method: string, token: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(worker.url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
}
