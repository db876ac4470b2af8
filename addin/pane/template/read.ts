/** A filled template, read by what is in force: fetched, with all definitions, when a workbook or a file is checked. */
import type { Overview } from "../../../shared/contract.ts";
import type { ReadBook } from "../../../shared/handin/book.ts";
import { countyOf } from "../../../shared/handin/county.ts";
import type { Handed } from "../../../shared/handin/handed.ts";
import { readTemplate } from "../../../shared/template/read.ts";
import { inForce } from "../../all-definitions.ts";

export function handedIn(book: ReadBook, overview: Overview): Handed {
  return readTemplate(book, countyOf(overview), inForce().catalogue);
}
