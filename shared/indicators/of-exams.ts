/**
 * The definitions that read an exam's marks: the first check of an open sheet needs no others, so a pane has these before it has all.
 * Of the shipped catalogue they say the same as it does, release by release.
 */
import { academic } from "./academic.ts";
import { catalogueOf } from "./catalogue.ts";
import { exam } from "./exam.ts";

export const ofExams = catalogueOf([...exam, ...academic]);
