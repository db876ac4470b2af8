/** The example as a bureau holds it once the files are in: every school's exam, counted as its own list would be, and what it has. */
import type { SubmissionBody } from "../../../shared/contract.ts";
import type { Store } from "../../../shared/handin/held.ts";
import { add, heldFrom, newStore } from "../../../shared/handin/store.ts";
import { guessColumns, tabulate } from "../../../shared/tabulate.ts";
import { exampleConditions } from "./conditions.ts";
import { CONDITIONS_ID, EXAM, EXAM_ID, exampleCounty, SCHOOLS } from "./county.ts";
import { exampleList } from "./marks.ts";

/** `definitions`: the release they are read by; `now`: the moment they came. */
export function exampleStore(definitions: string, now: string): Store {
  const handed = SCHOOLS.flatMap(({ school, name }, at) => {
    const cells = exampleList(at);
    const { slices } = tabulate({ top: 0, left: 0, cells }, guessColumns(cells, EXAM.papers), EXAM, { school, name });
    const conditions = exampleConditions(at, definitions);
    const hold = (collection: string, body: SubmissionBody) =>
      heldFrom({ school, collection, body, findings: [], counts: [] }, { revision: 1, made: now, file: `${school} ${name}.xlsx` });
    return [hold(EXAM_ID, { definitions, slices: [...slices] }), ...(conditions ? [hold(CONDITIONS_ID, conditions)] : [])];
  });
  return handed.reduce(add, newStore(exampleCounty(definitions), now));
}
