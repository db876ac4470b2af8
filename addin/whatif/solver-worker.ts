/** The worker in which plans are solved: some take seconds, and the page must not wait for them. */
import { type Offer, planAmong } from "../../shared/whatif/plan/offers.ts";
import { answerWith } from "../handin/ask.ts";

const tasks = {
  solve: ({ offers, need, k }: { offers: readonly Offer[]; need: number; k: number | null }) => planAmong(offers, need, k),
};
export type SolverTasks = typeof tasks;

answerWith(tasks, self as unknown as Parameters<typeof answerWith>[1]);
