/**
 * The cascade over statements that stand: a county's targets over its schools' statements, a school's over its groups' (or, where there are
 * none, its teachers'), a group's over its teachers'. Heads are those of a collection; lines of another period say nothing about it.
 */
import type {
  CascadeLine,
  CollectionBody,
  CountyCascade,
  Paper,
  School,
  StatementBody,
  StatementLine,
  SubmissionBody,
  Target,
} from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import { contains, parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";
import type { Member, RollupInput } from "../rollup.ts";
import { subjectName } from "../subjects.ts";
import { baseIn, excusedIn, type Reading, type Unit } from "./bases.ts";
import { type Below, cascadeOf } from "./cascade-lines.ts";
import { choicesOf, choicesWith, readAlike } from "./choices.ts";
import { linesOfRegion } from "./county-lines.ts";
import { groupUnion, teacherUnion } from "./groups.ts";
import { inOrder } from "./order.ts";
import { scopeWords } from "./print.ts";

/** Somebody's statement, as it is judged: the version in force, or else the last one. */
export interface Agreed {
  readonly school: string;
  readonly body: StatementBody;
  /** Not signed by both: what it asks is not agreed yet. */
  readonly draft?: boolean;
}

export interface Chain {
  readonly input: RollupInput;
  /** What a school sent; null where it has sent nothing. */
  readonly sentBy: (school: string) => SubmissionBody | null;
  readonly catalogue: Catalogue;
}

/** A school of the region, whether it has sent anything or not. */
type Asked = Pick<School, "school" | "name" | "stages">;

/** The statements of the time that is asked about below one: a school's groups, or where there are none its teachers; a group's teachers. */
export function partsBelow({ school, body }: Agreed, all: readonly Agreed[], input: Pick<RollupInput, "collection">): Agreed[] {
  const here = all.filter((one) => one.school === school && speaksOf(one.body, input));
  const groups = here.filter(({ body: { level } }) => level === "group");
  const teachers = here.filter(({ body: { level, group } }) => level === "teacher" && (body.level === "school" || group === body.group));
  return body.level === "school" ? (groups.length > 0 ? groups : teachers) : body.level === "group" ? teachers : [];
}

/** The lines of one statement over those below it; null where nothing stands below. */
export function cascadeBelow({ school, body }: Agreed, all: readonly Agreed[], chain: Chain): CascadeLine[] | null {
  const { input } = chain;
  const parts = partsBelow({ school, body }, all, input);
  if (parts.length === 0) return null;
  const name: Words = { zh: body.second, en: body.second };
  // What was signed is read as it was signed.
  const own = { ...chain, input: { ...input, rules: { ...input.rules, choices: choicesWith(body, input.rules.choices) } } };
  const unit = unitOf({ school, body }, own);
  return told(
    name,
    heard(body.lines, own),
    (_, definition) => ({ unit, ...otherwiseRead(body, parts, definition) }),
    (definition) => belowOf(parts, definition, own),
    own,
  );
}

/** A county's own targets over the statements of its schools; a school that asks nothing is a part without a target. */
export function cascadeOfCounty(
  name: Words,
  targets: readonly Target[],
  all: readonly Agreed[],
  chain: Chain & { readonly schools: readonly Asked[] },
): Omit<CountyCascade, "collection"> {
  const { input, catalogue } = chain;
  const { coverage, members } = input;
  const ofSchools = all.filter(({ body }) => body.level === "school" && speaksOf(body, input));
  const absent = new Set(coverage.missing);
  const asked = chain.schools.filter(({ school }) => absent.has(school) || members.some((one) => one.school === school));
  const partsIn = (stage: StatementLine["stage"]) => asked.filter(({ stages }) => stages.includes(stage));
  const missingIn = (stage: StatementLine["stage"]) => partsIn(stage).filter(({ school }) => absent.has(school));
  const { lines, unread } = linesOfRegion(targets, input, catalogue, (stage) => partsIn(stage).length > 0);
  const allMissing = asked.filter(({ school }) => absent.has(school));
  const inForce = { choices: choicesOf({ lines: [...lines] }, input.rules.choices, catalogue) };
  const wholeOf = ({ stage }: StatementLine, definition: Definition) => {
    const missing = missingIn(stage);
    if (missing.length === 0) return { unit: { tallies: input.sums }, ...otherwiseRead(inForce, ofSchools, definition) };
    // Who is missing stands at the head of all lines; a line names them only where they are others.
    return missing.length === allMissing.length ? { unit: null } : { unit: null, unknown: notSent(missing) };
  };
  const below = (definition: Definition, { stage }: StatementLine) =>
    partsIn(stage).map(({ school, name: of }) => {
      const own = ofSchools.filter((one) => one.school === school);
      const member = members.find((one) => one.school === school);
      return partOf({ zh: of, en: of }, "school", own, member ?? null, definition, chain);
    });
  return {
    lines: told(name, heard(lines, chain), wholeOf, below, chain),
    unread: [...unread],
    missing: allMissing.map((one) => one.name),
    unsigned: asked.filter(({ school }) => !ofSchools.some((one) => one.school === school)).map((one) => one.name),
    drafts: asked.filter(({ school }) => ofSchools.some((one) => one.school === school && one.draft)).map((one) => one.name),
  };
}

/** Whose statement reads the definition by another choice: heads of the one say nothing about the other. */
function otherwiseRead(whole: Pick<StatementBody, "choices">, parts: readonly Agreed[], definition: Definition): Pick<Whole, "otherwise"> {
  const others = parts.filter(({ body }) => !readAlike(whole, body, definition)).map(({ body }) => body.second);
  if (others.length === 0) return {};
  const some = [...others.slice(0, NAMED), ...(others.length > NAMED ? ["…"] : [])];
  return {
    otherwise: {
      zh: `${some.join("、")}的责任书签订时选的口径不同，人数不能合起来比。`,
      en: `The statements of ${some.join(", ")} were written by another choice: their heads cannot be added up with these.`,
    },
  };
}

/** So many schools are named in a sentence; the rest are counted. */
const NAMED = 5;

function notSent(schools: readonly Asked[]): Words {
  const names = schools.slice(0, NAMED).map(({ name }) => name);
  const more = schools.length > NAMED;
  return {
    zh: `${names.join("、")}${more ? `等 ${schools.length} 所` : ""}还没有填报`,
    en: `${names.join(", ")}${more ? ` and ${schools.length - NAMED} more` : ""} ${schools.length === 1 ? "has" : "have"} not submitted`,
  };
}

/** Whether any line of a statement is about the time of what is collected: next year's draft says nothing of this year. */
export function speaksOf({ lines }: Pick<StatementBody, "lines">, { collection }: Pick<RollupInput, "collection">): boolean {
  const asked = parsePeriod(collection.period);
  return lines.some(({ period }) => contains(parsePeriod(period), asked));
}

/** Lines with a number, of a period in which the collection lies, in printed order. */
function heard(lines: readonly StatementLine[], { input, catalogue }: Chain): StatementLine[] {
  const asked = parsePeriod(input.collection.period);
  return inOrder(lines, catalogue, input.collection.exam?.papers).filter(
    ({ operator, value, period }) => operator !== null && value !== null && contains(parsePeriod(period), asked),
  );
}

/** What has been sent of the whole, and where nothing can be said of it why. */
interface Whole {
  readonly unit: Unit | null;
  readonly unknown?: Words;
  /** Why those below cannot be added up, although it is known how many they have. */
  readonly otherwise?: Words;
}

function told(
  name: Words,
  lines: readonly StatementLine[],
  wholeOf: (line: StatementLine, definition: Definition) => Whole,
  below: (definition: Definition, line: StatementLine) => Below[],
  { input, catalogue }: Chain,
): CascadeLine[] {
  const { rules, collection } = input;
  const papers = collection.exam?.papers ?? [];
  return lines.flatMap((line) => {
    const definition = catalogue.find(`${line.indicator}@${line.version}`);
    if (!definition) return [];
    const { unit, unknown = null, otherwise = null } = wholeOf(line, definition);
    const subjects = headsOf(unit, definition, { rules, collection });
    const above = { name, line, base: subjects.baseOf(line), papers, subjects, unknown, otherwise };
    const { implied, short, over, behind, without, words } = cascadeOf(above, below(definition, line), catalogue);
    return [
      {
        line: line.id,
        indicator: line.indicator,
        names: definition.names,
        scope: scopeWords(line),
        implied,
        short,
        over,
        behind: [...behind],
        without: [...without],
        words,
      },
    ];
  });
}

/** Statements of one owner together: a group may have signed two. */
function belowOf(parts: readonly Agreed[], definition: Definition, chain: Chain): Below[] {
  const keyOf = ({ body: { group, teacher } }: Agreed) => teacher ?? group ?? "";
  return [...new Set(parts.map(keyOf))].map((key) => {
    const own = parts.filter((one) => keyOf(one) === key);
    const [first] = own as [Agreed, ...Agreed[]];
    const name: Words = first.body.teacher === null ? { zh: key, en: key } : { zh: `教师 ${key}`, en: `teacher ${key}` };
    const whole = { ...first, body: { ...first.body, lines: own.flatMap(({ body }) => body.lines) } };
    return partOf(name, first.body.level, own, unitOf(whole, chain), definition, chain);
  });
}

function partOf(
  name: Words,
  level: StatementBody["level"],
  own: readonly Agreed[],
  unit: Unit | null,
  definition: Definition,
  chain: Chain,
): Below {
  return {
    name,
    body: { level, lines: own.flatMap(({ body }) => heard(body.lines, chain)) },
    ...headsOf(unit, definition, chain.input),
    ...(unit?.papers && { papers: unit.papers }),
  };
}

function headsOf(unit: Unit | null, definition: Definition, { rules, collection }: Reading): Pick<Below, "baseOf" | "excusedIn"> {
  return {
    baseOf: (place) => baseIn(unit, definition, place, { rules, collection }),
    excusedIn: (place) => excusedIn(unit, place, { rules, collection }),
  };
}

/** What a statement's owner has sent: a school all of it, a group and a teacher their classes. */
function unitOf({ school, body }: Agreed, { input, sentBy }: Chain): Unit | null {
  const member: Member | undefined = input.members.find((one) => one.school === school);
  if (body.level === "school") return member ?? null;
  const sent = sentBy(school);
  const papers = (input.collection satisfies CollectionBody).exam?.papers ?? [];
  if (!sent) return null;
  // A group is known by the subjects its statement names.
  const named = new Set(body.lines.flatMap(({ subject }) => (subject === null ? [] : subjectName(subject))));
  const theirs = papers.filter(({ subject }) => named.has(subjectName(subject)));
  if (body.level === "group") return { tallies: groupUnion(sent, papers).tallies, papers: theirs };
  return body.teacher === null ? null : teacherUnit(sent, papers, body.teacher);
}

/** Paper by paper: a class that was not sent leaves untold what is read from its paper, and nothing else. */
function teacherUnit(sent: SubmissionBody, papers: readonly Paper[], teacher: string): Unit | null {
  const taught = papers
    .map((paper) => ({ paper, found: teacherUnion(sent, [paper], teacher) }))
    .filter(({ found }) => found.coverage.taught > 0);
  if (taught.length === 0) return null;
  return {
    tallies: teacherUnion(sent, papers, teacher).tallies,
    papers: taught.map(({ paper }) => paper),
    untold: taught.filter(({ found }) => found.why !== null).map(({ paper }) => paper),
  };
}
