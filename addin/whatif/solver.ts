/** Plans solved beside the page. A question that is no longer asked ends the worker that is at it; the next one gets another. */
import type { Short } from "../../shared/whatif/plan/offers.ts";
import type { Solved } from "../../shared/whatif/plan/solve.ts";
import type { Sought } from "../../shared/whatif/plan.ts";
import { type Helper, helperIn } from "../handin/ask.ts";
import type { SolverTasks } from "./solver-worker.ts";
import SolverWorker from "./solver-worker.ts?worker&inline";

/** The worker that waits for the next question. */
let idle: Helper<SolverTasks> | null = null;

/** `null` once it is stopped; rejects where the worker dies. */
export function solveBeside({ offers, need, k }: Sought, stop: AbortSignal): Promise<Solved | Short | null> {
  const helper = idle ?? helperIn<SolverTasks>(new SolverWorker());
  idle = null;
  return new Promise((done, failed) => {
    const end = () => {
      helper.end();
      done(null);
    };
    stop.addEventListener("abort", end);
    helper.ask("solve", { offers, need, k }).then(
      (solved) => {
        stop.removeEventListener("abort", end);
        if (idle) helper.end();
        else idle = helper;
        done(solved);
      },
      (error) => {
        stop.removeEventListener("abort", end);
        helper.end();
        failed(error);
      },
    );
  });
}
