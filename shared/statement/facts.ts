/** The figures a line is judged by: of the school as in the rollup, of a subject group or a teacher from their classes. */
import type { ClassCoverage, CollectionBody, Figure, Paper, StatementBody, StatementLine } from "../contract.ts";
import type { Regression } from "../figures/members.ts";
import { valueAddedFigures } from "../figures.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Rules } from "../indicators/rules.ts";
import type { Words } from "../refusal.ts";
import { unitFigures } from "../rollup.ts";
import { subjectName } from "../subjects.ts";
import { choicesWith } from "./choices.ts";
import { groupUnion, type Sent, teacherUnion, type Union } from "./groups.ts";

export interface Facts {
  readonly figures: readonly Figure[];
  /** Of an exam: the papers of which there are marks. */
  readonly papers: readonly Paper[];
  readonly coverage: ClassCoverage | null;
  /** Why none of it may be judged. */
  readonly why: Words | null;
}

/** The rules of a collection with the definitions that the lines name, version and all, and the choices kept with them: what was signed is what is judged. */
export function rulesOfLines(body: Pick<StatementBody, "lines" | "choices">, rules: Rules, catalogue: Catalogue): Rules {
  const { lines } = body;
  const named = new Map(
    lines.flatMap(({ indicator, version }) => {
      const definition = catalogue.find(`${indicator}@${version}`);
      return definition ? [[definition.id, definition] as const] : [];
    }),
  );
  const others = rules.definitions.filter(({ id }) => !named.has(id));
  return { ...rules, definitions: [...others, ...named.values()], choices: choicesWith(body, rules.choices) };
}

/** The papers a line is about. */
export function papersOf({ stage, grade, subject }: Pick<StatementLine, "stage" | "grade" | "subject">, papers: readonly Paper[]): Paper[] {
  return papers.filter(
    (paper) =>
      paper.stage === stage &&
      (grade === null || paper.grade === grade) &&
      (subject === null || subjectName(paper.subject) === subjectName(subject)),
  );
}

/** What a school sent, as the classes of its groups and teachers are read from it. */
export interface Classes {
  readonly body: Sent;
  readonly collection: CollectionBody;
  readonly rules: Rules;
  /** The region's regressions, for value added; without them it cannot be told. */
  readonly against?: ReadonlyMap<Paper, Regression | undefined>;
}

/** The figures of one line of a group or a teacher. */
export function factsOfClasses(statement: Pick<StatementBody, "level" | "teacher">, line: StatementLine, given: Classes): Facts {
  const { body, collection, rules, against = new Map() } = given;
  const papers = papersOf(line, collection.exam?.papers ?? []);
  const found: Union = statement.teacher === null ? groupUnion(body, papers) : teacherUnion(body, papers, statement.teacher);
  const scope = { ...collection, exam: collection.exam && { ...collection.exam, papers: [...found.papers] } };
  const added = valueAddedFigures(rules, found.tallies, new Map([...against].filter(([paper]) => found.papers.includes(paper))));
  const read = [...unitFigures(rules, found.tallies, scope), ...added];
  return { figures: read.map(({ figure }) => figure), papers: found.papers, coverage: found.coverage, why: found.why };
}
