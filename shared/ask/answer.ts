/** The answer to one question about one collection; a refusal crosses over as its words, so that one bad cell spoils no other. */
import type { AskAnswer, Question, School } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { actual } from "./actual.ts";
import { lineageRows, rollupRows, schoolRows, submittedRows } from "./tables.ts";
import type { View } from "./view.ts";

/** `schools` are all of the region. */
export function answerTo(question: Question, view: View, schools: readonly School[]): AskAnswer {
  try {
    switch (question.ask) {
      case "actual":
        return { value: actual(view, question) };
      case "rollup":
        return { rows: rollupRows(view, question.family, schools) };
      case "schools":
        return { rows: schoolRows(view, question.indicator) };
      case "submitted":
        return { rows: submittedRows(view, schools) };
      case "lineage":
        return { rows: lineageRows(view, question.indicator, question.unit) };
    }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.words };
    throw error;
  }
}
