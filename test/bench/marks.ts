/** Columns of marks as Excel hands them over, the same ones in every run. */

/** A small generator of its own (xorshift), so a run can be repeated. */
export function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export type Kind = "integers" | "half marks" | "tenths" | "half marks, 3 % blanks and absences";

export function column(kind: Kind, rows: number): unknown[][] {
  const random = randomness(370811);
  return Array.from({ length: rows }, () => {
    if (kind === "integers") return [Math.floor(random() * 101)];
    if (kind === "tenths") return [Math.floor(random() * 1001) / 10];
    const mark = Math.floor(random() * 201) / 2;
    if (kind === "half marks") return [mark];
    const chance = random();
    return [chance < 0.02 ? null : chance < 0.03 ? "缺考" : mark];
  });
}
