/** Collects what differs between the product and the oracle: counts must be equal, reals agree to 1e-12. */
export class Differences {
  readonly found: string[] = [];
  compared = 0;

  equal(what: string, seen: unknown, expected: unknown): void {
    this.compared++;
    const [left, right] = [JSON.stringify(seen), JSON.stringify(expected)];
    if (left !== right) this.found.push(`${what}: ${left}, expected ${right}`);
  }

  /** Relative to the expected value, or to a scale of its own where one is given. */
  near(what: string, seen: unknown, expected: number, scale = Math.abs(expected)): void {
    this.compared++;
    if (typeof seen !== "number" || !(Math.abs(seen - expected) <= 1e-12 * scale))
      this.found.push(`${what}: ${seen}, expected ${expected}`);
  }
}
