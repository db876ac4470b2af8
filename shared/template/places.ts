/**
 * Where the inputs of a template stand. Written from the collection and the school alone, so that whoever reads a file back derives the same
 * places and never has to trust the file.
 */
import type { Collection, CollectionBody, Paper, ResourceName, School, Stage } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";
import type { Input } from "../indicators/kinds/rule.ts";
import { invalid } from "../refusal.ts";
import { asName, gradeName, SHEETS, subjectHeader } from "./words.ts";

/** Rows of pupils on each sheet of scores. */
const ROOM = 3000;
/** Rows of classes in the 任课表. */
const CLASS_ROOM = 400;

/** A list: headers in one row, and room for so many rows below it. Columns begin at A, in the order of the headers. */
export interface ListPlace {
  readonly sheet: string;
  readonly header: number;
  readonly first: number;
  readonly room: number;
  readonly headers: readonly string[];
}

/** A column of marks, and the name formulas use for it. */
export interface MarkPlace {
  readonly paper: Paper;
  readonly column: number;
  readonly name: string;
  /** The column of the earlier exam, where the paper has one. */
  readonly before: { readonly column: number; readonly name: string } | null;
}

/** The pupils of one grade: 班级, 学号, 姓名, a column per paper, then the earlier marks. */
export interface ScorePlace extends ListPlace {
  readonly stage: Stage;
  readonly grade: number;
  /** 九年级 */
  readonly spoken: string;
  readonly class: 0;
  readonly number: 1;
  readonly pupil: 2;
  readonly marks: readonly MarkPlace[];
  /** Names of the columns 班级, 学号 and 姓名. */
  readonly names: { readonly class: string; readonly number: string; readonly pupil: string };
}

/** The 任课表: 年级, 班级, and the teacher's code under each subject. */
export interface TeachingPlace extends ListPlace {
  readonly grade: 0;
  readonly class: 1;
  readonly subjects: readonly { readonly subject: string; readonly column: number }[];
}

export interface ExamPlaces {
  readonly form: "exam";
  readonly scores: readonly ScorePlace[];
  readonly teaching: TeachingPlace;
}

/** One row for each amount, one column for each stage. */
export interface ConditionPlaces {
  readonly form: "resources";
  readonly sheet: string;
  readonly header: number;
  readonly pupils: number;
  readonly amounts: readonly { readonly resource: ResourceName; readonly row: number }[];
  readonly stages: readonly { readonly stage: Stage; readonly column: number }[];
}

/** One input of one indicator: a cell for each stage, or a column of its own on the second sheet. */
export interface InputPlace {
  readonly definition: Definition;
  readonly input: Input;
  readonly stage: Stage;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** How many rows of a column; 1 for a cell. */
  readonly room: number;
  readonly name: string;
}

export interface EnteredPlaces {
  readonly form: "indicators";
  readonly header: number;
  readonly stages: readonly { readonly stage: Stage; readonly column: number }[];
  readonly inputs: readonly InputPlace[];
}

export type Places = ExamPlaces | ConditionPlaces | EnteredPlaces;

const HEADER = 4;

/** The places of an exam's template; refuses a school that has no stage of its papers. */
export function examPlaces(collection: Pick<Collection, "exam" | "name">, school: Pick<School, "name" | "stages">): ExamPlaces {
  const papers = papersFor(collection, school);
  if (papers.length === 0)
    throw invalid(
      `“${collection.name}”没有${school.name}所办学段的试卷，不用填。`,
      `"${collection.name}" has no paper of the stages of ${school.name}: there is nothing to fill in`,
    );
  const grades = [...new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }])).values()];
  const scores = grades.map((at) => scorePlace(at, papers));
  const subjects = [...new Set(papers.map(subjectHeader))];
  const teaching: TeachingPlace = {
    sheet: SHEETS.teaching,
    header: 3,
    first: 4,
    room: CLASS_ROOM,
    headers: ["年级", "班级", ...subjects],
    grade: 0,
    class: 1,
    subjects: subjects.map((subject, at) => ({ subject, column: at + 2 })),
  };
  return { form: "exam", scores, teaching };
}

function scorePlace(at: Pick<Paper, "stage" | "grade">, all: readonly Paper[]): ScorePlace {
  const papers = all.filter(({ stage, grade }) => stage === at.stage && grade === at.grade);
  const spoken = gradeName(at, all);
  const earlier = papers.filter(({ before }) => before !== null);
  const marks = papers.map((paper, index): MarkPlace => {
    const own = earlier.indexOf(paper);
    const name = `${asName(spoken)}_${asName(subjectHeader(paper))}`;
    return {
      paper,
      column: 3 + index,
      name: `成绩_${name}`,
      before: own < 0 ? null : { column: 3 + papers.length + own, name: `前测_${name}` },
    };
  });
  return {
    ...at,
    spoken,
    sheet: `成绩 ${spoken}`,
    header: HEADER,
    first: HEADER + 1,
    room: ROOM,
    headers: ["班级", "学号", "姓名", ...papers.map(subjectHeader), ...earlier.map((paper) => `${subjectHeader(paper)}前测`)],
    class: 0,
    number: 1,
    pupil: 2,
    marks,
    names: { class: `班级_${asName(spoken)}`, number: `学号_${asName(spoken)}`, pupil: `姓名_${asName(spoken)}` },
  };
}

/** Papers of the stages a school has. */
function papersFor(collection: Pick<CollectionBody, "exam">, school: Pick<School, "stages">): Paper[] {
  return (collection.exam?.papers ?? []).filter(({ stage }) => school.stages.includes(stage));
}
