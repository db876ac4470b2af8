/** Why the numbers are right that a plain list was asked about: written at the questions, or sent with what stands on the server. */
import type { Note } from "../../shared/contract.ts";
import { isUnexplained } from "../../shared/handin/finding.ts";
import type { SheetFinding } from "../../shared/tabulate.ts";
import { gradeName } from "../../shared/template/words.ts";
import type { Place } from "./choice.ts";
import { groupFindings } from "./grouping.ts";

/** A question of a list; it keeps its reason where its cell stays. */
export function questionKey({ code, list, sheet, cell }: Pick<SheetFinding, "code" | "list" | "sheet" | "cell">): string {
  return JSON.stringify([code, list, sheet, cell]);
}

export interface Reasons {
  /** What is written at a question. */
  of(question: SheetFinding): string;
  /** The questions without a reason, one of each run of cells. */
  readonly open: readonly SheetFinding[];
  /** What is sent. A sheet of a plain list means nothing to the bureau: the notes are about the grade. */
  readonly notes: readonly Note[];
}

export function reasonsFor(
  findings: readonly SheetFinding[],
  written: ReadonlyMap<string, string>,
  standing: readonly Note[] | undefined,
  place: Place | null,
): Reasons {
  const about = place && gradeName(place, []);
  const of = (question: SheetFinding) =>
    written.get(questionKey(question)) ??
    standing?.find(({ code, sheet, cell }) => code === question.code && sheet === about && cell === (question.cell || null))?.text ??
    "";
  const questions = groupFindings(findings).flatMap(({ level, members }) => (level === "query" ? members.slice(0, 1) : []));
  const notes = questions.flatMap((question): Note[] => {
    const text = of(question).trim();
    return text === "" ? [] : [{ code: question.code, sheet: about, cell: question.cell || null, text }];
  });
  return { of, open: questions.filter((one) => isUnexplained(one) && of(one).trim() === ""), notes };
}
