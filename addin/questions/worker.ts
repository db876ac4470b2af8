/** The worker that looks for questions: a county's bodies of three collections take seconds. */
import { consistencyOf } from "../../shared/handin/consistency.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import { type Told, toldStore } from "../../shared/handin/told.ts";
import { answerWith } from "../handin/ask.ts";

interface Asked {
  readonly county: County;
  readonly told: readonly Told[];
  readonly collection: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const tasks = {
  questions: ({ county, told, collection, now }: Asked): Noticed[] => consistencyOf(toldStore(county, told), collection, now),
};
export type QuestionTasks = typeof tasks;

answerWith(tasks, self as unknown as Parameters<typeof answerWith>[1]);
