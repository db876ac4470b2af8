import { expect, test } from "vitest";
import { countOf, fault, pass, skip, summary } from "../tools/count.ts";

const report = (counts: { passed?: number; failed?: number; pending?: number; todo?: number; unloaded?: number }) =>
  JSON.stringify({
    numPassedTests: counts.passed ?? 0,
    numFailedTests: counts.failed ?? 0,
    numPendingTests: counts.pending ?? 0,
    numTodoTests: counts.todo ?? 0,
    testResults: Array.from({ length: counts.unloaded ?? 0 }, () => ({ status: "failed", assertionResults: [] })),
  });

test("a suite counts what passed, failed and was skipped", () => {
  expect(countOf(report({ passed: 5, pending: 1, todo: 1 }), true, false)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  expect(countOf(report({ passed: 5, failed: 2 }), false, false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test("a suite that crashes before it reports, or in the middle of its report, has failed", () => {
  expect(countOf(undefined, false, false)).toEqual(fault);
  expect(countOf(undefined, true, true)).toEqual(fault);
  expect(countOf('{"numPassedTests":', false, false)).toEqual(fault);
});

test("a test file that cannot be loaded has failed", () => {
  expect(countOf(report({ passed: 5, unloaded: 2 }), false, false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test("an error outside every test is a failure", () => {
  expect(countOf(report({ passed: 5 }), false, false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test("a suite that finds nothing to test has failed, unless somebody asked for some files only", () => {
  expect(countOf(report({}), true, false)).toEqual(fault);
  expect(countOf(report({}), true, true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test("the last line adds everything up, and names what was skipped only if something was", () => {
  expect(summary([pass, pass, { passed: 40, failed: 1, skipped: 0 }])).toBe("42 passed, 1 failed");
  expect(summary([pass, skip])).toBe("1 passed, 0 failed, 1 skipped");
});
