/**
 * The cascade over statements that stand: a county's targets over its schools' statements, a school's over its groups' (or, where there are
 * none, its teachers'), a group's over its teachers'. Heads are those of a collection; lines of another period say nothing about it.
 */
import type { CascadeLine, CollectionBody, StatementBody, StatementLine, SubmissionBody, Target } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import type { Definition } from "../indicators/definition.ts";
import { contains, parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";
import type { Member, RollupInput } from "../rollup.ts";
import { subjectName } from "../subjects.ts";
import { baseIn, excusedIn, type Unit } from "./bases.ts";
import { type Below, cascadeOf } from "./cascade-lines.ts";
import { groupUnion, teacherUnion } from "./groups.ts";
import { inOrder } from "./order.ts";

/** Somebody's statement, as it is judged: the version in force, or else the last one. */
export interface Agreed {
  readonly school: string;
  readonly body: StatementBody;
}

export interface Chain {
  readonly input: RollupInput;
  /** What a school sent; null where it has sent nothing. */
  readonly sentBy: (school: string) => SubmissionBody | null;
  readonly catalogue: Catalogue;
}

/** The lines of one statement over those below it; null where nothing stands below. */
export function cascadeBelow({ school, body }: Agreed, all: readonly Agreed[], chain: Chain): CascadeLine[] | null {
  const own = all.filter((one) => one.school === school);
  const groups = own.filter(({ body: { level } }) => level === "group");
  const teachers = own.filter(({ body: { level, group } }) => level === "teacher" && (body.level === "school" || group === body.group));
  const parts = body.level === "school" ? (groups.length > 0 ? groups : teachers) : body.level === "group" ? teachers : [];
  if (parts.length === 0) return null;
  const name: Words = { zh: body.second, en: body.second };
  return told(name, heard(body.lines, chain), unitOf({ school, body }, chain), (definition) => belowOf(parts, definition, chain), chain);
}

/** A county's own targets over the statements of its schools; a school that asks nothing is a part without a target. */
export function cascadeOfCounty(name: Words, targets: readonly Target[], all: readonly Agreed[], chain: Chain): CascadeLine[] {
  const { input, catalogue } = chain;
  const lines = targets
    .filter(({ unit, operator, value }) => unit === null && operator !== null && value !== null)
    .flatMap((target, at) => {
      const definition = catalogue.find(target.indicator, input.collection.definitions ?? undefined);
      const stage = target.stage ?? definition?.stages[0];
      if (!definition || !stage) return [];
      const { operator, value, upTo, period, source } = target;
      const place = { stage, grade: null, subject: null } as const;
      return [
        {
          ...{ id: `T${at + 1}`, indicator: definition.id, version: definition.version, ...place },
          ...{ operator, value, upTo, period, deadline: null, source },
        },
      ];
    });
  const region: Unit | null = input.coverage.missing.length > 0 ? null : { tallies: input.sums };
  const schools = (stage: StatementLine["stage"]) => [
    ...input.members.filter(({ stages }) => stages.includes(stage)).map(({ school, name: of }) => ({ school, name: of })),
    ...input.coverage.missing.map((school) => ({ school, name: school })),
  ];
  return told(
    name,
    heard(lines, chain),
    region,
    (definition, line) =>
      schools(line.stage).map(({ school, name: of }) => {
        const own = all.filter((one) => one.school === school && one.body.level === "school");
        const member = input.members.find((one) => one.school === school);
        return partOf({ zh: of, en: of }, "school", own, member ?? null, definition, chain);
      }),
    chain,
  );
}

/** Lines with a number, of a period in which the collection lies, in printed order. */
function heard(lines: readonly StatementLine[], { input, catalogue }: Chain): StatementLine[] {
  const asked = parsePeriod(input.collection.period);
  return inOrder(lines, catalogue).filter(
    ({ operator, value, period }) => operator !== null && value !== null && contains(parsePeriod(period), asked),
  );
}

function told(
  name: Words,
  lines: readonly StatementLine[],
  unit: Unit | null,
  below: (definition: Definition, line: StatementLine) => Below[],
  { input, catalogue }: Chain,
): CascadeLine[] {
  const { rules, collection } = input;
  return lines.flatMap((line) => {
    const definition = catalogue.find(`${line.indicator}@${line.version}`);
    if (!definition) return [];
    const base = baseIn(unit, definition, line, { rules, collection });
    const papers = collection.exam?.papers ?? [];
    const found = cascadeOf({ name, line, base, papers }, below(definition, line), catalogue);
    const { implied, short, over, behind, without, words } = found;
    return [
      {
        line: line.id,
        indicator: line.indicator,
        names: definition.names,
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
  const { rules, collection } = chain.input;
  return {
    name,
    body: { level, lines: own.flatMap(({ body }) => heard(body.lines, chain)) },
    baseOf: (place) => baseIn(unit, definition, place, { rules, collection }),
    excusedIn: (place) => excusedIn(unit, place, { rules, collection }),
  };
}

/** What a statement's owner has sent: a school all of it, a group and a teacher their classes, if all of them were sent. */
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
  const found = body.teacher === null ? null : teacherUnion(sent, papers, body.teacher);
  return found && found.why === null ? found : null;
}
