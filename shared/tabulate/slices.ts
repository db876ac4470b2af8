import { countedAt } from "../collecting/apart.ts";
import type { Joint, Pairs, Paper, Scores, Slice } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { onGrid } from "../kernel/decimal.ts";
import { countAllPass, countLowest } from "../marks/joint.ts";
import { noStates } from "../marks/states.ts";
import type { Pupil, Subject } from "./pupils.ts";

/** The slices of one grade: each subject's distribution, per class where asked, the entry pairs, and the joint count over all papers. */
export function slicesOf(
  pupils: readonly Pupil[],
  subjects: readonly Subject[],
  papers: readonly Paper[],
  classes: readonly string[],
): Slice[] {
  const slices: Slice[] = [];
  subjects.forEach(({ paper, paired }, at) => {
    const place = { stage: paper.stage, grade: paper.grade, subject: paper.subject };
    const pairs = !paired ? {} : { pairs: pairsOf(pupils, paper, at) };
    slices.push({ ...place, class: null, scores: scoresOf(pupils, paper, at), ...pairs });
    for (const name of classes) {
      const members = pupils.filter((pupil) => pupil.class === name);
      slices.push({ ...place, class: name, scores: scoresOf(members, paper, at) });
    }
  });
  const first = papers[0];
  if (first !== undefined && subjects.length === papers.length) {
    slices.push({ stage: first.stage, grade: first.grade, subject: null, class: null, joint: jointOf(pupils, subjects) });
  }
  return slices;
}

/** A mark as the whole number that is sent. Reading the rows has refused every mark off the grid. */
function whole(mark: number, grid: number): number {
  return onGrid(mark, grid) as number;
}

function scoresOf(pupils: readonly Pupil[], { grid }: Paper, at: number): Scores {
  const states = noStates();
  const counts = new Map<number, number>();
  for (const { scores } of pupils) {
    const score = scores[at];
    if (typeof score === "string") states[score]++;
    else if (typeof score === "number") {
      const mark = whole(score, grid);
      states.sat++;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  return { grid, states, counts: [...counts].sort(([a], [b]) => a - b) };
}

/** Pupils with both marks, as sums; whoever lacks one of the two is unmatched, a pupil who left is neither. */
function pairsOf(pupils: readonly Pupil[], paper: Paper, at: number): Pairs {
  const grid = { before: (paper.before as NonNullable<Paper["before"]>).grid, after: paper.grid };
  let [matched, unmatched] = [0, 0];
  let [before, after, before2, after2, product] = [0n, 0n, 0n, 0n, 0n];
  for (const pupil of pupils) {
    const [x, y] = [pupil.before[at], pupil.scores[at]];
    if (y === "left") continue;
    if (typeof x === "number" && typeof y === "number") {
      const [a, b] = [BigInt(whole(x, grid.before)), BigInt(whole(y, grid.after))];
      matched++;
      before += a;
      after += b;
      before2 += a * a;
      after2 += b * b;
      product += a * b;
    } else unmatched++;
  }
  return {
    grid,
    matched,
    unmatched,
    before: sum(before),
    after: sum(after),
    before2: sum(before2),
    after2: sum(after2),
    product: sum(product),
  };
}

/** A number while it is safe, else its digits. */
function sum(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}

function jointOf(pupils: readonly Pupil[], subjects: readonly Subject[]): Joint {
  const lines = subjects.map(({ paper }) => linesOf(paper).pass);
  const rows = pupils.map(({ scores }) => scores.map((score, at) => ({ score: score ?? null, line: lines[at] as number })));
  const { numerator, denominator } = countAllPass(rows);
  const marked = pupils.map(({ scores }) =>
    subjects.map(({ paper: { full, grid } }, at) => {
      const score = scores[at] ?? null;
      return { score: typeof score === "number" ? whole(score, grid) : score, full: whole(full, grid) };
    }),
  );
  const papers = countedAt(subjects.map(({ paper }) => paper));
  return { pupils: denominator, passed: numerator, lowest: countLowest(marked), papers };
}
