/** The classes that a table by class does not list: sent with their grade only, because they are small or because a small one stands beside them. */
import type { Paper, SubmissionBody } from "../contract.ts";
import { expected } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import { frequencyOf, readKey, statesIn, wholeAndClasses } from "../slice.ts";
import { SMALL_GROUP } from "../submission.ts";
import type { Tally } from "../tally.ts";
import { placeWords } from "./place-words.ts";

type Grade = Pick<Paper, "stage" | "grade">;

/** What is not listed of a school's grade. */
interface Unlisted {
  /** Pupils, those who left included: the grade less its classes, in the subject where most are. */
  readonly pupils: number;
  /** By the 任课表, which lists every class; 0 where there is none. */
  readonly classes: number;
  /** Whether any class of the grade was sent by itself. */
  readonly some: boolean;
}

const WHY: Words = {
  zh: `不足 ${SMALL_GROUP} 人的班只随年级合计填报，必要时另有一个班也这样，免得从合计里减出小班；都计入全校。`,
  en: `A class of fewer than ${SMALL_GROUP} pupils is sent with its grade only, and where a subtraction would give it away, another one with it; all count in the whole school.`,
};

/** What is said of one school's classes in these papers; `null` where all are listed. */
export function unlistedOf(body: SubmissionBody, papers: readonly Grade[]): Words | null {
  const grades = [...new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }])).values()];
  const found = grades.flatMap((grade): Words[] => {
    const { pupils, classes, some } = unlistedIn(body, grade);
    if (pupils === 0) return [];
    const { zh, en } = placeWords(grade);
    if (!some) return [{ zh: `${zh}没有单列的班`, en: `${en} has no class by itself` }];
    return [{ zh: `${zh}另有 ${count(pupils, classes).zh}不单列`, en: `${count(pupils, classes).en} of ${en} not listed` }];
  });
  return found.length === 0 ? null : told(found);
}

/** The same of one paper over several schools. */
export function unlistedAmong(bodies: Iterable<SubmissionBody>, paper: Grade): Words | null {
  const all = [...bodies].map((body) => unlistedIn(body, paper)).filter(({ pupils }) => pupils > 0);
  const found = all.filter(({ some }) => some);
  const without = all.length - found.length;
  const none = { zh: `${without} 所学校没有单列的班`, en: `${without} schools have no class by itself` };
  if (found.length === 0) return without > 0 ? told([none]) : null;
  const sum = (of: (one: Unlisted) => number) => found.reduce((total, one) => total + of(one), 0);
  // Where a school has no 任课表 the number of classes is not known.
  const known = found.every(({ classes }) => classes > 0);
  const { zh, en } = count(
    sum(({ pupils }) => pupils),
    known ? sum(({ classes }) => classes) : 0,
  );
  return told([
    { zh: `${found.length} 所学校另有 ${zh}不单列`, en: `${en} of ${found.length} schools not listed` },
    ...(without > 0 ? [none] : []),
  ]);
}

function told(found: readonly Words[]): Words {
  return { zh: `${found.map(({ zh }) => zh).join("；")}。${WHY.zh}`, en: `${found.map(({ en }) => en).join("; ")}. ${WHY.en}` };
}

function count(pupils: number, classes: number): Words {
  if (classes === 0) return { zh: `${pupils} 名学生的班`, en: `classes of ${pupils} pupils` };
  return { zh: `${classes} 个班（${pupils} 人）`, en: `${classes} classes (${pupils} pupils)` };
}

function unlistedIn(body: SubmissionBody, { stage, grade }: Grade): Unlisted {
  const { whole, classes } = wholeAndClasses(body);
  const inGrade = (one: { readonly stage: string; readonly grade: number | null }) => one.stage === stage && one.grade === grade;
  const sent = new Set(body.slices.flatMap((slice) => (inGrade(slice) && slice.scores && slice.class !== null ? [slice.class] : [])));
  const taught = new Set((body.teaching ?? []).filter(inGrade).map((line) => line.class));
  const apart = [...whole].flatMap(([key, { own }]) => {
    const place = readKey(key);
    const listed = classes.get(key);
    if (place.part !== "scores" || !inGrade(place) || (sent.size > 0 && !listed)) return [];
    return [pupilsIn(own) - (listed ? pupilsIn(listed) : 0)];
  });
  return {
    pupils: Math.max(0, ...apart),
    classes: [...taught].filter((name) => !sent.has(name)).length,
    some: sent.size > 0,
  };
}

function pupilsIn(own: Tally): number {
  const states = statesIn(own, frequencyOf(own, 1));
  return expected(states) + states.left;
}
