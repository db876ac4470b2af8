/**
 * What is asked before a file is taken, because the rows of other pupils may have got into it: numbers that are another school's, many more
 * pupils than were taken before, or than the school has. By what limits, the settings say.
 */
import { canonical } from "../canonical.ts";
import type { Slice } from "../contract.ts";
import { expected } from "../marks/states.ts";
import type { Words } from "../refusal.ts";
import { meets } from "../target.ts";
import { differences } from "./compare.ts";
import { defaultSettings } from "./consistency/settings.ts";
import { enrolled } from "./consistency/sheets.ts";
import { resourcesOf } from "./consistency.ts";
import { type Copied, copiedFrom, type Piece } from "./copied.ts";
import type { County } from "./county.ts";
import type { Held } from "./held.ts";
import { countsOf } from "./moved.ts";
import { placeWords } from "./place-words.ts";
import { misnamed, overdue } from "./wrong-place.ts";

/** When it is asked, and what was replaced in this collection last. */
interface Beside {
  readonly former?: Held | null;
  readonly now: number;
}

/** The questions about one file; `standing` is what stands in all collections. What stood before already is not asked again. */
export function doubtsOf(fresh: Held, standing: readonly Held[], county: County, { former = null, now }: Beside): Words[] {
  const own = standing.find((one) => one.school === fresh.school && one.collection === fresh.collection);
  return [
    ...overdue(fresh, own, county, now),
    ...misnamed(fresh, own, county),
    ...undone(fresh, own, former),
    ...twins(fresh, own, standing, county),
    ...pieces(fresh, own, standing, county),
    ...growth(fresh, own),
    ...beyondEnrolment(fresh, own, standing, county),
  ];
}

/** The very content that was corrected since: an old file handed in again. */
function undone(fresh: Held, own: Held | undefined, former: Held | null): Words[] {
  if (!own || !former || countsOf(own) === countsOf(fresh) || countsOf(former) !== countsOf(fresh)) return [];
  return [
    {
      zh: `数与第 ${former.revision} 版（${former.file}）的完全相同，那一版后来更正过：请核对是不是又交了旧文件`,
      en: `the numbers are those of revision ${former.revision} (${former.file}), which was corrected since: see whether this is an old file again`,
    },
  ];
}

/** Grades of which every subject has the marks of another school's, to the last pupil. */
function twins(fresh: Held, own: Held | undefined, standing: readonly Held[], { schools }: County): Words[] {
  const before = gradesIn(own);
  return [...gradesIn(fresh)].flatMap(([grade, slices]) => {
    const [first] = slices;
    const pupils = Math.max(...slices.map(({ scores }) => (scores ? expected(scores.states) : 0)));
    if (!first || pupils < defaultSettings.twinPupils || sameMarks(slices, before.get(grade))) return [];
    return standing.flatMap((other) => {
      if (other.school === fresh.school || other.collection !== fresh.collection) return [];
      if (!sameMarks(slices, gradesIn(other).get(grade))) return [];
      const [about, name] = [
        placeWords({ ...first, subject: null }),
        schools.find(({ school }) => school === other.school)?.name ?? other.school,
      ];
      return [
        {
          zh: `${about.zh}各科的成绩与${name}（${other.school}，${other.file}）的完全相同：请核对是不是把那所学校的数据贴进了这所学校的模板`,
          en: `${about.en}: the marks of every subject are those of ${name} (${other.school}, ${other.file}) to the last one: see whether that school's rows were pasted into this school's template`,
        },
      ];
    });
  });
}

