/**
 * A scenario: what is supposed instead of what is. Lines moved, choices made otherwise, inputs changed, pupils lifted by a plan; and what was
 * asked of it. Applied to a county it gives the input of the same rollup, so every figure and verdict is read as the real one is.
 */
import type { Choice, Paper } from "../contract.ts";
import { linesOf } from "../exam.ts";
import { partOf } from "../figures.ts";
import type { Rules } from "../indicators/rules.ts";
import { uniformPercent } from "../marks/lowest.ts";
import { invalid, Refusal, type Words } from "../refusal.ts";
import type { Member, RollupInput } from "../rollup.ts";
import { placeKey } from "../slice.ts";
import { add, subtract, type Tallies, type Tally, zero } from "../tally.ts";
import { changedInput, type InputChange } from "./inputs.ts";
import { type Lift, lifted } from "./lift.ts";
import { type LineMove, movedPapers } from "./lines.ts";
import { passingAt, type Question } from "./move.ts";
import type { Limit } from "./window.ts";

/** What is asked, and what a plan keeps to: no part of the figures. */
export interface Query {
  /** A school's code; `null`: the region. */
  readonly unit: string | null;
  readonly question: Question | null;
  /** Another limit than the target in force. */
  readonly limit: Limit | null;
  readonly schools: number | null;
  readonly pupils: number | null;
  readonly share: number | null;
}

export interface Supposed {
  readonly moves: readonly LineMove[];
  readonly choices: readonly Pick<Choice, "option" | "choice">[];
  readonly inputs: readonly InputChange[];
  readonly lifts: readonly Lift[];
}

export interface Scenario extends Supposed {
  readonly name: string;
  /** The collection whose figures it supposes otherwise. */
  readonly collection: string;
  readonly query: Query;
}

/** All-subject passes that cannot be told at the lines as they lie now. */
export interface Untold {
  readonly unit: string;
  readonly stage: Paper["stage"];
  readonly grade: number;
  readonly why: Words;
}

export interface Applied {
  readonly input: RollupInput;
  readonly untold: readonly Untold[];
}

/** Choices, then lines, inputs and lifts, the lifts at the moved lines. Refuses what does not fit this county, naming it. */
export function applied(real: RollupInput, { moves, choices, inputs, lifts }: Supposed): Applied {
  const rules = chosenRules(real.rules, choices);
  const papers = real.collection.exam?.papers ?? [];
  const fresh = movedPapers(papers, moves);
  const exam = real.collection.exam && { ...real.collection.exam, papers: fresh };
  const untold: Untold[] = [];
  const grades = movedGrades(papers, fresh);
  const atLines = grades.reduce((input, grade) => withPassesAt(input, grade, untold), {
    ...real,
    rules,
    collection: { ...real.collection, exam },
  });
  const input = lifts.reduce(
    (now, lift) => {
      const member = now.members.find(({ school }) => school === lift.school);
      if (!member) throw invalid(`${lift.school} 没有填报。`, `${lift.school} has sent nothing`);
      return withTallies(now, member, lifted(rules, fresh, member, lift));
    },
    changedInput(atLines, inputs),
  );
  return { input, untold };
}

/** What of a scenario kept on another day does not fit the county of today; `null` where all of it does. */
export function misfitOf(real: RollupInput, scenario: Scenario): Words | null {
  const { query, inputs, lifts } = scenario;
  const named = new Set([query.unit, ...inputs.map(({ unit }) => unit), ...lifts.map(({ school }) => school)]);
  const gone = [...named].filter((one) => one !== null && one !== real.region && !real.members.some(({ school }) => school === one));
  if (gone.length > 0)
    return {
      zh: `${gone.join("、")} 在这次采集里没有数据（已移出或没有填报），方案里有关它的不能推演。`,
      en: `There are no data of ${gone.join(", ")} in this collection (taken out, or not submitted): what the scenario supposes of it cannot be tried.`,
    };
  try {
    applied(real, scenario);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.words;
    throw error;
  }
}

/** The rules with some choices made otherwise. Refuses what no definition leaves open. */
export function chosenRules(rules: Rules, choices: Supposed["choices"]): Rules {
  if (choices.length === 0) return rules;
  const options = new Map(rules.definitions.flatMap(({ options: own = [] }) => own.map((option) => [option.id, option] as const)));
  for (const { option, choice } of choices) {
    if (!options.get(option)?.choices.some(({ id }) => id === choice))
      throw invalid(`没有口径 ${option} 的选项 ${choice}。`, `there is no choice ${choice} of ${option}`);
  }
  const others = rules.choices.filter(({ option }) => !choices.some((one) => one.option === option));
  return { ...rules, choices: [...others, ...choices.map((one) => ({ ...one, why: "", by: "", at: "" }))] };
}

/** Grades in which a pass line lies elsewhere, with the per cent at which all do; `undefined` where that is not one. */
interface Grade extends Pick<Paper, "stage" | "grade"> {
  readonly percent: number | undefined;
}

function movedGrades(papers: readonly Paper[], fresh: readonly Paper[]): Grade[] {
  const places = new Map(papers.map(({ stage, grade }) => [`${stage} ${grade}`, { stage, grade }]));
  return [...places.values()].flatMap(({ stage, grade }) => {
    const about = fresh.filter((paper) => paper.stage === stage && paper.grade === grade);
    const still = papers.every(
      (paper, at) => paper.stage !== stage || paper.grade !== grade || linesOf(paper).pass === linesOf(fresh[at] as Paper).pass,
    );
    return still ? [] : [{ stage, grade, percent: uniformPercent(about) }];
  });
}

/** All-subject passes counted anew from what pupils reach in every subject; taken out where that is not told, never guessed. */
function withPassesAt(input: RollupInput, { stage, grade, percent }: Grade, untold: Untold[]): RollupInput {
  const key = placeKey({ part: "joint", stage, grade, subject: null });
  const say = (unit: string, own: Tally) => {
    const { why } = passingAt(own, percent);
    if (why) untold.push({ unit, stage, grade, why });
  };
  const own = partOf(input.sums, "joint", { stage, grade });
  if (own) say(input.region, own);
  const members = input.members.map((member) => {
    const tally = member.tallies.get(key);
    if (tally) say(member.school, tally);
    return tally ? { ...member, tallies: atPercent(member.tallies, key, percent) } : member;
  });
  return { ...input, members, sums: atPercent(input.sums, key, percent) };
}

function atPercent(tallies: Tallies, key: string, percent: number | undefined): Tallies {
  const own = tallies.get(key);
  if (!own) return tallies;
  const { after, why } = passingAt(own, percent);
  if (why) return new Map([...tallies].filter(([one]) => one !== key));
  const { passed: _, ...rest } = own;
  // Nobody who is judged: nobody passes, and that nobody is stays told.
  const passed = after?.numerator ?? 0;
  return new Map([...tallies, [key, passed === 0 ? rest : { ...rest, passed }]]);
}

/** `- old + new` on the sums. */
function withTallies(input: RollupInput, member: Member, fresh: Tallies): RollupInput {
  const sums = new Map(input.sums);
  for (const [key, own] of fresh) {
    const before = member.tallies.get(key);
    const sum = sums.get(key);
    if (own !== before && sum) sums.set(key, add(subtract(sum, before ?? zero), own));
  }
  return { ...input, sums, members: input.members.map((one) => (one === member ? { ...member, tallies: fresh } : one)) };
}

/** Nothing in it is supposed otherwise than it is. */
export function isReal({ moves, choices, inputs, lifts }: Supposed): boolean {
  return moves.length + choices.length + inputs.length + lifts.length === 0;
}
