/**
 * All that is only asked of a list: what is sound cell by cell and may be right, and is worth a look before it is sent. No figure hangs on it,
 * so the pane loads it when its first screen stands.
 */
import type { Tabulated } from "../tabulate.ts";
import { samePupils } from "./alike-rows.ts";
import { onlyZeros, statesBeside } from "./away.ts";
import { cutNumbers } from "./cut-numbers.ts";
import { entriesLacking, oddEntries } from "./entries.ts";
import type { SheetFinding } from "./finding.ts";
import { otherFullMarks } from "./full-marks.ts";
import { lackingSubjects } from "./lacking.ts";
import { oddMarks } from "./odd.ts";
import { alikeClasses, brokenClasses, classesAreGrade, classesInTenths, classesOfOthers, splitClasses } from "./odd-classes.ts";
import { placed } from "./origins.ts";
import { otherColumns } from "./other-columns.ts";
import { guessedEntries, otherExam, otherExamHeads } from "./other-exam.ts";
import { otherSchools } from "./other-schools.ts";
import { passFlags } from "./pass-flags.ts";
import { totalsApart } from "./totals-apart.ts";
import { unnamed } from "./unnamed.ts";
import { unrelatedMarks } from "./unrelated.ts";

/** The same with its questions, after what decides. */
export function withQuestions(tabulated: Tabulated): Tabulated {
  return { ...tabulated, findings: [...tabulated.findings, ...questionsOn(tabulated)] };
}

function questionsOn({ list, preview }: Tabulated): readonly SheetFinding[] {
  if (!list) return [];
  const { sheet, mapping, exam, school, papers, subjects, reading, pupils, matched } = list;
  const unrelated = unrelatedMarks(sheet, mapping, reading, subjects);
  const ofClasses = (column: number) => [
    ...brokenClasses(sheet, column, reading),
    ...alikeClasses(sheet, column, mapping.grade, reading),
    ...splitClasses(sheet, column, reading),
    ...classesOfOthers(sheet, column, { ...mapping, year: school.year }, reading),
    ...classesInTenths(sheet, column, reading.rows),
    ...classesAreGrade(sheet, column, reading),
  ];
  return placed(sheet, [
    ...(mapping.class === null ? [] : ofClasses(mapping.class)),
    ...otherColumns(sheet, mapping),
    ...otherExam(sheet, mapping, exam, school.year),
    ...otherExamHeads(sheet, mapping, exam),
    ...guessedEntries(sheet, mapping, subjects),
    ...otherFullMarks(sheet, mapping, subjects),
    ...onlyZeros(sheet, reading, subjects),
    ...passFlags(sheet, mapping, reading.pupils, subjects),
    ...lackingSubjects(sheet, mapping, preview.unmapped),
    ...statesBeside(sheet, mapping, reading, subjects),
    ...(matched ? [] : cutNumbers(sheet, mapping, reading.rows)),
    ...unnamed(sheet, mapping, reading.rows, matched),
    ...otherSchools(sheet, mapping, reading, school),
    ...samePupils(sheet, mapping, reading, subjects, matched),
    ...oddMarks(sheet, reading, subjects, unrelated),
    ...totalsApart(sheet, mapping, reading, subjects, papers),
    ...unrelated,
    ...oddEntries(sheet, mapping, pupils, subjects),
    ...entriesLacking(sheet, mapping, subjects, preview.subjects),
  ]);
}