/** Classes, and what a stage has, that are another school's, but in grades that are so as a whole; all of one school in one question. */
function pieces(fresh: Held, own: Held | undefined, standing: readonly Held[], { schools }: County): Words[] {
  const [grades, byOther] = [gradesIn(fresh), new Map<Held, Copied[]>()];
  for (const copied of copiedFrom(fresh, own, standing)) {
    const { piece, other } = copied;
    const grade = `${piece.stage} ${piece.grade}`;
    const whole = grades.get(grade);
    if (piece.class !== null && whole && sameMarks(whole, gradesIn(other).get(grade))) continue;
    byOther.set(other, [...(byOther.get(other) ?? []), copied]);
  }
  return [...byOther].map(([other, all]) => {
    const name = schools.find(({ school }) => school === other.school)?.name ?? other.school;
    const told = (language: keyof Words, comma: string) =>
      all.map(({ piece, theirs }) => `${pieceName(piece)[language]} = ${pieceName(theirs)[language]}`).join(comma);
    return {
      zh: `有的数与${name}（${other.school}，${other.file}）的完全相同（本校 = 那所学校）：${told("zh", "、")}。请核对是不是把那所学校的数据贴了进来`,
      en: `some numbers are those of ${name} (${other.school}, ${other.file}) to the last one (here = there): ${told("en", ", ")}; see whether that school's were pasted in`,
    };
  });
}

function pieceName({ stage, grade, class: name }: Piece): Words {
  const { zh, en } = placeWords({ stage, grade });
  return name === null ? { zh: `${zh}办学条件`, en: `${en}: resources` } : { zh: `${zh} ${name}`, en: `${en} class ${name}` };
}

function growth(fresh: Held, own: Held | undefined): Words[] {
  if (!own) return [];
  const grown = differences(own.body.slices, fresh.body.slices).filter((one) => one.grown);
  return grown.map(({ words }) => ({
    zh: `比已收的（${own.file}）多出很多：${words.zh}，请核对有没有混进别的学生`,
    en: `many more than was taken before (${own.file}): ${words.en}; see whether other pupils have got in`,
  }));
}

/** More pupils than the school has said it has, by more than the two usually differ. */
function beyondEnrolment(fresh: Held, own: Held | undefined, standing: readonly Held[], { collections }: County): Words[] {
  const exam = collections.find(({ collection }) => collection === fresh.collection);
  const beside = exam && resourcesOf(exam, collections);
  const resources = standing.find((one) => one.school === fresh.school && one.collection === beside?.collection);
  if (!beside || !resources) return [];
  const before = own ? enrolled(own.body, resources.body) : [];
  return enrolled(fresh.body, resources.body).flatMap(({ stage, pupils, expectedNow }) => {
    if (expectedNow <= (before.find((one) => one.stage === stage)?.expectedNow ?? pupils)) return [];
    const beyond = { numerator: expectedNow - pupils, denominator: pupils };
    if (pupils > 0 && !meets(beyond, ">", defaultSettings.enrolmentGap)) return [];
    const about = placeWords({ stage, grade: null });
    return [
      {
        zh: `${about.zh}应考共 ${expectedNow} 人，多于“${beside.name}”填的在校生 ${pupils} 人：请核对有没有混进别的学生`,
        en: `${about.en}: ${expectedNow} pupils expected in the exam, but ${pupils} enrolled in ${beside.name}: see whether other pupils have got in`,
      },
    ];
  });
}

const NO_GRADES: ReadonlyMap<string, readonly Slice[]> = new Map();
/** Every file is held against all others: each is gone through once. */
const known = new WeakMap<Held, ReadonlyMap<string, readonly Slice[]>>();

/** The marks of each grade as a whole, a slice for each subject. */
function gradesIn(held: Held | undefined): ReadonlyMap<string, readonly Slice[]> {
  if (!held) return NO_GRADES;
  const found = known.get(held);
  if (found) return found;
  const grades = new Map<string, Slice[]>();
  for (const slice of held.body.slices) {
    if (!slice.scores || slice.class !== null) continue;
    const key = `${slice.stage} ${slice.grade}`;
    const slices = grades.get(key);
    if (slices) slices.push(slice);
    else grades.set(key, [slice]);
  }
  known.set(held, grades);
  return grades;
}

function sameMarks(own: readonly Slice[], others: readonly Slice[] = []): boolean {
  return own.every(({ subject, scores }) => {
    const other = others.find((one) => one.subject === subject)?.scores;
    // Most schools differ in how many sat: nothing else need be looked at.
    return other !== undefined && scores?.states.sat === other.states.sat && canonical(scores) === canonical(other);
  });
}
