/** A function before its code is there, while it is fetched, and after. */
import { describe, expect, test } from "vitest";
import { atFirstCall } from "../../addin/first-call.ts";
import { PASSRATE } from "../../addin/functions.ts";

const MARKS = [[59.5], [60], [72], ["缺考"]];

describe("a function whose code is fetched at the first call", () => {
  test("fetches nothing before a cell asks, answers later at first, and at once from then on", async () => {
    let fetched = 0;
    const code = atFirstCall(async () => {
      fetched++;
      return { PASSRATE };
    });
    const run = code("PASSRATE") as (...given: unknown[]) => unknown;
    expect(fetched).toBe(0);
    const [one, other] = [run(MARKS), run(MARKS, 72)];
    expect(one).toBeInstanceOf(Promise);
    expect([await one, await other]).toEqual([2 / 3, 1 / 3]);
    expect(run(MARKS)).toBe(2 / 3);
    expect(fetched).toBe(1);
  });

  test("hands on what Excel appends, so that the call may be cancelled", async () => {
    const invocation = {};
    const code = atFirstCall(async () => ({ SAID: (...given: unknown[]) => given }));
    const run = code("SAID") as (...given: unknown[]) => unknown;
    expect(((await run(1, null, invocation)) as unknown[])[2]).toBe(invocation);
    expect((run(1, null, invocation) as unknown[])[2]).toBe(invocation);
  });

  test("refuses as it does otherwise, with the code and the words of the cell", async () => {
    const run = atFirstCall(async () => ({ PASSRATE }))("PASSRATE") as (...given: unknown[]) => unknown;
    await expect(run([["六十"]])).rejects.toMatchObject({ code: "#VALUE!", message: expect.stringContaining("六十") });
    expect(() => run([["六十"]])).toThrow("六十");
  });

  test("is #N/A with the reason while the network is gone, and fetched again at the next call", async () => {
    let network = false;
    const code = atFirstCall(async () => {
      if (!network) throw new TypeError("Failed to fetch");
      return { PASSRATE };
    });
    const run = code("PASSRATE") as (...given: unknown[]) => unknown;
    await expect(run(MARKS)).rejects.toMatchObject({ code: "#N/A", message: expect.stringContaining("请检查网络") });
    network = true;
    expect(await run(MARKS)).toBe(2 / 3);
  });
});
