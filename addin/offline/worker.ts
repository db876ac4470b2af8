/** The worker of the offline page: one keeps and computes, others read files. Whoever makes it asks what it is for. */
import { answerWith } from "../handin/ask.ts";
import { readTasks } from "../handin/read-tasks.ts";
import { officeTasks } from "./office-tasks.ts";

answerWith({ ...officeTasks(), ...readTasks() }, self as unknown as Parameters<typeof answerWith>[1]);
