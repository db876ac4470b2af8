/** Questions within one collection, or across what a school handed in about the same year: numbers that hardly go together. */
import type { Collection, Slice, Stage, SubmissionBody } from "../../contract.ts";
import { linesOf } from "../../exam.ts";
import { STAGES } from "../../indicators/definition.ts";
import { shipped } from "../../indicators/index.ts";
import { expected } from "../../marks/states.ts";
import { meets } from "../../target.ts";
import { gradeName } from "../../template/words.ts";
import type { Held, Noticed } from "../held.ts";
import { placeWords } from "../place-words.ts";
import { ask } from "./ask.ts";
import type { Names } from "./names.ts";
import type { Settings } from "./settings.ts";

export const GRADES: Readonly<Record<Stage, readonly number[]>> = { primary: [1, 2, 3, 4, 5, 6], junior: [7, 8, 9], senior: [10, 11, 12] };

/** The same content under the names of two schools. */
export function duplicates(standing: readonly Held[], names: Names): Noticed[] {
  return standing.flatMap((own) =>
    standing
      .filter((other) => other !== own && other.sha256 === own.sha256)
      .map((other) =>
        ask(own, "duplicate-content", {
          zh: `内容与${names.school(other.school)}的完全相同（${own.file} 与 ${other.file}）。请核对是否交错了文件。`,
          en: `the content is that of ${names.school(other.school)} to the last number (${own.file} and ${other.file}): see whether a wrong file was handed in`,
        }),
      ),
  );
}

/** Enrolment in the collection of resources against the pupils expected in the exam. */
export function enrolment(own: Held, resources: Held, { collection }: Names, settings: Settings): Noticed[] {
  return enrolled(own.body, resources.body).flatMap(({ stage, pupils, expectedNow, grades }) => {
    const whole = GRADES[stage].every((grade) => grades.has(grade));
    const apart = { numerator: Math.abs(pupils - expectedNow), denominator: pupils };
    if (expectedNow <= pupils && !(whole && meets(apart, ">", settings.enrolmentGap))) return [];
    const [told, of] = [[...grades.keys()].map((grade) => gradeName({ stage, grade }, [])).join("、"), collection(resources.collection)];
    return [
      ask(own, "enrolment-differs", {
        zh: `${STAGES[stage].zh}在校生 ${pupils} 人（${of}），${told}应考共 ${expectedNow} 人。请核对两处人数，不同的请说明原因（如学籍变动、时间不同）。`,
        en: `${STAGES[stage].en}: ${pupils} pupils enrolled (${of}), but ${expectedNow} expected in the exam: see which is right, or say why they differ`,
      }),
    ];
  });
}

interface Enrolled {
  readonly stage: Stage;
  /** Enrolled in the stage. */
  readonly pupils: number;
  /** Expected in the exam, in these grades together. */
  readonly expectedNow: number;
  readonly grades: ReadonlyMap<number, number>;
}

/** Each stage for which both are known. */
export function enrolled(exam: SubmissionBody, resources: SubmissionBody): Enrolled[] {
  return (Object.keys(GRADES) as Stage[]).flatMap((stage) => {
    const pupils = resources.slices.find((slice) => slice.stage === stage && slice.resources)?.resources?.pupils;
    const grades = new Map(GRADES[stage].flatMap((grade) => gradePupils(exam, stage, grade)));
    const expectedNow = [...grades.values()].reduce((sum, number) => sum + number, 0);
    return pupils === undefined || grades.size === 0 ? [] : [{ stage, pupils, expectedNow, grades }];
  });
}

/** The most pupils any subject of the grade expected: of the whole grade, else of its classes together. */
export function gradePupils(body: SubmissionBody, stage: Stage, grade: number): [grade: number, pupils: number][] {
  const slices = body.slices.filter((slice) => slice.stage === stage && slice.grade === grade && slice.scores);
  const subjects = [...new Set(slices.map(({ subject }) => subject))];
  const sizes = subjects.map((subject) => {
    const own = slices.filter((slice) => slice.subject === subject);
    const whole = own.filter((slice) => slice.class === null);
    return (whole.length > 0 ? whole : own).reduce((sum, { scores }) => sum + (scores ? expected(scores.states) : 0), 0);
  });
  return sizes.length === 0 ? [] : [[grade, Math.max(...sizes)]];
}

