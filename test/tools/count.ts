/** What a suite's report counts for. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const pass: Count = { passed: 1, failed: 0, skipped: 0 };
export const fault: Count = { passed: 0, failed: 1, skipped: 0 };
export const skip: Count = { passed: 0, failed: 0, skipped: 1 };

/** Of vitest's report, what is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Counts the report of a suite that ended well or not. A file that could not be loaded has no tests to count, an error outside every
 * test fails none, and a suite may crash before it reports: each is a failure, and so is a suite that finds nothing to test.
 */
export function countOf(text: string | undefined, endedWell: boolean, mayBeEmpty: boolean): Count {
  const report = read(text);
  if (!report) return fault;
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const empty = count.passed + count.failed + count.skipped === 0 && !mayBeEmpty;
  return count.failed === 0 && (!endedWell || empty) ? { ...count, failed: 1 } : count;
}

function read(text: string | undefined): Report | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The last line of `npm test`. */
export function summary(counts: readonly Count[]): string {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped}`;
}
