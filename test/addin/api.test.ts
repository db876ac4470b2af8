import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiRefusal, openApi, regionApi } from "../../addin/api.ts";

const session = { server: "https://county.example", region: "370811", token: "q1.370811.secret" };
const answered = (status: number, body: unknown) => new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
const network = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal("fetch", network));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  network.mockReset();
});

/** What a call met. */
async function met(call: Promise<unknown>): Promise<ApiRefusal> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiRefusal);
  return error as ApiRefusal;
}

/** A server that never answers, but lets go when it is told to. */
const silent: typeof fetch = (_, init) =>
  new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))));

test("sends the token as a header only, the body as JSON, and the key of the submission", async () => {
  network.mockResolvedValue(answered(201, { revision: 1 }));
  await regionApi(session).submit("2025-final", "S 01", "key-1", 3, { definitions: "1", slices: [] });
  const [address, init] = network.mock.calls[0] as [string, RequestInit];
  expect(address).toBe("https://county.example/api/regions/370811/collections/2025-final/submissions/S%2001");
  expect(init).toMatchObject({ method: "PUT", credentials: "omit", body: '{"definitions":"1","slices":[]}' });
  expect(init.headers).toMatchObject({ authorization: "Bearer q1.370811.secret", "idempotency-key": "key-1", "if-match": '"3"' });
});

test("a statement is signed at its own address, with the key; without a revision there is no If-Match", async () => {
  network.mockResolvedValue(answered(201, { state: "signed" }));
  const body = { version: 1, sha256: "a".repeat(64), party: "first", role: "局长" } as const;
  await regionApi(session).signStatement("S01", "2025", "key-2", body);
  const [address, init] = network.mock.calls[0] as [string, RequestInit];
  expect(address).toBe("https://county.example/api/regions/370811/schools/S01/statements/2025/sign");
  expect(init).toMatchObject({ method: "POST", body: JSON.stringify(body) });
  expect(Object.keys(init.headers as object).sort()).toEqual(["accept", "authorization", "content-type", "idempotency-key"]);
});

describe("a refusal says why, in both languages", () => {
  test("a problem of the server keeps its words, reason and places", async () => {
    const errors = [{ at: "slices[0]", message: "x" }];
    network.mockResolvedValue(answered(422, { reason: "submission-invalid", words: { zh: "有误", en: "wrong" }, errors }));
    const refusal = await met(regionApi(session).overview());
    expect(refusal).toMatchObject({
      cause: "refused",
      status: 422,
      reason: "submission-invalid",
      words: { zh: "有误", en: "wrong" },
      errors,
    });
    expect(refusal.retryable).toBe(false);
  });

  test("401 is unauthorised, 503 may be tried again", async () => {
    network.mockResolvedValue(answered(401, { reason: "token-invalid", words: { zh: "令牌", en: "token" } }));
    expect((await met(regionApi(session).overview())).cause).toBe("unauthorised");
    network.mockResolvedValue(answered(503, { reason: "try-again", words: { zh: "忙", en: "busy" } }));
    expect((await met(regionApi(session).overview())).retryable).toBe(true);
  });

  test.each([
    ["a page of a gateway", 502, "<h1>Bad gateway</h1>"],
    ["a page with status 200", 200, "<html>"],
    ["JSON that is no problem", 500, "{}"],
    ["JSON null", 500, "null"],
  ])("%s is not taken for an answer", async (_, status, body) => {
    network.mockResolvedValue(answered(status, body));
    expect(await met(regionApi(session).overview())).toMatchObject({ reason: "unreadable", status });
  });

  test("no network is offline", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await met(regionApi(session).overview())).toMatchObject({ cause: "offline", status: 0, retryable: true });
  });

  test("silence ends by itself", async () => {
    vi.useFakeTimers();
    network.mockImplementation(silent);
    const refusal = met(regionApi(session).overview());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await refusal).toMatchObject({ cause: "timeout", retryable: true });
  });

  test("a person may cancel, before and while it is under way", async () => {
    network.mockImplementation(silent);
    const stop = new AbortController();
    const refusal = met(regionApi(session).overview({ signal: stop.signal }));
    stop.abort();
    expect((await refusal).cause).toBe("cancelled");
    network.mockImplementation(async (_, init) => {
      init?.signal?.throwIfAborted();
      return answered(200, {});
    });
    expect((await met(regionApi(session).overview({ signal: stop.signal }))).cause).toBe("cancelled");
  });

  test("no refusal carries the token", async () => {
    network.mockRejectedValue(new TypeError(`Failed to fetch with ${session.token}`));
    const refusal = await met(regionApi(session).overview());
    expect(JSON.stringify(refusal) + refusal.message + refusal.stack).not.toContain(session.token);
  });
});

test("the catalogue is kept by the browser and asked after by its ETag; what a token may read is never kept", async () => {
  network.mockImplementation(async () => answered(200, {}));
  await openApi("").indicators();
  await regionApi(session).overview();
  expect(network.mock.calls.map(([, init]) => init?.cache)).toEqual(["no-cache", "no-store"]);
});

test("the effect of a choice is asked with the choice in the address", async () => {
  network.mockResolvedValue(answered(200, {}));
  await regionApi(session).effect("2025-final", { option: "low-line", choice: "30" });
  expect(network.mock.calls[0]?.[0]).toMatch(/\/collections\/2025-final\/effect\?option=low-line&choice=30$/);
});

test("where there is no demo county, there is none; other trouble is told", async () => {
  network.mockResolvedValue(answered(404, { reason: "route-unknown", words: { zh: "没有", en: "none" } }));
  expect(await openApi("").demo()).toBeNull();
  network.mockRejectedValue(new TypeError("Failed to fetch"));
  expect((await met(openApi("").demo())).cause).toBe("offline");
});
