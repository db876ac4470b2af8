/** A county for one test, set up through the front door, and the requests that people send to it. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import type { Problem, Receipt, Recount, Rollup, SubmissionBody } from "../../shared/contract.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import type { Env } from "../../worker/env.ts";
import worker from "../../worker/index.ts";
import type { Region } from "../../worker/region.ts";

// A whole county takes a while on a machine that is busy with other suites.
vi.setConfig({ testTimeout: 60_000 });

declare global {
  namespace Cloudflare {
    interface Env {
      REGION: DurableObjectNamespace<Region>;
      ASSETS: Fetcher;
    }
  }
}

export const adminSecret = "the admin's own secret";
export const origin = "https://quality.example";

/** The built pages as far as these tests need them. */
const pages: Record<string, string> = {
  "/index.html": "<!doctype html><title>QUALITY</title>",
  "/pane.html": "<!doctype html><title>pane</title>",
  "/assets/pane-1a2b3c.js": "export {};",
  "/offline.html": "<!doctype html>",
  "/templates.html": "<!doctype html><title>templates</title>",
  "/manifest.xml": '<a href="https://localhost:8787/pane.html">https://localhost:8787</a>',
};
const assets = {
  fetch: async (request: Request) => {
    const text = pages[new URL(request.url).pathname];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text, { headers: { "Content-Type": "text/html" } });
  },
} as unknown as Fetcher;

export interface Asked {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly at?: string;
  readonly settings?: Partial<Env>;
}

export interface Got<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

/** Sends a request as the platform would, and reads the answer whole. */
export async function ask<T = Problem>(method: string, path: string, asked: Asked = {}): Promise<Got<T>> {
  const headers = new Headers(asked.headers);
  if (asked.token !== undefined) headers.set("Authorization", `Bearer ${asked.token}`);
  if (asked.key !== undefined) headers.set("Idempotency-Key", asked.key);
  const raw = asked.body instanceof ReadableStream || typeof asked.body === "string" || asked.body instanceof Uint8Array;
  if (asked.body !== undefined && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  const body = asked.body === undefined ? null : raw ? (asked.body as BodyInit) : JSON.stringify(asked.body);
  const request = new Request(new URL(path, asked.at ?? origin), { method, headers, body });
  const context = createExecutionContext();
  const given: Env = { ...env, ASSETS: assets, ADMIN_SECRET: adminSecret, ...asked.settings };
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], given, context);
  const text = await response.text();
  await waitOnExecutionContext(context);
  const json = text !== "" && response.headers.get("Content-Type")?.includes("json");
  return { status: response.status, headers: response.headers, text, body: (json ? JSON.parse(text) : undefined) as T };
}

let counties = 0;

export interface County {
  readonly code: string;
  readonly home: string;
  readonly tokens: { readonly bureau: string; readonly viewer: string; readonly S01: string; readonly S02: string };
}

/** A county with two junior schools and one open collection, `final`: chemistry of grade 9, full mark 10, half marks. */
export async function county(): Promise<County> {
  const code = String(100000 + counties++);
  const home = `/api/regions/${code}`;
  await must("PUT", home, { token: adminSecret, body: { name: `County ${code}` } });
  const issue = async (role: string, school: string | null = null) => {
    const body = { role, school, expires: "2099-12-31" };
    return (await must<{ token: string }>("POST", `${home}/tokens`, { token: adminSecret, body })).body.token;
  };
  const tokens = {
    bureau: await issue("bureau"),
    viewer: await issue("viewer"),
    S01: await issue("school", "S01"),
    S02: await issue("school", "S02"),
  };
  const schools = ["S01", "S02"].map((school) => ({ school, name: `School ${school}`, stages: ["junior"] }));
  await must("POST", `${home}/schools`, { token: tokens.bureau, body: { schools } });
  await must("PUT", `${home}/collections/final`, { token: tokens.bureau, body: collection() });
  return { code, home, tokens };
}

export const paper = { stage: "junior", grade: 9, subject: "chemistry", full: 10 };

export function collection(changes: object = {}) {
  return { name: "Final", form: "exam", period: "2024-2025-2", exam: { name: "Final exam", papers: [paper] }, ...changes };
}

/** A submission of chemistry marks: how many pupils have each mark. */
export function marks(pupils: Record<number, number>, absent = 0): SubmissionBody {
  const counts = Object.entries(pupils)
    .map(([mark, number]): [number, number] => [Number(mark) * 2, number])
    .sort(([a], [b]) => a - b);
  const sat = counts.reduce((sum, [, number]) => sum + number, 0);
  const states = { sat, absent, deferred: 0, exempt: 0, misconduct: 0, left: 0 };
  return { definitions, slices: [{ stage: "junior", grade: 9, subject: "chemistry", class: null, scores: { grid: 2, states, counts } }] };
}

export const placeOf = ({ home }: County, school: string, id = "final") => `${home}/collections/${id}/submissions/${school}`;

export async function submit(where: County, school: "S01" | "S02", key: string, body: unknown): Promise<Got<Receipt>> {
  return ask<Receipt>("PUT", placeOf(where, school), { token: where.tokens[school], key, body });
}

export async function rollup({ home, tokens }: County, token = tokens.bureau): Promise<Rollup> {
  return (await must<Rollup>("GET", `${home}/collections/final/rollup`, { token })).body;
}

export async function recount({ home, tokens }: County): Promise<Recount> {
  return (await must<Recount>("GET", `${home}/collections/final/recount`, { token: tokens.bureau })).body;
}

/** Asks for something that has to succeed. */
export async function must<T = unknown>(method: string, path: string, asked: Asked): Promise<Got<T>> {
  const got = await ask<T>(method, path, asked);
  if (got.status >= 300) throw new Error(`${method} ${path}: ${got.status} ${got.text}`);
  return got;
}
