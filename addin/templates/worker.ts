/** The worker of /templates. */
import { answerWith } from "../handin/ask.ts";
import { makeTemplates, type TemplateTasks } from "../template/make.ts";

answerWith({ templates: makeTemplates } satisfies TemplateTasks, self as unknown as Parameters<typeof answerWith>[1]);
