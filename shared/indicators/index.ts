/** The catalogue that is shipped: every version of every definition, once. A new indicator is one literal in its family's file. */
import { academic } from "./academic.ts";
import { catalogueOf } from "./catalogue.ts";
import { equity } from "./equity.ts";
import { exam } from "./exam.ts";

export const shipped = catalogueOf([...exam, ...academic, ...equity]);