/** Whoever does not pass in every subject fails in one: no more can fail all-subject than fail in the subjects together. */
export function joint(own: Held, { exam }: Collection): Noticed[] {
  return own.body.slices.flatMap(({ joint: counts, stage, grade, class: name }) => {
    if (!counts || grade === null) return [];
    const papers = (exam?.papers ?? []).filter((paper) => paper.stage === stage && paper.grade === grade);
    const beside = papers.map((paper) => ({
      paper,
      slice: own.body.slices.find(
        (one) => one.scores && one.stage === stage && one.grade === grade && one.class === name && one.subject === paper.subject,
      ),
    }));
    if (beside.some(({ slice }) => slice === undefined)) return [];
    const failing = beside.reduce((sum, { paper, slice }) => sum + (slice ? failed(slice, linesOf(paper).pass) : 0), 0);
    const notPassed = counts.pupils - counts.passed;
    if (notPassed <= failing) return [];
    const about = placeWords({ stage, grade });
    return [
      ask(own, "joint-too-few", {
        zh: `${about.zh}${name === null ? "" : ` ${name}`}全科未合格 ${notPassed} 人，多于各科未合格人次之和 ${failing}。请核对全科合格人数。`,
        en: `${about.en}${name === null ? "" : ` class ${name}`}: ${notPassed} did not pass every subject, more than the ${failing} failures in all subjects together: see the all-subject count`,
      }),
    ];
  });
}

function failed({ scores }: Slice, line: number): number {
  if (!scores) return 0;
  const passed = scores.counts.reduce((sum, [mark, pupils]) => (mark / scores.grid >= line ? sum + pupils : sum), 0);
  return expected(scores.states) - scores.states.exempt - passed;
}

/** Rates of which one is part of the other: whoever is good or excellent has passed. */
const WITHIN = [{ part: "fitness.good.rate", whole: "fitness.pass.rate" }] as const;

export function passAndExcellent(own: Held): Noticed[] {
  return own.body.slices.flatMap(({ stage, entered }) =>
    WITHIN.flatMap(({ part, whole }) => {
      const [less, more] = [entered?.[part]?.of, entered?.[whole]?.of];
      if (less === undefined || more === undefined || less <= more) return [];
      const [a, b] = [shipped.find(part)?.names, shipped.find(whole)?.names];
      return [
        ask(own, "excellent-above-pass", {
          zh: `${STAGES[stage].zh}“${a?.zh}”${less} 人，多于“${b?.zh}”${more} 人：前者应包含在后者之内。请核对两项人数。`,
          en: `${STAGES[stage].en}: ${less} in "${a?.en}" but only ${more} in "${b?.en}", which holds them all: see both counts`,
        }),
      ];
    }),
  );
}

/** A paper whose excellent line lies below its pass line, or whose low line lies above. */
export function lines({ exam }: Collection): Noticed[] {
  return (exam?.papers ?? []).flatMap((paper) => {
    const { pass, excellent, low } = linesOf(paper);
    if (low <= pass && pass <= excellent) return [];
    const about = placeWords(paper);
    const words = {
      zh: `${about.zh}的及格线 ${pass}、优秀线 ${excellent}、低分线 ${low} 次序不对：优秀率会高于及格率。请核对试卷设置。`,
      en: `${about.en}: pass ${pass}, excellent ${excellent} and low ${low} are not in order: more would be excellent than pass; see how the paper is set up`,
    };
    return [{ school: null, finding: { level: "query", code: "excellent-above-pass", sheet: null, cell: null, words } } satisfies Noticed];
  });
}
