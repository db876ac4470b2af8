/** Functions that ask the Worker, through the real route: under Node the network is a function that counts what it is asked. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ACTUAL, LINEAGE, ROLLUP, SCHOOLS, SUBMITTED } from "../../../addin/functions/region.ts";
import { tellSession } from "../../../addin/session.ts";
import type { AskBody } from "../../../shared/contract.ts";

const network = vi.fn<typeof fetch>();
const answering = (answer: object) =>
  network.mockImplementation(async (_, init) => {
    const { questions } = JSON.parse(String(init?.body)) as AskBody;
    return new Response(JSON.stringify({ state: "s1", answers: questions.map(() => answer) }));
  });
beforeEach(() => {
  vi.stubGlobal("fetch", network);
  // Each test is somebody else, so that none is given what another was told.
  tellSession({ server: "https://county.example", region: "370811", token: crypto.randomUUID() });
});
afterEach(() => {
  vi.unstubAllGlobals();
  network.mockReset();
});

const call = {} as CustomFunctions.CancelableInvocation;
const asked = (at = 0) => JSON.parse(String(network.mock.calls[at]?.[1]?.body)) as AskBody;
const failed = (task: Promise<unknown>) => task.then(String, (error: Error & { code: string }) => `${error.code} ${error.message}`);

test("ACTUAL gives the number, and says what it is asked for in whole", async () => {
  answering({ value: 0.5 });
  expect(await ACTUAL("exam.pass", "S01", "2025-final", "九年级 数学", 60, call)).toBe(0.5);
  expect(asked().questions).toEqual([
    {
      question: {
        ask: "actual",
        collection: "2025-final",
        indicator: "exam.pass",
        unit: "S01",
        slice: { stage: null, grade: 9, subject: "数学", class: null },
        line: 60,
      },
      held: null,
    },
  ]);
});

test("10,000 cells of all five kinds cost at most ten requests", async () => {
  answering({ rows: [["a"]] });
  const cells = Array.from({ length: 2_000 }, (_, at) => [
    failed(ACTUAL(`id${at}`, "S01", "c", null, null, call)),
    ROLLUP("370811", `c${at}`, null, null, call),
    SCHOOLS(`id${at}`, 370811, "c", null, call),
    SUBMITTED("370811", `c${at}`, null, call),
    LINEAGE(`id${at}`, "S01", "c", null, call),
  ]);
  await Promise.all(cells.flat());
  expect(network.mock.calls.length).toBeLessThanOrEqual(10);
});

describe("a table", () => {
  test("speaks Chinese, and English where it is asked to", async () => {
    answering({ rows: [[{ zh: "学校", en: "School" }, 1]] });
    expect(await SCHOOLS("exam.pass", "370811", "c", null, call)).toEqual([["学校", 1]]);
    expect(await SCHOOLS("exam.pass", "370811", "c", "en", call)).toEqual([["School", 1]]);
  });
});

describe("is #N/A with its reason", () => {
  test("where nobody is connected, and for another region than the one connected to", async () => {
    answering({ rows: [] });
    expect(await failed(ROLLUP("370812", "c", null, null, call))).toMatch(/^#N\/A 您连接的是区划 370811，看不到 370812。/);
    tellSession(null);
    expect(await failed(ACTUAL("exam.pass", "S01", "c", null, null, call))).toMatch(/^#N\/A 还没有连接：请打开任务窗格/);
    expect(network).not.toHaveBeenCalled();
  });

  test("where the network is gone, and where the token is no longer good", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await failed(SUBMITTED("370811", "c", null, call))).toMatch(/^#N\/A 连不上服务器/);
    network.mockResolvedValue(
      new Response(JSON.stringify({ reason: "token-invalid", words: { zh: "令牌无效。", en: "x" } }), { status: 401 }),
    );
    expect(await failed(SUBMITTED("370811", "d", null, call))).toMatch(/^#N\/A 令牌无效/);
  });

  test("in a preview, which asks nobody", async () => {
    const preview = { isInValuePreview: true } as unknown as CustomFunctions.CancelableInvocation;
    expect(await failed(ACTUAL("exam.pass", "S01", "c", null, null, preview))).toMatch(/^#N\/A 预览时/);
    expect(network).not.toHaveBeenCalled();
  });

  test("when the cell goes away", async () => {
    answering({ value: 1 });
    const invocation = {} as CustomFunctions.CancelableInvocation;
    const told = failed(ACTUAL("exam.pass", "S01", "c", null, null, invocation));
    invocation.onCanceled?.();
    expect(await told).toMatch(/^#N\/A 已取消/);
  });
});

test("what is wrong in an argument is #VALUE! and asks nobody", async () => {
  expect(await failed(ACTUAL("exam.pass", "S01", "c", "数学 语文", null, call))).toMatch(/^#VALUE! slice：看不懂“语文”/);
  expect(await failed(ACTUAL("exam.pass", "S01", "c", null, "sixty", call))).toMatch(/^#VALUE! line/);
  expect(await failed(ROLLUP("370811", "c", null, "fr", call))).toMatch(/^#VALUE! language/);
  expect(network).not.toHaveBeenCalled();
});
