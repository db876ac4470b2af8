/** Questions of cells: few requests, each question once, what holds is not sent again, and nobody waits for ever. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiRefusal } from "../../addin/api.ts";
import { askerBy, LONGEST, type Send } from "../../addin/asking.ts";
import type { AskBody, Question } from "../../shared/contract.ts";
import { Refusal } from "../../shared/refusal.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const about = (unit: string): Question => ({
  ask: "actual",
  collection: "final",
  indicator: "exam.pass",
  unit,
  slice: { stage: null, grade: null, subject: null, class: null },
  line: null,
});

/** A server that answers each question with the number of its unit, and counts what it was sent. */
function server(state = () => "s1") {
  const sent: AskBody[] = [];
  const send: Send = async (body) => {
    sent.push(body);
    const answers = body.questions.map(({ question, held }) =>
      held === state() ? { same: true as const } : { value: Number((question as { unit: string }).unit) },
    );
    return { state: state(), answers };
  };
  return { sent, send };
}

const met = (task: Promise<unknown>) =>
  task.then(
    (value) => value,
    (error: unknown) => (error instanceof Refusal ? [error.kind, error.words.zh] : error),
  );

describe("ten thousand cells of one recalculation", () => {
  test("cost at most ten requests, whatever they ask, and get each its own answer", async () => {
    const { sent, send } = server();
    const asker = askerBy(send);
    const all = Promise.all(Array.from({ length: 10_000 }, (_, at) => asker.ask(about(String(at)))));
    await vi.advanceTimersByTimeAsync(100);
    expect((await all).map((told) => ("value" in told ? told.value : told))).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
    expect(sent.length).toBeLessThanOrEqual(10);
  });

  test("ask the same question once", async () => {
    const { sent, send } = server();
    const asker = askerBy(send);
    const all = Promise.all(Array.from({ length: 10_000 }, (_, at) => asker.ask(about(String(at % 7)))));
    await vi.advanceTimersByTimeAsync(100);
    await all;
    expect(sent.map(({ questions }) => questions.length)).toEqual([7]);
  });
});

describe("what was answered", () => {
  test("is given again at once for a moment, then asked after by its state, and sent anew once the region has changed", async () => {
    let state = "s1";
    const { sent, send } = server(() => state);
    const asker = askerBy(send);
    const ask = async () => {
      const told = asker.ask(about("5"));
      await vi.advanceTimersByTimeAsync(100);
      return told;
    };
    await ask();
    await ask();
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await ask()).toEqual({ value: 5 });
    expect(sent.at(-1)?.questions[0]?.held).toBe("s1");
    state = "s2";
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await ask()).toEqual({ value: 5 });
    expect(asker.known(about("5"))).toEqual({ value: 5 });
    expect(asker.known(about("6"))).toBeUndefined();
  });
});

describe("a cell that goes away", () => {
  test("takes its question back before it is sent", async () => {
    const { sent, send } = server();
    const stop = new AbortController();
    const told = met(askerBy(send).ask(about("1"), stop.signal));
    stop.abort();
    await vi.advanceTimersByTimeAsync(100);
    expect(await told).toEqual(["undecided", "已取消。"]);
    expect(sent).toEqual([]);
  });

  test("ends the request once nobody waits for any of it, and not before", async () => {
    let aborted = false;
    const send: Send = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted = true;
          reject(new DOMException("", "AbortError"));
        });
      });
    const asker = askerBy(send);
    const [one, other] = [new AbortController(), new AbortController()];
    const told = [met(asker.ask(about("1"), one.signal)), met(asker.ask(about("1"), other.signal))];
    await vi.advanceTimersByTimeAsync(100);
    one.abort();
    await vi.advanceTimersByTimeAsync(200);
    expect(aborted).toBe(false);
    other.abort();
    await vi.advanceTimersByTimeAsync(200);
    expect(aborted).toBe(true);
    await Promise.all(told);
  });
});

describe("no answer is #N/A with its reason", () => {
  test("a server that is silent is waited for no longer than 25 seconds", async () => {
    const told = met(askerBy(() => new Promise(() => undefined)).ask(about("1")));
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(await told).toEqual(["undecided", "服务器迟迟没有回答，请稍后重算。"]);
  });

  test.each([
    ["offline", new ApiRefusal("offline", { zh: "连不上。", en: "no network" }), ["undecided", "连不上。"]],
    ["unauthorised", new ApiRefusal("unauthorised", { zh: "令牌无效。", en: "no token" }), ["undecided", "令牌无效。"]],
    ["a fault of ours", new TypeError("x"), ["undecided", "没有得到回答。"]],
  ])("%s", async (_, error, expected) => {
    const told = met(askerBy(() => Promise.reject(error)).ask(about("1")));
    await vi.advanceTimersByTimeAsync(100);
    expect(await told).toEqual(expected);
  });

  test("one question that is refused spoils no other", async () => {
    const send: Send = async () => ({ state: "s", answers: [{ refused: { zh: "没有这个指标。", en: "none" } }, { value: 2 }] });
    const asker = askerBy(send);
    const told = [met(asker.ask(about("1"))), met(asker.ask(about("2")))];
    await vi.advanceTimersByTimeAsync(100);
    expect(await Promise.all(told)).toEqual([["undecided", "没有这个指标。"], { value: 2 }]);
  });
});
