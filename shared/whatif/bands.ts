/** Where pupils below a line are, in bands by their distance from it: 72 分线下 2 分以内 (70 to 71.5), 2 to 5 marks below … */
import type { Measure, Riser } from "./stand.ts";

export interface Band {
  readonly grade: number;
  /** `null` over all subjects. */
  readonly subject: string | null;
  /** The least mark, or per cent, that reaches the line. */
  readonly line: number;
  /** Below it by more than `over` and at most `within`, in marks or per cent. */
  readonly over: number;
  readonly within: number;
  /** The lowest and the highest mark that somebody has there. */
  readonly low: number;
  readonly high: number;
  readonly pupils: number;
  /** How many of them are needed. */
  readonly taken: number;
}

/** A convention of ours: narrow where most of those who are needed stand. */
const EDGES = [2, 5, 10, 20, 50, Number.POSITIVE_INFINITY];

/** Bands in which somebody is taken, paper by paper in the order of who is nearest. None where distances are not known. */
export function bandsOf(risers: readonly Riser[], taken: readonly Riser[], measure: Measure): Band[] {
  if (measure.of === "pupils") return [];
  const parts = measure.of === "marks" ? measure.parts : 1;
  const papers = [...new Map(taken.map(({ grade, subject }) => [`${grade} ${subject}`, { grade, subject }])).values()];
  return papers.flatMap(({ grade, subject }) =>
    EDGES.flatMap((within, at): Band[] => {
      const over = EDGES[at - 1] ?? 0;
      const isIn = (one: Riser) => one.grade === grade && one.subject === subject && one.gap > over * parts && one.gap <= within * parts;
      const there = risers.filter(isIn);
      const count = taken.filter(isIn).reduce((sum, { pupils }) => sum + pupils, 0);
      if (count === 0) return [];
      const marks = there.map(({ mark }) => mark as number);
      const [low, high] = [Math.min(...marks), Math.max(...marks)];
      const line = Math.round((high + Math.min(...there.map(({ gap }) => gap)) / parts) * parts) / parts;
      const farthest = Math.max(...there.map(({ gap }) => gap)) / parts;
      return [
        {
          ...{ grade, subject, line, over, within: Number.isFinite(within) ? within : farthest, low, high },
          ...{ pupils: there.reduce((sum, one) => sum + one.pupils, 0), taken: count },
        },
      ];
    }),
  );
}
