/** The worker in which plans are solved: some take seconds, and the page must not wait for them. */

import type { Curve } from "../../shared/whatif/plan/curve.ts";
import { solve } from "../../shared/whatif/plan/solve.ts";
import { answerWith } from "../handin/ask.ts";

const tasks = {
  solve: ({ curves, need, k }: { curves: readonly Curve[]; need: number; k: number | null }) => solve(curves, need, k) ?? null,
};
export type SolverTasks = typeof tasks;

answerWith(tasks, self as unknown as Parameters<typeof answerWith>[1]);
