/** The order in which the lines of a statement are printed: as the catalogue lists them, then by stage, grade and subject. */
import type { Paper, StatementLine } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { FAMILIES, STAGES } from "../indicators/definition.ts";
import { bySubjects } from "../subjects.ts";

/** The same lines in printable order, subjects as the exam's papers have them; what the catalogue does not know comes last, in the order it was written. */
export function inOrder(lines: readonly StatementLine[], catalogue: Catalogue, papers: readonly Paper[] = []): StatementLine[] {
  const bySubject = bySubjects(papers);
  const families = Object.keys(FAMILIES);
  const stages = Object.keys(STAGES);
  const place = new Map(catalogue.all.map(({ id, family }, at) => [id, [families.indexOf(family), at] as const]));
  const LAST = [families.length, 0] as const;
  const keys = (line: StatementLine) => [...(place.get(line.indicator) ?? LAST), stages.indexOf(line.stage), line.grade ?? 0];
  return [...lines].sort((a, b) => {
    const [one, two] = [keys(a), keys(b)];
    const at = one.findIndex((key, index) => key !== two[index]);
    return at >= 0 ? (one[at] as number) - (two[at] as number) : bySubject(a.subject, b.subject);
  });
}
