/** The error of a cell is Excel's own where Excel's runtime is there, and carries the same code and message where it is not. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DISPARITY, NEEDED, ONTARGET, PASSRATE, SUMMARYBY } from "../../../addin/functions.ts";
import { col } from "./ask.ts";
import { excelRuntime } from "./runtime.ts";

const wrong: [name: string, ask: () => unknown, code: string][] = [
  ["a bad mark", () => PASSRATE(col(60, "x")), "#VALUE!"],
  ["nobody to count", () => PASSRATE(col("缺考")), "#DIV/0!"],
  ["nothing to judge", () => ONTARGET(null, 0.9), "#N/A"],
  ["a header in the range", () => SUMMARYBY(col("班级", "a"), col("语文", 60)), "#VALUE!"],
  ["zero pupils", () => DISPARITY(col(1, 2), col(1, 0)), "#VALUE!"],
  ["a target of 95", () => NEEDED(col(60), 95), "#VALUE!"],
];

function thrownBy(ask: () => unknown): Error & { code: unknown } {
  try {
    ask();
  } catch (error) {
    return error as Error & { code: unknown };
  }
  throw new Error("answered");
}

describe("inside Excel", () => {
  const runtime = excelRuntime();
  afterEach(() => vi.unstubAllGlobals());

  test.each(wrong)("%s is a CustomFunctions.Error with the code and message that it has outside", (_, ask, code) => {
    const outside = thrownBy(ask);
    vi.stubGlobal("CustomFunctions", runtime);
    const inside = thrownBy(ask);
    expect(inside).toBeInstanceOf(runtime.Error);
    expect(outside).not.toBeInstanceOf(runtime.Error);
    expect([inside.code, inside.message]).toEqual([code, outside.message]);
    expect(outside.code).toBe(code);
    expect(outside.message).toMatch(/[\u4e00-\u9fff].* [a-z]/s);
  });

  test("an answer is the same", () => {
    vi.stubGlobal("CustomFunctions", runtime);
    expect(PASSRATE(col(60, 50))).toBe(0.5);
  });

  test("office.js without its error class, as outside Excel, still gives the code", () => {
    vi.stubGlobal("CustomFunctions", { associate: () => undefined });
    expect(thrownBy(() => PASSRATE(col(60, "x"))).code).toBe("#VALUE!");
  });
});

describe("under plain Node, without a build", () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const run = (program: string) => execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root, encoding: "utf8" });

  test("the file answers as it is", () => {
    const program = `const quality = await import("./addin/functions.ts");
      console.log(JSON.stringify([quality.PASSRATE([[60], [50], ["缺考"], [null]]), quality.DISPARITY([[279],[137],[935],[160],[402]], [[45],[37],[89],[76],[55]]).toFixed(4)]));`;
    expect(JSON.parse(run(program))).toEqual([0.5, "0.5153"]);
  });

  test("an error carries its code and message", () => {
    const program = `const quality = await import("./addin/functions.ts");
      try { quality.PASSRATE([[132]]); } catch (error) { console.log(JSON.stringify([error.code, error.message])); }`;
    expect(JSON.parse(run(program))).toEqual(["#VALUE!", expect.stringMatching(/132 at row 1 is above the full mark 100/)]);
  });
});
