/** The worker that reads a county's file: large ones take seconds. */
import { answerWith } from "../handin/ask.ts";
import { readMove } from "./read.ts";

export type MoveTasks = { readonly read: typeof readMove };

answerWith({ read: readMove } satisfies MoveTasks, self as unknown as Parameters<typeof answerWith>[1]);
