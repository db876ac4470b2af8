/** The cascade of a pass in all subjects: over schools by their own targets and those of their subjects, over subject groups by theirs. */
import type { Paper, StatementLine } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Words } from "../refusal.ts";
import { sameSubjects } from "../subjects.ts";
import type { Part, SubjectPart } from "./cascade.ts";
import type { Above, Below } from "./cascade-lines.ts";
import type { Bound } from "./interval.ts";

/** The parts below a joint line, or why there are none to be told. */
export function jointParts(
  above: Above,
  all: readonly Paper[],
  below: readonly Below[],
  definition: Definition,
  catalogue: Catalogue,
): Part[] | Words {
  const papers = all.filter((paper) => isAsked(paper, definition));
  const grades = new Set(papers.map(({ grade }) => grade));
  if (grades.size !== 1)
    return { zh: "全科合格按年级核对：请给出这个年级的试卷。", en: "All subjects are those of one grade: give the papers of that grade." };
  if (below.some(({ body }) => body.level === "teacher"))
    return {
      zh: "全科合格不能由教师直接核对：先核对教师到学科组，再核对学科组到学校。",
      en: "All subjects do not follow from teachers directly: check teachers against groups, and groups against the school.",
    };
  const ofSubjects = (parts: readonly Below[], whole: Subjects | undefined) =>
    papers.map(({ stage, grade, subject }) => subjectOf({ stage, grade, subject }, parts, whole, catalogue));
  const groups = below.filter(({ body }) => body.level === "group");
  if (groups.length > 0)
    return [{ name: above.name, base: above.base, bounds: [], subjects: ofSubjects(groups, above.subjects ?? groups[0]) }];
  return below.map((school) => {
    const own = school.body.lines.filter(({ indicator, version }) => indicator === definition.id && version === definition.version);
    const subjects = ofSubjects([school], school);
    return {
      name: school.name,
      base: school.baseOf(above.line),
      bounds: boundsOf(own.filter((line) => inGrade(line, papers))),
      ...(subjects.some(({ bounds }) => bounds.length > 0) && { subjects }),
    };
  });
}

/** A definition may be of one grade, and of some subjects only. */
function isAsked({ grade, subject }: Paper, { reads }: Definition): boolean {
  if (reads.from !== "grade") return true;
  return (reads.grade ?? grade) === grade && (reads.subjects?.some((one) => sameSubjects([one], [subject])) ?? true);
}

type Place = Pick<StatementLine, "stage" | "grade"> & { readonly subject: string };

type Subjects = Pick<Below, "baseOf" | "excusedIn">;

/** A subject with the pass targets of whoever answers for it; nobody does: no targets, and the worst case of all who sat it. */
function subjectOf(place: Place, parts: readonly Below[], whole: Subjects | undefined, catalogue: Catalogue): SubjectPart {
  const passes = (line: StatementLine) => {
    const kind = catalogue.find(`${line.indicator}@${line.version}`)?.kind;
    const ofPass = kind?.kind === "share" && kind.line === "pass" && kind.side === "reached";
    return ofPass && inPlace(line, place);
  };
  const owner = parts.find(({ body }) => body.lines.some(passes)) ?? whole;
  const name = { zh: place.subject, en: place.subject };
  return {
    name,
    base: owner?.baseOf(place) ?? null,
    excused: owner?.excusedIn?.(place) ?? 0,
    bounds: boundsOf(parts.flatMap(({ body }) => body.lines.filter(passes))),
  };
}

/** A target over several grades says nothing certain about one of them. */
function inPlace(line: StatementLine, { stage, grade, subject }: Place): boolean {
  return line.stage === stage && line.grade === grade && line.subject !== null && sameSubjects([line.subject], [subject]);
}

function inGrade({ stage, grade }: StatementLine, papers: readonly Paper[]): boolean {
  return papers.some((paper) => paper.stage === stage && (grade === null || paper.grade === grade));
}

export function boundsOf(lines: readonly StatementLine[]): Bound[] {
  return lines.flatMap(({ operator, value, upTo }) => (operator !== null && value !== null ? [{ operator, value, upTo }] : []));
}
