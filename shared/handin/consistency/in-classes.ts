/** What is asked of a whole grade, asked of its classes: one mark for all, one subject under another's name, most of a class away, marks that are all multiples of ten, a class far off. */
import { classesApart } from "./class-apart.ts";
import { classesRounded } from "./class-rounded.ts";
import { alike, type Counted, mostlyAbsent, type Odd, oneValue } from "./marks.ts";
import type { Settings } from "./settings.ts";
import { isWritten } from "./written.ts";

/** `whole` are the subjects of the grade, `classes` those of each of its classes; what is told of the grade is not told of a class again. */
export function oddInClasses<Own extends Counted>(
  whole: readonly Own[],
  classes: readonly (readonly Own[])[],
  told: readonly Odd<Counted>[],
  settings: Settings,
): Odd<Own>[] {
  const written = new Set(whole.flatMap(({ subject, marks }) => (isWritten(subject, marks.length, settings) ? [subject] : [])));
  const papers = classes.map((subjects) => subjects.filter(({ subject }) => written.has(subject)));
  const of = papers.flatMap((subjects) => [...oneValue(subjects, settings), ...alike(subjects, settings, settings.fewMarks)]);
  const asked = new Set(of.map((one) => one.of.name.zh));
  const rounded = classesRounded(whole, papers, settings).filter((one) => !asked.has(one.of.name.zh));
  const apart = classesApart(papers, settings).filter((one) => !asked.has(one.of.name.zh));
  const isTold = (one: Odd<Counted>) => told.some(({ code, of: { subject } }) => code === one.code && subject === one.of.subject);
  return [...of, ...rounded, ...apart, ...classes.flatMap((subjects) => mostlyAbsent(subjects, settings))].filter((one) => !isTold(one));
}
