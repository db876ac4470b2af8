import type { Workbook } from "../host.ts";
import type { Attempt } from "./attempt.ts";
import type { Choice } from "./choice.ts";
import type { Connection } from "./connection.ts";
import type { County } from "./county.ts";
import type { EarlierReading } from "./earlier.ts";
import type { SheetReading } from "./sheet.ts";
import type { Together } from "./together/state.ts";
import type { Work } from "./work.ts";

/** What lies on the desk of every tab. */
export interface Desk {
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly reading: SheetReading;
  readonly together: Together;
  readonly choice: Choice;
  readonly earlier: EarlierReading;
  readonly work: Work | null;
  readonly attempt: Attempt;
  readonly county: County;
  /** Says a sentence in the status line, which screen readers read out. */
  say(text: string): void;
}
